"""What was made of the events, kept so that the next start is quicker. It is only ever a copy of what the events say.

It is sealed: what is not exactly what was put in is not given out. Who made it, and of which events, is for the reader
to compare. Anything that differs, and there is none.
"""

import hashlib

import msgspec
from sqlalchemy import Connection, and_, bindparam, func, insert, or_, select

from unknot.store.event import Event
from unknot.store.extent import Extent, Size
from unknot.store.schema import DEVICE, event_of, event_table, gist_table, setting_table
from unknot.units import Value

_OWN_DEVICE = select(setting_table.c.value).where(setting_table.c.name == DEVICE)
_COUNT = select(func.count()).select_from(event_table).where(event_table.c.person == bindparam("person"))
_SIZE = _OWN_DEVICE.add_columns(_COUNT.scalar_subquery())


class KeptGist(Value, frozen=True):
    """What was made of some events, and by what: any other `made_by` would perhaps make something else of them."""

    made_by: str
    extent: Extent
    content: bytes


def keep_gist(connection: Connection, person: str, gist: KeptGist) -> bool:
    """Keep it in place of the one before; False, and nothing is kept, when the log was erased since it was made."""
    extent = msgspec.json.encode(gist.extent)
    seal = _seal(person, gist.made_by, extent, gist.content)
    with connection.begin():
        if size_of(connection, person).log != gist.extent.log:
            return False
        row = {"person": person, "made_by": gist.made_by, "extent": extent, "content": gist.content, "seal": seal}
        connection.execute(insert(gist_table).prefix_with("OR REPLACE"), row)
    return True


def gist_of(connection: Connection, person: str, made_by: str) -> KeptGist | None:
    """What is kept for a person; None where there is nothing, another made it, or it is damaged."""
    ours = and_(gist_table.c.person == person, gist_table.c.made_by == made_by)
    row = connection.execute(select(gist_table).where(ours)).first()
    if row is None or row.seal != _seal(person, made_by, row.extent, row.content):
        return None
    return KeptGist(made_by, msgspec.json.decode(row.extent, type=Extent), row.content)


def added_since(connection: Connection, person: str, extent: Extent) -> list[Event] | None:
    """The events of a person behind an extent, in order; None when it is no longer what all begins with."""
    size = size_of(connection, person)
    device, seq = event_table.c.device, event_table.c.seq
    behind = (and_(device == known, seq > place.seq) for known, place in extent.places.items())
    added = or_(device.not_in(tuple(extent.places)), *behind)
    rows = connection.execute(select(event_table).where(event_table.c.person == person, added)).all()
    return extent.in_order(map(event_of, rows)) if size == Size(extent.log, extent.count + len(rows)) else None


def size_of(connection: Connection, person: str) -> Size:
    """How many events of a person there are, in which log."""
    return Size(*connection.execute(_SIZE, {"person": person}).one())


def _seal(*parts: str | bytes) -> bytes:
    digest = hashlib.sha256()
    for part in parts:
        told = part.encode() if isinstance(part, str) else part
        digest.update(f"{len(told)}:".encode() + told)
    return digest.digest()
