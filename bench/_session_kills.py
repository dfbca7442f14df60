"""A browser, or the tab's process in it, killed at a random moment: does the session go on where it was?"""

import os
import random
import signal
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench._session_stage import FLAGS, Stage, say_progress
from playwright.sync_api import BrowserContext, Error, Page, Playwright

KILLS = 100
_SEED = 5
_PLAYED_S = (0.3, 3.0)
_SKIPS = 0.15
_AGAIN_LEFT_S = 30
_SESSIONS = 8
_TRIES = 5
_LEFT = """() => {
  const told = [...document.querySelectorAll(".kicker span")].map((part) => part.textContent.match(/(\\d+):(\\d\\d)/));
  const [, minutes, seconds] = told.find((one) => one);
  return Number(minutes) * 60 + Number(seconds);
}"""


@dataclass(frozen=True)
class Kills:
    """How many kills there were, how many sessions went on within one cue and paused, and the seconds lost at most."""

    kills: int
    went_on: int
    most_lost_s: int
    lost_events: int


def measure_kills(playwright: Playwright, program: str, stage: Stage, kills: int = KILLS) -> Kills:
    """Kills the whole browser and the tab's process in turn, each at a moment of chance."""
    chance = random.Random(_SEED)  # noqa: S311  not a secret
    went_on, lost_s = 0, [0]
    plans = [stage.make_plan() for _ in range(_SESSIONS)]  # beforehand: after some sessions a day no more are made
    plan, begun = plans[0], 1
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        context, page = _open(playwright, program, Path(profile), stage.session(plan))
        for turn in range(kills):
            before_s = _play_for_a_while(page, chance)
            if turn % 2:
                _kill_tab(context, page)
                page = _open_tab(context, stage.session(plan))
            else:
                _kill_browser(context)
                context, page = _open(playwright, program, Path(profile), stage.session(plan))
            page.get_by_text("Tap anywhere to go on.").wait_for(timeout=60_000)
            after_s = page.evaluate(_LEFT)
            lost_s.append(after_s - before_s)
            went_on += _cues_between(stage.sheet(plan), before_s, after_s) <= 1 and after_s >= before_s - 1
            say_progress(f"kill {turn + 1}: {before_s} s left before, {after_s} s after")
            if after_s < _AGAIN_LEFT_S:
                plan, begun = plans[begun], begun + 1
                page.goto("about:blank")
                page.goto(stage.session(plan))
        context.close()
    gaps = sum(_gaps(stage.moves(one)) for one in plans[:begun])
    return Kills(kills, went_on, max(lost_s), gaps)


def _open(playwright: Playwright, program: str, profile: Path, address: str) -> tuple[BrowserContext, Page]:
    context = playwright.chromium.launch_persistent_context(
        profile, executable_path=program, args=FLAGS, locale="en-GB", viewport={"width": 390, "height": 844}
    )
    page = context.new_page()
    page.goto(address)
    return context, page


def _open_tab(context: BrowserContext, address: str) -> Page:
    """A new tab; the process that a browser holds ready for it may be among those that were killed."""
    for _ in range(_TRIES):
        with suppress(Error):
            page = context.new_page()
            page.goto(address)
            return page
    raise RuntimeError("after a kill no tab could be opened")


def _play_for_a_while(page: Page, chance: random.Random) -> int:
    """The seconds left when it is time to kill."""
    begin = page.get_by_role("button", name="Begin", exact=True)
    begin.or_(page.get_by_text("Tap anywhere to go on.")).first.wait_for(timeout=60_000)
    if begin.is_visible():
        begin.click()
    else:
        page.evaluate("document.activeElement?.blur()")
        page.keyboard.press("Space")
    page.get_by_text("Tap anywhere to go on.").wait_for(state="detached")
    if chance.random() < _SKIPS:
        page.get_by_role("button", name="Skip this step", exact=True).click()
    page.wait_for_timeout(1000 * chance.uniform(*_PLAYED_S))
    return int(page.evaluate(_LEFT))


def _processes(context: BrowserContext, kind: str) -> list[int]:
    if context.browser is None:
        raise RuntimeError("a browser without a handle cannot be killed")
    told = context.browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    return [int(one["id"]) for one in told if one["type"] == kind]


def _kill_browser(context: BrowserContext) -> None:
    for process in _processes(context, "browser"):
        os.kill(process, signal.SIGKILL)
    with suppress(Error):  # it is dead, which is what was wanted
        context.close()


def _kill_tab(context: BrowserContext, page: Page) -> None:
    with page.expect_event("crash"):
        for process in _processes(context, "renderer"):
            os.kill(process, signal.SIGKILL)
    page.close()


def _cues_between(sheet: dict[str, Any], before_s: int, after_s: int) -> int:
    """How many cues lie between two places on a sheet, given as seconds left."""

    def cue_at(left_s: int) -> int:
        place_ms = sheet["total_ms"] - left_s * 1000
        return sum(cue["at_ms"] <= place_ms for cue in sheet["cues"])

    return abs(cue_at(before_s) - cue_at(after_s))


def _gaps(moves: list[tuple[str, int, str, int]]) -> int:
    """How many places among the events of a session are missing or taken twice."""
    places = [seq for _, seq, _, _ in moves]
    return len(set(range(max(places, default=-1) + 1)) ^ set(places)) + len(places) - len(set(places))
