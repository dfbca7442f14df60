"""How a phrase is spoken of: said, denied, of the past, asked about, or of someone else.

When it is not clear, a phrase counts as said: to ask a question sooner costs nothing, to miss a danger may cost much.
"""

from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import NamedTuple

from unknot.screening.own_words.clauses import Clauses
from unknot.screening.own_words.denial import denied_heads, is_followed_by
from unknot.screening.own_words.entries import CueKind, ReadingNumbers
from unknot.screening.own_words.owners import Owner, owners_in
from unknot.screening.own_words.phrases import Found

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
    """A text and how its phrases are spoken of.

    `heads` are the phrases that can be denied, first and last token. The tokens `inside` belong to a phrase: the
    "not" of "cannot move" denies nothing.
    """

    def __init__(
        self, text: Clauses, heads: Iterable[tuple[int, int]], inside: Collection[int], reading: ReadingNumbers
    ) -> None:
        ends: dict[int, int] = {}
        for first, last in heads:
            ends[first] = max(last, ends.get(first, last))
        self._reading = reading
        self._text = text
        self._owners = owners_in(text, reading)
        self._denied = denied_heads(text, ends, inside, reading)
        self._certainties: dict[tuple[int, int], Certainty] = {}
        self._runs = {run: _read_run(found, inside, reading) for run, found in text.cues_of_run.items()}

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
        """How the phrase between two tokens is spoken of."""
        if (first, last) not in self._certainties:
            self._certainties[first, last] = self._first_that_fits(first, last)
        return self._certainties[first, last]

    def _first_that_fits(self, first: int, last: int) -> Certainty:
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
        if run.is_gone or CueKind.PAST_TIME in run.kinds or (run.past_from is not None and run.past_from < first):
            return Certainty.OF_THE_PAST
        return Certainty.SAID

    def _is_asked(self, at: int, run: _Run | None) -> bool:
        """True for "could it be a stroke", and for "stroke?": a question in which the writer is not named."""
        sentence = self._text.sentences[at]
        in_question = sentence in self._text.questions and sentence not in self._text.of_self
        return in_question or (run is not None and run.asks_from is not None and run.asks_from < at)


def _read_run(cues: Iterable[Found[CueKind]], inside: Collection[int], reading: ReadingNumbers) -> _Run:
    firsts: dict[CueKind, int] = {}
    negated_to, is_gone = -1, False
    for cue in cues:
        if cue.value in _PART_OF_A_PHRASE and cue.first in inside:
            continue
        firsts.setdefault(cue.value, cue.first)
        if cue.value is CueKind.NEGATES:
            negated_to = cue.last + reading.listed_words
        is_gone = is_gone or (cue.value is CueKind.GONE and cue.first > negated_to)
    return _Run(frozenset(firsts), firsts.get(CueKind.ASKS), firsts.get(CueKind.PAST), is_gone)
