"""When the tones of a session are really heard, and how soon Stop is silent.

What leaves the page is tapped by an audio worklet. A tone has begun with the first sample that is not zero after
silence, which is exact to the sample; one that begins while another rings is not told apart and counts as not heard.
"""

import base64
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from bench._session_stage import Stage, throttle
from numpy.typing import NDArray
from playwright.sync_api import Page

Samples: TypeAlias = NDArray[np.float64]

SLOWER = 4
BLOCK_MS, EVERY_MS = 180, 200
"""The main thread is held for so long, and then again so soon: it is busy nine tenths of the time."""
STOPS = 20
_NEAR_S = 1.0
_RING_HZ, _LET_GO_HZ = 1325.0, 330.0
"""The bell's first overtone, which no tone of the two that say let go has; and the first of those."""
_LOOK_S, _WAIT_S = 0.01, 2.4
_RINGS_MS = 150
"""So long the bell has rung when Stop comes: it is loud by then, and has not faded."""
_GONE_SHARE, _HEARD = 0.03, 0.02
"""Of the bell's loudness when Stop came, and of the loudest that there can be: both some 30 dB down."""


@dataclass(frozen=True)
class Heard:
    """What a tap has written down: samples by their frame, and the clocks beside it."""

    onsets: list[int]
    rate: float
    pieces: dict[int, Samples]
    pressed: list[tuple[float, float, float]]
    """When a press came and when the page knew, in its milliseconds; and the audio clock then, in seconds."""

    def between(self, begin: int, end: int) -> Samples:
        """The samples of these frames; what was not written down was silent."""
        whole = np.zeros(end - begin)
        for frame, piece in self.pieces.items():
            low, high = max(frame, begin), min(frame + len(piece), end)
            if low < high:
                whole[low - begin : high - begin] = piece[low - frame : high - frame]
        return whole


@dataclass(frozen=True)
class CueErrors:
    """How far each tone was from its place, in milliseconds after the first one's, and how many were not heard."""

    errors_ms: Samples
    at_s: Samples
    missing: int

    @property
    def drift_ms(self) -> float:
        """By how much the error grows from the first tone to the last, by the line of least squares."""
        slope = np.polyfit(self.at_s, self.errors_ms, 1)[0]
        return float(slope * (self.at_s[-1] - self.at_s[0]))


def measure_cues(page: Page, stage: Stage, plan: str, last_s: float) -> CueErrors:
    """The errors of the tones in the first `last_s` seconds, with a slow and busy main thread."""
    sheet = stage.sheet(plan)
    places_s = [at_s for at_s in _tone_places_s(sheet) if at_s < last_s]
    offsets_s = [at_s - places_s[0] for at_s in places_s]
    _open(page, stage, plan, everything=False)
    throttle(page.context, page, SLOWER)
    page.evaluate("([block, every]) => (bench.keepBusy(block, every), bench.followSound())", [BLOCK_MS, EVERY_MS])
    page.keyboard.press("Enter")
    heard_s = min(last_s, sheet["total_ms"] / 1000) + 2
    page.wait_for_function("(seconds) => audioTime() > seconds", arg=heard_s, timeout=0, polling=5_000)
    heard = _take(page)
    onsets_s = (np.array(heard.onsets) - heard.onsets[0]) / heard.rate
    errors_s = [float(onsets_s[np.argmin(np.abs(onsets_s - at_s))]) - at_s for at_s in offsets_s[1:]]
    near = [
        (error_s * 1000, at_s) for error_s, at_s in zip(errors_s, offsets_s[1:], strict=True) if abs(error_s) < _NEAR_S
    ]
    return CueErrors(np.array([e for e, _ in near]), np.array([at for _, at in near]), len(errors_s) - len(near))


@dataclass(frozen=True)
class Stops:
    """For each Stop, in milliseconds from the press: until the page knew, to silence, to the tone that follows."""

    noticed_ms: Samples
    silent_ms: Samples
    let_go_ms: Samples


