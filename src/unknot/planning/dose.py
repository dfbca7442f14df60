"""How long and how often: the advised dose, less when it left soreness, cut to the ceiling, half in the first week.

A dose never grows because something did not help.
"""

from unknot.planning.ceiling import Ceiling, usual_hold_s
from unknot.planning.envelope import Envelope
from unknot.planning.techniques import Technique
from unknot.units import Seconds


def dose_of(technique: Technique, ceiling: Ceiling, envelope: Envelope) -> tuple[Seconds, int]:
    """Seconds of one repetition, the usual ones within the ceiling, and the number of repetitions.

    Source: clinical 3.2; protocol M3.
    """
    eased = eased_seconds(usual_hold_s(technique), envelope)
    return max(1, min(eased, ceiling.hold_s)), technique.repetitions.advised[-1]


def eased_seconds(seconds: Seconds, envelope: Envelope) -> Seconds:
    """Seconds of one repetition that presses, less when earlier ones left soreness."""
    return min(seconds, round(seconds * envelope.easing.dose_share))


def unpressed_seconds(technique: Technique, envelope: Envelope) -> Seconds:
    """Seconds of something that presses nothing: the advised low, the high when there is time."""
    shortest, longest = technique.hold.advised
    return longest if envelope.is_unhurried else shortest
