"""What earlier sessions tell about the ways they used: each one whose next day is known is a trial."""

from datetime import timedelta

from unknot.progress.change import ChangeBook, levels_before
from unknot.progress.days import DayPain, Felt, day_of, felt_in, next_felt
from unknot.progress.knots import KnotBook
from unknot.progress.measures import Measure
from unknot.progress.past import PastSession
from unknot.progress.trying import ALONE, Arm, Tried, Way


def trials_of(
    past: tuple[PastSession, ...],
    measures: tuple[Measure, ...],
    days: tuple[DayPain, ...],
    book: KnotBook,
    changing: ChangeBook,
) -> tuple[Tried, ...]:
    """The trials of an episode: its sessions with a pain before them and one on the next day. All oldest first."""
    levels, felt = levels_before(days, changing), felt_in(measures, past)
    trials = (_trial(one, felt, levels.get(day_of(one.ended_at, measures)), book) for one in past)
    return tuple(one for one in trials if one is not None)


def _trial(one: PastSession, felt: tuple[Felt, ...], level: float | None, book: KnotBook) -> Tried | None:
    after = next_felt(felt, one.ended_at, book.next_from_hours, book.next_until_hours)
    if level is None or one.pain_before is None or after is None:
        return None
    days = (after.at - one.ended_at) / timedelta(days=1)
    return Tried(_arm(one), one.pain_before - level, days, float(one.pain_before - after.pain))


def _arm(one: PastSession) -> Arm:
    """What was done: of the first spot, as the likeliest source is treated first."""
    if not one.pressed_s or not one.treated:
        return Arm(ALONE)
    first = one.treated[0]
    return Arm(Way(first.technique, first.tool), timedelta(seconds=first.held_s) / timedelta(minutes=1))
