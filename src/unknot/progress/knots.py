"""Each knot as a thing with a story, from its first session until it is gone; joined and parted as the person says."""

from collections.abc import Iterable
from datetime import timedelta
from enum import StrEnum
from itertools import pairwise

from unknot.anatomy import sided
from unknot.errors import InputError
from unknot.progress.change import ChangeBook, Trend, change_in
from unknot.progress.course import CourseBook
from unknot.progress.days import Felt, days_of, episode_of, next_felt
from unknot.progress.past import Helped, PastSession, Treated, Turning
from unknot.units import Instant, Score0To10, Seconds, Side, Sources, Value


class KnotBook(Value, frozen=True):
    """When the pain of the next day is looked for, in hours after a session."""

    next_from_hours: int
    next_until_hours: int
    source: Sources
    reads_as: str = ""


class Relation(StrEnum):
    """What a person says of their knots."""

    JOINED = "joined"
    APART = "apart"
    ANEW = "anew"
    GONE = "gone"


class KnotEdit(Value, frozen=True):
    """What a person says of a knot. The sessions stay as they were; only whose story they belong to changes.

    joined: `other` is the same knot. apart: the spot `other` is a knot of its own again. anew: from `at` on it is
    another knot. gone: it was gone at `at`.
    """

    relation: Relation
    knot: str
    at: Instant
    other: str = ""


class Spot(Value, frozen=True):
    """A trigger point on one side, and its muscle."""

    point: str
    side: Side
    muscle: str

    @property
    def id(self) -> str:
        """The sided name of the point."""
        return sided(self.point, self.side)


class KnotSession(Value, frozen=True):
    """One session in the story of a knot; `pain_next` is the pain of the next day, `held_s` the time on this spot."""

    at: Instant
    plan_id: str
    spot: Spot
    technique: str
    tool: str
    held_s: Seconds
    pressed_s: Seconds
    pain_before: Score0To10 | None
    pain_after: Score0To10 | None
    pain_next: Score0To10 | None
    turning: Turning | None
    helped: Helped | None
    stopped_for: str | None


class Knot(Value, frozen=True):
    """A knot: where it sits, since when, its sessions, oldest first, how often it came back, and whether it is gone.

    The trend is that of the pain before its own sessions.
    """

    id: str
    point: str
    side: Side
    muscle: str
    spots: tuple[Spot, ...]
    since: Instant
    sessions: tuple[KnotSession, ...]
    trend: Trend
    relapses: int
    gone_at: Instant | None


def knots_of(
    past: tuple[PastSession, ...],
    felt: tuple[Felt, ...],
    edits: tuple[KnotEdit, ...],
    book: KnotBook,
    changing: ChangeBook,
    course: CourseBook,
) -> tuple[Knot, ...]:
    """The knots that were treated, the latest first, as the person has joined and parted them.

    past, felt, edits: oldest first.
    """
    stories: dict[str, list[KnotSession]] = {}
    for one in past:
        pain_next = next_felt(felt, one.ended_at, book.next_from_hours, book.next_until_hours)
        for treated in one.treated:
            session = _session(one, treated, None if pain_next is None else pain_next.pain)
            stories.setdefault(session.spot.id, []).append(session)
    told_gone: dict[str, Instant] = {}
    for edit in edits:
        _apply(edit, stories, told_gone)
    knots = [_knot(id, tuple(told), told_gone.get(id), changing, course) for id, told in stories.items()]
    return tuple(sorted(knots, key=lambda knot: knot.sessions[-1].at, reverse=True))


def refuse_edit(edit: KnotEdit, knots: tuple[Knot, ...]) -> None:
    """Returns if the edit says something of knots that there are.

    Raises: InputError: there is no such knot, it would be joined with itself, or nothing would be parted.
    """
    by_id = {knot.id: knot for knot in knots}
    knot = by_id.get(edit.knot)
    if knot is None:
        raise InputError("knot", "knot-unknown")
    match edit.relation:
        case Relation.JOINED:
            if edit.other not in by_id or edit.other == edit.knot:
                raise InputError("other", "knot-unknown")
        case Relation.APART:
            if edit.other not in {spot.id for spot in knot.spots} or len(knot.spots) == 1:
                raise InputError("other", "knot-nothing-to-part")
        case Relation.ANEW:
            if not knot.since < edit.at <= knot.sessions[-1].at:
                raise InputError("at", "knot-nothing-to-part")
        case Relation.GONE:
            if edit.at < knot.sessions[-1].at:
                raise InputError("at", "knot-gone-before-last")


def _apply(edit: KnotEdit, stories: dict[str, list[KnotSession]], told_gone: dict[str, Instant]) -> None:
    """Moves sessions from story to story. What names a story that is not there changes nothing."""
    told = stories.get(edit.knot)
    if told is None:
        return
    match edit.relation:
        case Relation.JOINED if edit.other != edit.knot:
            stories[edit.knot] = sorted((*told, *stories.pop(edit.other, ())), key=lambda one: one.at)
        case Relation.APART:
            _part(edit.knot, edit.other, (one for one in told if one.spot.id == edit.other), stories)
        case Relation.ANEW:
            _part(edit.knot, f"{edit.knot}~{edit.at.date()}", (one for one in told if one.at >= edit.at), stories)
        case Relation.GONE:
            told_gone[edit.knot] = edit.at
        case _:
            return


def _part(knot: str, other: str, moving: Iterable[KnotSession], stories: dict[str, list[KnotSession]]) -> None:
    moved = list(moving)
    left = [one for one in stories[knot] if one not in moved]
    if moved and left and other != knot:
        stories[knot] = left
        stories[other] = sorted((*stories.get(other, ()), *moved), key=lambda one: one.at)


def _session(one: PastSession, treated: Treated, pain_next: int | None) -> KnotSession:
    return KnotSession(
        at=one.ended_at,
        plan_id=one.plan_id,
        spot=Spot(treated.point, treated.side, treated.muscle),
        technique=treated.technique,
        tool=treated.tool,
        held_s=treated.held_s,
        pressed_s=one.pressed_s,
        pain_before=one.pain_before,
        pain_after=one.pain_after,
        pain_next=pain_next,
        turning=one.turning,
        helped=one.helped,
        stopped_for=one.stopped_for,
    )


def _knot(
    id: str, sessions: tuple[KnotSession, ...], gone: Instant | None, changing: ChangeBook, course: CourseBook
) -> Knot:
    spots = tuple(dict.fromkeys(one.spot for one in sessions))
    last = sessions[-1].spot
    told = days_of((), (PastSession(one.at, pain_before=one.pain_before) for one in sessions))
    days = episode_of(told, changing.longest_days, changing.longest_days)
    return Knot(
        id=id,
        point=last.point,
        side=last.side,
        muscle=last.muscle,
        spots=spots,
        since=sessions[0].at,
        sessions=sessions,
        trend=change_in(days, changing).trend,
        relapses=sum(_came_back(before, one, gone, course) for before, one in pairwise(sessions)),
        gone_at=gone if gone is not None and gone >= sessions[-1].at else None,
    )


def _came_back(before: KnotSession, one: KnotSession, gone: Instant | None, course: CourseBook) -> bool:
    """True when there was peace before a session: many days without care, or told to be gone; and now there is pain.

    How many days and how much pain is what the rule on relapses says, which counts sites.
    """
    peace = one.at - before.at >= timedelta(days=course.relapse_gap_days)
    was_gone = gone is not None and before.at <= gone < one.at
    return (peace or was_gone) and (one.pain_before or 0) >= course.still_there_0_10
