"""The breath of a cue, from the time alone: whether it goes in or out, and for how long still."""

from typing import Literal

from unknot.guiding.cues import Cue, Tone
from unknot.planning import Breath
from unknot.units import Millis, Value


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
    """The breath `since_ms` after a cue began; None where it paces none. As breath.ts, at the middle pace."""
    if not cue.breathes:
        return None
    whole_ms = breath.in_ms + breath.out_ms
    began_ms = since_ms - since_ms % whole_ms
    out_ms = began_ms + breath.in_ms
    if since_ms < out_ms:
        is_told = out_ms <= cue.for_ms and (began_ms > 0 or cue.tone is Tone.NONE)
        return BreathPhase("in", began_ms, out_ms - since_ms, is_told)
    return BreathPhase("out", out_ms, began_ms + whole_ms - since_ms, is_told=True)
