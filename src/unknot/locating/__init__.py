"""From a complaint and palpation to the likely muscle, what else it could be, and what it does not know."""

from unknot.locating.answers import AskedMovement
from unknot.locating.asking import Askable, answered, answers_to
from unknot.locating.book import Alternative, Caution, Fingers, LocatingBook, LocatingNumbers, Movement, Quality
from unknot.locating.complaint import (
    Complaint,
    Drawing,
    Felt,
    Noticed,
    Noticing,
    Pain,
    PainKind,
    Palpation,
    Since,
    complaint_of,
)
from unknot.locating.finding import Ask, AskKind, Candidate, Certainty, Finding
from unknot.locating.locate import locate
from unknot.locating.patterns import Patterns
from unknot.locating.posterior import Posterior, believe
from unknot.locating.source import NO_PATTERN, PainSource

__all__ = [
    "NO_PATTERN",
    "Alternative",
    "Ask",
    "AskKind",
    "Askable",
    "AskedMovement",
    "Candidate",
    "Caution",
    "Certainty",
    "Complaint",
    "Drawing",
    "Felt",
    "Finding",
    "Fingers",
    "LocatingBook",
    "LocatingNumbers",
    "Movement",
    "Noticed",
    "Noticing",
    "Pain",
    "PainKind",
    "PainSource",
    "Palpation",
    "Patterns",
    "Posterior",
    "Quality",
    "Since",
    "answered",
    "answers_to",
    "believe",
    "complaint_of",
    "locate",
]
