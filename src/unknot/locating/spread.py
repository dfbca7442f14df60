"""A number for each hypothesis, most of which have the same one; and what a question's answer is expected to tell."""

from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import repeat
from math import log, log2
from operator import itemgetter, mul
from typing import TypeAlias

from unknot.locating.complaint import Felt, Noticed
from unknot.units import Value

Picker: TypeAlias = Callable[[Sequence[float]], tuple[float, ...]]
"""Picks some of the numbers of a list over hypotheses."""


class Spread(Value, frozen=True, dict=True):
    """`usual` for every hypothesis except those at the places `at`, which have `values`."""

    usual: float
    at: tuple[int, ...]
    values: tuple[float, ...]

    @cached_property
    def _pick(self) -> Picker:
        return picker(self.at)

    @cached_property
    def _beyond_usual(self) -> tuple[float, ...]:
        return tuple(value - self.usual for value in self.values)

    def expected(self, chances: Sequence[float]) -> float:
        """The mean under chances that sum to 1."""
        beyond: float = sum(map(mul, self._pick(chances), self._beyond_usual))
        return self.usual + beyond

    def weigh(self, chances: Sequence[float]) -> list[float]:
        """The chances after Bayes' rule with these likelihoods."""
        total = self.expected(chances)
        weighed = list(map(mul, chances, repeat(self.usual / total)))
        for at, value in zip(self.at, self.values, strict=True):
            weighed[at] = chances[at] * value / total
        return weighed

    def logs(self, hypotheses: int) -> list[float]:
        """The logarithms as a whole list."""
        whole = [log(self.usual)] * hypotheses
        for at, value in zip(self.at, self.values, strict=True):
            whole[at] = log(value)
        return whole


def spread_of(values: Sequence[float], usual: float) -> Spread:
    """A whole list as a spread around the value that most have."""
    at = tuple([place for place, value in enumerate(values) if value != usual])
    return Spread(usual, at, picker(at)(values))


def picker(places: tuple[int, ...]) -> Picker:
    """Picks what stands at these places, however many they are."""
    if len(places) > 1:
        return itemgetter(*places)
    return lambda values: tuple([values[place] for place in places])


class Answering(Value, frozen=True, dict=True):
    """How likely each answer to a question is, for each hypothesis."""

    answers: dict[Felt | Noticed, Spread]

    @cached_property
    def _doubt(self) -> Spread:
        """How open the answer is to someone who knows the source, in bits."""
        spreads = tuple(self.answers.values())
        values = list(zip(*(one.values for one in spreads), strict=True))
        entropies = {value: entropy(value) for value in set(values)}
        usual = entropy([one.usual for one in spreads])
        return Spread(usual, spreads[0].at, tuple([entropies[value] for value in values]))

    def information_bits(self, chances: Sequence[float]) -> float:
        """What the answer is expected to tell about the source: the mutual information, in bits."""
        mixed = [one.expected(chances) for one in self.answers.values()]
        return max(0.0, entropy(mixed) - self._doubt.expected(chances))


def entropy(chances: Sequence[float]) -> float:
    """How open a choice is, in bits."""
    return -sum(chance * log2(chance) for chance in chances if chance > 0)
