"""What was made of the events is given out only as it was put in, and only while the log begins with those events."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unknot.store import Event, EventLog, Extent, KeptGist, Reading, export_events

Stamp = tuple[str, int, datetime, str, timezone]
"""Device, place there, moment, person, and the time zone that it was told in."""

ME = "self"
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def read(log: EventLog, person: str = ME) -> Extent:
    """How far a reading of everything comes."""
    reading = Reading(Extent(log.size(person).log))
    for event in log.events(person):
        reading.take(event)
    return reading.extent


def gist_of(log: EventLog, content: bytes = b"what it came to") -> KeptGist:
    return KeptGist("this program", read(log), content)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "unknot.db"
    EventLog.open(path).close()
    return path


@contextmanager
def fresh(empty: Path) -> Iterator[EventLog]:
    with TemporaryDirectory() as folder, EventLog.open(Path(shutil.copy(empty, folder))) as log:
        yield log


stamps = st.tuples(
    st.sampled_from(["desk", "phone", "tablet"]),
    st.integers(1, 6),  # places collide, as after a restored backup
    st.integers(-9, 9).map(lambda hours: NOON + timedelta(hours=hours)),
    st.sampled_from([ME, ME, ME, "someone"]),
    st.sampled_from([UTC, timezone(timedelta(hours=9))]),
)


def events_of(told: list[Stamp], first: int) -> list[Event]:
    return [
        Event(
            id=f"01890000-0000-7000-8000-{number:012x}",
            person=person,
            at=at.astimezone(zone),
            kind="measured",
            body=msgspec.Raw(b"{}"),
            knowledge="1",
            device=device,
            seq=seq,
        )
        for number, (device, seq, at, person, zone) in enumerate(told, start=first)
    ]


@given(st.lists(stamps, max_size=8), st.lists(stamps, max_size=6))
def test_what_was_added_is_given_only_where_it_stands_behind_all_before(
    empty: Path,
    before: list[Stamp],
    since: list[Stamp],
) -> None:
    with fresh(empty) as log:
        log.merge(events_of(before, 1))
        first, extent = list(log.events(ME)), read(log)
        log.merge(events_of(since, 1 + len(before)))
        everything, added = list(log.events(ME)), log.added_since(ME, extent)
        begins_alike = everything[: len(first)] == first
        again = {event.device for event in everything[len(first) :] if _is_at_a_place_before(event, extent)}
        assert added == (everything[len(first) :] if begins_alike and not again else None)
        if added is not None:
            reading = Reading(extent)
            for event in added:
                reading.take(event)
            assert reading.extent == read(log)


def _is_at_a_place_before(event: Event, extent: Extent) -> bool:
    return event.device in extent.places and event.seq <= extent.places[event.device].seq


def test_a_log_that_only_its_own_device_writes_is_always_read_on(log, tell):
    log.append([tell(1), tell(2, minute=-60)])
    extent = read(log)
    assert log.added_since(ME, extent) == []
    log.append([tell(3, minute=-90)])  # its clock went back
    assert [event.id for event in log.added_since(ME, extent)] == [tell(3).id]


def test_nothing_is_read_on_once_everything_was_erased(log, tell):
    log.append([tell(1)])
    extent, events = read(log), list(log.everything())
    log.erase()
    assert log.added_since(ME, extent) is None
    log.merge(events)
    assert (log.size(ME).count, log.added_since(ME, extent)) == (1, None)


def test_a_log_of_the_same_size_is_another_one_after_an_erasure(log, tell):
    log.append([tell(1)])
    size = log.size(ME)
    log.erase()
    log.append([tell(1)])
    assert (log.size(ME).count, log.size(ME) == size) == (size.count, False)


def test_a_gist_is_given_out_as_it_was_kept(log, path, tell):
    log.append([tell(1), tell(2)])
    kept = gist_of(log)
    assert log.keep_gist(ME, kept)
    with EventLog.open(path) as again:
        assert again.gist(ME, "this program") == kept


def test_the_last_gist_stands_in_place_of_the_one_before(log, tell):
    log.append([tell(1)])
    log.keep_gist(ME, gist_of(log, b"before"))
    log.append([tell(2)])
    log.keep_gist(ME, gist_of(log, b"after"))
    assert log.gist(ME, "this program") == gist_of(log, b"after")


@pytest.mark.parametrize(("person", "made_by"), [("someone", "this program"), (ME, "another program"), (ME, "")])
def test_a_gist_of_another_person_or_program_is_none(log, person, made_by):
    log.keep_gist(ME, gist_of(log))
    assert log.gist(person, made_by) is None


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE gist SET content = CAST('what it came t0' AS BLOB)",
        "UPDATE gist SET content = X''",
        "UPDATE gist SET content = substr(content, 1, length(content) - 1)",
        "UPDATE gist SET extent = CAST(replace(CAST(extent AS TEXT), '\"count\":1', '\"count\":2') AS BLOB)",
        "UPDATE gist SET extent = X'00'",
        "UPDATE gist SET seal = zeroblob(32)",
        "UPDATE gist SET made_by = 'another program'",
        "UPDATE gist SET person = 'someone'",
        "DELETE FROM gist",
    ],
)
def test_a_gist_that_is_not_what_it_was_is_none(log, path, tell, damage):
    log.append([tell(1)])
    log.keep_gist(ME, gist_of(log))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute(damage).rowcount == 1
        connection.commit()
    assert [log.gist(ME, "this program"), log.gist(ME, "another program"), log.gist("someone", "this program")] == [
        None
    ] * 3


def test_what_was_made_before_an_erasure_is_not_kept_after_it(log, path, tell):
    log.append([tell(1)])
    late = gist_of(log, b"fever-and-a-stiff-neck")
    log.erase()
    assert not log.keep_gist(ME, late)
    assert log.gist(ME, "this program") is None
    assert b"fever-and-a-stiff-neck" not in b"".join(file.read_bytes() for file in path.parent.iterdir())


def test_nothing_of_a_gist_is_left_after_an_erasure(log, path, tell):
    log.append([tell(1)])
    log.keep_gist(ME, gist_of(log, b"fever-and-a-stiff-neck" * 1000))
    log.erase()
    log.close()
    assert b"fever-and-a-stiff-neck" not in b"".join(file.read_bytes() for file in path.parent.iterdir())


def test_an_export_is_the_same_with_and_without_a_gist(log, tell):
    log.append([tell(1)])
    before = list(export_events(log, "unknot test"))
    log.keep_gist(ME, gist_of(log))
    assert list(export_events(log, "unknot test")) == before


def test_an_older_database_gets_a_place_for_a_gist_and_loses_nothing(path, tell):
    with EventLog.open(path) as log:
        log.append([tell(1)])
        events = list(log.everything())
    with closing(sqlite3.connect(path)) as older:
        older.executescript("DROP TABLE gist; DROP INDEX event_of_person")
        older.execute("UPDATE alembic_version SET version_num = '0002'")
        older.commit()
    with EventLog.open(path) as log:
        assert list(log.everything()) == events
        log.keep_gist(ME, gist_of(log))
        assert log.gist(ME, "this program") == gist_of(log)
