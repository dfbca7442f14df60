"""From a finding to a session for these hands, these tools and these minutes."""

from collections.abc import Iterator

from msgspec.structs import replace

from unknot.errors import InputError
from unknot.locating import Candidate, Finding
from unknot.planning.dose import unpressed_seconds
from unknot.planning.envelope import HANDS, Envelope
from unknot.planning.limits import enforce, pressing_refused
from unknot.planning.plan import Change, Draft, Phase, Plan, Step, Swap
from unknot.planning.ways import knead_step, press_ways
from unknot.screening import Grade, Modality
from unknot.units import Side


def plan_session(
    finding: Finding, painful_sides: tuple[Side, ...], envelope: Envelope, changes: tuple[Change, ...] = ()
) -> Plan:
    """The session for a finding: settle, warm, press the likely spots, move, close; as changed by the person.

    painful_sides: the sides marked, for the general care given when no spot is pressed.

    Raises: InputError: the check-in is not fresh, a tool or place is unknown, or a change names no step of the plan.
    Source: clinical 3.2 (session recipe).
    """
    refuse_unplannable(envelope)
    draft = _draft(finding, painful_sides, envelope, changes)
    return enforce(replace(draft, steps=as_changed(draft.steps, changes)), envelope)


def refuse_unplannable(envelope: Envelope) -> None:
    """Raises: InputError: the check-in is not fresh, or a tool or place is unknown, or the minutes are out of range."""
    if not envelope.is_fresh:
        raise InputError("check_in", "plan-needs-fresh-check-in")
    situation, book = envelope.situation, envelope.book
    for tool in situation.tools:
        if tool not in book.tool_by_id:
            raise InputError("situation.tools", "input-no-such-tool", tool=tool)
    if situation.place not in {place.id for place in book.places}:
        raise InputError("situation.place", "input-no-such-place-to-be", place=situation.place)
    shortest, longest = book.ceilings.minutes
    if not shortest <= situation.minutes <= longest:
        raise InputError("situation.minutes", "input-minutes", shortest=shortest, longest=longest)


def as_changed(steps: tuple[Step, ...], changes: tuple[Change, ...]) -> tuple[Step, ...]:
    """The steps without those that the person leaves out.

    Raises: InputError: a change names no step, or a way in which its step is not done.
    """
    by_id = {step.id: step for step in steps}
    for change in changes:
        step = by_id.get(change.step)
        if step is None:
            raise InputError("changes", "input-no-such-step", step=change.step)
        if not change.skip and (step.technique, step.tool) != (change.technique, change.tool):
            raise InputError("changes", "input-no-such-swap", step=change.step)
    skipped = {change.step for change in changes if change.skip}
    return tuple(step for step in steps if step.id not in skipped)


def may_press(finding: Finding, envelope: Envelope) -> bool:
    """False when the finding asks to press nothing, when only muscles that are never pressed are likely, or by a limit.

    Source: clinical 1.4, cards 12 and 13.
    """
    return not (finding.holds_back or all_forbidden(finding) or pressing_refused(envelope))


def _draft(finding: Finding, painful_sides: tuple[Side, ...], envelope: Envelope, changes: tuple[Change, ...]) -> Draft:
    presses = may_press(finding, envelope)
    targets = _targets(finding, envelope) if presses else []
    found = [ways for ways in (_ways(one, envelope, changes) for one in targets) if ways]
    pressed = [planned for planned, *_ in found]
    others = tuple(way for _, *ways in found for way in ways)
    sides = tuple(dict.fromkeys(one.side for one in targets)) or painful_sides or tuple(Side)
    kneaded = _kneading(sides, envelope) if presses else []
    stretches = envelope.is_unhurried or envelope.easing.more_movement
    settle = "settle" if pressed or kneaded else "breathing"
    steps = (
        *unpressed_steps((settle,), Phase.SETTLE, envelope),
        *_warmth(envelope),
        *_side_by_side(kneaded, pressed),
        *unpressed_steps(("slow-movement",), Phase.MOVE, envelope),
        *(unpressed_steps(("gentle-stretch",), Phase.MOVE, envelope) if stretches else ()),
        *unpressed_steps(("after-care",), Phase.CLOSE, envelope),
    )
    return Draft(steps, tuple(_notes(finding, targets, pressed, envelope)), others)


