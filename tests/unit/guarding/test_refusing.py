"""What the guard says to a single sheet, and the nearest one that it plays."""

from copy import deepcopy
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from unknot.guarding import Refusal, refusal_of

SESSIONS = Path(__file__).parents[2] / "contract" / "sessions"
CLEARED_AT = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
SOON = CLEARED_AT + timedelta(minutes=1)


@pytest.fixture
def sheet() -> Any:
    """A sheet that may be played."""
    return deepcopy(msgspec.json.decode((SESSIONS / "once-more.json").read_bytes())["sheet"])


def refused(sheet: Any, now: datetime = SOON) -> Refusal | None:
    return refusal_of(msgspec.json.encode(sheet), now)


def pressed(sheet: Any) -> list[Any]:
    return [step for step in (*sheet["plan"]["steps"], *sheet["plan"]["spares"]) if step["path"]]


@pytest.mark.parametrize(
    ("minutes", "refusal"), [(0, None), (120, None), (120.01, Refusal.NOT_FRESH), (-0.01, Refusal.NOT_FRESH)]
)
def test_a_clearance_is_fresh_from_its_minute_for_two_hours(sheet, minutes, refusal):
    assert refused(sheet, CLEARED_AT + timedelta(minutes=minutes)) is refusal


def test_a_clearance_has_to_be_there_and_by_the_rules_of_the_plan(sheet):
    without = deepcopy(sheet)
    without["plan"]["clearance"] = None
    sheet["plan"]["rules"] = "other"
    assert [refused(without), refused(sheet)] == [Refusal.NOT_CLEARED, Refusal.NOT_CLEARED]


@pytest.mark.parametrize("nothing", [None, 7, "sheet", [], {}, {"plan": {}}])
def test_what_is_no_sheet_at_all_is_refused(nothing):
    assert refused(nothing) is Refusal.UNREADABLE


@pytest.mark.parametrize("text", [b"", b"{", b"\xff", b"[" * 100_000])
def test_what_is_no_json_is_refused(text):
    assert refusal_of(text, SOON) is Refusal.UNREADABLE


@pytest.mark.parametrize(("x", "refusal"), [(0.95, None), (0.951, "place"), (0.08, None), (0.079, "place")])
def test_a_spot_at_the_edge_of_a_zone_is_played_and_one_just_outside_it_is_not(sheet, x, refusal):
    for step in pressed(sheet):
        if step["point"]:
            step["path"] = [{"frame": "P", "x": x, "y": -0.2, "side": "right"}]
            step["technique"], step["tool"], step["position"] = "sustained-pressure", "hands", "sitting-supported"
    assert refused(sheet) == refusal


@pytest.mark.parametrize(("more", "refusal"), [(0, None), (1, Refusal.PRESSURE)])
def test_a_ceiling_at_the_limit_is_played_and_one_above_it_is_not(sheet, more, refusal):
    held = next(step for step in pressed(sheet) if step["technique"] == "sustained-pressure")
    held["ceiling_0_10"] = 6 + more
    assert refused(sheet) is refusal


@pytest.mark.parametrize(("on", "at_most", "refusal"), [("level-over", 4, None), ("level-over", 5, Refusal.PRESSURE)])
def test_what_is_too_strong_leads_back_to_four_and_no_higher(sheet, on, at_most, refusal):
    for cue in sheet["cues"]:
        for branch in cue["branches"]:
            if branch["on"] == on:
                branch["at_most_0_10"] = at_most
    assert refused(sheet) is refusal


def test_a_way_that_leads_in_a_circle_is_refused(sheet):
    sheet["cues"][3]["goes_to"] = 2
    assert refused(sheet) is Refusal.WAYS


def test_a_session_of_fifteen_minutes_is_played_and_a_second_more_is_not(sheet):
    """All of it is breathing: nothing else is left to refuse it for."""
    step = next(step for step in sheet["plan"]["steps"] if step["technique"] == "settle")
    sheet["plan"] |= {"steps": [step | {"technique": "warmth", "seconds": 900}], "spares": []}
    cue = sheet["cues"][0] | {"at_ms": 0, "branches": [], "goes_to": None, "step": 0, "for_ms": 880_000}
    rest = cue | {"at_ms": 880_000, "kind": "rest", "for_ms": 20_000}
    whole = sheet | {"cues": [cue, rest], "total_ms": 900_000}
    longer = sheet | {"cues": [cue, rest | {"for_ms": 21_000}], "total_ms": 901_000}
    assert [refused(whole), refused(longer)] == [None, Refusal.TIME]
