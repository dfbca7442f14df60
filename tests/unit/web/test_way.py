"""The whole way through the API: check in, say where it hurts, get a plan, play it, tell how it was."""

import json

import msgspec
import pytest

from unknot.progress import Easing
from unknot.words import fluent_text

NOON = "2026-11-20T18:00:00Z"
KEPT = {"age": 35, "sex-at-birth": "male-at-birth", "health": "none", "course": "none"}
MARKS = {"drawing": {"shoulder_top_R": 6, "neck_postlat_R": 4}, "palpation": {"UT2_R": "familiar"}}


def as_sent(value: object) -> object:
    """A value as it comes out of the answer that holds it."""
    return json.loads(msgspec.json.encode(value))


def test_home_of_someone_new(page, knowledge):
    page.send("/api/settings", {"id": page.new_id(), "country": "GB"}, "PUT")
    assert page.get("/api/home") == {
        "visit": "first",
        "visits": 0,
        "last_visit": None,
        "today": 0,
        "kept": {},
        "history_signs": [],
        "drawing": None,
        "situation": None,
        "asks_causes": False,
        "open_session": None,
        "emergency": as_sent(knowledge.calling.numbers_in("GB")),
        "clinician_reviewed": False,
        "version": knowledge.version,
    }


def test_home_knows_where_someone_left_off(page, planned):
    page.move(planned, ("start", 0), ("pause", 31_000))
    home = page.get("/api/home")
    assert {name: home[name] for name in home if name not in ("emergency", "version")} == {
        "visit": "return",
        "visits": 1,
        "last_visit": NOON,
        "today": 1,
        "kept": KEPT,
        "history_signs": [],
        "drawing": MARKS["drawing"],
        "situation": {"minutes": 10, "tools": [], "hand": "both", "place": "home"},
        "asks_causes": True,
        "open_session": {"plan_id": planned, "position_ms": 31_000},
        "clinician_reviewed": False,
    }


def test_the_emergency_number_is_that_of_the_browsers_country(page):
    home = page.request("GET", "/api/home", headers={"Accept-Language": "en-NZ"}).json()
    assert (home["emergency"]["country"], home["emergency"]["number"]) == ("NZ", "111")


def test_the_systems_country_goes_before_the_browsers(page, monkeypatch):
    monkeypatch.setenv("LANG", "de_AT.UTF-8")
    home = page.request("GET", "/api/home", headers={"Accept-Language": "en-US"}).json()
    assert (home["emergency"]["country"], home["emergency"]["any_emergency"]) == ("AT", "112")


def test_the_country_that_a_person_sets_goes_before_all(page, monkeypatch):
    monkeypatch.setenv("LANG", "de_AT.UTF-8")
    page.send("/api/settings", {"id": page.new_id(), "country": "NO"}, "PUT")
    assert page.get("/api/home")["emergency"]["country"] == "NO"


def test_whoever_does_not_know_where_they_are_gets_what_mobile_phones_understand(page, monkeypatch):
    monkeypatch.setenv("LANG", "de_AT.UTF-8")
    page.send("/api/settings", {"id": page.new_id(), "country": "ZZ"}, "PUT")
    emergency = page.get("/api/home")["emergency"]
    assert (emergency["country"], emergency["number"], emergency["advice_line"]) == ("ZZ", "112", "")


@pytest.mark.parametrize("country", ["XX", "UK", "EU"])
def test_a_country_that_does_not_exist_is_not_kept(page, country):
    sent = {"id": page.new_id(), "country": country}
    assert page.refused("/api/settings", sent, "PUT") == (400, "input-no-such-country", "country")
    assert page.kept() == []


def test_the_questions_come_in_their_order(page, knowledge):
    assert page.get("/api/questions") == {"questions": as_sent(knowledge.rules.questions)}


def test_a_screening_says_what_to_ask_next_and_keeps_nothing(page):
    verdict = page.send("/api/screen", {"answers": {"age": 35}})
    assert (verdict["kind"], verdict["missing"][0]) == ("needs-answers", "any-of-these")
    assert page.kept() == []


def test_own_words_are_read_and_nothing_is_kept(page):
    read = page.send("/api/own-words", {"words": "numb fingers, and my right shoulder blade aches"})
    assert [(one["question"], one["start"], one["end"]) for one in read["first"]] == [("arm-leg-signs", 0, 4)]
    assert {(one["region"], one["side"]) for one in read["places"]} == {("scap_body", "right"), ("hand_mid", None)}
    assert (read["about_other"], read["recognised"], read["read"], read["length"]) == (False, True, 47, 47)
    assert page.kept() == []


def test_words_that_are_far_too_long_are_refused(page):
    assert page.refused("/api/own-words", {"words": "x" * 100_001})[:2] == (400, "input-not-valid")


