"""A whole session, from Begin to the question after it, for those who cannot see, hear, use both hands, bear motion or
read small print."""

import itertools
import re
from collections.abc import Iterator

from playwright.sync_api import Page, expect
from tests.browser import steps
from tests.browser.conftest import OpenPage
from tests.browser.prepared import open_visit

from unknot.cli.playing import said
from unknot.guiding import Cue, CueSheet, Tone, breath_at, saying_at
from unknot.words import say
from voice.manifest import read_manifest
from voice.sentences import sentences_of

PHONE = {"width": 390, "height": 844}
LOOK_S = 0.25
AFTER_TONE_MS = 700
SMALLEST_TARGET_PX = 44
TOUCHES_MS = {
    "start": [60],
    "halfway": [30, 80, 30],
    "release": [240],
    "switch": [60, 120, 60],
    "stop": [120, 80, 240],
    "end": [60, 120, 60, 120, 240],
    "in": [20, 60, 20, 60, 20],
    "out": [110],
}
SILENT = """
if (location.protocol === "http:") localStorage.setItem("unknot-sound", '{"heard":"silent","volume":0.7,"speed":1}');
"""
TONES_ONLY = SILENT.replace("silent", "tones")

ANNOUNCED = """
globalThis.announced = [];
const LIVE = "[aria-live=polite], [aria-live=assertive], [role=status]:not([aria-live=off]), [role=alert]";
new MutationObserver((changes) => {
  const regions = changes.flatMap(({ target, addedNodes }) => [target, ...addedNodes].flatMap((node) => {
    const element = node instanceof Element ? node : node.parentElement;
    return element ? [element.closest(LIVE), ...element.querySelectorAll(LIVE)].filter(Boolean) : [];
  }));
  for (const region of new Set(regions)) {
    const words = region.textContent.trim();
    if (words && words !== region.announced) announced.push(words);
    region.announced = words;
  }
}).observe(document, { subtree: true, childList: true, characterData: true });
"""
SEEN = """() => ({
  caption: document.querySelector("h1")?.textContent,
  left: document.querySelector("[role=timer]")?.textContent,
  breath: document.querySelector(".breath .kicker")?.textContent.replace(/\\s+/g, " "),
  moves: document.getAnimations().length,
  picture: [...(document.querySelector(".figure")?.innerHTML ?? "")].reduce(
    (sum, sign) => (31 * sum + sign.charCodeAt(0)) | 0, 0
  ),
  beat: document.querySelector(".beat")?.getBoundingClientRect().width ?? 0,
})"""
FITS = """() => {
  const inside = (box) => box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight + 1 && box.right <= innerWidth + 1;
  const stop = document.querySelector("button.stop");
  const box = stop?.getBoundingClientRect();
  const cut = [...document.querySelectorAll("main *")].filter((one) =>
    [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()) &&
    !one.closest("[hidden], .only-read-aloud") &&
    one.getBoundingClientRect().width > 0 &&
    (one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== "inline" ||
      one.getBoundingClientRect().left < 0 || one.getBoundingClientRect().right > innerWidth + 1)
  );
  return {
    wider: document.querySelector("main").scrollWidth - innerWidth,
    cut: cut.map((one) => one.textContent.trim()),
    stops: !stop || inside(box) &&
      stop.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)),
  };
}"""
TARGETS = """() => [...document.querySelectorAll("main :is(button, a, input, summary)")].flatMap((one) => {
  const box = (one.closest("label") ?? one).getBoundingClientRect();
  if (box.width === 0 || one.closest("[hidden]")) return [];
  return [{ name: one.ariaLabel ?? one.textContent.trim(), width: box.width, height: box.height, y: box.y }];
})"""


def main_line(sheet: CueSheet) -> Iterator[Cue]:
    """The cues as they come when nothing turns the session."""
    index = 0
    while index < len(sheet.cues):
        yield sheet.cues[index]
        index = index + 1 if (to := sheet.cues[index].goes_to) is None else to


