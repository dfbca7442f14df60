"""Muscles as bodies under the skin: the outer face of each sheet, at its own depth, on the person's right side."""

from __future__ import annotations

from typing import Any

import numpy as np
from mesh import Floats, Ints, Mesh

MIDLINE_GAP_M = 0.0008
SHALLOWEST_M = 0.0015
COMBINGS = 4
NEIGHBOURS = 12
TENDON = 0.6  # how fast a belly rises from its tendon
MM = 0.001


def loft(footprint: Floats, muscle: dict[str, Any], skin: Mesh, normals: Floats) -> Floats:
    """The outer face of a muscle in metres: fibres by steps by 3, from origin to insertion.

    It lies `depth_mm` below the skin in the belly and sinks by `thickness_mm` to its edges and tendons; `footprint`
    is the same sheet on the skin. Nothing of it crosses the midline.
    """
    depth = muscle["depth_mm"] * MM + muscle["thickness_mm"] * MM * (1 - swell(footprint.shape[:2], muscle["bulge"]))
    sheet = footprint - face(footprint, skin, normals) * np.maximum(depth, SHALLOWEST_M)[..., None]
    sheet[..., 0] = np.minimum(sheet[..., 0], -MIDLINE_GAP_M)
    return sheet


def swell(shape: tuple[int, int], bulge: float) -> Floats:
    """How far each place of a sheet rises to its full thickness, 0 to 1; shape fibres by steps."""
    across = np.sin(np.pi * np.linspace(0, 1, shape[0]))[:, None] ** 0.5
    along = np.sin(np.pi * np.linspace(0, 1, shape[1]))[None, :] ** TENDON
    return along * (1 - bulge * (1 - across))


def face(footprint: Floats, skin: Mesh, normals: Floats) -> Floats:
    """Unit normals of the skin under each place of a sheet, combed smooth along it."""
    flat = footprint.reshape(-1, 3)
    out = np.concatenate([normals[nearest(part, skin.points)].sum(1) for part in np.array_split(flat, 16)])
    out = out.reshape(footprint.shape)
    for _ in range(COMBINGS):
        padded = np.pad(out, ((1, 1), (1, 1), (0, 0)), mode="edge")
        out = (padded[:-2, 1:-1] + padded[2:, 1:-1] + padded[1:-1, :-2] + padded[1:-1, 2:] + 2 * out) / 6
    return out / np.maximum(np.linalg.norm(out, axis=-1, keepdims=True), 1e-9)


def nearest(places: Floats, points: Floats) -> Ints:
    """The points nearest to each place, NEIGHBOURS of them."""
    squared = ((places[:, None] - points[None]) ** 2).sum(-1)
    return np.argpartition(squared, NEIGHBOURS, axis=1)[:, :NEIGHBOURS]
