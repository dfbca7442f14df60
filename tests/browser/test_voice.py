"""What a session sounds like in a real browser: the voice that is shipped, then another, then captions; or nothing."""

import io
import json
import re
from pathlib import Path

import httpx
import numpy as np
import pytest
import soundfile
import uuid_utils
from playwright.sync_api import Page, Route, expect
from tests.browser import steps
from tests.browser.conftest import OpenPage, Watched
from tests.contract.record import HEALTHY, SHOULDER

from unknot.words import say, sentences_of
from voice.manifest import SHELF, read_manifest

TONES = json.loads((Path(__file__).parents[2] / "src" / "unknot" / "cli" / "tones.json").read_text("utf-8"))
AFTER_TONE_S = 0.7
WITHIN_S = 0.02
WITHIN_MS = 2
SETTLE = sentences_of(say("cue-settle"))

HEARING = """
globalThis.heard = { clips: [], tones: [], said: [] };
for (const [kind, node] of [["clips", AudioBufferSourceNode], ["tones", OscillatorNode]]) {
  const start = node.prototype.start;
  node.prototype.start = function (when) {
    if (this.context instanceof AudioContext)
      heard[kind].push({
        when,
        lasts_ms: this.buffer ? Math.round(this.buffer.duration * 1000) : 0,
        hertz: this.frequency ? Math.round(this.frequency.value) : 0,
      });
    return start.apply(this, arguments);
  };
}
"""
A_VOICE = """
const voice = { localService: true, lang: "en-GB", default: true };
speechSynthesis.getVoices = () => [voice];
speechSynthesis.speak = (saying) => heard.said.push(saying.words);
globalThis.SpeechSynthesisUtterance = class { constructor(words) { this.words = words; } };
"""
CONTROLS = """
globalThis.controls = {};
navigator.mediaSession.setActionHandler = (action, handler) => { controls[action] = handler; };
"""
SIXTEEN_TIMES = """
const play = HTMLMediaElement.prototype.play;
HTMLMediaElement.prototype.play = function () {
  this.playbackRate = 16;
  globalThis.track = this;
  return play.apply(this);
};
"""
ONE_LASTS = """([wanted_ms, within_ms]) =>
  heard.clips.some((clip) => wanted_ms.some((ms) => Math.abs(clip.lasts_ms - ms) < within_ms))"""
AT_ITS_OWN_SPEED_FROM = """(name) => {
  const is_there = [...document.querySelectorAll("button")].some((one) => one.textContent.trim() === name);
  if (is_there) track.playbackRate = 1;
  return is_there;
}"""


@pytest.fixture
def phone(open_page: OpenPage) -> Watched:
    """A phone that asks the server for each sound, and so can be given damaged ones."""
    return open_page(viewport={"width": 390, "height": 844}, has_touch=True, service_workers="block")


def to_the_session(phone: Watched, *scripts: str) -> Page:
    """The room before the session of a sore right shoulder, in a page that was prepared to listen."""
    for script in (HEARING, *scripts):
        phone.page.add_init_script(script)
    with httpx.Client(base_url=phone.address, headers={"x-unknot": "1"}) as server:
        check_in, plan = new_id(), new_id()
        server.post("/api/check-ins", json={"id": check_in, "answers": HEALTHY}).raise_for_status()
        told = {"id": plan, "check_in": check_in, "situation": {"minutes": 5}, "drawing": SHOULDER.drawing}
        server.post("/api/plans", json=told).raise_for_status()
    phone.page.goto(f"{phone.address}/#/session/{plan}")
    phone.page.reload()
    steps.heading(phone.page, "session-ready")
    return phone.page


def new_id() -> str:
    return str(uuid_utils.uuid7())


def begin(page: Page) -> None:
    steps.button(page, "session-begin").click()
    expect(steps.button(page, "session-stop")).to_be_visible()


def heard(page: Page) -> dict[str, list]:
    return page.evaluate("heard")


def broken(*sentences: str):
    """Answers with something that is no sound in the place of the sounds of some sentences."""
    files = {read_manifest()[sentence].file for sentence in sentences}

    def answer(route: Route) -> None:
        if route.request.url.rpartition("/")[2] in files:
            route.fulfill(body=b"no sound at all", content_type="audio/ogg")
        else:
            route.continue_()

    return answer


