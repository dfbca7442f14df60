"""Which region and which zone each pixel of a view belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from arm import locate, nearest_ray
from bodies import RIGHT_HALF, arm_t
from frames import FRAMES
from mesh import Floats
from outline import Bools, blur
from raster import Picture

REACH = 1.5  # a region ends at this multiple of its ellipse where no neighbour ends it sooner
SOFTEN_PX = 3.0
UNSEEN_M = 0.020
# Broad places of head and neck reach on until they meet; small ones get a finger's width.
FAR_REACHING = {
    "forehead": 3.2,
    "side_head": 3.2,
    "vertex": 4.5,
    "occiput": 3.2,
    "temple": 2.4,
    "cheek": 2.6,
    "jaw_angle": 2.2,
    "jaw_chin": 1.9,
}
FAR_REACHING |= {
    "neck_side": 2.2,
    "throat": 2.2,
    "behind_ear": 1.9,
    "supraclav": 2.4,
    "shoulder_top": 2.0,
    "neck_postlat": 2.2,
    "acromion": 1.9,
}
FAR_REACHING |= {
    "ear_deep": 2.2,
    "deltoid_ant": 1.9,
    "deltoid_post": 1.8,
    "deltoid_lat": 1.9,
    "arm_antlat": 2.2,
    "arm_post": 2.2,
}
WIDENED = {
    "eyebrow": 1.7,
    "teeth_upper": 1.6,
    "teeth_lower": 1.6,
    "tmj": 1.25,
    "ear_deep": 1.15,
    "orbit": 1.1,
}
ASPECTS = {"anterior": 0.6, "radial": 0.6, "lateral": 0.0, "dorsal": 0.0, "posterior": -0.6, "ulnar": -0.6}
WRIST_T, BUST_ENDS_T = 2.03, 0.9
PLANE = {"P": "back", "L": "right", "A": "front"}
HEAD_FLOOR_M, NECK_WIDTH_M = -0.045, 0.115
JAW_M = 0.082  # what lies in front of this on head and neck is face, even where it shows from behind
EAR_WIDTH_M, EAR_FLOOR_M = 0.069, 0.088


@dataclass(frozen=True)
class Skin:
    """The pixels of one view: their points, and those in each frame's units (NaN where it cannot see)."""

    picture: Picture
    units: dict[str, Floats]


def place_on_plane(points: Floats, frame: str) -> Floats:
    """Metres in the plane of a frame, for the person's right side."""
    across = points[..., 2] if frame == "L" else -points[..., 0]
    return np.stack([across, points[..., 1]], -1)


def depth_behind(points: Floats, picture: Picture, view: str) -> Floats:
    """How far points lie behind the skin that a view shows there; 0 on it, infinite off the body."""
    camera = RIGHT_HALF[view]
    spot = np.floor(camera.project(np.nan_to_num(points))).astype(int)
    column, row = np.clip(spot[..., 0], 0, 899), np.clip(spot[..., 1], 0, 999)
    shown = picture.points[row, column] @ np.array(camera.toward)
    return np.where(np.isfinite(shown), shown - points @ np.array(camera.toward), 0.0)


def read_skin(picture: Picture, pictures: dict[str, Picture]) -> Skin:
    """The frame coordinates of what a picture of the bust shows, where each frame can see it."""
    units = {}
    body = picture.body
    points = picture.points[body]
    for name, frame in FRAMES.items():
        flat = frame.read(place_on_plane(points, name))
        if name == "L":
            seen = (points[:, 1] > HEAD_FLOOR_M) & (np.abs(points[:, 0]) < NECK_WIDTH_M)
        else:
            seen = depth_behind(points, pictures[PLANE[name]], PLANE[name]) < UNSEEN_M
            if name == "P":
                seen &= (points[:, 2] < JAW_M) | (points[:, 1] < 0.03)
        full = np.full((*body.shape, 2), np.nan)
        full[body] = np.where(seen[:, None], flat, np.nan)
        units[name] = full
    return Skin(picture, units)


