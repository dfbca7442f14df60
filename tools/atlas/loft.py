"""Muscles as bodies under the skin: the outer face of each sheet, at its own depth, on the person's right side."""

from __future__ import annotations

from typing import Any

import numpy as np
from mesh import Floats

MIDLINE_GAP_M = 0.0008
SHALLOWEST_M = 0.0015
COMBINGS = 4
TENDON = 0.6  # how fast a belly rises from its tendon
MM = 0.001


def loft(footprint: Floats, muscle: dict[str, Any]) -> Floats:
    """The outer face of a muscle in metres: fibres by steps by 3, from origin to insertion.

    It lies `depth_mm` below the skin in the belly and sinks by `thickness_mm` to its edges and tendons; `footprint`
    is the same sheet on the skin. Nothing of it crosses the midline.
    """
    depth = muscle["depth_mm"] * MM + muscle["thickness_mm"] * MM * (1 - swell(footprint.shape[:2], muscle["bulge"]))
    sheet = footprint - face(footprint) * np.maximum(depth, SHALLOWEST_M)[..., None]
    sheet[..., 0] = np.minimum(sheet[..., 0], -MIDLINE_GAP_M)
    return sheet


def swell(shape: tuple[int, int], bulge: float) -> Floats:
    """How far each place of a sheet rises to its full thickness, 0 to 1; shape fibres by steps."""
    across = np.sin(np.pi * np.linspace(0, 1, shape[0]))[:, None] ** 0.5
    along = np.sin(np.pi * np.linspace(0, 1, shape[1]))[None, :] ** TENDON
    return along * (1 - bulge * (1 - across))


def face(footprint: Floats) -> Floats:
    """Unit normals of a sheet on the skin, out of the body, combed smooth."""
    along, across = np.gradient(footprint, axis=1), np.gradient(footprint, axis=0)
    normals = np.cross(across, along)
    # the sheet may be wound either way: out of the body is away from the axis through neck and trunk
    outward = (footprint - axis_of_the_body(footprint)) * [1, 0, 1]
    normals *= np.sign((normals * outward).sum())
    for _ in range(COMBINGS):
        padded = np.pad(normals, ((1, 1), (1, 1), (0, 0)), mode="edge")
        normals = (padded[:-2, 1:-1] + padded[2:, 1:-1] + padded[1:-1, :-2] + padded[1:-1, 2:] + 2 * normals) / 6
    return normals / np.maximum(np.linalg.norm(normals, axis=-1, keepdims=True), 1e-9)


def axis_of_the_body(points: Floats) -> Floats:
    """The middle of neck, head or trunk at the height of each point."""
    heights, depths = [-0.33, -0.05, 0.03, 0.10, 0.16], [0.05, 0.05, 0.055, 0.07, 0.08]
    z = np.interp(points[..., 1], heights, depths)
    return np.stack([np.zeros_like(z), points[..., 1], z], -1)
