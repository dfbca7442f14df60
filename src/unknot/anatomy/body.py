"""The body as data: regions, muscles, trigger points and zones in one coordinate system.

Source: clinical 1.0-1.4.
"""

from collections.abc import Callable
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Annotated, TypeAlias

from msgspec import Meta

from unknot.units import Frame, Point, Probability, Score0To10, Seconds, Side, Sources, Value

Pair: TypeAlias = tuple[float, float]


class Region(Value, frozen=True):
    """A part of the body surface in which a person can say that it hurts; never itself a place to press."""

    id: str
    frame: Frame
    centre: Pair
    radius: Pair
    source: Sources
    aspect: str = ""
    midline: bool = False
    never_pressed: bool = False


class Part(Value, frozen=True):
    """A part of the body that is the exact union of some regions, both sides of each."""

    id: str
    regions: tuple[str, ...]
    source: Sources
    reads_as: str = ""


class Landmark(Value, frozen=True):
    """A bone that a person can find with a finger."""

    id: str
    frame: Frame
    at: Pair
    source: Sources
    midline: bool = False


class Layer(StrEnum):
    """How deep a muscle lies: right under the skin, or below another."""

    SUPERFICIAL = "superficial"
    DEEP = "deep"


class Way(StrEnum):
    """A direction on the body; outward is away from the midline."""

    UP = "up"
    DOWN = "down"
    OUTWARD = "outward"
    BACKWARD = "backward"


Bulge = Annotated[float, Meta(ge=0, le=1)]
Millimetres = Annotated[float, Meta(gt=0)]


class Muscle(Value, frozen=True):
    """A sheet of fibres from the origin curve to the insertion curve, over the belly curve where it bends.

    `runs` is the way of its fibres. `depth_mm` (skin to belly), `thickness_mm` (of the belly) and `bulge` (0 a flat
    sheet, 1 a spindle) say how it is drawn and nothing else.
    """

    id: str
    frame: Frame
    layer: Layer
    origin: tuple[Pair, ...]
    insertion: tuple[Pair, ...]
    runs: tuple[Way, ...]
    depth_mm: Millimetres
    thickness_mm: Millimetres
    bulge: Bulge
    source: Sources
    belly: tuple[Pair, ...] = ()


class Permission(StrEnum):
    """Whether a person may press a trigger point on themselves."""

    ALLOWED = "allowed"
    LIMITED = "limited"
    FORBIDDEN = "forbidden"
    NOT_COACHED = "not-coached"


class TriggerPoint(Value, frozen=True):
    """A place where a muscle is often tender, and how likely each region is felt when it is the source.

    `techniques` are the only ones that its card allows, where the card is narrower than the zone;
    `at_wall` is how the body stands for a ball there.
    """

    id: str
    muscle: str
    frame: Frame
    at: Pair
    permission: Permission
    prior: Probability
    hand_reaches: bool
    essential: dict[str, Probability]
    spillover: dict[str, Probability]
    source: Sources
    both_sides: bool = False
    techniques: tuple[str, ...] = ()
    at_wall: str = "standing-at-wall"

    def point(self, side: Side) -> Point:
        """The point on the skin of the given side."""
        return Point(self.frame, *self.at, side=side)

    @property
    def may_be_pressed(self) -> bool:
        """True when a person may press it themselves, within whatever limits."""
        return self.permission in (Permission.ALLOWED, Permission.LIMITED)


class ZoneRule(StrEnum):
    """What may be done in a zone, mildest first."""

    ALLOWED = "allowed"
    LIMITED = "limited"
    FORBIDDEN = "forbidden"


class Area(StrEnum):
    """The parts that the contraindication matrix tells apart."""

    NECK = "neck"
    SHELF = "shelf"
    BACK = "back"


