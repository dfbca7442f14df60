"""The server: from nothing to its first answer, and check-ins against a route that does nothing with them.

The bare route stands beside the others in the same server: it reads the same body into the same type and answers
with the same type, and neither screens nor stores. Server and client have a processor each, where there are two.

Run: python3 x.py bench server
"""

import asyncio
import importlib
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path
from statistics import median
from typing import cast

import httpx
import msgspec
import uuid_utils
import uvloop
from litestar import post
from litestar.params import JSONBody
from litestar.types import ASGIApp

from unknot.knowledge import load_knowledge
from unknot.screening import Cleared, Limits, Tier
from unknot.store import EventLog
from unknot.web import Casebook
from unknot.web.checking_in import CheckInKept, CheckInToKeep

COLD_START_LIMIT_S = 2.0
LEAST_RATIO = 0.7
LEAST_PER_S = 1_000
COLD_STARTS = 5
CONNECTIONS = 64
ROUNDS = 9
ROUND_S = 1.0
BEFOREHAND = 40_000  # bodies made beforehand: the client must not be what is measured

RUN = ["-m", "unknot", "run", "--no-browser"]
BARE, REAL = "/api/bare", "/api/check-ins"
_NONE_OF = ("any-of-these", "health", "course")
_KNOWN_PAIN = {"age": 35, "unlike-usual": "known-pain", "sex-at-birth": "male-at-birth", "pain-now": 4}
FIRST = {**_KNOWN_PAIN, **dict.fromkeys(_NONE_OF, "none")}
RETURN = {"today": "none", "pain-now": 4, "health-changed": "health-as-before"}

_CLEARED = Cleared(datetime(2026, 11, 20, tzinfo=UTC), Tier.CLEAR, (), Limits(pressure_allowed=True), "bare", 120)


@post(BARE)
async def bare(data: JSONBody[CheckInToKeep]) -> CheckInKept:
    """What a check-in costs when nothing is done with it."""
    return CheckInKept(data.id, _CLEARED)


def serve_with_bare_route(data: Path) -> None:
    """The server of `unknot run`, with the bare route beside the others."""
    _pin(0)
    serving = importlib.import_module("unknot.web.serve")  # unknot.web.serve is also the name of a function
    create_app = serving.create_app

    def create(casebook: Casebook, hosts: frozenset[str]) -> ASGIApp:
        guard = create_app(casebook, hosts)
        guard._app.register(bare)  # noqa: SLF001  nobody but a bench adds routes
        return guard

    serving.create_app = create
    with EventLog.open(data / "unknot.db") as log:
        casebook = Casebook(log, load_knowledge(), "bench")
        serving.serve(casebook, None, opens_browser=False, ready=lambda address: print(address, flush=True))


