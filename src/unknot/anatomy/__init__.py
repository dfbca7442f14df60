"""Regions, muscles, trigger points and zones: one coordinate system for drawing, searching and guarding."""

from unknot.anatomy.body import (
    Area,
    Body,
    Muscle,
    Permission,
    Region,
    TriggerPoint,
    Zone,
    ZoneRule,
    names_of,
    side_in,
    sided,
)

__all__ = [
    "Area",
    "Body",
    "Muscle",
    "Permission",
    "Region",
    "TriggerPoint",
    "Zone",
    "ZoneRule",
    "names_of",
    "side_in",
    "sided",
]
