"""Better, worse, or too few data to tell: what all measures of an episode say together.

Source: clinical 6.5.
"""

from datetime import timedelta
from statistics import mean

from unknot.progress.change import Change, ChangeBook, Trend, change_in
from unknot.progress.days import DayPain
from unknot.progress.measures import Measure, MeasuringBook
from unknot.units import Instant, Side, Value


class Sign(Value, frozen=True):
    """One measure that by itself speaks for better or worse; `by` is how far it moved, in its own unit."""

    measure: str
    trend: Trend
    by: float


class Judgement(Value, frozen=True):
    """What all measures say together, and which of them say so; `change` is that of the pain."""

    trend: Trend
    because: tuple[Sign, ...]
    change: Change


def judge(
    days: tuple[DayPain, ...],
    measures: tuple[Measure, ...],
    changing: ChangeBook,
    measuring: MeasuringBook,
    now: Instant,
) -> Judgement:
    """The judgement on an episode: its days and its measures, both oldest first.

    Worse outweighs better. Without a sign, what the pain shows counts: no clear change, or too few data.
    """
    change = change_in(days, changing)
    own = (_overall(measures, measuring, now), _activities(measures, measuring), *_turning(measures, measuring))
    pain = Sign("pain", change.trend, change.moved) if change.moved is not None else None
    signs = tuple(one for one in (pain, *own) if one is not None and one.trend in (Trend.WORSE, Trend.BETTER))
    for trend in (Trend.WORSE, Trend.BETTER):
        because = tuple(one for one in signs if one.trend is trend)
        if because:
            return Judgement(trend, because, change)
    return Judgement(change.trend, (), change)


def _overall(measures: tuple[Measure, ...], book: MeasuringBook, now: Instant) -> Sign | None:
    """The person's own judgement of the whole change, while it is recent."""
    said = [one for one in measures if one.change is not None and now - one.at <= timedelta(days=book.judged_days)]
    change = said[-1].change if said else None
    if change is None or abs(change) < book.change_by:
        return None
    return Sign("change", Trend.BETTER if change > 0 else Trend.WORSE, float(change))


def _activities(measures: tuple[Measure, ...], book: MeasuringBook) -> Sign | None:
    """The person's own activities, each from its first score to its last."""
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for one in measures:
        last |= one.activities
        first = one.activities | first
    moved = [last[id] - first[id] for id in first]
    if not moved:
        return None
    together, most, least = mean(moved), max(moved), min(moved)
    if together <= -book.activities_by or least <= -book.activity_by:
        return Sign("activities", Trend.WORSE, float(together))
    if together >= book.activities_by or most >= book.activity_by:
        return Sign("activities", Trend.BETTER, float(together))
    return None


def _turning(measures: tuple[Measure, ...], book: MeasuringBook) -> tuple[Sign | None, ...]:
    """Turning to each side, where a camera measured it: only from the size on that it can tell.

    Source: clinical 6.2.
    """
    return tuple(_turned(side, measures, book) for side in Side)


def _turned(side: Side, measures: tuple[Measure, ...], book: MeasuringBook) -> Sign | None:
    degrees = [one.turned_left_deg if side is Side.LEFT else one.turned_right_deg for one in measures]
    seen = [one for one in degrees if one is not None]
    moved = seen[-1] - seen[0] if seen else 0
    if abs(moved) < book.turned_by_deg:
        return None
    return Sign(f"turning-{side}", Trend.BETTER if moved > 0 else Trend.WORSE, float(moved))
