"""A session that is spoken to: Chromium's fake microphone plays a speaker made by code. And one with none."""

import os
import shutil
import subprocess
import sysconfig
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.browser import steps
from tests.browser.conftest import _FLAGS, Watched

from unknot.words import say
from xtask.frontend import node_environment

WEB = Path(__file__).parents[2] / "web"
KEPT = "unknot-sayings"
FAKE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]


@pytest.fixture(scope="session")
def spoken(tmp_path_factory) -> Path:
    """A folder with what the microphone hears, and what the browser keeps of the speaker."""
    folder = tmp_path_factory.mktemp("spoken")
    env = node_environment(Path(sysconfig.get_path("purelib")))
    node = shutil.which("node", path=env["PATH"]) or "node"
    build = [node, "node_modules/vite/bin/vite.js", "build", "--ssr", "tests/hearing/run-fixture.mjs"]
    subprocess.run([*build, "--outDir", str(folder / "made"), "--logLevel", "error"], cwd=WEB, env=env, check=True)
    subprocess.run([node, str(folder / "made" / "run-fixture.js"), str(folder)], cwd=WEB, env=env, check=True)
    return folder


Hears = Callable[..., Watched]


@pytest.fixture
def hears(chromium, server, spoken) -> Iterator[Hears]:
    """Opens Unknot in a Chromium of its own whose microphone hears a file, or which has none."""
    opened = []

    def open_one(file: str | None, *, knows: bool = True, **options) -> Watched:
        heard = [*FAKE, f"--use-file-for-fake-audio-capture={spoken / file}%noloop"] if file else []
        browser = chromium.browser_type.launch(
            executable_path=os.environ.get("UNKNOT_CHROMIUM", "/usr/bin/chromium"), args=[*_FLAGS, *heard]
        )
        opened.append(browser)
        context = browser.new_context(locale="en-GB", **options)
        watched = Watched(context.new_page(), context, server.address)
        context.on("request", lambda request: watched.requests.append(request.url))
        watched.page.on("pageerror", lambda error: watched.faults.append(str(error)))
        watched.page.on("console", lambda told: watched.faults.append(told.text) if told.type == "error" else None)
        watched.page.goto(f"{server.address}/")
        if knows:
            kept = (spoken / "kept.json").read_text(encoding="utf-8")
            watched.page.evaluate("([place, kept]) => localStorage.setItem(place, kept)", [KEPT, kept])
        return watched

    yield open_one
    for browser in opened:
        browser.close()


def to_the_session(page: Page) -> None:
    steps.open_check_in(page, "home-where")
    steps.check_in(page, *steps.FIRST_VISIT)
    steps.mark(page, "shoulder_top_R")
    steps.button(page, "where-done").click()
    steps.find_the_muscle(page)
    steps.begin(page)


def test_a_spoken_stop_stops_the_session_and_nothing_leaves_the_page(hears) -> None:
    watched = hears("stop.wav")
    to_the_session(watched.page)
    expect(watched.page.get_by_text(say("session-let-go"))).to_be_visible()
    assert (watched.foreign_requests(), watched.faults) == ([], [])


def test_a_quiet_room_stops_nothing_and_any_key_pauses(hears, axe) -> None:
    watched = hears("quiet.wav")
    page = watched.page
    to_the_session(page)
    expect(page.get_by_role("button", name=say("listening-turn"))).to_have_attribute("aria-pressed", "true")
    axe(page)
    steps.wait_until_left(page, steps.seconds_left(page) - 3)
    page.keyboard.press("q")
    expect(page.get_by_text(say("session-tap-to-go-on"))).to_be_visible()
    page.keyboard.press("q")
    expect(page.get_by_text(say("session-tap-to-go-on"))).to_be_visible()
    assert watched.faults == []


def test_where_it_is_too_loud_for_words_one_sentence_says_so_and_a_tap_pauses(hears, axe) -> None:
    watched = hears("loud.wav")
    page = watched.page
    to_the_session(page)
    told = page.get_by_text(say("listening-too-loud"))
    expect(told).to_be_visible()
    axe(page)
    page.keyboard.press("q")
    expect(page.get_by_text(say("session-tap-to-go-on"))).to_be_visible()
    assert watched.faults == []


def test_without_a_microphone_one_sentence_says_so_and_the_session_goes_on(hears) -> None:
    watched = hears(None)
    page = watched.page
    to_the_session(page)
    refused = page.get_by_text(say("listening-no-permission"))
    expect(refused.or_(page.get_by_text(say("listening-no-microphone")))).to_be_visible()
    steps.button(page, "session-skip").click()
    page.keyboard.press("Escape")
    expect(page.get_by_text(say("session-let-go"))).to_be_visible()
    assert watched.faults == []


def test_a_microphone_that_goes_away_is_said_and_the_session_goes_on(hears) -> None:
    watched = hears("quiet.wav")
    page = watched.page
    page.add_init_script(
        """const open = MediaDevices.prototype.getUserMedia;
        MediaDevices.prototype.getUserMedia = async function (wanted) {
          const stream = await open.call(this, wanted);
          for (const track of stream.getTracks())
            track.addEventListener = (kind, ...told) => {
              EventTarget.prototype.addEventListener.call(track, kind, ...told);
              if (kind === "ended") window.lose = () => track.dispatchEvent(new Event("ended"));
            };
          return stream;
        };"""
    )
    page.reload()
    to_the_session(page)
    page.wait_for_function("() => typeof window.lose === 'function'")
    expect(page.get_by_role("button", name=say("listening-turn"))).to_have_attribute("aria-pressed", "true")
    page.evaluate("lose()")
    expect(page.get_by_text(say("listening-no-longer"))).to_be_visible()
    expect(page.get_by_role("timer")).to_be_visible()
    assert watched.faults == []


def test_all_commands_are_learnt_tried_and_deleted(hears, axe) -> None:
    watched = hears("learning.wav", knows=False, color_scheme="dark", viewport={"width": 390, "height": 844})
    page = watched.page
    page.goto(f"{watched.address}/#/listening")
    steps.heading(page, "listening-title")
    axe(page)
    steps.button(page, "listening-start").click()
    expect(page.get_by_text("“" + say("command-stop") + "”")).to_be_visible()
    axe(page)
    expect(page.get_by_text(say("listening-learnt"))).to_be_visible(timeout=120_000)
    axe(page)
    assert page.evaluate("(place) => JSON.parse(localStorage.getItem(place)).templates.length", KEPT) == 14
    steps.button(page, "listening-try").click()
    expect(page.get_by_text(say("listening-heard", command=say("command-stop")))).to_be_visible()
    steps.button(page, "listening-try-end").click()
    steps.button(page, "listening-forget").click()
    expect(page.get_by_text(say("listening-forgotten"))).to_be_visible()
    assert page.evaluate("(place) => localStorage.getItem(place)", KEPT) is None
    assert (watched.foreign_requests(), watched.faults) == ([], [])
