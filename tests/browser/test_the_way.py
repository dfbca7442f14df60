"""From the front door to "your knots" and back, as a person goes it."""

import re

from playwright.sync_api import expect
from tests.browser import steps

from unknot.words import say


def test_a_first_visit_goes_all_the_way_and_the_next_one_starts_there(phone, axe) -> None:
    page = phone.page
    axe(page)
    steps.open_check_in(page, "home-where")
    axe(page)
    steps.check_in(page, *steps.FIRST_VISIT)

    steps.heading(page, "where-title")
    steps.mark(page, "shoulder_top_R")
    steps.mark(page, "neck_postlat_R", "4")
    axe(page)
    steps.button(page, "where-done").click()
    expect(steps.button(page, "feel-familiar")).to_be_visible()
    axe(page)
    steps.find_the_muscle(page)
    axe(page)
    steps.begin(page)
    axe(page)
    steps.press_for_two_seconds(page)
    steps.skip_to_the_end(page)
    axe(page)
    steps.tell_how_it_was(page)

    for cause in ("C1", "C2", "C3", "C4", "C5"):
        steps.heading(page, f"cause-{cause}")
        axe(page)
        steps.button(page, "cause-answer-often").click()
    steps.heading(page, "causes-named")
    axe(page)
    page.goto(f"{phone.address}/#/knots")
    expect(page.get_by_text(re.compile(say("muscle-upper_trapezius"))).first).to_be_visible()
    axe(page)

    page.goto(f"{phone.address}/#/")
    steps.heading(page, "home-welcome-back")
    axe(page)
    steps.open_check_in(page, "home-start")
    steps.check_in(page, "today", "after-tool", "pain-now", "health-changed")
    steps.heading(page, "where-title")
    steps.button(page, "where-as-last-time").click()
    expect(page.locator("[data-place=shoulder_top_R]").first).to_be_checked()


def test_stop_is_there_from_the_first_second_and_numbness_ends_the_session(phone, axe) -> None:
    page = phone.page
    steps.open_check_in(page, "home-where")
    steps.check_in(page, *steps.FIRST_VISIT)
    steps.mark(page, "shoulder_top_R")
    steps.button(page, "where-done").click()
    steps.find_the_muscle(page)
    steps.begin(page)
    session = page.url

    steps.button(page, "session-stop").click()
    steps.heading(page, "stop-ask")
    axe(page)
    steps.button(page, "feeling-numb").click()
    steps.heading(page, "stop-numb")
    expect(page.get_by_text(say("stop-not-today"))).to_be_visible()
    axe(page)

    page.goto(session)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text(say("stop-numb"))
    expect(steps.button(page, "session-begin")).to_have_count(0)


def test_an_emergency_fills_the_screen_and_leads_to_no_massage(desktop, axe) -> None:
    page = desktop.page
    steps.open_check_in(page, "home-where")
    steps.tick(page, "today-head")
    steps.heading(page, "question-head-signs")
    steps.tick(page, "thunderclap")

    steps.heading(page, "tier-emergency-now")
    expect(page.get_by_role("link", name="999")).to_have_attribute("href", "tel:999")
    axe(page)
    for screen in ("where", "feel", "plan"):
        page.goto(f"{desktop.address}/#/{screen}")
        steps.heading(page, "tier-emergency-now")
    expect(page.get_by_text(re.compile("massage|knead|session", re.IGNORECASE))).to_have_count(0)


def test_what_must_be_seen_today_is_said_in_plain_words_and_leads_to_no_plan(phone, axe) -> None:
    page = phone.page
    steps.open_check_in(page, "home-where")
    steps.tick(page, "today-chest-or-throat", "today-arms-or-legs")
    steps.heading(page, "question-chest-throat-signs")
    steps.tick(page, "chest-pain-with-effort")

    steps.heading(page, "tier-same-day")
    expect(page.get_by_text(say("rule-pain-on-effort"))).to_be_visible()
    axe(page)
    page.goto(f"{phone.address}/#/plan")
    steps.heading(page, "tier-same-day")
    steps.button(page, "verdict-further-go").click()
    steps.heading(page, "question-arm-leg-signs")
    axe(page)
    steps.tick(page, "bladder-bowel-or-saddle")
    steps.heading(page, "tier-emergency-now")


