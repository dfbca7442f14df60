"""A person's course as whoever they hand it to needs it: the one input of the report, the tables and the bundle.

What is newly measured is told in `unknot.sharing.retelling`, and then stands in every document.
"""

from enum import StrEnum

from unknot.guiding import Ending
from unknot.locating import Candidate, Drawing
from unknot.planning import Situation, Step
from unknot.progress import Helped, Knot, Turning
from unknot.screening import (
    Answers,
    Fired,
    Restriction,
    Tier,
    Visit,
)
from unknot.units import Instant, Score0To10, Seconds, Side, Value


class MeasureKind(StrEnum):
    """What is measured again and again."""

    PAIN_NOW = "pain-now"
    PAIN_BEFORE = "pain-before"
    PAIN_AFTER = "pain-after"
    TURNING = "turning"


class Device(StrEnum):
    """What a measure was taken with."""

    SELF_REPORT = "self-report"


class Measure(Value, frozen=True):
    """One measure: pain as 0-10, turning of the neck as a word; `of` is the check-in or plan it belongs to."""

    kind: MeasureKind
    at: Instant
    value: Score0To10 | Turning
    device: Device
    of: str


class StoryCheckIn(Value, frozen=True):
    """One check-in: what was answered in it, all that counted, and the verdict with the rules that fired.

    `verdict` is cleared, stopped or needs-answers; `tier` is None while questions were open. `signs` are those of
    the answers that counted.
    """

    id: str
    at: Instant
    visit: Visit
    answers: Answers
    counted: Answers
    signs: tuple[str, ...]
    history: tuple[str, ...]
    verdict: str
    tier: Tier | None
    fired: tuple[Fired, ...]
    restrictions: tuple[Restriction, ...]
    pressure_allowed: bool
    rules: str


class StoryPlan(Value, frozen=True):
    """One plan: the drawing and finding it treats, and its steps."""

    id: str
    made_at: Instant
    check_in: str
    drawing: Drawing
    candidates: tuple[Candidate, ...]
    cannot_tell: bool
    situation: Situation
    steps: tuple[Step, ...]
    notes: tuple[str, ...]
    total_s: Seconds


class Dose(Value, frozen=True):
    """What was really done of one step. Seconds are of pressure or movement; the ceiling is pain during pressure."""

    step: str
    technique: str
    tool: str
    seconds: Seconds
    skipped: bool
    presses: bool
    ceiling_0_10: Score0To10
    point: str | None
    side: Side | None
    muscle: str | None


class StopEvent(Value, frozen=True):
    """A session that was stopped, and for what; `unsaid` when nobody explained it."""

    feeling: str
    tier: Tier | None
    ends_session: bool


class StorySession(Value, frozen=True):
    """One session that was begun. What is None was not told."""

    plan: str
    ended_at: Instant
    ending: Ending
    doses: tuple[Dose, ...]
    pressed_s: Seconds
    stop: StopEvent | None
    pain_before: Score0To10 | None
    pain_after: Score0To10 | None
    turning: Turning | None
    helped: Helped | None


class Story(Value, frozen=True):
    """A course of self-care, oldest first, as of `told_at`, under the knowledge of `version`."""

    told_at: Instant
    version: str
    check_ins: tuple[StoryCheckIn, ...]
    plans: tuple[StoryPlan, ...]
    sessions: tuple[StorySession, ...]
    measures: tuple[Measure, ...]
    knots: tuple[Knot, ...]

    @property
    def since(self) -> Instant:
        """When the first thing happened, or when the story is told if nothing did."""
        return min((one.at for one in self.check_ins), default=self.told_at)
