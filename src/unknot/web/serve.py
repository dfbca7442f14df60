"""Starts the server on this machine's own address, and stops it cleanly."""

import socket
import threading
import webbrowser
from collections.abc import Callable
from contextlib import closing, suppress

import uvicorn

from unknot.errors import InputError
from unknot.web.app import create_app
from unknot.web.casebook import Casebook

HOST = "127.0.0.1"
_PREFERRED_PORT = 8765
_TAKE_ANY = 0


def serve(casebook: Casebook, port: int | None, *, opens_browser: bool, ready: Callable[[str], None]) -> None:
    """Serve until interrupted; `ready` is told the address once requests are taken.

    Raises: InputError: the port asked for is taken. Without one, a free port is found.
    """
    with closing(_listening(port)) as listening:
        chosen = listening.getsockname()[1]
        hosts = frozenset(f"{name}:{chosen}" for name in (HOST, "localhost"))
        config = uvicorn.Config(create_app(casebook, hosts), log_level="warning", access_log=False, lifespan="on")
        address = f"http://{HOST}:{chosen}/"
        server = _Announcing(config, lambda: _announce(address, ready, opens_browser=opens_browser))
        with suppress(KeyboardInterrupt):  # uvicorn raises it again after it has stopped cleanly
            server.run(sockets=[listening])


class _Announcing(uvicorn.Server):
    """Says when it is ready to answer."""

    def __init__(self, config: uvicorn.Config, announce: Callable[[], None]) -> None:
        super().__init__(config)
        self._announce = announce

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then announce."""
        await super().startup(sockets)
        if self.started:
            self._announce()


def _announce(address: str, ready: Callable[[str], None], *, opens_browser: bool) -> None:
    ready(address)
    if opens_browser:
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()


def _listening(port: int | None) -> socket.socket:
    wanted = (port,) if port is not None else (_PREFERRED_PORT, _TAKE_ANY)
    for candidate in wanted:
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, candidate))
        except OSError:
            listening.close()
        else:
            return listening
    raise InputError("port", "port-taken", port=wanted[0])
