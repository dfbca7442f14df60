"""From a mask of pixels to a smooth closed SVG path."""

from __future__ import annotations

import numpy as np
from mesh import Floats
from numpy.typing import NDArray

Bools = NDArray[np.bool_]
Ring = list[tuple[float, float]]


def blur(field: Floats | Bools, sigma: float) -> Floats:
    """The field under a Gaussian, edges continued by zero."""
    reach = int(3 * sigma) + 1
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    kernel /= kernel.sum()
    busy = np.argwhere(field)
    out = np.zeros_like(field, dtype=float)
    if not len(busy):
        return out
    (top, left), (bottom, right) = np.maximum(busy.min(0) - 2 * reach, 0), busy.max(0) + 2 * reach + 1
    part = np.pad(field[top:bottom, left:right].astype(float), reach)
    part = sum(w * part[k : k + part.shape[0] - 2 * reach] for k, w in enumerate(kernel))
    part = sum(w * part[:, k : k + part.shape[1] - 2 * reach] for k, w in enumerate(kernel))
    out[top:bottom, left:right] = part
    return out


def trace(field: Floats, level: float = 0.5) -> list[Floats]:
    """The rings on which the field crosses the level, by marching squares, in pixel coordinates."""
    f = np.pad(field, 1) - level
    inside = f > 0
    code = inside[:-1, :-1] * 1 + inside[:-1, 1:] * 2 + inside[1:, 1:] * 4 + inside[1:, :-1] * 8
    # edges of a cell: 0 top, 1 right, 2 bottom, 3 left; a crossing leads from one to the next
    leads = {
        1: [(3, 0)],
        2: [(0, 1)],
        3: [(3, 1)],
        4: [(1, 2)],
        5: [(3, 0), (1, 2)],
        6: [(0, 2)],
        7: [(3, 2)],
    }
    leads |= {
        8: [(2, 3)],
        9: [(2, 0)],
        10: [(0, 1), (2, 3)],
        11: [(2, 1)],
        12: [(1, 3)],
        13: [(1, 0)],
        14: [(0, 3)],
    }
    follow: dict[tuple[int, int, int], tuple[int, int, int]] = {}

    def edge(row: int, column: int, side: int) -> tuple[int, int, int]:
        return [(row, column, 0), (row, column + 1, 1), (row + 1, column, 0), (row, column, 1)][side]

    for row, column in np.argwhere((code > 0) & (code < 15)).tolist():
        for start, end in leads[int(code[row, column])]:
            follow[edge(row, column, start)] = edge(row, column, end)

    rings = []
    while follow:
        here = next(iter(follow))
        ring = []
        while here in follow:
            row, column, upright = here
            a, b = f[row, column], f[row + upright, column + 1 - upright]
            share = a / (a - b)
            ring.append((column + share * (1 - upright) - 0.5, row + share * upright - 0.5))
            here = follow.pop(here)
        if len(ring) > 8:
            rings.append(np.array(ring))
    return rings


def area(ring: Floats) -> float:
    x, y = ring.T
    return float(abs((x * np.roll(y, -1) - y * np.roll(x, -1)).sum()) / 2)


def soften(ring: Floats, sigma: float, spacing: float) -> Ring:
    """The ring smoothed along itself and resampled every so many pixels, to one decimal."""
    steps = np.linalg.norm(np.roll(ring, -1, 0) - ring, axis=1)
    along = np.concatenate([[0], np.cumsum(steps)])
    total = along[-1]
    closed = np.vstack([ring, ring[:1]])
    fine = max(int(total), 24)
    even = np.stack([np.interp(np.arange(fine) * total / fine, along, closed[:, k]) for k in range(2)], 1)
    lag = np.minimum(np.arange(fine), fine - np.arange(fine)) * total / fine
    kernel = np.exp(-0.5 * (lag / sigma) ** 2)
    smooth = np.fft.ifft(np.fft.fft(even, axis=0) * np.fft.fft(kernel / kernel.sum())[:, None], axis=0).real
    count = int(np.clip(total / spacing, 8, 400))
    picked = smooth[(np.arange(count) * fine / count).astype(int)]
    return [(round(float(x), 1), round(float(y), 1)) for x, y in picked]


def curve(points: Ring, closed: bool) -> str:
    """A Catmull-Rom curve through the points as an SVG path of cubic segments."""
    n = len(points)
    at = [points[k % n] for k in range(-1, n + 2)] if closed else [points[0], *points, points[-1], points[-1]]
    parts = [f"M{write(at[1][0])} {write(at[1][1])}"]
    for k in range(n if closed else n - 1):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = at[k : k + 4]
        control = (bx + (cx - ax) / 6, by + (cy - ay) / 6, cx - (dx - bx) / 6, cy - (dy - by) / 6, cx, cy)
        parts.append("C" + " ".join(write(v) for v in control))
    return "".join(parts) + ("Z" if closed else "")


def write(value: float) -> str:
    return f"{round(value, 1):g}" if round(value, 1) else "0"


def outline(mask: Bools, sigma: float, spacing: float, smallest: float = 60) -> list[Ring]:
    """The smooth rings round a mask, largest first; specks and pin-holes are dropped.

    `smallest` is in square pixels, or, below 1, a share of the largest ring.
    """
    rings = sorted(trace(blur(mask, sigma)), key=area, reverse=True)
    least = smallest * area(rings[0]) if rings and smallest < 1 else smallest
    return [soften(ring, 2.5, spacing) for ring in rings if area(ring) >= least]


def join(rings: list[Ring], width: float | None = None) -> str:
    """One path of all the rings, mirrored in a picture of that width if given."""
    return "".join(curve([(round(width - x, 1), y) for x, y in ring] if width else ring, closed=True) for ring in rings)
