"""From a finding to a session and back: plan it, cue it, take in what happened, and say what follows."""

from datetime import timedelta

from msgspec.structs import replace

from unknot.coach.following import course_at, easing_in, trial_for
from unknot.coach.happenings import OutcomeTold, PlanMade, SessionMoved
from unknot.coach.locating import find_for, painful_sides
from unknot.coach.obeying import in_force, tightening_at, written_session
from unknot.coach.person import Person
from unknot.coach.played import Session
from unknot.coach.shelved import Shelved
from unknot.coach.visits import screen_again
from unknot.errors import InputError
from unknot.guiding import CueSheet, Ending, SessionRecord, StopRule, compile_cues
from unknot.locating import Complaint, Finding
from unknot.planning import Change, Envelope, Situation, plan_advised, plan_session
from unknot.prevention import CauseAnswers, NamedCause, named_causes
from unknot.screening import Cleared, Stopped
from unknot.units import Instant, Value


class Heard(Value, frozen=True):
    """What a session amounts to after its latest events, and the advice when it was stopped for a feeling."""

    record: SessionRecord
    advice: StopRule | None


def find(person: Person, complaint: Complaint, now: Instant) -> Finding:
    """The likely source of a complaint. Nothing is to be felt for that this person may not press.

    Raises: InputError: as `locating.locate`.
    Source: clinical 2.4.
    """
    return find_for(complaint, screen_again(person, now, complaint.marks), person.knowledge)


def make_plan(
    person: Person,
    check_in: str,
    complaint: Complaint,
    situation: Situation,
    changes: tuple[Change, ...],
    now: Instant,
    advised: str = "",
) -> PlanMade:
    """The plan for a complaint, from the person's last check-in.

    advised: the guidance whose session is wanted; empty for one of our own.

    Raises: InputError: the check-in is not the last one (`plan-needs-fresh-check-in`), was made for someone else
    (`plan-is-for-oneself`) or did not clear (`plan-refused`), the guidance is not followed (`guidance-not-followed`),
    or as `locating.locate` and `planning.plan_session`.
    """
    last = person.check_in
    if check_in in person.asked_for_others:
        raise InputError("check_in", "plan-is-for-oneself")
    if last is None or last.id != check_in:
        raise InputError("check_in", "plan-needs-fresh-check-in")
    cleared = screen_again(person, now, complaint.marks)
    if not isinstance(cleared, Cleared):
        stopped = isinstance(cleared, Stopped)
        raise InputError("check_in", "plan-refused" if stopped else "plan-needs-fresh-check-in")
    knowledge, sides = person.knowledge, painful_sides(complaint.marks)
    finding = find_for(complaint, cleared, knowledge)
    easing = easing_in(course_at(person.past, person.measured, knowledge, now), knowledge)
    tightening = tightening_at(person, now)
    envelope = Envelope(knowledge.body, knowledge.techniques, cleared, situation, person.past, now, easing, tightening)
    if advised:
        steps = written_session(person, advised, now).steps
        plan = plan_advised(steps, finding, envelope, changes)
    else:
        plan = plan_session(finding, sides, envelope, changes)
    made = PlanMade(
        check_in=check_in,
        drawing=complaint.drawing,
        palpation=complaint.palpation,
        pains=complaint.pains,
        movements=complaint.movements,
        also_hurts=complaint.also_hurts,
        situation=situation,
        changes=changes,
        finding=finding,
        plan=plan,
        easing=easing,
        advised=advised,
        guidance=tuple(one.id for one in in_force(person, now)),
    )
    trial = None if advised else trial_for(person, plan, envelope, changes, seed=check_in)
    if trial is None:
        return made
    tried = plan_session(finding, sides, replace(envelope, easing=trial.easing), trial.changes)
    return replace(made, plan=tried, easing=trial.easing, trial=trial.arm)


def cue_sheet(person: Person, plan: str, now: Instant) -> CueSheet:
    """The cue sheet of a plan, to begin or to go on with.

    Raises: InputError: there is no such plan, its check-in is no longer fresh, the session was stopped or finished, or
    a professional has advised something since (`plan-before-guidance`).
    Source: protocol S5.
    """
    kept = _shelved(person, plan).value
    made = kept.plan
    if not {one.id for one in in_force(person, now)} <= set(kept.guidance):
        raise InputError("plan", "plan-before-guidance")
    session = person.sessions.get(plan)
    if session is not None and session.record.ending in (Ending.STOPPED, Ending.FINISHED):
        raise InputError("plan", "session-is-over")
    used_at = session.last_at if session is not None and session.last_at is not None else made.made_at
    if not timedelta(0) <= now - used_at <= timedelta(minutes=person.knowledge.rules.valid_min):
        raise InputError("plan", "plan-needs-fresh-check-in")
    return compile_cues(made, person.knowledge.scripts)


def hear(person: Person, plan: str) -> Heard:
    """What the events of a session amount to so far. Raises: InputError: there is no such plan."""
    session = person.sessions.get(plan) or Session(plan, _shelved(person, plan), person.knowledge.stops)
    record = session.record
    return Heard(record, session.stop)


def refuse_stray(person: Person, told: SessionMoved | OutcomeTold) -> None:
    """Raises: InputError: it belongs to no plan of this person, or an outcome to no session that was begun."""
    _shelved(person, told.plan)
    if isinstance(told, OutcomeTold) and told.plan not in person.done:
        raise InputError("plan", "outcome-without-session")


def open_session(person: Person) -> str | None:
    """The plan of the last session if it was begun and neither finished nor stopped."""
    begun = person.past
    if not begun:
        return None
    last = begun[-1].plan_id
    return last if person.sessions[last].record.ending is Ending.RUNNING else None


def sessions_on_day(person: Person, now: Instant) -> int:
    """How many sessions were begun in the last 24 hours."""
    return sum(now - one.ended_at < timedelta(days=1) for one in person.past)


def causes(person: Person) -> tuple[NamedCause, ...]:
    """The causes, with what the person answered."""
    return named_causes(person.knowledge.causes, person.causes)


def refuse_unknown_causes(person: Person, answers: CauseAnswers) -> None:
    """Raises: InputError: an answer to a cause that does not exist."""
    known = {cause.id for cause in person.knowledge.causes}
    for id in answers:
        if id not in known:
            raise InputError(f"answers.{id}", "input-no-such-question", question=id)


def _shelved(person: Person, plan: str) -> Shelved[PlanMade]:
    made = person.plans.get(plan)
    if made is None:
        raise InputError("plan", "input-no-such-plan", plan=plan)
    return made
