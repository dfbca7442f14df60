"""From a plan to its cue sheet."""

from collections.abc import Iterator
from datetime import timedelta

from msgspec.structs import replace

from unknot.guiding.cues import Cue, CueKind, CueSheet, Tone
from unknot.planning import HANDS, Phase, Plan, Step
from unknot.units import Side

_MS = timedelta(milliseconds=1)


def compile_cues(plan: Plan) -> CueSheet:
    """The timeline of a plan: get ready, hold or stroke, release, rest, change of side, one after the other.

    Source: protocol M6, M10.
    """
    cues: list[Cue] = []
    at_ms = 0
    side: Side | None = None
    for index, step in enumerate(plan.steps):
        switches = step.side is not None and side is not None and step.side is not side
        for cue in _cues_of(index, step, switches):
            cues.append(replace(cue, at_ms=at_ms))
            at_ms += cue.for_ms
        side = step.side or side
    return CueSheet(plan, tuple(cues), at_ms)


def _cues_of(index: int, step: Step, switches: bool) -> Iterator[Cue]:
    if step.ready_s:
        kind = CueKind.SWITCH_SIDE if switches else CueKind.READY
        tone = Tone.SWITCH if switches else Tone.NONE
        yield _cue(kind, step.ready_s, _place_said(step), index, step, 1, tone)
    for repetition in range(1, step.repetitions + 1):
        kind = _kind_of(step)
        yield _cue(kind, step.seconds, _said(step, kind), index, step, repetition, Tone.START)
        if step.release_s:
            yield _cue(CueKind.RELEASE, step.release_s, "cue-release", index, step, repetition, Tone.RELEASE)
        if step.rest_s and repetition < step.repetitions:
            yield _cue(CueKind.REST, step.rest_s, "cue-rest", index, step, repetition, Tone.NONE)


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


def _cue(kind: CueKind, seconds: int, say: str, index: int, step: Step, repetition: int, tone: Tone) -> Cue:
    lasts = kind.is_done
    return Cue(
        at_ms=0,
        for_ms=timedelta(seconds=seconds) // _MS,
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