def all_forbidden(finding: Finding) -> bool:
    """True when only muscles that are never pressed are likely: then movement, breath and warmth are the care.

    Source: clinical 1.4, cards 12 and 13.
    """
    return bool(finding.candidates) and not any(one.may_be_pressed for one in finding.candidates)


def _kneading(sides: tuple[Side, ...], envelope: Envelope) -> list[Step]:
    return [step for step in (knead_step(side, envelope) for side in sides) if step is not None]


def _side_by_side(kneaded: list[Step], pressed: list[Step]) -> tuple[Step, ...]:
    """Warming all sides, then pressing: the side of the likeliest spot first, and one change of side at most."""
    sides = list(dict.fromkeys(step.side for step in (*pressed, *kneaded)))
    order = {side: place for place, side in enumerate(sides)}
    return (
        *sorted(kneaded, key=lambda step: order[step.side], reverse=True),
        *sorted(pressed, key=lambda step: order[step.side]),
    )


def _targets(finding: Finding, envelope: Envelope) -> list[Candidate]:
    """The candidates that may be pressed, as many as fit: one in a short session, up to the ceiling in a long one."""
    pressable = [one for one in finding.candidates if one.may_be_pressed]
    return pressable[: envelope.ceilings.spots if envelope.is_unhurried else 1]


def _ways(one: Candidate, envelope: Envelope, changes: tuple[Change, ...]) -> tuple[Step, ...]:
    point = envelope.body.point_by_id[one.point]
    wishes = {change.step: Swap(change.technique, change.tool) for change in changes if not change.skip}
    return press_ways(point, one.side, envelope, wishes.get(f"{Phase.PRESS}-{point.id}-{one.side}"))


def unpressed_steps(techniques: tuple[str, ...], phase: Phase, envelope: Envelope) -> Iterator[Step]:
    """The steps that press nothing, by hand or without, as far as this place has a position for them."""
    for id in techniques:
        technique = envelope.book.technique_by_id[id]
        position = envelope.position_for(technique)
        if position is None:
            continue
        yield Step(
            id=id,
            phase=phase,
            technique=id,
            tool=HANDS,
            position=position.id,
            seconds=unpressed_seconds(technique, envelope),
            repetitions=technique.repetitions.advised[-1],
            rest_s=technique.rest_s,
            ready_s=envelope.ceilings.ready_s if phase is Phase.MOVE else 0,
            release_s=0,
            breath=envelope.book.breath,
            source=technique.source,
        )


def _warmth(envelope: Envelope) -> Iterator[Step]:
    """Warmth first, where something warm is to hand and there is time."""
    for tool in envelope.book.tools:
        if "warmth" in tool.techniques and envelope.has(tool) and envelope.is_unhurried:
            for step in unpressed_steps(("warmth",), Phase.WARM, envelope):
                technique = envelope.book.technique_by_id[step.technique]
                yield replace(step, tool=tool.id, seconds=technique.hold.advised[0])


def _notes(finding: Finding, targets: list[Candidate], pressed: list[Step], envelope: Envelope) -> Iterator[str]:
    if finding.holds_back:
        yield "look-first"
    elif finding.not_a_muscle:
        yield "perhaps-no-muscle"
    elif finding.cannot_tell:
        yield "cannot-tell"
    if any(not one.may_be_pressed for one in finding.candidates):
        yield "forbidden-muscle"
    reached = {step.id for step in pressed}
    missed = [one for one in targets if f"{Phase.PRESS}-{one.point}-{one.side}" not in reached]
    if missed:
        yield _why_missed(missed, envelope)
    if _hand_grade(envelope) is Grade.LIM:
        yield "light-only"
    if pressed and envelope.is_first_week:
        yield "first-week"
    yield from envelope.easing.notes
    if not pressed:
        yield "general-care"


def _why_missed(missed: list[Candidate], envelope: Envelope) -> str:
    if _hand_grade(envelope) in (Grade.ASK, Grade.NO):
        return "no-pressure-condition"
    for one in missed:
        if envelope.body.point_by_id[one.point].hand_reaches and not envelope.hand_can_reach(one.side):
            return "hand-not-free"
    return "out-of-reach"


def _hand_grade(envelope: Envelope) -> Grade:
    areas = {zone.area for zone in envelope.body.zones}
    grades = (envelope.cleared.limits.grade(Modality.SUSTAINED_HAND, area) for area in areas)
    return max(grades, key=lambda grade: grade.severity)
