"""A person as the fold of everything that happened to them; it can be thrown away and rebuilt."""

from datetime import timedelta
from typing import assert_never

from msgspec.structs import replace

from unknot.coach.happenings import (
    CausesNamed,
    CheckedIn,
    Happening,
    OutcomeTold,
    PlanMade,
    SessionMoved,
    SettingsChanged,
)
from unknot.coach.knowledge import Knowledge
from unknot.guiding import (
    CueSheet,
    Ending,
    EventKind,
    SessionEvent,
    SessionRecord,
    StopRule,
    compile_cues,
    replay,
    rule_for,
)
from unknot.planning import Phase, Plan
from unknot.prevention import CauseAnswers
from unknot.progress import PastSession, Treated
from unknot.screening import Answers, Cleared
from unknot.units import Instant, Value


class CheckIn(Value, frozen=True):
    """The last check-in."""

    id: str
    at: Instant
    told: CheckedIn


class Session(Value, frozen=True):
    """A plan that was opened in a player: its sheet, what happened, and when the last of it did."""

    sheet: CueSheet
    moves: tuple[SessionMoved, ...] = ()
    last_at: Instant | None = None
    outcome: OutcomeTold | None = None

    @property
    def record(self) -> SessionRecord:
        """What was done. Of two players' events for one place the first counts, and every stop does."""
        return replay(self.sheet, self._events())

    def stop_among(self, rules: tuple[StopRule, ...]) -> StopRule | None:
        """The rule for the most serious of all feelings that were told; a milder one told later takes nothing back.

        Source: clinical 2.3.
        """
        if self.record.feeling is None:
            return None
        told = [move.event.feeling for move in self.moves if move.event.feeling is not None]
        return max(
            (rule_for(feeling, rules) for feeling in told), key=lambda rule: (rule.tier.severity, rule.ends_session)
        )

    def _events(self) -> tuple[SessionEvent, ...]:
        """In the order of the players' own counting; stops come last, then what was felt: nothing follows them."""
        played: dict[int, SessionEvent] = {}
        stops, felt = [], []
        for move in self.moves:
            if move.event.kind is EventKind.STOP:
                stops.append(move.event)
            elif move.event.kind is EventKind.FELT:
                felt.append(move.event)
            else:
                played.setdefault(move.seq, move.event)
        return (*(played[seq] for seq in sorted(played)), *stops, *felt)


class Person(Value, frozen=True):
    """What is known of a person: the check-ins, what is kept of the last, plans, sessions and what they told."""

    knowledge: Knowledge
    check_in: CheckIn | None = None
    check_ins: tuple[CheckIn, ...] = ()
    kept: Answers = {}
    kept_at: Instant | None = None
    visits: int = 0
    plans: dict[str, PlanMade] = {}
    sessions: dict[str, Session] = {}
    done: dict[str, PastSession] = {}
    causes: CauseAnswers = {}
    settings: SettingsChanged = SettingsChanged()

    @property
    def past(self) -> tuple[PastSession, ...]:
        """The sessions that were begun, oldest first."""
        return tuple(sorted(self.done.values(), key=lambda one: one.ended_at))

    @property
    def last_plan(self) -> PlanMade | None:
        """The plan made last, for where the next visit starts."""
        return max(self.plans.values(), key=lambda made: made.plan.made_at, default=None)

    def keeps_answers_at(self, now: Instant) -> bool:
        """True while the kept answers still stand."""
        lasts = timedelta(days=self.knowledge.rules.kept_days)
        return self.kept_at is not None and timedelta(0) <= now - self.kept_at <= lasts

    def after(self, id: str, at: Instant, happening: Happening) -> "Person":
        """The person after one more happening."""
        match happening:
            case CheckedIn():
                return self._after_check_in(CheckIn(id, at, happening))
            case PlanMade():
                return replace(self, plans={**self.plans, id: happening})
            case SessionMoved():
                return self._after_move(at, happening)
            case OutcomeTold():
                return self._after_outcome(happening)
            case CausesNamed():
                return replace(self, causes={**self.causes, **happening.answers})
            case SettingsChanged():
                told = SettingsChanged(
                    self.settings.country if happening.country is None else happening.country,
                    self.settings.voice if happening.voice is None else happening.voice,
                )
                return replace(self, settings=told)
            case _:
                assert_never(happening)

    def _after_check_in(self, check_in: CheckIn) -> "Person":
        told, check_ins = check_in.told, (*self.check_ins, check_in)
        if not isinstance(told.verdict, Cleared):
            return replace(self, check_in=check_in, check_ins=check_ins)
        kept = {id: answer for id, answer in told.counted.items() if id in self.knowledge.kept_questions}
        told_again = bool(kept) and all(id in told.answers for id in kept)
        return replace(
            self,
            check_in=check_in,
            check_ins=check_ins,
            kept=kept,
            kept_at=check_in.at if told_again or self.kept_at is None else self.kept_at,
            visits=self.visits + 1,
        )

    def _after_move(self, at: Instant, move: SessionMoved) -> "Person":
        made = self.plans.get(move.plan)
        if made is None:
            return self
        session = self.sessions.get(move.plan) or Session(compile_cues(made.plan))
        session = replace(session, moves=(*session.moves, move), last_at=at)
        return self._with_session(move.plan, session)

    def _after_outcome(self, told: OutcomeTold) -> "Person":
        session = self.sessions.get(told.plan)
        return self if session is None else self._with_session(told.plan, replace(session, outcome=told))

    def _with_session(self, plan: str, session: Session) -> "Person":
        sessions = {**self.sessions, plan: session}
        record = session.record
        if record.ending is Ending.UNSTARTED or session.last_at is None:
            return replace(self, sessions=sessions)
        past = _past(plan, session, record, session.last_at, self.knowledge)
        return replace(self, sessions=sessions, done={**self.done, plan: past})


def _past(plan: str, session: Session, record: SessionRecord, ended_at: Instant, knowledge: Knowledge) -> PastSession:
    steps = {step.id: step for step in session.sheet.plan.steps}
    done = [steps[one.step] for one in record.done if one.seconds]
    stop = session.stop_among(knowledge.stops)
    told = session.outcome
    return PastSession(
        plan_id=plan,
        ended_at=ended_at,
        treated=_treated(session.sheet.plan, {step.id for step in done}),
        techniques=tuple(dict.fromkeys(step.technique for step in done)),
        tools=tuple(dict.fromkeys(step.tool for step in done)),
        pressed_s=record.pressed_s,
        finished=record.ending is Ending.FINISHED,
        stopped_for=_stopped_for(record, stop),
        stop_sign=None if stop is None else stop.sign,
        pain_before=None if told is None else told.pain_before,
        pain_after=None if told is None else told.pain_after,
        turning=None if told is None else told.turning,
        helped=None if told is None else told.helped,
    )


def _stopped_for(record: SessionRecord, stop: StopRule | None) -> str | None:
    """The feeling that ended it for the day; a stop that nobody explained is taken for a serious one."""
    if stop is None:
        return "unsaid" if record.ending is Ending.STOPPED else None
    return stop.feeling if stop.ends_session else None


def _treated(plan: Plan, done: set[str]) -> tuple[Treated, ...]:
    return tuple(
        Treated(step.point, step.side, step.muscle, step.technique)
        for step in plan.steps
        if step.id in done and step.phase is Phase.PRESS and step.point and step.side and step.muscle
    )
