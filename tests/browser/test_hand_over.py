"""A page goes to a professional, who opens it without the server, tightens, signs, and gives it back."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.browser.serving import Server, start_server
from tests.browser.steps import FIRST_VISIT, button, check_in, find_the_muscle, heading, mark, open_check_in
from tests.signing import Professional

from unknot.words import say

ADA = "Ada Vogel"
PASSPHRASE = "a long and quiet river"  # noqa: S105


def label(page: Page, id: str):
    return page.get_by_label(say(f"hand-over-{id}"), exact=True)


def save(page: Page, folder: Path, press: Callable[[], None]) -> Path:
    """Presses, and keeps the file that comes of it."""
    with page.expect_download() as download:
        press()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def to_the_hand_over(page: Page) -> None:
    page.get_by_role("link", name=say("data-title")).click()
    button_or_link(page, "guidance-title").click()
    heading(page, "guidance-title")


def button_or_link(page: Page, message: str):
    return page.get_by_role("link", name=say(message), exact=True)


def give_back(page: Page, file: Path) -> None:
    page.get_by_label(say("guidance-add-do")).set_input_files(file)


@pytest.fixture
def handed(phone, tmp_path: Path) -> Path:
    """The page that was handed over, after a check-in and with a plan that was made."""
    page = phone.page
    open_check_in(page, "home-where")
    check_in(page, *FIRST_VISIT)
    heading(page, "where-title")
    mark(page, "shoulder_top_R")
    page.goto(f"{phone.address}/#/")
    to_the_hand_over(page)
    return save(page, tmp_path, button(page, "guidance-make-do").click)


class Office:
    """The professional's own browser: a page from a file, and a watch on every request."""

    def __init__(self, context: BrowserContext, file: Path) -> None:
        self.page = context.new_page()
        self.asked: list[str] = []
        self.faults: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)
        self.page.goto(file.as_uri())

    def key(self, folder: Path) -> Path:
        """Makes a key and keeps its file."""
        label(self.page, "passphrase").fill(PASSPHRASE)
        return save(self.page, folder, button(self.page, "hand-over-key-new").click)

    def sign(self, folder: Path, name: str = ADA) -> Path:
        """Signs as who they are."""
        label(self.page, "name").fill(name)
        label(self.page, "role").fill("Physiotherapist")
        return save(self.page, folder, button(self.page, "hand-over-save").click)

    @property
    def number(self) -> str:
        """The number of the key on the screen."""
        return self.page.locator(".fingerprint").inner_text()


@pytest.fixture
def office(chromium: Browser, handed: Path) -> Iterator[Office]:
    """The page opened from the disk, where nothing may be asked of any network."""
    context = chromium.new_context(locale="en-GB", offline=True)
    opened = Office(context, handed)
    yield opened
    context.close()
    assert [url for url in opened.asked if not url.startswith(("file:", "blob:"))] == []
    assert opened.faults == []


@pytest.fixture
def restarted(server: Server) -> Iterator[Callable[[], Server]]:
    """Starts a server on the same data again."""
    started: list[Server] = []

    def restart() -> Server:
        started.append(start_server(server.data))
        return started[-1]

    yield restart
    for one in started:
        one.stop()


def to_the_plan(page: Page, address: str) -> None:
    """A return visit, to the plan for the shoulder."""
    page.goto(f"{address}/#/")
    open_check_in(page, "home-start")
    check_in(page, "today", "pain-now", "health-changed")
    heading(page, "where-title")
    mark(page, "shoulder_top_R")
    button(page, "where-done").click()
    find_the_muscle(page)


def test_a_number_that_does_not_fit_is_led_to_also_where_it_is_folded_away(office: Office, tmp_path: Path) -> None:
    page = office.page
    office.key(tmp_path)
    label(page, "name").fill(ADA)
    label(page, "role").fill("Physiotherapist")
    tools = page.locator("details", has=page.get_by_text(say("hand-over-of-tool"), exact=True))
    tools.locator("summary").click()
    pain = page.get_by_label(f"{say('hand-over-pain-most')}: {say('tool-gun')}")
    pain.fill("9")
    tools.locator("summary").click()
    expect(pain).to_be_hidden()
    button(page, "hand-over-save").click()
    expect(page.get_by_text(say("hand-over-number-outside"))).to_be_visible()
    expect(pain).to_be_focused()
    pain.fill("1,5")
    button(page, "hand-over-save").click()
    expect(page.get_by_text(say("hand-over-number-wrong"))).to_be_visible()


