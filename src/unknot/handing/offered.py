"""What the page offers to tighten and to write sessions with: only what exists, each with our own limit on it."""

from unknot.anatomy import TriggerPoint
from unknot.coach import Knowledge, our_limits
from unknot.planning import FIRST, LAST, Of, Technique
from unknot.units import Instant, Seconds, Side, Value
from unknot.words import fluent_text, say

_WORDS = "hand-over-"


class Thing(Value, frozen=True):
    """A technique, tool, zone or muscle: its name and our limits on it. `presses` is false where pain has no limit."""

    of: Of
    id: str
    name: str
    pain_0_10: int
    hold_s: Seconds
    presses: bool


class Doable(Value, frozen=True):
    """A technique for a session: with which tools, on which points; `sided` where it wants a side."""

    id: str
    name: str
    hold_s: Seconds
    usual_s: Seconds
    repetitions: int
    tools: tuple[str, ...]
    points: tuple[str, ...]
    sided: bool


class Offered(Value, frozen=True):
    """Everything that the form knows. said: the words of the form by their ids; names: those of tools and points."""

    hand_over: str
    made_at: Instant
    limits: dict[str, int]
    things: tuple[Thing, ...]
    techniques: tuple[Doable, ...]
    names: dict[str, str]
    said: dict[str, str]


def offered(knowledge: Knowledge, hand_over: str, now: Instant) -> Offered:
    """What a page offers."""
    book, ours = knowledge.techniques, knowledge.techniques.ceilings
    points = knowledge.body.trigger_points
    return Offered(
        hand_over=hand_over,
        made_at=now,
        limits={
            "pain_0_10": ours.good_pain_0_10,
            "hold_s": ours.hold_s[1],
            "spots": ours.spots,
            "minutes": ours.minutes[1],
            "sessions": ours.sessions,
        },
        things=_things(knowledge),
        techniques=tuple(_doable(one, knowledge) for one in book.techniques if one.id not in (FIRST, LAST)),
        names={one.id: say(f"trigger-point-{one.id}") for one in points if one.may_be_pressed}
        | {one.id: say(f"tool-{one.id}") for one in book.tools},
        said=_said(),
    )


def _things(knowledge: Knowledge) -> tuple[Thing, ...]:
    book, body = knowledge.techniques, knowledge.body
    pressed = {point.muscle for point in body.trigger_points if point.may_be_pressed}
    ids = {
        Of.TECHNIQUE: [one.id for one in book.techniques if one.id not in (FIRST, LAST)],
        Of.TOOL: [one.id for one in book.tools],
        Of.ZONE: [one.id for one in body.zones if one.techniques],
        Of.MUSCLE: [one.id for one in body.muscles if one.id in pressed],
    }
    return tuple(_thing(of, id, knowledge) for of, found in ids.items() for id in found)


def _thing(of: Of, id: str, knowledge: Knowledge) -> Thing:
    pain, hold = our_limits(of, id, knowledge)
    return Thing(of, id, say(f"{of}-{id}"), pain, hold, presses=pain > 0)


def _doable(one: Technique, knowledge: Knowledge) -> Doable:
    tools = tuple(
        tool.id
        for tool in knowledge.techniques.tools
        if (one.id in tool.techniques) or (tool.by_hand and not one.presses and one.id != "warmth")
    )
    points = () if one.strokes or not one.presses else _points(one, knowledge)
    most = min(one.repetitions.allowed[1], knowledge.techniques.ceilings.holds_per_spot)
    usual = sum(one.hold.advised) // 2
    return Doable(
        one.id, say(f"technique-{one.id}"), one.hold.allowed[1], usual, most, tools, points, sided=one.presses
    )


def _points(one: Technique, knowledge: Knowledge) -> tuple[str, ...]:
    return tuple(point.id for point in knowledge.body.trigger_points if _admits(point, one, knowledge))


def _admits(point: TriggerPoint, one: Technique, knowledge: Knowledge) -> bool:
    zones = {zone for side in Side for zone in knowledge.body.zones_at(point.point(side))}
    by_zone = zones and all(one.id in zone.techniques for zone in zones)
    return bool(point.may_be_pressed and by_zone and (not point.techniques or one.id in point.techniques))


def _said() -> dict[str, str]:
    """Every sentence of the form; those that want arguments are of the part that is readable without it."""
    lines = (line for line in fluent_text().splitlines() if line.startswith(_WORDS))
    pairs = (line.split(" = ", 1) for line in lines)
    return {id.removeprefix(_WORDS): words for id, words in pairs if "{" not in words}
