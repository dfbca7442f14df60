"""A right arm in clay, seen from its outer side with the back of the hand to the eye.

Centimetres: u to the front (the thumb's side), v up from the acromion, w outward to the eye.
"""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from mesh import Floats, Mesh
from raster import View

Cone = tuple[tuple[float, float, float], tuple[float, float, float], float, float]

ELBOW, WRIST = np.array([0.0, -30.0, 0.0]), np.array([6.1, -54.3, 0.0])
HAND_ALONG, HAND_ACROSS = np.array([0.17, -0.985, 0.0]), np.array([0.985, 0.17, 0.0])
FINGERTIP = WRIST + 18.2 * HAND_ALONG
GRID_CM, LOW, HIGH = 0.25, np.array([-9.0, -76.0, -11.0]), np.array([20.0, 9.0, 8.5])

# Height, back edge, front edge, half thickness: the outline of shoulder, elbow and wrist from the side.
PROFILE = np.array(
    [
        [12.0, -4.6, 4.6, 4.8],
        [7.0, -5.0, 5.0, 5.0],
        [2.0, -5.5, 5.4, 5.3],
        [-4.0, -5.8, 5.8, 5.3],
        [-9.0, -5.5, 5.7, 5.0],
        [-14.0, -4.9, 5.3, 4.6],
        [-19.0, -4.4, 4.9, 4.2],
        [-24.0, -3.9, 4.3, 3.8],
        [-28.5, -3.8, 3.9, 3.5],
        [-31.5, -3.8, 4.4, 3.5],
        [-35.5, -3.0, 5.4, 3.6],
        [-39.5, -1.9, 6.0, 3.5],
        [-44.0, -0.2, 6.5, 3.1],
        [-49.0, 1.9, 7.4, 2.5],
        [-52.5, 3.4, 8.3, 1.95],
        [-56.0, 4.3, 8.9, 1.5],
        [-61.0, 6.2, 8.6, 0.5],
    ]
)
TOP, WRIST_END = 7.0, -60.0
KNUCKLES = ((3.0, 8.7), (1.0, 9.2), (-0.95, 8.7), (-2.75, 7.7))  # across, along, in the hand
FINGERS = ((4.3, 2.6, 2.0), (4.8, 3.0, 2.1), (4.4, 2.8, 2.1), (3.4, 2.0, 1.8))
SPREAD = (0.10, 0.03, -0.04, -0.13)
CURL = (0.10, 0.30, 0.42)  # slope toward the palm of the three bones of a finger


def place(across: float, along: float, out: float) -> tuple[float, float, float]:
    u, v, w = WRIST + across * HAND_ACROSS + along * HAND_ALONG + np.array([0.0, 0.0, out])
    return float(u), float(v), float(w)


def shape_hand() -> list[list[Cone]]:
    """The palm, then each finger, then the thumb."""
    palm = [(place(a * 0.42, -1.0, 0.0), place(a, b, 0.15), 1.5, 1.12) for a, b in KNUCKLES]
    palm += [
        (place(1.2, 1.0, -0.7), place(3.2, 4.2, -0.9), 1.6, 1.35),
        (place(-1.6, 1.5, -0.6), place(-2.3, 5.0, -0.6), 1.4, 1.3),
    ]
    groups = [palm]
    for (across, along), bones, spread in zip(KNUCKLES, FINGERS, SPREAD, strict=True):
        at, thick, finger = np.array([across, along, 0.1]), 0.99, []
        for bone, slope in zip(bones, CURL, strict=True):
            tip = at + bone * np.array([spread, (1 - slope * slope) ** 0.5, -slope])
            finger.append((place(*at), place(*tip), thick, thick - 0.09))
            at, thick = tip, thick - 0.09
        groups.append(finger)
    thumb = [(2.2, 1.6, -0.8, 1.6), (4.5, 4.6, -1.3, 1.2), (5.5, 7.4, -1.6, 1.02), (5.75, 9.7, -1.9, 0.82)]
    groups.append([(place(*a[:3]), place(*b[:3]), a[3], b[3]) for a, b in pairwise(thumb)])
    return groups


def distance(points: Floats, cone: Cone) -> Floats:
    """Roughly how far points lie outside a cone with rounded ends."""
    a, b = np.array(cone[0]), np.array(cone[1])
    share = np.clip((points - a) @ (b - a) / ((b - a) @ (b - a)), 0, 1)
    return np.linalg.norm(points - a - share[:, None] * (b - a), axis=1) - cone[2] - share * (cone[3] - cone[2])


def sweep(points: Floats) -> Floats:
    """Roughly how far points lie outside the arm from shoulder to wrist."""
    at = np.linspace(PROFILE[-1, 0], PROFILE[0, 0], 400)
    wide = 9
    table = [np.interp(at, PROFILE[::-1, 0], PROFILE[::-1, k]) for k in (1, 2, 3)]
    for _ in range(3):
        table = [
            np.convolve(np.pad(column, wide, mode="edge"), np.ones(2 * wide + 1) / (2 * wide + 1), "valid")
            for column in table
        ]
    back, front, deep = (np.interp(points[:, 1], at, column) for column in table)
    half = (front - back) / 2
    reach = np.hypot((points[:, 0] - (front + back) / 2) / half, points[:, 2] / deep)
    return np.maximum.reduce([(reach - 1) * np.minimum(half, deep), WRIST_END - points[:, 1], points[:, 1] - TOP])


