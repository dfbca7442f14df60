"""What happens to events inside one transaction: who is new, who is known, who contradicts what is kept."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, func, insert, select

from unknot.coach import Edition
from unknot.store.editions import keep_edition
from unknot.store.event import Appended, ConflictingEvent
from unknot.store.schema import DEVICE, EventRow, event_table, setting_table

_SAME_TELLING = ("person", "kind", "body")  # a client that sends again may well read another clock
_SAME_EVENT = tuple(column.name for column in event_table.columns)
_IDS_AT_ONCE = 10_000  # SQLite takes 32,766 values in one statement

_INSERT = insert(event_table)
_WITH_IDS = select(event_table).where(event_table.c.id.in_(bindparam("ids", expanding=True)))
_LAST_PLACE = select(
    setting_table.c.value,
    select(func.coalesce(func.max(event_table.c.seq), 0))
    .where(event_table.c.device == setting_table.c.value)
    .scalar_subquery(),
).where(setting_table.c.name == DEVICE)


class Told(NamedTuple):
    """Events that are told together, and the edition they were told under where it is to be kept with them."""

    rows: Sequence[EventRow]
    edition: Edition | None = None


def keep_told(connection: Connection, tellings: Sequence[Told]) -> list[Appended | ConflictingEvent]:
    """What became of each telling, in order: kept whole at the next places of this device, or refused whole.

    The same id with the same person, kind and body is the same event told again.
    """
    kept = _kept(connection, (str(row["id"]) for told in tellings for row in told.rows))
    fresh: list[EventRow] = []
    editions: dict[str, tuple[Edition, int]] = {}
    outcomes: list[Appended | ConflictingEvent] = []
    for rows, edition in tellings:
        try:
            new = _new_rows(rows, kept, _SAME_TELLING)
        except ConflictingEvent as conflict:
            outcomes.append(conflict)
            continue
        kept |= new
        fresh += new.values()
        if new and edition is not None:
            editions.setdefault(edition.version, (edition, int(next(iter(new.values()))["at_us"])))
        outcomes.append(Appended(added=len(new), known=len(rows) - len(new)))
    if fresh:
        device, last_seq = connection.execute(_LAST_PLACE).one()
        for seq, row in enumerate(fresh, start=last_seq + 1):
            row |= {"device": device, "seq": seq}
        connection.execute(_INSERT, fresh)
    for edition, at_us in editions.values():
        keep_edition(connection, edition, at_us)
    return outcomes


def merge_kept(connection: Connection, rows: Sequence[EventRow]) -> Appended:
    """Keep the events of another log, with the devices and places they have there.

    Raises: ConflictingEvent: an id that stands here for an event that differs in anything.
    """
    new = _new_rows(rows, _kept(connection, (str(row["id"]) for row in rows)), _SAME_EVENT)
    if new:
        connection.execute(_INSERT, list(new.values()))
    return Appended(added=len(new), known=len(rows) - len(new))


def _new_rows(rows: Sequence[EventRow], kept: Mapping[str, EventRow], compared: tuple[str, ...]) -> dict[str, EventRow]:
    new: dict[str, EventRow] = {}
    for place, row in enumerate(rows):
        event_id = str(row["id"])
        same_id = kept.get(event_id) or new.get(event_id)
        if same_id is None:
            new[event_id] = row
        elif any(same_id[column] != row[column] for column in compared):
            raise ConflictingEvent(place, event_id)
    return new


def _kept(connection: Connection, ids: Iterable[str]) -> dict[str, EventRow]:
    wanted = list(ids)
    return {
        row.id: row._asdict()
        for start in range(0, len(wanted), _IDS_AT_ONCE)
        for row in connection.execute(_WITH_IDS, {"ids": wanted[start : start + _IDS_AT_ONCE]})
    }
