"""One person's whole case as a value: from answers to a plan in one go, without anything being kept.

This is the door of the terminal and of whoever measures Unknot from outside; its shape is kept stable.
"""

from unknot.coach.following import course_at, easing_in
from unknot.coach.happenings import AskingFor
from unknot.coach.knowledge import Knowledge
from unknot.coach.locating import find_for, painful_sides
from unknot.coach.visits import signs_of_drawing
from unknot.errors import InputError
from unknot.guiding import CueSheet, compile_cues
from unknot.locating import Complaint, Drawing, Finding, Noticing, Pain, Palpation, complaint_of
from unknot.planning import (
    NOTHING_TIGHTER,
    Change,
    Envelope,
    FreeHand,
    Plan,
    Situation,
    Tightening,
    plan_session,
)
from unknot.progress import PastSession, history_signs
from unknot.screening import (
    Answers,
    Cleared,
    Fired,
    Limits,
    NeedsAnswers,
    Stopped,
    Tier,
    Verdict,
    Visit,
    screen,
)
from unknot.screening.own_words import read_words
from unknot.units import Instant, Minutes, Value


class Case(Value, frozen=True):
    """What a person says and has: answers, pains, palpation, tools, minutes, place, and earlier sessions.

    drawing: strength 0-10 by place; pains: the same with what each is like, both count; movements and also_hurts: the
    answers to the locator's questions.

    tightening: what a professional has made stricter.

    `about` is for the reader of the file and changes nothing. `words` are the person's own; they put questions first.
    For someone else there is a verdict and no plan.
    """

    answers: Answers = {}
    drawing: Drawing = {}
    pains: tuple[Pain, ...] = ()
    palpation: Palpation = {}
    movements: Noticing = {}
    also_hurts: Noticing = {}
    tools: tuple[str, ...] = ()
    minutes: Minutes = 10
    place: str = "home"
    hand: FreeHand = FreeHand.BOTH
    history: tuple[PastSession, ...] = ()
    changes: tuple[Change, ...] = ()
    visit: Visit = Visit.FIRST
    asking_for: AskingFor = AskingFor.ONESELF
    words: str = ""
    about: str = ""
    tightening: Tightening = NOTHING_TIGHTER

    @property
    def complaint(self) -> Complaint:
        """What the locator is told."""
        return complaint_of(self)


class Advice(Value, frozen=True):
    """What Unknot says to a case. Without a clearance there is neither a finding nor a plan.

    verdict: cleared, stopped or needs-answers; tier is null while questions are open.
    missing: the questions still open, the next one first; beside a stop those that may show a greater danger.
    """

    verdict: str
    tier: Tier | None
    fired: tuple[Fired, ...]
    missing: tuple[str, ...]
    limits: Limits | None
    finding: Finding | None
    plan: Plan | None
    rules: str


def screen_case(case: Case, knowledge: Knowledge, now: Instant) -> Verdict:
    """The verdict on a case. Raises: InputError: as `screening.screen`."""
    past = tuple(sorted(case.history, key=lambda one: one.ended_at))
    signs = history_signs(past, knowledge.tools_near_neck, knowledge.course, now)
    drawn = signs_of_drawing(case.complaint.marks, knowledge)
    hinted = read_words(case.words, knowledge.lexicon).signs_in_front
    return screen(case.answers, knowledge.rules, now, case.visit, signs | drawn, hinted)


def locate_case(case: Case, knowledge: Knowledge, now: Instant) -> Finding:
    """The finding for a case; without a clearance it asks to press nothing and to move nothing.

    Raises: InputError: as `screen_case` and `locating.locate`.
    """
    return find_for(case.complaint, screen_case(case, knowledge, now), knowledge)


def advise(given: Case, knowledge: Knowledge, now: Instant) -> Advice:
    """The verdict on a case and, when it clears, the finding and the plan.

    Raises: InputError: as `screen_case`, `locate_case` and `planning.plan_session`.
    """
    verdict = screen_case(given, knowledge, now)
    match verdict:
        case Stopped():
            more = verdict.may_be_worse
            return Advice("stopped", verdict.tier, verdict.fired, more, None, None, None, verdict.rules)
        case NeedsAnswers():
            return Advice("needs-answers", None, (), verdict.missing, None, None, None, verdict.rules)
        case Cleared() if given.asking_for is AskingFor.SOMEONE_ELSE:
            fired, limits = verdict.fired, verdict.limits
            return Advice("cleared", verdict.tier, fired, (), limits, None, None, verdict.rules)
        case Cleared():
            finding = find_for(given.complaint, verdict, knowledge)
            plan = _plan(given, knowledge, verdict, finding, now)
            fired, limits = verdict.fired, verdict.limits
            return Advice("cleared", verdict.tier, fired, (), limits, finding, plan, verdict.rules)


def cue_case(case: Case, knowledge: Knowledge, now: Instant) -> CueSheet:
    """The cue sheet of a case.

    Raises: InputError: as `advise`, or questions are open (`case-needs-answers`), or the case is not
    cleared (`plan-refused`).
    """
    advice = advise(case, knowledge, now)
    if advice.tier is None:
        raise InputError("answers", "case-needs-answers", count=len(advice.missing))
    if advice.plan is None:
        raise InputError("answers", "plan-refused")
    return compile_cues(advice.plan, knowledge.scripts)


def _plan(case: Case, knowledge: Knowledge, cleared: Cleared, finding: Finding, now: Instant) -> Plan:
    past = tuple(sorted(case.history, key=lambda one: one.ended_at))
    situation = Situation(case.minutes, case.tools, case.hand, case.place)
    easing = easing_in(course_at(past, (), knowledge, now), knowledge)
    envelope = Envelope(knowledge.body, knowledge.techniques, cleared, situation, past, now, easing, case.tightening)
    return plan_session(finding, painful_sides(case.complaint.marks), envelope, case.changes)
