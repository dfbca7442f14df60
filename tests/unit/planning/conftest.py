"""A person to plan for: cleared now, with a week of sessions behind them, at home, with both hands."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeAlias

import pytest

from unknot.coach import Knowledge
from unknot.locating import Candidate, Certainty, Finding
from unknot.planning import Change, Envelope, FreeHand, Plan, Situation, plan_session
from unknot.progress import PastSession
from unknot.screening import Answers, Cleared, screen
from unknot.units import Side

MakeEnvelope: TypeAlias = Callable[..., Envelope]
MakeFinding: TypeAlias = Callable[..., Finding]
MakePlan: TypeAlias = Callable[..., Plan]


@pytest.fixture
def seasoned(now: datetime) -> PastSession:
    """A session of two weeks ago: the first week is over."""
    return PastSession(ended_at=now - timedelta(days=14))


@pytest.fixture
def envelope(knowledge: Knowledge, healthy: Answers, now: datetime, seasoned: PastSession) -> MakeEnvelope:
    """The envelope of the person, with what differs: answers, tools, minutes, hand, place, history, clearance."""

    def make(
        *,
        answers: Answers | None = None,
        tools: tuple[str, ...] = (),
        minutes: int = 15,
        hand: FreeHand = FreeHand.BOTH,
        place: str = "home",
        history: tuple[PastSession, ...] | None = None,
        cleared_at: datetime = now,
    ) -> Envelope:
        verdict = screen({**healthy, **(answers or {})}, knowledge.rules, cleared_at)
        assert isinstance(verdict, Cleared)
        past = (seasoned,) if history is None else history
        situation = Situation(minutes, tools, hand, place)
        return Envelope(knowledge.body, knowledge.techniques, verdict, situation, past, now)

    return make


@pytest.fixture
def finding(knowledge: Knowledge) -> MakeFinding:
    """A finding that names these points, the likeliest first: `finding("UT2", "LS2", side=Side.LEFT)`."""

    def make(*points: str, side: Side = Side.RIGHT) -> Finding:
        known = knowledge.body.point_by_id
        candidates = tuple(
            Candidate(
                point=id,
                muscle=known[id].muscle,
                side=side,
                certainty=Certainty.COULD_ALSO_BE,
                marks_for=(),
                may_be_pressed=known[id].may_be_pressed,
                source=known[id].source,
            )
            for id in points
        )
        return Finding(candidates, (), cannot_tell=not candidates, feel_next=())

    return make


@pytest.fixture
def plan(envelope: MakeEnvelope, finding: MakeFinding) -> MakePlan:
    """The plan for these points, with what differs of the envelope."""

    def make(*points: str, side: Side = Side.RIGHT, changes: tuple[Change, ...] = (), **differing: object) -> Plan:
        return plan_session(finding(*points, side=side), (side,), envelope(**differing), changes)

    return make
