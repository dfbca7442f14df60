"""The numbers by which is said what comes next."""

from typing import Annotated

from msgspec import Meta

from unknot.units import Hours, Sources, Value


class AheadBook(Value, frozen=True):
    """How many sessions are put down ahead, and when a tool near the neck is looked back at, in hours after it."""

    sessions: Annotated[int, Meta(ge=1)]
    look_back_hours: tuple[Hours, ...]
    source: Sources
    reads_as: str = ""
