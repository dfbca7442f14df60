"""What earlier sessions ask of the next one: less time, less pressure, longer gaps. It can only ever restrict."""

from typing import Annotated

from msgspec import Meta

from unknot.units import Value

Share = Annotated[float, Meta(gt=0.0, le=1.0, description="a part of the whole")]


class Easing(Value, frozen=True):
    """How far the next session stays below what would be allowed; the default asks for nothing.

    `dose_share` is of the seconds, `pressure_share` of the pressure ceiling. `gentle_only` is the note that says why
    nothing is pressed at all, empty where pressing may be planned. `resting` are sided trigger points that are left
    alone, `later` techniques that come last because they have had their turn. `hours_between` lengthens the gap
    between sessions that press. `more_movement` asks for movement even when minutes are few. `notes` say why.
    """

    dose_share: Share = 1.0
    pressure_share: Share = 1.0
    gentle_only: str = ""
    resting: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    hours_between: int = 0
    more_movement: bool = False
    notes: tuple[str, ...] = ()
