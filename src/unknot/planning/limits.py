"""The last word on every plan: what is not allowed is cut, what is too much is clamped.

Only `enforce` returns a `Plan`. It looks at nothing but the envelope and the step itself, so that it holds whatever
planning wanted.
"""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from math import ceil, hypot
from statistics import mean

from msgspec.structs import replace

from unknot.anatomy import Permission, TriggerPoint, Zone, sided
from unknot.planning.envelope import Envelope
from unknot.planning.permits import most_repetitions, point_admits, serves, zones_admit
from unknot.planning.plan import Clearance, Draft, FreeHand, Phase, Plan, Step
from unknot.planning.spares import spares_within
from unknot.planning.techniques import Technique, Tool
from unknot.planning.tightening import NOTHING_TIGHTER, Of, Tighter
from unknot.screening import Grade, Modality
from unknot.units import Point, Score0To10, Seconds, Value


class Ceiling(Value, frozen=True):
    """How strongly and how long a step may press at most, and in which zone it lies."""

    pressure_0_10: Score0To10
    hold_s: Seconds
    zone: str


def enforce(draft: Draft, envelope: Envelope) -> Plan:
    """The plan that remains of a draft inside every limit: zones, permissions, conditions, tools, doses, the day.

    Source: clinical 1.0 (resolution rule), 2.4, 3.2, 4; protocol S1, S2, M3, T6, T7.
    """
    refused = pressing_refused(envelope)
    within = [_clamped(step, envelope) for step in draft.steps if not (step.presses and refused)]
    steps = [step for step in within if step is not None]
    steps = _within_spots(steps, envelope)
    steps = _within_tool_totals(steps, envelope)
    steps = _within_minutes(steps, envelope)
    ways = [_clamped(way, envelope) for way in draft.ways if way.presses and not refused]
    as_written = frozenset(step.id for step in draft.written)
    spares, again = spares_within(tuple(steps), tuple(way for way in ways if way is not None), envelope, as_written)
    cleared = envelope.cleared
    advised = ("advised",) if envelope.tightening != NOTHING_TIGHTER else ()
    cut = ("advised-cut",) if _is_cut(draft.written, steps) else ()
    notes = (*((refused,) if refused else ()), *advised, *draft.notes, *cut)
    return Plan(
        made_at=envelope.now,
        rules=cleared.rules,
        steps=tuple(steps),
        notes=tuple(dict.fromkeys(notes)),
        total_s=sum(step.total_s for step in steps),
        presses=any(step.presses for step in steps),
        spares=spares,
        again=again,
        coaching=envelope.book.coaching,
        clearance=Clearance(cleared.at, cleared.rules, cleared.valid_min),
        is_first=not envelope.history,
    )


def _is_cut(written: tuple[Step, ...], steps: list[Step]) -> bool:
    """True when a step that someone wrote is left out, shorter, less often or gentler than they wrote it."""
    left = {step.id: (step.seconds, step.repetitions, step.ceiling_0_10) for step in steps}
    return any(left.get(one.id) != (one.seconds, one.repetitions, one.ceiling_0_10) for one in written)


def pressing_refused(envelope: Envelope) -> str | None:
    """The note that says why nothing may be pressed now; None when pressing may be planned.

    Source: clinical 0 (E2), 2.3, 3.2 (times a day, hours between).
    """
    if not envelope.cleared.limits.pressure_allowed:
        return "no-pressure-within-days"
    if not envelope.tightening.allows_pressure:
        return "advised-no-pressure"
    pressed = [past for past in envelope.sessions_today() if past.pressed_s]
    if any(past.stopped_for for past in envelope.sessions_today()):
        return "stopped-today"
    if len(pressed) >= envelope.ceilings.sessions:
        return "enough-today"
    if envelope.easing.gentle_only:
        return envelope.easing.gentle_only
    gap = timedelta(hours=envelope.ceilings.hours_between)
    if any(envelope.now - past.ended_at < gap for past in pressed):
        return "hours-between"
    longer_gap = timedelta(hours=envelope.easing.hours_between)
    if any(past.pressed_s and envelope.now - past.ended_at < longer_gap for past in envelope.history):
        return "less-is-enough"
    return None


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
    if not (_may_be_done(step, technique, tool, envelope) and zones_admit(zones, step.technique, (step.position,))):
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


