"""How it is now, what that shows, and putting it right: by keyboard, in the dark, and without leaving the machine."""

from playwright.sync_api import expect
from tests.browser import steps

from unknot.words import say


def tell_pain(page, pain: str) -> None:
    page.get_by_role("slider", name=say("now-pain-now")).fill(pain)


def test_what_is_told_is_shown_can_be_put_right_and_nothing_is_lost(desktop, axe) -> None:
    page = desktop.page
    page.goto(f"{desktop.address}/#/now")
    steps.heading(page, "now-title")
    axe(page)
    steps.button(page, "now-keep").click()
    expect(page.get_by_text(say("measure-empty"))).to_be_visible()

    tell_pain(page, "6")
    page.get_by_role("textbox", name=say("now-activity-new")).fill("look round")
    page.keyboard.press("Enter")
    page.get_by_role("slider", name="look round").fill("3")
    page.get_by_text(say("now-turn"), exact=True).click()
    page.get_by_role("button", name=say("now-reach-short")).first.click()
    axe(page)
    steps.button(page, "now-keep").click()

    steps.heading(page, "knots-title")
    expect(page.get_by_text(say("progress-verdict-too-few-data"))).to_be_visible()
    chart = page.get_by_role("slider", name="One day")
    chart.focus()
    page.keyboard.press("ArrowLeft")
    expect(chart).to_have_attribute("aria-valuenow", "0")
    for table in page.get_by_text(say("progress-table"), exact=True).all():
        table.click()
    expect(page.get_by_role("cell", name=say("now-reach-short"))).to_be_visible()
    axe(page)

    page.get_by_text(say("progress-entries"), exact=True).click()
    steps.button(page, "progress-entry-correct").click()
    steps.heading(page, "now-title-correct")
    tell_pain(page, "4")
    steps.button(page, "now-keep-correction").click()
    steps.heading(page, "knots-title")
    page.get_by_text(say("progress-entries"), exact=True).click()
    expect(page.get_by_text(say("progress-entry-pain", pain=4)).first).to_be_visible()
    expect(page.get_by_text(say("progress-entry-was", pain=say("progress-entry-pain", pain=6)))).to_be_visible()


def test_trying_out_is_turned_off_with_one_switch_and_stays_off(phone) -> None:
    page = phone.page
    page.goto(f"{phone.address}/#/now")
    tell_pain(page, "5")
    steps.button(page, "now-keep").click()
    switch = page.get_by_role("checkbox", name=say("progress-works-on"))
    expect(switch).to_be_checked()
    switch.uncheck()
    page.reload()
    expect(page.get_by_role("checkbox", name=say("progress-works-on"))).not_to_be_checked()


def test_printed_the_tables_are_open(desktop) -> None:
    page = desktop.page
    page.goto(f"{desktop.address}/#/now")
    tell_pain(page, "5")
    steps.button(page, "now-keep").click()
    steps.heading(page, "knots-title")
    page.emulate_media(media="print")
    expect(page.get_by_role("columnheader", name=say("progress-from-to"))).to_be_visible()
    expect(page.get_by_role("link", name=say("progress-tell"))).to_be_hidden()
