"""The flat views of the body, as `x.py atlas` drew them from the anatomy files."""

from functools import cache
from importlib.resources import files

import msgspec

from unknot.anatomy import ZoneRule
from unknot.units import Side, Value

Place = tuple[float, float]
"""A place in the view, in units of its width and height."""


class RegionOutline(Value, frozen=True):
    """A region as it is seen in a view; `path` is SVG."""

    id: str
    side: Side | None
    path: str
    label_at: Place


class ZoneOutline(Value, frozen=True):
    """A zone as it is seen in a view."""

    id: str
    rule: ZoneRule
    path: str


class PointPlace(Value, frozen=True):
    """A trigger point in a view."""

    id: str
    side: Side
    at: Place


class LandmarkPlace(Value, frozen=True):
    """A bone that can be felt, in a view; without a side it is on the midline."""

    id: str
    side: Side | None
    at: Place


class MuscleOutline(Value, frozen=True):
    """A muscle in a view: its outline, and fibres as SVG paths."""

    id: str
    side: Side
    layer: str
    outline: str
    fibres: tuple[str, ...]


class View(Value, frozen=True):
    """One view of the body: a picture and everything that lies on it."""

    width: int
    height: int
    image: str
    silhouette: str
    regions: tuple[RegionOutline, ...]
    zones: tuple[ZoneOutline, ...]
    points: tuple[PointPlace, ...]
    landmarks: tuple[LandmarkPlace, ...]
    muscles: tuple[MuscleOutline, ...]


class _Drawn(Value, frozen=True):
    made_from: str
    views: dict[str, View]


@cache
def views() -> dict[str, View]:
    """The views by name: back, left, right, front, arms."""
    content = files("unknot.knowledge").joinpath("views.json").read_bytes()
    return msgspec.json.decode(content, type=_Drawn).views
