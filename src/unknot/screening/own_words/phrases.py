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
        atoms = [self._atoms_of(token.word) for token in tokens]
        passing = [token.word in self._passing for token in tokens]
        for first, starting in enumerate(atoms):
            if starting:
                for value, last in self._from(first, atoms, passing):
                    yield Found(value, first, last)

    def _from(
        self, first: int, atoms: Sequence[tuple[str, ...]], passing: Sequence[bool]
    ) -> Iterator[tuple[_Value, int]]:
        """The phrases that begin at a token, with their last tokens."""
        nodes = [self._root]
        passed = 0
        for at in range(first, len(atoms)):
            reached = [node.after[atom] for node in nodes for atom in atoms[at] if atom in node.after]
            for node in reached:
                for value in node.values:
                    yield value, at
            passed = passed + 1 if passing[at] else 0
            waiting = nodes if at > first and passed and passed <= self._in_a_row else []
            nodes = [*reached, *waiting]
            if not nodes:
                return

    def _atoms_of(self, word: str) -> tuple[str, ...]:
        if self._ranges and word.replace(".", "", 1).isdecimal():
            number = float(word)
            return tuple(atom for atom, (low, high) in self._ranges.items() if low <= number <= high)
        return self._atoms.get(word, ())


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
