"""What stands in the report for a professional, in words; `typeset` lays it out.

Source: clinical 7.4 (what a referral summary includes).
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import TypeAlias

from unknot.knowledge.views import View
from unknot.locating import Drawing
from unknot.planning import HANDS
from unknot.progress import Turning
from unknot.screening import Tier
from unknot.sharing.drawn import Tick, body_map, pain_course, views_showing
from unknot.sharing.story import Dose, Measure, MeasureKind, Story, StoryCheckIn, StoryPlan, StorySession
from unknot.units import Instant, Value
from unknot.words import is_said, say

MEDICINE_SIGNS = ("anticoagulant", "mild-blood-thinning", "osteoporosis-or-steroids", "locked-after-new-medicine")
"""The options of the check-in in which a person tells of a medicine."""

Wall: TypeAlias = Callable[[Instant], datetime]
"""What a clock on the person's wall showed at a moment."""

_MOST_ROWS, _MOST_PLACES = 8, 10


class Picture(Value, frozen=True):
    """An SVG picture, its caption, and what it shows for whoever cannot see it."""

    svg: str
    caption: str
    alt: str


class Section(Value, frozen=True):
    """A table under a title, with the shares of the width of its columns; without rows, only the note is there."""

    title: str
    widths: tuple[int, ...] = ()
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    note: str = ""


class Headings(Value, frozen=True):
    """What stands over the pictures."""

    map: str
    course: str


class Report(Value, frozen=True):
    """The whole report, in the order in which it is read. `facts` are pairs of a name and what is known."""

    title: str
    warning: str
    facts: tuple[tuple[str, str], ...]
    headings: Headings
    maps: tuple[Picture, ...]
    map_note: str
    course: Picture | None
    course_note: str
    sections: tuple[Section, ...]
    footer: str


def report_of(story: Story, views: dict[str, View], wall: Wall) -> Report:
    """The report of a story; moments are told as `wall` shows them."""
    drawn = next((one for one in reversed(story.plans) if one.drawing), None)
    told_at = wall(story.told_at)
    return Report(
        title=say("report-title"),
        warning=say("report-warning"),
        facts=tuple(_facts(story, wall)),
        headings=Headings(say("report-map"), say("report-course")),
        maps=_maps({} if drawn is None else drawn.drawing, views),
        map_note=_map_note(drawn, wall),
        course=_course(story, wall),
        course_note=say("report-course-none" if _course(story, wall) is None else "report-course-note"),
        sections=(
            _verdicts(story, wall),
            _health(story, wall),
            _knots(story, wall),
            _doses(story),
            _stops(story, wall),
            _turning(story),
        ),
        footer=say("report-footer", version=story.version, at=_moment(told_at), zone=f"{told_at:%Z}" or "UTC"),
    )


def _facts(story: Story, wall: Wall) -> Iterator[tuple[str, str]]:
    yield say("report-name"), ""
    since, until = wall(story.since), wall(story.told_at)
    yield say("report-time"), say("report-from-to", since=_day(since), until=_day(until))
    yield say("report-verdict"), _last_verdict(story, wall)
    pains = [one for one in story.measures if one.kind is not MeasureKind.TURNING]
    last = (
        say("report-pain-at", pain=int(pains[-1].value), at=_moment(wall(pains[-1].at)))
        if pains
        else say("report-not-told")
    )
    yield say("report-pain-last"), last
    stopped = sum(one.stop is not None for one in story.sessions)
    yield say("report-sessions"), say("report-sessions-count", count=len(story.sessions), stopped=stopped)


def _last_verdict(story: Story, wall: Wall) -> str:
    if not story.check_ins:
        return say("report-no-check-in")
    last = story.check_ins[-1]
    return say("report-verdict-at", verdict=_verdict(last), at=_moment(wall(last.at)))


def _verdict(one: StoryCheckIn) -> str:
    return say("report-unfinished") if one.tier is None else say(f"tier-{one.tier}")


