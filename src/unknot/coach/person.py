"""A person as the fold of everything that happened to them; it can be thrown away and rebuilt."""

from collections.abc import Iterable
from datetime import timedelta
from functools import cached_property
from typing import TypeAlias, TypeVar, assert_never

from msgspec.structs import replace

from unknot.coach.guidance import Received
from unknot.coach.happenings import (
    ActivitiesNamed,
    AskingFor,
    CausesNamed,
    CheckedIn,
    GuidanceReceived,
    GuidanceWithdrawn,
    HandOverMade,
    Happening,
    KnotEdited,
    Measured,
    OutcomeTold,
    PlanMade,
    SessionMoved,
    SettingsChanged,
)
from unknot.coach.knowledge import Knowledge
from unknot.coach.played import Session
from unknot.coach.shelved import Shelved
from unknot.locating import Drawing
from unknot.prevention import CauseAnswers
from unknot.progress import KnotEdit, Measure, PastSession
from unknot.screening import Answer, Answers, Cleared, takes
from unknot.units import Instant, OwnWords, Value

V = TypeVar("V")

Told: TypeAlias = tuple[str, Instant, Happening]
"""A happening with its id and when it was told."""


class CheckIn(Value, frozen=True):
    """A check-in for oneself."""

    id: str
    at: Instant
    told: CheckedIn


class KeptAnswer(Value, frozen=True):
    """An answer that is asked once, and when it was given."""

    answer: Answer
    at: Instant


class Planned(Value, frozen=True):
    """When a plan was made, and where it hurt then: all marks, whatever they were told as."""

    made_at: Instant
    marks: Drawing


class Person(Value, frozen=True, dict=True):
    """What is known of a person: check-ins, what is kept of the last, plans, sessions, measures, and what they told.

    `measures` has every version of each entry, oldest first, under the id of the first; `versions` says of which entry
    each id is one. `planned` has what is asked of all plans at once: the plans themselves, and the check-ins, may have
    to be looked up.
    """

    knowledge: Knowledge
    check_ins: dict[str, Shelved[CheckIn]] = {}
    kept: dict[str, KeptAnswer] = {}
    visits: int = 0
    asked_for_others: frozenset[str] = frozenset()
    plans: dict[str, Shelved[PlanMade]] = {}
    planned: dict[str, Planned] = {}
    sessions: dict[str, Session] = {}
    measures: dict[str, tuple[Measure, ...]] = {}
    versions: dict[str, str] = {}
    activities: dict[str, OwnWords] = {}
    edits: tuple[KnotEdit, ...] = ()
    causes: CauseAnswers = {}
    settings: SettingsChanged = SettingsChanged()
    hand_overs: frozenset[str] = frozenset()
    guidance: dict[str, Received] = {}

    @property
    def check_in(self) -> CheckIn | None:
        """The last check-in."""
        return next(reversed(self.check_ins.values())).value if self.check_ins else None

    @cached_property
    def done(self) -> dict[str, PastSession]:
        """The sessions that were begun, by their plans."""
        return {plan: session.past for plan, session in self.sessions.items() if session.past is not None}

    @cached_property
    def past(self) -> tuple[PastSession, ...]:
        """The sessions that were begun, oldest first."""
        return tuple(sorted(self.done.values(), key=lambda one: one.ended_at))

    @cached_property
    def measured(self) -> tuple[Measure, ...]:
        """What stands of the measures, oldest first: corrected, and without those that were taken back."""
        standing = (versions[-1] for versions in self.measures.values())
        return tuple(sorted((one for one in standing if not one.is_empty), key=lambda one: one.at))

    @property
    def last_plan(self) -> PlanMade | None:
        """The plan made last, for where the next visit starts."""
        last = max(self.planned, key=lambda id: self.planned[id].made_at, default=None)
        return None if last is None else self.plans[last].value

    def kept_at(self, now: Instant) -> Answers:
        """The kept answers that still stand: given lately enough, and still among what their question takes."""
        rules = self.knowledge.rules
        return {
            id: kept.answer
            for id, kept in self.kept.items()
            if (question := rules.question_by_id.get(id)) is not None
            and question.kept_days is not None
            and timedelta(0) <= now - kept.at <= timedelta(days=question.kept_days)
            and takes(question, kept.answer, rules)
        }

    def after(self, id: str, at: Instant, happening: Happening) -> "Person":
        """The person after one more happening."""
        return self.after_all(((id, at, happening),))

    def after_all(self, told: Iterable[Told]) -> "Person":
        """The person after everything that is told, in its order."""
        life = Life(self)
        for id, at, happening in told:
            life.take(id, at, happening)
        return life.person


