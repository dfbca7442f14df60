"""What can go wrong with a disk and a file is told in a sentence's id, never as a traceback."""

import sqlite3
from contextlib import closing

import pytest

from unknot.errors import StorageError
from unknot.store import Appended, EventLog


def refusal_of(action, *arguments):
    with pytest.raises(StorageError) as refusal:
        action(*arguments)
    return refusal.value


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    path = tmp_path / "file" / "unknot.db"
    refusal = refusal_of(EventLog.open, path)
    assert refusal.message == "store-read-only"
    assert refusal.details["path"] == str(path)


def test_a_database_that_cannot_be_written_is_read_all_the_same(path, tell, configure):
    with EventLog.open(path) as log:
        log.append([tell(1)])
    configure("PRAGMA query_only=ON")
    with EventLog.open(path) as log:
        assert refusal_of(log.append, [tell(2)]).message == "store-read-only"
        assert [event.id for event in log.events("self")] == [tell(1).id]


def test_a_full_disk_refuses_what_does_not_fit_and_loses_nothing(path, tell, configure):
    configure("PRAGMA max_page_count=40")
    with EventLog.open(path) as log:
        log.append([tell(1)])
        refusal = refusal_of(log.append, [tell(2, '"' + "." * 1_000_000 + '"')])
        assert refusal.message == "store-disk-full"
        assert refusal.details["path"] == str(path)
        assert log.append([tell(3)]) == Appended(added=1, known=0)
        assert [event.id for event in log.events("self")] == [tell(1).id, tell(3).id]


def test_a_database_that_another_program_holds_is_busy(impatient, path, tell):
    with EventLog.open(path) as log, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert refusal_of(log.append, [tell(1)]).message == "store-busy"
        other.execute("ROLLBACK")
        assert log.append([tell(1)]) == Appended(added=1, known=0)


def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(path):
    path.write_bytes(b"Dear diary, " * 1000)
    assert refusal_of(EventLog.open, path).message == "store-not-a-database"
    assert path.read_bytes() == b"Dear diary, " * 1000


def test_a_database_that_is_damaged_is_refused(path, tell):
    with EventLog.open(path) as log:
        log.append([tell(number, '"' + "." * 5000 + '"') for number in range(20)])
    with path.open("rb+") as file:
        file.seek(2 * 4096)
        file.write(b"\xff" * (path.stat().st_size - 2 * 4096))
    with EventLog.open(path) as log:
        assert refusal_of(list, log.everything()).message == "store-damaged"
