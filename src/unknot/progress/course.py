"""When the course itself is a reason to see someone.

Source: clinical 6.5 and 7.2; protocol R1, R6, U3.
"""

from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from unknot.progress.past import PastSession
from unknot.units import Instant, Probability, Score0To10, Side, Sources, Value


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
    two_weeks_day: int
    four_weeks_day: int
    six_weeks_day: int
    strong_baseline_0_10: Score0To10
    strong_now_0_10: Score0To10
    still_there_0_10: Score0To10
    still_limiting_0_10: Score0To10
    relapses: int
    relapse_weeks: int
    relapse_gap_days: int
    median_of: int
    tool_watch_days: int
    press_watch_days: int
    enough_sessions: int
    episode_gap_days: int
    repeated: dict[str, str]
    source: Sources
    reads_as: str = ""


class _Course(Value, frozen=True):
    """The scores of the present episode: the first, and the median of the last few."""

    began: Instant
    baseline: Score0To10
    now: float

    @property
    def change(self) -> float:
        return self.baseline - self.now


def history_signs(
    past: tuple[PastSession, ...], tools_near_neck: frozenset[str], book: CourseBook, now: Instant
) -> frozenset[str]:
    """The signs that earlier sessions, oldest first, put into a check-in.

    Source: clinical 2.3, 7.2.
    """
    tools = _tool_signs(past, tools_near_neck, book, now)
    course = _course_signs(past, book, now)
    relapsing = ("came-back-three-times",) if _came_back_often(past, book, now) else ()
    return frozenset((*_stop_signs(past, book), *tools, *course, *relapsing))


def _stop_signs(past: tuple[PastSession, ...], book: CourseBook) -> tuple[str, ...]:
    """What the last session that pressed or was stopped leaves, and whether the one before left the same.

    A gentle session in between does not wipe it out.
    """
    lasting = [one for one in past if one.pressed_s or one.stop_sign]
    last = lasting[-1].stop_sign if lasting else None
    if last is None:
        return ()
    *earlier, _ = lasting
    came_before = bool(earlier) and earlier[-1].stop_sign == last
    again = book.repeated.get(last) if came_before else None
    return (last,) if again is None else (last, again)


def _tool_signs(
    past: tuple[PastSession, ...], tools_near_neck: frozenset[str], book: CourseBook, now: Instant
) -> tuple[str, ...]:
    tool_watch, press_watch = timedelta(days=book.tool_watch_days), timedelta(days=book.press_watch_days)
    near_neck = any(now - one.ended_at <= tool_watch and tools_near_neck.intersection(one.tools) for one in past)
    pressed = any(now - one.ended_at <= press_watch and one.pressed_s for one in past)
    signs = {"tool-near-neck-lately": near_neck, "pressed-lately": pressed}
    return tuple(sign for sign, holds in signs.items() if holds)


def _course_signs(past: tuple[PastSession, ...], book: CourseBook, now: Instant) -> tuple[str, ...]:
    episode = _episode(past, book, now)
    course = _course(episode, book)
    if course is None:
        return ()
    day = (now - course.began).days
    consistent = _is_consistent(episode, book, now)
    strong = course.baseline >= book.strong_baseline_0_10 or course.now >= book.strong_now_0_10
    hardly = course.change < max(book.small_change, book.no_change_share * course.baseline)
    little = course.change < book.better_by
    less_than_a_share = course.change < book.better_share * course.baseline
    signs = {
        "no-better-after-a-week": day >= book.first_card_day and consistent and hardly,
        "strong-and-no-better-after-a-week": day >= book.first_card_day and strong and little,
        "no-better-after-two-weeks": day >= book.two_weeks_day and little and less_than_a_share,
        "still-there-after-four-weeks": day >= book.four_weeks_day and course.now >= book.still_there_0_10,
        "still-there-after-six-weeks": day >= book.six_weeks_day and course.now >= book.still_limiting_0_10,
        "worse-on-two-days": _is_worse_on_two_days(episode, course, book),
    }
    return tuple(sign for sign, holds in signs.items() if holds)


def _came_back_often(past: tuple[PastSession, ...], book: CourseBook, now: Instant) -> bool:
    """True when one site hurt again after a pause, often enough within the weeks that count.

    Source: clinical 7.2 (three relapses of the same site in eight weeks); what a relapse is, decision 0003.
    """
    window, pause = timedelta(weeks=book.relapse_weeks), timedelta(days=book.relapse_gap_days)
    sites: dict[tuple[str, Side], list[PastSession]] = {}
    for one in past:
        for site in {(spot.muscle, spot.side) for spot in one.treated}:
            sites.setdefault(site, []).append(one)
    return any(
        sum(
            later.ended_at - earlier.ended_at >= pause
            and now - later.ended_at <= window
            and later.pain_before is not None
            and later.pain_before >= book.still_there_0_10
            for earlier, later in pairwise(sessions)
        )
        >= book.relapses
        for sessions in sites.values()
    )


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
