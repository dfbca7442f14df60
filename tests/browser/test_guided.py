"""The guided session in the browser: how strong it is, every turn, and the guard at its door."""

import json
import re
from collections.abc import Callable

from playwright.sync_api import Page, Route, expect
from tests.browser import steps

from unknot.words import say

DOWNLOAD = "**/api/plans/*/download"


def to_the_plan(page: Page) -> None:
    steps.open_check_in(page, "home-where")
    steps.check_in(page, *steps.FIRST_VISIT)
    steps.mark(page, "shoulder_top_R")
    steps.button(page, "where-done").click()
    steps.find_the_muscle(page)


def to_the_hold(page: Page) -> None:
    """Past settling and kneading, and ready before the time."""
    for _ in ("settle", "knead"):
        steps.button(page, "session-skip").click()
    expect(page.get_by_text(say("session-kind", kind="ready", repetition=1, repetitions=1), exact=True)).to_be_visible()
    page.keyboard.press("n")
    expect(page.get_by_text(say("session-kind", kind="hold", repetition=1, repetitions=2), exact=True)).to_be_visible()


def start(page: Page) -> None:
    page.get_by_role("main").get_by_text(re.compile("^Begin")).click()


def spoken(page: Page, message: str, **arguments: str | int) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(say(message, **arguments))


def test_how_strong_it_is_brings_the_ceiling_down_and_every_turn_is_one_press(phone, axe) -> None:
    page = phone.page
    to_the_plan(page)
    steps.begin(page)
    to_the_hold(page)
    scale = page.get_by_role("group", name=say("session-how-strong"))
    expect(scale.get_by_role("button")).to_have_count(11)
    axe(page)

    page.keyboard.press("8")
    spoken(page, "cue-level-over", ceiling=4)
    expect(page.get_by_text(say("session-ceiling", ceiling=4))).to_be_visible()
    expect(scale.get_by_role("button", name=say("session-level", level=8, over="yes"))).to_have_attribute(
        "aria-pressed", "true"
    )
    scale.get_by_role("button", name=say("session-level", level=4, over="no")).click()
    spoken(page, "cue-level-steady")
    scale.get_by_role("button", name=say("session-level", level=2, over="no")).click()
    spoken(page, "cue-level-faded")
    expect(scale).to_have_count(0)

    steps.button(page, "session-turn-swap").click()
    spoken(page, "cue-place-pressure-release", side="right", point=say("spot-UT2"))
    page.keyboard.press("n")
    page.keyboard.press("x")
    spoken(page, "cue-too-sore", ceiling=1)
    axe(page)


def test_what_is_said_is_announced_in_one_place(phone) -> None:
    page = phone.page
    to_the_plan(page)
    steps.begin(page)
    to_the_hold(page)
    live = page.locator("[aria-live], [role=status], [role=alert]").filter(has_text=re.compile(r"\S"))
    expect(live).to_have_count(1)


def refuse(page: Page, spoil: Callable[[dict], None]) -> None:
    """The server's sheets are spoiled on their way."""

    def through(route: Route) -> None:
        answer = route.fetch()
        download = answer.json()
        spoil(download["sheet"])
        route.fulfill(response=answer, body=json.dumps(download))

    page.route(DOWNLOAD, through)


def test_a_sheet_that_presses_too_hard_or_has_no_clearance_is_not_played_and_something_gentle_is_offered(
    phone, axe
) -> None:
    page = phone.page

    def harder(sheet: dict) -> None:
        for step in sheet["plan"]["steps"]:
            step["ceiling_0_10"] += 3 if step["path"] else 0

    refuse(page, harder)
    to_the_plan(page)
    start(page)
    expect(page.get_by_role("alert")).to_have_text(say("guard-refused", why="pressure"))
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    expect(page.get_by_text(say("guard-instead-move"))).to_be_visible()
    expect(steps.button(page, "session-begin")).to_have_count(0)
    axe(page)

    page.unroute(DOWNLOAD)
    refuse(page, lambda sheet: sheet["plan"].update(clearance=None))
    page.reload()
    expect(page.get_by_role("alert")).to_have_text(say("guard-refused", why="not-cleared"))
