"""What tests do around a session when things go wrong: a server that goes, a browser that dies, what is kept."""

import os
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any

import msgspec
from playwright.sync_api import BrowserContext, Page, expect
from tests.browser import steps
from tests.browser.conftest import Watched
from tests.browser.prepared import make_plan
from tests.browser.serving import Server, start_server

from unknot.words import say

WORKS_ALONE = """async () => {
  await navigator.serviceWorker.ready;
  const copy = (await caches.keys()).find((name) => name.startsWith("unknot-"));
  if (copy === undefined || navigator.serviceWorker.controller === null) return false;
  return (await (await caches.open(copy)).keys()).length > 0;
}"""
KEPT = """(store) => new Promise((resolve) => {
  const opened = indexedDB.open("unknot");
  opened.onsuccess = () => {
    const all = opened.result.transaction(store).objectStore(store).getAll();
    all.onsuccess = () => { opened.result.close(); resolve(all.result); };
  };
})"""
DAMAGE = """() => new Promise((resolve) => {
  const opened = indexedDB.open("unknot");
  opened.onsuccess = () => {
    const change = opened.result.transaction("texts", "readwrite");
    const store = change.objectStore("texts");
    store.getAll().onsuccess = ({ target }) => {
      for (const kept of target.result) store.put({ ...kept, text: kept.text.replace('"for_ms":', '"for_ms":9') });
    };
    change.oncomplete = () => { opened.result.close(); resolve(); };
  };
})"""
SPOIL_THE_WORDS = """async () => {
  const copy = (await caches.keys()).find((name) => name.startsWith("unknot-"));
  await (await caches.open(copy)).put("/words/en.ftl", new Response("from the copy"));
}"""
ASK_FOR_THE_WORDS = "async () => (await (await fetch('/words/en.ftl')).text()) === 'from the copy'"
LOOKS, LOOK_MS = 600, 100
SESSION_MOVED = "session-moved"
NO_DATABASE = "Object.defineProperty(globalThis, 'indexedDB', { value: undefined })"
FULL_DISK = "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }"
NO_SOUND = "globalThis.AudioContext = class { constructor() { throw new DOMException('none', 'NotSupportedError'); } }"
NO_AUTOPLAY = """
AudioContext.prototype.resume = () => new Promise(() => {});
Object.defineProperty(AudioContext.prototype, 'state', { get: () => 'suspended' });
"""
NO_WAKE_LOCK = """
if (navigator.wakeLock)
  navigator.wakeLock.request = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));
"""
AN_HOUR_BACK = "const now = Date.now; Date.now = () => now() - 3_600_000"
HEARD_AUDIO = """
globalThis.heard = [];
const Audio = AudioContext;
globalThis.AudioContext = class extends Audio {
  constructor(...options) { super(...options); heard.push(this); }
};
"""


def wait_until(page: Page, is_so: Callable[[], bool]) -> None:
    """Waits until something is so, and fails when it never is."""
    for _ in range(LOOKS):
        if is_so():
            return
        page.wait_for_timeout(LOOK_MS)
    assert is_so()


def wait_until_nothing_waits(page: Page) -> None:
    """Waits until the browser has told everything that it kept of sessions."""
    wait_until(page, lambda: page.evaluate(KEPT, "pages") == [])


def wait_for_copy(page: Page) -> None:
    """Waits until this browser could start Unknot by itself."""
    wait_until(page, lambda: page.evaluate(WORKS_ALONE) is True)


def kept(server: Server, kind: str) -> list[Any]:
    """Every happening of this kind that the server has, in the order of its log."""
    with closing(sqlite3.connect(server.data / "unknot.db")) as log:
        rows = log.execute("SELECT body FROM event WHERE kind = ? ORDER BY seq", [kind]).fetchall()
    return [msgspec.json.decode(body) for (body,) in rows]


def kept_moves(server: Server) -> list[tuple[int, str]]:
    """Place and kind of every event of a session that the server has, by place."""
    return sorted((move["seq"], move["event"]["kind"]) for move in kept(server, SESSION_MOVED))


def wait_until_told(page: Page, server: Server, *kinds: str) -> None:
    """Waits until the server has exactly these events."""
    wanted = list(enumerate(kinds))
    wait_until(page, lambda: kept_moves(server) == wanted)


@contextmanager
def back_again(server: Server) -> Iterator[Server]:
    """The server started once more, at its address and with its data."""
    back = start_server(server.data, int(server.address.rpartition(":")[2]))
    try:
        yield back
    finally:
        back.stop()


@contextmanager
def missing_the_server(watched: Watched) -> Iterator[None]:
    """What a browser says of a server that is gone is no fault of the page."""
    yield
    watched.faults[:] = [one for one in watched.faults if "ERR_CONNECTION_REFUSED" not in one]


def end_workers(page: Page) -> None:
    """Ends the service worker as a browser does with an idle one: it starts again at the next request."""
    debugger = page.context.new_cdp_session(page)
    debugger.send("ServiceWorker.enable")
    debugger.send("ServiceWorker.stopAllWorkers")


def press_space(page: Page) -> None:
    """Space with the focus nowhere: it pauses, or goes on."""
    page.evaluate("document.activeElement?.blur()")
    page.keyboard.press("Space")


def pause(page: Page) -> None:
    press_space(page)
    expect(page.get_by_text(say("cue-paused"))).to_be_visible()


def play(page: Page) -> None:
    press_space(page)
    expect(page.get_by_text(say("session-tap-to-go-on"))).to_have_count(0)


def kill_renderer_of(context: BrowserContext, page: Page) -> None:
    """Kills the process that shows a page, as a system without memory does."""
    assert context.browser is not None
    session = context.browser.new_browser_cdp_session()
    renderers = [
        one["id"] for one in session.send("SystemInfo.getProcessInfo")["processInfo"] if one["type"] == "renderer"
    ]
    with page.expect_event("crash"):
        for process in renderers:
            os.kill(process, signal.SIGKILL)


def open_session(watched: Watched) -> None:
    """A session that could begin, with the browser as it is now."""
    watched.page.goto("about:blank")
    watched.page.goto(f"{watched.address}/#/session/{make_plan(watched.address)}")
    steps.heading(watched.page, "session-ready")


def open_again(watched: Watched) -> None:
    """The front door, as someone finds it who comes back."""
    watched.page.goto("about:blank")
    watched.page.goto(f"{watched.address}/")


def open_kept(page: Page) -> None:
    """From a front door without a server to the session that the browser keeps."""
    page.get_by_role("link", name=say("app-kept-session")).click()


def await_asked(page: Page, times: int) -> None:
    """Waits for so many wishes to keep the screen on. It looks again: the policy forbids to evaluate."""
    wait_until(page, lambda: page.evaluate("asked") == times)
