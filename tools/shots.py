"""Takes the pictures of docs/pictures: the real thing, driven the real way, on a phone's screen.

A server with a data folder of its own, and Chromium, from the check-in to a stop. The browser is the one that
UNKNOT_CHROMIUM names, else /usr/bin/chromium.

Run: python3 x.py shots
"""

import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Locator, Page, ViewportSize, expect, sync_playwright

from palette import indexed
from unknot.words import say

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "pictures"
PHONE: ViewportSize = {"width": 390, "height": 844}
FIRST_VISIT = (
    "any-of-these", "age", "sex-at-birth", "unlike-usual", "pain-now", "health", "course",
)  # fmt: skip
ANSWERS = {
    "sex-at-birth": "sign-male-at-birth",
    "unlike-usual": "sign-known-pain",
}
"""What someone says who is well but for a stiff, sore neck; every other question is answered with "none of these"."""
MARKS = {"shoulder_top": "6", "neck_postlat": "5", "neck_shoulder_angle": "3"}
HOLD_SHOWN_MS = 9_000
GET_READY_MS = 20_000


def main() -> None:
    """Go the whole way once, and take each picture as it comes by."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, _server(Path(folder)) as address, _phone() as page:
        page.goto(address)
        _button(page, "home-where").click()
        _button(page, "own-words-skip").click()
        _check_in(page)
        _mark(page)
        _shoot(page, "where")
        _button(page, "where-done").click()
        _feel(page)
        _plan(page)
        _session(page)


def _check_in(page: Page) -> None:
    for question in FIRST_VISIT:
        _wait_for(page, f"question-{question}")
        if question == "pain-now":
            page.get_by_role("slider").fill("4")
            _button(page, "app-go-on").click()
        elif question == "age":
            page.get_by_role("textbox", name=say("question-age")).fill("35")
            _button(page, "app-go-on").click()
        else:
            _button(page, ANSWERS.get(question, "answer-none")).click()


def _mark(page: Page) -> None:
    _wait_for(page, "where-title")
    for region, strength in MARKS.items():
        place = page.locator(f'[role="treeitem"][data-place="{region}_R"]')
        place.focus()
        place.press(strength)
    page.evaluate("document.activeElement.blur()")


def _feel(page: Page) -> None:
    familiar, to_plan = _button(page, "feel-familiar"), _button(page, "feel-to-plan")
    expect(familiar).to_be_visible()
    _shoot(page, "feel")
    while familiar.is_visible():
        with page.expect_response("**/api/findings"):
            familiar.click()
        expect(to_plan.or_(familiar)).to_be_visible()
    to_plan.click()


def _plan(page: Page) -> None:
    _wait_for(page, "plan-title")
    begin = page.get_by_role("link", name=re.compile(f"^{say('plan-begin', time='').partition(' ')[0]} "))
    expect(begin).to_be_visible()
    page.get_by_role("list", name=say("plan-steps")).evaluate("steps => scrollTo(0, steps.offsetTop - 32)")
    _shoot(page, "plan")
    begin.click()


def _session(page: Page) -> None:
    _wait_for(page, "session-ready")
    _button(page, "session-begin").click()
    expect(_button(page, "session-stop")).to_be_visible()
    heading = page.get_by_role("heading", level=1)
    place = re.compile(say("cue-place-sustained-pressure", side="right", point=".*"))
    while not place.search(heading.inner_text()):
        before = heading.inner_text()
        _button(page, "session-skip").click()
        expect(heading).not_to_have_text(before)
    expect(heading).to_have_text(re.compile(say("cue-hold-sustained-pressure", ceiling=".*")), timeout=GET_READY_MS)
    page.wait_for_timeout(HOLD_SHOWN_MS)
    _shoot(page, "session")
    _button(page, "session-stop").click()
    _wait_for(page, "stop-ask")
    _shoot(page, "stop")


def _wait_for(page: Page, title: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(say(title))


def _button(page: Page, message: str) -> Locator:
    name = say(message)
    return page.get_by_role("button", name=name, exact=True).or_(page.get_by_role("link", name=name, exact=True))


def _shoot(page: Page, name: str) -> None:
    page.mouse.move(0, 0)  # so that nothing looks pointed at
    page.wait_for_timeout(400)  # for what fades in
    path = PICTURES / f"{name}.png"
    path.write_bytes(indexed(page.screenshot(), page.context))
    print(f"{path.name}: {path.stat().st_size // 1024} kB")


@contextmanager
def _server(data: Path) -> Iterator[str]:
    """A server that answers, and its address."""
    process = subprocess.Popen(
        [sys.executable, "-m", "unknot", "run", "--no-browser"],
        env=os.environ | {"UNKNOT_DATA": str(data)},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield _address(process)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=20)


def _address(process: subprocess.Popen[str]) -> str:
    for line in process.stdout or ():
        if found := re.search(r"http://\S+", line):
            return found[0]
    raise SystemExit("The server did not start; python3 x.py run says why.")


@contextmanager
def _phone() -> Iterator[Page]:
    """A page on a phone's screen, in daylight and with nothing moving."""
    with sync_playwright() as playwright:
        program = os.environ.get("UNKNOT_CHROMIUM", "/usr/bin/chromium")
        flags = ["--no-sandbox", "--disable-quic", "--disable-background-networking"]
        flags += ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"]  # the living map, without a graphics card
        browser = playwright.chromium.launch(executable_path=program, args=flags)
        context = browser.new_context(
            viewport=PHONE, device_scale_factor=2, has_touch=True, locale="en-GB", color_scheme="light"
        )
        yield context.new_page()
        browser.close()


if __name__ == "__main__":
    main()