def test_what_is_written_is_asked_first(phone, axe) -> None:
    page = phone.page
    steps.open_check_in(page, "home-where", "I keep dropping things, my hands are clumsy")
    steps.heading(page, "question-arm-leg-signs")
    expect(page.get_by_text(say("own-words-comes-first", words="dropping things, my hands"))).to_be_visible()
    axe(page)


def test_words_that_sound_of_someone_else_are_asked_about_once(phone, axe) -> None:
    page = phone.page
    steps.button(page, "home-where").click()
    page.get_by_label(say("own-words-label")).fill("my mother has a stiff neck")
    steps.button(page, "app-go-on").click()
    expect(page.get_by_text(say("own-words-about-other"))).to_be_visible()
    axe(page)
    steps.button(page, "app-go-on").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text(say("own-words-label"))


def test_a_place_written_without_a_side_is_asked_for_its_side(phone, axe) -> None:
    page = phone.page
    steps.open_check_in(page, "home-where", "my shoulder blade aches")
    steps.check_in(page, *steps.FIRST_VISIT)
    steps.heading(page, "where-title")
    axe(page)
    page.get_by_role("button", name=say("own-words-side", side="both")).click()
    for place in ("scap_body_R", "scap_body_L"):
        expect(page.locator(f"[role=treeitem][data-place={place}]")).to_be_checked()


def test_where_it_hurts_in_words_is_offered_on_the_map_for_confirmation(phone) -> None:
    page = phone.page
    steps.open_check_in(page, "home-where", "my right shoulder blade aches")
    steps.check_in(page, *steps.FIRST_VISIT)
    steps.heading(page, "where-title")
    place = page.locator("[role=treeitem][data-place=scap_body_R]")
    expect(place).not_to_be_checked()
    steps.button(page, "own-words-as-written").click()
    expect(place).to_be_checked()


def test_for_someone_else_there_is_a_verdict_and_no_way_to_a_plan(phone, axe) -> None:
    page = phone.page
    steps.button(page, "home-where").click()
    steps.heading(page, "own-words-label")
    axe(page)
    page.get_by_role("checkbox", name=say("own-words-for-someone-else")).check()
    steps.button(page, "own-words-skip").click()
    steps.check_in(page, *steps.FIRST_VISIT)
    expect(page.get_by_text(say("verdict-for-someone-else"))).to_be_visible()
    axe(page)
    expect(steps.button(page, "verdict-go-on-gently")).to_have_count(0)


def test_not_sure_asks_once_more_in_other_words(phone, axe) -> None:
    page = phone.page
    steps.open_check_in(page, "home-where")
    steps.tick(page, "today-head")
    steps.button(page, "answer-unsure").click()
    steps.heading(page, "question-head-signs-clearer")
    axe(page)
    page.get_by_role("button", name=say("sign-nothing-like-that"), exact=True).click()
    steps.heading(page, "question-age")
    page.get_by_role("textbox", name=say("question-age")).fill("140")
    expect(page.get_by_text(say("input-out-of-range", number=140, least=0, most=120))).to_be_visible()
    axe(page)


def test_limits_are_explained_before_the_map(phone, axe) -> None:
    page = phone.page
    steps.open_check_in(page, "home-where")
    steps.check_in(page, *steps.FIRST_VISIT[:-2])
    steps.heading(page, "question-health")
    steps.tick(page, "health-blood")
    steps.heading(page, "question-blood")
    steps.tick(page, "anticoagulant")
    steps.answer(page, "course")

    expect(page.get_by_text(say("condition-anticoagulant"))).to_be_visible()
    page.get_by_text(say("app-why"), exact=True).first.click()
    expect(page.get_by_text("Contraindications, condition by condition").first).to_be_visible()
    axe(page)


def test_each_page_that_stays_passes_axe_in_the_dark(desktop, axe) -> None:
    page = desktop.page
    for screen, title in (
        ("knots", "knots-title"),
        ("now", "now-title"),
        ("causes", "cause-C1"),
        ("knot", "knot-title"),
        ("data", "data-title"),
    ):
        page.goto(f"{desktop.address}/#/{screen}")
        steps.heading(page, title)
        axe(page)
