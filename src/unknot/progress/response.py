"""The dose follows the response: sorer or no better means less, never more; well for long means seldom.

Source: clinical 3.2, 3.5, 7.2; decision 0011.
"""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from unknot.anatomy import sided
from unknot.progress.change import ChangeBook, level_after
from unknot.progress.days import DayPain, day_of
from unknot.progress.easing import Easing, Share
from unknot.progress.measures import Measure, Soreness
from unknot.progress.past import PastSession
from unknot.units import Instant, Score0To10, Sources, Value


class Stage(Value, frozen=True):
    """How often is enough after so many quiet days; a quiet day has at most this pain."""

    id: str
    quiet_days: int
    at_most_0_10: Score0To10
    hours_between: int
    reminders_a_week: int
    source: Sources


class ResponseBook(Value, frozen=True):
    """The numbers by which a dose follows the response."""

    eased_share: Share
    eased_days: int
    most_halvings: int
    too_sore_from_0_10: Score0To10
    resting_hours: int
    adapt_from_day: int
    adapt_after_days: int
    adapt_below: float
    median_of: int
    flare_by: Score0To10
    flare_after_days: int
    flare_hours: int
    source: Sources
    reads_as: str = ""


class Course(Value, frozen=True):
    """What a response is read from: the present episode's days, and all measures and sessions, oldest first."""

    days: tuple[DayPain, ...]
    measures: tuple[Measure, ...]
    past: tuple[PastSession, ...]
    now: Instant

    def day_of(self, session: PastSession) -> date:
        """The day of a session on the person's own clock."""
        return day_of(session.ended_at, self.measures)


def easing_of(course: Course, stages: tuple[Stage, ...], book: ResponseBook, changing: ChangeBook) -> Easing:
    """What the response so far asks of the next session; with nothing told it asks for nothing.

    Source: clinical 3.2 (sore for more than 48 hours, or more than 5 of 10: half), 7.2 (day 3-4).
    """
    sore, standstill = _halvings(course, book), _stands_still(course, book)
    flares = is_flare(course, book, changing)
    stage = stage_of(course, stages)
    resting = _resting(course, book)
    reasons = {
        "eased-sore": bool(sore),
        "eased-no-better": standstill,
        "resting-spot": bool(resting),
        "less-is-enough": stage is not None,
    }
    return Easing(
        dose_share=book.eased_share ** min(sore, book.most_halvings),
        pressure_share=book.eased_share ** min(max(sore, int(standstill)), book.most_halvings),
        gentle_only="flare" if flares else "sore-again" if sore >= book.most_halvings else "",
        resting=resting,
        later=_had_their_turn(course, book) if standstill else (),
        hours_between=0 if stage is None else stage.hours_between,
        more_movement=standstill,
        notes=tuple(note for note, holds in reasons.items() if holds),
    )


def stage_of(course: Course, stages: tuple[Stage, ...]) -> Stage | None:
    """The last stage of growing out of it that has been reached; None while there is pain to work on.

    Only days on which something was told count as quiet: silence is no sign of being well.
    """
    reached = [stage for stage in stages if _quiet_days(course.days, stage.at_most_0_10) >= stage.quiet_days]
    return max(reached, key=lambda stage: stage.quiet_days, default=None)


def is_flare(course: Course, book: ResponseBook, changing: ChangeBook) -> bool:
    """True while the pain of the last hours lies well above the level that it had before them."""
    since = course.now - timedelta(hours=book.flare_hours)
    lately = [one for one in course.measures if one.at > since and one.pain_now is not None]
    if not lately or lately[-1].pain_now is None:
        return False
    before = tuple(day for day in course.days if day.day < lately[-1].at.date())
    if len(before) < book.flare_after_days:
        return False
    return lately[-1].pain_now - level_after(before, changing).mean >= book.flare_by


def _quiet_days(days: tuple[DayPain, ...], at_most: int) -> int:
    """The days from the first to the last of the unbroken run of quiet ones at the end."""
    quiet: list[DayPain] = []
    for one in reversed(days):
        if one.pain > at_most:
            break
        quiet.append(one)
    return (quiet[0].day - quiet[-1].day).days if quiet else 0


def _halvings(course: Course, book: ResponseBook) -> int:
    """How many pressing sessions of late left too much soreness; told twice of one session, it counts once."""
    since = course.now - timedelta(days=book.eased_days)
    pressed = [one.ended_at for one in course.past if one.pressed_s]
    told = [one for one in course.measures if one.at > since and _too_sore(one, book)]
    ends = (*pressed, course.now + timedelta(days=book.eased_days))
    return sum(any(start < one.at <= end for one in told) for start, end in pairwise(ends))


def _too_sore(measure: Measure, book: ResponseBook) -> bool:
    strong = measure.sore_0_10 is not None and measure.sore_0_10 >= book.too_sore_from_0_10
    return strong or measure.soreness is Soreness.OVER_TWO_DAYS


def _resting(course: Course, book: ResponseBook) -> tuple[str, ...]:
    """The spots of the last pressing session, while they were told to be sore within the last day."""
    since = course.now - timedelta(hours=book.resting_hours)
    told = [one.sore_0_10 for one in course.measures if one.at > since and one.sore_0_10 is not None]
    pressed = [one for one in course.past if one.pressed_s]
    if not pressed or not told or not told[-1]:
        return ()
    return tuple(dict.fromkeys(sided(one.point, one.side) for one in pressed[-1].treated))


def _stands_still(course: Course, book: ResponseBook) -> bool:
    """True from the third day on when the days were used and the pain has hardly moved."""
    if not course.days:
        return False
    began = course.days[0]
    day = (course.days[-1].day - began.day).days
    cared = {course.day_of(one) for one in course.past if _counts(one)}
    used = {one for one in cared if one >= began.day}
    lately = median(one.pain for one in course.days[-book.median_of :])
    hardly = began.pain - lately < book.adapt_below and lately >= book.adapt_below
    return day >= book.adapt_from_day and len(used) >= book.adapt_after_days and hardly


def _counts(session: PastSession) -> bool:
    """True for a day of care: something was done, and nothing stopped it."""
    return bool(session.pressed_s) and session.stopped_for is None


def _had_their_turn(course: Course, book: ResponseBook) -> tuple[str, ...]:
    """The techniques that were tried on as many sessions of the episode as it takes to see something."""
    began = course.days[0].day if course.days else None
    sessions = [one for one in course.past if began is not None and course.day_of(one) >= began]
    tried = Counter(id for one in sessions for id in {treated.technique for treated in one.treated})
    return tuple(sorted(id for id, times in tried.items() if times >= book.adapt_after_days))
