"""How exact and how hard to break the guided session is, in a real browser.

- when tones are really heard, over a whole session, with a main thread four times slower that is busy nine tenths of it
- how soon after the press Stop is silent and says to let go
- what a session adds to the script of the first screen
- whether it goes on after its browser, or its tab, was killed
- whether an event is lost or doubled when the network is cut

Needs the built front end and Chromium (UNKNOT_CHROMIUM names another one than the system's). It takes half an hour.
`UNKNOT_BENCH_SHORT=1` measures three minutes of tones, ten kills and fifty cuts.

Run: python3 x.py bench session
"""

import gzip
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from bench import _session_cuts, _session_kills, _session_sound
from bench._browser import chromium_path
from bench._session_stage import FLAGS, Stage, tapped_page, write_past
from bench.server import RUN, running
from playwright.sync_api import Page, Playwright, Response, sync_playwright

CUE_LIMIT_MS = 10.0
STOP_LIMIT_MS = 50.0
SCRIPT_LIMIT_KB = 40.0
LONG_S, SHORT_S = 645, 180
IS_SHORT = bool(os.environ.get("UNKNOT_BENCH_SHORT"))


def measure_cues(playwright: Playwright, program: str, stage: Stage) -> None:
    """Print how far tones were from their places."""
    with tapped_page(playwright, program) as page:
        found = _session_sound.measure_cues(page, stage, stage.make_plan(), SHORT_S if IS_SHORT else LONG_S)
    worst_ms = float(np.percentile(np.abs(found.errors_ms), 99))
    _claim("cue error, 99th percentile", worst_ms, "ms", CUE_LIMIT_MS)
    print(
        f"session, cues heard: {len(found.errors_ms) + 1} over {found.at_s[-1]:.0f} s, {found.missing} not heard; "
        f"most {np.abs(found.errors_ms).max():.2f} ms off, drift {found.drift_ms:+.3f} ms"
    )


def measure_stops(playwright: Playwright, program: str, stage: Stage) -> None:
    """Print how soon Stop is silent, with a main thread as it is and with a slower one."""
    for slower in (1, _session_sound.SLOWER):
        plans = [stage.make_plan() for _ in range(_session_sound.STOPS)]
        with tapped_page(playwright, program) as page:
            found = _session_sound.measure_stops(page, stage, plans, slower)
        how = "the main thread as it is" if slower == 1 else f"the main thread {slower} times slower"
        for what, after_ms in (("silence", found.silent_ms), ("the tone that says let go", found.let_go_ms)):
            _claim(f"Stop to {what}, {how}, median", float(np.median(after_ms)), "ms", STOP_LIMIT_MS)
            _claim(f"  the worst of {len(after_ms)}", float(after_ms.max()), "ms", STOP_LIMIT_MS)
        print(f"session,   of that until the page knows, worst: {found.noticed_ms.max():.2f} ms")


def measure_script(playwright: Playwright, program: str, stage: Stage) -> None:
    """Print what a session adds to the script of the first screen."""
    browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
    page = browser.new_context(locale="en-GB", service_workers="block").new_page()
    first = _scripts_of(page, stage.address)
    page.goto("about:blank")
    session = _scripts_of(page, stage.session(stage.make_plan()))
    browser.close()
    added = sum(size for name, size in session.items() if name not in first)
    _claim("script that a session adds, gzipped", added / 1e3, "kB", SCRIPT_LIMIT_KB)


def _scripts_of(page: Page, address: str) -> dict[str, int]:
    scripts: list[Response] = []
    page.on("response", lambda answer: scripts.append(answer) if answer.request.resource_type == "script" else None)
    page.goto(address, wait_until="networkidle")
    return {script.url: len(gzip.compress(script.body(), mtime=0)) for script in scripts}


def measure_kills(playwright: Playwright, program: str, stage: Stage) -> None:
    """Print how many sessions went on after a kill."""
    found = _session_kills.measure_kills(playwright, program, stage, 10 if IS_SHORT else _session_kills.KILLS)
    print(
        f"session, gone on within one cue, paused: {found.went_on} of {found.kills} kills; "
        f"at most {found.most_lost_s} s played again; events missing or doubled: {found.lost_events}"
    )


def measure_cuts(playwright: Playwright, program: str, stage: Stage) -> None:
    """Print what became of events whose sending was cut."""
    browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
    page = browser.new_context(locale="en-GB").new_page()
    found = _session_cuts.measure_cuts(page, stage, 50 if IS_SHORT else _session_cuts.CUTS)
    browser.close()
    print(
        f"session, network cut {found.cuts:,} times over {found.events:,} events: "
        f"{found.lost} lost, {found.doubled} doubled"
    )


def _claim(what: str, value: float, unit: str, limit: float) -> None:
    print(f"session, {what}: {value:.2f} {unit} (limit {limit:g} {unit}, ratio {value / limit:.2f})", flush=True)


@contextmanager
def _lived_in_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        write_past(Path(folder))
        yield Path(folder)


def main() -> None:
    """Print a line for each claim."""
    program = chromium_path()
    if program is None:
        print("session: not measured, there is no Chromium on this machine")
        return
    for measure in (measure_script, measure_cues, measure_stops, measure_cuts, measure_kills):
        # each with a server of its own: what one session did changes what the next plan may do
        with (
            _lived_in_folder() as folder,
            running(RUN, folder) as address,
            sync_playwright() as driver,
        ):
            stage = Stage(address)
            stage.turn_voice_off()
            measure(driver, program, stage)


if __name__ == "__main__":
    main()
