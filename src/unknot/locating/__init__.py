"""From pain drawing and palpation to the likely muscle, and what it does not know."""

from unknot.locating.finding import (
    Alternative,
    Candidate,
    Certainty,
    Drawing,
    Felt,
    Finding,
    LocatingBook,
    LocatingNumbers,
    Palpation,
)
from unknot.locating.locate import NO_PATTERN, locate
from unknot.locating.pattern import Patterns

__all__ = [
    "NO_PATTERN",
    "Alternative",
    "Candidate",
    "Certainty",
    "Drawing",
    "Felt",
    "Finding",
    "LocatingBook",
    "LocatingNumbers",
    "Palpation",
    "Patterns",
    "locate",
]
