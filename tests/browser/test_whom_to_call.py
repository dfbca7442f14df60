"""The numbers to call: those of where the person is, chosen by keyboard, kept, and there without the server."""

from playwright.sync_api import expect
from tests.browser import steps

from unknot.words import say


def number_shown(page, number: str) -> None:
    call = page.locator("a.call")
    expect(call).to_contain_text(number)
    expect(call).to_have_attribute("href", f"tel:{number}")


def test_the_emergency_screen_names_the_country_of_its_number(phone, axe) -> None:
    phone.page.goto(f"{phone.address}/#/emergency")
    number_shown(phone.page, "999")
    expect(phone.page.locator("a.call")).to_contain_text("United Kingdom")
    axe(phone.page)


def test_another_country_is_chosen_by_keyboard_and_kept(phone) -> None:
    page = phone.page
    page.goto(f"{phone.address}/#/emergency")
    choice = page.get_by_label(say("numbers-where"))
    expect(choice).to_have_value("GB")
    choice.focus()
    with page.expect_response("**/api/settings") as kept:
        page.keyboard.type("Norw")
        page.keyboard.press("Enter")
    assert kept.value.ok
    number_shown(page, "113")
    expect(page.get_by_role("link", name=say("numbers-call", number="112"))).to_be_visible()
    page.reload()
    number_shown(page, "113")


def test_whoever_does_not_know_where_they_are_is_told_what_112_is(phone, axe) -> None:
    page = phone.page
    page.goto(f"{phone.address}/#/emergency")
    page.get_by_label(say("numbers-where")).select_option(label=say("numbers-nowhere-option"))
    number_shown(page, "112")
    expect(page.get_by_text(say("numbers-nowhere"))).to_be_visible()
    axe(page)


def test_what_each_number_is_for_is_said_where_the_country_is_set(phone, axe) -> None:
    page = phone.page
    page.goto(f"{phone.address}/#/data")
    page.get_by_label(say("numbers-where")).select_option("DE")
    for purpose, number in (("emergency", "112"), ("advice", "116 117"), ("crisis", "0800 111 0 111")):
        row = page.get_by_role("listitem").filter(has_text=say(f"numbers-{purpose}"))
        expect(row.get_by_role("link", name=say("numbers-call", number=number))).to_be_visible()
    page.get_by_label(say("numbers-where")).select_option("US")
    expect(page.get_by_text(say("numbers-no-advice"))).to_be_visible()
    axe(page)


def test_the_countries_are_named_in_the_persons_language(chromium, server) -> None:
    context = chromium.new_context(locale="de-AT")
    page = context.new_page()
    page.goto(f"{server.address}/#/emergency")
    expect(page.locator("a.call")).to_contain_text("Österreich")
    expect(page.get_by_label(say("numbers-where")).locator("option[value=DE]")).to_have_text("Deutschland")
    context.close()


def test_with_the_server_gone_the_last_number_is_still_there(phone, server) -> None:
    page = phone.page
    page.goto(f"{phone.address}/#/emergency")
    page.get_by_label(say("numbers-where")).select_option("NZ")
    number_shown(page, "111")
    phone.context.route("**/api/**", lambda route: route.abort())
    page.goto(f"{phone.address}/#/knot")
    page.goto(f"{phone.address}/#/emergency")
    steps.heading(page, "tier-emergency-now")
    number_shown(page, "111")
    page.goto("about:blank")  # from here on nothing asks, and what was refused has been said
    phone.context.unroute("**/api/**")
    phone.faults.clear()
