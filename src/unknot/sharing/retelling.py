"""From a person to their chronicle: what happened, retold without what only Unknot itself needs."""

from collections.abc import Iterable

from unknot import coach
from unknot.coach import CheckIn, Knowledge, Person, PlanMade, Session
from unknot.guiding import Ending, StepDone
from unknot.planning import Step
from unknot.progress import PastSession
from unknot.screening import Answers, Cleared, Fired, NeedsAnswers, Stopped, Tier, Verdict, signs_of, takes, unanswered
from unknot.sharing.chronicle import Chronicle, Dose, StopEvent, ToldCheckIn, ToldPlan, ToldSession
from unknot.sharing.readings import drawings_of, readings_of
from unknot.units import Instant


def chronicle_of(person: Person, now: Instant) -> Chronicle:
    """The chronicle of a person, told now."""
    knowledge, shown = person.knowledge, coach.story(person, now)
    plans = (_plan(id, made.value) for id, made in person.plans.items())
    return Chronicle(
        told_at=now,
        version=knowledge.version,
        check_ins=_check_ins((one.value for one in person.check_ins.values()), knowledge),
        plans=tuple(sorted(plans, key=lambda one: (one.made_at, one.id))),
        sessions=tuple(_session(past, person.sessions[past.plan_id]) for past in person.past),
        readings=readings_of(person),
        drawings=drawings_of(person),
        knots=shown.knots,
        edits=person.edits,
        judgement=shown.judgement,
        learned=shown.learned,
        activities=person.activities,
        causes=person.causes,
        rhythm=coach.rhythm_at(person, now),
    )


def _check_ins(told: Iterable[CheckIn], knowledge: Knowledge) -> tuple[ToldCheckIn, ...]:
    """The check-ins, oldest first; an answer that is kept was given in an earlier one that was cleared."""
    given: dict[str, Instant] = {}
    retold = []
    for one in told:
        now = dict.fromkeys(one.told.answers, one.at)
        answered_at = {id: now.get(id) or given.get(id, one.at) for id in one.told.counted}
        retold.append(_check_in(one, answered_at, knowledge))
        if isinstance(one.told.verdict, Cleared):
            given |= now
    return tuple(retold)


def _check_in(one: CheckIn, answered_at: dict[str, Instant], knowledge: Knowledge) -> ToldCheckIn:
    told = one.told
    tier, fired = _outcome(told.verdict)
    cleared = told.verdict if isinstance(told.verdict, Cleared) else None
    rules, counted = knowledge.rules, _readable(told.counted, knowledge)
    signs = signs_of(counted, rules)
    present = signs | frozenset(told.history)
    left = () if cleared is not None else unanswered(counted, rules, told.visit, present, frozenset(told.hinted))
    return ToldCheckIn(
        id=one.id,
        at=one.at,
        visit=told.visit,
        words=told.words,
        hinted=told.hinted,
        answers=told.answers,
        counted=told.counted,
        answered_at=answered_at,
        signs=tuple(sorted(signs)),
        conditions=rules.conditions_with(present),
        medicines=tuple(sign for sign in rules.medicines.signs if sign in present),
        health_asked=rules.about_health.isdisjoint(left),
        open_questions=left,
        history=told.history,
        verdict=_kind(told.verdict),
        tier=tier,
        fired=fired,
        restrictions=() if cleared is None else cleared.limits.restrictions,
        pressure_allowed=cleared is not None and cleared.limits.pressure_allowed,
        rules=told.verdict.rules,
    )


def _readable(counted: Answers, knowledge: Knowledge) -> Answers:
    """The answers without questions and options of another version of the knowledge."""
    rules = knowledge.rules
    asked = {id: rules.question_by_id[id] for id in counted if id in rules.question_by_id}
    return {id: counted[id] for id, one in asked.items() if takes(one, counted[id], rules)}


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


def _plan(id: str, made: PlanMade) -> ToldPlan:
    plan = made.plan
    return ToldPlan(
        id=id,
        made_at=plan.made_at,
        check_in=made.check_in,
        pains=made.pains,
        candidates=made.finding.candidates,
        not_muscular=made.finding.not_muscular,
        cannot_tell=made.finding.cannot_tell,
        holds_back=made.finding.holds_back,
        situation=made.situation,
        easing=made.easing,
        trial=made.trial,
        steps=plan.steps,
        notes=plan.notes,
        total_s=plan.total_s,
    )


def _session(past: PastSession, session: Session) -> ToldSession:
    record = session.record
    steps = {(step.id, step.technique, step.tool): step for step in session.timeline.steps}
    return ToldSession(
        plan=past.plan_id,
        ended_at=past.ended_at,
        ending=record.ending,
        doses=tuple(_dose(done, steps[done.step, done.technique, done.tool]) for done in record.done),
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
