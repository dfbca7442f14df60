"""Days and their pain: many scores a day become one, and a long silence begins a new episode."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from statistics import fmean

from unknot.progress.measures import Measure
from unknot.progress.past import PastSession
from unknot.units import Instant, Score0To10, Value


class DayPain(Value, frozen=True):
    """One day of the person's own calendar and its pain, 0-10."""

    day: date
    pain: float


class Felt(Value, frozen=True):
    """A pain at a moment, 0-10."""

    at: Instant
    pain: Score0To10


def felt_in(measures: Iterable[Measure], past: Iterable[PastSession]) -> tuple[Felt, ...]:
    """Every pain that was felt at a moment, oldest first: those before sessions as well."""
    told = [Felt(one.at, one.pain_now) for one in measures if one.pain_now is not None]
    before = [Felt(one.ended_at, one.pain_before) for one in past if one.pain_before is not None]
    return tuple(sorted((*told, *before), key=lambda one: one.at))


def next_felt(felt: tuple[Felt, ...], after: Instant, from_hours: int, until_hours: int) -> Felt | None:
    """The last pain that was felt so many hours after a moment; None when none was told then.

    felt: oldest first.
    """
    first = bisect_left(felt, after + timedelta(hours=from_hours), key=lambda one: one.at)
    end = bisect_right(felt, after + timedelta(hours=until_hours), key=lambda one: one.at)
    return felt[end - 1] if first < end else None


def days_of(measures: Collection[Measure], past: Iterable[PastSession]) -> tuple[DayPain, ...]:
    """A pain for each day on which one was told, oldest first.

    A day's average counts where it was told, else the mean of all that was felt, before sessions as well. The day is
    that of the clock on which it was told, or was told on last, so that neither a journey nor summer time moves an
    evening to the morrow.
    """
    averages: dict[date, list[int]] = {}
    felt: dict[date, list[int]] = {}
    for one in measures:
        if one.pain_average is not None:
            averages.setdefault(one.at.date(), []).append(one.pain_average)
        if one.pain_now is not None:
            felt.setdefault(one.at.date(), []).append(one.pain_now)
    clocks = tuple(sorted(measures, key=lambda one: one.at))
    for session in past:
        if session.pain_before is not None:
            felt.setdefault(day_of(session.ended_at, clocks), []).append(session.pain_before)
    days = sorted({*averages, *felt})
    return tuple(DayPain(day, fmean(averages.get(day) or felt[day])) for day in days)


def day_of(at: Instant, measures: Sequence[Measure]) -> date:
    """The day of a moment that is kept in UTC, on the clock on which the person last told something before it.

    measures: oldest first; before the first of them, and without any, the clock of the first, and UTC.
    """
    if not measures:
        return at.date()
    told_before = bisect_right(measures, at, key=lambda one: one.at)
    return at.astimezone(measures[max(told_before - 1, 0)].at.tzinfo).date()


def episode_of(days: tuple[DayPain, ...], gap_days: int, longest_days: int) -> tuple[DayPain, ...]:
    """The days since the last gap that was longer than this; of a pain that goes on and on, the last stretch of it."""
    begin = max(len(days) - 1, 0)
    while begin:
        before = days[begin - 1].day
        is_apart = days[begin].day - before > timedelta(days=gap_days)
        if is_apart or days[-1].day - before > timedelta(days=longest_days):
            break
        begin -= 1
    return days[begin:]
