"""A real server with a data folder of its own, a real Chromium, and a watch on every request."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
_FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--autoplay-policy=no-user-gesture-required",
]

_NOWHERE = {"LC_ALL": "C.UTF-8", "LC_TELEPHONE": "", "LC_MESSAGES": "", "LANG": ""}
"""The machine of a test names no country, so that the browser's counts."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come last: from the first of them on, Playwright keeps an event loop in this thread."""
    left_out = pytest.mark.skip(reason="there is no Chromium on this machine")
    here = Path(__file__).parent
    items.sort(key=lambda item: here in item.path.parents)
    for item in items:
        if here in item.path.parents:
            item.add_marker("browser")
            if os.environ.get("UNKNOT_NO_BROWSER"):
                item.add_marker(left_out)


@dataclass
class Server:
    """A running `unknot run`."""

    address: str
    process: subprocess.Popen[str]
    data: Path

    def stop(self) -> int:
        """Stops it as Ctrl-C does, and says with which exit code."""
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(timeout=20)
        if self.process.stdout is not None:
            self.process.stdout.close()
        return code


def free_port() -> int:
    with closing(socket.socket()) as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


def start_server(data: Path, port: int | None = None) -> Server:
    """A server that answers, with its data in a folder; at a port of its own or, to be found again, at this.

    Not at the one it prefers: other tests run at the same time, and one server must not be taken for another.
    """
    at_port = ["--port", str(port or free_port())]
    process = subprocess.Popen(
        [sys.executable, "-m", "unknot", "run", "--no-browser", *at_port],
        env=os.environ | {"UNKNOT_DATA": str(data)} | _NOWHERE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    for line in process.stdout:
        if found := re.search(r"http://\S+", line):
            return Server(found[0].rstrip("/"), process, data)
    raise AssertionError(f"the server did not start: exit code {process.wait()}")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    running = start_server(tmp_path / "data")
    yield running
    if running.process.poll() is None:
        running.stop()


_SOFTWARE_GL = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
_NO_GL = ["--disable-3d-apis"]


@pytest.fixture(scope="session")
def browsers() -> Iterator[Callable[[bool], Browser]]:
    """Chromium without WebGL, and the one that draws it in software; each is started when it is first asked for."""
    with sync_playwright() as playwright:
        program = os.environ.get("UNKNOT_CHROMIUM", "/usr/bin/chromium")
        started: dict[bool, Browser] = {}

        def browser(has_webgl: bool) -> Browser:
            if has_webgl not in started:
                flags = [*_FLAGS, *(_SOFTWARE_GL if has_webgl else _NO_GL)]
                started[has_webgl] = playwright.chromium.launch(executable_path=program, args=flags)
            return started[has_webgl]

        yield browser
        for one in started.values():
            one.close()


@pytest.fixture(scope="session")
def chromium(browsers: Callable[[bool], Browser]) -> Browser:
    return browsers(False)


@dataclass
class Watched:
    """A page of a context, with every address that was asked for and everything that went wrong in it."""

    page: Page
    context: BrowserContext
    address: str
    requests: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def foreign_requests(self) -> list[str]:
        """Every request that was not to the server itself."""
        return [url for url in self.requests if not url.startswith((f"{self.address}/", "blob:"))]


OpenPage = Callable[..., Watched]


@pytest.fixture
def open_page(browsers: Callable[[bool], Browser], server: Server) -> Iterator[OpenPage]:
    """Opens the front door in a context that knows nothing yet; with `has_webgl` where WebGL is drawn in software.

    When the test is over, no page may have asked for anything off this machine, nor have had an error.
    """
    opened: list[Watched] = []

    def open_one(has_webgl: bool = False, **options: Any) -> Watched:
        context = browsers(has_webgl).new_context(locale="en-GB", **options)
        watched = Watched(context.new_page(), context, server.address)
        context.on("request", lambda request: watched.requests.append(request.url))
        watched.page.on("pageerror", lambda error: watched.faults.append(str(error)))
        watched.page.on("console", lambda said: watched.faults.append(said.text) if said.type == "error" else None)
        watched.page.goto(f"{server.address}/")
        opened.append(watched)
        return watched

    yield open_one
    for watched in opened:
        watched.context.close()
    assert [url for watched in opened for url in watched.foreign_requests()] == []
    assert [fault for watched in opened for fault in watched.faults] == []


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """Demands that axe finds nothing against WCAG 2.2 AA on a page as it stands."""
    source = AXE.read_text(encoding="utf-8")
    levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

    def demand(page: Page) -> None:
        page.wait_for_load_state("networkidle")
        page.evaluate(source)
        found = page.evaluate("(levels) => axe.run({ runOnly: levels })", levels)["violations"]
        told = [f"{page.url}: {one['id']} at {one['nodes'][0]['target']}" for one in found]
        assert told == []

    return demand


@pytest.fixture
def phone(open_page: OpenPage) -> Watched:
    return open_page(viewport={"width": 390, "height": 844}, has_touch=True)


@pytest.fixture
def desktop(open_page: OpenPage) -> Watched:
    return open_page(viewport={"width": 1280, "height": 800}, color_scheme="dark")
