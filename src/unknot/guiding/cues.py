"""The cue sheet: everything a player says, shows and sounds, each with its time, and every way to leave it."""

from enum import StrEnum

from unknot.planning import Plan, Step
from unknot.units import Millis, Score0To10, Side, Value


class CueKind(StrEnum):
    """What happens during a cue."""

    READY = "ready"
    SETTLE = "settle"
    HOLD = "hold"
    STROKE = "stroke"
    RELEASE = "release"
    REST = "rest"
    SWITCH_SIDE = "switch-side"
    MOVE = "move"

    @property
    def is_done(self) -> bool:
        """True for the kinds whose time counts as time spent on the step."""
        return self in (CueKind.SETTLE, CueKind.HOLD, CueKind.STROKE, CueKind.MOVE)


class Tone(StrEnum):
    """The sound at the start of a cue."""

    NONE = "none"
    START = "start"
    RELEASE = "release"
    SWITCH = "switch"


class Turn(StrEnum):
    """What can turn a session off the line that it would follow by itself.

    swap takes another way of the step; repeat does one repetition more; skip leaves the step; next ends only what is
    being done. The levels are what an answer to "how strong is it?" comes to.
    """

    EASE = "ease"
    TOO_SORE = "too-sore"
    SWAP = "swap"
    REPEAT = "repeat"
    SKIP = "skip"
    NEXT = "next"
    LEVEL_OVER = "level-over"
    LEVEL_RISING = "level-rising"
    LEVEL_FADED = "level-faded"
    LEVEL_STEADY = "level-steady"


class Branch(Value, frozen=True):
    """What a turn does in a cue: where it leads, what is said, and by how much the ceiling comes down.

    `to` is the index of a cue, or their number for the end; the cue's own index stays where it is. The ceiling comes
    down by `eases`, and at least to `at_most_0_10`; nothing brings it up.
    """

    on: Turn
    to: int
    say: str = ""
    eases: int = 0
    at_most_0_10: Score0To10 | None = None


class Hearing(StrEnum):
    """When a line is said: in any case, or only if a level was told in its cue, or only if none was."""

    ALWAYS = "always"
    TOLD = "told"
    SILENT = "silent"


class Line(Value, frozen=True):
    """Something said within a cue, `at_ms` after it began; one that `asks` waits for a level."""

    at_ms: Millis
    say: str
    asks: bool = False
    when: Hearing = Hearing.ALWAYS


class Cue(Value, frozen=True):
    """One stretch of the session: from `at_ms` for `for_ms`, with the message said and shown.

    `say` is a message id; `step` is the index in the sheet's steps. `counts_down` shows the seconds left; `breathes`
    runs the pacer; `halfway_tone` sounds in the middle. `repetition` counts from 1 within the step. `goes_to` is the
    index of the cue that follows, their number for the end; where it is None, the next in the tuple.
    """

    at_ms: Millis
    for_ms: Millis
    kind: CueKind
    say: str
    step: int
    repetition: int
    repetitions: int
    tone: Tone
    counts_down: bool
    breathes: bool
    presses: bool
    halfway_tone: bool
    side: Side | None = None
    lines: tuple[Line, ...] = ()
    branches: tuple[Branch, ...] = ()
    goes_to: int | None = None

    def branch(self, turn: Turn) -> Branch | None:
        """What a turn does here; None where it does nothing."""
        return next((branch for branch in self.branches if branch.on is turn), None)


class CueSheet(Value, frozen=True):
    """A plan as a timeline; the player can do nothing that is not in it, except pause and stop.

    The cues up to `total_ms` follow one another: the session as it goes when nothing turns it. Those after it are
    reached by a branch only, and lead back or to the end. No way through the sheet meets a cue twice.
    """

    plan: Plan
    cues: tuple[Cue, ...]
    total_ms: Millis

    @property
    def steps(self) -> tuple[Step, ...]:
        """What the cues are cues of: the steps of the plan, then its other ways."""
        return (*self.plan.steps, *self.plan.spares)
