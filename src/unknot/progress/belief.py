"""Quantities that are not known exactly: what is thought of them, and what one more observation changes.

All is normal and linear, so every answer is a closed form; nothing is sampled.
"""

from collections.abc import Sequence
from math import sqrt
from statistics import NormalDist

from unknot.units import Value

Weights = tuple[float, ...]
"""One weight for each quantity: what of them something is made of."""


HALF = 1 / (1 + 1)


class Belief(Value, frozen=True):
    """Several quantities: their means, and how they vary together (a symmetric matrix, row by row)."""

    means: tuple[float, ...]
    varies: tuple[tuple[float, ...], ...]

    @classmethod
    def apart(cls, *quantities: NormalDist) -> "Belief":
        """The belief in quantities that say nothing of one another.

        >>> Belief.apart(NormalDist(4, 1)).about((1.0,))
        NormalDist(mu=4.0, sigma=1.0)
        """
        size = range(len(quantities))
        varies = tuple(tuple(quantities[row].variance if row == column else 0.0 for column in size) for row in size)
        return cls(tuple(float(one.mean) for one in quantities), varies)

    def about(self, weights: Weights) -> NormalDist:
        """What is thought of a weighted sum of the quantities."""
        variance = weighted_sum(weights, self._spread(weights))
        return NormalDist(weighted_sum(weights, self.means), sqrt(max(variance, 0.0)))

    def told(self, weights: Weights, value: float, noise: float) -> "Belief":
        """The belief after a weighted sum was observed with an error of this standard deviation."""
        spread = self._spread(weights)
        variance = weighted_sum(weights, spread) + noise * noise
        surprise = value - weighted_sum(weights, self.means)
        gain = [one / variance for one in spread]
        means = tuple(mean + share * surprise for mean, share in zip(self.means, gain, strict=True))
        varies = tuple(
            tuple(one - share * other for one, other in zip(row, spread, strict=True))
            for row, share in zip(self.varies, gain, strict=True)
        )
        return Belief(means, varies)

    def moved(self, rows: tuple[Weights, ...], restless: Weights) -> "Belief":
        """The belief after each quantity became a weighted sum of all, and its variance grew by `restless`."""
        means = tuple(weighted_sum(row, self.means) for row in rows)
        spreads = [self._spread(row) for row in rows]
        varies = tuple(
            tuple(weighted_sum(row, spread) + (grown if at == place else 0.0) for place, spread in enumerate(spreads))
            for at, (row, grown) in enumerate(zip(rows, restless, strict=True))
        )
        return Belief(means, varies)

    def _spread(self, weights: Weights) -> list[float]:
        return [weighted_sum(row, weights) for row in self.varies]


def weighted_sum(some: Sequence[float], others: Sequence[float]) -> float:
    """The sum of numbers, each times its weight. Raises: ValueError: there are not as many weights as numbers."""
    return sum(one * other for one, other in zip(some, others, strict=True))


def probability_below(believed: NormalDist, bound: float) -> float:
    """The probability that a quantity lies below a bound; sure either way when it is known exactly."""
    if not believed.stdev:
        return float(believed.mean < bound)
    return believed.cdf(bound)


def likely_range(believed: NormalDist, likely: float) -> tuple[float, float]:
    """The range that holds a quantity with this probability, as much outside it on either side."""
    if not believed.stdev:
        return believed.mean, believed.mean
    outside = (1 - likely) * HALF
    return believed.inv_cdf(outside), believed.inv_cdf(1 - outside)
