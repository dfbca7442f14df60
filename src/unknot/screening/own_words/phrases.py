"""Phrases as a tree of words, and where they stand in a text: one pass, however many phrases there are."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from unknot.screening.own_words.tokens import Token

_Value = TypeVar("_Value")


class Found(NamedTuple, Generic[_Value]):
    """A phrase that stands in a text, from its first to its last token."""

    value: _Value
    first: int
    last: int


class _Node(Generic[_Value]):
    __slots__ = ("after", "values")

    def __init__(self) -> None:
        self.after: dict[str, _Node[_Value]] = {}
        self.values: list[_Value] = []


class PhraseTree(Generic[_Value]):
    """Phrases of atoms: a word, {id} for any form of a word, or {low-high} for a number in a range.

    Up to `in_a_row` words that a phrase does not ask for may stand between its atoms, if they are `passing`.
    """

    def __init__(
        self,
        phrases: Iterable[tuple[str, _Value]],
        forms: Mapping[str, Sequence[str]],
        passing: Collection[str] = (),
        in_a_row: int = 0,
    ) -> None:
        self._root: _Node[_Value] = _Node()
        self._atoms: dict[str, tuple[str, ...]] = {}
        self._ranges: dict[str, tuple[float, float]] = {}
        self._passing = frozenset(passing)
        self._in_a_row = in_a_row
        atoms: set[str] = set()
        for phrase, value in phrases:
            node = self._root
            for atom in phrase.split():
                atoms.add(atom)
                node = node.after.setdefault(atom, _Node())
            node.values.append(value)
        for atom in sorted(atoms):
            self._learn(atom, forms)
        self._starting = {word: self._after([self._root], word) for word in self._atoms}

    def _learn(self, atom: str, forms: Mapping[str, Sequence[str]]) -> None:
        if (band := number_range(atom)) is not None:
            self._ranges[atom] = band
            return
        for word in forms[atom[1:-1]] if is_class(atom) else (atom,):
            self._atoms[word] = (*self._atoms.get(word, ()), atom)

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every word that a phrase can contain."""
        return frozenset(self._atoms)

    def longest_in(self, tokens: Sequence[Token]) -> Iterator[Found[_Value]]:
        """The phrases in a text, from the left, the longest where several begin, none overlapping another."""
        free_from = 0
        for _, found in _grouped(self.all_in(tokens)):
            longest = max(found, key=lambda one: one.last)
            if longest.first >= free_from:
                yield longest
                free_from = longest.last + 1

    def all_in(self, tokens: Sequence[Token]) -> Iterator[Found[_Value]]:
        """Every phrase in a text, by where it begins."""
        words = [token.word for token in tokens]
        for first, word in enumerate(words):
            nodes = self._starting.get(word) or self._starting_with_number(word)
            if nodes:
                for value, last in self._from(first, nodes, words):
                    yield Found(value, first, last)

    def _from(self, first: int, nodes: list[_Node[_Value]], words: Sequence[str]) -> Iterator[tuple[_Value, int]]:
        """The phrases that begin at a word and have reached these nodes there, with their last words."""
        at, passed, reached = first, 0, nodes
        while nodes:
            for node in reached:
                for value in node.values:
                    yield value, at
            at += 1
            if at == len(words):
                return
            reached = self._after(nodes, words[at])
            passed = passed + 1 if words[at] in self._passing else 0
            nodes = [*reached, *nodes] if passed and passed <= self._in_a_row else reached

    def _starting_with_number(self, word: str) -> list[_Node[_Value]]:
        return self._after([self._root], word) if self._ranges and word[0].isdecimal() else []

    def _after(self, nodes: list[_Node[_Value]], word: str) -> list[_Node[_Value]]:
        """Where a word leads from these nodes."""
        atoms = self._atoms.get(word, ())
        if self._ranges and word.replace(".", "", 1).isdecimal():
            number = float(word)
            atoms = (*atoms, *(atom for atom, (low, high) in self._ranges.items() if low <= number <= high))
        return [node.after[atom] for node in nodes for atom in atoms if atom in node.after] if atoms else []


def is_class(atom: str) -> bool:
    """True for {id}."""
    return atom.startswith("{") and atom.endswith("}")


def number_range(atom: str) -> tuple[float, float] | None:
    """The ends of {low-high}, both inside it, or None for any other atom.

    >>> number_range("{38-43}"), number_range("{numb}")
    ((38.0, 43.0), None)
    """
    low, dash, high = atom[1:-1].partition("-")
    if not is_class(atom) or not dash or not low[:1].isdigit():
        return None
    return float(low), float(high)


def _grouped(found: Iterable[Found[_Value]]) -> Iterator[tuple[int, list[Found[_Value]]]]:
    """What begins at one token, together."""
    together: list[Found[_Value]] = []
    for one in found:
        if together and together[0].first != one.first:
            yield together[0].first, together
            together = []
        together.append(one)
    if together:
        yield together[0].first, together
