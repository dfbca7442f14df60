"""What an answer to "how strong is it, from 0 to 10?" comes to. No answer ever allows more.

The browser's `levels.ts` follows the same rules.
"""

from unknot.guiding.cues import Branch, Turn
from unknot.planning import Coaching, Step
from unknot.units import Score0To10, Value

LEAST_CEILING_0_10 = 1


class Told(Value, frozen=True):
    """A level that was told in a hold, and whether the pressure has been eased since then."""

    level_0_10: Score0To10
    eased_since: bool = False


class Eased(Value, frozen=True):
    """How far the ceiling has come down in a session: by how much, and the lowest that has been said since.

    Both hold for every step from then on. `at_most_0_10` is None until something that presses was eased.
    """

    by: int = 0
    at_most_0_10: Score0To10 | None = None


def ceiling_now(step: Step, eased: Eased) -> Score0To10:
    """The most pain that a step may cause: its ceiling, as far down as it was eased; 0 where nothing presses.

    No step of a session is above a ceiling that an earlier one was eased to, however high its own is.

    Source: clinical 2.3, 3.1.
    """
    if not step.ceiling_0_10:
        return 0
    lowered = step.ceiling_0_10 - eased.by
    capped = lowered if eased.at_most_0_10 is None else min(lowered, eased.at_most_0_10)
    return max(capped, LEAST_CEILING_0_10)


def ceiling_said(step: Step, steps: tuple[Step, ...], eased: Eased) -> Score0To10:
    """The ceiling that is spoken of in a step: its own; where nothing presses, the highest of any of `steps`."""
    return ceiling_now(step, eased) or max((ceiling_now(one, eased) for one in steps), default=0)


def eased_by(branch: Branch, step: Step, eased: Eased) -> Eased:
    """The easing after a branch was taken in a step: down by what it says, and at least to what it allows."""
    if not branch.eases and branch.at_most_0_10 is None:
        return eased
    if not step.ceiling_0_10:
        return Eased(eased.by + branch.eases, eased.at_most_0_10)
    ceiling = ceiling_now(step, eased)
    down = branch.eases if branch.at_most_0_10 is None else max(branch.eases, ceiling - branch.at_most_0_10)
    return Eased(eased.by + down, max(ceiling - down, LEAST_CEILING_0_10))


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
