"""The breath of a cue, from the time alone: in or out, and for how long still; at the person's own pace."""

from enum import StrEnum
from typing import Literal

from msgspec.structs import replace

from unknot.guiding.cues import Cue, CueSheet, Tone
from unknot.planning import Breath, Step
from unknot.units import Millis, Value


class Pace(StrEnum):
    """How slowly a person likes to breathe, within what is known to calm."""

    QUICK = "quick"
    MIDDLE = "middle"
    SLOW = "slow"


class BreathPhase(Value, frozen=True):
    """One half of a breath, when in its cue it began, and what is left of it.

    `is_told`: the breath turns here, and that can be heard. The tone of a cue tells where its first breath begins; a
    breath in for which there is no time left is not begun.
    """

    way: Literal["in", "out"]
    turned_ms: Millis
    left_ms: Millis
    is_told: bool


def breath_at(breath: Breath, cue: Cue, since_ms: Millis) -> BreathPhase | None:
    """The breath `since_ms` after a cue began; None where it paces none. As breath.ts."""
    if not cue.breathes:
        return None
    whole_ms = breath.in_ms + breath.out_ms
    began_ms = since_ms - since_ms % whole_ms
    out_ms = began_ms + breath.in_ms
    if since_ms < out_ms:
        is_told = out_ms <= cue.for_ms and (began_ms > 0 or cue.tone is Tone.NONE)
        return BreathPhase("in", began_ms, out_ms - since_ms, is_told)
    return BreathPhase("out", out_ms, began_ms + whole_ms - since_ms, is_told=True)


def at_pace(sheet: CueSheet, pace: Pace) -> CueSheet:
    """The same session with its breath at a person's own pace; nothing else moves, for a hold is timed by its seconds.

    Source: clinical 3.2, in 4-5 s, out 5-6 s.
    """
    plan = sheet.plan
    return replace(sheet, plan=replace(plan, steps=_paced(plan.steps, pace), spares=_paced(plan.spares, pace)))


def _paced(steps: tuple[Step, ...], pace: Pace) -> tuple[Step, ...]:
    return tuple(replace(step, breath=_breath_at_pace(step.breath, pace)) for step in steps)


def _breath_at_pace(breath: Breath, pace: Pace) -> Breath:
    by_ms = {Pace.QUICK: -breath.spread_ms, Pace.MIDDLE: 0, Pace.SLOW: breath.spread_ms}[pace]
    return replace(breath, in_ms=breath.in_ms + by_ms, out_ms=breath.out_ms + by_ms)