def measure_regions(skin: Skin, regions: list[dict[str, Any]]) -> Floats:
    """How far each pixel lies from each region's centre, in radii of its ellipse; regions first."""
    out = []
    t, turn = aspect_on_bust(skin.picture)
    for region in regions:
        (cx, cy), (rx, ry) = region["centre"], (r * WIDENED.get(region["id"], 1) for r in region["radius"])
        if region["frame"] == "R":
            if cx >= BUST_ENDS_T:
                out.append(np.full(t.shape, np.inf))
                continue
            away = np.hypot((t - cx) / rx, (turn - ASPECTS[region["aspect"]]) / 0.6)
            out.append(np.where(t > 0.02, away, np.inf))
        else:
            at = skin.units[region["frame"]]
            out.append(np.hypot((at[..., 0] - cx) / rx, (at[..., 1] - cy) / ry))
    return np.nan_to_num(np.array(out), nan=np.inf)


def aspect_on_bust(picture: Picture) -> tuple[Floats, Floats]:
    """Frame R on the bust: t along the upper arm, and the aspect: -1 behind, 0 outward, 1 in front."""
    t = np.nan_to_num(arm_t(picture.points), nan=-1.0)
    return t, np.nan_to_num(np.clip(picture.normals[..., 2] * 1.1, -1, 1))


def measure_arm(picture: Picture, regions: list[dict[str, Any]]) -> Floats:
    """The same for the picture of the arm: along it by frame R, across it by the share of its width."""
    t, across = locate(np.nan_to_num(picture.points))
    out = []
    low, high = np.full(t.shape, np.nan), np.full(t.shape, np.nan)
    for k in np.unique(np.round(t[picture.body], 2)):
        band = picture.body & (np.abs(t - k) < 0.012)
        slot = picture.body & (np.round(t, 2) == k)
        low[slot], high[slot] = np.percentile(across[band], [1, 99])
    share = (2 * across - low - high) / np.maximum(high - low, 1e-6)
    hand = dict(zip(("radial", "dorsal", "ulnar"), nearest_ray(np.nan_to_num(picture.points)), strict=True))
    nearest = np.min(list(hand.values()), 0)
    for region in regions:
        if region["id"].startswith("hand"):
            out.append(np.where(t > WRIST_T, 0.1 + hand[region["aspect"]] - nearest, np.inf))
            continue
        width = 0.75 if region["aspect"] == "lateral" else 0.5
        centre, radius = region["centre"][0], region["radius"][0]
        out.append(np.hypot((t - centre) / radius, (share - ASPECTS[region["aspect"]]) / width))
    return np.nan_to_num(np.array(out), nan=np.inf)


def settle(distances: Floats, solid: Bools, reaches: list[float]) -> list[Bools]:
    """A mask for each region: the pixels nearest to it; borders are softened together and touch."""
    held = np.where(distances < np.array(reaches)[:, None, None], distances, np.inf)
    nobody = len(distances)
    nearest = np.where(np.isfinite(held.min(0)), held.argmin(0), nobody)
    nearest = np.where(solid, nearest, nobody + 1)
    score, winner = np.full(solid.shape, -1.0), np.full(solid.shape, nobody)
    for k in np.unique(nearest):
        field = blur((nearest == k).astype(float), SOFTEN_PX)
        better = (field > score) & (k <= nobody)
        score, winner = np.where(better, field, score), np.where(better, k, winner)
    return [(winner == k) & solid for k in range(nobody)]


def find_zone(skin: Skin, zone: dict[str, Any]) -> Bools:
    """The pixels inside any of the zone's polygons."""
    out = np.zeros(skin.picture.body.shape, bool)
    for shape in zone["shape"]:
        out |= holds(np.array(shape["polygon"]), skin.units[shape["frame"]])
    points = np.nan_to_num(skin.picture.points)
    ear = (np.abs(points[..., 0]) > EAR_WIDTH_M) & (points[..., 1] > EAR_FLOOR_M)
    return out & ~ear


def holds(polygon: Floats, points: Floats) -> Bools:
    """Which points lie inside a polygon, by counting crossings."""
    x, y = points[..., 0], points[..., 1]
    out = np.zeros(x.shape, bool)
    for (ax, ay), (bx, by) in zip(polygon, np.roll(polygon, -1, 0), strict=True):
        if ay != by:
            out ^= ((ay > y) != (by > y)) & (x < ax + (y - ay) * (bx - ax) / (by - ay))
    return out & np.isfinite(x)
