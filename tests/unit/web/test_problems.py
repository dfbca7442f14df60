"""What is refused: the status, the message, the field, and the sentence; and nothing of it is kept."""

import json

import pytest

from unknot.words import say


@pytest.fixture
def check_in(page, healthy):
    """The id of a fresh check-in."""
    return page.check_in(healthy)


def test_a_problem_says_where_what_and_what_to_do(page):
    answer = page.request("POST", "/api/check-ins", json={"id": page.new_id(), "answers": {"horoscope": "none"}})
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.status_code, answer.json()) == (
        400,
        {
            "title": "Bad Request",
            "status": 400,
            "detail": say("input-no-such-question", question="horoscope"),
            "message": "input-no-such-question",
            "field": "answers.horoscope",
            "details": {"question": "horoscope"},
        },
    )


@pytest.mark.parametrize(
    ("answers", "field", "message"),
    [
        ({"horoscope": "none"}, "answers.horoscope", "input-no-such-question"),
        ({"unlike-usual": "odd"}, "answers.unlike-usual", "input-no-such-option"),
        ({"unlike-usual": ["known-pain", "first-but-ordinary"]}, "answers.unlike-usual", "input-wants-one-option"),
        ({"health": 3}, "answers.health", "input-wants-options"),
        ({"age": 140}, "answers.age", "input-out-of-range"),
        ({"pain-now": "a lot"}, "answers.pain-now", "input-wants-a-number"),
        ({"skin": ["none", "skin-hot-or-red"]}, "answers.skin", "input-no-such-option"),
        ({"pain-now": 11}, "answers.pain-now", "input-out-of-range"),
        ({"pain-now": 4.5}, "answers[...]", "input-not-valid"),
        ({"age": {"years": 30}}, "answers[...]", "input-not-valid"),
        ("none", "answers", "input-not-valid"),
    ],
)
def test_an_answer_that_cannot_be_used_is_refused_with_its_place(page, answers, field, message):
    sent = {"id": page.new_id(), "answers": answers}
    assert page.refused("/api/check-ins", sent) == (400, message, field)
    assert page.kept() == []


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"answers": {}}, "id"),
        ({"id": "check-in-1", "answers": {}}, "id"),
        ({"id": "019ab000-0000-7000-8000-000000000001", "answers": {}, "mood": 3}, "mood"),
        ([], "body"),
        (3, "body"),
    ],
)
def test_a_body_that_does_not_fit_is_refused_with_its_field(page, body, field):
    assert page.refused("/api/check-ins", body) == (400, "input-not-valid", field)


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b'{"id": ', b"<check-in/>", b'{"id": "\xff"}', b'{"id": ' + b"[" * 100_000],
    ids=lambda b: str(b[:12]),
)
def test_what_is_not_json_is_refused(page, body):
    answer = page.request("POST", "/api/check-ins", content=body)
    assert page.problem_in(answer) == (400, "input-not-json", "body")


def test_what_is_too_large_is_refused_before_it_is_read(page):
    answer = page.request("POST", "/api/import", content=b"{}", headers={"Content-Length": "300000000"})
    assert page.problem_in(answer) == (413, "request-too-large", None)


@pytest.mark.parametrize("path", ["/api/nothing", "/api", "/nothing/here.js"])
def test_there_is_nothing_at_an_unknown_address(page, path):
    assert page.refused(path, None, "GET") == (404, "request-not-found", None)


def test_an_address_takes_only_its_own_methods(page):
    assert page.refused("/api/home", {}, "DELETE") == (405, "request-wrong-method", None)