def test_what_a_professional_signs_without_the_server_is_followed(
    phone, server: Server, restarted: Callable[[], Server], office: Office, tmp_path: Path, axe
) -> None:
    page, written = phone.page, office.page
    server.stop()
    axe(written)
    label(written, "limit-pain_0_10").fill("2")
    written.get_by_text(say("hand-over-of-tool"), exact=True).first.click()
    gun = say("tool-gun")
    written.get_by_label(f"{say('hand-over-leave-out')}: {gun}").check()
    label(written, "words").fill("Slowly, and less than you think.")
    button(written, "hand-over-step-add").click()
    written.get_by_role("combobox", name=say("hand-over-technique"), exact=True).select_option("slow-movement")
    axe(written)
    office.key(tmp_path)
    signed = office.sign(tmp_path)
    number = office.number

    again = restarted()
    page.goto(f"{again.address}/")
    to_the_hand_over(page)
    give_back(page, signed)
    offer = page.get_by_role("region", name=say("guidance-add"))
    expect(offer.get_by_text(number)).to_be_visible()
    expect(offer.get_by_text(f"{gun}: {say('hand-over-limit-left_out')}")).to_be_visible()
    axe(page)
    button(page, "guidance-same").click()
    expect(page.get_by_text(say("guidance-followed"))).to_be_visible()

    to_the_plan(page, again.address)
    expect(page.get_by_text(re.compile(f"On the advice of {ADA}")).first).to_be_visible()
    ceilings = set(page.locator(".ceiling").all_inner_texts())
    assert ceilings == {say("plan-ceiling", ceiling=2)}
    axe(page)
    button(page, "guidance-plan-take").click()
    expect(page.get_by_text(say("guidance-plan-is", name=ADA))).to_be_visible()
    assert page.locator("ol .kicker").count() == 3

    give_back_refused(page, again.address, signed, "guidance-known")
    button(page, "guidance-withdraw").or_(page.get_by_text(f"{say('guidance-withdraw')} …")).first.click()
    page.get_by_role("dialog").get_by_role("button", name=say("guidance-withdraw"), exact=True).click()
    expect(page.get_by_text(say("guidance-list-earlier"))).to_be_visible()
    page.goto(f"{again.address}/#/plan")
    heading(page, "plan-title")
    expect(page.get_by_text(say("plan-ceiling", ceiling=6)).first).to_be_visible()
    assert say("plan-ceiling", ceiling=2) not in page.locator(".ceiling").all_inner_texts()
    phone.requests[:] = [url for url in phone.requests if not url.startswith(again.address)]
    phone.faults.clear()


def give_back_refused(page: Page, address: str, file: Path, message: str, **details: str) -> None:
    page.goto(f"{address}/#/hand-over")
    heading(page, "guidance-title")
    give_back(page, file)
    expect(page.get_by_text(say(message, **details))).to_be_visible()


def test_a_key_file_opens_again_and_signs_as_the_same(office: Office, tmp_path: Path, handed: Path) -> None:
    key, number = office.key(tmp_path), office.number
    office.page.goto(handed.as_uri())
    label(office.page, "passphrase").fill("not the passphrase")
    office.page.get_by_label(say("hand-over-key-open")).set_input_files(key)
    expect(office.page.get_by_text(say("hand-over-key-wrong"))).to_be_visible()
    label(office.page, "passphrase").fill(PASSPHRASE)
    office.page.get_by_label(say("hand-over-key-open")).set_input_files(key)
    expect(office.page.locator(".fingerprint")).to_have_text(number)


def test_what_was_changed_on_the_way_is_refused_and_nothing_is_kept(phone, office: Office, tmp_path: Path) -> None:
    page = phone.page
    office.key(tmp_path)
    signed = office.sign(tmp_path, "<img src=x onerror=alert(1)>")
    file = json.loads(signed.read_text())
    hand_over = json.loads(file["payload"])["hand_over"]
    attacks = {
        "guidance-bad-signature": {**file, "payload": file["payload"].replace("Physio", "Psycho")},
        "guidance-newer": {**file, "version": 2},
    }
    for message, attack in attacks.items():
        changed = tmp_path / f"{message}.json"
        changed.write_text(json.dumps(attack))
        give_back_refused(page, phone.address, changed, message)
    other = tmp_path / "other.json"
    other.write_text(json.dumps({**file, "public_key": Professional(9).public_key}))
    give_back_refused(page, phone.address, other, "guidance-bad-signature")
    large = tmp_path / "large.json"
    large.write_bytes(signed.read_bytes() + b" " * 50_000_000)
    give_back_refused(page, phone.address, large, "guidance-too-large")
    page.goto(f"{phone.address}/#/")
    page.goto(f"{phone.address}/#/hand-over")
    expect(page.get_by_text(say("guidance-list"))).not_to_be_visible()

    give_back(page, signed)
    expect(page.get_by_text("<img src=x onerror=alert(1)>, Physiotherapist")).to_be_visible()
    button(page, "guidance-same").click()
    expect(page.get_by_text(say("guidance-followed"))).to_be_visible()
    impostor = Professional(9, "<IMG src=x  onerror=alert(1)>")
    written_at = json.loads(file["payload"])["written_at"]
    forged = tmp_path / "forged.json"
    forged.write_bytes(impostor.sign(impostor.guidance(datetime.fromisoformat(written_at), 7, hand_over=hand_over)))
    give_back_refused(page, phone.address, forged, "guidance-other-key", name=impostor.name)
    phone.faults[:] = [fault for fault in phone.faults if "400" not in fault and "409" not in fault]


def test_the_page_reads_without_script(chromium: Browser, handed: Path) -> None:
    context = chromium.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(handed.as_uri())
    expect(page.get_by_role("heading", level=1)).to_have_text(say("hand-over-title"))
    expect(page.get_by_text(say("hand-over-self-told"))).to_be_visible()
    expect(page.get_by_role("row", name=re.compile(say("question-age")))).to_be_visible()
    expect(page.get_by_text(say("hand-over-needs-script"))).to_be_visible()
    context.close()
