"""The ways in which a spot can be treated here and now, the most advisable first."""

from collections.abc import Iterator
from math import hypot

from msgspec.structs import replace

from unknot.anatomy import Muscle, TriggerPoint
from unknot.planning.ceiling import Ceiling, ceiling_of
from unknot.planning.dose import dose_of
from unknot.planning.envelope import HANDS, Envelope
from unknot.planning.plan import Phase, Step, Swap
from unknot.planning.techniques import Technique, Tool
from unknot.units import Frame, Point, Side


def press_ways(point: TriggerPoint, side: Side, envelope: Envelope, wish: Swap | None = None) -> tuple[Step, ...]:
    """The ways to treat a trigger point within the limits, first the one to plan: as wished, where that is one of them.

    Empty when nothing at hand reaches it within the limits.
    """
    steps = tuple(_ways_to_press(point, side, envelope))
    if not steps:
        return ()
    swaps = tuple(Swap(step.technique, step.tool) for step in steps)
    chosen = swaps.index(wish) if wish in swaps else 0
    others = (*steps[:chosen], *steps[chosen + 1 :])
    offered = tuple(Swap(step.technique, step.tool) for step in others)
    return (replace(steps[chosen], swaps=offered), *others)


def knead_step(side: Side, envelope: Envelope) -> Step | None:
    """Kneading from the base of the neck towards the shoulder, along the first path that is within the limits.

    Source: protocol M4.
    """
    hands = envelope.book.tool_by_id[HANDS]
    for technique in envelope.book.techniques:
        for stroke in technique.strokes:
            path = tuple(Point(Frame.P, x, y, side) for x, y in stroke)
            step = _step(technique, hands, Phase.WARM, side, path, None, envelope)
            if step is not None:
                return step
    return None


def _ways_to_press(point: TriggerPoint, side: Side, envelope: Envelope) -> Iterator[Step]:
    muscle = next(muscle for muscle in envelope.body.muscles if muscle.id == point.muscle)
    in_turn = sorted(envelope.book.techniques, key=lambda technique: technique.id in envelope.easing.later)
    for technique in in_turn:
        if not technique.presses or technique.strokes:
            continue
        path = _path(technique, point, muscle, side)
        for tool in envelope.book.tools:
            if tool.by_hand and not point.hand_reaches:
                continue
            step = _step(technique, tool, Phase.PRESS, side, path, point, envelope)
            if step is not None:
                yield step


def _path(technique: Technique, point: TriggerPoint, muscle: Muscle, side: Side) -> tuple[Point, ...]:
    here = point.point(side)
    if technique.up_and_down:
        reach = technique.up_and_down
        return tuple(replace(here, y=here.y + dy) for dy in (reach, 0.0, -reach))
    if technique.across_fibres:
        along_x, along_y = _fibre_direction(muscle)
        reach = technique.across_fibres
        ends = ((-along_y * reach, along_x * reach), (along_y * reach, -along_x * reach))
        return tuple(replace(here, x=here.x + dx, y=here.y + dy) for dx, dy in ends)
    return (here,)


def _fibre_direction(muscle: Muscle) -> tuple[float, float]:
    """The unit vector from the middle of the origin to the middle of the insertion, in the muscle's frame."""
    (ax, ay), (bx, by) = _middle(muscle.origin), _middle(muscle.insertion)
    length = hypot(bx - ax, by - ay)
    return (bx - ax) / length, (by - ay) / length


def _middle(curve: tuple[tuple[float, float], ...]) -> tuple[float, float]:
    return sum(x for x, _ in curve) / len(curve), sum(y for _, y in curve) / len(curve)


def _step(
    technique: Technique,
    tool: Tool,
    phase: Phase,
    side: Side,
    path: tuple[Point, ...],
    point: TriggerPoint | None,
    envelope: Envelope,
) -> Step | None:
    for position in _positions(technique, point):
        bare = Step(
            id=f"{phase}-{point.id if point else technique.id}-{side}",
            phase=phase,
            technique=technique.id,
            tool=tool.id,
            position=position,
            seconds=0,
            repetitions=1,
            rest_s=technique.rest_s,
            ready_s=envelope.ceilings.ready_s,
            release_s=envelope.ceilings.release_s,
            breath=envelope.book.breath,
            source=tuple(dict.fromkeys((*technique.source, *tool.source, *(point.source if point else ())))),
            side=side,
            point=point.id if point else None,
            muscle=point.muscle if point else None,
            path=path,
            hand=side.other if tool.by_hand and not envelope.book.position_by_id[position].both_hands else None,
        )
        ceiling = ceiling_of(bare, envelope)
        if ceiling is not None:
            return _dosed(bare, technique, ceiling, envelope)
    return None


def _positions(technique: Technique, point: TriggerPoint | None) -> tuple[str, ...]:
    """The technique's positions, for a point that has its own way of standing at a wall only that one."""
    if point is not None and point.at_wall in technique.positions:
        return (point.at_wall,)
    return technique.positions


def _dosed(step: Step, technique: Technique, ceiling: Ceiling, envelope: Envelope) -> Step:
    seconds, repetitions = dose_of(technique, ceiling, envelope)
    low = technique.pressure.advised[0] if technique.pressure else 0
    return replace(
        step,
        seconds=seconds,
        repetitions=repetitions,
        start_0_10=min(low, ceiling.pressure_0_10),
        ceiling_0_10=ceiling.pressure_0_10,
        zone=ceiling.zone,
    )
