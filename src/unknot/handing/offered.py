"""What the page offers to tighten and to write sessions with: only what exists, each with our own limit on it."""

from unknot.coach import Knowledge, our_limits
from unknot.planning import (
    FIRST,
    LAST,
    Of,
    Technique,
    limits_in,
    most_repetitions,
    point_admits,
    serves,
    usual_hold_s,
    zones_admit,
)
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
    """A technique for a session: with which tools, on which points; `sided` where it presses and wants a side."""

    id: str
    name: str
    pain_0_10: int
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
    book = knowledge.techniques
    points = knowledge.body.trigger_points
    return Offered(
        hand_over=hand_over,
        made_at=now,
        limits=limits_in(book.ceilings),
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
    book = knowledge.techniques
    pain, hold = our_limits(Of.TECHNIQUE, one.id, knowledge)
    return Doable(
        id=one.id,
        name=say(f"technique-{one.id}"),
        pain_0_10=pain,
        hold_s=hold,
        usual_s=usual_hold_s(one),
        repetitions=most_repetitions(one, book.ceilings),
        tools=tuple(tool.id for tool in book.tools if serves(tool, one)),
        points=() if one.strokes or not one.presses else _points(one, knowledge),
        sided=one.presses,
    )


def _points(one: Technique, knowledge: Knowledge) -> tuple[str, ...]:
    """The points that admit a technique on either side."""
    body = knowledge.body
    return tuple(
        point.id
        for point in body.trigger_points
        if point_admits(point, one.id)
        and all(
            (zones := body.zones_at(point.point(side))) and zones_admit(zones, one.id, one.positions) for side in Side
        )
    )


def _said() -> dict[str, str]:
    """Every sentence of the form; those that want arguments are of the part that is readable without it."""
    lines = (line for line in fluent_text().splitlines() if line.startswith(_WORDS))
    pairs = (line.split(" = ", 1) for line in lines)
    return {id.removeprefix(_WORDS): words for id, words in pairs if "{" not in words}
