"""A session that a professional has written: its steps in their order, as far as they are within every limit.

Source: decision 0017.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from unknot.planning.envelope import HANDS, Envelope
from unknot.planning.limits import enforce, pressing_refused
from unknot.planning.plan import Change, Draft, Phase, Plan, Step, Swap
from unknot.planning.session import refuse_unplannable, unpressed_steps
from unknot.planning.ways import knead_step, press_ways
from unknot.units import Score0To10, Seconds, Side, Value

FIRST, LAST = "settle", "after-care"
"""What every session begins and ends with, whoever wrote it."""


class AdvisedStep(Value, frozen=True):
    """A step as a professional wrote it: what, with what, where, how long, how often, with how much pain at most.

    point and side are empty for what presses nothing; kneading has a side and no point.
    """

    technique: str
    seconds: Seconds
    repetitions: int = 1
    tool: str = HANDS
    point: str = ""
    side: Side | None = None
    pain_0_10: Score0To10 | None = None


def plan_advised(
    advised: tuple[AdvisedStep, ...],
    envelope: Envelope,
    changes: tuple[Change, ...] = (),
    *,
    holds_back: bool = False,
) -> Plan:
    """The plan that a professional wrote, cut to the limits of this person, this day and these hands.

    A note says when anything of it was left out or made less. holds_back: the finding asks to press nothing.

    Raises: InputError: as `planning.plan_session`.
    """
    refuse_unplannable(envelope)
    skipped = {change.step for change in changes if change.skip}
    wanted = tuple(_written(advised, envelope, presses=not holds_back and pressing_refused(envelope) is None))
    steps = (
        *unpressed_steps((FIRST,), Phase.SETTLE, envelope),
        *(step for step in wanted if step.id not in skipped),
        *unpressed_steps((LAST,), Phase.CLOSE, envelope),
    )
    notes = ("look-first",) if holds_back else ()
    plan = enforce(Draft(steps, notes, is_written=True), envelope)
    left = [step for step in plan.steps if step.technique not in (FIRST, LAST)]
    if _doses(left) == [_dose(one) for one in advised]:
        return plan
    return enforce(Draft(steps, (*notes, "advised-cut"), is_written=True), envelope)


def _written(advised: tuple[AdvisedStep, ...], envelope: Envelope, *, presses: bool) -> Iterator[Step]:
    """The steps that can be drafted, each once, with the times that were written."""
    taken: set[str] = set()
    for one in advised:
        step = _step(one, envelope)
        if step is None or step.id in taken or (step.presses and not presses):
            continue
        taken.add(step.id)
        most = step.ceiling_0_10 if one.pain_0_10 is None else min(step.ceiling_0_10, one.pain_0_10)
        yield replace(
            step,
            seconds=one.seconds,
            repetitions=max(0, one.repetitions),
            ceiling_0_10=most,
            start_0_10=min(step.start_0_10, most),
            swaps=(),
        )


def _step(one: AdvisedStep, envelope: Envelope) -> Step | None:
    technique = envelope.book.technique_by_id.get(one.technique)
    if technique is None or one.tool not in envelope.book.tool_by_id or one.technique in (FIRST, LAST):
        return None
    if not technique.presses:
        found = next(unpressed_steps((technique.id,), Phase(technique.phase), envelope), None)
        return None if found is None else replace(found, tool=one.tool)
    point = envelope.body.point_by_id.get(one.point)
    if one.side is None or (point is None) != bool(technique.strokes):
        return None
    step = knead_step(one.side, envelope) if point is None else _press(one, envelope)
    return step if step is not None and (step.technique, step.tool) == (one.technique, one.tool) else None


def _press(one: AdvisedStep, envelope: Envelope) -> Step | None:
    point = envelope.body.point_by_id[one.point]
    ways = () if one.side is None else press_ways(point, one.side, envelope, Swap(one.technique, one.tool))
    return next(iter(ways), None)


def _doses(steps: list[Step]) -> list[tuple[str, str, str, Side | None, int, int]]:
    return [(step.technique, step.tool, step.point or "", step.side, step.seconds, step.repetitions) for step in steps]


def _dose(one: AdvisedStep) -> tuple[str, str, str, Side | None, int, int]:
    return one.technique, one.tool, one.point, one.side, one.seconds, one.repetitions
