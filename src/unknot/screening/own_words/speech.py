"""How a phrase is spoken of: said, denied, of the past, asked about, or of someone else.

When it is not clear, a phrase counts as said: to ask a question sooner costs nothing, to miss a danger may cost much.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from unknot.screening.own_words.clauses import Clauses
from unknot.screening.own_words.denial import denied_heads, is_followed_by
from unknot.screening.own_words.entries import CueKind, ReadingNumbers
from unknot.screening.own_words.owners import Owner, owners_in
from unknot.screening.own_words.phrases import Found
from unknot.screening.own_words.tokens import Token

_PART_OF_A_PHRASE = (CueKind.NEGATES, CueKind.GONE, CueKind.ASKS)
_DENYING = (CueKind.NEGATES, CueKind.DENIES_AFTER)


class Certainty(StrEnum):
    """How a sign was spoken of. The past is recent or has no date; long ago has a date that says so."""

    SAID = "said"
    OF_THE_PAST = "of-the-past"
    LONG_AGO = "long-ago"
    ASKED_ABOUT = "asked-about"
    OF_SOMEONE_ELSE = "of-someone-else"
    DENIED = "denied"


class _Run(NamedTuple):
    """What the cues of a run say of all that is said in it."""

    kinds: frozenset[CueKind]
    asks_from: int | None
    past_from: int | None
    is_gone: bool


class Speech:
    """The text around the phrases that stand in it. A "not" inside a phrase ("cannot move") belongs to the phrase."""

    def __init__(
        self,
        tokens: Sequence[Token],
        cues: Sequence[Found[CueKind]],
        spans: Sequence[tuple[int, int]],
        reading: ReadingNumbers,
    ) -> None:
        heads: dict[int, int] = {}
        for first, last in spans:
            heads[first] = max(last, heads.get(first, last))
        inside = {at for first, last in heads.items() for at in range(first, last + 1)}
        around = [cue for cue in cues if cue.value not in _PART_OF_A_PHRASE or cue.first not in inside]
        self._reading = reading
        self._text = Clauses(tokens, around)
        self._owners = owners_in(self._text, reading)
        self._denied = denied_heads(self._text, heads, reading)
        self._runs = {run: _read_run(found, reading) for run, found in self._text.cues_of_run.items()}

    def clause(self, at: int) -> int:
        """The number of the clause that a token stands in."""
        return self._text.clauses[at]

    def run(self, at: int) -> int:
        """The number of the run that a token stands in."""
        return self._text.runs[at]

    def owner(self, at: int) -> Owner:
        """Whose the phrase at a token is."""
        return self._owners[at]

    def is_denied(self, first: int, last: int) -> bool:
        """True for "no fever", "no fever, numbness or tingling", "fever: none", "fever? No."."""
        return first in self._denied or is_followed_by(self._text, last, _DENYING, self._reading)

    def is_fine(self, last: int) -> bool:
        """True for "my left arm is fine"."""
        return is_followed_by(self._text, last, (CueKind.FINE,), self._reading)

    def certainty(self, first: int, last: int) -> Certainty:
        """How the phrase between two tokens is spoken of: the first that fits, in this order."""
        if self.is_denied(first, last):
            return Certainty.DENIED
        if self._owners[first].is_other:
            return Certainty.OF_SOMEONE_ELSE
        run = self._runs.get(self._text.runs[first])
        if self._is_asked(first, run):
            return Certainty.ASKED_ABOUT
        if run is None or CueKind.ONGOING in run.kinds:
            return Certainty.SAID
        if CueKind.LONG_AGO in run.kinds:
            return Certainty.LONG_AGO
        if run.is_gone or (run.past_from is not None and run.past_from < first):
            return Certainty.OF_THE_PAST
        return Certainty.SAID

    def _is_asked(self, at: int, run: _Run | None) -> bool:
        """True for "could it be a stroke", and for "stroke?": a question in which the writer is not named."""
        sentence = self._text.sentences[at]
        in_question = sentence in self._text.questions and sentence not in self._text.of_self
        return in_question or (run is not None and run.asks_from is not None and run.asks_from < at)


def _read_run(cues: Sequence[Found[CueKind]], reading: ReadingNumbers) -> _Run:
    firsts: dict[CueKind, int] = {}
    negated_to, is_gone = -1, False
    for cue in cues:
        firsts.setdefault(cue.value, cue.first)
        if cue.value is CueKind.NEGATES:
            negated_to = cue.last + reading.listed_words
        is_gone = is_gone or (cue.value is CueKind.GONE and cue.first > negated_to)
    return _Run(frozenset(firsts), firsts.get(CueKind.ASKS), firsts.get(CueKind.PAST), is_gone)
