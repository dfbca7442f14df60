"""The model of the living map (body.bin) against the anatomy it was made from: places, muscles, zones."""

from __future__ import annotations

import importlib.util
import json
import math
import sys
import tomllib
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from unknot.anatomy import Permission, Way
from unknot.coach import Knowledge
from unknot.units import Frame, Point, Side

ROOT = Path(__file__).resolve().parents[3]
ATLAS = ROOT / "tools" / "atlas"
MODEL = ROOT / "web" / "public" / "atlas" / "body.bin"
NOBODY = 255
SKIN_MM, MUSCLE_MM, FOOTPRINT_MM = 6.0, 30.0, 10.0
WAYS = {Way.UP: (0, 1, 0), Way.DOWN: (0, -1, 0), Way.OUTWARD: (-1, 0, 0), Way.BACKWARD: (0, 0, -1)}
"""The right side lies at x < 0."""


def tool(name: str) -> ModuleType:
    """A module of tools/atlas, which imports its neighbours by their bare names."""
    sys.path.insert(0, str(ATLAS))
    try:
        spec = importlib.util.spec_from_file_location(f"atlas_{name}", ATLAS / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = module
        spec.loader.exec_module(module)
        return module
    finally:
        sys.path.remove(str(ATLAS))


@cache
def model() -> Any:
    return tool("body_file").read_body(MODEL)


@cache
def skin() -> tuple[Any, Any]:
    """The points of the right half in metres and their normals, as the map divides and shades them."""
    file, section = tool("body_file"), model().sections
    corners, middles = file.metres(section["corners"]), file.metres(section["middles"])
    triangles = section["triangles"].astype(np.int64).reshape(-1, 3)
    surface, mesh = tool("surface"), tool("mesh")
    edges = surface.edges_of(triangles)
    numbered = surface.number_as_met(np.sort(edges, 1) @ [len(corners), 1])[1]
    first = np.unique(numbered, return_index=True)[1]
    points = np.concatenate([corners, corners[edges[first]].mean(1) + middles])
    half = surface.Half(triangles, edges[first], len(corners), points, points, points)
    normals = mesh.Mesh(points, half.mesh.triangles).normals()
    normals[points[:, 0] == 0, 0] = 0
    return points, normals / np.linalg.norm(normals, axis=1, keepdims=True)


@cache
def sheets() -> dict[str, Any]:
    """Each muscle's outer face: fibres by steps by 3, in metres."""
    header, file = model().header, tool("body_file")
    shape = (header["fibres"], header["steps"], 3)
    blocks = model().sections["muscles"].reshape(len(header["muscles"]), -1)
    return {id: file.metres(block).reshape(shape) for (id, _), block in zip(header["muscles"], blocks, strict=True)}


def nearest_cell(place: Any) -> tuple[int, float]:
    """The cell nearest to a place in metres, and how far it is in millimetres."""
    away = np.linalg.norm(skin()[0] - place, axis=1)
    return int(away.argmin()), float(away.min()) * 1000


def entries(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((ROOT / f"src/unknot/knowledge/{name}s.toml").read_text("utf-8"))[name]
    return found


def lay(at: tuple[float, float]) -> Any:
    """A place of frame P on the skin of the right side, by the grid of the model; metres."""
    grid = model().header["grid"]
    places = tool("body_file").metres(model().sections["grid"]).reshape(grid["rows"], grid["columns"], 3)
    u, v = ((value - start) / grid["step"] for value, start in zip(at, grid["from"], strict=True))
    i, j = min(int(u), grid["columns"] - 2), min(int(v), grid["rows"] - 2)
    a, b = u - i, v - j
    return (1 - b) * ((1 - a) * places[j, i] + a * places[j, i + 1]) + b * (
        (1 - a) * places[j + 1, i] + a * places[j + 1, i + 1]
    )


def test_the_model_is_made_from_the_anatomy_as_it_stands() -> None:
    assert model().header["made_from"] == tool("make").fingerprint(), "the anatomy changed: run python3 x.py atlas"


def test_the_map_is_drawn_from_the_anatomy_as_it_stands() -> None:
    views = json.loads((ROOT / "src/unknot/knowledge/views.json").read_text("utf-8"))
    assert views["made_from"] == tool("make").fingerprint(), "the anatomy changed: run python3 x.py atlas"


def test_the_model_that_is_written_is_read_back_as_it_was(tmp_path: Path) -> None:
    file = tool("body_file")
    numbers = {"a": np.array([3, -7, 32_000, -32_000], np.int16), "b": np.array([0, 255], np.uint8)}
    file.write_body(tmp_path / "body.bin", file.BodyFile({"id": "x"}, numbers))
    back = file.read_body(tmp_path / "body.bin")
    assert back.header == {"id": "x"}
    assert {name: values.tolist() for name, values in back.sections.items()} == {
        name: values.tolist() for name, values in numbers.items()
    }


def test_the_stored_half_ends_exactly_at_the_midline() -> None:
    points = skin()[0]
    assert points[:, 0].max() == 0
    assert (points[:, 0] == 0).sum() > 200


@pytest.mark.parametrize("region", [r["id"] for r in entries("region") if r["frame"] != "R" or r["centre"][0] < 0.9])
def test_every_region_of_the_bust_has_a_patch_of_skin_of_its_own(region: str) -> None:
    names = [id for id, _ in model().header["regions"]]
    owned = model().sections["region"] == names.index(region)
    points, _ = skin()
    widest = np.ptp(points[owned], axis=0).max() * 1000 if owned.any() else 0.0
    assert owned.sum() >= 8
    assert widest >= 12, "as wide as a fingertip"


@pytest.mark.parametrize("region", [r["id"] for r in entries("region") if r["frame"] == "P"])
def test_a_region_of_the_back_holds_its_own_centre(region: str) -> None:
    entry = next(r for r in entries("region") if r["id"] == region)
    cell, away_mm = nearest_cell(lay(entry["centre"]))
    names = [id for id, _ in model().header["regions"]]
    assert away_mm < SKIN_MM
    assert names[model().sections["region"][cell]] == region


def test_hardly_a_cell_of_head_and_neck_is_without_a_region() -> None:
    points, _ = skin()
    seen = (points[:, 1] > -0.05) & (points[:, 0] > -0.1)
    assert (model().sections["region"][seen] == NOBODY).mean() < 0.01


@pytest.mark.parametrize("point", [p["id"] for p in entries("trigger_point")])
def test_a_trigger_point_lies_on_the_skin_over_its_own_muscle(point: str) -> None:
    at = {id: place for id, place, _ in model().header["points"]}[point]
    muscle = next(p["muscle"] for p in entries("trigger_point") if p["id"] == point)
    cell, away_mm = nearest_cell(np.array(at))
    offset = (sheets()[muscle].reshape(-1, 3) - at) * 1000
    normal = skin()[1][cell]
    along = offset @ normal
    beside = np.linalg.norm(offset - along[:, None] * normal, axis=1)
    assert away_mm < SKIN_MM
    assert beside.min() < FOOTPRINT_MM
    assert -MUSCLE_MM < along[beside.argmin()] < 0, "the muscle lies below the skin"


@pytest.mark.parametrize("point", [p["id"] for p in entries("trigger_point")])
def test_the_hatching_agrees_with_the_permission_of_a_trigger_point(point: str) -> None:
    at = {id: place for id, place, _ in model().header["points"]}[point]
    permission = next(p["permission"] for p in entries("trigger_point") if p["id"] == point)
    hatched = model().sections["never"][nearest_cell(np.array(at))[0]] > 0
    if permission in (Permission.ALLOWED, Permission.LIMITED):
        assert not hatched
    if permission == Permission.FORBIDDEN:
        assert hatched


def test_the_hatching_is_the_forbidden_zones_and_nothing_else(knowledge: Knowledge) -> None:
    """Walks frame P in steps of 0.05; a step on a border may fall on either side of it."""
    wrong = []
    for x in np.arange(0.025, 0.95, 0.05):
        for y in np.arange(-1.25, 0.95, 0.05):
            around = [Point(Frame.P, x + dx, y + dy) for dx in (-0.03, 0, 0.03) for dy in (-0.03, 0, 0.03)]
            ruled = {any(z.rule == "forbidden" for z in knowledge.body.zones_at(point)) for point in around}
            cell, away_mm = nearest_cell(lay((x, y)))
            points, normals = skin()
            if len(ruled) == 1 and away_mm < SKIN_MM and normals[cell][2] < -0.35 and points[cell][2] < 0.06:
                hatched = model().sections["never"][cell] > 0
                if bool(hatched) not in ruled and not in_front(cell):
                    wrong.append((round(float(x), 3), round(float(y), 3)))
    assert wrong == []


def in_front(cell: int) -> bool:
    """Hatched by a zone of another frame: the side of the neck reaches round to the back."""
    return bool(skin()[0][cell][2] > 0.02)


@pytest.mark.parametrize("muscle", [m["id"] for m in entries("muscle")])
def test_a_muscle_stays_inside_the_body_and_on_its_side(muscle: str) -> None:
    sheet = sheets()[muscle].reshape(-1, 3)
    points, normals = skin()
    nearest = np.array([((points - place) ** 2).sum(1).argmin() for place in sheet])
    out_mm = ((sheet - points[nearest]) * normals[nearest]).sum(1) * 1000
    assert sheet[:, 0].max() < 0, "nothing crosses the midline"
    assert out_mm.max() < -1, "nothing comes through the skin"
    assert out_mm.min() > -MUSCLE_MM


@pytest.mark.parametrize("muscle", [m["id"] for m in entries("muscle")])
def test_the_fibres_of_a_muscle_run_as_its_entry_says(muscle: str) -> None:
    entry = next(m for m in entries("muscle") if m["id"] == muscle)
    sheet = sheets()[muscle]
    way = (sheet[:, -1] - sheet[:, 0]).mean(0)
    way /= np.linalg.norm(way)
    shares = {named: float(way @ np.array(axis)) for named, axis in WAYS.items()}
    named = {Way(one) for one in entry["runs"]}
    assert all(shares[one] > 0.1 for one in named)
    assert max(shares, key=lambda one: shares[one]) in named


def test_deep_muscles_lie_below_the_superficial_ones_over_them() -> None:
    depth = {m["id"]: m for m in entries("muscle")}
    lowest = max(m["depth_mm"] for m in depth.values() if m["layer"] == "superficial")
    assert {m["id"] for m in depth.values() if m["layer"] == "deep" and m["depth_mm"] <= lowest} == set()


def test_there_are_18_muscles_and_every_trigger_point_has_its_own(knowledge: Knowledge) -> None:
    drawn = {id for id, _ in model().header["muscles"]}
    assert len(drawn) == 18
    assert {point.muscle for point in knowledge.body.trigger_points} <= drawn


def test_the_bones_that_can_be_felt_lie_on_the_skin(knowledge: Knowledge) -> None:
    placed = {id: (place, midline) for id, place, midline in model().header["landmarks"]}
    assert set(placed) == {"inion", "mastoid", "c7", "acromion", "superior_angle", "inferior_angle"}
    assert {landmark.id: landmark.midline for landmark in knowledge.body.landmarks} == {
        id: midline for id, (_, midline) in placed.items()
    }
    assert [id for id, (place, _) in placed.items() if nearest_cell(np.array(place))[1] > SKIN_MM] == []
    assert [id for id, (place, midline) in placed.items() if midline != (place[0] == 0)] == []


def test_c7_is_where_the_model_has_its_origin() -> None:
    assert math.dist({id: place for id, place, _ in model().header["landmarks"]}["c7"], (0, 0, 0)) < 0.004


NUCHAL_LINE = ((0.0, 1.0), (0.34, 0.83))
SPINE_OF_SCAPULA = ((0.0, -0.45), (0.36, -0.52), (0.90, -0.16))
OUTER_END = 0.90


def height_at(line: tuple[tuple[float, float], ...], x: float) -> float:
    xs, ys = zip(*line, strict=True)
    return float(np.interp(x, xs, ys))


def test_the_neck_is_the_union_of_the_regions_between_skull_scapula_and_collarbone(knowledge: Knowledge) -> None:
    """Each region belongs to it whose centre lies in between; the throat, in front of the muscles, does not."""
    inside = set()
    for region in knowledge.body.regions:
        x, y = region.centre
        match region.frame:
            case Frame.P:
                below, above = height_at(NUCHAL_LINE, x), height_at(SPINE_OF_SCAPULA, x)
                held = above < y < below and x < OUTER_END
            case Frame.L:
                held = -1.30 < y < -0.5 and -0.9 < x < 0.3
            case Frame.A:
                held = y > 0.09 and x < OUTER_END
            case Frame.R:
                held = False
        if held:
            inside.add(region.id)
    neck = next(part for part in knowledge.body.parts if part.id == "neck")
    assert set(neck.regions) == inside
    assert len(neck.regions) == len(inside)


def test_a_place_pressed_on_the_left_is_the_mirror_of_the_right(knowledge: Knowledge) -> None:
    for point in knowledge.body.trigger_points:
        right, left = point.point(Side.RIGHT), point.point(Side.LEFT)
        assert [z.id for z in knowledge.body.zones_at(right)] == [z.id for z in knowledge.body.zones_at(left)]
