"""The last word on every plan: what is not allowed is cut, what is too much is clamped.

Only `enforce` returns a `Plan`. It looks at nothing but the envelope and the step itself, so that it holds whatever
planning wanted.
"""

from datetime import timedelta

from msgspec.structs import replace

from unknot.anatomy import sided
from unknot.planning.ceiling import ceiling_of, may_be_done
from unknot.planning.envelope import Envelope
from unknot.planning.permits import most_repetitions, serves
from unknot.planning.plan import Clearance, Draft, Phase, Plan, Step
from unknot.planning.spares import spares_within
from unknot.planning.techniques import Technique
from unknot.planning.tightening import NOTHING_TIGHTER, Of
from unknot.screening import Grade, Modality


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
        is_first=not any(past.pressed_s for past in envelope.history),
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
    if not may_be_done(step, technique, tool, envelope):
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
