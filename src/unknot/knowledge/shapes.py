"""The shape of each knowledge file: which tables it has, and of which types their entries are."""

from typing import Annotated

from msgspec import Meta

from unknot import units
from unknot.anatomy import Landmark, Muscle, Part, Region, TriggerPoint, Zone
from unknot.coach import Citation, NumbersToCall
from unknot.coach.calling import Countries, Crisis, EuropeanUnion
from unknot.guiding import Script, Sensation, StopRule, Teaching
from unknot.locating import Alternative, Caution, Fingers, LocatingNumbers, Movement, Quality
from unknot.planning import Breath, Ceilings, Coaching, Place, Position, Technique, Tool
from unknot.prevention import Cause, Lesson
from unknot.progress import (
    AheadBook,
    ChangeBook,
    CourseBook,
    Everyday,
    KnotBook,
    MeasuringBook,
    ResponseBook,
    Stage,
    TryingBook,
)
from unknot.screening import Condition, DrawnSign, ImpliedSign, Medicines, NumberSign, Question, Rule
from unknot.screening.own_words import Cue, Danger, Locality, ReadingNumbers, Unlike, WordForms
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
    """How long a check-in is fresh."""

    valid_min: Count
    source: units.Sources


class Questions(Value, frozen=True):
    """questions.toml"""

    check_in: CheckInNumbers
    medicines: Medicines
    question: tuple[Question, ...]
    number_sign: tuple[NumberSign, ...]
    implied_sign: tuple[ImpliedSign, ...]
    history_sign: tuple[ImpliedSign, ...]
    drawn_sign: tuple[DrawnSign, ...]


class Rules(Value, frozen=True):
    """rules.toml"""

    rule: tuple[Rule, ...]


class Conditions(Value, frozen=True):
    """contraindications.toml"""

    condition: tuple[Condition, ...]


class Words(Value, frozen=True):
    """lexicon.toml"""

    reading: ReadingNumbers
    word: tuple[WordForms, ...]
    cue: tuple[Cue, ...]
    unlike: tuple[Unlike, ...]
    danger: tuple[Danger, ...]
    place: tuple[Locality, ...]


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
    coaching: Coaching


class Locating(Value, frozen=True):
    """locating.toml"""

    locating: LocatingNumbers
    fingers: Fingers
    movement: tuple[Movement, ...]
    quality: tuple[Quality, ...]
    caution: tuple[Caution, ...]
    alternative: tuple[Alternative, ...]


class Stopping(Value, frozen=True):
    """stopping.toml"""

    stop: tuple[StopRule, ...]
    sensation: tuple[Sensation, ...]


class Scripts(Value, frozen=True):
    """scripts.toml"""

    teaching: Teaching
    script: tuple[Script, ...]


class Causes(Value, frozen=True):
    """causes.toml"""

    cause: tuple[Cause, ...]
    lesson: tuple[Lesson, ...]


class Course(Value, frozen=True):
    """course.toml"""

    course: CourseBook
    ahead: AheadBook


class Measuring(Value, frozen=True):
    """measuring.toml"""

    measuring: MeasuringBook
    everyday: tuple[Everyday, ...]
    change: ChangeBook
    knots: KnotBook


class Response(Value, frozen=True):
    """response.toml"""

    response: ResponseBook
    stage: tuple[Stage, ...]


class Trying(Value, frozen=True):
    """trying.toml"""

    trying: TryingBook


class Emergency(Value, frozen=True):
    """emergency.toml"""

    countries: Countries
    crisis: Crisis
    european_union: EuropeanUnion
    emergency: tuple[NumbersToCall, ...]


class Sources(Value, frozen=True):
    """sources.toml"""

    citation: tuple[Citation, ...]
