"""What an answer to "how strong is it, from 0 to 10?" comes to. No answer ever allows more.

The browser's `levels.ts` follows the same rules.
"""

from unknot.guiding.cues import Turn
from unknot.planning import Coaching, Step
from unknot.units import Score0To10, Value

LEAST_CEILING_0_10 = 1


class Told(Value, frozen=True):
    """A level that was told in a hold, and whether the pressure has been eased since then."""

    level_0_10: Score0To10
    eased_since: bool = False


def ceiling_now(step: Step, eased_by: int) -> Score0To10:
    """The most pain that a step may cause: its ceiling, lowered by how often it was eased; 0 where nothing presses.

    Source: clinical 3.1.
    """
    return max(step.ceiling_0_10 - eased_by, LEAST_CEILING_0_10) if step.ceiling_0_10 else 0


def turn_of(level_0_10: Score0To10, earlier: tuple[Told, ...], ceiling_0_10: Score0To10, coaching: Coaching) -> Turn:
    """The turn that a level takes: over the ceiling, rising within the hold, faded, or steady.

    earlier: what was told in the same hold, oldest first. An ache that became less because the hand became lighter has
    not faded: only what was told since the last easing is looked at for that.

    Source: clinical 2.3, 3.1 (good and bad signs), 3.2 (stop early); protocol M2, S6.
    """
    if level_0_10 > ceiling_0_10:
        return Turn.LEVEL_OVER
    if earlier and level_0_10 >= earlier[-1].level_0_10 + coaching.rises_by_0_10:
        return Turn.LEVEL_RISING
    peak = max((told.level_0_10 for told in earlier if not told.eased_since), default=level_0_10)
    is_low = level_0_10 <= coaching.faded_at_0_10 and level_0_10 < peak
    return Turn.LEVEL_FADED if is_low or peak - level_0_10 >= coaching.fades_by_0_10 else Turn.LEVEL_STEADY
