"""What stands in the report for a professional, in words; `typeset` lays it out.

Source: clinical 7.4 (what a referral summary includes).
"""

from collections.abc import Iterator

from unknot.knowledge.views import View
from unknot.locating import Drawing
from unknot.sharing.chronicle import Chronicle, ToldCheckIn
from unknot.sharing.drawn import Tick, body_map, pain_course, views_showing
from unknot.sharing.readings import Drawn, Reading
from unknot.sharing.sections import Section, sections_of
from unknot.sharing.wording import day_of, marks_named, moment_of, points
from unknot.units import Value, Wall
from unknot.words import is_said, say

_MOST_LETTERS = 240
_PERSON = ("age", "sex-at-birth")


class Picture(Value, frozen=True):
    """An SVG picture, its caption, and what it shows for whoever cannot see it."""

    svg: str
    caption: str
    alt: str


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


def report_of(chronicle: Chronicle, views: dict[str, View], wall: Wall) -> Report:
    """The report of a chronicle; moments are told as `wall` shows them."""
    drawn, told_at = chronicle.last_drawn, wall(chronicle.told_at)
    course = _course(chronicle, wall)
    return Report(
        title=say("report-title"),
        warning=say("report-warning"),
        facts=tuple(_facts(chronicle, wall)),
        headings=Headings(say("report-map"), say("report-course")),
        maps=_maps({} if drawn is None else drawn.drawing, views),
        map_note=_map_note(drawn, wall),
        course=course,
        course_note=say("report-course-none" if course is None else "report-course-note"),
        sections=sections_of(chronicle, wall),
        footer=say("report-footer", version=chronicle.version, at=moment_of(told_at), zone=f"{told_at:%Z}" or "UTC"),
    )


def _facts(chronicle: Chronicle, wall: Wall) -> Iterator[tuple[str, str]]:
    yield say("report-name"), ""
    since, until = wall(chronicle.since), wall(chronicle.told_at)
    yield say("report-person"), _person(chronicle)
    yield say("report-time"), say("report-from-to", since=day_of(since), until=day_of(until))
    yield say("report-verdict"), _last_verdict(chronicle, wall)
    written = next((one for one in reversed(chronicle.check_ins) if one.words.strip()), None)
    if written is not None:
        yield say("report-own-words"), _quoted(written, wall)
    yield say("report-pain-last"), _last_pain(chronicle, wall)
    yield say("report-change"), _change(chronicle)
    stopped = sum(one.stop is not None for one in chronicle.sessions)
    yield say("report-sessions"), say("report-sessions-count", count=len(chronicle.sessions), stopped=stopped)


def _person(chronicle: Chronicle) -> str:
    """Age and sex at birth as they were told last; what was not asked is left out."""
    told = {id: answer for one in chronicle.check_ins for id, answer in one.counted.items() if id in _PERSON}
    age, sex = (told.get(id) for id in _PERSON)
    said = (
        say("report-age", age=age) if isinstance(age, int) else None,
        say(f"sign-{sex}") if isinstance(sex, str) and is_said(f"sign-{sex}") else None,
    )
    return ", ".join(one for one in said if one is not None) or say("report-not-told")


def _last_verdict(chronicle: Chronicle, wall: Wall) -> str:
    if not chronicle.check_ins:
        return say("report-no-check-in")
    last = chronicle.check_ins[-1]
    return say("report-at", said=_verdict(last), at=moment_of(wall(last.at)))


def _verdict(one: ToldCheckIn) -> str:
    return say("report-unfinished") if one.tier is None else say(f"tier-{one.tier}")


def _quoted(one: ToldCheckIn, wall: Wall) -> str:
    words = " ".join(one.words.split())
    cut = words if len(words) <= _MOST_LETTERS else f"{words[:_MOST_LETTERS].rstrip()}…"
    return say("report-at", said=f"“{cut}”", at=moment_of(wall(one.at)))


def _last_pain(chronicle: Chronicle, wall: Wall) -> str:
    pains = _pains(chronicle)
    if not pains:
        return say("report-not-told")
    return say("report-pain-at", pain=int(pains[-1].value), at=moment_of(wall(pains[-1].at)))


def _change(chronicle: Chronicle) -> str:
    """The trend of the present episode with its uncertainty, in points: never from single days."""
    judgement = chronicle.judgement
    trend, change = say(f"report-trend-{judgement.trend}"), judgement.change
    if change.moved is None or change.low is None or change.high is None:
        return trend
    moved, low, high = (points(by) for by in (change.moved, change.low, change.high))
    return say("report-moved", trend=trend, moved=moved, low=low, high=high)


def _maps(drawing: Drawing, views: dict[str, View]) -> tuple[Picture, ...]:
    return tuple(
        Picture(body_map(views[name], drawing), say(f"map-view-{name}"), _map_alt(name, drawing))
        for name in views_showing(drawing, views)
    )


def _map_alt(name: str, drawing: Drawing) -> str:
    return say("report-map-alt", view=say(f"map-view-{name}"), marks=marks_named(drawing))


def _map_note(drawn: Drawn | None, wall: Wall) -> str:
    if drawn is None:
        return say("report-map-none")
    return say("report-map-note", at=moment_of(wall(drawn.at)), marks=marks_named(drawn.drawing))


def _pains(chronicle: Chronicle) -> tuple[Reading, ...]:
    """Every pain at a moment that stands, oldest first."""
    return tuple(one for one in chronicle.standing if one.kind.is_pain_at_a_moment)


def _course(chronicle: Chronicle, wall: Wall) -> Picture | None:
    pains = _pains(chronicle)
    if not pains:
        return None
    ends = (pains[0].at, pains[-1].at) if pains[0].at != pains[-1].at else (pains[0].at,)
    svg = pain_course(pains, chronicle.sessions, tuple(Tick(at, day_of(wall(at))) for at in ends))
    return Picture(svg, say("report-course"), _course_alt(pains))


def _course_alt(pains: tuple[Reading, ...]) -> str:
    scores = [int(one.value) for one in pains]
    return say("report-course-alt", count=len(scores), first=scores[0], last=scores[-1], worst=max(scores))
