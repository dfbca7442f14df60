"""The guided session when things go wrong around it: the server, the tab, the disk, the sound, the clock."""

import os
import signal
import socket
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest
from playwright.sync_api import BrowserContext, Page, expect
from tests.browser import steps
from tests.browser.conftest import Server, Watched, start_server
from tests.browser.prepared import make_plan

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
LOOKS, LOOK_MS = 50, 100
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
    for _ in range(150):
        if is_so():
            return
        page.wait_for_timeout(100)
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


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server that can be stopped and started again at its own address."""
    running = start_server(tmp_path / "data", free_port())
    yield running
    if running.process.poll() is None:
        running.stop()


def free_port() -> int:
    with closing(socket.socket()) as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


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


def test_a_downloaded_session_starts_and_plays_with_the_server_gone_and_arrives_once(phone, server) -> None:
    page = phone.page
    open_session(phone)
    wait_for_copy(page)
    with missing_the_server(phone):
        server.stop()
        open_again(phone)
        open_kept(page)
        steps.heading(page, "session-ready")
        expect(page.get_by_text(say("session-server-away"))).to_be_visible()
        steps.button(page, "session-begin").click()
        steps.button(page, "session-skip").click()
        pause(page)
        play(page)
        steps.button(page, "session-stop").click()
        steps.heading(page, "stop-ask")
        steps.button(page, "feeling-numb").click()
        expect(page.get_by_text(say("stop-not-today"))).to_be_visible()
        with back_again(server) as back:
            wait_until_told(page, back, "start", "skip", "pause", "resume", "stop", "felt")
            open_again(phone)
            steps.heading(page, "home-welcome-back")
            wait_until_nothing_waits(page)
            assert len(kept_moves(back)) == 6


def test_a_window_from_the_copy_stays_with_it_when_the_server_returns_and_the_worker_was_ended(phone, server) -> None:
    page = phone.page
    open_session(phone)
    wait_for_copy(page)
    with missing_the_server(phone):
        server.stop()
        open_again(phone)
        expect(page.get_by_role("link", name=say("app-kept-session"))).to_be_visible()
        page.evaluate(SPOIL_THE_WORDS)
        end_workers(page)
        with back_again(server):
            assert page.evaluate(ASK_FOR_THE_WORDS) is True
            open_again(phone)
            steps.heading(page, "home-welcome-back")
            assert page.evaluate(ASK_FOR_THE_WORDS) is False


def test_a_session_finished_without_the_server_keeps_what_is_told_of_it(phone, server) -> None:
    page = phone.page
    open_session(phone)
    with missing_the_server(phone):
        steps.button(page, "session-begin").click()
        server.stop()
        steps.skip_to_the_end(page)
        steps.tell_how_it_was(page)
        expect(page.get_by_text(say("after-kept-here"))).to_be_visible()
        with back_again(server):
            open_again(phone)
            wait_until_nothing_waits(page)
            (outcome,) = kept(server, "outcome-told")
            assert (outcome["pain_before"], outcome["pain_after"]) == (6, 3)


def test_a_killed_tab_goes_on_at_its_cue_paused(phone, server) -> None:
    page, context = phone.page, phone.context
    open_session(phone)
    steps.button(page, "session-begin").click()
    steps.press_for_two_seconds(page)
    session = page.url
    kill_renderer_of(context, page)
    again = context.new_page()
    again.goto(session)
    expect(again.get_by_text(say("cue-paused"))).to_be_visible()
    hold = say("session-kind", kind="hold", repetition=1, repetitions=2)
    expect(again.get_by_text(hold, exact=True)).to_be_visible()
    steps.button(again, "session-stop").click()
    wait_until_told(again, server, "start", "skip", "skip", "pause", "stop")


def test_of_two_windows_one_plays_and_the_other_says_so_until_it_is_free(phone) -> None:
    page, context = phone.page, phone.context
    open_session(phone)
    second = context.new_page()
    second.goto(page.url)
    expect(second.get_by_text(say("session-in-another-tab"))).to_be_visible()
    expect(steps.button(second, "session-begin")).to_have_count(0)
    page.close()
    steps.heading(second, "session-ready")


def test_what_was_begun_in_one_browser_is_not_begun_in_another(phone, open_page) -> None:
    open_session(phone)
    steps.button(phone.page, "session-begin").click()
    expect(steps.button(phone.page, "session-stop")).to_be_visible()
    other = open_page()
    with phone.page.expect_response("**/events"):
        pause(phone.page)
    other.page.goto(phone.page.url)
    expect(other.page.get_by_text(say("session-begun-elsewhere"))).to_be_visible()


@pytest.mark.parametrize("broken", [NO_DATABASE, FULL_DISK], ids=["no-database", "full-disk"])
def test_a_browser_that_keeps_nothing_plays_and_says_so(phone, server, broken) -> None:
    page = phone.page
    page.add_init_script(broken)
    open_session(phone)
    steps.button(page, "session-begin").click()
    expect(page.get_by_text(say("session-not-kept"))).to_be_visible()
    steps.button(page, "session-stop").click()
    wait_until_told(page, server, "start", "stop")


def test_a_damaged_copy_of_a_session_is_not_played(phone, server) -> None:
    page = phone.page
    open_session(phone)
    wait_for_copy(page)
    page.evaluate(DAMAGE)
    with missing_the_server(phone):
        server.stop()
        open_again(phone)
        open_kept(page)
        expect(page.get_by_text(say("session-kept-damaged"))).to_be_visible()


def test_a_clock_that_was_put_back_makes_no_kept_session_fresh(phone, server) -> None:
    page = phone.page
    open_session(phone)
    wait_for_copy(page)
    session = page.url
    page.add_init_script(AN_HOUR_BACK)
    with missing_the_server(phone):
        server.stop()
        open_again(phone)
        expect(page.get_by_text(say("app-server-gone"))).to_be_visible()
        expect(page.get_by_role("link", name=say("app-kept-session"))).to_have_count(0)
        page.goto(session)
        expect(page.get_by_text(say("plan-needs-fresh-check-in"))).to_be_visible()


@pytest.mark.parametrize("broken", [NO_SOUND, NO_AUTOPLAY], ids=["no-device", "autoplay-blocked"])
def test_without_sound_a_session_plays_by_the_clock_of_the_page(phone, broken) -> None:
    page = phone.page
    page.add_init_script(broken)
    open_session(phone)
    steps.button(page, "session-begin").click()
    expect(page.get_by_text(say("session-no-sound"))).to_be_visible()
    steps.press_for_two_seconds(page)


def test_a_screen_that_may_not_be_kept_on_stops_nothing(phone) -> None:
    page = phone.page
    page.add_init_script(NO_WAKE_LOCK)
    open_session(phone)
    steps.button(page, "session-begin").click()
    steps.press_for_two_seconds(page)


def test_sound_that_is_taken_away_pauses_at_once_and_says_so(phone) -> None:
    page = phone.page
    page.add_init_script(HEARD_AUDIO)
    open_session(phone)
    steps.button(page, "session-begin").click()
    steps.press_for_two_seconds(page)
    page.evaluate("heard[0].suspend()")
    expect(page.get_by_text(say("session-overslept"))).to_be_visible()
    left = page.get_by_role("timer").text_content()
    play(page)
    expect(page.get_by_role("timer")).to_have_text(str(int(left) - 1))


def test_the_screen_is_kept_on_again_after_the_page_was_away(phone) -> None:
    page = phone.page
    page.add_init_script(
        "globalThis.asked = 0; const { wakeLock } = navigator; const ask = wakeLock?.request.bind(wakeLock);"
        "if (ask) wakeLock.request = (kind) => { asked += 1; return ask(kind); }"
    )
    open_session(phone)
    assert page.evaluate("asked") == 0
    steps.button(page, "session-begin").click()
    await_asked(page, 1)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    await_asked(page, 2)


def await_asked(page: Page, times: int) -> None:
    """Waits for so many wishes to keep the screen on. It looks again: the policy forbids to evaluate."""
    for _ in range(LOOKS):
        if page.evaluate("asked") == times:
            return
        page.wait_for_timeout(LOOK_MS)
    assert page.evaluate("asked") == times


def test_erasing_everything_leaves_nothing_in_this_browser(phone) -> None:
    page = phone.page
    open_session(phone)
    wait_for_copy(page)
    steps.button(page, "session-begin").click()
    pause(page)
    page.goto(f"{phone.address}/#/data")
    steps.button(page, "data-erase-ask").click()
    page.get_by_role("dialog").get_by_role("textbox").fill(say("data-erase-word"))
    steps.button(page, "data-erase-now").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    kept = page.evaluate(
        f"async () => [...await ({KEPT})('pages'), ...await ({KEPT})('texts'), ...await caches.keys()]"
    )
    stored = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert (kept, [name for name in stored if name != "unknot-visit"]) == ([], [])
    phone.faults.clear()  # a press that was on its way when all was erased finds no session any more


def test_no_answer_of_the_server_about_a_person_is_in_the_copy_of_the_program(phone) -> None:
    page = phone.page
    open_session(phone)
    wait_for_copy(page)
    held = page.evaluate(
        "async () => (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys())))"
        ".flat().map((request) => new URL(request.url).pathname)"
    )
    assert [path for path in held if path.startswith("/api") or path == "/worker.js"] == []
    assert {"/", "/words/en.ftl", "/manifest.json"} <= set(held)
