"""Measures and knots through the door: kept once, refused with a sentence, never lost."""

import pytest


def measure(page, **told):
    return {"id": page.new_id(), "measure": {"at": "2026-11-20T18:00:00+00:00", **told}}


def test_an_entry_is_kept_and_told_again_it_is_kept_once(page):
    sent = measure(page, pain_now=4, pain_worst=6)
    assert page.send("/api/measures", sent) == page.send("/api/measures", sent) == {"id": sent["id"], "kept": True}
    (entry,) = page.get("/api/progress")["entries"]
    assert (entry["id"], entry["measure"]["pain_now"], entry["before"]) == (sent["id"], 4, [])


def test_the_same_id_for_another_entry_is_refused(page):
    sent = measure(page, pain_now=4)
    page.send("/api/measures", sent)
    other = {**sent, "measure": {**sent["measure"], "pain_now": 5}}
    assert page.refused("/api/measures", other) == (409, "event-id-taken", "id")


def test_an_entry_that_was_kept_may_be_sent_again_when_it_has_become_late(page, casebook):
    sent = measure(page, pain_now=4)
    page.send("/api/measures", sent)
    casebook.wait(days=60)
    assert page.send("/api/measures", sent) == {"id": sent["id"], "kept": True}


def test_a_correction_keeps_what_was_said_before(page):
    sent = measure(page, pain_now=4)
    page.send("/api/measures", sent)
    page.send("/api/measures", {**measure(page, pain_now=7), "corrects": sent["id"]})
    (entry,) = page.get("/api/progress")["entries"]
    assert (entry["measure"]["pain_now"], [one["pain_now"] for one in entry["before"]]) == (7, [4])


@pytest.mark.parametrize(
    ("told", "refusal"),
    [
        ({"at": "2026-11-21T18:00:00+00:00", "pain_now": 4}, (400, "measure-in-future", "at")),
        ({"at": "2026-09-01T18:00:00+02:00", "pain_now": 4}, (400, "measure-too-late", "at")),
        ({"pain_now": 7, "pain_worst": 4}, (400, "measure-above-worst", "pain_now")),
        ({}, (400, "measure-empty", "measure")),
        ({"at": "2026-11-20T18:00:00", "pain_now": 4}, (400, "input-not-valid", "measure.at")),
        ({"pain_now": 11}, (400, "input-not-valid", "measure.pain_now")),
        ({"ndi": 20}, (400, "input-not-valid", "measure.ndi")),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused_with_a_sentence(page, told, refusal):
    assert page.refused("/api/measures", measure(page, **told)) == refusal
    assert page.get("/api/progress")["entries"] == []


def test_activities_are_in_the_persons_own_words(page):
    named = {"id": page.new_id(), "names": {"0a": " look over my shoulder "}}
    page.send("/api/activities", named)
    assert page.get("/api/measures/asked")["activities"] == {"0a": "look over my shoulder"}
    page.send("/api/measures", measure(page, activities={"0a": 3}))
    assert page.get("/api/progress")["entries"][0]["measure"]["activities"] == {"0a": 3}


def test_a_knot_can_be_told_to_be_gone(page, planned, total_ms):
    page.move(planned, ("start", 0), ("finish", total_ms))
    edit = {"relation": "gone", "knot": "UT2_R", "at": "2026-11-20T19:00:00+00:00"}
    knots = page.send("/api/knots/edits", {"id": page.new_id(), "edit": edit})["knots"]
    assert {knot["id"]: knot["gone_at"] for knot in knots}["UT2_R"] == "2026-11-20T19:00:00Z"
    stranger = {"id": page.new_id(), "edit": {**edit, "knot": "XX1_R"}}
    assert page.refused("/api/knots/edits", stranger) == (400, "knot-unknown", "knot")


def test_soreness_is_asked_once_something_was_pressed(page, planned, total_ms):
    assert page.get("/api/measures/asked")["asks_soreness"] is False
    page.move(planned, ("start", 0), ("finish", total_ms))
    assert page.get("/api/measures/asked")["asks_soreness"] is True
