"""From a person to their story: what happened, retold without what only Unknot itself needs.

A new measure is added in `_of_check_in` or `_of_sessions`.
"""

from collections.abc import Iterator

from unknot import coach
from unknot.coach import CheckIn, Knowledge, Person, PlanMade, Session
from unknot.guiding import Ending, StepDone
from unknot.planning import Step
from unknot.progress import PastSession, Turning
from unknot.screening import (
    Answers,
    Cleared,
    Fired,
    NeedsAnswers,
    Stopped,
    Tier,
    Verdict,
    signs_of,
    takes,
)
from unknot.sharing.story import (
    Device,
    Dose,
    Measure,
    MeasureKind,
    StopEvent,
    Story,
    StoryCheckIn,
    StoryPlan,
    StorySession,
)
from unknot.units import Instant

PAIN_QUESTION = "pain-now"
"""The question of the check-in that is answered with a pain score."""

_ORDER = {kind: place for place, kind in enumerate(MeasureKind)}
"""Of what was told at one moment, what was first."""


def story_of(person: Person, now: Instant) -> Story:
    """The story of a person, told now."""
    knowledge = person.knowledge
    check_ins = tuple(_check_in(one, knowledge) for one in person.check_ins)
    sessions = tuple(_session(past, person.sessions[past.plan_id]) for past in person.past)
    measures = (*(one for told in person.check_ins for one in _of_check_in(told)), *_of_sessions(sessions))
    return Story(
        told_at=now,
        version=knowledge.version,
        check_ins=check_ins,
        plans=tuple(
            sorted((_plan(id, made) for id, made in person.plans.items()), key=lambda one: (one.made_at, one.id))
        ),
        sessions=sessions,
        measures=tuple(sorted(measures, key=lambda one: (one.at, one.of, _ORDER[one.kind]))),
        knots=coach.knots(person),
    )


def _check_in(one: CheckIn, knowledge: Knowledge) -> StoryCheckIn:
    told = one.told
    tier, fired = _outcome(told.verdict)
    cleared = told.verdict if isinstance(told.verdict, Cleared) else None
    return StoryCheckIn(
        id=one.id,
        at=one.at,
        visit=told.visit,
        answers=told.answers,
        counted=told.counted,
        signs=tuple(sorted(_signs(told.counted, knowledge))),
        history=told.history,
        verdict=_kind(told.verdict),
        tier=tier,
        fired=fired,
        restrictions=() if cleared is None else cleared.limits.restrictions,
        pressure_allowed=cleared is not None and cleared.limits.pressure_allowed,
        rules=told.verdict.rules,
    )


def _signs(counted: Answers, knowledge: Knowledge) -> frozenset[str]:
    """The signs of answers, leaving out questions and options of another version of the knowledge."""
    rules = knowledge.rules
    asked = {id: rules.question_by_id[id] for id in counted if id in rules.question_by_id}
    return signs_of({id: counted[id] for id, one in asked.items() if takes(one, counted[id], rules)}, rules)


def _outcome(verdict: Verdict) -> tuple[Tier | None, tuple[Fired, ...]]:
    return (None, ()) if isinstance(verdict, NeedsAnswers) else (verdict.tier, verdict.fired)


def _kind(verdict: Verdict) -> str:
    match verdict:
        case Stopped():
            return "stopped"
        case NeedsAnswers():
            return "needs-answers"
        case Cleared():
            return "cleared"


def _plan(id: str, made: PlanMade) -> StoryPlan:
    plan = made.plan
    return StoryPlan(
        id=id,
        made_at=plan.made_at,
        check_in=made.check_in,
        drawing={place: strength for place, strength in made.drawing.items() if strength},
        candidates=made.finding.candidates,
        cannot_tell=made.finding.cannot_tell,
        situation=made.situation,
        steps=plan.steps,
        notes=plan.notes,
        total_s=plan.total_s,
    )


def _session(past: PastSession, session: Session) -> StorySession:
    record = session.record
    steps = {step.id: step for step in session.plan.steps}
    return StorySession(
        plan=past.plan_id,
        ended_at=past.ended_at,
        ending=record.ending,
        doses=tuple(_dose(done, steps[done.step]) for done in record.done),
        pressed_s=past.pressed_s,
        stop=_stop(session) if record.ending is Ending.STOPPED else None,
        pain_before=past.pain_before,
        pain_after=past.pain_after,
        turning=past.turning,
        helped=past.helped,
    )


def _dose(done: StepDone, step: Step) -> Dose:
    return Dose(
        step=step.id,
        technique=step.technique,
        tool=step.tool,
        seconds=done.seconds,
        skipped=done.skipped,
        presses=step.presses,
        ceiling_0_10=step.ceiling_0_10,
        point=step.point,
        side=step.side,
        muscle=step.muscle,
    )


def _stop(session: Session) -> StopEvent:
    rule = session.stop
    if rule is None:
        return StopEvent("unsaid", None, ends_session=True)
    return StopEvent(rule.feeling, rule.tier, rule.ends_session)


def _of_check_in(one: CheckIn) -> Iterator[Measure]:
    pain = one.told.answers.get(PAIN_QUESTION)
    if isinstance(pain, int):
        yield Measure(MeasureKind.PAIN_NOW, one.at, pain, Device.SELF_REPORT, one.id)


def _of_sessions(sessions: tuple[StorySession, ...]) -> Iterator[Measure]:
    for one in sessions:
        told = {
            MeasureKind.PAIN_BEFORE: one.pain_before,
            MeasureKind.PAIN_AFTER: one.pain_after,
            MeasureKind.TURNING: None if one.turning is Turning.NOT_TRIED else one.turning,
        }
        for kind, value in told.items():
            if value is not None:
                yield Measure(kind, one.ended_at, value, Device.SELF_REPORT, one.plan)