class Shape(Value, frozen=True):
    """A polygon in units of its frame, right side; its edges belong to it."""

    frame: Frame
    polygon: tuple[Pair, ...]

    def holds(self, point: Point) -> bool:
        """True when the point lies inside or on the edge, mirrored to the point's side."""
        across_midline = point.frame in (Frame.P, Frame.A)
        x = abs(point.x) if across_midline else point.x
        return point.frame == self.frame and _inside_or_on_edge(x, point.y, self.polygon)


class Zone(Value, frozen=True):
    """A part of the skin with one rule for pressure, its ceilings and the techniques it admits.

    A zone that is not forbidden names its ceilings and techniques; a forbidden one has none. `positions` are the
    only ones allowed, where the zone needs the head to rest.
    """

    id: str
    rule: ZoneRule
    area: Area
    shape: tuple[Shape, ...]
    source: Sources
    pressure_0_10: Score0To10 = 0
    hold_s: Seconds = 0
    techniques: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    reads_as: str = ""

    def holds(self, point: Point) -> bool:
        """True when any of its shapes holds the point."""
        return any(shape.holds(point) for shape in self.shape)


class Body(Value, frozen=True, dict=True):
    """Everything Unknot knows about places on the body."""

    regions: tuple[Region, ...]
    muscles: tuple[Muscle, ...]
    trigger_points: tuple[TriggerPoint, ...]
    zones: tuple[Zone, ...]
    parts: tuple[Part, ...] = ()
    landmarks: tuple[Landmark, ...] = ()

    @cached_property
    def point_by_id(self) -> dict[str, TriggerPoint]:
        """The trigger points by their ids."""
        return {point.id: point for point in self.trigger_points}

    @cached_property
    def places(self) -> frozenset[str]:
        """Every name a drawing may use: `region_L` and `region_R`, or the bare id on the midline."""
        return frozenset(name for region in self.regions for name in names_of(region))

    def zones_at(self, point: Point) -> tuple[Zone, ...]:
        """The zones that hold a point, strictest first; empty where pressing is denied by default.

        Source: clinical 1.0, resolution rule; protocol S1, S2.
        """
        return self._zones_at(point)

    @cached_property
    def _zones_at(self) -> Callable[[Point], tuple[Zone, ...]]:
        """Remembers what it found last: a plan asks for the same hundred points again and again."""
        order = list(ZoneRule)

        @lru_cache
        def find(point: Point) -> tuple[Zone, ...]:
            held = [zone for zone in self.zones if zone.holds(point)]
            return tuple(sorted(held, key=lambda zone: order.index(zone.rule), reverse=True))

        return find

    def allows_pressure(self, point: Point) -> bool:
        """True when the point lies in a zone that is allowed or limited and in none that is forbidden.

        >>> Body((), (), (), ()).allows_pressure(Point(Frame.P, 0.5, 0.0))
        False
        """
        zones = self.zones_at(point)
        return bool(zones) and zones[0].rule is not ZoneRule.FORBIDDEN


def names_of(region: Region) -> tuple[str, ...]:
    """The names under which a region stands in a drawing: one on the midline, else left and right."""
    return (region.id,) if region.midline else (f"{region.id}_L", f"{region.id}_R")


def sided(name: str, side: Side) -> str:
    """A place or point id with its side, as drawings and palpation write it.

    >>> sided("UT2", Side.RIGHT)
    'UT2_R'
    """
    return f"{name}_{'L' if side is Side.LEFT else 'R'}"


def side_in(name: str) -> Side | None:
    """The side that a name of a drawing or of palpation carries; None on the midline.

    >>> side_in("UT2_R"), side_in("vertex")
    (<Side.RIGHT: 'right'>, None)
    """
    return next((side for side in Side if name.endswith(sided("", side))), None)


def _inside_or_on_edge(x: float, y: float, polygon: tuple[Pair, ...]) -> bool:
    inside = False
    for (ax, ay), (bx, by) in zip(polygon, polygon[1:] + polygon[:1], strict=True):
        cross = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
        if cross == 0 and min(ax, bx) <= x <= max(ax, bx) and min(ay, by) <= y <= max(ay, by):
            return True
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            inside = not inside
    return inside
