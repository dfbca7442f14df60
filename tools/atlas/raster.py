"""Orthographic views of the skin: which point of it each pixel shows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from mesh import Floats, Mesh

WIDTH, HEIGHT = 900, 1000


@dataclass(frozen=True)
class View:
    """An orthographic camera: `toward` points from the body to the eye, `right` to its right edge."""

    name: str
    right: tuple[float, float, float]
    toward: tuple[float, float, float]
    centre: tuple[float, float, float]
    pixels_per_m: float

    def project(self, points: Floats) -> Floats:
        """Pixel x and y (down) of points in metres; shape (..., 2)."""
        offset = np.asarray(points) - np.array(self.centre)
        x = offset @ np.array(self.right) * self.pixels_per_m + WIDTH / 2
        return np.stack([x, HEIGHT / 2 - offset[..., 1] * self.pixels_per_m], -1)


@dataclass(frozen=True)
class Picture:
    """For each pixel the point of the skin it shows (NaN off the body) and the normal there."""

    points: Floats
    normals: Floats

    @property
    def body(self) -> np.ndarray:
        return np.isfinite(self.points[..., 0])


def draw(mesh: Mesh, view: View) -> Picture:
    """The nearest skin under each pixel centre, by filling triangle after triangle into a depth buffer."""
    flat, depth = view.project(mesh.points), mesh.points @ np.array(view.toward)
    normals = mesh.normals()
    nearest = np.full((HEIGHT, WIDTH), -np.inf)
    which = np.full((HEIGHT, WIDTH), -1)
    weight = np.zeros((HEIGHT, WIDTH, 3))
    corners = flat[mesh.triangles]
    low = np.maximum(np.floor(corners.min(1)).astype(int), 0)
    high = np.minimum(np.ceil(corners.max(1)).astype(int) + 1, [WIDTH, HEIGHT])
    (ax, ay), (bx, by), (cx, cy) = (corners[:, k].T for k in range(3))
    area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)
    for t in np.flatnonzero((np.abs(area) > 1e-9) & (low < high).all(1)):
        (x0, y0), (x1, y1) = low[t], high[t]
        px, py = np.arange(x0, x1) + 0.5, (np.arange(y0, y1) + 0.5)[:, None]
        u = ((bx[t] - px) * (cy[t] - py) - (cx[t] - px) * (by[t] - py)) / area[t]
        v = ((cx[t] - px) * (ay[t] - py) - (ax[t] - px) * (cy[t] - py)) / area[t]
        w = 1 - u - v
        a, b, c = depth[mesh.triangles[t]]
        z = u * a + v * b + w * c
        hit = (u >= 0) & (v >= 0) & (w >= 0) & (z > nearest[y0:y1, x0:x1])
        if hit.any():
            nearest[y0:y1, x0:x1][hit] = z[hit]
            which[y0:y1, x0:x1][hit] = t
            weight[y0:y1, x0:x1][hit] = np.stack([u, v, w], -1)[hit]
    points, shading = np.full((HEIGHT, WIDTH, 3), np.nan), np.full((HEIGHT, WIDTH, 3), np.nan)
    hit = which >= 0
    corner = mesh.triangles[which[hit]]
    points[hit] = (mesh.points[corner] * weight[hit][..., None]).sum(1)
    shading[hit] = (normals[corner] * weight[hit][..., None]).sum(1)
    return Picture(points, shading)
