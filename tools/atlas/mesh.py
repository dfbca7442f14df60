"""The skin as triangles: read from bust.glb, made smooth, and shaded by how much sky each point sees."""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

SKY_DIRECTIONS = 192
SKY_CELL_M = 0.004
SKY_BIAS_M = 0.007


@dataclass(frozen=True)
class Mesh:
    """Triangles in metres: x to the person's left, y up, z to the front."""

    points: Floats
    triangles: Ints

    def normals(self) -> Floats:
        """Unit normals at the points, averaged over the triangles around each by area."""
        a, b, c = (self.points[self.triangles[:, k]] for k in range(3))
        faces = np.cross(b - a, c - a)
        out = np.zeros_like(self.points)
        for k in range(3):
            np.add.at(out, self.triangles[:, k], faces)
        return out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-12)


def read_glb(path: Path) -> Mesh:
    """The single mesh of a binary glTF file whose positions are floats and whose indices are 32-bit."""
    data = path.read_bytes()
    (json_length,) = struct.unpack("<I", data[12:16])
    header = json.loads(data[20 : 20 + json_length])
    blob = data[28 + json_length :]
    primitive = header["meshes"][0]["primitives"][0]

    def accessor(index: int, kind: str, width: int) -> NDArray[np.float32]:
        spec = header["accessors"][index]
        start = header["bufferViews"][spec["bufferView"]].get("byteOffset", 0)
        return np.frombuffer(blob, kind, spec["count"] * width, start).reshape(-1, width)

    points = accessor(primitive["attributes"]["POSITION"], "<f4", 3).astype(float)
    return Mesh(points, accessor(primitive["indices"], "<u4", 1).astype(np.int64).reshape(-1, 3))


def weld(mesh: Mesh) -> Mesh:
    """The mesh with points that coincide joined, so that normals run smoothly across seams."""
    keys = np.round(mesh.points * 1e5).astype(np.int64)
    _, first, index = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    triangles = index.reshape(-1)[mesh.triangles]
    whole = (
        (triangles[:, 0] != triangles[:, 1])
        & (triangles[:, 1] != triangles[:, 2])
        & (triangles[:, 2] != triangles[:, 0])
    )
    return Mesh(mesh.points[first], triangles[whole])


def subdivide(mesh: Mesh) -> Mesh:
    """One step of Loop subdivision; edges of the cut stay where they are."""
    tri, n = mesh.triangles, len(mesh.points)
    edges = np.concatenate([tri[:, [0, 1]], tri[:, [1, 2]], tri[:, [2, 0]]])
    opposite = np.concatenate([tri[:, 2], tri[:, 0], tri[:, 1]])
    pairs, index, count = np.unique(np.sort(edges, axis=1), axis=0, return_inverse=True, return_counts=True)
    index = index.reshape(-1)
    far = np.zeros((len(pairs), 3))
    np.add.at(far, index, mesh.points[opposite])
    ends = mesh.points[pairs].sum(1)
    inner = (count == 2)[:, None]
    middle = np.where(inner, ends * 3 / 8 + far / 8, ends / 2)

    around, degree, on_rim = np.zeros((n, 3)), np.zeros(n), np.zeros(n, bool)
    for k in range(2):
        np.add.at(around, pairs[:, k], mesh.points[pairs[:, 1 - k]])
        np.add.at(degree, pairs[:, k], 1)
        on_rim[pairs[count == 1, k]] = True
    pull = 0.625 - (0.375 + 0.25 * np.cos(2 * np.pi / np.maximum(degree, 3))) ** 2
    moved = mesh.points * (1 - pull)[:, None] + around * (pull / np.maximum(degree, 1))[:, None]
    kept = np.where(on_rim[:, None], mesh.points, moved)

    m = n + index.reshape(3, -1)
    quarters = [
        np.stack([tri[:, 0], m[0], m[2]], 1),
        np.stack([tri[:, 1], m[1], m[0]], 1),
        np.stack([tri[:, 2], m[2], m[1]], 1),
        np.stack([m[0], m[1], m[2]], 1),
    ]
    return Mesh(np.concatenate([kept, middle]), np.concatenate(quarters))


def measure_sky(mesh: Mesh) -> Floats:
    """How open each point lies, 0 in a fold to 1 on a ridge: the share of the sky that nothing blocks.

    Each direction gets a coarse depth map of the mesh; a point is blocked where that holds something nearer.
    """
    normals = mesh.normals()
    a, b, c = (mesh.points[mesh.triangles[:, k]] for k in range(3))
    cloud = np.concatenate([mesh.points, (a + b + c) / 3, (a + b) / 2, (b + c) / 2, (c + a) / 2])
    seen, total = np.zeros(len(mesh.points)), np.zeros(len(mesh.points))
    for k in range(SKY_DIRECTIONS):
        up = 1 - 2 * (k + 0.5) / SKY_DIRECTIONS
        turn = k * np.pi * (3 - 5**0.5)
        flat = (1 - up * up) ** 0.5
        toward = np.array([flat * np.cos(turn), up, flat * np.sin(turn)])
        side = np.cross(toward, [0.0, 0.0, 1.0] if abs(up) > 0.9 else [0.0, 1.0, 0.0])
        side /= np.linalg.norm(side)
        axes = np.stack([side, np.cross(toward, side)], 1)
        low = (cloud @ axes).min(0)
        cells = ((cloud @ axes - low) / SKY_CELL_M).astype(np.int64)
        wide = int(cells[:, 1].max()) + 1
        depth = np.full((int(cells[:, 0].max()) + 1) * wide, -np.inf)
        np.maximum.at(depth, cells[:, 0] * wide + cells[:, 1], cloud @ toward)
        facing = np.maximum(normals @ toward, 0)
        here = ((mesh.points @ axes - low) / SKY_CELL_M).astype(np.int64)
        free = mesh.points @ toward + SKY_BIAS_M * (1 + 2 * (1 - facing)) >= depth[here[:, 0] * wide + here[:, 1]]
        seen += facing * free
        total += facing
    return smooth_over(mesh, seen / np.maximum(total, 1e-9), rounds=6)


def smooth_over(mesh: Mesh, values: Floats, rounds: int) -> Floats:
    """The values averaged with their neighbours, that many times."""
    edges = np.concatenate([mesh.triangles[:, [0, 1]], mesh.triangles[:, [1, 2]], mesh.triangles[:, [2, 0]]])
    degree = np.bincount(edges.ravel(), minlength=len(values))
    for _ in range(rounds):
        total = np.bincount(edges[:, 0], values[edges[:, 1]], len(values)) + np.bincount(
            edges[:, 1], values[edges[:, 0]], len(values)
        )
        values = 0.4 * values + 0.6 * total / np.maximum(degree, 1)
    return values