def _maps(drawing: Drawing, views: dict[str, View]) -> tuple[Picture, ...]:
    return tuple(
        Picture(body_map(views[name], drawing), say(f"map-view-{name}"), _map_alt(name, drawing))
        for name in views_showing(drawing, views)
    )


def _map_alt(name: str, drawing: Drawing) -> str:
    return say("report-map-alt", view=say(f"map-view-{name}"), marks=_marks(drawing))


def _marks(drawing: Drawing) -> str:
    if not drawing:
        return say("report-nothing-marked")
    strongest = sorted(drawing, key=lambda place: (-drawing[place], place))
    named = ", ".join(f"{_place(place)} {drawing[place]}" for place in strongest[:_MOST_PLACES])
    more = len(strongest) - _MOST_PLACES
    return say("report-and-more", named=named, count=more) if more > 0 else named


def _place(place: str) -> str:
    """A marked place in words, also one of another version."""
    region, _, side = place.rpartition("_")
    named, where = (region, {"L": "left", "R": "right"}[side]) if side in ("L", "R") else (place, "")
    said = say(f"region-{named}") if is_said(f"region-{named}") else named
    return say("app-sided", name=said, side=where) if where else said


def _map_note(drawn: StoryPlan | None, wall: Wall) -> str:
    if drawn is None:
        return say("report-map-none")
    return say("report-map-note", at=_moment(wall(drawn.made_at)), marks=_marks(drawn.drawing))


def _course(story: Story, wall: Wall) -> Picture | None:
    pains = tuple(one for one in story.measures if one.kind is not MeasureKind.TURNING)
    if not pains:
        return None
    ends = (pains[0].at, pains[-1].at) if pains[0].at != pains[-1].at else (pains[0].at,)
    svg = pain_course(pains, story.sessions, tuple(Tick(at, _day(wall(at))) for at in ends))
    return Picture(svg, say("report-course"), _course_alt(pains))


def _course_alt(pains: tuple[Measure, ...]) -> str:
    scores = [int(one.value) for one in pains]
    return say("report-course-alt", count=len(scores), first=scores[0], last=scores[-1], worst=max(scores))


def _verdicts(story: Story, wall: Wall) -> Section:
    """Each warning sign that was told, with the times at which it was; the worst first."""
    told: dict[tuple[str, Tier], list[StoryCheckIn]] = {}
    for one in story.check_ins:
        for fired in one.fired:
            told.setdefault((fired.rule, fired.tier), []).append(one)
    worst = sorted(told.items(), key=lambda item: (item[0][1].severity, item[1][-1].at), reverse=True)
    rows = [
        (
            say(f"rule-{rule}") if is_said(f"rule-{rule}") else rule,
            say(f"tier-{tier}"),
            _times([one.at for one in ones], wall),
        )
        for (rule, tier), ones in worst
    ]
    count, clear = len(story.check_ins), sum(not one.fired and one.tier is Tier.CLEAR for one in story.check_ins)
    header = (say("report-sign"), say("report-tier"), say("report-when"))
    return _section("report-signs", (5, 3, 4), header, rows, say("report-check-ins", count=count, clear=clear))


def _health(story: Story, wall: Wall) -> Section:
    """Medicines and conditions that the check-ins asked about, each with when it was told last."""
    told: dict[str, tuple[str, Instant]] = {}
    for one in story.check_ins:
        for sign in MEDICINE_SIGNS:
            if sign in one.signs:
                told[sign] = (say("report-medicine"), one.at)
        for condition in {cell.condition for cell in one.restrictions} - set(MEDICINE_SIGNS):
            told[condition] = (say("report-condition"), one.at)
    rows = [
        (kind, say(f"sign-{id}" if is_said(f"sign-{id}") else f"condition-{id}"), _moment(wall(at)))
        for id, (kind, at) in sorted(told.items(), key=lambda item: (item[1][0], item[0]), reverse=True)
    ]
    header = (say("report-kind"), say("report-told"), say("report-last-told"))
    return _section("report-health", (1, 5, 2), header, rows, "" if rows else say("report-health-none"))


