"""How long and how often: the advised dose, halved in the first week and when it left soreness, cut to the ceiling.

A dose never grows because something did not help.
"""

from statistics import mean

from unknot.planning.envelope import Envelope
from unknot.planning.limits import Ceiling
from unknot.planning.techniques import Technique
from unknot.units import Seconds


def dose_of(technique: Technique, ceiling: Ceiling, envelope: Envelope) -> tuple[Seconds, int]:
    """Seconds of one repetition and the number of repetitions.

    Source: clinical 3.2 (half dose in the first week); protocol M3.
    """
    shortest, longest = technique.hold.advised
    usual = round(mean((shortest, longest)))
    eased = round(usual * envelope.easing.dose_share)
    if envelope.is_first_week:
        usual = max(shortest, round(usual * envelope.ceilings.first_week_share))
    return max(1, min(usual, eased, ceiling.hold_s)), technique.repetitions.advised[-1]


def unpressed_seconds(technique: Technique, envelope: Envelope) -> Seconds:
    """Seconds of something that presses nothing: the advised low, the high when there is time."""
    shortest, longest = technique.hold.advised
    return longest if envelope.is_unhurried else shortest
