"""Everything that is clinical, decoded and checked, as one value that the use cases are given."""

from functools import cached_property

from unknot.anatomy import Body
from unknot.coach.calling import CallingBook
from unknot.coach.edition import Edition
from unknot.guiding import ScriptBook, Sensation, StopRule
from unknot.locating import LocatingBook, Patterns
from unknot.planning import TechniqueBook
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
from unknot.screening import RuleBook
from unknot.screening.own_words import Lexicon
from unknot.units import Value


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
    ahead: AheadBook


class Knowledge(Value, frozen=True, dict=True):
    """The decoded knowledge files, and the edition that they were read from."""

    body: Body
    rules: RuleBook
    lexicon: Lexicon
    locating: LocatingBook
    techniques: TechniqueBook
    stops: tuple[StopRule, ...]
    sensations: tuple[Sensation, ...]
    scripts: ScriptBook
    causes: tuple[Cause, ...]
    lessons: tuple[Lesson, ...]
    course: CourseBook
    calling: CallingBook
    progress: ProgressBook
    citations: tuple[Citation, ...]
    edition: Edition

    @property
    def version(self) -> str:
        """The name of the exact content of the files."""
        return self.edition.version

    @cached_property
    def patterns(self) -> Patterns:
        """The hypotheses of the locator."""
        return Patterns(self.body, self.locating)

    @cached_property
    def tools_near_neck(self) -> frozenset[str]:
        """The tools after whose use the check-in asks for late signs."""
        return frozenset(tool.id for tool in self.techniques.tools if tool.near_neck)
