"""The first screen in a real browser: how soon something is painted, and how much script it takes.

Needs the built front end and Chromium (UNKNOT_CHROMIUM names another one than the system's).

Run: python3 x.py bench first_screen
"""

import gzip
import tempfile
from pathlib import Path
from statistics import median

from bench._browser import chromium, chromium_path
from bench.server import RUN, running
from playwright.sync_api import Browser, Response

PAINT_LIMIT_S = 0.45
SCRIPT_LIMIT_KB = 100
FRESH_CONTEXTS = 5

_FIRST_PAINT = """() => new Promise((painted) => {
  new PerformanceObserver((list) => {
    const first = list.getEntriesByName("first-contentful-paint")[0];
    if (first) painted(first.startTime);
  }).observe({ type: "paint", buffered: true });
})"""


def first_screen(browser: Browser, address: str) -> tuple[float, int]:
    """Seconds to the first contentful paint, and the bytes of script loaded for the first screen, gzipped."""
    scripts: list[Response] = []
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    page.on("response", lambda answer: scripts.append(answer) if answer.request.resource_type == "script" else None)
    page.goto(address, wait_until="networkidle")
    painted_ms = page.evaluate(_FIRST_PAINT)
    sizes = [len(gzip.compress(script.body(), mtime=0)) for script in scripts]
    context.close()
    return painted_ms / 1e3, sum(sizes)


def main() -> None:
    """Print a line for each claim."""
    program = chromium_path()
    if program is None:
        print("first screen: not measured, there is no Chromium on this machine")
        return
    with tempfile.TemporaryDirectory() as folder, running(RUN, Path(folder)) as address, chromium(program) as browser:
        first_screen(browser, address)
        measured = [first_screen(browser, address) for _ in range(FRESH_CONTEXTS)]
    painted_s, script_kb = median(s for s, _ in measured), max(size for _, size in measured) / 1e3
    for claim, value, unit, limit in (
        ("painted after", painted_s, "s", PAINT_LIMIT_S),
        ("script it takes, gzipped", script_kb, "kB", SCRIPT_LIMIT_KB),
    ):
        print(f"first screen, {claim}: {value:.2f} {unit} (limit {limit} {unit}, ratio {value / limit:.2f})")


if __name__ == "__main__":
    main()
