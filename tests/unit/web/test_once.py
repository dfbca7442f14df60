"""What is sent twice is kept once; another body under the same id is refused; tabs do not hurt one another."""

import asyncio

import pytest

from unknot import coach
from unknot.coach import SessionMoved
from unknot.guiding import EventKind, SessionEvent

TAKEN = (409, "event-id-taken", "id")


def sent_twice(page, path, sent, method="POST"):
    """The two answers to one thing sent twice."""
    return page.send(path, sent, method), page.send(path, sent, method)


def test_a_check_in_sent_twice_is_kept_once_with_its_first_verdict(page, healthy, casebook):
    sent = {"id": page.new_id(), "answers": healthy}
    first = page.send("/api/check-ins", sent)
    casebook.wait(minutes=5)
    assert (page.send("/api/check-ins", sent), len(page.kept())) == (first, 1)
    assert page.get("/api/home")["visits"] == 1


def test_another_check_in_under_the_same_id_is_refused(page, healthy):
    id = page.check_in(healthy)
    assert page.refused("/api/check-ins", {"id": id, "answers": {**healthy, "pain-now": 5}}) == TAKEN
    assert len(page.kept()) == 1


def test_something_else_under_the_id_of_a_check_in_is_refused(page, healthy):
    id = page.check_in(healthy)
    assert page.refused("/api/settings", {"id": id, "country": "GB"}, "PUT") == TAKEN


def test_a_plan_sent_twice_is_kept_once_as_it_was_made_first(page, healthy, casebook):
    wanted = page.plan_to_make(page.check_in(healthy))
    first = page.send("/api/plans", wanted)
    casebook.wait(minutes=5)
    assert (page.send("/api/plans", wanted), len(page.kept())) == (first, 2)


@pytest.mark.parametrize(
    "otherwise",
    [
        {"drawing": {"occiput_L": 3}},
        {"palpation": {}},
        {"pains": [{"places": ["occiput_L"], "strength": 3}]},
        {"movements": {"turn-to-side_R": "yes"}},
        {"also_hurts": {"behind_ear_R": "yes"}},
    ],
    ids=lambda one: next(iter(one)),
)
def test_another_plan_under_the_same_id_is_refused(page, healthy, otherwise):
    wanted = page.plan_to_make(page.check_in(healthy))
    page.send("/api/plans", wanted)
    assert page.refused("/api/plans", {**wanted, **otherwise}) == TAKEN


def test_events_sent_twice_are_kept_once(page, planned):
    sent = page.events(("start", 0), ("ease", 10_000), ("pause", 20_000))
    first, second = sent_twice(page, f"/api/plans/{planned}/events", sent)
    assert (second, second["record"]["ceiling_eased_by"], len(page.kept())) == (first, 1, 5)


def test_events_sent_again_with_one_more_keep_only_that(page, planned):
    sent = page.events(("start", 0), ("ease", 10_000))
    page.send(f"/api/plans/{planned}/events", sent)
    more = {"events": [*sent["events"], *page.events(("pause", 20_000), start=2)["events"]]}
    record = page.send(f"/api/plans/{planned}/events", more)["record"]
    assert (record["ceiling_eased_by"], record["position_ms"], len(page.kept())) == (1, 20_000, 5)


def test_an_event_under_a_taken_id_is_refused_with_its_place_and_nothing_beside_it_is_kept(page, planned):
    sent = page.events(("start", 0))
    page.send(f"/api/plans/{planned}/events", sent)
    other = page.events(("ease", 5_000), ("pause", 9_000), start=1)
    other["events"][1]["id"] = sent["events"][0]["id"]
    refusal = (409, "event-id-taken", "events[1].id")
    assert page.refused(f"/api/plans/{planned}/events", other) == refusal
    assert page.move(planned)["record"]["ceiling_eased_by"] == 0
    assert len(page.kept()) == 3


def test_an_outcome_sent_twice_is_kept_once(page, planned):
    page.move(planned, ("start", 0), ("stop", 90_000))
    sent_twice(page, f"/api/plans/{planned}/outcome", page.outcome(6, 5))
    assert len(page.kept()) == 5


def test_another_outcome_under_the_same_id_is_refused(page, planned):
    page.move(planned, ("start", 0), ("stop", 90_000))
    told = page.outcome(6, 5)
    page.send(f"/api/plans/{planned}/outcome", told)
    assert page.refused(f"/api/plans/{planned}/outcome", {**told, "pain_after": 2}) == TAKEN


