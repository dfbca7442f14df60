"""How long and how often: the advised dose, cut to the ceiling, which is half in the first week.

A dose never grows because something did not help.
"""

from unknot.planning.envelope import Envelope
from unknot.planning.limits import Ceiling, usual_hold_s
from unknot.planning.techniques import Technique
from unknot.units import Seconds


def dose_of(technique: Technique, ceiling: Ceiling) -> tuple[Seconds, int]:
    """Seconds of one repetition, the usual ones within the ceiling, and the number of repetitions.

    Source: clinical 3.2; protocol M3.
    """
    return min(usual_hold_s(technique), ceiling.hold_s), technique.repetitions.advised[-1]


def unpressed_seconds(technique: Technique, envelope: Envelope) -> Seconds:
    """Seconds of something that presses nothing: the advised low, the high when there is time."""
    shortest, longest = technique.hold.advised
    return longest if envelope.is_unhurried else shortest
