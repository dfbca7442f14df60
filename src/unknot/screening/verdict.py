"""What screening can conclude. Only `screening.screen` makes a `Cleared`, and without one there is no plan."""

from enum import StrEnum
from typing import TypeAlias

from unknot.anatomy import Area
from unknot.units import Confidence, Instant, Sources, Value


class Tier(StrEnum):
    """How urgently a person should be seen, mildest first.

    Source: clinical 0, urgency tiers E0-E3.
    """

    CLEAR = "clear"
    ROUTINE = "routine"
    WITHIN_DAYS = "within-days"
    SAME_DAY = "same-day"
    EMERGENCY_NOW = "emergency-now"

    @property
    def severity(self) -> int:
        """0 for clear up to 4 for emergency-now.

        >>> Tier.SAME_DAY.severity > Tier.WITHIN_DAYS.severity
        True
        """
        return _TIER_SEVERITY[self]


_TIER_SEVERITY = {tier: place for place, tier in enumerate(Tier)}


class Modality(StrEnum):
    """The columns of the contraindication matrix: what is done to the body, whichever technique does it."""

    LIGHT_HAND = "light-hand"
    SUSTAINED_HAND = "sustained-hand"
    BALL_WALL = "ball-wall"
    CANE = "cane"
    PERCUSSION_GUN = "percussion-gun"
    NODES_VIBRATION = "nodes-vibration"
    FOAM_ROLLER = "foam-roller"
    HEAT = "heat"
    STRETCH = "stretch"
    TENS = "tens"


class Grade(StrEnum):
    """A cell of the matrix, mildest first: usual limits, light only, a clinician first, blocked.

    Source: clinical 2.4.
    """

    OK = "OK"
    LIM = "LIM"
    ASK = "ASK"
    NO = "NO"

    @property
    def severity(self) -> int:
        """0 for OK up to 3 for NO."""
        return _GRADE_SEVERITY[self]


_GRADE_SEVERITY = {grade: place for place, grade in enumerate(Grade)}


class Restriction(Value, frozen=True):
    """One cell that holds for this person, and the condition it comes from."""

    condition: str
    modality: Modality
    area: Area
    grade: Grade
    source: Sources


class Limits(Value, frozen=True):
    """What this person may not do: whether pressure is allowed at all, and every cell that holds for them."""

    pressure_allowed: bool
    restrictions: tuple[Restriction, ...] = ()

    def grade(self, modality: Modality, area: Area) -> Grade:
        """The strictest grade that any condition gives; OK where none speaks."""
        found = [r.grade for r in self.restrictions if r.modality is modality and r.area is area]
        return max(found, key=lambda grade: grade.severity, default=Grade.OK)


class Fired(Value, frozen=True):
    """A rule that applies, how well it is founded, and the signs that made it."""

    rule: str
    tier: Tier
    confidence: Confidence
    signs: tuple[str, ...]
    source: Sources
    red_flag: str | None = None


class Stopped(Value, frozen=True, tag_field="kind", tag="stopped"):
    """No plan: a professional first, as urgently as the tier says.

    `may_be_worse` are questions still open that can show a greater danger; the stop does not wait for them.
    """

    tier: Tier
    fired: tuple[Fired, ...]
    rules: str
    may_be_worse: tuple[str, ...] = ()


class NeedsAnswers(Value, frozen=True, tag_field="kind", tag="needs-answers"):
    """No plan yet: the questions still open, the next one first."""

    missing: tuple[str, ...]
    rules: str


class Cleared(Value, frozen=True, tag_field="kind", tag="cleared"):
    """A plan may be made, inside the limits, while this is fresh.

    `tier` may still ask for an appointment (routine) or, with pressure refused, for one within days.
    """

    at: Instant
    tier: Tier
    fired: tuple[Fired, ...]
    limits: Limits
    rules: str
    valid_min: int


Verdict: TypeAlias = Stopped | NeedsAnswers | Cleared