@pytest.mark.parametrize(
    ("path", "method", "told"),
    [("/api/causes", "POST", {"answers": {"C1": "often"}}), ("/api/settings", "PUT", {"country": "GB"})],
)
def test_causes_and_settings_sent_twice_are_kept_once(page, path, method, told):
    first, second = sent_twice(page, path, {"id": page.new_id(), **told}, method)
    assert (second, len(page.kept())) == (first, 1)


def test_two_tabs_that_send_the_same_check_in_at_once_keep_it_once(page, healthy):
    sent = ("POST", "/api/check-ins", {"id": page.new_id(), "answers": healthy})
    answers = page.together(*[sent] * 8)
    assert {answer.text for answer in answers} == {answers[0].text}
    assert (len(page.kept()), page.get("/api/home")["visits"]) == (1, 1)


def test_two_tabs_that_send_the_same_events_at_once_keep_them_once(page, planned, casebook):
    sent = ("POST", f"/api/plans/{planned}/events", page.events(("start", 0), ("ease", 9_000), ("stop", 20_000)))
    answers = page.together(*[sent] * 8)
    assert {answer.json()["record"]["ceiling_eased_by"] for answer in answers} == {1}
    assert (len(page.kept()), len(casebook.person.sessions[planned].moves)) == (5, 3)


def test_many_tabs_at_once_lose_nothing(page, healthy, casebook, log, knowledge):
    wanted = page.plan_to_make(page.check_in(healthy))
    writing = [
        ("POST", "/api/causes", {"id": page.new_id(), "answers": {f"C{place % 5 + 1}": "often"}}) for place in range(20)
    ]
    reading = [("GET", "/api/home", None)] * 20
    mixed = [request for pair in zip(writing, reading, strict=True) for request in pair]
    answers = page.together(("POST", "/api/plans", wanted), *mixed, ("POST", "/api/plans", wanted))
    assert {answer.status_code for answer in answers} <= {200, 201}
    assert len(page.kept()) == 22
    assert casebook.person == type(casebook)(log, knowledge, "read again").person


def test_what_is_read_again_while_it_is_being_kept_is_not_taken_in_twice(casebook, log, healthy):
    async def keep_while_someone_looks() -> None:
        checked_in = coach.check_in(casebook.person, healthy, casebook.now())
        keeping = asyncio.create_task(casebook.keep("019ab000-0000-7000-8000-000000000001", checked_in, casebook.now()))
        await asyncio.sleep(0)
        while not log.count():
            pass  # the writer commits in its own thread, and this loop does not hear of it yet
        assert casebook.refresh().visits == 1
        await keeping

    asyncio.run(keep_while_someone_looks())
    assert (casebook.person.visits, log.count()) == (1, 1)


def test_what_was_erased_while_it_was_being_kept_is_not_taken_in(casebook, log, healthy):
    async def keep_while_someone_erases() -> None:
        checked_in = coach.check_in(casebook.person, healthy, casebook.now())
        keeping = asyncio.create_task(casebook.keep("019ab000-0000-7000-8000-000000000001", checked_in, casebook.now()))
        await asyncio.sleep(0)
        casebook.erase()
        await keeping

    asyncio.run(keep_while_someone_erases())
    assert (casebook.person.visits, log.count()) == (0, 0)


def test_two_players_of_one_session_are_one_record_and_every_stop_counts(page, planned):
    page.send(f"/api/plans/{planned}/events", page.events(("start", 0), ("pause", 30_000)))
    other = page.events(("resume", 31_000), ("stop", 40_000), start=0)
    record = page.send(f"/api/plans/{planned}/events", other)["record"]
    assert (record["ending"], record["position_ms"]) == ("stopped", 30_000)


def test_an_event_told_by_another_process_is_not_doubled(page, planned, casebook, log, knowledge):
    other = type(casebook)(log, knowledge, "another process")
    moved = SessionMoved(planned, 0, SessionEvent(EventKind.START, 0))
    id = "019ab000-0000-7000-8000-000000000002"
    asyncio.run(other.keep(id, moved, other.now()))
    asyncio.run(casebook.keep(id, moved, casebook.now()))
    assert casebook.person == other.person