def measure_stops(page: Page, stage: Stage, plans: list[str], slower: int) -> Stops:
    """Stops a session while its first bell rings, by key and by mouse in turn.

    A finger is left out: a touch made by code reaches a Chromium without a screen some 25 to 60 ms late.
    """
    found = []
    for turn, plan in enumerate(plans):
        _open(page, stage, plan, everything=True)
        throttle(page.context, page, slower)
        page.keyboard.press("Enter")
        page.wait_for_function("bench.hasSounded()")
        page.wait_for_timeout(_RINGS_MS)
        if turn % 2:
            page.keyboard.press("Escape")
        else:
            page.get_by_role("button", name="Stop", exact=True).hover()
            page.mouse.down()
        page.wait_for_timeout(2_500)
        page.mouse.up()
        heard = _take(page)
        came_ms, known_ms, known_s = heard.pressed[-1]
        noticed_ms, known = known_ms - came_ms, round(known_s * heard.rate)
        sounds = (_silent_after(heard, known), _let_go_after(heard, known))
        found.append((noticed_ms, *(noticed_ms + (at - known) / heard.rate * 1000 for at in sounds)))
    return Stops(*np.array(found).T)


def _open(page: Page, stage: Stage, plan: str, *, everything: bool) -> None:
    page.goto("about:blank")
    page.goto(stage.session(plan))
    begin = page.get_by_role("button", name="Begin", exact=True)
    begin.wait_for()
    page.evaluate("(everything) => bench.prepare(everything)", everything)
    begin.focus()


def _take(page: Page) -> Heard:
    taken = page.evaluate("bench.take()")
    samples = np.frombuffer(base64.b64decode(taken["samples"]), dtype="<f4").astype(float).reshape(-1, 128)
    pieces = dict(zip(taken["frames"], samples, strict=True))
    return Heard(taken["onsets"], taken["rate"], pieces, [tuple(one) for one in taken["pressed"]])


def _tone_places_s(sheet: dict[str, Any]) -> list[float]:
    """Where the sheet has a tone: at the start of cues, in the middle of some, and at the end."""
    # what comes after the end is spare: it is played only when someone asks for it
    cues = [cue for cue in sheet["cues"] if cue["at_ms"] < sheet["total_ms"]]
    begun = [cue["at_ms"] for cue in cues if cue["tone"] != "none"]
    halves = [cue["at_ms"] + cue["for_ms"] / 2 for cue in cues if cue["halfway_tone"]]
    return sorted(at_ms / 1000 for at_ms in [*begun, *halves, sheet["total_ms"]])


def _silent_after(heard: Heard, frame: int) -> int:
    """The frame from which the bell that rang before is gone."""
    loud_before = _loud_at(heard, frame - round(_LOOK_S * heard.rate), _RING_HZ)
    return next(at for at in _frames_after(heard, frame) if _loud_at(heard, at, _RING_HZ) < _GONE_SHARE * loud_before)


def _let_go_after(heard: Heard, frame: int) -> int:
    """The frame from which the tone that says let go can be heard."""
    return next(at for at in _frames_after(heard, frame) if _loud_at(heard, at, _LET_GO_HZ) > _HEARD)


def _frames_after(heard: Heard, frame: int) -> range:
    return range(frame, frame + round(_WAIT_S * heard.rate), round(_LOOK_S * heard.rate) // 10)


def _loud_at(heard: Heard, frame: int, hertz: float) -> float:
    """The amplitude of one tone around a frame; others 300 Hz away count for next to nothing."""
    look = round(_LOOK_S * heard.rate)
    hull = np.hanning(look)
    wave = hull * np.exp(-2j * np.pi * hertz / heard.rate * np.arange(look))
    return float(2 * abs(heard.between(frame - look // 2, frame - look // 2 + look) @ wave) / hull.sum())
