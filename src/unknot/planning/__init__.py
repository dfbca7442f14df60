"""Techniques, tools and doses become a plan; `limits.enforce` has the last word."""

from unknot.planning.advised import FIRST, LAST, AdvisedStep, plan_advised
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
from unknot.planning.tightening import NOTHING_TIGHTER, Of, Tightening, Tighter, all_together

__all__ = [
    "FIRST",
    "HANDS",
    "LAST",
    "NOTHING_TIGHTER",
    "AdvisedStep",
    "Breath",
    "Ceilings",
    "Change",
    "Clearance",
    "Coaching",
    "Draft",
    "Envelope",
    "FreeHand",
    "Limit",
    "Of",
    "Phase",
    "Place",
    "Plan",
    "Position",
    "Situation",
    "Step",
    "Swap",
    "Technique",
    "TechniqueBook",
    "Tightening",
    "Tighter",
    "Tool",
    "all_together",
    "ceiling_of",
    "enforce",
    "plan_advised",
    "plan_session",
    "pressing_refused",
]
