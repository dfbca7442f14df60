"""A session as one sound track, in a real browser: how long it takes to make, and how large it is, as Opus and as WAV.

Needs the built front end and Chromium (UNKNOT_CHROMIUM names another one than the system's).

Run: python3 x.py bench sound_track
"""

import io
import re
import tempfile
from pathlib import Path

import soundfile
from bench._browser import chromium, chromium_path
from bench.server import RUN, running
from playwright.sync_api import Page, expect
from tests.browser import steps

from unknot.words import say

ROOT = Path(__file__).resolve().parents[1]
NO_ENCODER = "delete globalThis.AudioEncoder"
TEN_MIN_S = 600
MADE_LIMIT_S = 20
OPUS_LIMIT_MB = 4
VOICE_LIMIT_MB = 2


def to_the_session(page: Page) -> str:
    """From the front door to the room before a session; its address."""
    steps.open_check_in(page, "home-where")
    steps.check_in(page, *steps.FIRST_VISIT)
    steps.mark(page, "shoulder_top_R")
    steps.button(page, "where-done").click()
    steps.find_the_muscle(page)
    page.get_by_role("main").get_by_text(re.compile("^Begin")).click()
    steps.heading(page, "session-ready")
    return page.url


def made_track(page: Page) -> tuple[str, float, float, float]:
    """Its form, the seconds it took to make, its megabytes and the seconds that it lasts."""
    page.get_by_text(say("session-track"), exact=True).click()
    began_ms = page.evaluate("performance.now()")
    steps.button(page, "session-track-make").click()
    expect(steps.button(page, "session-track-play")).to_be_visible(timeout=120_000)
    took_s = (page.evaluate("performance.now()") - began_ms) / 1e3
    with page.expect_download() as download:
        page.get_by_role("link", name=say("session-track-save"), exact=True).click()
    sound = Path(download.value.path()).read_bytes()
    lasts_s = soundfile.info(io.BytesIO(sound)).duration
    return download.value.suggested_filename.rpartition(".")[2], took_s, len(sound) / 1e6, lasts_s


def main() -> None:
    """Print a line for each claim."""
    voice_mb = sum(file.stat().st_size for file in (ROOT / "web/public/voice").iterdir()) / 1e6
    print(f"the voice in the package: {voice_mb:.2f} MB (limit {VOICE_LIMIT_MB} MB)")
    program = chromium_path()
    if program is None:
        print("sound track: not measured, there is no Chromium on this machine")
        return
    with tempfile.TemporaryDirectory() as folder, running(RUN, Path(folder)) as address, chromium(program) as browser:
        page = browser.new_context(locale="en-GB").new_page()
        page.goto(address)
        session = to_the_session(page)
        measured = [made_track(page)]
        page.add_init_script(NO_ENCODER)
        page.goto(session)
        page.reload()
        steps.heading(page, "session-ready")
        measured.append(made_track(page))
    for form, took_s, size_mb, lasts_s in measured:
        scale = TEN_MIN_S / lasts_s
        print(
            f"sound track as {form}, {lasts_s / 60:.1f} min: made in {took_s:.1f} s, {size_mb:.2f} MB; "
            f"ten minutes: {took_s * scale:.1f} s (limit {MADE_LIMIT_S} s), {size_mb * scale:.2f} MB"
            + (f" (limit {OPUS_LIMIT_MB} MB)" if form == "ogg" else "")
        )


if __name__ == "__main__":
    main()
