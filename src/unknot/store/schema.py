"""The tables as they are now, and how an event stands in a row. How they came to be is in migrations/."""

from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from typing import TypeAlias

import msgspec
from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, MetaData, Row, Table, Text

from unknot.store.event import Event, NewEvent

EventRow: TypeAlias = dict[str, str | int]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_WALL_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001  a year-1 moment east of UTC exists on the wall clock only
_MICROSECOND = timedelta(microseconds=1)
_MINUTE = timedelta(minutes=1)
_WIDE = BigInteger().with_variant(Integer, "sqlite")  # STRICT knows no BIGINT; its INTEGER is as wide

metadata = MetaData()

event_table = Table(
    "event",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person", Text, nullable=False),
    Column("device", Text, nullable=False),
    Column("seq", _WIDE, nullable=False),
    Column("at_us", _WIDE, nullable=False),  # since 1970, UTC
    Column("at_offset_min", Integer, nullable=False),  # east of UTC: the day it was for the person
    Column("kind", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("knowledge", Text, nullable=False),
    # Not unique: a restored backup gives its places out again, and must still merge with what came after it.
    Index("event_place", "device", "seq"),
    Index("event_of_person", "person", "device", "seq"),
    sqlite_strict=True,
)

knowledge_table = Table(
    "knowledge",
    metadata,
    Column("version", Text, primary_key=True),
    Column("kept_at_us", _WIDE, nullable=False),  # the moment of the first event told under it
    Column("content", LargeBinary, nullable=False),
    sqlite_strict=True,
)

gist_table = Table(
    "gist",
    metadata,
    Column("person", Text, primary_key=True),
    Column("made_by", Text, nullable=False),
    Column("extent", LargeBinary, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("seal", LargeBinary, nullable=False),
    sqlite_strict=True,
)

setting_table = Table(
    "setting",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_strict=True,
)

DEVICE = "device"
ERASING = "erasing"  # while this row stands, the trigger lets events be deleted; only `erase_all` sets it


def microseconds_of(at: datetime) -> int:
    """A moment as the tables hold it: microseconds since 1970, UTC."""
    return (at - _EPOCH) // _MICROSECOND


def instant_of(at_us: int) -> datetime:
    """The moment of so many microseconds since 1970, in UTC."""
    return _EPOCH + at_us * _MICROSECOND


def row_of(event: NewEvent) -> EventRow:
    """The row of an event; device and seq only if it is a kept one."""
    offset = event.at.utcoffset() or timedelta()
    row: EventRow = {
        "id": event.id,
        "person": event.person,
        "at_us": microseconds_of(event.at),
        "at_offset_min": offset // _MINUTE,
        "kind": event.kind,
        "body": bytes(event.body).decode(),
        "knowledge": event.knowledge,
    }
    if isinstance(event, Event):
        row |= {"device": event.device, "seq": event.seq}
    return row


def event_of(row: Row[tuple[object, ...]]) -> Event:
    """The event of a row, its moment told in the time zone it was told in."""
    wall = _WALL_EPOCH + timedelta(microseconds=row.at_us, minutes=row.at_offset_min)
    return Event(
        id=row.id,
        person=row.person,
        device=row.device,
        seq=row.seq,
        at=wall.replace(tzinfo=_zone(row.at_offset_min)),
        kind=row.kind,
        body=msgspec.Raw(row.body),
        knowledge=row.knowledge,
    )


@cache
def _zone(offset_min: int) -> timezone:
    return timezone(timedelta(minutes=offset_min))
