"""The map one paints on: the living one, drawn in software here, and the flat one where there is no WebGL."""

import base64
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser import steps
from tests.browser.conftest import OpenPage, Watched
from tests.browser.prepared import tell_check_in
from tests.browser.unplugged import wait_until

from unknot.words import say

STROKE_STEPS = 12

Axe = Callable[[Page], None]


def go_to_the_map(watched: Watched) -> None:
    """After a check-in of someone who is well but for a knot."""
    tell_check_in(watched.address)
    watched.page.goto(f"{watched.address}/#/where")
    steps.heading(watched.page, "where-title")


@pytest.fixture
def living(open_page: OpenPage) -> Watched:
    """The map on a phone with WebGL, looked at from behind."""
    watched = open_page(has_webgl=True, viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    go_to_the_map(watched)
    expect(figure(watched.page)).to_have_attribute("aria-valuetext", say("map-seen-back"))
    expect(watched.page.locator("canvas")).to_have_attribute("data-drawn", "180")
    return watched


@pytest.fixture
def flat(open_page: OpenPage) -> Watched:
    """The map on a phone without WebGL."""
    watched = open_page(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    go_to_the_map(watched)
    expect(watched.page.locator("[data-outline]").first).to_be_visible()
    return watched


def figure(page: Page) -> Locator:
    return page.get_by_role("slider", name=say("map-turn"))


def place(page: Page, name: str) -> Locator:
    return page.locator(f'[role="treeitem"][data-place="{name}"]')


def marked(page: Page) -> set[str]:
    names = page.locator('[role="treeitem"][aria-checked="true"]').evaluate_all("all => all.map(e => e.dataset.place)")
    return set(names)


def look_from_behind(page: Page) -> None:
    """By the button of the view, which also counts what is marked there."""
    page.get_by_role("button", name=re.compile(f"^{say('map-view-back')}")).click()
    expect(page.locator("canvas[data-drawn]")).to_be_visible()


def stroke(page: Page, *spots: tuple[float, float]) -> None:
    """Paints from spot to spot of the screen in one go."""
    page.mouse.move(*spots[0])
    page.mouse.down()
    for x, y in spots[1:]:
        page.mouse.move(x, y, steps=STROKE_STEPS)
    page.mouse.up()


def spot_on_flat(page: Page, name: str) -> tuple[float, float]:
    x, y = page.locator(f'[data-outline="{name}"]').evaluate(
        """outline => {
            const box = outline.getBBox(), to = outline.getScreenCTM();
            const middle = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2).matrixTransform(to);
            return [middle.x, middle.y];
        }"""
    )
    return x, y


def spot_on_living(page: Page, across: float, up: float) -> tuple[float, float]:
    """A spot of the figure as shares of its size from the middle: to the right and up."""
    box = figure(page).bounding_box()
    assert box is not None
    return box["x"] + box["width"] * (0.5 + across), box["y"] + box["height"] * (0.5 - up)


def stripes_at(page: Page, x: float, y: float) -> float:
    """How much a patch of the screen goes up and down in brightness over three pixels: a hatch does, paint does not."""
    half = 8
    picture = page.screenshot(clip={"x": x - half, "y": y - half, "width": 2 * half, "height": 2 * half})
    varies: float = page.evaluate(
        """async base64 => {
            const bytes = Uint8Array.from(atob(base64), one => one.charCodeAt(0));
            const image = await createImageBitmap(new Blob([bytes]));
            const {width, height} = image;
            const drawn = new OffscreenCanvas(width, height).getContext("2d");
            drawn.drawImage(image, 0, 0);
            const {data} = drawn.getImageData(0, 0, width, height);
            const light = (x, y) => [0.3, 0.6, 0.1].reduce((sum, k, c) => sum + k * data[4 * (y * width + x) + c], 0);
            let [sum, count] = [0, 0];
            for (let y = 0; y < height; y++)
                for (let x = 3; x < width - 3; x++, count++)
                    sum += Math.abs(light(x, y) - (light(x - 3, y) + light(x + 3, y)) / 2);
            return sum / count;
        }""",
        base64.b64encode(picture).decode(),
    )
    return varies


def demand_that_strong_pain_leaves_the_hatch(page: Page, spot: tuple[float, float]) -> None:
    bare = stripes_at(page, *spot)
    steps.mark(page, "neck_side_R", "9")
    page.evaluate("document.activeElement.blur()")
    expect(place(page, "neck_side_R")).to_be_checked()
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert bare > 4
    assert stripes_at(page, *spot) > 0.6 * bare


def test_strong_pain_on_the_side_of_the_neck_leaves_the_hatch_of_the_living_map(living: Watched) -> None:
    page = living.page
    steps.button(page, "map-view-right").click()
    expect(page.locator("canvas")).to_have_attribute("data-drawn", "-90")
    demand_that_strong_pain_leaves_the_hatch(page, spot_on_living(page, 0.02, 0.114))


def test_strong_pain_on_the_side_of_the_neck_leaves_the_hatch_of_a_flat_view(flat: Watched) -> None:
    page = flat.page
    steps.button(page, "map-view-right").click()
    x, y = spot_on_flat(page, "neck_side_R")
    demand_that_strong_pain_leaves_the_hatch(page, (x, y + 24))


def test_the_living_map_turns_by_keys_and_by_buttons(living: Watched, axe: Axe) -> None:
    page = living.page
    figure(page).focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("canvas")).to_have_attribute("data-drawn", "-165")
    aside = say("map-seen-aside", degrees=15, toward="right")
    expect(figure(page)).to_have_attribute("aria-valuetext", f"{say('map-seen-back')}, {aside}")
    expect(figure(page)).to_have_accessible_description(say("map-turn-keys"))
    page.keyboard.press("f")
    expect(figure(page)).to_have_attribute("aria-valuetext", say("map-seen-front"))
    expect(steps.button(page, "map-view-front")).to_have_attribute("aria-pressed", "true")
    steps.button(page, "map-view-left").click()
    expect(page.locator("canvas")).to_have_attribute("data-drawn", "90")
    steps.button(page, "map-turn-left").click()
    expect(page.locator("canvas")).to_have_attribute("data-drawn", "45")
    axe(page)


def test_the_living_map_is_tilted_by_a_control_of_its_own(living: Watched) -> None:
    page = living.page
    tilt = page.get_by_role("slider", name=say("map-tilt"))
    expect(tilt).to_have_attribute("aria-valuetext", say("map-tilted", way="level", degrees=0))
    tilt.press("ArrowUp")
    above = say("map-tilted", way="above", degrees=5)
    expect(tilt).to_have_attribute("aria-valuetext", above)
    expect(figure(page)).to_have_attribute("aria-valuetext", f"{say('map-seen-back')}, {above}")


def test_the_living_map_turns_by_drag_with_the_turning_tool(living: Watched) -> None:
    page = living.page
    steps.button(page, "map-tool-turn").click()
    stroke(page, spot_on_living(page, 0, 0), spot_on_living(page, 0.25, 0))
    expect(page.locator("canvas")).not_to_have_attribute("data-drawn", "180")
    wait_until(page, lambda: marked(page) == set())


def test_a_finger_beside_the_body_scrolls_the_page_and_one_on_it_does_not(living: Watched) -> None:
    page = living.page
    touch = """(figure, [x, y]) => {
        const box = figure.getBoundingClientRect();
        const at = {clientX: box.left + x * box.width, clientY: box.top + y * box.height};
        const to = {...at, pointerId: 7, pointerType: "touch", button: 0, bubbles: true};
        figure.setPointerCapture = () => {};
        figure.dispatchEvent(new PointerEvent("pointerdown", to));
        const scrolls = figure.dispatchEvent(new Event("touchmove", {bubbles: true, cancelable: true}));
        figure.dispatchEvent(new PointerEvent("pointercancel", to));
        return scrolls;
    }"""
    assert [figure(page).evaluate(touch, at) for at in ([0.02, 0.05], [0.5, 0.7])] == [True, False]


def test_on_a_flat_view_one_paints_though_the_turning_tool_was_chosen(living: Watched) -> None:
    page = living.page
    steps.button(page, "map-tool-turn").click()
    steps.button(page, "map-view-arms").click()
    expect(steps.button(page, "map-brush-2")).to_have_attribute("aria-pressed", "true")
    x, y = spot_on_flat(page, "deltoid_lat_R")
    stroke(page, (x, y), (x, y + 40))
    wait_until(page, lambda: "deltoid_lat_R" in marked(page))
    look_from_behind(page)
    expect(steps.button(page, "map-tool-turn")).to_have_attribute("aria-pressed", "true")


def test_a_stroke_before_and_one_after_the_arms_are_taken_back_one_by_one(living: Watched) -> None:
    page = living.page
    steps.button(page, "map-brush-1").click()
    stroke(page, spot_on_living(page, 0.12, 0.02), spot_on_living(page, 0.18, 0.0))
    wait_until(page, lambda: marked(page) != set())
    first = marked(page)
    steps.button(page, "map-view-arms").click()
    look_from_behind(page)
    stroke(page, spot_on_living(page, -0.12, 0.02), spot_on_living(page, -0.18, 0.0))
    steps.button(page, "map-undo").click()
    wait_until(page, lambda: marked(page) == first != set())


def test_the_living_map_takes_one_context_of_webgl_however_often_it_is_left(open_page: OpenPage) -> None:
    watched = open_page(has_webgl=True, viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    page = watched.page
    page.evaluate(
        """() => {
            const make = HTMLCanvasElement.prototype.getContext;
            window.drawn = new Set();
            HTMLCanvasElement.prototype.getContext = function (...how) {
                const made = make.apply(this, how);
                if (made instanceof WebGL2RenderingContext) window.drawn.add(made);
                return made;
            };
        }"""
    )
    go_to_the_map(watched)
    for _ in range(3):
        expect(page.locator("canvas[data-drawn]")).to_be_visible()
        steps.button(page, "map-view-arms").click()
        expect(page.locator('[data-outline="hand_mid_L"]')).to_be_visible()
        steps.button(page, "map-view-back").click()
    steps.mark(page, "shoulder_top_R")
    steps.button(page, "where-done").click()
    expect(steps.button(page, "feel-familiar")).to_be_visible()
    expect(page.locator("canvas[data-drawn]")).to_be_visible()
    assert page.evaluate("[...window.drawn].filter((one) => !one.isContextLost()).length") == 1


def test_a_stroke_on_the_living_map_marks_the_places_it_goes_over(living: Watched) -> None:
    page = living.page
    steps.button(page, "map-brush-1").click()
    stroke(page, spot_on_living(page, 0.12, 0.02), spot_on_living(page, 0.18, 0.0))
    around = {"scap_upper_R", "acromion_R", "neck_shoulder_angle_R"}
    wait_until(page, lambda: {"shoulder_top_R"} <= marked(page) <= {"shoulder_top_R", *around})
    steps.button(page, "map-undo").click()
    wait_until(page, lambda: marked(page) == set())


def test_a_stroke_on_the_flat_map_marks_the_places_it_goes_over(flat: Watched) -> None:
    page = flat.page
    steps.button(page, "map-brush-1").click()
    crossed = ("scap_body_L", "scap_medial_L", "interscap_L")
    stroke(page, *(spot_on_flat(page, name) for name in crossed))
    wait_until(page, lambda: marked(page) == set(crossed))


def test_a_broad_brush_reaches_the_neighbours(flat: Watched) -> None:
    page = flat.page
    steps.button(page, "map-brush-3").click()
    x, y = spot_on_flat(page, "scap_medial_L")
    stroke(page, (x, y), (x, y + 12))
    wait_until(page, lambda: {"scap_medial_L"} < marked(page))


def test_a_tap_marks_one_place_and_a_second_tap_takes_it_away(flat: Watched) -> None:
    page = flat.page
    page.mouse.click(*spot_on_flat(page, "occiput_R"))
    wait_until(page, lambda: marked(page) == {"occiput_R"})
    page.mouse.click(*spot_on_flat(page, "occiput_R"))
    wait_until(page, lambda: marked(page) == set())


def test_without_webgl_the_map_is_flat_by_itself_and_loads_no_three(flat: Watched, axe: Axe) -> None:
    page = flat.page
    expect(page.locator("canvas")).to_have_count(0)
    loaded = page.evaluate("performance.getEntriesByType('resource').map((one) => one.name)")
    assert [address for address in loaded if "scene" in address] == []  # the worker keeps a copy; the page takes none
    steps.button(page, "map-view-front").click()
    expect(page.locator('[data-outline="sternum"]')).to_be_visible()
    axe(page)


def test_the_map_falls_back_when_webgl_is_lost(living: Watched) -> None:
    page = living.page
    page.locator("canvas").evaluate("c => c.getContext('webgl2').getExtension('WEBGL_lose_context').loseContext()")
    expect(page.locator("canvas")).to_have_count(0)
    expect(page.locator('[data-outline="neck_post_R"]')).to_be_visible()


def test_the_map_is_heard_as_a_tree_of_places_with_their_state(living: Watched) -> None:
    page = living.page
    tree = page.get_by_role("tree", name=say("map-tree"))
    tree.get_by_role("treeitem", name=say("map-group-P"), exact=True).focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    right = say("map-place", place=say("region-occiput"), side="right")
    expect(tree.get_by_role("treeitem", name=right, exact=True)).to_be_focused()
    page.keyboard.press("Space")
    expect(place(page, "occiput_R")).to_be_checked()
    page.keyboard.press("7")
    said = say("map-place-marked", place=right, strength=7)
    expect(tree.get_by_role("treeitem", name=said, exact=True)).to_be_focused()
    page.keyboard.press("t")
    top = say("map-place", place=say("region-shoulder_top"), side="left")
    expect(tree.get_by_role("treeitem", name=top, exact=True)).to_be_focused()


def test_the_tree_takes_away_a_place_of_another_pain(living: Watched) -> None:
    page = living.page
    steps.mark(page, "shoulder_top_R", "6")
    steps.button(page, "map-pain-another").click()
    steps.mark(page, "temple_L", "3")
    place(page, "shoulder_top_R").focus()
    page.keyboard.press("Space")
    expect(place(page, "shoulder_top_R")).not_to_be_checked()
    expect(place(page, "temple_L")).to_be_checked()


def test_a_place_that_the_keys_reach_turns_toward_the_eye(living: Watched) -> None:
    page = living.page
    place(page, "sternum").focus()
    expect(figure(page)).to_have_attribute("aria-valuetext", re.compile(say("map-seen-front")))
    place(page, "hand_mid_L").focus()
    expect(steps.button(page, "map-view-arms")).to_have_attribute("aria-pressed", "true")
    expect(page.locator('[data-outline="hand_mid_L"]')).to_be_visible()


def test_two_pains_keep_their_own_strength_kind_and_age(living: Watched, axe: Axe) -> None:
    page = living.page
    steps.mark(page, "shoulder_top_R", "6")
    page.get_by_text(say("map-pain-more"), exact=True).click()
    steps.button(page, "pain-kind-burning").click()
    steps.button(page, "pain-since-weeks").click()
    steps.button(page, "map-pain-another").click()
    steps.mark(page, "temple_L", "3")
    axe(page)
    kept = page.evaluate("JSON.parse(sessionStorage.getItem('unknot-visit'))")
    assert kept["drawing"] == {"shoulder_top_R": 6, "temple_L": 3}
    assert kept["pains"] == [
        {"places": ["shoulder_top_R"], "strength": 6, "kind": "burning", "since": "weeks", "dabs": []},
        {"places": ["temple_L"], "strength": 3, "kind": None, "since": None, "dabs": []},
    ]
    page.reload()
    expect(place(page, "temple_L")).to_be_checked()


def test_peeling_shows_the_muscles_and_bones_are_named(living: Watched) -> None:
    page = living.page
    skin = page.locator("canvas").screenshot()
    steps.button(page, "map-depth-superficial").click()
    steps.button(page, "map-bones").click()
    expect(page.get_by_text(say("landmark-c7"), exact=True).first).to_be_attached()
    expect(steps.button(page, "map-depth-deep")).to_be_visible()
    wait_until(page, lambda: page.locator("canvas").screenshot() != skin)


def test_the_muscle_of_a_finding_glows_in_the_living_body(living: Watched, axe: Axe) -> None:
    page = living.page
    steps.mark(page, "shoulder_top_R")
    steps.button(page, "where-done").click()
    expect(steps.button(page, "feel-familiar")).to_be_visible()
    expect(page.locator("canvas[data-drawn]")).to_be_visible()
    axe(page)
