"""A person's course as whoever they hand it to needs it: the one input of the report, the tables and the bundle.

What is newly measured is told in `unknot.sharing.retelling` or `unknot.sharing.readings`, and then stands in every
document. What was said for someone else is no part of it.
"""

from unknot.coach import Rhythm
from unknot.guiding import Ending
from unknot.locating import Candidate, Pain
from unknot.planning import Situation, Step
from unknot.prevention import CauseAnswers
from unknot.progress import Arm, Easing, Helped, Judgement, Knot, KnotEdit, Learned, Turning
from unknot.screening import Answers, Fired, Restriction, Tier, Visit
from unknot.sharing.readings import Drawn, Reading, Standing
from unknot.units import Instant, Score0To10, Seconds, Side, Value


class ToldCheckIn(Value, frozen=True):
    """One check-in: what was written and answered in it, all that counted, and the verdict with the rules that fired.

    `words` is what the person wrote first, `hinted` what was read out of it, which counts for nothing. `verdict` is
    cleared, stopped or needs-answers; `tier` is None while questions were open. `signs` are those of the answers that
    counted, `conditions` the rows of the contraindication matrix and `medicines` the signs of one that they amount to,
    whatever the verdict. `open_questions` were not answered when it ended; `health_asked` is false where one of them is
    about conditions or medicines, so that those that are not named were not denied. `answered_at` is when each answer
    that counted was given: a kept one earlier than the check-in.
    """

    id: str
    at: Instant
    visit: Visit
    words: str
    hinted: tuple[str, ...]
    answers: Answers
    counted: Answers
    answered_at: dict[str, Instant]
    signs: tuple[str, ...]
    conditions: tuple[str, ...]
    medicines: tuple[str, ...]
    health_asked: bool
    open_questions: tuple[str, ...]
    history: tuple[str, ...]
    verdict: str
    tier: Tier | None
    fired: tuple[Fired, ...]
    restrictions: tuple[Restriction, ...]
    pressure_allowed: bool
    rules: str


class ToldPlan(Value, frozen=True):
    """One plan: the pains and finding it treats, what earlier sessions asked of it, what it tries, and its steps."""

    id: str
    made_at: Instant
    check_in: str
    pains: tuple[Pain, ...]
    candidates: tuple[Candidate, ...]
    not_muscular: tuple[str, ...]
    cannot_tell: bool
    holds_back: bool
    situation: Situation
    easing: Easing
    trial: Arm | None
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


class ToldSession(Value, frozen=True):
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


class Chronicle(Value, frozen=True):
    """A course of self-care, oldest first, as of `told_at`, under the knowledge of `version`.

    `readings` and `drawings` hold what was corrected later as well. `judgement` and `learned` are on the present
    episode. `activities` are the names of those that are asked about now, `edits` what was said of the knots. `rhythm`
    says when sessions may press next; it is None while none may.
    """

    told_at: Instant
    version: str
    check_ins: tuple[ToldCheckIn, ...]
    plans: tuple[ToldPlan, ...]
    sessions: tuple[ToldSession, ...]
    readings: tuple[Reading, ...]
    drawings: tuple[Drawn, ...]
    knots: tuple[Knot, ...]
    edits: tuple[KnotEdit, ...]
    judgement: Judgement
    learned: Learned
    activities: dict[str, str]
    causes: CauseAnswers
    rhythm: Rhythm | None

    @property
    def since(self) -> Instant:
        """When the first thing happened, or when the chronicle is told if nothing did."""
        told = (self.check_ins, self.readings, self.drawings)
        return min((ones[0].at for ones in told if ones), default=self.told_at)

    @property
    def standing(self) -> tuple[Reading, ...]:
        """The readings that stand: corrected, and without those that were taken back."""
        return tuple(one for one in self.readings if one.standing is not Standing.REPLACED)

    @property
    def last_drawn(self) -> Drawn | None:
        """Where it hurt when it was last drawn; None when it never was."""
        return next((one for one in reversed(self.drawings) if one.standing is not Standing.REPLACED), None)
