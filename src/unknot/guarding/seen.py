"""What the guard reads of a cue sheet, as of a stranger's: its own shapes, and the table of what is allowed."""

from datetime import datetime
from importlib.resources import files

import msgspec


class Seen(msgspec.Struct, frozen=True):
    """Something read from JSON. What the guard does not look at may be there; what it looks at has to be."""


class Place(Seen, frozen=True):
    """A point in a frame of the body map."""

    frame: str
    x: float
    y: float
    side: str


class Step(Seen, frozen=True):
    """What is done: a way of places that are pressed, empty where nothing is."""

    technique: str
    tool: str
    position: str
    seconds: int
    repetitions: int
    path: tuple[Place, ...]
    side: str | None
    point: str | None
    start_0_10: int
    ceiling_0_10: int


class Coaching(Seen, frozen=True):
    """How a level that was told is understood."""

    rises_by_0_10: int


class Clearance(Seen, frozen=True):
    """The check-in that cleared, by which rules, and for how many minutes it stands."""

    at: datetime
    rules: str
    valid_min: int


class Plan(Seen, frozen=True):
    """The steps and their other ways."""

    rules: str
    steps: tuple[Step, ...]
    spares: tuple[Step, ...] = ()
    coaching: Coaching | None = None
    clearance: Clearance | None = None


class Branch(Seen, frozen=True):
    """Where a turn leads, and by how much the ceiling comes down."""

    on: str
    to: int
    eases: int = 0
    at_most_0_10: int | None = None


class Cue(Seen, frozen=True):
    """One stretch of the session."""

    at_ms: int
    for_ms: int
    kind: str
    step: int
    presses: bool
    side: str | None
    branches: tuple[Branch, ...] = ()
    goes_to: int | None = None

    def branch(self, on: str) -> Branch | None:
        """What a turn does here; None where it does nothing."""
        return next((branch for branch in self.branches if branch.on == on), None)


class Sheet(Seen, frozen=True):
    """A plan as a timeline."""

    plan: Plan
    cues: tuple[Cue, ...]
    total_ms: int

    @property
    def steps(self) -> tuple[Step, ...]:
        """What the cues are cues of."""
        return (*self.plan.steps, *self.plan.spares)


class Shape(Seen, frozen=True):
    """A polygon in a frame."""

    frame: str
    polygon: tuple[tuple[float, float], ...]


class Zone(Seen, frozen=True):
    """A part of the body, whether it may be pressed, and how."""

    allowed: bool
    pressure_0_10: int
    hold_s: int
    techniques: tuple[str, ...]
    positions: tuple[str, ...]
    shapes: tuple[Shape, ...]


class Technique(Seen, frozen=True):
    """The most that a technique may do."""

    presses: bool
    moves_on: bool
    hold_s: int
    repetitions: int
    pressure_0_10: int
    positions: tuple[str, ...]


class Tool(Seen, frozen=True):
    """The most that a tool may do, and where."""

    by_hand: bool
    techniques: tuple[str, ...]
    zones: tuple[str, ...]
    hold_s: int
    total_s: int
    pressure_0_10: int
    keeps_off_neck: float


class Table(Seen, frozen=True):
    """Everything that the guard knows."""

    session_s: int
    spots: int
    holds_per_spot: int
    hold_s: int
    pressure_0_10: int
    back_to_0_10: int
    rises_by_0_10: int
    grain: float
    valid_min: int
    zones: dict[str, Zone]
    techniques: dict[str, Technique]
    tools: dict[str, Tool]


TABLE = msgspec.json.decode(files(__package__).joinpath("table.json").read_bytes(), type=Table)
