"""Every hypothesis of the locator as a pattern of marks, computed once from the body and the locating book."""

from functools import cached_property
from math import log

from unknot.anatomy import Body, TriggerPoint, sided
from unknot.locating.finding import Alternative, LocatingBook
from unknot.units import Side, Value


class Pattern(Value, frozen=True):
    """How likely each place is marked when this is the source, in log terms.

    `silence` is the log-likelihood of an empty drawing; `mark` is what each marked place adds to it, `other_mark`
    what a place that is not listed adds. `name` is the sided point, or the id of an alternative.
    """

    name: str
    side: Side
    log_prior: float
    silence: float
    mark: dict[str, float]
    other_mark: float
    point: TriggerPoint | None = None

    def log_likelihood(self, marked: tuple[str, ...]) -> float:
        """Of these places being marked and no others."""
        return self.silence + sum(self.mark.get(place, self.other_mark) for place in marked)


class Patterns(Value, frozen=True, dict=True):
    """The hypotheses for a body and a locating book."""

    body: Body
    book: LocatingBook

    @cached_property
    def all(self) -> tuple[Pattern, ...]:
        """Every trigger point and every alternative, left and right."""
        points = [self._of_point(point, side) for point in self.body.trigger_points for side in Side]
        others = [self._of_alternative(one, side) for one in self.book.alternatives for side in Side]
        return (*points, *others)

    @cached_property
    def _prior_sum(self) -> float:
        points = sum(point.prior for point in self.body.trigger_points)
        return len(Side) * (points + sum(one.prior for one in self.book.alternatives))

    def _of_point(self, point: TriggerPoint, side: Side) -> Pattern:
        sides = tuple(Side) if point.both_sides else (side,)
        weights = {**point.spillover, **point.essential}
        return self._pattern(sided(point.id, side), side, point.prior, weights, sides, self.book.numbers.leak, point)

    def _of_alternative(self, one: Alternative, side: Side) -> Pattern:
        unlisted = self.book.numbers.leak if one.flat is None else one.flat
        return self._pattern(one.id, side, one.prior, one.regions, (side,), unlisted, None)

    def _pattern(
        self,
        name: str,
        side: Side,
        prior: float,
        weights: dict[str, float],
        sides: tuple[Side, ...],
        unlisted: float,
        point: TriggerPoint | None,
    ) -> Pattern:
        chance = {place: weight for region, weight in weights.items() for place in self._places(region, sides)}
        rest = len(self.body.places) - len(chance)
        return Pattern(
            name=name,
            side=side,
            log_prior=log(prior / self._prior_sum),
            silence=sum(log(1 - weight) for weight in chance.values()) + rest * log(1 - unlisted),
            mark={place: _log_odds(weight) for place, weight in chance.items()},
            other_mark=_log_odds(unlisted),
            point=point,
        )

    def _places(self, region: str, sides: tuple[Side, ...]) -> tuple[str, ...]:
        return (region,) if region in self.body.places else tuple(sided(region, side) for side in sides)


def _log_odds(chance: float) -> float:
    return log(chance) - log(1 - chance)
