"""Whether it gets better, and when the course itself is a reason to see someone.

Source: clinical.md 6.5 and 7.2; protocol R1, R6, U3.
"""

from datetime import date, timedelta
from enum import StrEnum
from statistics import median

from unknot.progress.past import PastSession
from unknot.units import Instant, Probability, Score0To10, Sources, Value


class Trend(StrEnum):
    """What a run of pain scores shows."""

    BETTER = "better"
    WORSE = "worse"
    NO_CLEAR_CHANGE = "no-clear-change"
    TOO_FEW_DATA = "too-few-data"


class CourseBook(Value, frozen=True):
    """The numbers of the course rules, in points of 0-10, shares, days and counts."""

    better_by: Score0To10
    better_share: Probability
    worse_by: Score0To10
    worse_days: int
    small_change: Score0To10
    no_change_share: Probability
    consistent_days: int
    within_days: int
    first_card_day: int
    four_weeks_day: int
    strong_baseline_0_10: Score0To10
    strong_now_0_10: Score0To10
    still_there_0_10: Score0To10
    median_of: int
    tool_watch_days: int
    enough_sessions: int
    episode_gap_days: int
    repeated: dict[str, str]
    source: Sources


class _Course(Value, frozen=True):
    """The scores of the present episode: the first, and the median of the last few."""

    began: Instant
    baseline: Score0To10
    now: float

    @property
    def change(self) -> float:
        return self.baseline - self.now


def trend_of(pains: tuple[Score0To10, ...], book: CourseBook) -> Trend:
    """The trend of pain scores given before sessions, oldest first; never a verdict from one noisy day.

    Source: clinical.md 6.5 (three-entry median; two points or 30 percent).
    """
    if len(pains) < book.enough_sessions:
        return Trend.TOO_FEW_DATA
    change = pains[0] - median(pains[-book.median_of :])
    if change >= book.better_by or (pains[0] and change >= book.better_share * pains[0]):
        return Trend.BETTER
    return Trend.WORSE if change <= -book.worse_by else Trend.NO_CLEAR_CHANGE


def history_signs(
    past: tuple[PastSession, ...], tools_near_neck: frozenset[str], book: CourseBook, now: Instant
) -> frozenset[str]:
    """The signs that earlier sessions, oldest first, put into a check-in.

    Source: clinical.md 2.3, 7.2.
    """
    tools = _tool_signs(past, tools_near_neck, book, now)
    return frozenset((*_stop_signs(past, book), *tools, *_course_signs(past, book, now)))


def _stop_signs(past: tuple[PastSession, ...], book: CourseBook) -> tuple[str, ...]:
    if not past or past[-1].stop_sign is None:
        return ()
    last = past[-1].stop_sign
    stops = [one.stop_sign for one in past[:-1]]
    again = book.repeated.get(last) if stops and stops[-1] == last else None
    return (last,) if again is None else (last, again)


def _tool_signs(
    past: tuple[PastSession, ...], tools_near_neck: frozenset[str], book: CourseBook, now: Instant
) -> tuple[str, ...]:
    watch = timedelta(days=book.tool_watch_days)
    lately = any(now - one.ended_at <= watch and tools_near_neck.intersection(one.tools) for one in past)
    return ("tool-near-neck-lately",) if lately else ()


def _course_signs(past: tuple[PastSession, ...], book: CourseBook, now: Instant) -> tuple[str, ...]:
    episode = _episode(past, book, now)
    course = _course(episode, book)
    if course is None:
        return ()
    day = (now - course.began).days
    signs = []
    if day >= book.first_card_day and _is_consistent(episode, book, now):
        if course.change < max(book.small_change, book.no_change_share * course.baseline):
            signs.append("no-better-after-a-week")
        strong = course.baseline >= book.strong_baseline_0_10 or course.now >= book.strong_now_0_10
        if strong and course.change < book.better_by:
            signs.append("strong-and-no-better-after-a-week")
    if day >= book.four_weeks_day and course.now >= book.still_there_0_10:
        signs.append("still-there-after-four-weeks")
    if _is_worse_on_two_days(episode, course, book):
        signs.append("worse-on-two-days")
    return tuple(signs)


def _episode(past: tuple[PastSession, ...], book: CourseBook, now: Instant) -> tuple[PastSession, ...]:
    """The sessions since the last long gap; empty when the gap is still open."""
    gap = timedelta(days=book.episode_gap_days)
    episode: list[PastSession] = []
    later = now
    for one in reversed(past):
        if later - one.ended_at > gap:
            break
        episode.append(one)
        later = one.ended_at
    return tuple(reversed(episode))


def _course(episode: tuple[PastSession, ...], book: CourseBook) -> _Course | None:
    pains = [one.pain_before for one in episode if one.pain_before is not None]
    if not pains:
        return None
    return _Course(episode[0].ended_at, pains[0], median(pains[-book.median_of :]))


def _is_consistent(episode: tuple[PastSession, ...], book: CourseBook, now: Instant) -> bool:
    lately = timedelta(days=book.within_days)
    days = {one.ended_at.date() for one in episode if now - one.ended_at <= lately and one.stopped_for is None}
    return len(days) >= book.consistent_days


def _is_worse_on_two_days(episode: tuple[PastSession, ...], course: _Course, book: CourseBook) -> bool:
    """True when on the last two days with a score the pain was well above the first one."""
    worst: dict[date, int] = {}
    for one in episode[1:]:
        if one.pain_before is not None:
            day = one.ended_at.date()
            worst[day] = max(one.pain_before, worst.get(day, 0))
    last_two = [worst[day] for day in sorted(worst, reverse=True)[: book.worse_days]]
    return len(last_two) == book.worse_days and min(last_two) - course.baseline >= book.worse_by
