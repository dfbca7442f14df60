"""The living map in a real browser without a graphics card: its download, its first frame, its frames while turning.

Chromium draws WebGL in software here (SwiftShader), which is the slowest case there is; a laptop's graphics card is not
measured. Needs the built front end and Chromium (UNKNOT_CHROMIUM names another one than the system's).

Run: python bench/atlas.py
"""

import gzip
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, Response, expect, sync_playwright
from server import RUN, running

sys.path.append(str(Path(__file__).resolve().parents[1]))
from tests.browser import steps

DOWNLOAD_LIMIT_KB = 350
FIRST_FRAME_LIMIT_S = 0.3
SOFTWARE_FRAMES_LIMIT = 10
FRESH_CONTEXTS = 5
TURNING_MS = 3000
FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
]
OF_THE_MAP = re.compile(r"/assets/scene-[^/]+\.js$|/atlas/body\.bin$")

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
    steps.button(page, "home-where").click()
    page.evaluate(_WATCH)
    steps.check_in(page, *steps.FIRST_VISIT)
    expect(page.locator("canvas[data-drawn]")).to_be_visible()
    page.wait_for_function("window.drawn.length > 0")
    return page


def measure(browser: Browser) -> tuple[float, float, float]:
    """Kilobytes of three.js and model, gzipped; seconds from having them to the first frame; frames per second."""
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
    program = os.environ.get("UNKNOT_CHROMIUM") or shutil.which("chromium")
    if program is None:
        print("atlas: not measured, there is no Chromium on this machine")
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        measure(browser)
        sizes, firsts, frames = zip(*(measure(browser) for _ in range(FRESH_CONTEXTS)), strict=True)
        browser.close()
    for claim, value, unit, limit in (
        ("three.js and model, gzipped", max(sizes), "kB", DOWNLOAD_LIMIT_KB),
        ("first frame in software after loading", median(firsts), "s", FIRST_FRAME_LIMIT_S),
        ("frames in software while turning, at least", median(frames), "/s", SOFTWARE_FRAMES_LIMIT),
    ):
        print(f"atlas, {claim}: {value:.2f} {unit} (limit {limit} {unit}, ratio {value / limit:.2f})")


if __name__ == "__main__":
    main()
