"""Change that is real: a level under the noise of days, and whether it has truly moved since the episode began.

The level wanders a little; it recovers by itself at a pace that is learned for each person; and the first days lie
above it, because people begin when it is at its worst (regression to the mean). What is left is change.

Source: clinical 6.1, 6.5, 7.1; decision 0011.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from math import log
from statistics import NormalDist, median

from unknot.progress.belief import HALF, Belief, likely_range, probability_below
from unknot.progress.days import DayPain
from unknot.units import Probability, Score0To10, Sources, Value

_LEVEL = (1.0, 0.0, 0.0, 0.0)
_SEEN = (1.0, 0.0, 1.0, 0.0)  # a day's pain is the level and what is left of the bad beginning
_CHANGE = (1.0, 0.0, 0.0, -1.0)
_START = (0.0, 0.0, 0.0, 1.0)


class Trend(StrEnum):
    """What a run of measures shows."""

    BETTER = "better"
    WORSE = "worse"
    NO_CLEAR_CHANGE = "no-clear-change"
    TOO_FEW_DATA = "too-few-data"


class Spread(Value, frozen=True):
    """A quantity as it is thought of before anything is known: its mean and standard deviation."""

    mean: float
    sd: float

    @property
    def believed(self) -> NormalDist:
        """The same as a distribution."""
        return NormalDist(self.mean, self.sd)


class ChangeBook(Value, frozen=True):
    """The numbers of the model, in points of 0-10 and days.

    `recovery` is the fall a day at the start, which halves in `recovery_halves`; `bad_beginning` is what the first
    day lies above the level, which halves in `beginning_halves`. `noise` is one day's error, `wander` how far the
    level moves by itself in a day (standard deviations). A verdict needs `sure` that the level moved by more than
    `moved_by`; and the level, or the median of the last `median_of` days, at least `by` points from the start, for a
    fall from a milder start `share` of it, but never less than `least`. Nothing is looked at for more than
    `longest_days`.
    """

    level: Spread
    recovery: Spread
    recovery_halves: float
    bad_beginning: Spread
    beginning_halves: float
    noise: float
    wander: float
    sure: Probability
    likely: Probability
    moved_by: float
    by: Score0To10
    share: Probability
    least: float
    median_of: int
    enough_days: int
    longest_days: int
    source: Sources
    reads_as: str = ""


class Band(Value, frozen=True):
    """Where the level most likely lies on a day: the middle, and the range that is `likely` to hold it."""

    day: date
    level: float
    low: float
    high: float


class Change(Value, frozen=True):
    """How the level has moved since the episode began.

    moved: points up (worse) or down (better), with the range that is `likely` to hold it; None without any day.
    counts: the level that would be the smallest change that counts, below the start.
    """

    trend: Trend
    moved: float | None
    low: float | None
    high: float | None
    counts: float | None
    bands: tuple[Band, ...]


def change_in(days: tuple[DayPain, ...], book: ChangeBook) -> Change:
    """The change over the days of an episode, oldest first; never a verdict from noise."""
    beliefs = tuple(beliefs_of(days, book))
    if not beliefs:
        return Change(Trend.TOO_FEW_DATA, None, None, None, None, ())
    bands = tuple(_band(one.day, belief, book) for one, belief in zip(days, beliefs, strict=True))
    moved, start = beliefs[-1].about(_CHANGE), beliefs[-1].about(_START).mean
    low, high = likely_range(moved, book.likely)
    counts = max(start - smallest_that_counts(start, book), 0.0)
    return Change(trend_at(len(days), days, beliefs[-1], book), moved.mean, low, high, counts, bands)


def trend_at(told: int, days: tuple[DayPain, ...], belief: Belief, book: ChangeBook) -> Trend:
    """The trend on the day on which this belief was held, the last of the first `told` days.

    Better or worse when both the size and the certainty are there; no clear change when a change is unlikely.
    """
    if told < book.enough_days:
        return Trend.TOO_FEW_DATA
    moved, start = belief.about(_CHANGE), belief.about(_START).mean
    lately = median(one.pain for one in days[max(told - book.median_of, 0) : told]) - start
    fall, rise = smallest_that_counts(start, book), float(book.by)
    if min(moved.mean, lately) <= -fall and probability_below(moved, -book.moved_by) >= book.sure:
        return Trend.BETTER
    if max(moved.mean, lately) >= rise and 1 - probability_below(moved, book.moved_by) >= book.sure:
        return Trend.WORSE
    low, high = likely_range(moved, book.likely)
    return Trend.NO_CLEAR_CHANGE if -fall < low and high < rise else Trend.TOO_FEW_DATA


def trends_in(days: tuple[DayPain, ...], book: ChangeBook) -> tuple[Trend, ...]:
    """What would be said on each of these days, oldest first."""
    beliefs = enumerate(beliefs_of(days, book), start=1)
    return tuple(trend_at(told, days, belief, book) for told, belief in beliefs)


def level_after(days: tuple[DayPain, ...], book: ChangeBook) -> NormalDist:
    """What is thought of the level after these days; of a person of whom nothing is known when there are none."""
    belief = _first(book)
    for belief in beliefs_of(days, book):  # noqa: B007  the last one is wanted
        pass
    return belief.about(_LEVEL)


def levels_before(days: tuple[DayPain, ...], book: ChangeBook) -> dict[date, float]:
    """For each day the level as it was thought of before that day's pain was told."""
    beliefs = (_first(book), *beliefs_of(days, book))
    return {one.day: belief.about(_LEVEL).mean for one, belief in zip(days, beliefs, strict=False)}


def smallest_that_counts(start: float, book: ChangeBook) -> float:
    """The smallest fall from a start that counts, in points.

    Source: clinical 6.5 (two points or 30 percent), 6.1 (1.3 for neck pain).
    """
    return min(float(book.by), max(book.share * start, book.least))


def beliefs_of(days: tuple[DayPain, ...], book: ChangeBook) -> Iterator[Belief]:
    """What is thought after each day, oldest first."""
    belief = _first(book)
    before: DayPain | None = None
    for one in days:
        if before is not None:
            belief = _after((one.day - before.day).days, belief, book)
        belief = belief.told(_SEEN, one.pain, book.noise)
        before = one
        yield belief


def _first(book: ChangeBook) -> Belief:
    """Level, recovery, bad beginning, and the level at the start, which is the level itself on the first day."""
    apart = Belief.apart(book.level.believed, book.recovery.believed, book.bad_beginning.believed, NormalDist(0, 0))
    same = (_LEVEL, (0.0, 1.0, 0.0, 0.0), (0.0, 0.0, 1.0, 0.0), _LEVEL)
    return apart.moved(same, (0.0, 0.0, 0.0, 0.0))


def _after(days: int, belief: Belief, book: ChangeBook) -> Belief:
    keeps = HALF ** (1 / book.recovery_halves)
    left, fades = keeps**days, HALF ** (days / book.beginning_halves)
    fallen = (1 - left) / -log(keeps)
    rows = ((1.0, -fallen, 0.0, 0.0), (0.0, left, 0.0, 0.0), (0.0, 0.0, fades, 0.0), _START)
    return belief.moved(rows, (days * book.wander * book.wander, 0.0, 0.0, 0.0))


def _band(day: date, belief: Belief, book: ChangeBook) -> Band:
    level = belief.about(_LEVEL)
    low, high = likely_range(level, book.likely)
    return Band(day, level.mean, low, high)
