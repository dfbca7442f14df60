"""Adding to the log: once, whole, in order, and for good."""

import asyncio
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import msgspec
import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from unknot.errors import StorageError
from unknot.store import Appended, ConflictingEvent, Event, EventLog
from unknot.store.database import open_engine


def places(log):
    return {event.id: event.seq for event in log.everything()}


def test_what_was_told_comes_back_whole_after_the_log_is_closed_and_opened(path, tell):
    told = [tell(1, '{"pain":4}'), tell(2, kind="verdict", person="someone-else")]
    with EventLog.open(path) as log:
        assert log.append(told) == Appended(added=2, known=0)
    with EventLog.open(path) as log:
        kept = [log.event(event.id) for event in told]
    device = kept[0].device
    assert kept == [
        Event(**msgspec.structs.asdict(event), device=device, seq=seq) for seq, event in enumerate(told, start=1)
    ]


def test_an_event_that_is_not_kept_is_none(log, tell):
    assert log.event(tell(1).id) is None


def test_telling_nothing_adds_nothing(log):
    assert log.append([]) == Appended(added=0, known=0)


def test_an_event_told_twice_is_kept_once_as_it_was_told_first(log, tell):
    log.append([tell(1, minute=0)])
    assert log.append([tell(1, minute=5), tell(2)]) == Appended(added=1, known=1)
    assert log.event(tell(1).id).at == tell(1, minute=0).at
    assert log.count() == 2


def test_an_event_twice_in_one_telling_is_kept_once(log, tell):
    assert log.append([tell(1), tell(1)]) == Appended(added=1, known=1)


@pytest.mark.parametrize("other", [{"body": '{"pain":5}'}, {"kind": "verdict"}, {"person": "someone-else"}])
def test_an_id_of_another_event_is_refused_and_nothing_told_with_it_is_kept(log, tell, other):
    log.append([tell(1, '{"pain":4}')])
    with pytest.raises(ConflictingEvent) as refusal:
        log.append([tell(2), tell(1, **{"body": '{"pain":4}', **other})])
    assert (refusal.value.field, refusal.value.message) == ("events[1].id", "event-id-taken")
    assert refusal.value.details == {"id": tell(1).id}
    assert places(log) == {tell(1).id: 1}


def test_one_telling_that_contradicts_itself_is_refused(log, tell):
    with pytest.raises(ConflictingEvent):
        log.append([tell(1, "1"), tell(1, "2")])
    assert log.count() == 0


def test_a_conflict_fails_only_the_caller_who_made_it(log, tell):
    async def tell_all():
        tellings = [log.append_async([tell(number % 40, body=str(number // 40))]) for number in range(41)]
        return await asyncio.gather(*tellings, return_exceptions=True)

    outcomes = asyncio.run(tell_all())
    assert outcomes[:40] == [Appended(added=1, known=0)] * 40
    assert isinstance(outcomes[40], ConflictingEvent)
    assert log.count() == 40


def test_callers_in_many_threads_each_get_a_place_of_their_own(log, tell):
    with ThreadPoolExecutor(16) as threads:
        list(threads.map(lambda number: log.append([tell(number)]), range(200)))
    assert sorted(places(log).values()) == list(range(1, 201))


def test_one_caller_keeps_the_order_of_its_tellings(log, tell):
    async def tell_in_order():
        await asyncio.gather(*(log.append_async([tell(number)]) for number in range(1, 100)))

    asyncio.run(tell_in_order())
    assert places(log) == {tell(number).id: number for number in range(1, 100)}


def test_a_caller_who_gives_up_holds_up_nobody(log, tell):
    async def give_up():
        given_up = asyncio.ensure_future(log.append_async([tell(1)]))
        await asyncio.sleep(0)  # a turn of the loop, in which it is told
        given_up.cancel()
        return await log.append_async([tell(2)])

    assert asyncio.run(give_up()) == Appended(added=1, known=0)
    assert log.count() == 2


def test_a_clock_that_jumps_back_does_not_change_the_order(log, tell):
    for number, minute in enumerate([10, 3, 11, 4], start=1):
        log.append([tell(number, minute=minute)])
    assert [event.id for event in log.events("self")] == [tell(number).id for number in (1, 2, 3, 4)]


def test_events_are_read_by_person_and_kind(log, tell):
    log.append([tell(1), tell(2, kind="verdict"), tell(3, person="someone-else"), tell(4, kind="plan")])
    assert [event.id for event in log.events("self", {"verdict", "plan"})] == [tell(2).id, tell(4).id]
    assert [event.id for event in log.events("self", ())] == []
    assert [event.id for event in log.events("someone-else")] == [tell(3).id]


def test_reading_sees_the_log_as_it_was_when_it_began(log, tell):
    log.append([tell(1), tell(2)])
    reading = log.events("self")
    first = next(reading)
    log.append([tell(3)])
    assert [event.id for event in (first, *reading)] == [tell(1).id, tell(2).id]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE event SET body = '1'",
        "DELETE FROM event",
        "REPLACE INTO event SELECT id, person, device, seq, at_us, at_offset_min, kind, '1', '2' FROM event",
    ],
)
def test_the_database_itself_refuses_to_change_an_event(log, path, tell, change):
    log.append([tell(1)])
    engine = open_engine(path, "BEGIN IMMEDIATE")
    with pytest.raises(IntegrityError, match="an event is never"), engine.begin() as connection:
        connection.execute(text(change))
    engine.dispose()
    assert bytes(log.event(tell(1).id).body) == b"{}"


def test_a_commit_is_on_the_disk_before_it_returns(path, log):
    engine = open_engine(path, "BEGIN")
    with engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
    engine.dispose()
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}


def test_only_its_owner_reads_the_database(log, path, tell):
    log.append([tell(1)])
    assert {file.stat().st_mode & 0o777 for file in path.parent.iterdir()} == {0o600}


def test_a_closed_log_says_so_and_closes_twice(path, tell):
    log = EventLog.open(path)
    log.close()
    log.close()
    with pytest.raises(StorageError) as refusal:
        log.append([tell(1)])
    assert refusal.value.message == "store-closed"
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM event").fetchone() == (0,)
