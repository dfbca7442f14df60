"""Delete everything, and it is gone; copy everything, and it is a log."""

import sqlite3
from contextlib import closing

import pytest

from unknot.errors import StorageError
from unknot.store import EventLog
from unknot.store.upgrade import backup_before

MARKER = "fever-and-a-stiff-neck"


def bytes_of_folder(folder):
    return b"".join(file.read_bytes() for file in folder.iterdir())


def test_nothing_of_an_erased_event_is_left_in_any_file(log, path, tell):
    for number in range(200):
        log.append([tell(number, f'"{MARKER}{"." * 500}"')])
    log.backup(backup_before(path, "0001"))
    assert MARKER.encode() in bytes_of_folder(path.parent)
    log.erase()
    assert log.count() == 0
    assert MARKER.encode() not in bytes_of_folder(path.parent)
    log.close()
    assert MARKER.encode() not in bytes_of_folder(path.parent)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_an_erased_log_begins_again_as_another_device(log, tell):
    log.append([tell(1)])
    before = log.event(tell(1).id)
    log.erase()
    log.append([tell(1, "2")])
    after = log.event(tell(1).id)
    assert after.seq == 1
    assert after.device != before.device


def test_events_cannot_be_deleted_after_an_erasure_either(log, path, tell):
    log.erase()
    log.append([tell(1)])
    with (
        closing(sqlite3.connect(path)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="never deleted"),
    ):
        connection.execute("DELETE FROM event")


def test_another_process_that_has_the_log_open_goes_on_after_an_erasure(path, tell):
    with EventLog.open(path) as one, EventLog.open(path) as other:
        one.append([tell(1)])
        other.append([tell(2)])
        one.erase()
        other.append([tell(3)])
        assert [(event.id, event.seq) for event in one.everything()] == [(tell(3).id, 1)]


def test_erasing_under_a_reader_who_does_not_finish_says_so_and_can_be_done_again(impatient, path, tell):
    with EventLog.open(path) as log:
        log.append([tell(1), tell(2)])
        reading = log.events("self")
        next(reading)
        with pytest.raises(StorageError) as failure:
            log.erase()
        assert failure.value.message == "store-busy"
        reading.close()
        log.erase()
        assert log.count() == 0


def test_a_backup_is_a_log_with_the_same_events(log, tmp_path, tell):
    log.append([tell(1), tell(2)])
    copy = tmp_path / "copy.db"
    log.backup(copy)
    log.append([tell(3)])
    with EventLog.open(copy) as copied:
        assert list(copied.everything()) == list(log.everything())[:2]
    assert copy.stat().st_mode & 0o777 == 0o600


def test_a_backup_never_takes_the_place_of_a_file(log, tmp_path):
    taken = tmp_path / "diary.txt"
    taken.write_text("mine")
    with pytest.raises(StorageError) as refusal:
        log.backup(taken)
    assert refusal.value.message == "store-backup-exists"
    assert taken.read_text() == "mine"


def test_a_backup_that_cannot_be_made_names_where_and_leaves_nothing(log, tmp_path):
    missing = tmp_path / "no-such-folder" / "copy.db"
    with pytest.raises(StorageError) as failure:
        log.backup(missing)
    assert failure.value.message == "store-read-only"
    assert failure.value.details["path"] == str(missing)
