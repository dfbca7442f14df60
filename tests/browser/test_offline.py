"""The guided session when things go wrong around it: the server, the tab, the disk, the sound, the clock."""

import pytest
from playwright.sync_api import expect
from tests.browser import steps
from tests.browser.conftest import OpenPage, Watched
from tests.browser.unplugged import (
    AN_HOUR_BACK,
    ASK_FOR_THE_WORDS,
    DAMAGE,
    FULL_DISK,
    HEARD_AUDIO,
    KEPT,
    NO_AUTOPLAY,
    NO_DATABASE,
    NO_SOUND,
    NO_WAKE_LOCK,
    SPOIL_THE_WORDS,
    await_asked,
    back_again,
    end_workers,
    kept,
    kept_moves,
    kill_renderer_of,
    missing_the_server,
    open_again,
    open_kept,
    open_session,
    pause,
    play,
    wait_for_copy,
    wait_until_nothing_waits,
    wait_until_told,
)

from unknot.words import say


@pytest.fixture
def keeper(open_page: OpenPage) -> Watched:
    """A phone that keeps a copy of Unknot."""
    return open_page(viewport={"width": 390, "height": 844}, has_touch=True, service_workers="allow")


def test_a_downloaded_session_starts_and_plays_with_the_server_gone_and_arrives_once(keeper, server) -> None:
    page = keeper.page
    open_session(keeper)
    wait_for_copy(page)
    with missing_the_server(keeper):
        server.stop()
        open_again(keeper)
        open_kept(page)
        steps.heading(page, "session-ready")
        expect(page.get_by_text(say("session-server-away"))).to_be_visible()
        steps.button(page, "session-begin").click()
        steps.button(page, "session-skip").click()
        pause(page)
        play(page)
        steps.button(page, "session-stop").click()
        steps.heading(page, "stop-ask")
        steps.button(page, "feeling-numb").click()
        expect(page.get_by_text(say("stop-not-today"))).to_be_visible()
        with back_again(server) as back:
            wait_until_told(page, back, "start", "skip", "pause", "resume", "stop", "felt")
            open_again(keeper)
            steps.heading(page, "home-welcome-back")
            wait_until_nothing_waits(page)
            assert len(kept_moves(back)) == 6


def test_a_window_from_the_copy_stays_with_it_when_the_server_returns_and_the_worker_was_ended(keeper, server) -> None:
    page = keeper.page
    open_session(keeper)
    wait_for_copy(page)
    with missing_the_server(keeper):
        server.stop()
        open_again(keeper)
        expect(page.get_by_role("link", name=say("app-kept-session"))).to_be_visible()
        page.evaluate(SPOIL_THE_WORDS)
        end_workers(page)
        with back_again(server):
            assert page.evaluate(ASK_FOR_THE_WORDS) is True
            open_again(keeper)
            steps.heading(page, "home-welcome-back")
            assert page.evaluate(ASK_FOR_THE_WORDS) is False


def test_a_session_finished_without_the_server_keeps_what_is_told_of_it(keeper, server) -> None:
    page = keeper.page
    open_session(keeper)
    wait_for_copy(page)
    with missing_the_server(keeper):
        steps.button(page, "session-begin").click()
        server.stop()
        steps.skip_to_the_end(page)
        steps.tell_how_it_was(page)
        expect(page.get_by_text(say("after-kept-here"))).to_be_visible()
        with back_again(server):
            open_again(keeper)
            wait_until_nothing_waits(page)
            (outcome,) = kept(server, "outcome-told")
            assert (outcome["pain_before"], outcome["pain_after"]) == (6, 3)


def test_a_killed_tab_goes_on_at_its_cue_paused(phone, server) -> None:
    page, context = phone.page, phone.context
    open_session(phone)
    steps.button(page, "session-begin").click()
    steps.press_for_two_seconds(page)
    session = page.url
    kill_renderer_of(context, page)
    again = context.new_page()
    again.goto(session)
    expect(again.get_by_text(say("cue-paused"))).to_be_visible()
    hold = say("session-kind", kind="hold", repetition=1, repetitions=2)
    expect(again.get_by_text(hold, exact=True)).to_be_visible()
    steps.button(again, "session-stop").click()
    wait_until_told(again, server, "start", "skip", "skip", "next", "pause", "stop")


def test_of_two_windows_one_plays_and_the_other_says_so_until_it_is_free(phone) -> None:
    page, context = phone.page, phone.context
    open_session(phone)
    second = context.new_page()
    second.goto(page.url)
    expect(second.get_by_text(say("session-in-another-tab"))).to_be_visible()
    expect(steps.button(second, "session-begin")).to_have_count(0)
    page.close()
    steps.heading(second, "session-ready")


