"""How the report puts moments, places and scores into words."""

from datetime import datetime

from unknot.locating import Drawing
from unknot.sharing.chronicle import Chronicle
from unknot.sharing.readings import Reading, ReadingKind
from unknot.units import Instant, Wall
from unknot.words import is_said, say

_MOST_MARKS, _MOST_PLACES = 10, 3
_DEGREES = (ReadingKind.TURNED_LEFT, ReadingKind.TURNED_RIGHT)
_REACH = (ReadingKind.REACH_LEFT, ReadingKind.REACH_RIGHT)


def day_of(at: datetime) -> str:
    """The day of a moment on the wall."""
    return f"{at.day} {at:%b %Y}"


def moment_of(at: datetime) -> str:
    """The day and time of a moment on the wall."""
    return f"{day_of(at)}, {at:%H:%M}"


def times_of(moments: list[Instant], wall: Wall) -> str:
    """One moment, or how many there were with the first and the last."""
    first, last = moment_of(wall(moments[0])), moment_of(wall(moments[-1]))
    return last if len(moments) == 1 else say("report-several", count=len(moments), first=first, last=last)


def place_named(place: str) -> str:
    """A marked place, also one of another version."""
    region, _, side = place.rpartition("_")
    named, where = (region, {"L": "left", "R": "right"}[side]) if side in ("L", "R") else (place, "")
    said = say(f"region-{named}") if is_said(f"region-{named}") else named
    return say("app-sided", name=said, side=where) if where else said


def marks_named(drawing: Drawing) -> str:
    """The marked places, each with its strength, the strongest first."""
    hurting = [place for place, strength in drawing.items() if strength]
    if not hurting:
        return say("report-nothing-marked")
    strongest = sorted(hurting, key=lambda place: (-drawing[place], place))
    return _first_of([f"{place_named(place)} {drawing[place]}" for place in strongest], _MOST_MARKS)


def places_named(places: tuple[str, ...]) -> str:
    """The places of a pain, the first few by name."""
    return _first_of([place_named(place) for place in places], _MOST_PLACES)


def _first_of(named: list[str], most: int) -> str:
    first, more = ", ".join(named[:most]), len(named) - most
    return say("report-and-more", named=first, count=more) if more > 0 else first


def points(by: float) -> str:
    """A number of points, with one digit after the point and no minus before a nought.

    >>> points(-0.04), points(1.26)
    ('0.0', '1.3')
    """
    return f"{round(by, 1) or 0.0:.1f}"


def reading_named(one: Reading, chronicle: Chronicle) -> str:
    """What a reading is of: an activity by the person's own name for it."""
    if one.kind is ReadingKind.ACTIVITY:
        return say("report-reading-activity", name=chronicle.activities.get(one.about, one.about))
    return say(f"report-reading-{one.kind}")


def value_of(one: Reading) -> str:
    """The value of a reading."""
    if one.kind is ReadingKind.CHANGE:
        return say(f"now-change-{one.value}")
    if one.kind in _DEGREES:
        return say("progress-turning-degrees", degrees=one.value)
    if one.kind in _REACH:
        return say(f"progress-reach-{one.value}")
    return say(f"now-sore-{one.value}") if one.kind is ReadingKind.SORENESS else str(one.value)
