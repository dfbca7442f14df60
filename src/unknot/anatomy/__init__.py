"""Regions, muscles, trigger points and zones: one coordinate system for drawing, searching and guarding."""

from unknot.anatomy.body import (
    Area,
    Body,
    Landmark,
    Layer,
    Muscle,
    Part,
    Permission,
    Region,
    TriggerPoint,
    Way,
    Zone,
    ZoneRule,
    names_of,
    side_in,
    sided,
)

__all__ = [
    "Area",
    "Body",
    "Landmark",
    "Layer",
    "Muscle",
    "Part",
    "Permission",
    "Region",
    "TriggerPoint",
    "Way",
    "Zone",
    "ZoneRule",
    "names_of",
    "side_in",
    "sided",
]
