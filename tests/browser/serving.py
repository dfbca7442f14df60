"""Servers for tests. Each is `unknot run`, forked off a process that has imported it already, and so is soon there."""

import os
import re
import signal
import socket
import sys
from contextlib import closing
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from unknot.cli.main import main

_NOWHERE = {"LC_ALL": "C.UTF-8", "LC_TELEPHONE": "", "LC_MESSAGES": "", "LANG": ""}
"""The machine of a test names no country, so that the browser's counts."""

_PATIENCE_S = 60
_FORKS = get_context("forkserver")
_FORKS.set_forkserver_preload(["tests.browser.serving", "unknot.cli.running", "alembic.command"])


@dataclass
class Server:
    """A running `unknot run`."""

    address: str
    process: ForkServerProcess
    says: Connection
    data: Path

    def stop(self) -> None:
        """Stops it as Ctrl-C does; nothing happens where it has stopped already."""
        if self.process.pid is not None and self.process.is_alive():
            os.kill(self.process.pid, signal.SIGINT)
        self.process.join(_PATIENCE_S)
        self.says.close()
        assert self.process.exitcode == 0


def free_port() -> int:
    with closing(socket.socket()) as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


def start_server(data: Path, port: int | None = None) -> Server:
    """A server that answers, with its data in a folder; at a port of its own or, to be found again, at this.

    Not at the one it prefers: other tests run at the same time, and one server must not be taken for another.
    """
    says, speaks = _FORKS.Pipe(duplex=False)
    process = _FORKS.Process(target=_run, args=(speaks, data, port or free_port()), daemon=True)
    process.start()
    speaks.close()
    with open(says.fileno(), encoding="utf-8", closefd=False) as said:
        for line in said:
            if found := re.search(r"http://\S+", line):
                return Server(found[0].rstrip("/"), process, says, data)
    process.join()
    raise AssertionError(f"the server did not start: exit code {process.exitcode}")


def _run(speaks: Connection, data: Path, port: int) -> None:
    """What the forked process does: the program, whose words go into the pipe."""
    os.environ.update(_NOWHERE, UNKNOT_DATA=str(data))
    os.dup2(speaks.fileno(), sys.stdout.fileno())
    speaks.close()
    sys.argv = ["unknot", "run", "--no-browser", "--port", str(port)]
    main()
