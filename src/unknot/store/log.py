"""The log of all that happened: add to it, read it in order, copy it, erase it."""

import asyncio
from collections.abc import Collection, Generator, Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Select, func, select

from unknot.coach import Edition
from unknot.errors import StorageError
from unknot.store.database import copy_database, driver_connection, erase_all, open_engine
from unknot.store.editions import KeptKnowledge, knowledge_of, merge_knowledge, needed_knowledge
from unknot.store.event import Appended, Event, NewEvent
from unknot.store.extent import Extent, Size
from unknot.store.failures import reported_as_storage
from unknot.store.gists import KeptGist, added_since, gist_of, keep_gist, size_of
from unknot.store.keeping import Told, merge_kept
from unknot.store.schema import event_of, event_table, row_of
from unknot.store.upgrade import backup_before, bring_up_to_date
from unknot.store.writer import Writer

_ROWS_AT_ONCE = 500


class EventLog:
    """One database file, open, for any thread and any event loop. Several processes may open the same file.

    Every method raises StorageError when the file cannot be read or written, and once the log is closed.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._writer = Writer(path)
        self._reading = open_engine(path, "BEGIN")

    @classmethod
    def open(cls, path: Path) -> Self:
        """The log in the file at `path`, made if there is none and migrated if it is from an older version.

        Raises: StorageError: store-newer, store-not-ours and store-not-a-database leave the file as it is.
        """
        bring_up_to_date(path)
        return cls(path)

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._path

    def append(self, events: Sequence[NewEvent], edition: Edition | None = None) -> Appended:
        """How many were new, once all of them are durable; the calling thread waits.

        An event is known if its id stands for the same person, kind and body; the first telling stays. The edition
        that new events were told under is kept with the first of them, in the same commit.

        Raises: ConflictingEvent: an id stands for another event. Nothing of `events` is kept.
        """
        answer: Future[Appended] = Future()
        self._writer.tell(Told([row_of(event) for event in events], edition), answer)
        return answer.result()

    async def append_async(self, events: Sequence[NewEvent], edition: Edition | None = None) -> Appended:
        """The same as `append`, while the event loop goes on."""
        answer: asyncio.Future[Appended] = asyncio.get_running_loop().create_future()
        self._writer.tell(Told([row_of(event) for event in events], edition), answer)
        return await answer

    def merge(self, events: Sequence[Event], knowledge: Sequence[KeptKnowledge] = ()) -> Appended:
        """How many events of another log were new here, once durable. They keep their device and place.

        Of the knowledge that comes along, what events here were told under is kept as well.

        Raises: ConflictingEvent: an id stands for an event that differs in anything. Nothing is kept.
        """
        rows = [row_of(event) for event in events]

        def merge_rows(connection: Connection) -> Appended:
            with connection.begin():
                appended = merge_kept(connection, rows)
                merge_knowledge(connection, knowledge)
                return appended

        return self._writer.run_alone(merge_rows)

    def events(self, person: str, kinds: Collection[str] | None = None) -> Generator[Event, None, None]:
        """The events of a person in the order they happened, of some kinds or of all.

        Those of one device come as it kept them, whatever its clock did; between devices, time decides.
        What is added meanwhile is left out. Take the iterator to its end or close it: `erase` waits for it.
        """
        return self._read(_in_order(person, kinds))

    def everything(self) -> Iterator[Event]:
        """Every event of everyone by device and place: the same events in the same order from any log."""
        return self._read(select(event_table).order_by(*_PLACE))

    def event(self, event_id: str) -> Event | None:
        """The event with this id, if it is kept."""
        return next(self._read(select(event_table).where(event_table.c.id == event_id)), None)

    def edition(self, version: str) -> Edition | None:
        """The knowledge and the words of a version, if they are kept.

        Raises: StorageError: store-knowledge-altered, what is kept is not what the version names.
        """
        with reported_as_storage(self._path), self._reading.connect() as connection:
            kept = knowledge_of(connection, version)
        return None if kept is None else kept.unpacked()

    def knowledge(self) -> list[KeptKnowledge]:
        """Every version of the knowledge that an event was told under, as it is kept."""
        with reported_as_storage(self._path), self._reading.connect() as connection:
            return list(needed_knowledge(connection))

    def has(self, event_id: str) -> bool:
        """True when an event with this id is kept."""
        query = select(event_table.c.id).where(event_table.c.id == event_id)
        with reported_as_storage(self._path), self._reading.connect() as connection:
            return connection.execute(query).first() is not None

    def count(self, person: str | None = None) -> int:
        """How many events are kept, of one person or of everyone."""
        query = select(func.count()).select_from(event_table)
        if person is not None:
            query = query.where(event_table.c.person == person)
        with reported_as_storage(self._path), self._reading.connect() as connection:
            return connection.execute(query).scalar_one()

    def added_since(self, person: str, extent: Extent) -> list[Event] | None:
        """The events behind those that were read, in order; None when what was read is not what all begins with."""
        with reported_as_storage(self._path), self._reading.connect() as connection:
            return added_since(connection, person, extent)

    def size(self, person: str) -> Size:
        """How many events of a person there are, in which log: equal sizes are the same events."""
        with reported_as_storage(self._path), self._reading.connect() as connection:
            return size_of(connection, person)

    def gist(self, person: str, made_by: str) -> KeptGist | None:
        """What `made_by` made of a person's events earlier; None where there is nothing or it is not what it was."""
        with reported_as_storage(self._path), self._reading.connect() as connection:
            return gist_of(connection, person, made_by)

    def keep_gist(self, person: str, gist: KeptGist) -> bool:
        """Keep what was made of a person's events; False, and nothing is kept, when the log was erased since."""
        return self._writer.run_alone(lambda connection: keep_gist(connection, person, gist))

    def erase(self) -> None:
        """Leave no trace of an event, nor of what it was told under, in the log or the copies made before migrations.

        Copies made with `backup` belong to whoever asked for them and stay.

        Raises: StorageError: store-busy, someone reads on and on; the events are deleted, traces may be left.
        """
        self._writer.run_alone(lambda connection: erase_all(connection, self._path))
        with reported_as_storage(self._path):
            for copy in self._path.parent.glob(backup_before(self._path, "*").name):
                copy.unlink()

    def backup(self, target: Path) -> None:
        """Write a copy of the log to `target`: a log of its own, whole or not there at all.

        Raises: StorageError: store-backup-exists, when something stands there already.
        """
        if target.exists():
            raise StorageError("store-backup-exists", path=str(target))

        def copy(connection: Connection) -> None:
            with reported_as_storage(target):
                copy_database(driver_connection(connection), target)

        self._writer.run_alone(copy)

    def close(self) -> None:
        """Finish what has been asked for, then close the file. A second time does nothing."""
        self._writer.close()
        self._reading.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def _read(self, query: Select[tuple[object, ...]]) -> Generator[Event, None, None]:
        with reported_as_storage(self._path), self._reading.connect() as connection:
            streaming = connection.execution_options(yield_per=_ROWS_AT_ONCE)
            yield from map(event_of, streaming.execute(query))


_PLACE = (event_table.c.device, event_table.c.seq, event_table.c.id)


def _in_order(person: str, kinds: Collection[str] | None) -> Select[tuple[object, ...]]:
    moment = func.max(event_table.c.at_us).over(
        partition_by=event_table.c.device, order_by=(event_table.c.seq, event_table.c.id)
    )  # the clock of the device, never going back
    timed = select(event_table, moment.label("moment")).where(event_table.c.person == person).subquery()
    query = select(timed).order_by(timed.c.moment, timed.c.device, timed.c.seq, timed.c.id)
    return query if kinds is None else query.where(timed.c.kind.in_(kinds))
