"""Every screen on a narrow phone whose text is twice as large: nothing has to be moved sideways to be read."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests import course
from tests.browser import steps
from tests.browser.conftest import Watched
from tests.unit.recalling.conftest import event_of

from unknot.coach import Knowledge
from unknot.store import EventLog
from unknot.words import say

DAYS = 8
SCREENS = ("", "knot", "knots", "now", "causes", "data", "hand-over", "listening", "emergency")
OPEN_ALL = "() => { for (const one of document.querySelectorAll('details')) one.open = true; }"
WIDER_PX = "() => document.scrollingElement.scrollWidth - innerWidth"

pytestmark = pytest.mark.parametrize("scheme", ["light", "dark"])


@pytest.fixture
def lived(tmp_path: Path, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch) -> None:
    """A log of the last days, where the server that is started next keeps its own."""
    monkeypatch.setattr(course, "BEGAN", datetime.now(UTC) - timedelta(days=DAYS))
    folder = tmp_path / "data"
    folder.mkdir()
    told = course.course_of(knowledge, DAYS).told
    with EventLog.open(folder / "unknot.db") as log:
        log.append([event_of(one, knowledge) for one in told], knowledge.edition)


def assert_fits(page: Page) -> None:
    """What stands on the screen, everything that can be opened included, is as wide as the window."""
    page.wait_for_load_state("networkidle")
    page.evaluate(OPEN_ALL)
    said = page.get_by_role("heading", level=1).first.text_content()
    assert (said, page.evaluate(WIDER_PX)) == (said, 0)


def assert_every_screen_fits(large_print: Watched) -> None:
    page = large_print.page
    for screen in SCREENS:
        page.goto("about:blank")  # so that the heading is not that of the screen before
        page.goto(f"{large_print.address}/#/{screen}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert_fits(page)


def test_a_first_visit_is_read_without_moving_it_sideways(scheme, large_print: Watched) -> None:
    page = large_print.page
    page.emulate_media(color_scheme=scheme)
    page.goto(large_print.address)
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "36px"
    assert_every_screen_fits(large_print)
    page.goto(f"{large_print.address}/#/")
    steps.open_check_in(page, "home-where")
    for question in steps.FIRST_VISIT:
        assert_fits(page)
        steps.answer(page, question)

    steps.heading(page, "where-title")
    assert_fits(page)
    steps.button(page, "where-list").click()
    assert_fits(page)
    steps.button(page, "where-picture").click()
    steps.mark(page, "shoulder_top_R")
    assert_fits(page)
    steps.button(page, "map-pain-another").click()
    steps.mark(page, "neck_postlat_R", "4")
    assert_fits(page)
    page.get_by_role("button", name=re.compile(f"^{say('map-view-arms')}")).click()
    assert_fits(page)

    steps.button(page, "where-done").click()
    expect(steps.button(page, "feel-familiar")).to_be_visible()
    assert_fits(page)
    steps.find_the_muscle(page)
    assert_fits(page)
    steps.begin(page)
    assert_fits(page)
    page.keyboard.press("Escape")
    steps.heading(page, "stop-ask")
    assert_fits(page)


def test_what_came_of_it_is_read_without_moving_it_sideways(scheme, lived: None, large_print: Watched) -> None:
    page = large_print.page
    page.emulate_media(color_scheme=scheme)
    page.goto(large_print.address)
    steps.heading(page, "home-welcome-back")
    assert_every_screen_fits(large_print)
    page.goto(f"{large_print.address}/#/data")
    steps.button(page, "data-erase-ask").click()
    assert_fits(page)
