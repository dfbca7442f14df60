"""A session as a value. Only `planning.limits.enforce` returns a `Plan`."""

from enum import StrEnum

from unknot.planning.techniques import Breath, Coaching
from unknot.units import Instant, Minutes, Point, Score0To10, Seconds, Side, Sources, Value


class FreeHand(StrEnum):
    """Which hand can work."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"

    def can_be(self, side: Side) -> bool:
        """True when the hand of that side can work."""
        return self is FreeHand.BOTH or self.value == side.value


class Situation(Value, frozen=True):
    """What a person has to hand: minutes, tools (ids; hands need no mention), the free hand and the place."""

    minutes: Minutes
    tools: tuple[str, ...] = ()
    hand: FreeHand = FreeHand.BOTH
    place: str = "home"


class Change(Value, frozen=True):
    """A wish of the person about one step: leave it out, or do it with another technique and tool."""

    step: str
    skip: bool = False
    technique: str = ""
    tool: str = ""


class Swap(Value, frozen=True):
    """Another way of doing a step that is within the limits."""

    technique: str
    tool: str


class Phase(StrEnum):
    """The parts of a session, in order."""

    SETTLE = "settle"
    WARM = "warm"
    PRESS = "press"
    MOVE = "move"
    CLOSE = "close"


class Step(Value, frozen=True):
    """One thing to do: with what, where, how strongly, how long, how often, and why.

    `id` names what it is for and outlives a swap. `seconds` is one repetition; `path` has one point for a hold and
    two or more for a stroke, in frame units; `start_0_10` and `ceiling_0_10` are pain during pressure. `hand` is
    the one that crosses the chest. `swaps` are the other ways within the limits.
    """

    id: str
    phase: Phase
    technique: str
    tool: str
    position: str
    seconds: Seconds
    repetitions: int
    rest_s: Seconds
    ready_s: Seconds
    release_s: Seconds
    breath: Breath
    source: Sources
    side: Side | None = None
    point: str | None = None
    muscle: str | None = None
    zone: str | None = None
    path: tuple[Point, ...] = ()
    hand: Side | None = None
    start_0_10: Score0To10 = 0
    ceiling_0_10: Score0To10 = 0
    swaps: tuple[Swap, ...] = ()

    @property
    def presses(self) -> bool:
        """True when it puts pressure on a muscle."""
        return bool(self.path)

    @property
    def total_s(self) -> Seconds:
        """From getting ready to having let go, with the rests between repetitions."""
        rests = self.rest_s * (self.repetitions - 1)
        return self.ready_s + (self.seconds + self.release_s) * self.repetitions + rests


class Draft(Value, frozen=True):
    """What planning would like; not a plan until `limits.enforce` has cut it to what is allowed.

    `ways` are other ways of its steps, each under the id of the step that it can stand in for. `written` are those of
    its steps that someone wrote, with what they asked for: what is cut of them is told, and nothing is offered beyond.
    """

    steps: tuple[Step, ...]
    notes: tuple[str, ...] = ()
    ways: tuple[Step, ...] = ()
    written: tuple[Step, ...] = ()


class Clearance(Value, frozen=True):
    """What a plan rests on: the check-in that cleared, by which rules, and for how many minutes it stands."""

    at: Instant
    rules: str
    valid_min: int


class Plan(Value, frozen=True):
    """Steps inside every limit. `notes` are the message ids of what was limited or left out, and why.

    `total_s` is from the first word to the last; `presses` is true when any step puts pressure on a muscle.
    `spares` are the other ways that may be taken while it is played, each under the id of its step, in the order in
    which they are offered; `again` names the steps that allow one repetition more. Whatever of them is taken, the
    session stays inside every limit. `is_first`: this person has had no session before.
    """

    made_at: Instant
    rules: str
    steps: tuple[Step, ...]
    notes: tuple[str, ...]
    total_s: Seconds
    presses: bool
    spares: tuple[Step, ...] = ()
    again: tuple[str, ...] = ()
    coaching: Coaching | None = None
    clearance: Clearance | None = None
    is_first: bool = False
