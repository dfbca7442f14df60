"""How far the neck turned to each side, as a chart of degrees and as a table of everything that was told."""

from unknot.coach import Story
from unknot.handing.charts import Line, chart
from unknot.handing.markup import NOTHING, element, part, table, text
from unknot.handing.moments import day_of, more
from unknot.progress import Measure, Reach
from unknot.units import Degrees, Wall
from unknot.words import say

_LAST, _FARTHEST_DEG, _STEP_DEG = 42, 90, 30


def turning(told: Story, wall: Wall) -> str:
    """The section on turning; the latest stands first in its table."""
    measures = sorted((one.measure for one in told.entries if _is_told(one.measure)), key=lambda one: one.at)
    shown = measures[-_LAST:]
    rows = ((day_of(wall(one.at)), _left(one), _right(one), _device(one)) for one in reversed(shown))
    heads = (say(f"hand-over-{id}") for id in ("day", "side-left", "side-right", "turned-with"))
    return part(
        say("hand-over-turned"),
        _chart(shown, wall),
        table(say("hand-over-turned-about"), heads, rows),
        more(len(measures) - len(shown)),
        empty=say("hand-over-none"),
    )


def _chart(measures: list[Measure], wall: Wall) -> str:
    """The degrees by day; nothing where none were measured."""
    lefts = tuple(
        (wall(one.at).date(), float(one.turned_left_deg)) for one in measures if one.turned_left_deg is not None
    )
    rights = tuple(
        (wall(one.at).date(), float(one.turned_right_deg)) for one in measures if one.turned_right_deg is not None
    )
    if not lefts and not rights:
        return NOTHING
    alt = say("hand-over-turned-chart", left=_course(lefts), right=_course(rights))
    drawn = chart(alt, (Line(lefts), Line(rights)), most=_FARTHEST_DEG, step=_STEP_DEG)
    return element(
        "figure", drawn, element("figcaption", text(say("hand-over-turned-chart-about")), class_="soft small")
    )


def _course(places: tuple[tuple[object, float], ...]) -> str:
    """The first and the last of some degrees, in words."""
    if not places:
        return say("hand-over-turned-none")
    first, last = (say("progress-turning-degrees", degrees=round(value)) for _, value in (places[0], places[-1]))
    return f"{first} → {last}"


def _is_told(one: Measure) -> bool:
    return any(each is not None for each in (one.reach_left, one.reach_right)) or _is_seen(one)


def _is_seen(one: Measure) -> bool:
    return any(each is not None for each in (one.turned_left_deg, one.turned_right_deg))


def _left(one: Measure) -> str:
    return _turned(one.turned_left_deg, one.reach_left)


def _right(one: Measure) -> str:
    return _turned(one.turned_right_deg, one.reach_right)


def _turned(degrees: Degrees | None, reach: Reach | None) -> str:
    """Degrees, and how far the chin came against the end of the collarbone."""
    seen = None if degrees is None else say("progress-turning-degrees", degrees=degrees)
    told = None if reach is None else say(f"progress-reach-{reach}")
    return ", ".join(one for one in (seen, told) if one is not None) or say("hand-over-turned-none")


def _device(one: Measure) -> str:
    told = (say("hand-over-turned-by-self"),) if one.reach_left is not None or one.reach_right is not None else ()
    return ", ".join((*((say("hand-over-turned-by-camera"),) if _is_seen(one) else ()), *told))
