"""Where the data's frames lie on the bust: smooth warps through landmarks, for the person's right side.

A frame is flat: P is seen from behind, L from the right side, A from the front. `lay` takes units of the
frame to metres in the plane of that view, `read` goes back. Axes of the plane: P and A (to the person's
right, up), L (to the front, up). Source of the frame side: clinical.md 1.0. The bust side was picked on its
pictures; its shoulders slope more than the text's.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from mesh import Floats

NEWTON_ROUNDS = 5

POSTERIOR = {  # (x, y) in frame P: (to the right, up) in metres
    (0.0, 0.0): (0.0, 0.0),  # C7
    (0.0, 0.70): (0.0, 0.088),  # C2
    (0.0, 1.0): (0.0, 0.127),  # inion
    (0.0, 1.24): (0.0, 0.168),
    (0.16, 1.24): (0.032, 0.168),
    (0.34, 0.83): (0.0575, 0.100),  # mastoid tip
    (0.30, 0.50): (0.0535, 0.064),  # side of the neck
    (0.28, 0.22): (0.0500, 0.020),  # where the collar sits
    (0.40, 0.14): (0.0690, -0.0030),  # the skyline of the shoulder, to the acromion
    (0.65, 0.07): (0.1065, -0.0205),
    (0.90, 0.0): (0.1450, -0.0320),
    (1.0, -0.15): (0.1601, -0.0470),  # acromion
    (0.37, -0.34): (0.0652, -0.0443),  # superior angle
    (0.36, -0.52): (0.0645, -0.0680),  # root of the spine of the scapula
    (0.34, -0.80): (0.0625, -0.1040),
    (0.45, -1.28): (0.0810, -0.1652),  # inferior angle
    (1.0, -0.45): (0.1830, -0.0900),  # back of the deltoid
    (0.66, -1.10): (0.1180, -0.1450),
    (0.0, -0.34): (0.0, -0.0443),
    (0.0, -1.28): (0.0, -0.1652),
    (0.0, -2.30): (0.0, -0.3000),  # T12
}
LATERAL = {  # (x, y) in frame L: (to the front, up) in metres
    (0.0, 0.0): (0.0780, 0.1170),  # tragus
    (-1.30, 0.0): (-0.0205, 0.1270),  # inion
    (-0.35, -0.25): (0.0530, 0.0920),  # mastoid tip
    (0.10, -0.48): (0.0900, 0.0600),  # angle of the jaw
    (1.0, 0.14): (0.1580, 0.1410),  # outer canthus
    (1.20, 0.24): (0.1730, 0.1600),  # brow
    (1.15, 0.45): (0.1690, 0.1840),
    (0.0, 1.0): (0.0800, 0.2548),  # vertex
    (0.95, -0.315): (0.1630, 0.0735),  # corner of the mouth
    (1.0, -0.60): (0.1700, 0.0370),  # chin
    (0.72, -0.66): (0.1180, 0.0260),  # under the chin
    (0.75, -0.90): (0.1020, -0.0020),
    (0.55, -1.25): (0.0980, -0.0420),  # sternoclavicular joint
    (0.10, -1.30): (0.0600, -0.0350),  # middle of the collarbone
    (-0.90, -0.80): (0.0030, 0.0060),  # back of the neck
}
ANTERIOR = {  # (x, y) in frame A: (to the right, up) in metres
    (0.0, 0.0): (0.0, -0.0400),  # suprasternal notch
    (0.50, 0.08): (0.0800, -0.0340),  # middle of the collarbone
    (1.0, 0.10): (0.1601, -0.0440),  # acromion
    (0.98, -0.15): (0.1680, -0.0900),
    (0.95, -0.55): (0.1560, -0.1600),  # front fold of the armpit
    (0.55, -0.75): (0.0900, -0.1950),
    (0.0, -0.75): (0.0, -0.1850),
    (0.0, 0.62): (0.0, 0.0300),  # under the chin
    (0.30, 0.34): (0.0510, 0.0260),  # side of the neck
    (0.45, 0.20): (0.0720, -0.0060),
    (0.70, 0.20): (0.1120, -0.0225),
}


@dataclass(frozen=True)
class Warp:
    """A thin-plate spline through pairs of points."""

    sources: Floats
    targets: Floats

    @cached_property
    def weights(self) -> Floats:
        n = len(self.sources)
        flat = np.hstack([np.ones((n, 1)), self.sources])
        system = np.block([[bend(self.sources, self.sources), flat], [flat.T, np.zeros((3, 3))]])
        return np.linalg.solve(system, np.vstack([self.targets, np.zeros((3, 2))]))

    def __call__(self, points: Floats) -> Floats:
        w = self.weights
        return bend(points, self.sources) @ w[:-3] + w[-3] + points @ w[-2:]


def bend(points: Floats, centres: Floats) -> Floats:
    squared = ((points[:, None] - centres[None]) ** 2).sum(-1)
    return squared * np.log(np.maximum(squared, 1e-12))


@dataclass(frozen=True)
class Frame:
    """One frame of the data on the bust."""

    warp: Warp
    back: Warp

    def lay(self, points: Floats) -> Floats:
        """Frame units to metres in the plane of the frame's view; shape (n, 2)."""
        return self.warp(np.asarray(points, float).reshape(-1, 2))

    def read(self, plane: Floats) -> Floats:
        """Metres in the plane back to frame units, by Newton's method from the swapped spline."""
        out, step = self.back(plane), 1e-4
        for _ in range(NEWTON_ROUNDS):
            miss = self.warp(out) - plane
            along = [(self.warp(out + shift) - miss - plane) / step for shift in ([step, 0.0], [0.0, step])]
            (a, c), (b, d) = along[0].T, along[1].T
            det = a * d - b * c
            out = out - np.clip(
                np.stack([(d * miss[:, 0] - b * miss[:, 1]) / det, (a * miss[:, 1] - c * miss[:, 0]) / det], 1),
                -0.2,
                0.2,
            )
        return out


def fit(landmarks: dict[tuple[float, float], tuple[float, float]], mirrored: bool) -> Frame:
    """The frame through its landmarks; one with a midline gets them on both sides, so x = 0 stays on it."""
    pairs = dict(landmarks)
    if mirrored:
        pairs |= {(-x, y): (-u, v) for (x, y), (u, v) in landmarks.items() if x > 0}
    sources, targets = np.array(list(pairs)), np.array(list(pairs.values()))
    return Frame(Warp(sources, targets), Warp(targets, sources))


FRAMES = {
    "P": fit(POSTERIOR, mirrored=True),
    "L": fit(LATERAL, mirrored=False),
    "A": fit(ANTERIOR, mirrored=True),
}
