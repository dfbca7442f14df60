"""`unknot run`: open the log, serve, stop cleanly."""

import gc
import os
import sys

import click

from unknot.cli import reading
from unknot.knowledge import load_knowledge
from unknot.store import EventLog, data_folder, database_path
from unknot.web import Casebook, serve
from unknot.words import say


def run_server(port: int | None, *, opens_browser: bool) -> None:
    """Serve until interrupted.

    Raises: KnowledgeError, StorageError, InputError: as their makers say; nothing was started.
    """
    knowledge = load_knowledge()
    with EventLog.open(database_path()) as log:
        casebook = Casebook(log, knowledge, reading.program())
        gc.freeze()  # what was read stays: the first page need not wait while it is searched for cycles
        serve(casebook, port, opens_browser=opens_browser and _has_screen(), ready=_say_ready)
    click.echo(say("serving-stopped"))


def _say_ready(address: str) -> None:
    click.echo(say("serving-at", address=address))
    click.echo(say("serving-stop", folder=str(data_folder())))


def _has_screen() -> bool:
    """True where a browser could show itself: on Windows and macOS, and on a display elsewhere."""
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
