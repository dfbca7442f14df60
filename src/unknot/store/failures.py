"""What SQLite and the file system report, as sentences a person can act on."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from unknot.errors import StorageError

_OF_SQLITE = {
    sqlite3.SQLITE_BUSY: "store-busy",
    sqlite3.SQLITE_LOCKED: "store-busy",
    sqlite3.SQLITE_CANTOPEN: "store-read-only",
    sqlite3.SQLITE_PERM: "store-read-only",
    sqlite3.SQLITE_READONLY: "store-read-only",
    sqlite3.SQLITE_FULL: "store-disk-full",
    sqlite3.SQLITE_IOERR: "store-disk-failed",
    sqlite3.SQLITE_CORRUPT: "store-damaged",
    sqlite3.SQLITE_NOTADB: "store-not-a-database",
}
_PRIMARY_CODE = 0xFF  # the bytes above say which kind of it

_OF_FILES = {
    errno.ENOSPC: "store-disk-full",
    errno.EDQUOT: "store-disk-full",
    errno.EFBIG: "store-disk-full",
    errno.EIO: "store-disk-failed",
}


@contextmanager
def reported_as_storage(path: Path) -> Iterator[None]:
    """Whatever fails inside with the database or a file leaves as a StorageError that names `path`.

    Raises: StorageError.
    """
    try:
        yield
    except DBAPIError as error:
        raise _of_sqlite(error.orig, path) from error
    except sqlite3.Error as error:
        raise _of_sqlite(error, path) from error
    except OSError as error:
        message = _OF_FILES.get(error.errno or 0, "store-read-only")
        raise StorageError(message, path=str(path), reason=error.strerror or str(error)) from error


def is_busy(error: sqlite3.Error) -> bool:
    """Whether it is only that someone else is at it."""
    return _message_of(error) == "store-busy"


def _of_sqlite(error: BaseException | None, path: Path) -> StorageError:
    return StorageError(_message_of(error), path=str(path), reason=str(error))


def _message_of(error: BaseException | None) -> str:
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)  # missing where the driver itself objects
    return _OF_SQLITE.get(code & _PRIMARY_CODE, "store-failed")