def test_the_voice_that_is_shipped_says_each_sentence_on_the_audio_clock(phone) -> None:
    page = to_the_session(phone, A_VOICE)
    page.wait_for_load_state("networkidle")
    begin(page)
    page.wait_for_function("count => heard.tones.length > 0 && heard.clips.length >= count", arg=len(SETTLE))
    sounds = heard(page)
    first_tone = min(tone["when"] for tone in sounds["tones"])
    clips = sorted(sounds["clips"], key=lambda clip: clip["when"])
    assert clips[0]["when"] - first_tone == pytest.approx(AFTER_TONE_S, abs=0.001)
    manifest = read_manifest()
    assert [clip["lasts_ms"] for clip in clips[: len(SETTLE)]] == [manifest[sentence].ms for sentence in SETTLE]
    assert sounds["said"] == []


def test_a_line_with_a_damaged_sound_is_said_by_the_browsers_own_voice_and_the_others_are_not(phone) -> None:
    phone.page.route("**/voice/*.opus", broken(SETTLE[0]))
    page = to_the_session(phone, A_VOICE)
    page.wait_for_load_state("networkidle")
    begin(page)
    page.wait_for_function("count => heard.said.length > 0 && heard.clips.length > count", arg=len(SETTLE))
    assert heard(page)["said"] == [say("cue-settle")]


def test_without_any_voice_there_are_tones_and_every_word_is_shown(phone) -> None:
    phone.page.route("**/voice/manifest.json", lambda route: route.fulfill(body="not what it was"))
    page = to_the_session(phone)
    begin(page)
    steps.heading(page, "cue-settle")
    page.wait_for_function("() => heard.tones.length > 0")
    sounds = heard(page)
    assert sounds["clips"] == sounds["said"] == []


def test_silence_is_one_tap_away_and_makes_no_sound_at_all_not_even_at_stop(phone, axe) -> None:
    page = to_the_session(phone, A_VOICE)
    steps.button(page, "session-sound").click()
    page.get_by_label(say("session-heard-silent")).check()
    axe(page)
    steps.button(page, "session-sound").click()
    begin(page)
    steps.button(page, "session-skip").click()
    steps.button(page, "session-stop").click()
    steps.heading(page, "stop-ask")
    assert heard(page) == {"clips": [], "tones": [], "said": []}
    page.reload()
    assert json.loads(page.evaluate("localStorage.getItem('unknot-sound')"))["heard"] == "silent"


def test_the_panel_of_the_sound_shuts_when_the_keyboard_goes_elsewhere(phone) -> None:
    page = to_the_session(phone)
    opener = steps.button(page, "session-sound")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label(say("session-volume"))).to_be_visible()
    page.keyboard.press("Tab")
    expect(opener).to_have_attribute("aria-expanded", "true")
    opener.focus()
    page.keyboard.press("Shift+Tab")
    expect(opener).to_have_attribute("aria-expanded", "false")


def test_a_slower_voice_takes_longer(phone) -> None:
    page = to_the_session(phone)
    steps.button(page, "session-sound").click()
    page.get_by_label(say("session-speed")).fill("0.85")
    steps.button(page, "session-sound").click()
    page.wait_for_load_state("networkidle")
    begin(page)
    usual_ms = [sound.ms for sound in read_manifest().values()]
    slower_ms = [ms / 0.85 for ms in usual_ms if all(abs(ms / 0.85 - other) > WITHIN_MS for other in usual_ms)]
    page.wait_for_function(ONE_LASTS, arg=[slower_ms, WITHIN_MS])  # a slow machine has the first not ready in time


def breaths_after_s(page: Page, way: str) -> list[float]:
    """When the breath is to turn that way, in seconds after the first tone; as far as it is scheduled."""
    tones = heard(page)["tones"]
    first = min(tone["when"] for tone in tones)
    return sorted(tone["when"] - first for tone in tones if tone["hertz"] == TONES[way][0]["hertz"])


