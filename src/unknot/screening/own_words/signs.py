"""The signs that a text speaks of: phrases, and phrases of parts that stand near each other in any order."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from unknot.screening.own_words.clauses import Clauses
from unknot.screening.own_words.entries import Danger, ReadingNumbers, Unlike
from unknot.screening.own_words.phrases import Found, PhraseTree
from unknot.screening.own_words.tokens import Token

APART = " & "
"""Stands between the parts of a phrase: "{numb} & {hand}". The first part is what is complained of."""


class SaidDanger(NamedTuple):
    """An entry of the lexicon that is spoken of, and the parts of its phrase, the complaint first."""

    danger: Danger
    parts: tuple[Found[str], ...]

    @property
    def head(self) -> tuple[int, int]:
        """The first and last token of the complaint."""
        return self.parts[0].first, self.parts[0].last

    @property
    def span(self) -> tuple[int, int]:
        """The first and last token of all."""
        return min(part.first for part in self.parts), max(part.last for part in self.parts)


class Signs:
    """The phrases that speak of signs."""

    def __init__(
        self,
        dangers: Iterable[Danger],
        unlike: Iterable[Unlike],
        forms: Mapping[str, tuple[str, ...]],
        reading: ReadingNumbers,
    ) -> None:
        fillers, in_a_row = reading.fillers, reading.filler_words
        self._near = reading.near_words
        self._by_head: dict[str, list[tuple[tuple[str, ...], Danger]]] = defaultdict(list)
        parts: dict[str, None] = {}
        for danger in dangers:
            for phrase in danger.phrases:
                head, *others = phrase.split(APART)
                self._by_head[head].append((tuple(others), danger))
                parts.update(dict.fromkeys((head, *others)))
        self._tree: PhraseTree[str] = PhraseTree(((part, part) for part in parts), forms, fillers, in_a_row)
        not_meant = ((phrase, None) for one in unlike for phrase in one.phrases)
        self._unlike: PhraseTree[None] = PhraseTree(not_meant, forms, fillers, in_a_row)

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every word that speaks of a sign, or only seems to."""
        return self._tree.vocabulary | self._unlike.vocabulary

    def parts_in(self, tokens: Sequence[Token]) -> list[Found[str]]:
        """The parts of phrases in a text, without those inside words that only seem to speak of a sign."""
        not_meant = {at for one in self._unlike.all_in(tokens) for at in range(one.first, one.last + 1)}
        return [part for part in self._tree.all_in(tokens) if part.first not in not_meant]

    def said(self, parts: Sequence[Found[str]], text: Clauses) -> Iterator[SaidDanger]:
        """The entries that are spoken of, in the order of their complaints."""
        places: dict[str, list[Found[str]]] = defaultdict(list)
        for part in parts:
            places[part.value].append(part)
        within_reach = {
            head: [one for one in self._by_head.get(head, ()) if all(other in places for other in one[0])]
            for head in places
        }
        for head in parts:
            for others, danger in within_reach[head.value]:
                near = [self._nearest(head, places[other], text) for other in others]
                found = [one for one in near if one is not None]
                if len(found) == len(others):
                    yield SaidDanger(danger, (head, *found))

    def _nearest(self, head: Found[str], others: Sequence[Found[str]], text: Clauses) -> Found[str] | None:
        """The closest other part in the same clause that is near enough and does not share a word."""
        at = bisect_left(others, head.first, key=lambda one: one.first)
        gaps = {
            gap: one
            for one in others[max(0, at - 1) : at + 1]
            if 0 <= (gap := _words_between(head, one)) <= self._near
            and text.clauses[one.first] == text.clauses[head.first]
        }
        return gaps[min(gaps)] if gaps else None


def _words_between(one: Found[str], other: Found[str]) -> int:
    """The number of tokens between two parts; -1 where they overlap."""
    return max(one.first, other.first) - min(one.last, other.last) - 1
