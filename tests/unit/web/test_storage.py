"""When the disk does not play along: a sentence, nothing half-kept, and going on once it does again."""

import pytest

from unknot.store import EventLog
from unknot.words import say


@pytest.fixture
def limited(configure, database, knowledge, casebook, page):
    """A page whose database is opened under a pragma."""
    opened = []

    def limited(pragma):
        configure(pragma)
        log = EventLog(database)
        opened.append((log, type(page)(type(casebook)(log, knowledge, "unknot test"))))
        return opened[-1][1]

    yield limited
    for log, one in opened:
        one.close()
        log.close()


def test_on_a_full_disk_nothing_is_kept_and_it_is_said(limited, planned, database):
    page = limited("PRAGMA max_page_count=1")
    many = page.events(*(("ease", at_ms) for at_ms in range(200)))
    answer = page.request("POST", f"/api/plans/{planned}/events", json=many)
    details = {"path": str(database), "reason": "database or disk is full"}
    assert page.problem_in(answer) == (507, "store-disk-full", None)
    assert answer.json()["detail"] == say("store-disk-full", **details)
    assert (len(page.kept()), page.get("/api/home")["today"]) == (2, 0)


def test_a_folder_that_cannot_be_written_to_is_named(limited, healthy, database):
    page = limited("PRAGMA query_only=ON")
    answer = page.request("POST", "/api/check-ins", json={"id": page.new_id(), "answers": healthy})
    assert page.problem_in(answer) == (503, "store-read-only", None)
    assert str(database) in answer.json()["detail"]
    assert page.kept() == []


def test_events_that_could_not_be_kept_are_kept_when_they_are_sent_again(page, planned, limited):
    sent = page.events(("start", 0), *(("ease", at_ms) for at_ms in range(200)), ("pause", 20_000))
    full = limited("PRAGMA max_page_count=1")
    refused = full.request("POST", f"/api/plans/{planned}/events", json=sent)
    assert full.problem_in(refused) == (507, "store-disk-full", None)
    heard = page.send(f"/api/plans/{planned}/events", sent)
    assert (heard["record"]["position_ms"], len(page.kept())) == (20_000, 204)


def test_a_log_that_is_closed_is_said_to_be(page, log, healthy):
    log.close()
    answer = page.request("POST", "/api/check-ins", json={"id": page.new_id(), "answers": healthy})
    assert page.problem_in(answer) == (503, "store-closed", None)
    assert answer.json()["detail"] == say("store-closed")


def test_while_nothing_can_be_kept_the_rest_still_answers(page, log, healthy):
    log.close()
    assert page.request("GET", "/api/questions").status_code == 200
