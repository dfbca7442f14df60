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


_OWNERS: dict[CueKind | None, Owner] = {
    CueKind.REPORTS: Owner.UNNAMED,
    CueKind.HAS: Owner.OTHER_NOW,
    CueKind.HAD: Owner.OTHER_THEN,
    CueKind.PAST: Owner.OTHER_THEN,
}
_NEXT = (CueKind.SELF, CueKind.OTHER, CueKind.THEIRS, CueKind.BREAKS)


def owners_in(text: Clauses, reading: ReadingNumbers) -> list[Owner]:
    """Whose each token is. Another person is one only with a verb of theirs, and until another statement begins."""
    owners: list[Owner] = []
    owner = Owner.UNNAMED
    for at in range(len(text.tokens)):
        if text.begins_clause(at) or (text.begins_run(at) and text.kind_at(at) is not CueKind.HAS):
            owner = Owner.UNNAMED
        if text.kind_at(at) is not None:
            owner = _owner_from(text, at, owner, reading)
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
        kind = text.kind_at(later)
        if kind in _OWNERS:
            return _OWNERS[kind]
        if kind in _NEXT or text.tokens[later].ends_sentence:
            return None
    return None
