"""The body map (views.json and its pictures) against the anatomy it was drawn from."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
KNOWLEDGE = ROOT / "src" / "unknot" / "knowledge"
BUST_VIEWS = ("back", "front", "left", "right")
SMALL_REGIONS = ("ear_deep", "orbit", "teeth_lower", "teeth_upper", "tmj")
FINGERTIP_PX = 28

MAP = json.loads((KNOWLEDGE / "views.json").read_text("utf-8"))
VIEWS: dict[str, Any] = MAP["views"]
Ring = list[tuple[float, float]]


def read(name: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = tomllib.loads((KNOWLEDGE / f"{name}s.toml").read_text("utf-8"))[name]
    return entries


def rings(path: str) -> list[Ring]:
    """The corners of a path's closed curves."""
    out = []
    for part in re.findall(r"M[^M]*", path):
        start, *curves = re.split("C", part.rstrip("Z"))
        numbers = [[float(n) for n in text.lstrip("M").split()] for text in (start, *curves)]
        out.append([(n[-2], n[-1]) for n in numbers])
    return out


def holds(path: str, x: float, y: float) -> bool:
    inside = False
    for ring in rings(path):
        for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
                inside = not inside
    return inside


def shown(kind: str) -> set[tuple[str, str | None]]:
    return {(entry["id"], entry["side"]) for view in VIEWS.values() for entry in view[kind]}


def both_sides(entries: list[dict[str, Any]]) -> set[tuple[str, str | None]]:
    sides = {True: (None,), False: ("left", "right")}
    return {(entry["id"], side) for entry in entries for side in sides[entry.get("midline", False)]}


def test_every_region_can_be_tapped_somewhere() -> None:
    assert shown("regions") == both_sides(read("region"))


def test_every_trigger_point_is_drawn_on_both_sides() -> None:
    assert shown("points") == both_sides(read("trigger_point"))


def test_every_muscle_is_drawn_on_both_sides() -> None:
    assert shown("muscles") == both_sides(read("muscle"))


@pytest.mark.parametrize("name", BUST_VIEWS)
def test_every_trigger_point_lies_on_the_body(name: str) -> None:
    view = VIEWS[name]
    assert [p["id"] for p in view["points"] if not holds(view["silhouette"], *p["at"])] == []


@pytest.mark.parametrize("name", VIEWS)
def test_every_region_lies_under_its_own_label(name: str) -> None:
    regions = VIEWS[name]["regions"]
    assert [r["id"] for r in regions if not holds(r["path"], *r["label_at"])] == []


@pytest.mark.parametrize(
    ("name", "zones"),
    [
        ("back", {"Z_SIDE", "Z_SPINE"}),
        ("front", {"Z_FRONT"}),
        ("left", {"Z_FRONT", "Z_SIDE"}),
        ("right", {"Z_FRONT", "Z_SIDE"}),
    ],
)
def test_the_places_never_to_press_are_on_every_view(name: str, zones: set[str]) -> None:
    assert zones <= {zone["id"] for zone in VIEWS[name]["zones"] if zone["rule"] == "forbidden"}


def test_a_zone_has_the_rule_of_the_knowledge() -> None:
    rules = {zone["id"]: zone["rule"] for zone in read("zone")}
    assert {z["id"]: z["rule"] for view in VIEWS.values() for z in view["zones"]}.items() <= rules.items()


def test_no_point_that_may_be_pressed_is_drawn_in_a_forbidden_zone() -> None:
    pressed = {p["id"] for p in read("trigger_point") if p["permission"] in {"allowed", "limited"}}
    back = VIEWS["back"]
    forbidden = [zone["path"] for zone in back["zones"] if zone["rule"] == "forbidden"]
    drawn = [p for p in back["points"] if p["id"] in pressed]
    assert {p["id"] for p in drawn} == pressed
    assert [p["id"] for p in drawn if any(holds(path, *p["at"]) for path in forbidden)] == []


@pytest.mark.parametrize("name", ["back", "front"])
def test_left_mirrors_right(name: str) -> None:
    def places(side: str) -> dict[str, float]:
        points = {p["id"]: p["at"] for p in VIEWS[name]["points"] if p["side"] == side}
        labels = {r["id"]: r["label_at"] for r in VIEWS[name]["regions"] if r["side"] == side}
        corners = {r["id"] + " start": rings(r["path"])[0][0] for r in VIEWS[name]["regions"] if r["side"] == side}
        return {key: at[0] for key, at in {**points, **labels, **corners}.items()}

    right, left = places("right"), places("left")
    assert {key: round(900 - x, 1) for key, x in right.items()} == left


def test_the_persons_left_is_left_from_behind_and_right_from_the_front() -> None:
    assert all(p["at"][0] < 450 for p in VIEWS["back"]["points"] if p["side"] == "left")
    assert all(p["at"][0] > 450 for p in VIEWS["front"]["points"] if p["side"] == "left")


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_side_view_shows_its_own_side_only(side: str) -> None:
    assert {e["side"] for kind in ("regions", "points", "muscles") for e in VIEWS[side][kind]} == {side, None}


@pytest.mark.parametrize("region", SMALL_REGIONS)
def test_a_small_region_is_as_wide_as_a_fingertip(region: str) -> None:
    spans = []
    for view in VIEWS.values():
        for ring in (ring for r in view["regions"] if r["id"] == region for ring in rings(r["path"])[:1]):
            xs, ys = zip(*ring, strict=True)
            spans.append(min(max(xs) - min(xs), max(ys) - min(ys)))
    assert max(spans) >= FINGERTIP_PX


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_has_a_small_picture(name: str) -> None:
    picture = ROOT / "web" / "public" / VIEWS[name]["image"]
    assert 1_000 < picture.stat().st_size <= 40_000
