"""Brings a database file to the revision this version reads, or refuses it and touches nothing.

Alembic takes long to import, so it is only where there is something to migrate.
"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from unknot.errors import StorageError
from unknot.store.database import copy_database, make_private_file, open_engine
from unknot.store.failures import reported_as_storage


@dataclass(frozen=True)
class History:
    """The folder of the migrations, as Alembic names it, and their revisions, oldest first."""

    scripts: str
    revisions: tuple[str, ...]

    @property
    def head(self) -> str:
        """The revision that the tables have when all is migrated."""
        return self.revisions[-1]


UNKNOT_HISTORY = History("unknot.store:migrations", ("0001", "0002", "0003"))


def bring_up_to_date(path: Path, history: History = UNKNOT_HISTORY) -> None:
    """Make the database if there is none; migrate an older one, of which a copy is made first.

    Raises: StorageError: it is no database, another program's, from a newer version, or cannot be written.
    """
    with reported_as_storage(path):
        revision = _revision(path)
        if revision == history.head:
            return
        if revision is None:
            make_private_file(path)
        elif revision not in history.revisions:
            raise StorageError("store-newer", path=str(path), revision=revision)
        else:
            with closing(sqlite3.connect(path)) as connection:
                copy_database(connection, backup_before(path, history.head))
        _migrate(path, history)


def backup_before(path: Path, revision: str) -> Path:
    """Where the copy made before migrating to `revision` stands; "*" for the pattern of all of them.

    >>> backup_before(Path("unknot.db"), "0002").name
    'unknot.db.before-0002'
    """
    return path.with_name(f"{path.name}.before-{revision}")


def _revision(path: Path) -> str | None:
    if not path.exists():
        return None
    # With a write-ahead log left behind, only a read-only connection leaves it as it is.
    mode = "ro" if path.with_name(f"{path.name}-wal").exists() else "rw"
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not tables:
            return None
        if "alembic_version" not in tables:
            raise StorageError("store-not-ours", path=str(path))
        (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return str(revision)


def _migrate(path: Path, history: History) -> None:
    from alembic.command import upgrade  # noqa: PLC0415  see above
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", history.scripts.replace("%", "%%"))
    engine = open_engine(path, "BEGIN IMMEDIATE")
    try:
        with engine.begin() as connection:  # one transaction: migrated whole or not at all, by one process
            config.attributes["connection"] = connection
            upgrade(config, history.head)
    finally:
        engine.dispose()
