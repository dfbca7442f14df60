"""From a finding to a session and back: plan it, cue it, take in what happened, and say what follows."""

from datetime import timedelta

from msgspec.structs import replace

from unknot.anatomy import Body, sided
from unknot.coach.following import course_at, easing_in, trial_for
from unknot.coach.happenings import OutcomeTold, PlanMade, SessionMoved
from unknot.coach.person import Person
from unknot.coach.played import Session
from unknot.coach.visits import screen_again
from unknot.errors import InputError
from unknot.guiding import CueSheet, Ending, SessionRecord, StopRule, compile_cues
from unknot.locating import Candidate, Drawing, Finding, Palpation, locate
from unknot.planning import Change, Envelope, Situation, plan_session
from unknot.prevention import CauseAnswers, NamedCause, named_causes
from unknot.screening import Cleared, Grade, Modality, Stopped
from unknot.units import Instant, Side, Value


class Heard(Value, frozen=True):
    """What a session amounts to after its latest events, and the advice when it was stopped for a feeling."""

    record: SessionRecord
    advice: StopRule | None


def find(person: Person, drawing: Drawing, palpation: Palpation, now: Instant) -> Finding:
    """The likely source of a drawing. Nothing is to be felt for that this person may not press.

    Raises: InputError: as `locating.locate`.
    Source: clinical 2.4.
    """
    finding = locate(drawing, palpation, person.knowledge.patterns)
    verdict = screen_again(person, now, drawing)
    if not isinstance(verdict, Cleared) or not verdict.limits.pressure_allowed:
        return replace(finding, feel_next=())
    may_feel = {
        sided(one.point, one.side) for one in finding.candidates if _may_feel(one, verdict, person.knowledge.body)
    }
    return replace(finding, feel_next=tuple(name for name in finding.feel_next if name in may_feel))


def _may_feel(one: Candidate, cleared: Cleared, body: Body) -> bool:
    zones = body.zones_at(body.point_by_id[one.point].point(one.side))
    grades = (cleared.limits.grade(Modality.SUSTAINED_HAND, zone.area) for zone in zones)
    return all(grade in (Grade.OK, Grade.LIM) for grade in grades)


def make_plan(
    person: Person,
    check_in: str,
    drawing: Drawing,
    palpation: Palpation,
    situation: Situation,
    changes: tuple[Change, ...],
    now: Instant,
) -> PlanMade:
    """The plan for a drawing, from the person's last check-in.

    Raises: InputError: the check-in is not the last one (`plan-needs-fresh-check-in`), was made for someone else
    (`plan-is-for-oneself`) or did not clear (`plan-refused`), or as `locating.locate` and `planning.plan_session`.
    """
    last = person.check_in
    if check_in in person.asked_for_others:
        raise InputError("check_in", "plan-is-for-oneself")
    if last is None or last.id != check_in:
        raise InputError("check_in", "plan-needs-fresh-check-in")
    cleared = screen_again(person, now, drawing)
    if not isinstance(cleared, Cleared):
        stopped = isinstance(cleared, Stopped)
        raise InputError("check_in", "plan-refused" if stopped else "plan-needs-fresh-check-in")
    finding = locate(drawing, palpation, person.knowledge.patterns)
    knowledge, sides = person.knowledge, painful_sides(drawing)
    easing = easing_in(course_at(person.past, person.measured, knowledge, now), knowledge)
    envelope = Envelope(knowledge.body, knowledge.techniques, cleared, situation, person.past, now, easing)
    plan = plan_session(finding, sides, envelope, changes)
    trial = trial_for(person, plan, envelope, changes, seed=check_in)
    if trial is None:
        return PlanMade(check_in, drawing, palpation, situation, changes, finding, plan, easing)
    plan = plan_session(finding, sides, replace(envelope, easing=trial.easing), trial.changes)
    return PlanMade(check_in, drawing, palpation, situation, changes, finding, plan, trial.easing, trial.arm)


def painful_sides(drawing: Drawing) -> tuple[Side, ...]:
    """The sides on which anything is marked, the more painful one first.

    >>> painful_sides({"shoulder_top_L": 3, "neck_post_R": 6})
    (<Side.RIGHT: 'right'>, <Side.LEFT: 'left'>)
    """
    strongest = {
        side: max((strength for place, strength in drawing.items() if place.endswith(sided("", side))), default=0)
        for side in Side
    }
    return tuple(sorted((side for side in Side if strongest[side]), key=lambda side: -strongest[side]))


def cue_sheet(person: Person, plan: str, now: Instant) -> CueSheet:
    """The cue sheet of a plan, to begin or to go on with.

    Raises: InputError: there is no such plan, its check-in is no longer fresh, or the session was stopped or finished.
    Source: protocol S5.
    """
    made = _made(person, plan).plan
    session = person.sessions.get(plan)
    if session is not None and session.record.ending in (Ending.STOPPED, Ending.FINISHED):
        raise InputError("plan", "session-is-over")
    used_at = session.last_at if session is not None and session.last_at is not None else made.made_at
    if not timedelta(0) <= now - used_at <= timedelta(minutes=person.knowledge.rules.valid_min):
        raise InputError("plan", "plan-needs-fresh-check-in")
    return compile_cues(made)


def hear(person: Person, plan: str) -> Heard:
    """What the events of a session amount to so far. Raises: InputError: there is no such plan."""
    session = person.sessions.get(plan) or Session(plan, _made(person, plan).plan, person.knowledge.stops)
    record = session.record
    return Heard(record, session.stop)


def refuse_stray(person: Person, told: SessionMoved | OutcomeTold) -> None:
    """Raises: InputError: it belongs to no plan of this person, or an outcome to no session that was begun."""
    _made(person, told.plan)
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


def _made(person: Person, plan: str) -> PlanMade:
    made = person.plans.get(plan)
    if made is None:
        raise InputError("plan", "input-no-such-plan", plan=plan)
    return made
