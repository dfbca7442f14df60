"""Each knot as a thing with a story."""

from statistics import mean

from unknot.progress.course import CourseBook, Trend, trend_of
from unknot.progress.past import Helped, PastSession, Turning
from unknot.units import Instant, Score0To10, Seconds, Side, Value


class KnotSession(Value, frozen=True):
    """One session in the story of a knot."""

    at: Instant
    plan_id: str
    technique: str
    pressed_s: Seconds
    pain_before: Score0To10 | None
    pain_after: Score0To10 | None
    turning: Turning | None
    helped: Helped | None
    stopped_for: str | None


class Knot(Value, frozen=True):
    """A trigger point on one side and its sessions, oldest first; `best` is the technique after which pain fell most.

    `best` is None until more than one technique was tried often enough to compare.
    """

    point: str
    side: Side
    muscle: str
    since: Instant
    sessions: tuple[KnotSession, ...]
    trend: Trend
    best: str | None


def knots_of(past: tuple[PastSession, ...], book: CourseBook) -> tuple[Knot, ...]:
    """The knots that were treated, the latest first.

    past: sessions, oldest first.
    """
    stories: dict[tuple[str, Side, str], list[KnotSession]] = {}
    for one in past:
        for treated in one.treated:
            knot = (treated.point, treated.side, treated.muscle)
            stories.setdefault(knot, []).append(_session(one, treated.technique))
    knots = [_knot(*knot, tuple(sessions), book) for knot, sessions in stories.items()]
    return tuple(sorted(knots, key=lambda knot: knot.sessions[-1].at, reverse=True))


def _session(one: PastSession, technique: str) -> KnotSession:
    return KnotSession(
        at=one.ended_at,
        plan_id=one.plan_id,
        technique=technique,
        pressed_s=one.pressed_s,
        pain_before=one.pain_before,
        pain_after=one.pain_after,
        turning=one.turning,
        helped=one.helped,
        stopped_for=one.stopped_for,
    )


def _knot(point: str, side: Side, muscle: str, sessions: tuple[KnotSession, ...], book: CourseBook) -> Knot:
    pains = tuple(one.pain_before for one in sessions if one.pain_before is not None)
    trend, best = trend_of(pains, book), _best(sessions, book)
    return Knot(point, side, muscle, sessions[0].at, sessions, trend, best)


def _best(sessions: tuple[KnotSession, ...], book: CourseBook) -> str | None:
    falls: dict[str, list[int]] = {}
    for one in sessions:
        if one.pain_before is not None and one.pain_after is not None:
            falls.setdefault(one.technique, []).append(one.pain_before - one.pain_after)
    enough = {id: mean(fell) for id, fell in falls.items() if len(fell) >= book.enough_sessions}
    return max(enough, key=lambda id: enough[id]) if len(enough) > 1 else None
