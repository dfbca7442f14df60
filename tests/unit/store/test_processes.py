"""Two processes on one file, and one that is killed."""

import multiprocessing
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from unknot.store import EventLog, NewEvent

EACH = 150
SHARED = 50

APPEND_FOREVER = """
import asyncio, itertools, sys
from datetime import UTC, datetime
from pathlib import Path
import msgspec
from unknot.store import EventLog, NewEvent

log = EventLog.open(Path(sys.argv[1]))
numbers = itertools.count()

async def call():
    for number in numbers:
        event_id = f"01890000-0000-7000-8000-{number:012x}"
        await log.append_async([NewEvent(
            id=event_id, at=datetime.now(UTC), kind="check-in", body=msgspec.Raw("{}"), knowledge="1"
        )])
        print(event_id, flush=True)

async def call_together():
    await asyncio.gather(*(call() for _ in range(16)))

asyncio.run(call_together())
"""


def append_many(path: Path, first: int, start: "multiprocessing.synchronize.Barrier") -> None:
    """Tell events of one's own and, among them, events that the other process tells too."""
    numbers = [*range(first, first + EACH), *range(SHARED)]

    def tell(log: EventLog, number: int) -> None:
        event_id = f"01890000-0000-7000-8000-{number:012x}"
        body = msgspec.Raw("{}")
        log.append([NewEvent(id=event_id, at=datetime.now(UTC), kind="check-in", body=body, knowledge="1")])

    start.wait()
    with EventLog.open(path) as log, ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda number: tell(log, number), numbers))


def test_two_processes_that_make_and_fill_a_log_lose_and_double_nothing(path):
    spawn = multiprocessing.get_context("spawn")
    start = spawn.Barrier(2)
    processes = [spawn.Process(target=append_many, args=(path, first, start)) for first in (1000, 2000)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0]
    with EventLog.open(path) as log:
        kept = list(log.everything())
    assert {int(event.id[-12:], 16) for event in kept} == {
        *range(SHARED),
        *range(1000, 1000 + EACH),
        *range(2000, 2000 + EACH),
    }
    assert [event.seq for event in kept] == list(range(1, 2 * EACH + SHARED + 1))


def test_what_a_killed_process_was_told_is_kept_is_kept(path):
    with subprocess.Popen([sys.executable, "-c", APPEND_FOREVER, path], stdout=subprocess.PIPE, text=True) as writer:
        acknowledged = [writer.stdout.readline().strip() for _ in range(300)]
        writer.kill()
        acknowledged += [line.strip() for line in writer.stdout if line.endswith("\n")]
    with EventLog.open(path) as log:
        kept = list(log.everything())
    assert set(acknowledged) <= {event.id for event in kept}
    assert [event.seq for event in kept] == list(range(1, len(kept) + 1))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
