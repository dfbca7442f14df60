"""The places that a text names, with the side where it says one."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from unknot.screening.own_words.clauses import Clauses
from unknot.screening.own_words.entries import SIDES, Cue, CueKind, Locality, ReadingNumbers
from unknot.screening.own_words.phrases import Found, PhraseTree
from unknot.screening.own_words.speech import Speech
from unknot.screening.own_words.tokens import Token
from unknot.units import Side


class SaidPlace(NamedTuple):
    """A region that is spoken of and is to be confirmed on the map; `side` is None where none is said."""

    region: str
    side: Side | None
    first: int
    last: int


class Places:
    """The phrases that name places."""

    def __init__(
        self,
        localities: Iterable[Locality],
        cues: Iterable[Cue],
        forms: Mapping[str, tuple[str, ...]],
        midline_regions: frozenset[str],
        reading: ReadingNumbers,
    ) -> None:
        self._reading = reading
        self._midline_regions = midline_regions
        sides = [phrase for cue in cues if cue.kind in SIDES for phrase in cue.phrases]
        phrases = ((phrase, one.regions) for one in localities for phrase in one.phrases)
        self._tree: PhraseTree[tuple[str, ...]] = PhraseTree(
            phrases, forms, (*reading.fillers, *sides), reading.filler_words
        )

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every word that names a place."""
        return self._tree.vocabulary

    def found_in(self, tokens: Sequence[Token]) -> list[Found[tuple[str, ...]]]:
        """The places that are named, in the order of the text."""
        return list(self._tree.longest_in(tokens))

    def said(
        self,
        named: Sequence[Found[tuple[str, ...]]],
        tokens: Sequence[Token],
        cues: Sequence[Found[CueKind]],
        text: Clauses,
        speech: Speech,
    ) -> list[SaidPlace]:
        """The places that are named and not denied, each with its side.

        The side is one inside the phrase ("behind my left ear"), else just before it, else after it but not that of
        the next place, else further before it.
        """
        sides = {at: cue for cue in cues if cue.value in SIDES for at in range(cue.first, cue.last + 1)}
        taken = {at for one in named if (at := self._just_before(one.first, tokens)) in sides}
        reach = self._reading.side_words
        said = []
        for number, place in enumerate(named):
            first, last = place.first, place.last
            if speech.is_denied(first, last) or speech.is_fine(last):
                continue
            after_last_one = named[number - 1].last + 1 if number else 0
            to_next_one = named[number + 1].first if number + 1 < len(named) else len(tokens)
            before = range(first - 1, max(after_last_one, first - reach) - 1, -1)
            after = (at for at in range(last + 1, min(to_next_one, last + 1 + reach)) if at not in taken)
            near = (*range(first, last + 1), self._just_before(first, tokens), *after, *before)
            told = next((sides[at].value for at in near if at in sides and text.runs[at] == text.runs[first]), None)
            said += [SaidPlace(id, side, first, last) for id in place.value for side in self._sides_of(id, told)]
        return said

    def _just_before(self, first: int, tokens: Sequence[Token]) -> int:
        """The token before a phrase, over the fillers; -1 where there is none."""
        at = first - 1
        while at >= 0 and tokens[at].word in self._reading.fillers:
            at -= 1
        return at

    def _sides_of(self, region: str, told: CueKind | None) -> tuple[Side | None, ...]:
        return (None,) if told is None or region in self._midline_regions else SIDES[told]
