"""What sharing a commit is worth: durable appends per second, and the processor time each one takes.

Run: python3 x.py bench event_log
"""

import asyncio
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import uuid_utils

from unknot.coach import Edition
from unknot.knowledge import load_knowledge
from unknot.store import EventLog, NewEvent

CALLERS = 64
TOGETHER = 20_000
ONE_BY_ONE = 1_000
BODY = msgspec.Raw(msgspec.json.encode({"answers": {f"question-{number}": "no" for number in range(25)}}))


def tell_event() -> NewEvent:
    """An event the size of a check-in."""
    return NewEvent(id=str(uuid_utils.uuid7()), at=datetime.now(UTC), kind="check-in", body=BODY, knowledge="2026.11")


async def append_from(callers: int, events: list[NewEvent], log: EventLog, edition: Edition | None) -> None:
    """Append one event at a time from each caller, until none is left."""
    waiting = iter(events)

    async def call() -> None:
        for event in waiting:
            await log.append_async([event], edition)

    await asyncio.gather(*(call() for _ in range(callers)))


def measure(callers: int, number: int, edition: Edition | None = None) -> tuple[float, float]:
    """Appends per second, and microseconds of processor time for each, all threads together."""
    with (
        tempfile.TemporaryDirectory(dir=Path(__file__).parent) as folder,  # a disk, where /tmp may be memory
        EventLog.open(Path(folder) / "log.db") as log,
    ):
        events = [tell_event() for _ in range(number)]
        started, started_cpu = time.perf_counter(), time.process_time()
        asyncio.run(append_from(callers, events, log, edition))
        took, took_cpu = time.perf_counter() - started, time.process_time() - started_cpu
        return number / took, took_cpu / number * 1e6


def main() -> None:
    """Print a line for each claim."""
    together, together_us = measure(CALLERS, TOGETHER)
    alone, alone_us = measure(1, ONE_BY_ONE)
    edition = load_knowledge().edition
    _, under_us = measure(CALLERS, TOGETHER, edition)
    _, alone_under_us = measure(1, ONE_BY_ONE, edition)
    print(f"event log, {CALLERS} callers, shared commits: {together:,.0f} durable appends/s")
    print(f"event log, one caller, a commit each: {alone:,.0f} durable appends/s")
    print(f"event log, what sharing a commit is worth: {together / alone:.1f} times as many")
    print(f"event log, processor time of an append: {together_us:.0f} us shared, {alone_us:.0f} us alone")
    print(f"event log, with the knowledge kept along: {under_us:.0f} us shared, {alone_under_us:.0f} us alone")


if __name__ == "__main__":
    main()
