"""All that is kept as a file, back again, and gone."""

import json

import pytest

from unknot.words import say


@pytest.fixture
def lived(page, planned):
    """Someone with a check-in, a plan, a session, an outcome, causes and a setting."""
    page.move(planned, ("start", 0), ("stop", 90_000))
    page.send(f"/api/plans/{planned}/outcome", page.outcome(6, 5))
    page.send("/api/causes", {"id": page.new_id(), "answers": {"C1": "often"}})
    page.send("/api/settings", {"id": page.new_id(), "country": "GB"}, "PUT")
    return page


def exported(page):
    return page.request("GET", "/api/export")


def taken(page, document):
    return page.request("POST", "/api/import", content=document)


def views_of(page):
    return [page.get(f"/api/{part}") for part in ("home", "knots", "causes", "settings")]


def test_an_export_is_a_file_to_save(lived):
    answer = exported(lived)
    assert answer.headers["content-disposition"] == 'attachment; filename="unknot-export.json"'
    assert answer.headers["content-type"] == "application/json"
    assert [event["kind"] for event in answer.json()["events"]] == [
        "checked-in",
        "plan-made",
        "session-moved",
        "session-moved",
        "outcome-told",
        "causes-named",
        "settings-changed",
    ]


def test_what_was_exported_and_erased_comes_back_whole(lived):
    document, views = exported(lived).content, views_of(lived)
    lived.send("/api/erase", {"confirm": "erase"})
    assert taken(lived, document).json() == {"added": 7, "known": 0}
    assert (exported(lived).content, views_of(lived)) == (document, views)


def test_an_export_taken_twice_adds_nothing(lived):
    assert taken(lived, exported(lived).content).json() == {"added": 0, "known": 7}


def test_after_erasing_nothing_is_left(page, healthy, database):
    nobody = views_of(page)
    page.send("/api/check-ins", {"id": page.new_id(), "answers": {**healthy, "course": ["weight-loss"]}})
    assert page.send("/api/erase", {"confirm": "erase"}) == {}
    assert (page.kept(), views_of(page)) == ([], nobody)
    assert [file.name for file in database.parent.iterdir() if b"weight-loss" in file.read_bytes()] == []


@pytest.mark.parametrize("confirmation", [{}, {"confirm": "yes"}, {"confirm": True}, []])
def test_nothing_is_erased_without_the_word(lived, confirmation):
    assert lived.request("POST", "/api/erase", json=confirmation).status_code == 400
    assert len(lived.kept()) == 7


GARBAGE = {
    "nothing": (b"", "import-not-ours", "file"),
    "a picture": (b"\x89PNG\r\n\x1a\n\xff", "import-not-ours", "file"),
    "another file": (b'{"format": "something-else", "version": 1}', "import-not-ours", "file"),
    "nested without end": (b'{"format":' + b"[" * 200_000, "import-not-ours", "file"),
    "a later version": (b'{"format": "unknot-events", "version": 3, "events": {}}', "import-newer", "version"),
}


@pytest.mark.parametrize("what", GARBAGE)
def test_what_is_no_export_is_refused(lived, what):
    document, message, field = GARBAGE[what]
    assert lived.problem_in(taken(lived, document)) == (400, message, field)
    assert len(lived.kept()) == 7


def damaged(document, **differing):
    """An export of one person whose last event differs in something."""
    whole = json.loads(document)
    whole["events"][-1] |= differing
    return json.dumps(whole).encode()


NEW_ID = "019ab000-0000-7000-8000-00000000000a"


@pytest.mark.parametrize(
    ("differing", "field"),
    [
        ({"id": "7"}, "events[6].id"),
        ({"at": "yesterday"}, "events[6].at"),
        ({"seq": 0}, "events[6].seq"),
        ({"id": NEW_ID, "kind": "checked-in"}, "events[6].body"),
        ({"id": NEW_ID, "body": {"country": 7}}, "events[6].body"),
        ({"id": NEW_ID, "body": []}, "events[6].body"),
    ],
)
def test_an_export_with_a_damaged_event_is_refused_whole(lived, differing, field):
    document = damaged(exported(lived).content, **differing)
    lived.send("/api/erase", {"confirm": "erase"})
    assert lived.problem_in(taken(lived, document)) == (400, "import-bad-event", field)
    assert lived.kept() == []


def test_an_export_that_contradicts_what_is_kept_is_refused_whole(lived):
    document = damaged(exported(lived).content, body={"country": "NZ", "voice": None})
    assert lived.problem_in(taken(lived, document)) == (409, "event-id-taken", "events[6].id")
    assert lived.get("/api/settings")["country"] == "GB"


def test_an_event_of_a_kind_that_a_later_version_keeps_is_kept_and_passed_on(lived):
    document = damaged(exported(lived).content, id=NEW_ID, kind="tea-drunk", body={"cups": 2}, seq=8)
    assert taken(lived, document).json() == {"added": 1, "known": 6}
    assert (lived.kept()[-1]["kind"], lived.get("/api/home")["visits"]) == ("tea-drunk", 1)


def test_a_damaged_export_is_refused_in_words(lived):
    problem = taken(lived, damaged(exported(lived).content, id=NEW_ID, body=[])).json()
    assert problem["detail"] == say("import-bad-event", **problem["details"])