def test_a_check_in_is_kept_with_its_verdict(page, healthy, knowledge):
    id = page.new_id()
    answer = page.request("POST", "/api/check-ins", json={"id": id, "answers": healthy})
    assert (answer.status_code, answer.json()) == (
        201,
        {
            "id": id,
            "verdict": {
                "kind": "cleared",
                "at": NOON,
                "tier": "clear",
                "fired": [],
                "limits": {"pressure_allowed": True, "restrictions": []},
                "rules": knowledge.rules.version,
                "valid_min": 120,
            },
        },
    )
    assert [(event["id"], event["kind"], event["at"]) for event in page.kept()] == [(id, "checked-in", NOON)]


def test_a_check_in_that_stops_is_kept_with_the_rules_that_fired(page, answering):
    answers = answering(illness_signs=["fever", "severe-neck-stiffness"])
    kept = page.send("/api/check-ins", {"id": page.new_id(), "answers": answers})
    fired = [one["rule"] for one in kept["verdict"]["fired"]]
    assert (kept["verdict"]["kind"], kept["verdict"]["tier"]) == ("stopped", "emergency-now")
    assert fired[0] == "fever-with-stiff-neck"
    assert [one["rule"] for one in page.kept()[0]["body"]["verdict"]["fired"]] == fired


def test_the_atlas_has_every_view_and_what_lies_on_it(page, knowledge):
    atlas = page.get("/api/atlas")
    assert set(atlas["views"]) == {"back", "left", "right", "front", "arms"}
    assert [len(atlas[part]) for part in ("regions", "trigger_points", "zones", "muscles")] == [
        len(knowledge.body.regions),
        len(knowledge.body.trigger_points),
        len(knowledge.body.zones),
        len(knowledge.body.muscles),
    ]


def test_a_drawing_is_answered_with_its_likely_source(page):
    finding = page.send("/api/findings", MARKS)
    first = finding["candidates"][0]
    assert (first["point"], first["side"], first["certainty"]) == ("UT2", "right", "most-likely")
    assert page.kept() == []


def test_pains_are_answered_as_the_drawing_they_amount_to(page):
    pains = [{"places": [place], "strength": 5, "kind": "ache", "since": "days"} for place in MARKS["drawing"]]
    finding = page.send("/api/findings", {"drawing": {}, "pains": pains})
    assert finding["candidates"][0]["point"] == "UT2"
    assert finding == page.send("/api/findings", {"drawing": MARKS["drawing"]})


def test_the_techniques_come_with_tools_places_positions_and_ceilings(page, knowledge):
    book = as_sent(knowledge.techniques)
    parts = ("techniques", "tools", "places", "positions", "ceilings")
    assert page.get("/api/techniques") == {part: book[part] for part in parts}


def test_a_plan_is_made_and_kept_with_what_it_was_made_from(page, healthy):
    wanted = page.plan_to_make(page.check_in(healthy))
    answer = page.request("POST", "/api/plans", json=wanted)
    made = answer.json()
    assert (answer.status_code, made["id"], made["plan"]["made_at"]) == (201, wanted["id"], NOON)
    assert page.kept()[1]["body"] == {name: told for name, told in wanted.items() if name != "id"} | {
        "finding": made["finding"],
        "plan": made["plan"],
        "easing": as_sent(Easing()),
        "trial": None,
        "pains": [],
        "movements": {},
        "also_hurts": {},
        "advised": "",
        "guidance": [],
    }


def test_a_swap_that_is_offered_can_be_made(page, healthy):
    check_in = page.check_in(healthy)
    offered = page.send("/api/plans", page.plan_to_make(check_in, situation={"minutes": 10, "tools": ["cane"]}))
    step = next(
        step for step in offered["plan"]["steps"] if {"technique": "cane-pressure", "tool": "cane"} in step["swaps"]
    )
    change = {"step": step["id"], "technique": "cane-pressure", "tool": "cane"}
    wanted = page.plan_to_make(check_in, situation={"minutes": 10, "tools": ["cane"]}, changes=[change])
    swapped = page.send("/api/plans", wanted)["plan"]["steps"]
    assert [(one["technique"], one["tool"]) for one in swapped if one["id"] == step["id"]] == [
        ("cane-pressure", "cane")
    ]


def test_a_cue_sheet_is_played_from_its_plan(page, planned):
    sheet = page.get(f"/api/plans/{planned}/cue-sheet")
    assert (sheet["cues"][0]["at_ms"], sheet["total_ms"]) == (0, sheet["plan"]["total_s"] * 1000)


def test_a_session_played_to_its_end_is_finished(page, planned, total_ms):
    heard = page.move(planned, ("start", 0), ("finish", total_ms))
    assert (heard["record"]["ending"], heard["record"]["position_ms"], heard["advice"]) == ("finished", total_ms, None)


