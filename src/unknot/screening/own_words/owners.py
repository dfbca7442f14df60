"""Whose pain a text tells of, word by word."""

from enum import StrEnum

from unknot.screening.own_words.clauses import Clauses
from unknot.screening.own_words.entries import CueKind, ReadingNumbers


class Owner(StrEnum):
    """The writer for want of other words, the writer by name, or another person, then or now."""

    UNNAMED = "unnamed"
    SELF = "self"
    OTHER_THEN = "other-then"
    OTHER_NOW = "other-now"

    @property
    def is_other(self) -> bool:
        """True for another person."""
        return self in (Owner.OTHER_THEN, Owner.OTHER_NOW)


def owners_in(text: Clauses, reading: ReadingNumbers) -> list[Owner]:
    """Whose each token is. Another person is one only with a verb of theirs, and until the clause ends."""
    owners: list[Owner] = []
    owner = Owner.UNNAMED
    for at in range(len(text.tokens)):
        owner = _owner_from(text, at, Owner.UNNAMED if text.begins_clause(at) else owner, reading)
        owners.append(owner)
    return owners


def _owner_from(text: Clauses, at: int, before: Owner, reading: ReadingNumbers) -> Owner:
    match text.kind_at(at):
        case CueKind.SELF:
            return Owner.SELF
        case CueKind.FOR_OTHER:
            return Owner.OTHER_NOW
        case CueKind.OTHER:
            return _owner_by_verb(text, text.end_of_cue(at), reading) or before
        case CueKind.THEIRS:
            return _owner_by_verb(text, text.end_of_cue(at), reading) or Owner.OTHER_NOW
        case _:
            return before


def _owner_by_verb(text: Clauses, at: int, reading: ReadingNumbers) -> Owner | None:
    """After "my wife has" or "my dad had" the other, then or now; "my wife says" tells of the writer."""
    for later in range(at + 1, min(at + 1 + reading.owner_words, len(text.tokens))):
        match text.kind_at(later):
            case CueKind.REPORTS:
                return Owner.UNNAMED
            case CueKind.HAS | CueKind.ONGOING:
                return Owner.OTHER_NOW
            case CueKind.HAD | CueKind.PAST:
                return Owner.OTHER_THEN
            case CueKind.SELF | CueKind.OTHER | CueKind.THEIRS | CueKind.BREAKS:
                return None
            case _ if text.tokens[later].ends_sentence:
                return None
    return None