def melt(a: Floats, b: Floats, width: float) -> Floats:
    """The union of two distances, its crease filled over that width."""
    h = np.maximum(width - np.abs(a - b), 0) / width
    return np.minimum(a, b) - h * h * h * width / 6


def measure(points: Floats) -> Floats:
    def blend(cones: list[Cone], width: float) -> Floats:
        out = distance(points, cones[0])
        for cone in cones[1:]:
            out = melt(out, distance(points, cone), width)
        return out

    palm, *fingers = shape_hand()
    hand = blend(palm, 1.6)
    for finger in fingers[:-1]:
        hand = melt(hand, blend(finger, 0.02), 0.5)
    return melt(melt(hand, blend(fingers[-1], 0.02), 1.8), sweep(points), 2.2)


def build_arm() -> Mesh:
    """The arm's skin by surface nets over a grid of distances; metres, in the bust's axes (x is -w)."""
    shape = np.ceil((HIGH - LOW) / GRID_CM).astype(int) + 1
    grid = np.stack(
        np.meshgrid(*[LOW[k] + GRID_CM * np.arange(shape[k]) for k in range(3)], indexing="ij"), -1
    ).reshape(-1, 3)
    near = np.concatenate([measure(part) for part in np.array_split(grid, 16)]).reshape(shape)
    return Mesh(*net(near))


def net(field: Floats) -> tuple[Floats, np.ndarray]:
    """Surface nets: a point in each cell that the surface crosses, a quad round each edge that it crosses."""
    inside = field < 0
    cells = tuple(n - 1 for n in field.shape)
    total, count = np.zeros((*cells, 3)), np.zeros(cells)
    crossed = []
    for axis in range(3):
        low = [slice(None)] * 3
        high = [slice(None)] * 3
        low[axis], high[axis] = slice(None, -1), slice(1, None)
        cut = inside[tuple(low)] != inside[tuple(high)]
        at = np.argwhere(cut)
        a, b = field[tuple(low)][cut], field[tuple(high)][cut]
        spot = at.astype(float)
        spot[:, axis] += a / (a - b)
        others = [k for k in range(3) if k != axis]
        for shift in product((0, 1), repeat=2):
            cell = at.copy()
            cell[:, others] -= shift
            total_at = tuple(cell.T)
            np.add.at(total, total_at, spot)
            np.add.at(count, total_at, 1)
        crossed.append((axis, at, inside[tuple(low)][cut]))
    number = np.full(cells, -1)
    used = count > 0
    number[used] = np.arange(used.sum())
    triangles = []
    for axis, at, starts_inside in crossed:
        b, c = np.eye(3, dtype=int)[(axis + 1) % 3], np.eye(3, dtype=int)[(axis + 2) % 3]
        quad = np.stack([number[tuple((at - s).T)] for s in (0 * b, b, b + c, c)], 1)
        quad[starts_inside] = quad[starts_inside][:, ::-1]
        triangles += [quad[:, [0, 2, 1]], quad[:, [0, 3, 2]]]
    points = (total[used] / count[used, None]) * GRID_CM + LOW
    u, v, w = points.T / 100
    return np.stack([-w, v, u], 1), np.concatenate(triangles)


ARM_TOP_FADES = (-0.055, 0.03)
ARM_VIEW = View("arms", (0.0, 0.0, 1.0), (-1.0, 0.0, 0.0), (0.0, -0.358, -0.136), 1240.0)
AXIS = np.stack([[0.0, 0.0, 0.0], ELBOW, WRIST, FINGERTIP]) / 100
STATIONS = (0.0, 1.0, 2.0, 2.4)


def nearest_ray(points: Floats) -> Floats:
    """How far points lie, in cm, from thumb and index finger, middle finger, ring and little finger."""
    flat = np.stack([points[..., 2], points[..., 1], -points[..., 0]], -1).reshape(-1, 3) * 100
    palm, index, middle, ring, little, thumb = shape_hand()
    parts = ([*index, *thumb, palm[0], palm[4]], [*middle, palm[1]], [*ring, *little, palm[2], palm[3]])
    return np.array([np.min([distance(flat, cone) for cone in part], 0) for part in parts]).reshape(
        3, *points.shape[:-1]
    )


def locate(points: Floats) -> tuple[Floats, Floats]:
    """Frame R of points on the arm: t along it, and how far they lie to the thumb's side in metres."""
    u, v = points[..., 2], points[..., 1]
    best, t, across = np.full(u.shape, np.inf), np.zeros(u.shape), np.zeros(u.shape)
    for k in range(3):
        (au, av, _), (bu, bv, _) = AXIS[k], AXIS[k + 1]
        length = np.hypot(bu - au, bv - av)
        raw = ((u - au) * (bu - au) + (v - av) * (bv - av)) / length**2
        share = np.clip(raw, -0.5 if k == 0 else 0, 1.5 if k == 2 else 1)
        off = np.hypot(u - au - share * (bu - au), v - av - share * (bv - av))
        side = ((bv - av) * (au - u) - (bu - au) * (av - v)) / length
        closer = off < best
        best = np.where(closer, off, best)
        t = np.where(closer, STATIONS[k] + share * (STATIONS[k + 1] - STATIONS[k]), t)
        across = np.where(closer, side, across)
    return t, across