@contextmanager
def running(command: list[str], data: Path) -> Iterator[str]:
    """A server, and its address once it has told it."""
    env = os.environ | {"UNKNOT_DATA": str(data), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen([sys.executable, *command], env=env, stdout=subprocess.PIPE, text=True) as process:
        said = []
        for line in process.stdout or ():
            said.append(line)
            if found := re.search(r"http://\S+/", line):
                break
        else:
            raise RuntimeError(f"The server told no address: {''.join(said)}")
        try:
            yield found[0]
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate()


def cold_start_s() -> float:
    """How long it takes from the command, with no data folder yet, to the first answer."""
    with tempfile.TemporaryDirectory(dir=Path(__file__).parent) as folder:
        started = time.perf_counter()
        with running(RUN, Path(folder) / "data") as address:
            httpx.get(f"{address}api/home").raise_for_status()
            return time.perf_counter() - started


class Sender(asyncio.Protocol):
    """One connection that sends a check-in, waits for its answer, and sends the next, until it is told to stop."""

    def __init__(self, path: str, host: str, bodies: Iterator[bytes], stop_at: float) -> None:
        self._bodies = bodies
        self._head = f"POST {path} HTTP/1.1\r\nHost: {host}\r\nX-Unknot: 1\r\nContent-Type: application/json\r\n"
        self._stop_at = stop_at
        self._answer = b""
        self.answered = 0
        self.done = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Send the first."""
        self._transport = cast(asyncio.Transport, transport)
        self._send()

    def data_received(self, data: bytes) -> None:
        """Count a whole answer, then send the next."""
        self._answer += data
        head, end, body = self._answer.partition(b"\r\n\r\n")
        if not end or len(body) < int(head.lower().partition(b"content-length: ")[2].split(b"\r\n", 1)[0]):
            return
        if not head.startswith(b"HTTP/1.1 201"):
            self.done.set_exception(RuntimeError(self._answer.decode()))
            return
        self._answer = b""
        self.answered += 1
        if time.perf_counter() < self._stop_at:
            self._send()
        else:
            self._transport.close()
            self.done.set_result(self.answered)

    def connection_lost(self, exc: Exception | None) -> None:
        """A server that goes away in the middle is no answer."""
        if not self.done.done():
            self.done.set_exception(exc or RuntimeError("The server closed the connection."))

    def _send(self) -> None:
        body = next(self._bodies)
        self._transport.write(f"{self._head}Content-Length: {len(body)}\r\n\r\n".encode() + body)


def _body() -> bytes:
    return msgspec.json.encode({"id": str(uuid_utils.uuid7()), "answers": RETURN})


async def per_second(address: str, path: str) -> float:
    """How many are answered in a second, over all connections together."""
    loop = asyncio.get_running_loop()
    url = httpx.URL(address)
    host, port = url.host, url.port or 0
    bodies = chain([_body() for _ in range(BEFOREHAND)], (_body() for _ in count()))
    started = time.perf_counter()
    stop_at = started + ROUND_S
    senders = [
        (await loop.create_connection(lambda: Sender(path, f"{host}:{port}", bodies, stop_at), host, port))[1]
        for _ in range(CONNECTIONS)
    ]
    answered = await asyncio.gather(*(sender.done for sender in senders))
    return sum(answered) / (time.perf_counter() - started)


def check_ins_per_s() -> tuple[list[float], list[float]]:
    """Rounds of the bare route and of real check-ins, in turn, so that what slows the machine slows both."""
    bare_per_s, real_per_s = [], []
    with (
        tempfile.TemporaryDirectory(dir=Path(__file__).parent) as folder,  # a disk, where /tmp may be memory
        running([__file__, "serve", folder], Path(folder)) as address,
    ):
        first = {"id": str(uuid_utils.uuid7()), "answers": FIRST}
        httpx.post(f"{address}api/check-ins", json=first, headers={"X-Unknot": "1"}).raise_for_status()
        _pin(1)
        for path in (BARE, REAL):
            uvloop.run(per_second(address, path))
        for _ in range(ROUNDS):
            bare_per_s.append(uvloop.run(per_second(address, BARE)))
            real_per_s.append(uvloop.run(per_second(address, REAL)))
    return bare_per_s, real_per_s


def _pin(processor: int) -> None:
    """Keep to one processor, where the system lets us choose and there is more than one."""
    if hasattr(os, "sched_setaffinity") and len(mine := sorted(os.sched_getaffinity(0))) > 1:
        os.sched_setaffinity(0, {mine[processor]})


def main() -> None:
    """Print a line for each claim."""
    cold_s = median(cold_start_s() for _ in range(COLD_STARTS))
    limit = f"limit {COLD_START_LIMIT_S:.0f} s, ratio {cold_s / COLD_START_LIMIT_S:.2f}"
    print(f"server, cold start to first answer: {cold_s:.2f} s ({limit})")
    bare_per_s, real_per_s = check_ins_per_s()
    per_s, of_bare = median(real_per_s), median(real / bare for real, bare in zip(real_per_s, bare_per_s, strict=True))
    print(f"server, check-ins kept on one core: {per_s:,.0f}/s (at least {LEAST_PER_S:,}/s, {per_s / LEAST_PER_S:.2f})")
    print(
        f"server, check-ins against a bare route: {of_bare:.2f} of {median(bare_per_s):,.0f}/s (at least {LEAST_RATIO})"
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["serve"]:
        serve_with_bare_route(Path(sys.argv[2]))
    else:
        main()
