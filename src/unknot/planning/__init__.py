"""Techniques, tools and doses become a plan; `limits.enforce` has the last word."""

from unknot.planning.advised import FIRST, LAST, AdvisedStep, plan_advised
from unknot.planning.ceiling import ceiling_of, usual_hold_s
from unknot.planning.envelope import HANDS, Envelope
from unknot.planning.limits import enforce, pressing_refused
from unknot.planning.permits import most_repetitions, point_admits, serves, zones_admit
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
from unknot.planning.tightening import NOTHING_TIGHTER, Of, Tightening, Tighter, all_together, limits_in

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
    "limits_in",
    "most_repetitions",
    "plan_advised",
    "plan_session",
    "point_admits",
    "pressing_refused",
    "serves",
    "usual_hold_s",
    "zones_admit",
]
