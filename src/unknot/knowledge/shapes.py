"""The shape of each knowledge file: which tables it has, and of which types their entries are."""

from typing import Annotated

from msgspec import Meta

from unknot import units
from unknot.anatomy import Landmark, Muscle, Part, Region, TriggerPoint, Zone
from unknot.coach import Citation, EmergencyNumber
from unknot.guiding import Sensation, StopRule
from unknot.locating import Alternative, LocatingNumbers
from unknot.planning import Breath, Ceilings, Place, Position, Technique, Tool
from unknot.prevention import Cause, Lesson
from unknot.progress import CourseBook
from unknot.screening import Condition, DrawnSign, ImpliedSign, Question, Rule, ScaleSign
from unknot.units import Value

Count = Annotated[int, Meta(ge=1)]


class Regions(Value, frozen=True):
    """regions.toml"""

    region: tuple[Region, ...]
    part: tuple[Part, ...]


class Landmarks(Value, frozen=True):
    """landmarks.toml"""

    landmark: tuple[Landmark, ...]


class Muscles(Value, frozen=True):
    """muscles.toml"""

    muscle: tuple[Muscle, ...]


class TriggerPoints(Value, frozen=True):
    """trigger_points.toml"""

    trigger_point: tuple[TriggerPoint, ...]


class Zones(Value, frozen=True):
    """zones.toml"""

    zone: tuple[Zone, ...]


class CheckInNumbers(Value, frozen=True):
    """How long a check-in is fresh and an answer kept."""

    valid_min: Count
    kept_days: Count
    source: units.Sources


class Questions(Value, frozen=True):
    """questions.toml"""

    check_in: CheckInNumbers
    question: tuple[Question, ...]
    scale_sign: tuple[ScaleSign, ...]
    implied_sign: tuple[ImpliedSign, ...]
    history_sign: tuple[ImpliedSign, ...]
    drawn_sign: tuple[DrawnSign, ...]


class Rules(Value, frozen=True):
    """rules.toml"""

    rule: tuple[Rule, ...]


class Conditions(Value, frozen=True):
    """contraindications.toml"""

    condition: tuple[Condition, ...]


class Techniques(Value, frozen=True):
    """techniques.toml"""

    technique: tuple[Technique, ...]
    position: tuple[Position, ...]
    place: tuple[Place, ...]


class Tools(Value, frozen=True):
    """tools.toml"""

    tool: tuple[Tool, ...]


class Doses(Value, frozen=True):
    """ceilings.toml"""

    ceilings: Ceilings
    breath: Breath


class Locating(Value, frozen=True):
    """locating.toml"""

    locating: LocatingNumbers
    alternative: tuple[Alternative, ...]


class Stopping(Value, frozen=True):
    """stopping.toml"""

    stop: tuple[StopRule, ...]
    sensation: tuple[Sensation, ...]


class Causes(Value, frozen=True):
    """causes.toml"""

    cause: tuple[Cause, ...]
    lesson: tuple[Lesson, ...]


class Course(Value, frozen=True):
    """course.toml"""

    course: CourseBook


class Emergency(Value, frozen=True):
    """emergency.toml"""

    emergency: tuple[EmergencyNumber, ...]


class Sources(Value, frozen=True):
    """sources.toml"""

    citation: tuple[Citation, ...]