class Life:
    """A person while things happen to them. What nothing happens to is not copied, the rest once, however much does."""

    def __init__(self, person: Person) -> None:
        self._before = person
        self._kept, self._others = person.kept, person.asked_for_others
        self._visits, self._edits, self._causes = person.visits, person.edits, person.causes
        self._activities, self._settings = person.activities, person.settings
        self._check_ins: dict[str, Shelved[CheckIn]] = {}
        self._plans: dict[str, Shelved[PlanMade]] = {}
        self._planned: dict[str, Planned] = {}
        self._measures: dict[str, tuple[Measure, ...]] = {}
        self._versions: dict[str, str] = {}
        self._hand_overs, self._guidance = person.hand_overs, person.guidance
        self._moves: dict[str, list[SessionMoved]] = {}
        self._last_at: dict[str, Instant] = {}
        self._outcomes: dict[str, OutcomeTold] = {}

    @property
    def person(self) -> Person:
        """The person as they are now."""
        before, sessions = self._before, {plan: self._session(plan) for plan in {**self._moves, **self._outcomes}}
        return Person(
            before.knowledge,
            _joined(before.check_ins, self._check_ins),
            self._kept,
            self._visits,
            self._others,
            _joined(before.plans, self._plans),
            _joined(before.planned, self._planned),
            _joined(before.sessions, sessions),
            _joined(before.measures, self._measures),
            _joined(before.versions, self._versions),
            self._activities,
            self._edits,
            self._causes,
            self._settings,
            self._hand_overs,
            self._guidance,
        )

    def take(self, id: str, at: Instant, happening: Happening) -> None:
        """Let one more thing happen."""
        match happening:
            case CheckedIn():
                self._take_check_in(CheckIn(id, at, happening))
            case PlanMade():
                self._plans[id] = Shelved.of(happening)
                self._planned[id] = Planned(happening.plan.made_at, happening.complaint.marks)
            case SessionMoved():
                self._take_move(happening, at)
            case OutcomeTold():
                if happening.plan in self._moves or happening.plan in self._before.sessions:
                    self._outcomes[happening.plan] = happening
            case Measured():
                self._take_measure(id, happening)
            case ActivitiesNamed():
                self._activities = happening.names
            case KnotEdited():
                self._edits = (*self._edits, happening.edit)
            case CausesNamed():
                self._causes = {**self._causes, **happening.answers}
            case SettingsChanged():
                self._settings = self._settings.with_change(happening)
            case HandOverMade() | GuidanceReceived() | GuidanceWithdrawn():
                self._take_guidance(id, at, happening)
            case _:
                assert_never(happening)

    def _take_move(self, move: SessionMoved, at: Instant) -> None:
        if move.plan in self._plans or move.plan in self._before.plans:
            self._moves.setdefault(move.plan, []).append(move)
            self._last_at[move.plan] = at

    def _take_guidance(self, id: str, at: Instant, told: HandOverMade | GuidanceReceived | GuidanceWithdrawn) -> None:
        match told:
            case HandOverMade():
                self._hand_overs |= {id}
            case GuidanceReceived():
                self._guidance = {**self._guidance, id: Received(id, at, told.signed)}
            case GuidanceWithdrawn():
                one = self._guidance.get(told.received)
                if one is not None and one.withdrawn_at is None:
                    self._guidance = {**self._guidance, told.received: replace(one, withdrawn_at=at)}

    def _take_check_in(self, check_in: CheckIn) -> None:
        told = check_in.told
        if told.asking_for is AskingFor.SOMEONE_ELSE:
            self._others |= {check_in.id}
            return
        self._check_ins[check_in.id] = Shelved.of(check_in)
        if not isinstance(told.verdict, Cleared):
            return
        by_id = self._before.knowledge.rules.question_by_id
        counted = {id for id in told.counted if id in by_id and by_id[id].kept_days is not None}
        told_now = {id: KeptAnswer(told.answers[id], check_in.at) for id in counted if id in told.answers}
        self._kept = {id: kept for id, kept in self._kept.items() if id in counted} | told_now
        self._visits += 1

    def _take_measure(self, id: str, told: Measured) -> None:
        """A correction joins the entry that it corrects, whichever version of it was named; nothing is lost."""
        before = self._before
        entry = self._versions.get(told.corrects) or before.versions.get(told.corrects, id)
        self._versions[id] = entry
        versions = self._measures.get(entry) or before.measures.get(entry, ())
        self._measures[entry] = (*versions, told.measure)

    def _session(self, plan: str) -> Session:
        before = self._before.sessions.get(plan)
        if before is None:
            made = self._plans.get(plan) or self._before.plans[plan]
            before = Session(plan, made, self._before.knowledge.stops)
        return Session(
            plan,
            before.made,
            before.stops,
            (*before.moves, *self._moves.get(plan, ())),
            self._last_at.get(plan, before.last_at),
            self._outcomes.get(plan, before.outcome),
        )


def _joined(before: dict[str, V], new: dict[str, V]) -> dict[str, V]:
    return before | new if new else before
