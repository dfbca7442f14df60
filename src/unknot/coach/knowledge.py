"""Everything that is clinical, decoded and checked, as one value that the use cases are given."""

from functools import cached_property

from unknot.anatomy import Body
from unknot.guiding import Sensation, StopRule
from unknot.locating import LocatingBook, Patterns
from unknot.planning import TechniqueBook
from unknot.prevention import Cause, Lesson
from unknot.progress import ChangeBook, CourseBook, Everyday, KnotBook, MeasuringBook, ResponseBook, Stage, TryingBook
from unknot.screening import RuleBook
from unknot.units import Sources, Value


class EmergencyNumber(Value, frozen=True):
    """The number to call in a country (ISO 3166 two letters); `ZZ` is where the country is not known."""

    country: str
    number: str
    source: Sources
    crisis_line: str = ""


class Citation(Value, frozen=True):
    """What a source id stands for, in words that fit behind a "why?"."""

    id: str
    says: str


class ProgressBook(Value, frozen=True):
    """What progress is measured and judged by, how the dose follows it, and how ways are tried."""

    measuring: MeasuringBook
    everyday: tuple[Everyday, ...]
    changing: ChangeBook
    knots: KnotBook
    response: ResponseBook
    stages: tuple[Stage, ...]
    trying: TryingBook


class Knowledge(Value, frozen=True, dict=True):
    """The decoded knowledge files. `version` names their exact content."""

    body: Body
    rules: RuleBook
    locating: LocatingBook
    techniques: TechniqueBook
    stops: tuple[StopRule, ...]
    sensations: tuple[Sensation, ...]
    causes: tuple[Cause, ...]
    lessons: tuple[Lesson, ...]
    course: CourseBook
    progress: ProgressBook
    emergency: tuple[EmergencyNumber, ...]
    citations: tuple[Citation, ...]
    version: str

    @cached_property
    def patterns(self) -> Patterns:
        """The hypotheses of the locator."""
        return Patterns(self.body, self.locating)

    @cached_property
    def tools_near_neck(self) -> frozenset[str]:
        """The tools after whose use the check-in asks for late signs."""
        return frozenset(tool.id for tool in self.techniques.tools if tool.near_neck)

    @cached_property
    def kept_questions(self) -> frozenset[str]:
        """The questions whose answers stand for a while."""
        return frozenset(question.id for question in self.rules.questions if question.kept)

    def emergency_in(self, country: str) -> EmergencyNumber:
        """The number of a country, or the one that mobile phones understand everywhere.

        Source: decision 0004.
        """
        by_country = {one.country: one for one in self.emergency}
        return by_country.get(country.upper(), by_country["ZZ"])
