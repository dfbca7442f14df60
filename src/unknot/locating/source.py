"""What a pain can come from: every trigger point on each side, and everything that is no muscle."""

from collections.abc import Iterator

from unknot.anatomy import Body, TriggerPoint, names_of, sided
from unknot.locating.book import Alternative, LocatingBook, Weights
from unknot.units import Side, Value

NO_PATTERN = "none-of-these"
"""The alternative that stands for marks which fit nothing we know."""


class PainSource(Value, frozen=True):
    """One thing that a pain can come from, with the chance that each place is marked when it is the source.

    `id` is that of a trigger point or an alternative; `sides` are the sides it is felt on, both for some. `prior` is
    relative. A place that is not in `weights` is marked with the chance `unlisted`.
    """

    id: str
    sides: tuple[Side, ...]
    prior: float
    weights: Weights
    unlisted: float
    point: TriggerPoint | None = None
    alternative: Alternative | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Under which names fingers or movements speak of it: `UT2_R`."""
        return tuple(sided(self.id, side) for side in self.sides)

    @property
    def group(self) -> tuple[str, tuple[Side, ...]]:
        """What a person hears named: the muscle on its side, or the alternative whichever side it is on."""
        return (self.id, ()) if self.point is None else (self.point.muscle, self.sides)


def sources_of(body: Body, book: LocatingBook) -> tuple[PainSource, ...]:
    """Every source: the trigger points first, then the alternatives."""
    midline = frozenset(name for region in body.regions if region.midline for name in names_of(region))
    points = (one for point in body.trigger_points for one in _of_point(point, midline, book.numbers.leak))
    others = (one for other in book.alternatives for one in _of_alternative(other, midline, book.numbers.leak))
    return (*points, *others)


def _of_point(point: TriggerPoint, midline: frozenset[str], leak: float) -> Iterator[PainSource]:
    weights = {**point.spillover, **point.essential}
    ways = (tuple(Side),) if point.both_sides else tuple((side,) for side in Side)
    for sides in ways:
        placed = _placed(weights, sides, midline)
        yield PainSource(point.id, sides, point.prior / len(ways), placed, leak, point=point)


def _of_alternative(one: Alternative, midline: frozenset[str], leak: float) -> Iterator[PainSource]:
    if one.flat is not None:
        yield PainSource(one.id, tuple(Side), one.prior, {}, one.flat, alternative=one)
    one_sided = (1 - one.bilateral) / (one.left + one.right)
    shares = {
        tuple(Side): one.bilateral,
        (Side.LEFT,): one_sided * one.left,
        (Side.RIGHT,): one_sided * one.right,
    }
    for pattern in one.patterns:
        for sides, share in shares.items():
            if share:
                prior = one.prior * share / len(one.patterns)
                yield PainSource(one.id, sides, prior, _placed(pattern, sides, midline), leak, alternative=one)


def _placed(weights: Weights, sides: tuple[Side, ...], midline: frozenset[str]) -> Weights:
    return {
        place: weight
        for region, weight in weights.items()
        for place in ((region,) if region in midline else (sided(region, side) for side in sides))
    }
