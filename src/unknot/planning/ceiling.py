"""How strongly and how long a step may press at most: the strictest of everything that speaks about it.

It looks at nothing but the envelope and the step itself. `limits` clamps to it.
"""

from collections.abc import Iterator
from itertools import pairwise
from math import ceil, hypot
from statistics import mean

from msgspec.structs import replace

from unknot.anatomy import Permission, TriggerPoint, Zone, sided
from unknot.planning.envelope import Envelope
from unknot.planning.permits import point_admits, serves, zones_admit
from unknot.planning.plan import FreeHand, Step
from unknot.planning.techniques import Technique, Tool
from unknot.planning.tightening import Of, Tighter
from unknot.screening import Grade
from unknot.units import Point, Score0To10, Seconds, Value


class Ceiling(Value, frozen=True):
    """How strongly and how long a step may press at most, and in which zone it lies."""

    pressure_0_10: Score0To10
    hold_s: Seconds
    zone: str


def ceiling_of(step: Step, envelope: Envelope) -> Ceiling | None:
    """The ceiling of a pressing step, by the strictest of everything that speaks; None when it is not allowed."""
    technique = envelope.book.technique_by_id.get(step.technique)
    tool = envelope.book.tool_by_id.get(step.tool)
    point = envelope.body.point_by_id.get(step.point or "")
    zones = _zones_of(step, envelope)
    if technique is None or tool is None or technique.pressure is None or not zones:
        return None
    if any(place.side is not step.side for place in step.path):
        return None  # the free hand was judged by the side that the step names
    if not (may_be_done(step, technique, tool, envelope) and zones_admit(zones, step.technique, (step.position,))):
        return None
    if not _tool_serves(tool, technique, zones, step, envelope):
        return None
    if point is not None and not (point_admits(point, step.technique) and _is_rested(step, envelope)):
        return None
    tighter = envelope.tightening.of_all(_things_in(step, zones, point, envelope))
    if tighter is None:
        return None
    modality = tool.modality or technique.modality
    grades = [envelope.cleared.limits.grade(modality, zone.area) for zone in zones] if modality else [Grade.NO]
    if any(grade in (Grade.ASK, Grade.NO) for grade in grades):
        return None
    ceiling = _strictest(technique, tool, point, zones, Grade.LIM in grades, envelope)
    return _tightened(ceiling, tighter, envelope)


def _things_in(
    step: Step, zones: tuple[Zone, ...], point: TriggerPoint | None, envelope: Envelope
) -> Iterator[tuple[Of, str]]:
    """What a professional may have set limits on, of a step that presses: without a point it may be any muscle."""
    yield Of.TECHNIQUE, step.technique
    yield Of.TOOL, step.tool
    yield from ((Of.ZONE, zone.id) for zone in zones)
    muscles = (muscle.id for muscle in envelope.body.muscles) if point is None else (point.muscle,)
    yield from ((Of.MUSCLE, muscle) for muscle in muscles)


def _tightened(ceiling: Ceiling, tighter: Tighter, envelope: Envelope) -> Ceiling | None:
    """The ceiling, lowered to what a professional has set; None where that leaves nothing."""
    whole = envelope.tightening
    pain = [one for one in (tighter.pain_0_10, whole.pain_0_10) if one is not None]
    hold = [one for one in (tighter.hold_s, whole.hold_s) if one is not None]
    lowered = replace(ceiling, pressure_0_10=min((ceiling.pressure_0_10, *pain)), hold_s=min((ceiling.hold_s, *hold)))
    return lowered if lowered.pressure_0_10 >= 0 and lowered.hold_s > 0 else None


