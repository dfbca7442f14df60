"""A real server with a data folder of its own, a real Chromium, and a watch on every request."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from tests.browser.serving import Server, start_server

AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
_FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--autoplay-policy=no-user-gesture-required",
]
_PATIENCE_MS = 60_000
"""How long what has to come is waited for: no test may fail because a machine is slow."""


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


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    running = start_server(tmp_path / "data")
    yield running
    running.stop()


_SOFTWARE_GL = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
_NO_GL = ["--disable-3d-apis"]


@pytest.fixture(scope="session")
def browsers() -> Iterator[Callable[[bool], Browser]]:
    """Chromium without WebGL, and the one that draws it in software; each is started when it is first asked for."""
    expect.set_options(timeout=_PATIENCE_MS)
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

    The browser keeps no copy of Unknot, which is hundreds of files: tests of the copy allow its `service_workers`.
    When the test is over, no page may have asked for anything off this machine, nor have had an error.
    """
    opened: list[Watched] = []

    def open_one(
        has_webgl: bool = False, service_workers: Literal["allow", "block"] = "block", **options: Any
    ) -> Watched:
        context = browsers(has_webgl).new_context(locale="en-GB", service_workers=service_workers, **options)
        context.set_default_timeout(_PATIENCE_MS)
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
def large_print(chromium: Browser, server: Server) -> Iterator[Watched]:
    """A narrow phone in a browser whose text is twice as large."""
    program = os.environ.get("UNKNOT_CHROMIUM", "/usr/bin/chromium")
    twice = "--blink-settings=defaultFontSize=32,defaultFixedFontSize=26"
    browser = chromium.browser_type.launch(executable_path=program, args=[*_FLAGS, "--disable-3d-apis", twice])
    page = browser.new_page(locale="en-GB", viewport={"width": 320, "height": 640}, has_touch=True)
    yield Watched(page, page.context, server.address)
    browser.close()


@pytest.fixture
def phone(open_page: OpenPage) -> Watched:
    return open_page(viewport={"width": 390, "height": 844}, has_touch=True)


@pytest.fixture
def desktop(open_page: OpenPage) -> Watched:
    return open_page(viewport={"width": 1280, "height": 800}, color_scheme="dark")
