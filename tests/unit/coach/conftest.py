"""A person to whom things happen, one after the other."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from unknot import coach
from unknot.coach import AskingFor, Happening, Knowledge, OutcomeTold, Person, SessionMoved
from unknot.errors import InputError
from unknot.guiding import EventKind, Feeling, SessionEvent
from unknot.locating import Complaint
from unknot.planning import Change, Situation
from unknot.progress import Helped, Turning
from unknot.screening import Answers

NOW = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
SHOULDER = {"shoulder_top_R": 6, "neck_postlat_R": 4}
"""A pain drawing that points to the upper trapezius."""


class Diary:
    """A person and a clock; ids are the names that the test gives."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.person = Person(knowledge)
        self.now = NOW

    def wait(self, **time: float) -> "Diary":
        """Let time pass."""
        self.now += timedelta(**time)
        return self

    def tell(self, id: str, happening: Happening) -> "Diary":
        """Let something happen now."""
        self.person = self.person.after(id, self.now, happening)
        return self

    def check_in(self, answers: Answers, id: str = "check-in", asking_for: AskingFor = AskingFor.ONESELF) -> "Diary":
        """Check in with these answers."""
        return self.tell(id, coach.check_in(self.person, answers, self.now, asking_for))

    def plan(self, id: str = "plan", check_in: str = "check-in", minutes: int = 10) -> "Diary":
        """Make a plan for the shoulder."""
        return self.tell(id, self.made(check_in, minutes))

    def made(
        self,
        check_in: str = "check-in",
        minutes: int = 10,
        tools: tuple[str, ...] = (),
        changes: tuple[Change, ...] = (),
    ) -> coach.PlanMade:
        """The plan that would be made now."""
        situation = Situation(minutes, tools)
        return coach.make_plan(self.person, check_in, Complaint(SHOULDER), situation, changes, self.now)

    def move(self, seq: int, kind: str, at_ms: int, feeling: str | None = None, plan: str = "plan") -> "Diary":
        """Let something happen in the player of a plan."""
        event = SessionEvent(EventKind(kind), at_ms, None if feeling is None else Feeling(feeling))
        return self.tell(f"{plan}-{seq}-{kind}-{at_ms}", SessionMoved(plan, seq, event))

    def play(self, plan: str = "plan") -> "Diary":
        """Play a plan from start to end."""
        total_ms = coach.cue_sheet(self.person, plan, self.now).total_ms
        self.move(0, "start", 0, plan=plan).wait(milliseconds=total_ms)
        return self.move(1, "finish", total_ms, plan=plan)

    def say(self, pain_before: int, pain_after: int, plan: str = "plan") -> "Diary":
        """Tell how it was."""
        return self.tell(f"{plan}-told", OutcomeTold(plan, pain_before, pain_after, Turning.EASIER, Helped.YES))


@pytest.fixture
def diary(knowledge: Knowledge) -> Diary:
    return Diary(knowledge)


@pytest.fixture
def refused() -> Callable[..., tuple[str, str]]:
    """The field and the message with which something is refused."""

    def refused(work: Callable[[], object]) -> tuple[str, str]:
        with pytest.raises(InputError) as refusal:
            work()
        return refusal.value.field, refusal.value.message

    return refused
