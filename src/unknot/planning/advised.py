"""A session that a professional has written: its steps in their order, as far as they are within every limit.

Source: decision 0017.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from unknot.locating import Finding
from unknot.planning.dose import eased_seconds
from unknot.planning.envelope import HANDS, Envelope
from unknot.planning.limits import enforce
from unknot.planning.plan import Change, Draft, Phase, Plan, Step, Swap
from unknot.planning.session import all_forbidden, as_changed, may_press, refuse_unplannable, unpressed_steps
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
    advised: tuple[AdvisedStep, ...], finding: Finding, envelope: Envelope, changes: tuple[Change, ...] = ()
) -> Plan:
    """The plan that a professional wrote, cut to the limits of this person, this day and these hands.

    A note says when anything of it was left out or made less. What the person themselves leaves out is no such thing.

    Raises: InputError: as `planning.plan_session`; a written step is done in no other way.
    """
    refuse_unplannable(envelope)
    presses = may_press(finding, envelope)
    drafted = tuple(_drafted(advised, envelope))
    first = tuple(unpressed_steps((FIRST,), Phase.SETTLE, envelope))
    last = tuple(unpressed_steps((LAST,), Phase.CLOSE, envelope))
    wanted = as_changed((*first, *drafted, *last), changes)
    possible = tuple(_eased(step, envelope) for step in wanted if presses or not step.presses)
    written = tuple(step for step in drafted if step in wanted)
    return enforce(Draft(possible, tuple(_notes(finding, advised, drafted, envelope)), written=written), envelope)


def _notes(
    finding: Finding, advised: tuple[AdvisedStep, ...], drafted: tuple[Step, ...], envelope: Envelope
) -> Iterator[str]:
    if finding.holds_back:
        yield "look-first"
    elif all_forbidden(finding):
        yield "forbidden-muscle"
    yield from envelope.easing.notes
    if len(drafted) < len(advised):
        yield "advised-cut"


def _drafted(advised: tuple[AdvisedStep, ...], envelope: Envelope) -> Iterator[Step]:
    """The steps that are possible at all, each once, with the times and the pain that were written."""
    taken: set[str] = set()
    for one in advised:
        step = _step(one, envelope)
        if step is None or step.id in taken:
            continue
        taken.add(step.id)
        most = step.ceiling_0_10 if one.pain_0_10 is None or not step.presses else one.pain_0_10
        yield replace(
            step,
            seconds=one.seconds,
            repetitions=max(0, one.repetitions),
            ceiling_0_10=most,
            start_0_10=min(step.start_0_10, most),
            swaps=(),
        )


def _eased(step: Step, envelope: Envelope) -> Step:
    return replace(step, seconds=eased_seconds(step.seconds, envelope)) if step.presses else step


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
