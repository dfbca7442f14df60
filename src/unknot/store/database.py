"""The SQLite file: how it is opened, copied and emptied."""

import os
import sqlite3
import time
from pathlib import Path
from typing import Literal
from uuid import uuid4

from sqlalchemy import URL, Connection, Engine, create_engine, delete, insert
from sqlalchemy.event import listen
from sqlalchemy.pool import ConnectionPoolEntry

from unknot.errors import StorageError
from unknot.store.failures import is_busy
from unknot.store.schema import DEVICE, ERASING, event_table, gist_table, knowledge_table, setting_table

_BUSY_S = 5.0
_ASK_AGAIN_S = 0.005
_PRAGMAS = (
    "PRAGMA synchronous=FULL",  # a commit that has returned survives a power cut
    "PRAGMA foreign_keys=ON",
    "PRAGMA recursive_triggers=ON",  # else INSERT OR REPLACE deletes an event past its trigger
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",  # no sorting spills events outside the data folder
)


def open_engine(path: Path, begin: Literal["BEGIN", "BEGIN IMMEDIATE"]) -> Engine:
    """An engine on the file. Writers begin IMMEDIATE: two of them wait for each other, none fails."""
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": _BUSY_S})

    def configure(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # the driver begins nothing by itself
        _use_write_ahead_log(connection)
        for pragma in _PRAGMAS:
            connection.execute(pragma)

    def begin_transaction(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    listen(engine, "connect", configure)
    listen(engine, "begin", begin_transaction)
    return engine


def make_private_file(path: Path) -> None:
    """Make an empty file that only its owner reads, unless there is a file already."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


def copy_database(connection: sqlite3.Connection, target: Path) -> None:
    """Write the database as it is now to `target`, in place of what stands there; whole or not at all."""
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    make_private_file(part)
    try:
        connection.execute("VACUUM INTO ?", (str(part),))
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def erase_all(connection: Connection, path: Path) -> None:
    """Delete every event and what is kept with them, overwrite those pages, and forget the device.

    The device is a new one afterwards, so that an old export cannot claim the places of new events.

    Raises: StorageError: someone reads on and on; the events are deleted, traces may be left.
    """
    with connection.begin():
        connection.execute(insert(setting_table).values(name=ERASING, value="yes"))
        connection.execute(delete(event_table))
        connection.execute(delete(knowledge_table))
        connection.execute(delete(gist_table))
        connection.execute(delete(setting_table))
        connection.execute(insert(setting_table).values(name=DEVICE, value=str(uuid4())))
    file = driver_connection(connection)
    _empty_wal(file, path)  # puts the zeros over the old pages before VACUUM gives those pages back
    file.execute("VACUUM")
    _empty_wal(file, path)


def driver_connection(connection: Connection) -> sqlite3.Connection:
    """The driver's own connection, for what SQLite refuses inside a transaction."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)  # noqa: S101  for mypy: the engine above is SQLite's
    return driver


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    give_up = time.monotonic() + _BUSY_S
    while True:  # SQLite itself does not wait here, when two processes make the file at the same moment
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if not is_busy(error) or time.monotonic() > give_up:
                raise
            time.sleep(_ASK_AGAIN_S)
        else:
            return


def _empty_wal(file: sqlite3.Connection, path: Path) -> None:
    busy, _pages, _moved = file.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise StorageError("store-busy", path=str(path))