def test_events_in_any_order_are_put_in_theirs(page, planned):
    told = page.events(("start", 0), ("pause", 20_000))
    heard = page.send(f"/api/plans/{planned}/events", {"events": told["events"][::-1]})
    assert heard["record"]["position_ms"] == 20_000


def test_a_stop_is_answered_with_the_advice_for_what_was_felt(page, planned, knowledge):
    page.move(planned, ("start", 0), ("stop", 100_000))
    felt = page.events(("felt", 101_000), start=2, feeling="numb")
    heard = page.send(f"/api/plans/{planned}/events", felt)
    rule = next(rule for rule in knowledge.stops if rule.feeling == "numb")
    assert (heard["record"]["ending"], heard["advice"]) == ("stopped", as_sent(rule))
    assert page.refused(f"/api/plans/{planned}/cue-sheet", None, "GET") == (409, "session-is-over", "plan")


def test_what_was_told_after_a_session_stands_in_the_story_of_its_knot(page, planned, total_ms):
    page.move(planned, ("start", 0), ("finish", total_ms))
    assert page.send(f"/api/plans/{planned}/outcome", page.outcome(6, 3)) == {}
    (knot,) = [knot for knot in page.get("/api/knots")["knots"] if knot["point"] == "UT2"]
    (session,) = knot["sessions"]
    assert (knot["side"], knot["trend"], knot["relapses"]) == ("right", "too-few-data", 0)
    assert (session["plan_id"], session["pain_before"], session["pain_after"]) == (planned, 6, 3)
    assert (session["turning"], session["helped"], session["stopped_for"]) == ("easier", "yes", None)


def test_causes_are_asked_once_a_session_was_begun(page, planned):
    assert page.get("/api/home")["asks_causes"] is False
    page.move(planned, ("start", 0), ("pause", 1_000))
    assert page.get("/api/home")["asks_causes"] is True
    page.send("/api/causes", {"id": page.new_id(), "answers": {"C1": "often"}})
    assert page.get("/api/home")["asks_causes"] is False


def test_causes_come_with_what_was_answered(page):
    named = page.send("/api/causes", {"id": page.new_id(), "answers": {"C1": "often", "C3": "no"}})
    assert [(cause["id"], cause["answer"]) for cause in named["causes"]] == [
        ("C1", "often"),
        ("C2", None),
        ("C3", "no"),
        ("C4", None),
        ("C5", None),
    ]
    assert page.get("/api/causes") == named


def test_a_setting_stays_until_it_is_set_again(page):
    assert page.get("/api/settings") == {"country": None, "voice": True, "tries": True}
    for change in ({"voice": False}, {"tries": False}, {"country": "NZ"}):
        page.send("/api/settings", {"id": page.new_id(), **change}, "PUT")
    assert page.get("/api/settings") == {"country": "NZ", "voice": False, "tries": False}


def test_the_emergency_numbers_can_be_chosen_from(page, knowledge):
    numbers = page.get("/api/emergency-numbers")["numbers"]
    assert numbers == as_sent(knowledge.calling.numbers)


def test_the_words_come_as_they_are(page):
    answer = page.request("GET", "/words/en.ftl")
    assert (answer.status_code, answer.text) == (200, fluent_text())
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"


def test_a_return_visit_is_short_and_leads_to_a_plan(page, planned, total_ms, returning, casebook):
    page.move(planned, ("start", 0), ("finish", total_ms))
    casebook.wait(days=1)
    short = {id: answer for id, answer in returning.items() if id not in KEPT} | {"after-tool": "none"}
    again = page.plan(page.check_in(short))
    assert (page.get("/api/home")["visits"], page.get(f"/api/plans/{again}/cue-sheet")["plan"]["presses"]) == (2, True)


def test_after_four_weeks_it_is_a_first_visit_again(page, planned, casebook):
    casebook.wait(days=29)
    home = page.get("/api/home")
    assert (home["visit"], home["kept"]) == ("first", {"age": 35, "sex-at-birth": "male-at-birth"})


def test_a_casebook_opened_again_tells_the_same(page, planned, casebook, log, knowledge):
    page.move(planned, ("start", 0), ("stop", 90_000))
    page.send(f"/api/plans/{planned}/outcome", page.outcome(6, 5))
    assert type(casebook)(log, knowledge, "another run").person == casebook.person


def test_what_another_process_has_kept_is_seen_by_home(page, healthy, casebook, log, knowledge):
    other = type(page)(type(casebook)(log, knowledge, "another process"))
    other.check_in(healthy)
    other.close()
    assert page.get("/api/home")["visits"] == 1
