"""The living map in a real browser without a graphics card: its download, its first frame, its frames while turning.

Chromium draws WebGL in software here (SwiftShader), which is the slowest case there is; a laptop's graphics card is not
measured. Needs the built front end and Chromium (UNKNOT_CHROMIUM names another one than the system's).

Run: python3 x.py bench atlas
"""

import gzip
import re
import tempfile
from pathlib import Path
from statistics import median

from bench._browser import WEBGL_IN_SOFTWARE, chromium, chromium_path
from bench.server import RUN, running
from playwright.sync_api import Browser, Page, Response, expect
from tests.browser import steps

DOWNLOAD_LIMIT_KB = 350
FIRST_FRAME_LIMIT_S = 0.3
SOFTWARE_FRAMES_LIMIT = 10
FRESH_CONTEXTS = 5
TURNING_MS = 3000
OF_THE_MAP = re.compile(r"/assets/[^/]+\.js$|/atlas/body\.bin$")
"""Every script that comes with the map is counted, whatever it is named, and the model."""

_WATCH = """() => {
  window.drawn = [];
  new MutationObserver(() => requestAnimationFrame(() => window.drawn.push(performance.now())))
    .observe(document, { subtree: true, attributes: true, attributeFilter: ["data-drawn"] });
}"""
_FIRST_FRAME_MS = """() => {
  const all = performance.getEntriesByType("resource");
  const parts = all.filter((one) => /scene-[^/]+\\.js$|body\\.bin$/.test(one.name));
  return window.drawn[0] - Math.max(...parts.map((one) => one.responseEnd));
}"""
_FRAMES_PER_S = """async (turning_ms) => {
  const figure = document.querySelector('[role="slider"].figure');
  const begun = performance.now();
  const before = window.drawn.length;
  while (performance.now() - begun < turning_ms) {
    figure.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
    await new Promise((next) => setTimeout(next, 100));
  }
  return ((window.drawn.length - before) * 1000) / (performance.now() - begun);
}"""


def open_map(browser: Browser, address: str, answers: list[Response]) -> Page:
    """The map of a first visit, with the moments of its frames in `window.drawn`."""
    page = browser.new_context(locale="en-GB", viewport={"width": 390, "height": 844}).new_page()
    page.on("response", lambda answer: answers.append(answer) if OF_THE_MAP.search(answer.url) else None)
    page.goto(address)
    steps.open_check_in(page, "home-where")
    page.evaluate(_WATCH)
    *before, last = steps.FIRST_VISIT
    steps.check_in(page, *before)
    page.wait_for_load_state("networkidle")
    answers.clear()
    steps.check_in(page, last)
    expect(page.locator("canvas[data-drawn]")).to_be_visible()
    page.wait_for_function("window.drawn.length > 0")
    return page


def measure(browser: Browser) -> tuple[float, float, float]:
    """Kilobytes of the map's scripts and model, gzipped; seconds from having them to a frame; frames per second."""
    answers: list[Response] = []
    with tempfile.TemporaryDirectory() as folder, running(RUN, Path(folder)) as address:
        page = open_map(browser, address, answers)
        size = sum(len(gzip.compress(answer.body(), mtime=0)) for answer in answers)
        first_s = page.evaluate(_FIRST_FRAME_MS) / 1e3
        frames = page.evaluate(_FRAMES_PER_S, TURNING_MS)
        page.context.close()
    return size / 1e3, first_s, frames


def main() -> None:
    """Print a line for each claim."""
    program = chromium_path()
    if program is None:
        print("atlas: not measured, there is no Chromium on this machine")
        return
    with chromium(program, *WEBGL_IN_SOFTWARE) as browser:
        measure(browser)
        sizes, firsts, frames = zip(*(measure(browser) for _ in range(FRESH_CONTEXTS)), strict=True)
    for claim, value, unit, limit in (
        ("scripts and model of the map, if they were gzipped", max(sizes), "kB", DOWNLOAD_LIMIT_KB),
        ("first frame in software after loading", median(firsts), "s", FIRST_FRAME_LIMIT_S),
        ("frames in software while turning, at least", median(frames), "/s", SOFTWARE_FRAMES_LIMIT),
    ):
        print(f"atlas, {claim}: {value:.2f} {unit} (limit {limit} {unit}, ratio {value / limit:.2f})")


if __name__ == "__main__":
    main()
