"""The knowledge of each day, kept once and whole, so that what was decided then can be decided again."""

import zlib
from collections.abc import Iterable, Iterator
from datetime import datetime

import msgspec
from sqlalchemy import Connection, bindparam, exists, insert, select

from unknot.coach import Edition
from unknot.errors import StorageError
from unknot.store.event import KnowledgeVersion
from unknot.store.schema import event_table, instant_of, knowledge_table, microseconds_of
from unknot.units import Instant, Value

_LARGEST = 50_000_000  # bytes unpacked, some hundred times what there is today: a small file cannot fill the memory

_INSERT = insert(knowledge_table).prefix_with("OR IGNORE")
_CONTENT = select(knowledge_table).where(knowledge_table.c.version == bindparam("version"))
_WITH_VERSION = _CONTENT.with_only_columns(knowledge_table.c.kept_at_us)
_NEEDED = exists().where(event_table.c.knowledge == knowledge_table.c.version)


class KeptKnowledge(Value, frozen=True):
    """A version of the knowledge as it is kept: its files, packed. Only `unpacked` gives them out.

    kept_at: the moment of the first event that was told under it.
    """

    version: KnowledgeVersion
    kept_at: Instant
    content: bytes

    @classmethod
    def of(cls, edition: Edition, kept_at: datetime) -> "KeptKnowledge":
        """An edition, packed."""
        return cls(edition.version, kept_at, zlib.compress(msgspec.msgpack.encode(edition.texts, order="sorted"), 9))

    def unpacked(self) -> Edition:
        """The edition, if it is the one that its version names.

        Raises: StorageError: store-knowledge-altered.
        """
        try:
            unpacking = zlib.decompressobj()
            packed = unpacking.decompress(self.content, _LARGEST)
            edition = Edition(msgspec.msgpack.decode(packed, type=dict[str, bytes]))
        except (zlib.error, msgspec.DecodeError) as error:
            raise StorageError("store-knowledge-altered", version=self.version) from error
        if edition.version != self.version:
            raise StorageError("store-knowledge-altered", version=self.version)
        return edition


def keep_edition(connection: Connection, edition: Edition, at_us: int) -> None:
    """Keep an edition, inside the transaction of the events that are told under it; known already, nothing happens."""
    if connection.execute(_WITH_VERSION, {"version": edition.version}).first() is None:
        _insert(connection, [KeptKnowledge.of(edition, instant_of(at_us))])


def merge_knowledge(connection: Connection, kept: Iterable[KeptKnowledge]) -> None:
    """Keep the knowledge of another log that events here need."""
    needed = set(connection.execute(select(event_table.c.knowledge).distinct()).scalars())
    _insert(connection, [one for one in kept if one.version in needed])


def knowledge_of(connection: Connection, version: str) -> KeptKnowledge | None:
    """The knowledge that is kept under a version; None where an older Unknot kept none."""
    row = connection.execute(_CONTENT, {"version": version}).first()
    return None if row is None else KeptKnowledge(row.version, instant_of(row.kept_at_us), row.content)


def needed_knowledge(connection: Connection) -> Iterator[KeptKnowledge]:
    """All knowledge that an event was told under, in an order that depends on nothing else."""
    rows = connection.execute(select(knowledge_table).where(_NEEDED).order_by(knowledge_table.c.version))
    return (KeptKnowledge(row.version, instant_of(row.kept_at_us), row.content) for row in rows)


def _insert(connection: Connection, kept: list[KeptKnowledge]) -> None:
    if kept:
        rows = [
            {"version": one.version, "kept_at_us": microseconds_of(one.kept_at), "content": one.content} for one in kept
        ]
        connection.execute(_INSERT, rows)