def told(sheet: CueSheet) -> list[tuple[int, str]]:
    """Everything that is to be said when nobody answers, with the milliseconds since Begin, as the terminal says it."""
    lines, begins_ms = [], 0
    for cue in main_line(sheet):
        changes = sorted({0, cue.for_ms // 2, *(line.at_ms for line in cue.lines)})
        for at_ms in changes:
            saying = saying_at(sheet, cue.at_ms + at_ms, ())
            if saying is not None and saying.at_ms == at_ms:
                lines.append((begins_ms + at_ms, said(sheet, cue, message=saying.say)))
        begins_ms += cue.for_ms
    return lines


def in_turn(words: list[str]) -> list[str]:
    """The same without what only repeats what stood there before."""
    return [one for one, _ in itertools.groupby(words)]


def nameless(page: Page) -> list[str]:
    """The roles of everything in the accessibility tree that can be worked or is a picture, and has no name."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    worked = {"button", "link", "slider", "radio", "checkbox", "textbox", "image", "heading"}
    return [
        node["role"]["value"]
        for node in nodes
        if not node["ignored"] and node["role"]["value"] in worked and not node.get("name", {}).get("value")
    ]


def tab_through(page: Page, times: int) -> list[str]:
    """The names of what has the focus, one press of Tab after another."""
    names = []
    for _ in range(times):
        names.append(page.evaluate("document.activeElement.ariaLabel ?? document.activeElement.textContent.trim()"))
        page.keyboard.press("Tab")
    return names


def test_someone_blind_hears_every_cue_once_and_by_the_voice_alone(open_page: OpenPage) -> None:
    visit = open_visit(open_page(viewport=PHONE), ANNOUNCED)
    page = visit.page
    assert nameless(page) == []
    assert page.evaluate("document.activeElement.textContent") == say("session-ready")
    visit.begin()
    assert nameless(page) == []
    assert tab_through(page, 4) == [say(f"session-{one}") for one in ("pause", "stop", "skip", "sound")]
    visit.let_all_pass()

    ms = {sentence: sound.ms for sentence, sound in read_manifest().items()}
    wanted = [ms[sentence] for _, words in told(visit.sheet) for sentence in sentences_of(words)]
    assert [clip["lasts_ms"] for clip in visit.clock.sounds("clip")] == wanted
    assert page.evaluate("announced") == []
    steps.heading(page, "after-title")
    assert page.evaluate("document.activeElement.textContent") == say("after-title")
    assert nameless(page) == []
    visit.tell()


def test_with_tones_alone_a_screen_reader_says_every_cue_and_every_change_once(open_page: OpenPage) -> None:
    visit = open_visit(open_page(viewport=PHONE), TONES_ONLY, ANNOUNCED)
    page = visit.page
    visit.begin()
    page.keyboard.press("Space")
    expect(page.get_by_text(say("cue-paused"))).to_be_visible()
    assert nameless(page) == []
    page.keyboard.press("Space")
    expect(page.get_by_text(say("cue-paused"))).to_have_count(0)
    visit.let_all_pass()
    steps.heading(page, "after-title")
    first, *later = in_turn([words for _, words in told(visit.sheet)])
    paused = f"{say('cue-paused')} {say('session-tap-to-go-on')}"
    heard = [re.sub(r"\s+", " ", words) for words in page.evaluate("announced")]
    assert heard == [first, paused, *later]
    assert visit.clock.sounds("clip") == []


def test_someone_deaf_sees_every_word_in_time_a_beat_and_each_second_and_feels_every_change(
    open_page: OpenPage,
) -> None:
    visit = open_visit(open_page(viewport=PHONE), SILENT)
    began_ms = visit.clock.now_ms
    visit.begin()
    visit.clock.look_each_time(SEEN)
    visit.let_all_pass()
    looks = visit.clock.looks
    steps.heading(visit.page, "after-title")

    lines = told(visit.sheet)
    late = {}
    for at_ms, words in lines:
        shown_ms = next(
            look["at_ms"] for look in looks if look["caption"] == words and look["at_ms"] >= began_ms + at_ms
        )
        late[words] = shown_ms - began_ms - at_ms
    assert {words: by_ms for words, by_ms in late.items() if by_ms > 2 * LOOK_S * 1000} == {}
    assert visit.clock.sounds("tone") == visit.clock.sounds("clip") == []

    over_ms = began_ms + visit.sheet.total_ms
    seconds = [look for look in looks if look["at_ms"] < over_ms and look["beat"] > 0]
    still = [
        (one["caption"], one["left"])
        for one, other in zip(seconds, seconds[8:], strict=False)
        if (one["left"], one["picture"], one["breath"]) == (other["left"], other["picture"], other["breath"])
    ]
    assert still == []
    assert len({tuple(pattern) for pattern in TOUCHES_MS.values()}) == len(TOUCHES_MS)
    felt = [one["pattern_ms"] for one in visit.clock.touches]
    breaths = [TOUCHES_MS["in"], TOUCHES_MS["out"]]
    assert [one for one in felt if one not in breaths] == [TOUCHES_MS[name] for name in changes_of(visit.sheet)]
    assert [felt.count(one) for one in breaths] == [breaths_in(visit.sheet, way) for way in ("in", "out")]
    visit.tell()


def breaths_in(sheet: CueSheet, way: str) -> int:
    """How often the breath turns that way in a session that nothing turns, where that is felt."""
    told = set()
    for index, cue in enumerate(main_line(sheet)):
        for since_ms in range(0, cue.for_ms, 100):
            breath = breath_at(sheet.steps[cue.step].breath, cue, since_ms)
            if breath is not None and breath.is_told and breath.way == way:
                told.add((index, breath.turned_ms))
    return len(told)


def changes_of(sheet: CueSheet) -> Iterator[str]:
    """What there is to be felt of a session that nothing turns, in its order."""
    for cue in main_line(sheet):
        if cue.tone is not Tone.NONE:
            yield cue.tone.value
        if cue.halfway_tone:
            yield "halfway"
    yield "end"


def test_one_hand_does_a_whole_session_with_its_thumb(open_page: OpenPage) -> None:
    visit = open_visit(open_page(viewport=PHONE, has_touch=True), hand="left")
    page = visit.page
    assert {step.hand.value for step in visit.sheet.steps if step.hand is not None} == {"left"}
    assert small(page) == []
    steps.button(page, "session-begin").tap()
    expect(steps.button(page, "session-begin")).to_have_count(0)
    kinds = set()
    while page.get_by_role("button", name=say("session-stop"), exact=True).is_visible():
        kinds.add(page.locator(".kicker span").first.text_content())
        assert small(page) == []
        assert out_of_reach(page) == []
        steps.button(page, "session-pause").tap(position={"x": 195, "y": 300})
        expect(page.get_by_text(say("cue-paused"))).to_be_visible()
        steps.button(page, "session-go-on").tap(position={"x": 195, "y": 300})
        steps.button(page, "session-skip").tap()
        visit.clock.let_pass(9)
    assert len(kinds) > 2
    visit.clock.let_pass(4)
    steps.heading(page, "after-title")
    assert small(page) == []
    visit.tell()


def small(page: Page) -> list[str]:
    """What has to be tapped and is too small for a thumb."""
    least = SMALLEST_TARGET_PX
    return [one["name"] for one in page.evaluate(TARGETS) if min(one["width"], one["height"]) < least]


def out_of_reach(page: Page) -> list[str]:
    """What has to be tapped in the upper third, where the thumb of the hand that holds the phone does not come."""
    return [one["name"] for one in page.evaluate(TARGETS) if one["height"] < 400 and one["y"] < PHONE["height"] / 3]


def test_who_asks_for_less_motion_gets_none_and_reads_the_breath(open_page: OpenPage) -> None:
    visit = open_visit(open_page(viewport=PHONE, reduced_motion="reduce"))
    visit.begin()
    visit.clock.look_each_time(SEEN)
    visit.let_all_pass()
    looks = [look for look in visit.clock.looks if look["left"] is not None]
    assert {look["moves"] for look in visit.clock.looks} == {0}
    pictures = in_turn([look["picture"] for look in looks])
    assert len(pictures) <= len(list(main_line(visit.sheet)))
    counted = {look["breath"] for look in looks if look["breath"]}
    longest = visit.sheet.plan.steps[0].breath
    assert {f"{say('cue-in')} {second}" for second in range(1, longest.in_ms // 1000 + 1)} <= counted
    assert {f"{say('cue-out')} {second}" for second in range(1, longest.out_ms // 1000 + 1)} <= counted
    steps.heading(visit.page, "after-title")
    visit.tell()


def test_with_text_twice_as_large_on_a_narrow_phone_nothing_is_cut_and_stop_is_always_there(large_print) -> None:
    visit = open_visit(large_print)
    page = visit.page
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "36px"
    fits = {"wider": 0, "cut": [], "stops": True}
    assert page.evaluate(FITS) == fits
    visit.begin()
    visit.clock.look_each_time(FITS)
    visit.let_all_pass()
    looks = [{name: look[name] for name in fits} for look in visit.clock.looks]
    assert len(looks) > visit.sheet.total_ms // 1000
    assert [look for look in looks if look != fits][:1] == []
    steps.heading(page, "after-title")
    assert page.evaluate(FITS) == fits
    visit.tell()
