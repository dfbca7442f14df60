"""What happened, told once. The store keeps the body as it is and never looks inside."""

import secrets
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from unknot.errors import InputError
from unknot.units import Instant, Value

_HEX = "[0-9a-f]"

EventId = Annotated[
    str,
    Meta(
        pattern=f"^{_HEX}{{8}}-{_HEX}{{4}}-7{_HEX}{{3}}-[89ab]{_HEX}{{3}}-{_HEX}{{12}}$",
        description="a UUIDv7 in lower case, made by whoever tells the event: telling it twice is harmless",
    ),
]
PersonId = Annotated[str, Meta(min_length=1, max_length=64, description="whose event it is")]
DeviceId = Annotated[str, Meta(min_length=1, max_length=64, description="the database that kept it first")]
EventKind = Annotated[str, Meta(pattern="^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=64)]
KnowledgeVersion = Annotated[str, Meta(min_length=1, max_length=64)]
Seq = Annotated[int, Meta(ge=1, le=2**63 - 1, description="the place among the events of its device")]
Count = Annotated[int, Meta(ge=0)]

THIS_PERSON = "self"
"""The person of a machine that only one person uses."""


def new_event_id(at: Instant) -> str:
    """A UUIDv7 of a moment, by chance: for what is told here and not by a client.

    >>> from datetime import datetime, UTC
    >>> new_event_id(datetime(2026, 11, 20, tzinfo=UTC))[:15]
    '01a1f640-bc00-7'
    """
    number = int(at.timestamp() * 1000) << 80 | secrets.randbits(80)
    number = number & ~(0xF << 76) | 0x7 << 76
    return str(UUID(int=number & ~(0x3 << 62) | 0x2 << 62))


class NewEvent(Value, frozen=True, kw_only=True):
    """An event that is told. The body is kept as compact JSON, however it was spaced.

    Raises: ValueError: `at` has no time zone, or the body is not JSON in UTF-8.

    >>> from datetime import datetime, UTC
    >>> bytes(NewEvent(
    ...     id="01890000-0000-7000-8000-000000000001", at=datetime(2026, 11, 23, tzinfo=UTC), kind="check-in",
    ...     body=msgspec.Raw('{ "pain": 4 }'), knowledge="2026.11",
    ... ).body)
    b'{"pain":4}'
    """

    id: EventId
    person: PersonId = THIS_PERSON
    at: Instant
    kind: EventKind
    body: msgspec.Raw
    knowledge: KnowledgeVersion

    def __post_init__(self) -> None:
        if self.at.utcoffset() is None:
            raise ValueError(f"event {self.id}: {self.at} has no time zone")
        compact = msgspec.json.format(self.body, indent=-1)
        compact.decode()
        msgspec.structs.force_setattr(self, "body", msgspec.Raw(compact))


class Event(NewEvent, frozen=True, kw_only=True):
    """An event that is kept, with the device that kept it first and its place there."""

    device: DeviceId
    seq: Seq


class Appended(Value, frozen=True):
    """How many of the events were new, and how many the log had already."""

    added: Count
    known: Count


class ConflictingEvent(InputError):  # noqa: N818  the web answers it with 409 Conflict, no other InputError
    """Another event has this id. Nothing of what was sent along with it is kept."""

    def __init__(self, place: int, event_id: str) -> None:
        super().__init__(f"events[{place}].id", "event-id-taken", id=event_id)