def test_what_was_begun_in_one_browser_is_not_begun_in_another(phone, open_page) -> None:
    open_session(phone)
    steps.button(phone.page, "session-begin").click()
    expect(steps.button(phone.page, "session-stop")).to_be_visible()
    other = open_page()
    with phone.page.expect_response("**/events"):
        pause(phone.page)
    other.page.goto(phone.page.url)
    expect(other.page.get_by_text(say("session-begun-elsewhere"))).to_be_visible()


@pytest.mark.parametrize("broken", [NO_DATABASE, FULL_DISK], ids=["no-database", "full-disk"])
def test_a_browser_that_keeps_nothing_plays_and_says_so(phone, server, broken) -> None:
    page = phone.page
    page.add_init_script(broken)
    open_session(phone)
    steps.button(page, "session-begin").click()
    expect(page.get_by_text(say("session-not-kept"))).to_be_visible()
    steps.button(page, "session-stop").click()
    wait_until_told(page, server, "start", "stop")


def test_a_damaged_copy_of_a_session_is_not_played(keeper, server) -> None:
    page = keeper.page
    open_session(keeper)
    wait_for_copy(page)
    page.evaluate(DAMAGE)
    with missing_the_server(keeper):
        server.stop()
        open_again(keeper)
        open_kept(page)
        expect(page.get_by_text(say("session-kept-damaged"))).to_be_visible()


def test_a_clock_that_was_put_back_makes_no_kept_session_fresh(keeper, server) -> None:
    page = keeper.page
    open_session(keeper)
    wait_for_copy(page)
    session = page.url
    page.add_init_script(AN_HOUR_BACK)
    with missing_the_server(keeper):
        server.stop()
        open_again(keeper)
        expect(page.get_by_text(say("app-server-gone"))).to_be_visible()
        expect(page.get_by_role("link", name=say("app-kept-session"))).to_have_count(0)
        page.goto(session)
        expect(page.get_by_text(say("plan-needs-fresh-check-in"))).to_be_visible()


@pytest.mark.parametrize("broken", [NO_SOUND, NO_AUTOPLAY], ids=["no-device", "autoplay-blocked"])
def test_without_sound_a_session_plays_by_the_clock_of_the_page(phone, broken) -> None:
    page = phone.page
    page.add_init_script(broken)
    open_session(phone)
    steps.button(page, "session-begin").click()
    expect(page.get_by_text(say("session-no-sound"))).to_be_visible()
    steps.press_for_two_seconds(page)


def test_a_screen_that_may_not_be_kept_on_stops_nothing(phone) -> None:
    page = phone.page
    page.add_init_script(NO_WAKE_LOCK)
    open_session(phone)
    steps.button(page, "session-begin").click()
    steps.press_for_two_seconds(page)


def test_sound_that_is_taken_away_pauses_at_once_and_says_so(phone) -> None:
    page = phone.page
    page.add_init_script(HEARD_AUDIO)
    open_session(phone)
    steps.button(page, "session-begin").click()
    steps.press_for_two_seconds(page)
    page.evaluate("heard[0].suspend()")
    expect(page.get_by_text(say("session-overslept"))).to_be_visible()
    left = steps.seconds_left(page)
    play(page)
    steps.wait_until_left(page, left - 1)


def test_the_screen_is_kept_on_again_after_the_page_was_away(phone) -> None:
    page = phone.page
    page.add_init_script(
        "globalThis.asked = 0; const { wakeLock } = navigator; const ask = wakeLock?.request.bind(wakeLock);"
        "if (ask) wakeLock.request = (kind) => { asked += 1; return ask(kind); }"
    )
    open_session(phone)
    assert page.evaluate("asked") == 0
    steps.button(page, "session-begin").click()
    await_asked(page, 1)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    await_asked(page, 2)


def test_erasing_everything_leaves_nothing_in_this_browser(keeper) -> None:
    page = keeper.page
    open_session(keeper)
    wait_for_copy(page)
    steps.button(page, "session-begin").click()
    pause(page)
    page.goto(f"{keeper.address}/#/data")
    steps.button(page, "data-erase-ask").click()
    page.get_by_role("dialog").get_by_role("textbox").fill(say("data-erase-word"))
    steps.button(page, "data-erase-now").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    kept = page.evaluate(
        f"async () => [...await ({KEPT})('pages'), ...await ({KEPT})('texts'), ...await caches.keys()]"
    )
    stored = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert (kept, [name for name in stored if name != "unknot-visit"]) == ([], [])
    keeper.faults.clear()  # a press that was on its way when all was erased finds no session any more


def test_no_answer_of_the_server_about_a_person_is_in_the_copy_of_the_program(keeper) -> None:
    page = keeper.page
    open_session(keeper)
    wait_for_copy(page)
    held = page.evaluate(
        "async () => (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys())))"
        ".flat().map((request) => new URL(request.url).pathname)"
    )
    assert [path for path in held if path.startswith("/api") or path == "/worker.js"] == []
    assert {"/", "/words/en.ftl", "/manifest.json"} <= set(held)
