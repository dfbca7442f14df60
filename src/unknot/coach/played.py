"""A session as it was played: its events become a record, and a record becomes a past session."""

from functools import cached_property

from unknot.coach.happenings import OutcomeTold, PlanMade, SessionMoved
from unknot.coach.shelved import Shelved
from unknot.guiding import (
    CueSheet,
    Ending,
    EventKind,
    SessionEvent,
    SessionRecord,
    StopRule,
    compile_timeline,
    replay,
    rule_for,
)
from unknot.planning import Phase, Plan
from unknot.progress import PastSession, Treated
from unknot.units import Instant, Value


class Session(Value, frozen=True, dict=True):
    """A plan that was opened in a player: what happened in it, when the last of it did, and what was told of it.

    `came_to` is its `past` where that is known already, so that its plan need not be looked up to replay it.
    """

    id: str
    made: Shelved[PlanMade]
    stops: tuple[StopRule, ...]
    moves: tuple[SessionMoved, ...] = ()
    last_at: Instant | None = None
    outcome: OutcomeTold | None = None
    came_to: PastSession | None = None

    @property
    def plan(self) -> Plan:
        """What was to be done."""
        return self.made.value.plan

    @cached_property
    def timeline(self) -> CueSheet:
        """The timeline that was played: its cue sheet without what was said."""
        return compile_timeline(self.plan)

    @cached_property
    def record(self) -> SessionRecord:
        """What was done. Of two players' events for one place the first counts, and every stop does."""
        return replay(self.timeline, self._events())

    @property
    def stop(self) -> StopRule | None:
        """The rule for the most serious of all feelings that were told; a milder one told later takes nothing back.

        Source: clinical 2.3.
        """
        if self.record.feeling is None:
            return None
        told = [move.event.feeling for move in self.moves if move.event.feeling is not None]
        return max(
            (rule_for(feeling, self.stops) for feeling in told),
            key=lambda rule: (rule.tier.severity, rule.ends_session),
        )

    @cached_property
    def past(self) -> PastSession | None:
        """What it comes to for planning and the course rules; None when it was not begun."""
        return _past_of(self) if self.came_to is None else self.came_to

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


def _past_of(session: Session) -> PastSession | None:
    record = session.record
    if record.ending is Ending.UNSTARTED or session.last_at is None:
        return None
    done = [one for one in record.done if one.seconds]
    stop = session.stop
    told = session.outcome
    return PastSession(
        plan_id=session.id,
        ended_at=session.last_at,
        treated=_treated(session.timeline, record),
        techniques=tuple(dict.fromkeys(one.technique for one in done)),
        tools=tuple(dict.fromkeys(one.tool for one in done)),
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


def _treated(timeline: CueSheet, record: SessionRecord) -> tuple[Treated, ...]:
    """Every way in which a spot was pressed; a step that was done in two ways stands twice."""
    held = {(one.step, one.technique, one.tool): one.seconds for one in record.done if one.seconds}
    return tuple(
        Treated(step.point, step.side, step.muscle, step.technique, step.tool, held[way])
        for step in timeline.steps
        if (way := (step.id, step.technique, step.tool)) in held
        and step.phase is Phase.PRESS
        and step.point
        and step.side
        and step.muscle
    )
