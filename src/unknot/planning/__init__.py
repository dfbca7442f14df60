"""Techniques, tools and doses become a plan; `limits.enforce` has the last word."""

from unknot.planning.envelope import HANDS, Envelope
from unknot.planning.limits import ceiling_of, enforce, pressing_refused
from unknot.planning.plan import (
    Change,
    Clearance,
    Draft,
    FreeHand,
    Phase,
    Plan,
    Situation,
    Step,
    Swap,
)
from unknot.planning.session import plan_session
from unknot.planning.techniques import (
    Breath,
    Ceilings,
    Coaching,
    Limit,
    Place,
    Position,
    Technique,
    TechniqueBook,
    Tool,
)

__all__ = [
    "HANDS",
    "Breath",
    "Ceilings",
    "Change",
    "Clearance",
    "Coaching",
    "Draft",
    "Envelope",
    "FreeHand",
    "Limit",
    "Phase",
    "Place",
    "Plan",
    "Position",
    "Situation",
    "Step",
    "Swap",
    "Technique",
    "TechniqueBook",
    "Tool",
    "ceiling_of",
    "enforce",
    "plan_session",
    "pressing_refused",
]