def _may_be_done(step: Step, technique: Technique, tool: Tool, envelope: Envelope) -> bool:
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
        and not (tool.by_hand and both_hands and envelope.situation.hand is not FreeHand.BOTH)
    )


def _is_rested(step: Step, envelope: Envelope) -> bool:
    """False for a spot that is still sore from last time.

    Source: clinical 3.2.
    """
    return step.point is None or step.side is None or sided(step.point, step.side) not in envelope.easing.resting


def _clamped(step: Step, envelope: Envelope) -> Step | None:
    technique = envelope.book.technique_by_id[step.technique]
    if not step.presses:
        return _clamped_without_pressure(step, technique, envelope)
    ceiling = ceiling_of(step, envelope)
    if ceiling is None:
        return None
    return replace(
        step,
        seconds=min(step.seconds, ceiling.hold_s),
        repetitions=min(step.repetitions, most_repetitions(technique, envelope.ceilings)),
        ceiling_0_10=min(step.ceiling_0_10, ceiling.pressure_0_10),
        start_0_10=min(step.start_0_10, ceiling.pressure_0_10),
        zone=ceiling.zone,
    )


def _clamped_without_pressure(step: Step, technique: Technique, envelope: Envelope) -> Step | None:
    tool = envelope.book.tool_by_id[step.tool]
    if technique.presses or not serves(tool, technique):
        return None
    if not _may_be_done(step, technique, tool, envelope):
        return None
    named = ((Of.TECHNIQUE, technique.id), *(() if tool.by_hand else ((Of.TOOL, tool.id),)))
    tighter = envelope.tightening.of_all(named)
    if tighter is None:
        return None
    if technique.modality is Modality.STRETCH and not envelope.cleared.limits.pressure_allowed:
        return None
    if technique.modality is not None:
        areas = {zone.area for zone in envelope.body.zones}
        grades = [envelope.cleared.limits.grade(technique.modality, area) for area in areas]
        if any(grade is not Grade.OK for grade in grades):
            return None
    longest = technique.hold.allowed[-1] if tighter.hold_s is None else min(technique.hold.allowed[-1], tighter.hold_s)
    return replace(
        step,
        seconds=max(0, min(step.seconds, longest)),
        repetitions=min(step.repetitions, most_repetitions(technique, envelope.ceilings)),
        ceiling_0_10=0,
        start_0_10=0,
    )


def _within_spots(steps: list[Step], envelope: Envelope) -> list[Step]:
    spots: list[str] = []
    kept = []
    for step in steps:
        spot = sided(step.point, step.side) if step.point and step.side else None
        if spot and spot not in spots:
            if len(spots) >= envelope.ceilings.spots:
                continue
            spots.append(spot)
        elif spot and step.phase is Phase.PRESS:
            continue
        kept.append(step)
    return kept


def _within_tool_totals(steps: list[Step], envelope: Envelope) -> list[Step]:
    used: dict[str, int] = {}
    kept = []
    for step in steps:
        tool = envelope.book.tool_by_id[step.tool]
        left = tool.total_s - used.get(tool.id, 0)
        repetitions = min(step.repetitions, left // step.seconds) if step.seconds else 0
        if repetitions:
            used[tool.id] = used.get(tool.id, 0) + repetitions * step.seconds
            kept.append(replace(step, repetitions=repetitions))
    return kept


def _within_minutes(steps: list[Step], envelope: Envelope) -> list[Step]:
    """Cuts repetitions, then whole steps, from the last pressing one backwards, until the session fits."""
    kept = list(steps)
    while sum(step.total_s for step in kept) > envelope.session_s:
        longest = max((step for step in kept if step.repetitions > 1), key=lambda s: s.total_s, default=None)
        if longest is not None:
            at = kept.index(longest)
            kept[at] = replace(longest, repetitions=longest.repetitions - 1)
            continue
        order = (Phase.PRESS, Phase.WARM, Phase.MOVE, Phase.CLOSE, Phase.SETTLE)
        last = max(kept, key=lambda step: (-order.index(step.phase), kept.index(step)))
        kept.remove(last)
    return kept