@pytest.mark.parametrize(
    ("told", "field", "message"),
    [
        ({"drawing": {"left_foot": 3}}, "drawing.left_foot", "input-no-such-place"),
        ({"drawing": {"shoulder_top_R": 11}}, "drawing[...]", "input-not-valid"),
        ({"palpation": {"UT9_R": "familiar"}}, "palpation.UT9_R", "input-no-such-point"),
        ({"palpation": {"UT2_R": "purple"}}, "palpation[...]", "input-not-valid"),
        ({"situation": {"minutes": 10, "tools": ["drill"]}}, "situation.tools", "input-no-such-tool"),
        ({"situation": {"minutes": 10, "place": "moon"}}, "situation.place", "input-no-such-place-to-be"),
        ({"situation": {"minutes": 4}}, "situation.minutes", "input-minutes"),
        ({"situation": {"minutes": 16}}, "situation.minutes", "input-minutes"),
        ({"situation": {"minutes": 600}}, "situation.minutes", "input-not-valid"),
        ({"situation": {}}, "situation.minutes", "input-not-valid"),
        ({"changes": [{"step": "juggle", "skip": True}]}, "changes", "input-no-such-step"),
        ({"changes": [{"step": "settle", "technique": "friction", "tool": "hands"}]}, "changes", "input-no-such-swap"),
    ],
)
def test_a_plan_of_what_does_not_exist_is_refused_with_its_place(page, check_in, told, field, message):
    assert page.refused("/api/plans", page.plan_to_make(check_in, **told)) == (400, message, field)
    assert len(page.kept()) == 1


def test_a_plan_without_a_check_in_is_refused(page):
    wanted = page.plan_to_make(page.new_id())
    assert page.refused("/api/plans", wanted) == (409, "plan-needs-fresh-check-in", "check_in")


def test_a_plan_from_a_stale_check_in_is_refused(page, check_in, casebook):
    casebook.wait(minutes=121)
    assert page.refused("/api/plans", page.plan_to_make(check_in)) == (409, "plan-needs-fresh-check-in", "check_in")


def test_a_plan_from_a_check_in_that_stopped_is_refused(page, answering):
    stopped = page.check_in(answering(head_signs=["thunderclap"]))
    assert page.refused("/api/plans", page.plan_to_make(stopped)) == (409, "plan-refused", "check_in")


def test_a_stale_plan_is_not_begun(page, planned, casebook):
    casebook.wait(minutes=121)
    refusal = (409, "plan-needs-fresh-check-in", "plan")
    assert page.refused(f"/api/plans/{planned}/cue-sheet", None, "GET") == refusal


@pytest.mark.parametrize("path", ["cue-sheet", "events", "outcome"])
def test_of_an_unknown_plan_nothing_is_told_or_kept(page, path):
    sent = {"cue-sheet": None, "events": page.events(("start", 0)), "outcome": page.outcome(5, 4)}[path]
    method = "GET" if sent is None else "POST"
    refusal = (404, "input-no-such-plan", "plan")
    assert page.refused(f"/api/plans/{page.new_id()}/{path}", sent, method) == refusal
    assert page.kept() == []


def test_an_outcome_without_a_session_is_refused(page, planned):
    refusal = (409, "outcome-without-session", "plan")
    assert page.refused(f"/api/plans/{planned}/outcome", page.outcome(5, 4)) == refusal


@pytest.mark.parametrize(
    ("event", "field"),
    [
        ({"kind": "dance", "at_ms": 0}, "events[0].event.kind"),
        ({"kind": "start", "at_ms": -1}, "events[0].event.at_ms"),
        ({"kind": "felt", "at_ms": 0, "feeling": "odd"}, "events[0].event.feeling"),
    ],
)
def test_an_event_that_no_player_sends_is_refused_with_its_place(page, planned, event, field):
    sent = {"events": [{"id": page.new_id(), "seq": 0, "event": event}]}
    assert page.refused(f"/api/plans/{planned}/events", sent) == (400, "input-not-valid", field)


def test_a_cause_that_does_not_exist_is_refused(page):
    sent = {"id": page.new_id(), "answers": {"C1": "often", "C9": "no"}}
    assert page.refused("/api/causes", sent) == (400, "input-no-such-question", "answers.C9")
    assert page.kept() == []


def test_a_country_is_two_letters(page):
    sent = {"id": page.new_id(), "country": "Wales"}
    assert page.refused("/api/settings", sent, "PUT") == (400, "input-not-valid", "country")


def test_an_unexpected_error_is_a_sentence_and_no_traceback(page, casebook, monkeypatch):
    monkeypatch.setattr(casebook, "knowledge", None)
    answer = page.request("GET", "/api/questions")
    assert (answer.status_code, answer.json()["detail"]) == (500, say("problem-unspecific"))
    assert "Traceback" not in json.dumps(answer.json())
