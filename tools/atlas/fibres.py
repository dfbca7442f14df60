"""Muscles as sheets of fibres on the skin, and the points pressed, projected into each view."""

from __future__ import annotations

from typing import Any

import numpy as np
from bodies import RIGHT_HALF
from frames import FRAMES
from mesh import Floats
from outline import Bools, Ring, blur, curve, outline
from raster import Picture, View
from territories import PLANE, depth_behind

FIBRES, STEPS = 23, 25
HIDDEN_M = 0.010
SHORTEST_PX = 12.0
FACING = 0.15


def lift(units: Floats, frame: str, pictures: dict[str, Picture]) -> Floats:
    """Points of a frame cast onto the skin in metres; what misses the body is moved to its nearest edge.

    Right side: the returned x is negative.
    """
    shape = units.shape[:-1]
    flat = FRAMES[frame].lay(units)
    camera, picture = RIGHT_HALF[PLANE[frame]], pictures[PLANE[frame]]
    across = flat[:, 0]
    points = np.stack(
        [np.zeros_like(across), flat[:, 1], across] if frame == "L" else [-across, flat[:, 1], np.zeros_like(across)],
        1,
    )
    spot = camera.project(points)
    rows, columns = np.nonzero(picture.body)
    body = np.stack([columns, rows], 1) + 0.5
    out = np.empty_like(points)
    for k, at in enumerate(spot):
        column, row = np.clip(np.floor(at).astype(int), 0, [899, 999])
        if not picture.body[row, column]:
            nearest = body[((body - at) ** 2).sum(1).argmin()]
            inward = nearest + 2 * (nearest - at) / max(float(np.linalg.norm(nearest - at)), 1.0)
            column, row = np.floor(inward).astype(int)
            if not picture.body[row, column]:
                column, row = np.floor(nearest).astype(int)
        out[k] = picture.points[row, column]
    return out.reshape(*shape, 3)


def bend_curve(points: list[list[float]], count: int) -> Floats:
    """That many points evenly along a curve through the given ones (Catmull-Rom by chord length)."""
    p = np.array(points, float)
    ends = np.vstack([2 * p[0] - p[1], p, 2 * p[-1] - p[-2]])
    dense = []
    for k in range(len(p) - 1):
        a, b, c, d = ends[k : k + 4]
        u = np.linspace(0, 1, 24, endpoint=k == len(p) - 2)[:, None]
        dense.append(0.5 * (2 * b + (c - a) * u + (2 * a - 5 * b + 4 * c - d) * u**2 + (3 * b - a - 3 * c + d) * u**3))
    line = np.vstack(dense)
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    at = np.linspace(0, along[-1], count)
    return np.stack([np.interp(at, along, line[:, k]) for k in range(2)], 1)


def weave(muscle: dict[str, Any], pictures: dict[str, Picture]) -> Floats:
    """The muscle's sheet on the skin: fibres by steps by metres."""
    origin, insertion = bend_curve(muscle["origin"], FIBRES), bend_curve(muscle["insertion"], FIBRES)
    v = np.linspace(0, 1, STEPS)[None, :, None]
    if "belly" in muscle:
        belly = 2 * bend_curve(muscle["belly"], FIBRES) - (origin + insertion) / 2
        belly = 0.5 * (belly + bend_curve(muscle["belly"], FIBRES))
        sheet = origin[:, None] * (1 - v) ** 2 + 2 * belly[:, None] * v * (1 - v) + insertion[:, None] * v**2
    else:
        sheet = origin[:, None] * (1 - v) + insertion[:, None] * v
    points = lift(sheet, muscle["frame"], pictures)
    for _ in range(3):  # the skin's own steps, where the edge of the body was near, are combed out
        points[:, 1:-1] = (points[:, :-2] + 2 * points[:, 1:-1] + points[:, 2:]) / 4
        points[1:-1] = (points[:-2] + 2 * points[1:-1] + points[2:]) / 4
    return points


def sees(points: Floats, view: str, pictures: dict[str, Picture], solid: Bools) -> Bools:
    """Which points of the skin a view shows."""
    spot = np.clip(np.floor(RIGHT_HALF[view].project(points)).astype(int), 0, [899, 999])
    return (depth_behind(points, pictures[view], view) < HIDDEN_M) & solid[spot[..., 1], spot[..., 0]]


def facing(point: Floats, view: str, pictures: dict[str, Picture]) -> float:
    """How squarely the skin at a point faces a view: 1 head on, 0 on edge, -1 where it is hidden."""
    camera = RIGHT_HALF[view]
    column, row = np.clip(np.floor(camera.project(point)).astype(int), 0, [899, 999])
    if not pictures[view].body[row, column] or depth_behind(point, pictures[view], view) > HIDDEN_M:
        return -1.0
    return float(pictures[view].normals[row, column] @ np.array(camera.toward))


def draw_fibres(sheet: Floats, view: View, shown: Bools) -> list[Ring]:
    """The visible stretch of each fibre as a few points."""
    flat = view.project(sheet)
    out = []
    for line, seen in zip(flat, shown, strict=True):
        runs = np.split(np.arange(len(line)), np.flatnonzero(np.diff(seen.astype(int))) + 1)
        run = max((r for r in runs if seen[r[0]]), key=len, default=np.array([], int))
        if len(run) > 2 and np.linalg.norm(np.diff(line[run], axis=0), axis=1).sum() > SHORTEST_PX:
            picked = line[run[np.unique(np.linspace(0, len(run) - 1, 5).round().astype(int))]]
            out.append([(round(float(x), 1), round(float(y), 1)) for x, y in picked])
    return out


def outline_sheet(sheet: Floats, view: View, shown: Bools, solid: Bools) -> list[Ring]:
    """The edge of the visible part of a sheet."""
    flat = view.project(sheet)
    mask = np.zeros(solid.shape, bool)
    for i in range(FIBRES - 1):
        for j in range(STEPS - 1):
            if shown[i : i + 2, j : j + 2].all():
                fill(mask, flat[[i, i + 1, i + 1, i], [j, j, j + 1, j + 1]])
    mask = blur(mask.astype(float), 2.0) > 0.4
    return outline(mask & solid, 1.2, 15.0)[:1]


def fill(mask: Bools, quad: Floats) -> None:
    low, high = np.floor(quad.min(0)).astype(int), np.ceil(quad.max(0)).astype(int) + 1
    (x0, y0), (x1, y1) = np.maximum(low, 0), np.minimum(high, [mask.shape[1], mask.shape[0]])
    x, y = np.meshgrid(np.arange(x0, x1) + 0.5, np.arange(y0, y1) + 0.5)
    inside = np.zeros(x.shape, bool)
    for (ax, ay), (bx, by) in zip(quad, np.roll(quad, -1, 0), strict=True):
        if ay != by:
            inside ^= ((ay > y) != (by > y)) & (x < ax + (y - ay) * (bx - ax) / (by - ay))
    mask[y0:y1, x0:x1] |= inside


def fibre_path(points: Ring) -> str:
    return curve(points, closed=False)
