"""The two models that are pictured, the bust and the arm, and the five views of them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from mesh import Floats, Mesh, read_glb, subdivide, weld
from raster import View

CENTRE = (0.0, -0.0375, 0.06)
SCALE = 1600.0
RIGHT_HALF = {
    "back": View("back", (-1.0, 0.0, 0.0), (0.0, 0.0, -1.0), CENTRE, SCALE),
    "front": View("front", (1.0, 0.0, 0.0), (0.0, 0.0, 1.0), CENTRE, SCALE),
    "right": View("right", (0.0, 0.0, 1.0), (-1.0, 0.0, 0.0), CENTRE, SCALE),
}
LEFT = View("left", (0.0, 0.0, -1.0), (1.0, 0.0, 0.0), CENTRE, SCALE)

EYE, EYE_RADIUS_M = np.array([0.0310, 0.1405, 0.1553]), 0.0122
ACROMION = np.array([0.160, -0.045, 0.012])
ARM_AXIS = np.array([0.140, -0.235, 0.105]) / np.linalg.norm([0.140, -0.235, 0.105])
UPPER_ARM_M = 0.30
ARM_FADES = (0.36, 0.62)  # along the upper arm
TRUNK_FADES = {
    "back": (-0.300, -0.205),
    "front": (-0.206, -0.128),
    "right": (-0.275, -0.155),
    "left": (-0.275, -0.155),
}
EDGE_FADES = (0.215, 0.277)  # before the picture ends
BOW = 1.6  # metres of lift per square metre of distance from the midline: the lower edge fades in an arc


def load_bust(path: Path) -> Mesh:
    """The bust with smooth skin; its eye sockets are empty, so each gets a ball, as on a statue."""
    skin = weld(read_glb(path))
    for side in (1.0, -1.0):
        skin = join(skin, build_ball(EYE * [side, 1, 1], EYE_RADIUS_M))
    return subdivide(skin)


def build_ball(centre: Floats, radius: float, divisions: int = 4) -> Mesh:
    """A ball: an octahedron, divided a few times."""
    corners = np.array([[1, 0, 0], [-1, 0, 0], [0, 1, 0], [0, -1, 0], [0, 0, 1], [0, 0, -1]], float)
    faces = np.array([[0, 2, 4], [2, 1, 4], [1, 3, 4], [3, 0, 4], [2, 0, 5], [1, 2, 5], [3, 1, 5], [0, 3, 5]])
    ball = Mesh(corners, faces)
    for _ in range(divisions):
        finer = subdivide(ball)
        ball = Mesh(finer.points / np.linalg.norm(finer.points, axis=1, keepdims=True), finer.triangles)
    return Mesh(ball.points * radius + centre, ball.triangles)


def join(a: Mesh, b: Mesh) -> Mesh:
    return Mesh(np.concatenate([a.points, b.points]), np.concatenate([a.triangles, b.triangles + len(a.points)]))


def arm_t(points: Floats) -> Floats:
    """How far along the upper arm points lie: 0 at the acromion, 1 at the elbow; at most 0 off the arm."""
    outward = np.abs(points[..., 0])
    local = np.stack([outward, points[..., 1], points[..., 2]], -1) - ACROMION
    t = local @ ARM_AXIS / UPPER_ARM_M
    # the armpit's plane: below the shoulder, what lies nearer the midline is trunk
    on_arm = outward > 0.150 + np.clip(-0.06 - points[..., 1], 0, 0.115) * 0.28
    return np.where(on_arm, t, np.minimum(t, 0))


def fade(points: Floats, view: str) -> Floats:
    """How solid the skin is, 1 whole to 0 gone, so that the cuts of the bust never show."""
    low, high = TRUNK_FADES[view]
    if view in ("left", "right"):  # the arm hangs before the trunk and fades with it
        return ease(points[..., 1], low, high)
    if view == "front":
        return ease(points[..., 1], low, high) * (1 - ease(np.abs(points[..., 0]), *EDGE_FADES))
    t = arm_t(points)
    trunk = ease(points[..., 1] - BOW * points[..., 0] ** 2, low, high)
    return np.where(t > 0.02, 1 - ease(t, *ARM_FADES), trunk)


def ease(value: Floats, low: float, high: float) -> Floats:
    u = np.clip((value - low) / (high - low), 0, 1)
    return u * u * (3 - 2 * u)
