"""Puts the model of the living map together, from the same skin, curves and frames as the flat views."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from body_file import PER_M, PER_UNIT, BodyFile, lengths, metres
from fibres import FIBRES, STEPS, lift
from loft import loft
from mesh import Floats, Ints
from raster import Picture
from surface import Cells, find_bare, read_cells

THIN = 2  # every other fibre and step is stored: whoever draws it bends them smooth again
GRID_STEP = 0.05
GRID_FROM, GRID_TO = (0.0, -1.70), (1.10, 1.10)  # all that a person may press lies in frame P


def build_model(
    data: dict[str, Any], bust: Path, pictures: dict[str, Picture], footprints: dict[str, Floats], made_from: str
) -> BodyFile:
    """The whole model: skin, muscles, frame P, points and landmarks."""
    cells = read_cells(bust, pictures, data)
    muscles = data["muscles"]["muscle"]
    skin, normals = cells.half.mesh, cells.half.normals
    sheets = {muscle["id"]: loft(footprints[muscle["id"]], muscle, skin, normals) for muscle in muscles}
    header = {
        "made_from": made_from,
        "per_m": PER_M,
        "per_unit": PER_UNIT,
        "fibres": len(range(0, FIBRES, THIN)),
        "steps": len(range(0, STEPS, THIN)),
        "regions": [[r["id"], r.get("midline", False)] for r in data["regions"]["region"]],
        "muscles": [[m["id"], m["layer"]] for m in muscles],
        "points": place_all(data["trigger_points"]["trigger_point"], pictures),
        "landmarks": place_all(data["landmarks"]["landmark"], pictures),
        "grid": {"from": GRID_FROM, "step": GRID_STEP, "columns": grid_axes()[0].size, "rows": grid_axes()[1].size},
    }
    return BodyFile(header, pack_cells(cells, sheets, muscles) | {"grid": lengths(lay_grid(pictures))})


def pack_cells(cells: Cells, sheets: dict[str, Floats], muscles: list[dict[str, Any]]) -> dict[str, Any]:
    half = cells.half
    stored = [sheets[m["id"]][::THIN, ::THIN] for m in muscles]
    middle = metres(lengths(half.points[: half.coarse]))[half.edges].mean(1)
    return {
        "corners": lengths(half.points[: half.coarse]),
        "middles": lengths(half.points[half.coarse :] - middle),
        "triangles": half.triangles.astype(np.uint16).ravel(),
        "region": cells.region.astype(np.uint8),
        "never": units(cells.never),
        "sky": share(cells.sky, 31),
        "solid": share(cells.solid, 63),
        "bare": share(find_bare(cells, list(sheets.values())), 31),
        "muscles": np.concatenate([lengths(sheet) for sheet in stored]),
        "muscles_never": units(np.concatenate([cells.never[under(sheet, half.points)] for sheet in stored])),
    }


def under(sheet: Floats, skin: Floats) -> Ints:
    """The cell of the skin nearest to each place of a sheet."""
    return ((sheet.reshape(-1, 1, 3) - skin) ** 2).sum(-1).argmin(1)


def units(values: Floats) -> np.ndarray:
    return np.clip(np.round(values * PER_UNIT), -127, 127).astype(np.int8)


def share(values: Floats, steps: int) -> np.ndarray:
    return np.round(np.clip(values, 0, 1) * steps).astype(np.uint8)


def place_all(entries: list[dict[str, Any]], pictures: dict[str, Picture]) -> list[list[Any]]:
    """Each entry's id and its place on the skin of the right side in metres; what is on the midline stays on it."""
    out = []
    for entry in entries:
        x, y, z = (round(float(n), 5) for n in lift(np.array([entry["at"]]), entry["frame"], pictures)[0])
        midline = entry.get("midline", False)
        out.append([entry["id"], [0.0 if midline else min(x, 0.0), y, z], midline])
    return out


def grid_axes() -> tuple[Floats, Floats]:
    x, y = (np.arange(a, b + GRID_STEP / 2, GRID_STEP) for a, b in zip(GRID_FROM, GRID_TO, strict=True))
    return x, y


def lay_grid(pictures: dict[str, Picture]) -> Floats:
    """Where the units of frame P lie on the skin: rows of constant y, in metres."""
    x, y = grid_axes()
    units = np.stack(np.meshgrid(x, y), -1).reshape(-1, 2)
    out = lift(units, "P", pictures)
    out[units[:, 0] == 0, 0] = 0.0
    return out
