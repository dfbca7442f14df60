"""The right half of the skin as cells: where each lies, to which region and zone it belongs, how it is lit."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from bodies import ARM_FADES, BOW, EYE, EYE_RADIUS_M, arm_t, build_ball, ease, join
from mesh import Floats, Ints, Mesh, measure_sky, read_glb, smooth_over, subdivide, weld
from outline import Bools
from raster import Picture
from territories import EAR_FLOOR_M, EAR_WIDTH_M, FAR_REACHING, REACH, Skin, measure_regions, read_skin

NOBODY = 255
EYE_DIVISIONS = 2
ON_MIDLINE_M = 2e-4
BACK_FADES, FRONT_FADES = (-0.300, -0.215), (-0.215, -0.140)
BARE_REACH_M, BARE_SOFT_M, BARE_ROUNDS = 0.016, 0.030, 8
SOLID_ROUNDS, GONE = 8, 0.12


@dataclass(frozen=True)
class Half:
    """The right half of a mesh that was divided once: its coarse triangles, and the points of the fine mesh.

    The first `coarse` points are corners of the triangles, numbered as they are first met; then comes one for each of
    their edges, in the order in which the triangles' edges a-b, b-c, c-a meet them. So nobody stores the fine ones.
    """

    triangles: Ints
    edges: Ints
    coarse: int
    points: Floats
    normals: Floats
    kept: Ints

    @property
    def mesh(self) -> Mesh:
        """The fine triangles, as whoever reads the file makes them."""
        a, b, c = self.triangles.T
        n = int(self.triangles.max()) + 1
        keys = np.sort(edges_of(self.triangles), 1) @ [n, 1]
        ab, bc, ca = (number_as_met(keys)[1] + self.coarse).reshape(-1, 3).T
        quarters = [np.stack(part, 1) for part in ((a, ab, ca), (b, bc, ab), (c, ca, bc), (ab, bc, ca))]
        return Mesh(self.points, np.concatenate(quarters))


@dataclass(frozen=True)
class Cells:
    """The points of the right half. `never` is how deep in a forbidden zone each lies, in units of its frame."""

    half: Half
    region: Ints
    never: Floats
    sky: Floats
    solid: Floats


def halve(skin: Mesh, fine: Mesh) -> Half:
    """The right half of a skin and its subdivision, the midline exactly at x = 0."""
    visible = (fade(skin.points)[skin.triangles] > 0).any(1)
    right = (skin.points[skin.triangles][..., 0] <= ON_MIDLINE_M).all(1) & visible
    corners, triangles = number_as_met(skin.triangles[right].ravel())
    triangles = triangles.reshape(-1, 3)
    n = len(skin.points)
    pairs = np.unique(np.sort(edges_of(skin.triangles), 1), axis=0)  # as subdivide numbers them
    mine = np.sort(corners[edges_of(triangles)], 1)
    _, edge = number_as_met((mine[:, 0] * n + mine[:, 1]).ravel())
    first = np.unique(edge, return_index=True)[1]
    places = np.searchsorted(pairs[:, 0] * n + pairs[:, 1], mine[first, 0] * n + mine[first, 1])
    kept = np.concatenate([corners, n + places])
    points, normals = fine.points[kept].copy(), fine.normals()[kept]
    middle = np.abs(points[:, 0]) < ON_MIDLINE_M
    points[middle, 0] = normals[middle, 0] = 0.0
    points[:, 0] = np.minimum(points[:, 0], 0.0)
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    return Half(triangles, edges_of(triangles)[first], len(corners), points, normals, kept)


def edges_of(triangles: Ints) -> Ints:
    """The edges a-b, b-c, c-a of each triangle in turn."""
    return np.stack([triangles, np.roll(triangles, -1, axis=1)], -1).reshape(-1, 2)


def number_as_met(values: Ints) -> tuple[Ints, Ints]:
    """The different values in the order in which they are met, and the number of each value in that order."""
    found, first, index = np.unique(values, return_index=True, return_inverse=True)
    order = np.argsort(first)
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    return found[order], rank[index.ravel()]


def fade(points: Floats) -> Floats:
    """How solid the skin is from wherever it is looked at: the cuts of the bust dissolve."""
    t = np.maximum(arm_t(points), 0)
    forward = ease(points[..., 2], 0.02, 0.13)
    low, high = (b + forward * (f - b) for b, f in zip(BACK_FADES, FRONT_FADES, strict=True))
    on_arm = np.clip(t / 0.15, 0, 1)
    lift = (1 - on_arm) * BOW * points[..., 0] ** 2
    u = np.clip((points[..., 1] - lift - low) / (high - low), 0, 1)
    return np.minimum(1 - ease(t, *ARM_FADES), u * u * (3 - 2 * u))


def read_cells(glb: Path, pictures: dict[str, Picture], data: dict[str, Any]) -> Cells:
    """The cells of the right half of a bust."""
    skin = weld(read_glb(glb))
    for side in (1.0, -1.0):
        skin = join(skin, build_ball(EYE * [side, 1, 1], EYE_RADIUS_M, EYE_DIVISIONS))
    fine = subdivide(skin)
    half = halve(skin, fine)
    seen = read_skin(Picture(half.points[None], half.normals[None]), pictures)
    # combed, so that no triangle shows; then lowered, so that the cut itself is gone
    solid = ease(smooth_over(half.mesh, fade(half.points), SOLID_ROUNDS), GONE, 1.0)
    sky = measure_sky(fine)[half.kept]
    return Cells(half, own(seen, data), measure_never(seen, data), sky, solid)


def own(skin: Skin, data: dict[str, Any]) -> Ints:
    """The number of the region that holds each cell; NOBODY where none does."""
    regions = data["regions"]["region"]
    distances = measure_regions(skin, regions)[:, 0]
    reaches = np.array([FAR_REACHING.get(region["id"], REACH) for region in regions])[:, None]
    held = np.where(distances < reaches, distances, np.inf)
    return np.where(np.isfinite(held.min(0)), held.argmin(0), NOBODY)


def measure_never(skin: Skin, data: dict[str, Any]) -> Floats:
    """How deep each cell lies inside the forbidden zones, in units of the frame; negative outside."""
    points = skin.picture.points[0]
    out = np.full(len(points), -1.0)
    for zone in data["zones"]["zone"]:
        if zone["rule"] == "forbidden":
            for shape in zone["shape"]:
                polygon = np.array(shape["polygon"])
                if shape["frame"] != "L":  # one half is stored: what begins at the midline goes on beyond it
                    polygon[polygon[:, 0] == 0, 0] = -1.0
                out = np.maximum(out, depth_in(polygon, skin.units[shape["frame"]][0]))
    ear = (np.abs(points[:, 0]) > EAR_WIDTH_M) & (points[:, 1] > EAR_FLOOR_M)
    return np.where(ear, -1.0, out)


def depth_in(polygon: Floats, points: Floats) -> Floats:
    """The distance of points to a polygon's edge, negative outside and -1 where they are not in its frame."""
    x, y = points[:, 0], points[:, 1]
    inside: Bools = np.zeros(len(points), bool)
    away = np.full(len(points), np.inf)
    for a, b in zip(polygon, np.roll(polygon, -1, 0), strict=True):
        if a[1] != b[1]:
            inside ^= ((a[1] > y) != (b[1] > y)) & (x < a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1]))
        share = np.clip(((points - a) @ (b - a)) / ((b - a) @ (b - a)), 0, 1)
        away = np.minimum(away, np.linalg.norm(points - a - share[:, None] * (b - a), axis=1))
    return np.nan_to_num(np.where(inside, away, -away), nan=-1.0)


def find_bare(cells: Cells, sheets: list[Floats]) -> Floats:
    """Where there is muscle below the skin, 1, and where there is none, 0; soft at the border."""
    points = cells.half.points
    out = np.zeros(len(points))
    for sheet in sheets:
        inner = sheet.reshape(-1, 3)
        away = np.full(len(points), np.inf)
        for part in np.array_split(inner, 8):
            away = np.minimum(away, ((points[:, None] - part[None]) ** 2).sum(-1).min(1))
        out = np.maximum(out, 1 - ease(np.sqrt(away), BARE_REACH_M, BARE_SOFT_M))
    ear = (np.abs(points[:, 0]) > EAR_WIDTH_M) & (points[:, 1] > EAR_FLOOR_M)
    return smooth_over(cells.half.mesh, np.where(ear, 0, out), BARE_ROUNDS)
