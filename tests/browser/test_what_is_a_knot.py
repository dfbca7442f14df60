"""The page that explains what a knot is."""

from playwright.sync_api import expect
from tests.browser import steps

from unknot.knowledge import load_knowledge
from unknot.words import say


def test_the_page_on_knots_says_every_lesson(phone) -> None:
    page = phone.page
    page.goto(f"{phone.address}/#/knot")
    steps.heading(page, "knot-title")
    for lesson in load_knowledge().lessons:
        expect(page.get_by_text(say(lesson.id), exact=True)).to_be_visible()
