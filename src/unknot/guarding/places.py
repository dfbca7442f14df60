"""Where the guard lets a hand or a tool press. Its own geometry: nothing of it comes from the planner."""

from collections.abc import Iterator
from itertools import pairwise
from math import ceil, hypot, isfinite

from unknot.guarding.seen import TABLE, Place, Shape, Zone

_MIRRORED = ("P", "A")
"""The frames whose x mirrors at the midline of the body."""
_NEARLY = 1e-9


def zones_under(path: tuple[Place, ...], side: str | None) -> dict[str, Zone]:
    """The zones under every point of a way; none where any point of it may not be pressed."""
    found: dict[str, Zone] = {}
    for place in _along(path):
        if place.side != side or not (isfinite(place.x) and isfinite(place.y)):
            return {}
        here = {id: zone for id, zone in TABLE.zones.items() if _holds(zone, place)}
        if not here or not all(zone.allowed for zone in here.values()):
            return {}
        found |= here
    return found


def _along(path: tuple[Place, ...]) -> Iterator[Place]:
    """The points of a path, and those between them no further apart than the grain of the table."""
    yield from path
    for here, to in pairwise(path):
        if here.frame != to.frame:
            yield Place("", to.x, to.y, to.side)  # nobody knows what lies between two frames
        distance = hypot(to.x - here.x, to.y - here.y)
        pieces = ceil(distance / TABLE.grain) if isfinite(distance) else 0
        for piece in range(1, pieces):
            share = piece / pieces
            x, y = here.x + (to.x - here.x) * share, here.y + (to.y - here.y) * share
            yield Place(here.frame, x, y, here.side)


def _holds(zone: Zone, place: Place) -> bool:
    x = abs(place.x) if place.frame in _MIRRORED else place.x
    return any(shape.frame == place.frame and _is_in(x, place.y, shape) for shape in zone.shapes)


def _is_in(x: float, y: float, shape: Shape) -> bool:
    """By the turns that the corners make around the place: an edge belongs to the polygon."""
    turns = 0
    corners = shape.polygon
    for (ax, ay), (bx, by) in zip(corners, (*corners[1:], corners[0]), strict=True):
        leans = (bx - ax) * (y - ay) - (x - ax) * (by - ay)
        is_beside = min(ax, bx) - _NEARLY <= x <= max(ax, bx) + _NEARLY
        is_level = min(ay, by) - _NEARLY <= y <= max(ay, by) + _NEARLY
        if abs(leans) < _NEARLY and is_beside and is_level:
            return True
        if ay <= y < by and leans > 0:
            turns += 1
        if by <= y < ay and leans < 0:
            turns -= 1
    return turns != 0
