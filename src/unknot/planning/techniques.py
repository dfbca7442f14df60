"""Techniques, tools, positions and ceilings: what a session can be made of."""

from functools import cached_property
from typing import Annotated, TypeAlias

from msgspec import Meta

from unknot.progress import Share
from unknot.screening import Modality
from unknot.units import Millis, Minutes, Probability, Score0To10, Seconds, Sources, Value

Band: TypeAlias = tuple[int, int]
"""An inclusive range, low and high."""


class Limit(Value, frozen=True):
    """A range that is allowed and, inside it, the range that is advised."""

    unit: str
    allowed: Band
    advised: Band


class Technique(Value, frozen=True):
    """Something done to a muscle, with its dose.

    `hold` is one repetition in seconds; `pressure` is pain during pressure, absent where nothing is pressed.
    A stroke runs along one of the ready `strokes` (frame P, right side), or `across_fibres` or `up_and_down` by that
    much to both sides of the point. `own_arm`: the arm of that side is laid across the body, and has to be free.
    `not_with` names conditions of the matrix under which it is not offered at all. `needs_tool`: bare hands cannot.
    """

    id: str
    phase: str
    hold: Limit
    repetitions: Limit
    rest_s: Seconds
    positions: tuple[str, ...]
    source: Sources
    modality: Modality | None = None
    pressure: Limit | None = None
    strokes: tuple[tuple[tuple[float, float], ...], ...] = ()
    across_fibres: Probability = 0.0
    up_and_down: Probability = 0.0
    once_a_day: bool = False
    own_arm: bool = False
    not_with: tuple[str, ...] = ()
    needs_tool: bool = False
    reads_as: str = ""

    @property
    def presses(self) -> bool:
        """True when it puts pressure on a muscle."""
        return self.pressure is not None


class Tool(Value, frozen=True):
    """Something to press with: which techniques it serves, where it may go and its own ceilings.

    `total_s` is for one session. `near_neck` asks about it again in the check-ins that follow. `keeps_off_neck` is
    the least x of frame P. `modality` replaces the technique's column of the contraindication matrix.
    """

    id: str
    techniques: tuple[str, ...]
    zones: tuple[str, ...]
    hold_s: Seconds
    pressure_0_10: Score0To10
    total_s: Seconds
    source: Sources
    modality: Modality | None = None
    near_neck: bool = False
    by_hand: bool = False
    keeps_off_neck: Probability = 0.0
    once_a_day: bool = False
    reads_as: str = ""


class Position(Value, frozen=True):
    """How the body is placed, and in which surroundings that is possible.

    `both_hands`: the fingertips of both hands work together, none crosses the chest.
    """

    id: str
    places: tuple[str, ...]
    source: Sources
    both_hands: bool = False


class Place(Value, frozen=True):
    """Surroundings in which a session can happen."""

    id: str
    source: Sources


class Ceilings(Value, frozen=True):
    """What no plan exceeds, whatever is asked for. Letting go takes a moment in any case.

    Source: clinical 3.1, 3.2 and 2.4 (what LIM means).
    """

    spots: int
    holds_per_spot: int
    session_s: Seconds
    sessions: int
    hours_between: int
    first_week_days: int
    first_week_share: Share
    light_pressure_0_10: Score0To10
    light_hold_s: Seconds
    good_pain_0_10: Score0To10
    limited_pressure_0_10: Score0To10
    hold_s: Band
    minutes: tuple[Minutes, Minutes]
    unhurried_minutes: Minutes
    stroke_grain: Share
    ready_s: Seconds
    release_s: Annotated[int, Meta(ge=1, description="whole seconds, at least one")]
    source: Sources
    reads_as: str = ""


class Breath(Value, frozen=True):
    """A breath pace: in and out, and by how much each may be shorter or longer at the person's own pace.

    Plans kept from before there was a choice have no spread.

    Source: clinical 3.2.
    """

    in_ms: Millis
    out_ms: Millis
    source: Sources
    spread_ms: Millis = 0
    reads_as: str = ""


class Coaching(Value, frozen=True):
    """How an answer to "how strong is it?" is understood, and when it is asked for.

    An answer over the ceiling brings it down to `back_to_0_10` at once; one that `rises_by_0_10` lowers it. An ache
    that has gone down by `fades_by_0_10`, or has come down to `faded_at_0_10`, is let go early. It is asked
    `ask_at_s` into a hold and once more `ask_again_s` later. A spot has at most `other_ways` beside the one that is
    planned.

    Source: clinical 2.3, 3.1, 3.2; protocol M2, S6.
    """

    back_to_0_10: Score0To10
    rises_by_0_10: Score0To10
    fades_by_0_10: Score0To10
    faded_at_0_10: Score0To10
    ask_at_s: Seconds
    ask_again_s: Seconds
    other_ways: int
    source: Sources
    reads_as: str = ""


class TechniqueBook(Value, frozen=True, dict=True):
    """Everything planning chooses from."""

    techniques: tuple[Technique, ...]
    tools: tuple[Tool, ...]
    positions: tuple[Position, ...]
    places: tuple[Place, ...]
    ceilings: Ceilings
    breath: Breath
    coaching: Coaching

    @cached_property
    def technique_by_id(self) -> dict[str, Technique]:
        """The techniques by their ids."""
        return {technique.id: technique for technique in self.techniques}

    @cached_property
    def tool_by_id(self) -> dict[str, Tool]:
        """The tools by their ids."""
        return {tool.id: tool for tool in self.tools}

    @cached_property
    def position_by_id(self) -> dict[str, Position]:
        """The positions by their ids."""
        return {position.id: position for position in self.positions}