def test_the_breath_is_heard_at_the_pace_that_was_chosen_or_not_at_all(phone) -> None:
    page = to_the_session(phone)
    steps.button(page, "session-sound").click()
    page.get_by_label(say("session-pace")).fill("1")
    expect(page.get_by_text(say("session-pace-value", **{"in": 5, "out": 6}))).to_be_visible()
    steps.button(page, "session-sound").click()
    begin(page)
    page.wait_for_function("heard.tones.length > 0")
    ways = {way: breaths_after_s(page, way)[0] for way in ("out", "in")}
    assert ways == {"out": pytest.approx(5, abs=WITHIN_S), "in": pytest.approx(11, abs=WITHIN_S)}
    steps.button(page, "session-sound").click()
    page.evaluate("heard.tones = []")
    page.get_by_label(say("session-breathes")).uncheck()
    page.wait_for_function("heard.tones.length > 0")
    assert (breaths_after_s(page, "out"), breaths_after_s(page, "in")) == ([], [])
    page.reload()
    kept = json.loads(page.evaluate("localStorage.getItem('unknot-sound')"))
    assert (kept["breathes"], kept["pace"]) == (False, 1)


def test_the_controls_of_the_system_do_what_the_screen_does_and_tell_nobody_what_hurts(phone) -> None:
    page = to_the_session(phone, CONTROLS)
    begin(page)
    expect(page.get_by_role("timer")).to_be_visible()
    assert page.evaluate("navigator.mediaSession.metadata.title") == say("session-on-lock-screen")
    page.evaluate("controls.pause()")
    expect(page.get_by_text(say("session-tap-to-go-on"))).to_be_visible()
    assert page.evaluate("navigator.mediaSession.playbackState") == "paused"
    page.evaluate("controls.play()")
    expect(page.get_by_text(say("session-tap-to-go-on"))).to_have_count(0)
    page.evaluate("controls.nexttrack()")
    expect(page.get_by_text(say("session-kind", kind="settle", repetition=1, repetitions=1), exact=True)).to_have_count(
        0
    )
    page.evaluate("controls.stop()")
    steps.heading(page, "stop-ask")


def make_track(page: Page) -> None:
    page.get_by_text(say("session-track"), exact=True).click()
    steps.button(page, "session-track-make").click()
    expect(steps.button(page, "session-track-play")).to_be_visible()


def saved(page: Page, link: str) -> tuple[str, bytes]:
    with page.expect_download() as download:
        page.get_by_role("link", name=say(link)).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def sheet_of(page: Page) -> dict:
    plan = page.url.rpartition("/")[2]
    return page.evaluate(f"fetch('/api/plans/{plan}/download').then((answer) => answer.json())")["sheet"]


def straight_on(sheet: dict) -> list[tuple[float, dict]]:
    """The cues of a session that nothing turns, each with its second."""
    way, index, at_s = [], 0, 0.0
    while index < len(sheet["cues"]):
        cue = sheet["cues"][index]
        way.append((at_s, cue))
        at_s += cue["for_ms"] / 1000
        index = index + 1 if cue["goes_to"] is None else cue["goes_to"]
    return way


def best_shift_s(track: np.ndarray, wanted: np.ndarray, at_s: float, rate_hz: int, reach_s: float = 0.25) -> float:
    """By how much later than `at_s` the wanted sound is in the track: where the two are most alike."""
    reach, start = round(reach_s * rate_hz), round(at_s * rate_hz)
    piece = np.pad(track, (reach, reach + len(wanted)))[start : start + len(wanted) + 2 * reach]
    return (int(np.argmax(np.correlate(piece, wanted, mode="valid"))) - reach) / rate_hz


def tone(notes: list[dict], rate_hz: int, lasts_s: float = 0.6) -> np.ndarray:
    """The first part of a tone, made from the same notes."""
    at = np.arange(round(lasts_s * rate_hz)) / rate_hz
    sounds = np.zeros_like(at)
    for note in notes:
        since = at - note["after_s"]
        rise = np.clip(since / note["attack_s"], 0, 1)
        fall = 1e-4 ** np.clip((since - note["attack_s"]) / (note["rings_s"] - note["attack_s"]), 0, 1)
        hull = np.where(since < 0, 0, np.where(rise < 1, 1e-4 ** (1 - rise), fall))
        sounds += note["loud"] * hull * np.sin(2 * np.pi * note["hertz"] * since)
    return sounds


