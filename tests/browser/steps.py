"""The steps of a visit, by what a person reads on the screen."""

import re
from contextlib import suppress

from playwright.sync_api import Page, TimeoutError, expect

from unknot.words import say

_MORE_THAN_ALL_SKIPS = 60
_A_MOMENT_MS = 1000

HEALTHY = {
    "sex-at-birth": "male-at-birth",
    "unlike-usual": "known-pain",
    "health-changed": "health-as-before",
}


def button(page: Page, message: str, **arguments: str | int):
    return page.get_by_role("button", name=say(message, **arguments), exact=True)


def answer(page: Page, question: str) -> None:
    """Gives a question the answer of someone who is well but for a stiff, sore neck."""
    expect(page.get_by_role("heading", level=1)).to_have_text(say(f"question-{question}"))
    if question == "age":
        page.get_by_role("textbox", name=say("question-age")).fill("35")
        button(page, "app-go-on").click()
    elif question == "pain-now":
        page.get_by_role("slider").fill("4")
        button(page, "app-go-on").click()
    elif question in HEALTHY:
        page.get_by_role("button", name=say(f"sign-{HEALTHY[question]}"), exact=True).click()
    else:
        button(page, "answer-none").click()


def open_check_in(page: Page, from_home: str, words: str = "") -> None:
    """From the start page past the first box, empty or with these words in it."""
    button(page, from_home).click()
    heading(page, "own-words-label")
    page.get_by_role("textbox", name=say("own-words-label")).fill(words)
    button(page, "app-go-on" if words else "own-words-skip").click()


def tick(page: Page, *signs: str) -> None:
    """Ticks options of the question on the screen and goes on."""
    for sign in signs:
        page.get_by_role("checkbox", name=say(f"sign-{sign}"), exact=True).check()
    button(page, "app-go-on").click()


def check_in(page: Page, *questions: str) -> None:
    for question in questions:
        answer(page, question)


FIRST_VISIT = (
    "any-of-these",
    "age",
    "sex-at-birth",
    "unlike-usual",
    "pain-now",
    "health",
    "course",
)


def mark(page: Page, place: str, strength: str = "6") -> None:
    """Marks a place of the body by keyboard."""
    page.locator(f"[data-place={place}]").first.focus()
    page.keyboard.press(strength)


def heading(page: Page, message: str, **arguments: str | int) -> None:
    """Waits until a screen with this heading is there."""
    expect(page.get_by_role("heading", level=1)).to_have_text(say(message, **arguments))


def find_the_muscle(page: Page) -> None:
    """Says of every place that is felt for that it is the familiar pain, yes to the rest, then goes on to the plan."""
    plan = page.get_by_role("button", name=re.compile(f"{say('feel-to-plan')}|{say('feel-to-care')}"))
    answer = button(page, "feel-familiar").or_(button(page, "feel-yes"))
    expect(plan.or_(answer)).to_be_visible()
    while answer.is_visible():
        asked = answer.element_handle()
        answer.click()
        asked.wait_for_element_state("hidden")  # its place is taken by the next question, or by what it could be
        expect(plan.or_(answer)).to_be_visible()
    plan.click()
    heading(page, "plan-title")


def begin(page: Page) -> None:
    """From the plan into the running session."""
    page.get_by_role("main").get_by_text(re.compile("^Begin")).click()
    heading(page, "session-ready")
    button(page, "session-begin").click()
    expect(button(page, "session-stop")).to_be_visible()


def press_for_two_seconds(page: Page) -> None:
    """Skips settling and kneading, is ready before the time, then holds while the countdown falls by two."""
    for _ in ("settle", "knead"):
        button(page, "session-skip").click()
    expect(page.get_by_text(say("session-kind", kind="ready", repetition=1, repetitions=1), exact=True)).to_be_visible()
    page.keyboard.press("n")
    expect(page.get_by_text(say("session-kind", kind="hold", repetition=1, repetitions=2), exact=True)).to_be_visible()
    wait_until_left(page, 28)


def seconds_left(page: Page) -> int:
    """What the countdown shows."""
    return int(page.get_by_role("timer").inner_text())


def wait_until_left(page: Page, seconds: int) -> None:
    """Waits until the countdown shows so many seconds or fewer: who looks rarely misses some."""
    timer = page.get_by_role("timer").element_handle()
    page.wait_for_function("([timer, seconds]) => Number(timer.innerText) <= seconds", arg=[timer, seconds])


def skip_to_the_end(page: Page) -> None:
    """Skips every step of a running session."""
    after = page.get_by_role("heading", name=say("after-title"))
    skip = button(page, "session-skip")
    for _ in range(_MORE_THAN_ALL_SKIPS):
        expect(after.or_(skip).first).to_be_visible()
        if after.is_visible():
            return
        with suppress(TimeoutError):  # it may have ended a moment ago
            skip.click(timeout=_A_MOMENT_MS)
        page.wait_for_timeout(50)
    raise AssertionError(f"skipped {_MORE_THAN_ALL_SKIPS} times, and no end")


def tell_how_it_was(page: Page) -> None:
    """Less pain, easier to turn, it helped."""
    heading(page, "after-title")
    page.get_by_role("slider", name=say("after-before")).fill("6")
    page.get_by_role("slider", name=say("after-after")).fill("3")
    button(page, "after-turning-easier").click()
    button(page, "after-helped-yes").click()
    button(page, "after-keep").click()
