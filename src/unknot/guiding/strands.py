"""The strands of a cue sheet: the main line, step by step, and beside it what a turn can lead to.

Beside the main line a step that presses has a strand that lets go of it; for each other way one with all its
repetitions, taken before the first hold, and one with a single hold, taken once a hold was begun; and, where one
repetition more is allowed, a strand with that. Whoever did not do a step to its end enters the next one beside the
main line, where "again" is not offered. So no way meets a cue twice, and no spot gets more holds than planning allows.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from unknot.guiding.cues import Cue, CueKind, Tone
from unknot.guiding.scripts import ms_of
from unknot.planning import HANDS, Phase, Plan, Step
from unknot.units import Seconds, Side, Value

END = ""
_PLACING = (CueKind.READY, CueKind.SWITCH_SIDE)


class Strand(Value, frozen=True):
    """Cues that follow one another, and the names of the strands that they lead to.

    `enters_at` is the place in the strand that follows at which it is entered. `swap_to` is taken before the first
    hold, `begun_to` once it was begun; `again_to` when the last is done, and in the first cue of the next step
    (`before_again_to`). An empty name: there is none; for `leads_to` and `skip_to`, the end.
    """

    name: str
    cues: tuple[Cue, ...]
    leads_to: str
    skip_to: str
    enters_at: int = 0
    swap_to: str = ""
    begun_to: str = ""
    sore_to: str = ""
    again_to: str = ""
    before_again_to: str = ""


def main_strands(plan: Plan) -> tuple[Strand, ...]:
    """The session as it goes when nothing turns it, a strand for each step."""
    strands: list[Strand] = []
    side: Side | None = None
    for index, step in enumerate(plan.steps):
        switches = step.side is not None and side is not None and step.side is not side
        cues = tuple(_cues_of(index, step, step.repetitions, switches))
        side = step.side or side
        strands.append(
            Strand(
                name=_name(index),
                cues=cues,
                leads_to=_name(index + 1) if index + 1 < len(plan.steps) else END,
                skip_to=_entry_after(index, plan),
                swap_to=_way(index, 0) if _ways_of(step, plan) else "",
                begun_to=_way(index, 0, once=True) if _ways_of(step, plan) else "",
                sore_to=_let_go(index) if step.presses else "",
                again_to=_again(index) if step.id in plan.again else "",
                before_again_to=_again(index - 1) if index and _has_bridge(index, plan) else "",
            )
        )
    return tuple(strands)


def spare_strands(plan: Plan, main: tuple[Strand, ...]) -> Iterator[Strand]:
    """What a turn can lead to beside the main line."""
    for index, step in enumerate(plan.steps):
        after = _entry_after(index, plan)
        if index and _has_bridge(index, plan):
            yield _bridge(main[index])
        if step.presses and plan.coaching is not None:
            yield Strand(_let_go(index), _released(index, step), after, after)
        if step.id in plan.again:
            yield _repetition_more(index, step, after)
        yield from _other_ways(index, step, plan, after)


def _other_ways(index: int, step: Step, plan: Plan, after: str) -> Iterator[Strand]:
    ways = _ways_of(step, plan)
    for rank, place in enumerate(ways):
        way = plan.spares[place]
        at = len(plan.steps) + place
        is_last = rank + 1 == len(ways)
        for once in (False, True):
            name = _way(index, rank, once=once)
            yield Strand(
                name=name,
                cues=tuple(_cues_of(at, way, 1 if once else way.repetitions, switches=False)),
                leads_to=after,
                skip_to=after,
                swap_to="" if is_last else _way(index, rank + 1, once=once),
                begun_to="" if is_last or once else _way(index, rank + 1, once=True),
                sore_to=_let_go(index, rank),
            )
        yield Strand(_let_go(index, rank), _released(at, way), after, after)


def _bridge(strand: Strand) -> Strand:
    """The first cue of a step for those who come from beside the main line: it leads back to it."""
    return replace(
        strand, name=_bridged(strand.name), cues=strand.cues[:1], leads_to=strand.name, enters_at=1, before_again_to=""
    )


def _repetition_more(index: int, step: Step, after: str) -> Strand:
    more = step.repetitions + 1
    rest = (_cue(CueKind.REST, step.rest_s, "cue-rest", index, step, more, Tone.NONE),) if step.rest_s else ()
    cues = (*rest, *_repetition(index, step, more))
    numbered = tuple(replace(cue, repetitions=more) for cue in cues)
    return Strand(_again(index), numbered, after, after, sore_to=_let_go(index) if step.presses else "")


def _ways_of(step: Step, plan: Plan) -> tuple[int, ...]:
    """The places among the spares of the other ways of a step."""
    return tuple(place for place, way in enumerate(plan.spares) if way.id == step.id)


def _has_bridge(index: int, plan: Plan) -> bool:
    """True for a step whose placing cue offers the step before it again."""
    return plan.steps[index - 1].id in plan.again and bool(plan.steps[index].ready_s)


def _entry_after(index: int, plan: Plan) -> str:
    """Where to go on after a step that was not done to its end."""
    if index + 1 == len(plan.steps):
        return END
    name = _name(index + 1)
    return _bridged(name) if _has_bridge(index + 1, plan) else name


def _name(index: int) -> str:
    return f"step {index}"


def _bridged(name: str) -> str:
    return f"{name} from beside"


def _again(index: int) -> str:
    return f"step {index} again"


def _let_go(index: int, rank: int | None = None) -> str:
    return f"step {index} let go" if rank is None else f"step {index} way {rank} let go"


def _way(index: int, rank: int, *, once: bool = False) -> str:
    return f"step {index} way {rank}{' once' if once else ''}"


def _released(index: int, step: Step) -> tuple[Cue, ...]:
    return (_cue(CueKind.RELEASE, step.release_s, "cue-release", index, step, step.repetitions, Tone.RELEASE),)


def _cues_of(index: int, step: Step, repetitions: int, switches: bool) -> Iterator[Cue]:
    step = replace(step, repetitions=repetitions)
    if step.ready_s:
        kind = CueKind.SWITCH_SIDE if switches else CueKind.READY
        tone = Tone.SWITCH if switches else Tone.NONE
        yield _cue(kind, step.ready_s, _place_said(step), index, step, 1, tone)
    for repetition in range(1, repetitions + 1):
        yield from _repetition(index, step, repetition)
        if step.rest_s and repetition < repetitions:
            yield _cue(CueKind.REST, step.rest_s, "cue-rest", index, step, repetition, Tone.NONE)


def _repetition(index: int, step: Step, repetition: int) -> Iterator[Cue]:
    kind = _kind_of(step)
    yield _cue(kind, step.seconds, _said(step, kind), index, step, repetition, Tone.START)
    if step.release_s:
        yield _cue(CueKind.RELEASE, step.release_s, "cue-release", index, step, repetition, Tone.RELEASE)


def _kind_of(step: Step) -> CueKind:
    match step.phase:
        case Phase.SETTLE | Phase.CLOSE:
            return CueKind.SETTLE
        case Phase.MOVE:
            return CueKind.MOVE
        case Phase.WARM | Phase.PRESS:
            if not step.presses:
                return CueKind.SETTLE
            return CueKind.STROKE if _is_stroke(step) else CueKind.HOLD


def _is_stroke(step: Step) -> bool:
    return len(step.path) > 1


def _place_said(step: Step) -> str:
    by_both_hands = step.presses and step.tool == HANDS and step.hand is None
    return "cue-place-both-hands" if by_both_hands else f"cue-place-{step.technique}"


def _said(step: Step, kind: CueKind) -> str:
    match kind:
        case CueKind.HOLD:
            return f"cue-hold-{step.technique}"
        case CueKind.STROKE:
            return f"cue-stroke-{step.technique}"
        case CueKind.MOVE:
            return f"cue-move-{step.technique}"
        case _:
            return f"cue-{step.technique}"


def _cue(kind: CueKind, seconds: Seconds, say: str, index: int, step: Step, repetition: int, tone: Tone) -> Cue:
    lasts = kind.is_done
    return Cue(
        at_ms=0,
        for_ms=ms_of(seconds),
        kind=kind,
        say=say,
        step=index,
        repetition=repetition,
        repetitions=step.repetitions,
        tone=tone,
        counts_down=lasts,
        breathes=lasts and kind is not CueKind.MOVE,
        presses=lasts and step.presses,
        halfway_tone=kind is CueKind.HOLD,
        side=step.side,
    )