def _knots(story: Story, wall: Wall) -> Section:
    rows = [
        (
            say("app-sided", name=say(f"muscle-{one.muscle}"), side=one.side),
            say(f"trigger-point-{one.point}"),
            _day(wall(one.since)),
            str(len(one.sessions)),
            say(f"report-trend-{one.trend}"),
        )
        for one in story.knots
    ]
    header = tuple(say(f"report-{id}") for id in ("muscle", "spot", "since", "times", "trend"))
    return _section("report-knots", (4, 5, 2, 1, 2), header, rows, "" if rows else say("report-knots-none"))


def _doses(story: Story) -> Section:
    """What was pressed, with what and how much, the most used first."""
    done: dict[tuple[str, str], list[Dose]] = {}
    for session in story.sessions:
        for dose in session.doses:
            if dose.seconds:
                done.setdefault((dose.technique, dose.tool), []).append(dose)
    most = sorted(done.items(), key=lambda item: (-sum(dose.seconds for dose in item[1]), item[0]))
    rows = [
        (
            say(f"technique-{technique}"),
            say(f"tool-{tool}") if tool != HANDS or doses[0].presses else say("report-nothing"),
            str(len(doses)),
            say("report-minutes", minutes=-(-sum(dose.seconds for dose in doses) // 60)),
            f"{max(dose.ceiling_0_10 for dose in doses)}/10" if doses[0].presses else say("report-nothing"),
        )
        for (technique, tool), doses in most
    ]
    header = tuple(say(f"report-{id}") for id in ("technique", "tool", "times", "in-all", "ceiling"))
    return _section("report-doses", (4, 3, 1, 2, 2), header, rows, "" if rows else say("report-doses-none"))


def _stops(story: Story, wall: Wall) -> Section:
    stopped = [one for one in story.sessions if one.stop is not None]
    rows = [(_moment(wall(one.ended_at)), *_stop(one)) for one in reversed(stopped)]
    header = (say("report-when"), say("report-felt"), say("report-answer"))
    return _section("report-stops", (2, 5, 4), header, rows, "" if rows else say("report-stops-none"))


def _stop(one: StorySession) -> tuple[str, str]:
    if one.stop is None or one.stop.tier is None:
        return say("report-unsaid"), say("report-nothing")
    return say(f"feeling-{one.stop.feeling}"), say(f"stop-{one.stop.feeling}")


def _turning(story: Story) -> Section:
    told = Counter(one.value for one in story.measures if one.kind is MeasureKind.TURNING)
    counted = {turning: told[turning] for turning in Turning if told[turning]}
    rows = [(say(f"turning-{turning}"), str(count)) for turning, count in counted.items()]
    header = (say("report-turned"), say("report-times"))
    return _section("report-turning", (3, 1), header, rows, say("report-turning-device"))


def _section(
    title: str, widths: tuple[int, ...], header: tuple[str, ...], rows: Sequence[tuple[str, ...]], note: str
) -> Section:
    more = len(rows) - _MOST_ROWS
    notes = [note] if note else []
    if more > 0:
        notes.append(say("report-more", count=more))
    return Section(say(title), widths, header if rows else (), tuple(rows[:_MOST_ROWS]), " ".join(notes))


def _times(moments: list[Instant], wall: Wall) -> str:
    first, last = _moment(wall(moments[0])), _moment(wall(moments[-1]))
    return last if len(moments) == 1 else say("report-several", count=len(moments), first=first, last=last)


def _moment(at: datetime) -> str:
    return f"{_day(at)}, {at:%H:%M}"


def _day(at: datetime) -> str:
    return f"{at.day} {at:%b %Y}"