def _strictest(
    technique: Technique,
    tool: Tool,
    point: TriggerPoint | None,
    zones: tuple[Zone, ...],
    light: bool,
    envelope: Envelope,
) -> Ceiling:
    ceilings = envelope.ceilings
    pressure = [ceilings.good_pain_0_10, tool.pressure_0_10, *(zone.pressure_0_10 for zone in zones)]
    hold = [technique.hold.allowed[-1], tool.hold_s]
    if not technique.strokes:  # kneading moves on; a hold stays on one spot
        hold += [ceilings.hold_s[-1], *(zone.hold_s for zone in zones)]
    if technique.pressure is not None:
        pressure.append(technique.pressure.allowed[-1])
    if point is not None and point.permission is Permission.LIMITED:
        pressure.append(ceilings.limited_pressure_0_10)
    if envelope.is_first_week:
        hold.append(first_week_hold_s(technique, envelope))
    if light:
        pressure.append(ceilings.light_pressure_0_10)
        hold.append(ceilings.light_hold_s)
    easing = envelope.easing
    return Ceiling(_part(min(pressure), easing.pressure_share), _part(min(hold), easing.dose_share), zones[0].id)


def _part(whole: int, share: float) -> int:
    """A share of a ceiling in whole units, rounded down; something that may be done at all keeps one of them."""
    return min(whole, max(1, int(whole * share)))


def first_week_hold_s(technique: Technique, envelope: Envelope) -> Seconds:
    """The longest hold of the first week: half of the usual one, no shorter than is advised.

    Source: clinical 3.2.
    """
    return max(technique.hold.advised[0], round(usual_hold_s(technique) * envelope.ceilings.first_week_share))


def usual_hold_s(technique: Technique) -> Seconds:
    """The middle of the advised range."""
    return round(mean(technique.hold.advised))


def _zones_of(step: Step, envelope: Envelope) -> tuple[Zone, ...]:
    """Every zone on the way, strictest first; empty when any point of the way may not be pressed."""
    if not all(envelope.body.allows_pressure(point) for point in step.path):
        return ()  # first, so that a corner that is no number never reaches the way between corners
    way = _along(step.path, envelope.ceilings.stroke_grain)
    if not all(envelope.body.allows_pressure(point) for point in way):
        return ()
    found = {zone.id: zone for point in way for zone in envelope.body.zones_at(point)}
    return tuple(sorted(found.values(), key=lambda zone: (zone.pressure_0_10, zone.hold_s, zone.id)))


def _along(path: tuple[Point, ...], grain: float) -> tuple[Point, ...]:
    """The points of a path and of its way, no further than `grain` apart; none when it changes side."""
    if len({(point.frame, point.side) for point in path}) > 1:
        return ()
    way = list(path)
    for start, end in pairwise(path):
        pieces = ceil(hypot(end.x - start.x, end.y - start.y) / grain)
        shares = (piece / pieces for piece in range(1, pieces))
        way += [
            replace(start, x=start.x + (end.x - start.x) * share, y=start.y + (end.y - start.y) * share)
            for share in shares
        ]
    return tuple(way)


def may_be_done(step: Step, technique: Technique, tool: Tool, envelope: Envelope) -> bool:
    """True when the tool is to hand and the position is one of the technique's that this place allows."""
    position = envelope.book.position_by_id.get(step.position)
    return (
        envelope.has(tool)
        and step.position in technique.positions
        and position is not None
        and envelope.situation.place in position.places
    )


def _tool_serves(tool: Tool, technique: Technique, zones: tuple[Zone, ...], step: Step, envelope: Envelope) -> bool:
    today = envelope.sessions_today()
    technique_spent = technique.once_a_day and any(technique.id in past.techniques for past in today)
    tool_spent = tool.once_a_day and any(tool.id in past.tools for past in today)
    conditions = {restriction.condition for restriction in envelope.cleared.limits.restrictions}
    both_hands = envelope.book.position_by_id[step.position].both_hands
    return (
        serves(tool, technique)
        and all(zone.id in tool.zones for zone in zones)
        and all(point.x >= tool.keeps_off_neck for point in step.path)
        and not technique_spent
        and not tool_spent
        and conditions.isdisjoint(technique.not_with)
        and not (tool.by_hand and (step.side is None or not envelope.hand_can_reach(step.side)))
        and not (technique.own_arm and step.side is not None and not envelope.situation.hand.can_be(step.side))
        and not (tool.by_hand and both_hands and envelope.situation.hand is not FreeHand.BOTH)
    )


def _is_rested(step: Step, envelope: Envelope) -> bool:
    """False for a spot that is still sore from last time.

    Source: clinical 3.2.
    """
    return step.point is None or step.side is None or sided(step.point, step.side) not in envelope.easing.resting
