"""Stop: it counts as it is touched, whatever lies under the finger afterwards, and what to do is said to everyone."""

from playwright.sync_api import Page, expect
from tests.browser import steps
from tests.browser.conftest import OpenPage
from tests.browser.prepared import Visit, open_visit

from unknot.guiding import Feeling
from unknot.words import say

SMALL_PHONE = {"width": 390, "height": 680}
LETS_GO_MS = [120, 80, 240]
UNDER_THE_FINGER = "([x, y]) => document.elementFromPoint(x, y).closest('button')?.textContent.trim()"

Place = tuple[float, float]


def begin(open_page: OpenPage, **options: object) -> Visit:
    visit = open_visit(open_page(viewport=SMALL_PHONE, **options))
    visit.begin()
    visit.clock.let_pass(40)
    return visit


def place_of_stop(page: Page) -> Place:
    """Low on it: there an answer comes to lie."""
    box = steps.button(page, "session-stop").bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.8


def asks_and_takes_nothing_for_an_answer(visit: Visit, place: Place) -> None:
    """What lies under the finger now is an answer, and it was not given."""
    assert visit.page.evaluate(UNDER_THE_FINGER, place) in {say(f"feeling-{one.value}") for one in Feeling}
    visit.page.wait_for_timeout(100)
    steps.heading(visit.page, "stop-ask")


def test_a_mouse_button_that_goes_down_on_stop_has_stopped(open_page: OpenPage) -> None:
    visit = begin(open_page)
    page, place = visit.page, place_of_stop(visit.page)
    page.mouse.move(*place)
    page.mouse.down()
    steps.heading(page, "stop-ask")
    assert visit.clock.touches[-1]["pattern_ms"] == LETS_GO_MS
    page.mouse.up()
    asks_and_takes_nothing_for_an_answer(visit, place)
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.mouse.down()
    page.mouse.up()
    expect(page.get_by_role("heading", level=1)).not_to_have_text(say("stop-ask"))


def test_a_finger_that_touches_stop_has_stopped_though_it_slides_off(open_page: OpenPage) -> None:
    visit = begin(open_page, has_touch=True)
    page, place = visit.page, place_of_stop(visit.page)
    hand = page.context.new_cdp_session(page)

    def touch(kind: str, *places: Place) -> None:
        points = [{"x": x, "y": y} for x, y in places]
        hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", place)
    steps.heading(page, "stop-ask")
    touch("touchMove", (place[0] + 60, place[1] - 4))
    touch("touchEnd")
    asks_and_takes_nothing_for_an_answer(visit, place)
    touch("touchStart", place)
    touch("touchEnd")
    expect(page.get_by_role("heading", level=1)).not_to_have_text(say("stop-ask"))


def test_a_keyboard_presses_stop_and_another_mouse_button_does_not(open_page: OpenPage) -> None:
    visit = begin(open_page)
    page = visit.page
    page.mouse.click(*place_of_stop(page), button="right")
    expect(steps.button(page, "session-stop")).to_be_visible()
    steps.button(page, "session-stop").focus()
    page.keyboard.press("Enter")
    steps.heading(page, "stop-ask")


def test_a_screen_reader_presses_stop_without_any_touch(open_page: OpenPage) -> None:
    visit = begin(open_page)
    steps.button(visit.page, "session-stop").evaluate("(stop) => stop.click()")
    steps.heading(visit.page, "stop-ask")


def test_stop_says_to_let_go_and_then_what_to_do_to_someone_who_does_not_see_it(open_page: OpenPage) -> None:
    visit = begin(open_page)
    page = visit.page
    page.keyboard.press("Escape")
    steps.heading(page, "stop-ask")
    title = page.get_by_role("heading", level=1)
    expect(title).to_be_focused()
    expect(title).to_have_accessible_name(f"{say('session-let-go')} {say('stop-ask')}")
    assert visit.clock.touches[-1]["pattern_ms"] == LETS_GO_MS
    told = page.locator("[aria-live=polite]")
    expect(told).to_have_count(1)
    expect(told).to_have_text("")

    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=say("feeling-sharp"))).to_be_focused()
    page.keyboard.press("Enter")
    expect(title).to_have_text(say("stop-sharp"))
    expect(title).to_be_focused()
    expect(told).to_contain_text(say("stop-not-today"))
