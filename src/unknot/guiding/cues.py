"""The cue sheet: everything a player says, shows and sounds, each with its time from the start."""

from enum import StrEnum

from unknot.planning import Plan
from unknot.units import Millis, Side, Value


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


class Cue(Value, frozen=True):
    """One stretch of the session: from `at_ms` for `for_ms`, with the message said and shown.

    `say` is a message id; `step` is the index in the plan. `counts_down` shows the seconds left; `breathes` runs the
    pacer; `halfway_tone` sounds in the middle. `repetition` counts from 1 within the step.
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


class CueSheet(Value, frozen=True):
    """A plan as a timeline; the player can do nothing that is not in it, except stop."""

    plan: Plan
    cues: tuple[Cue, ...]
    total_ms: Millis
