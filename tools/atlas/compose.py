"""Puts the views together: what is computed for the right side, mirrored to the left and named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from arm import ARM_TOP_FADES, ARM_VIEW
from bodies import RIGHT_HALF, fade
from fibres import FACING, draw_fibres, facing, fibre_path, lift, outline_sheet, sees
from mesh import Floats, Mesh
from outline import Bools, Ring, join, outline
from raster import HEIGHT, WIDTH, Picture, draw
from territories import FAR_REACHING, REACH, Skin, find_zone, measure_arm, measure_regions, read_skin, settle

JsonView = dict[str, Any]

SOLID = 0.35
ARM_REACH = 3.0
SMALLEST_REGION_PX = 350
SMALLEST_ZONE_PX = 250
SEEN_SHARE = 0.12
REGION_SPACING, ZONE_SPACING, BODY_SPACING = 17.0, 17.0, 13.0


@dataclass(frozen=True)
class Scene:
    """All that the views of the bust are made from, by view; masks and sheets of the right side only."""

    data: dict[str, Any]
    pictures: dict[str, Picture]
    solids: dict[str, Bools]
    skins: dict[str, Skin]
    masks: dict[str, dict[str, Bools]]
    sheets: dict[str, Floats]


def compose_views(
    data: dict[str, Any], pictures: dict[str, Picture], sheets: dict[str, Floats], arm: Mesh
) -> dict[str, JsonView]:
    """The `views` of views.json."""
    solids = {
        name: picture.body & (np.nan_to_num(fade(picture.points, name)) > SOLID) for name, picture in pictures.items()
    }
    skins = {name: read_skin(picture, pictures) for name, picture in pictures.items()}
    regions = data["regions"]["region"]
    masks = {name: share_out(skins[name], regions, solids[name], name) for name in pictures}
    drop_slivers(masks)
    scene = Scene(data, pictures, solids, skins, masks, sheets)
    out: dict[str, JsonView] = {}
    for name in pictures:
        right = half_view(name, scene)
        if name == "right":
            out["right"] = finish("right", right, [side_of(right, "right", None)])
            out["left"] = finish("left", right, [side_of(right, "left", WIDTH)], mirrored=True)
        else:
            out[name] = finish(name, right, [side_of(right, "right", None), side_of(right, "left", WIDTH)])
    out["arms"] = compose_arms(arm, regions)
    return out


def share_out(skin: Skin, regions: list[dict[str, Any]], solid: Bools, view: str) -> dict[str, Bools]:
    distances = measure_regions(skin, regions)
    right = np.nan_to_num(skin.picture.points[..., 0], nan=1.0) <= 0
    settled = dict(
        zip(
            (r["id"] for r in regions),
            settle(distances, solid & right, [FAR_REACHING.get(r["id"], REACH) for r in regions]),
            strict=True,
        )
    )
    if view != "right":
        for region in regions:
            if region.get("midline", False):
                settled[region["id"]] = settled[region["id"]] | settled[region["id"]][:, ::-1]
    return settled


def drop_slivers(masks: dict[str, dict[str, Bools]]) -> None:
    """Empties what a view shows too little of to tap, unless no other view shows more."""
    for name in masks["back"]:
        sizes = {view: int(masks[view][name].sum()) for view in masks}
        for view, size in sizes.items():
            if size < max(SMALLEST_REGION_PX, SEEN_SHARE * max(sizes.values())) and size < max(sizes.values()):
                masks[view][name] = np.zeros_like(masks[view][name])


def half_view(name: str, scene: Scene) -> JsonView:
    """Everything of the right side in one view, as rings and points."""
    data, pictures, sheets = scene.data, scene.pictures, scene.sheets
    solid, skin, masks = scene.solids[name], scene.skins[name], scene.masks[name]
    camera = RIGHT_HALF[name]
    regions = [
        {"id": r["id"], "midline": r.get("midline", False), "mask": masks[r["id"]]} for r in data["regions"]["region"]
    ]
    zones = []
    hatched = np.zeros_like(solid)
    right = np.nan_to_num(pictures[name].points[..., 0], nan=1.0) <= 0
    for zone in data["zones"]["zone"]:
        mask = find_zone(skin, zone) & solid
        if zone["rule"] == "forbidden":  # one hatching, not two crossed ones
            mask &= ~hatched
            hatched |= mask
        mask = mask & right if name == "right" else (mask & right) | (mask & right)[:, ::-1]
        if mask.sum() >= SMALLEST_ZONE_PX:
            zones.append(
                {
                    "id": zone["id"],
                    "rule": zone["rule"],
                    "rings": outline(mask, 2.0, ZONE_SPACING, SMALLEST_ZONE_PX),
                }
            )
    points = place_points(data["trigger_points"]["trigger_point"], name, pictures)
    landmarks = place_points(data["landmarks"]["landmark"], name, pictures)
    muscles = []
    for muscle in data["muscles"]["muscle"]:
        shown = sees(sheets[muscle["id"]], name, pictures, solid)
        rings = outline_sheet(sheets[muscle["id"]], camera, shown, solid)
        fibres = draw_fibres(sheets[muscle["id"]], camera, shown)
        if rings and len(fibres) >= 6:
            muscles.append({"id": muscle["id"], "layer": muscle["layer"], "rings": rings, "fibres": fibres})
    body = solid if name == "right" else solid & solid[:, ::-1]
    return {
        "regions": regions,
        "zones": zones,
        "points": points,
        "landmarks": landmarks,
        "muscles": muscles,
        "body": outline(body, 1.0, BODY_SPACING, 2000),
    }


def place_points(entries: list[dict[str, Any]], name: str, pictures: dict[str, Picture]) -> list[dict[str, Any]]:
    """Where a view shows each of the points, on the right side; those that it does not see are left out."""
    out = []
    for entry in entries:
        at = lift(np.array([entry["at"]]), entry["frame"], pictures)
        turned = {view: facing(at[0], view, pictures) for view in pictures}
        if turned[name] >= min(FACING, max(turned.values())):
            x, y = RIGHT_HALF[name].project(at)[0]
            midline = entry.get("midline", False)
            out.append({"id": entry["id"], "midline": midline, "at": (round(float(x), 1), round(float(y), 1))})
    return out


def side_of(half: JsonView, side: str, width: float | None) -> JsonView:
    """One side of a view under its names, mirrored if a width is given."""

    def flip(ring: Ring) -> Ring:
        return [(round(width - x, 1), y) for x, y in ring] if width else ring

    regions = []
    for region in half["regions"]:
        rings = outline(region["mask"], 1.6, REGION_SPACING, 0.15)
        if rings:
            label = flip([find_middle(region["mask"])])[0]
            regions.append(
                {
                    "id": region["id"],
                    "side": None if region["midline"] else side,
                    "path": join(rings, width),
                    "label_at": list(label),
                }
            )
    return {
        "regions": regions,
        "points": [{"id": p["id"], "side": side, "at": list(flip([p["at"]])[0])} for p in half["points"]],
        "landmarks": [
            {"id": p["id"], "side": None if p["midline"] else side, "at": list(flip([p["at"]])[0])}
            for p in half["landmarks"]
        ],
        "muscles": [
            {
                "id": m["id"],
                "side": side,
                "layer": m["layer"],
                "outline": join(m["rings"], width),
                "fibres": [fibre_path(flip(f)) for f in m["fibres"]],
            }
            for m in half["muscles"]
        ],
    }


def finish(name: str, half: JsonView, sides: list[JsonView], mirrored: bool = False) -> JsonView:
    width = WIDTH if mirrored else None
    regions, named = [], set()
    for side in sides:
        for region in side["regions"]:
            if (region["id"], region["side"]) not in named:
                named.add((region["id"], region["side"]))
                regions.append(region)
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "image": f"views/{name}.webp",
        "silhouette": join(half["body"], width),
        "regions": regions,
        "zones": [{"id": z["id"], "rule": z["rule"], "path": join(z["rings"], width)} for z in half["zones"]],
        "points": [p for side in sides for p in side["points"]],
        "landmarks": [p for k, side in enumerate(sides) for p in side["landmarks"] if k == 0 or p["side"]],
        "muscles": [m for side in sides for m in side["muscles"]],
    }


def find_middle(mask: Bools) -> tuple[float, float]:
    """The pixel of a mask that lies deepest inside it, preferring its middle."""
    rows, columns = np.nonzero(mask)
    inner = mask.copy()
    while True:
        eroded = inner & np.roll(inner, 1, 0) & np.roll(inner, -1, 0) & np.roll(inner, 1, 1) & np.roll(inner, -1, 1)
        if not eroded.any():
            break
        inner = eroded
    r, c = np.nonzero(inner)
    best = ((r - rows.mean()) ** 2 + (c - columns.mean()) ** 2).argmin()
    return round(float(c[best]) + 0.5, 1), round(float(r[best]) + 0.5, 1)


def compose_arms(arm: Mesh, regions: list[dict[str, Any]]) -> JsonView:
    """The view of both arms, each from its outer side; frame R only."""
    picture = draw(arm, ARM_VIEW)
    solid = picture.body & (np.nan_to_num(picture.points[..., 1], nan=1.0) < sum(ARM_TOP_FADES) / 2)
    on_arm = [r for r in regions if r["frame"] == "R"]
    masks = settle(measure_arm(picture, on_arm), solid, [ARM_REACH] * len(on_arm))
    half = {
        "regions": [{"id": r["id"], "midline": False, "mask": m} for r, m in zip(on_arm, masks, strict=True)],
        "zones": [],
        "points": [],
        "landmarks": [],
        "muscles": [],
        "body": outline(solid | solid[:, ::-1], 1.0, BODY_SPACING, 2000),
    }
    return finish("arms", half, [side_of(half, "right", None), side_of(half, "left", WIDTH)])