def test_the_sound_track_has_every_tone_and_every_word_at_its_second(phone) -> None:
    page = to_the_session(phone)
    make_track(page)
    name, sound = saved(page, "session-track-save")
    _, captions = saved(page, "session-track-save-words")
    sheet = sheet_of(page)
    track, rate_hz = soundfile.read(io.BytesIO(sound), dtype="float32")
    assert re.fullmatch(r"unknot-session-\d{4}-\d\d-\d\d-\d+-min\.(ogg|wav)", name)
    way = straight_on(sheet)
    lasts_s = way[-1][0] + way[-1][1]["for_ms"] / 1000
    assert len(track) / rate_hz == pytest.approx(lasts_s + 4.8, abs=0.05)
    late = {}
    for at_s, cue in way:
        if cue["tone"] != "none":
            late[f"{cue['tone']} at {at_s}"] = best_shift_s(track, tone(TONES[cue["tone"]], rate_hz), at_s, rate_hz)
        if cue["say"] in ("cue-settle", "cue-release", "cue-move-slow-movement"):
            first = sentences_of(say(cue["say"]))[0]
            clip, clip_hz = soundfile.read(SHELF / read_manifest()[first].file, dtype="float32")
            assert clip_hz == rate_hz
            begins_s = at_s + (AFTER_TONE_S if cue["tone"] != "none" else 0)
            late[f"{first} at {at_s}"] = best_shift_s(track, clip, begins_s, rate_hz)
    assert len(late) > 8
    assert {what: shift_s for what, shift_s in late.items() if abs(shift_s) > WITHIN_S} == {}
    assert captions.decode().startswith("WEBVTT\n\n00:00:00.700 --> ")
    assert say("cue-settle") in captions.decode()


def test_a_session_follows_its_sound_track_to_the_end(phone) -> None:
    page = to_the_session(phone, CONTROLS, SIXTEEN_TIMES)
    make_track(page)
    steps.button(page, "session-track-play").click()
    page.wait_for_function("() => track.currentTime > 20")
    page.evaluate("controls.pause()")
    assert page.evaluate("track.paused")
    stood_s = page.evaluate("track.currentTime")
    page.evaluate("controls.play()")
    page.wait_for_function("(stood_s) => track.currentTime > stood_s + 5", arg=stood_s)
    assert heard(page)["clips"] == []
    expect(page.get_by_role("heading", name=say("after-title"))).to_be_visible()


def test_who_makes_the_sound_track_by_keyboard_hears_that_it_is_ready_and_begins_it_where_they_stand(phone) -> None:
    page = to_the_session(phone, CONTROLS, SIXTEEN_TIMES)
    page.get_by_text(say("session-track"), exact=True).click()
    steps.button(page, "session-track-make").focus()
    page.keyboard.press("Enter")
    play = steps.button(page, "session-track-play")
    expect(play).to_be_focused()
    expect(page.get_by_role("status").filter(has_text=say("session-track-made"))).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_function("() => track.currentTime > 1")


def test_stop_while_a_sound_track_plays_silences_it_and_ends_the_session(phone) -> None:
    page = to_the_session(phone, CONTROLS, SIXTEEN_TIMES)
    make_track(page)
    steps.button(page, "session-track-play").click()
    page.wait_for_function("() => track.currentTime > 5")
    page.evaluate("controls.stop()")
    steps.heading(page, "stop-ask")
    assert page.evaluate("track.paused")
    steps.button(page, "feeling-numb").click()
    steps.heading(page, "stop-numb")


def test_easing_leaves_the_track_that_says_the_old_ceiling_and_goes_on_live(phone) -> None:
    page = to_the_session(phone, SIXTEEN_TIMES)
    make_track(page)
    steps.button(page, "session-track-play").click()
    page.wait_for_function(AT_ITS_OWN_SPEED_FROM, arg=say("session-turn-ease"))
    steps.button(page, "session-turn-ease").click()
    page.wait_for_function("() => track.paused && heard.clips.length > 0")
    expect(steps.button(page, "session-stop")).to_be_visible()
    expect(page.get_by_text(say("session-tap-to-go-on"))).to_have_count(0)
