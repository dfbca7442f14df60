from msgspec.structs import replace

from unknot.anatomy import Area, Body, Zone, ZoneRule, names_of, sided
from unknot.anatomy.body import Shape
from unknot.coach import Knowledge
from unknot.units import Frame, Point, Side

SQUARE = Shape(Frame.P, ((0.1, 0.0), (0.5, 0.0), (0.5, 0.4), (0.1, 0.4)))


def a_zone(id: str, rule: ZoneRule) -> Zone:
    return Zone(id, rule, Area.BACK, (SQUARE,), ("clinical:1.0",))


def test_a_shape_holds_a_point_inside_it() -> None:
    assert SQUARE.holds(Point(Frame.P, 0.3, 0.2))


def test_a_shape_does_not_hold_a_point_outside_it() -> None:
    assert not SQUARE.holds(Point(Frame.P, 0.6, 0.2))


def test_the_edge_and_the_corner_belong_to_a_shape() -> None:
    assert SQUARE.holds(Point(Frame.P, 0.1, 0.2))
    assert SQUARE.holds(Point(Frame.P, 0.5, 0.4))


def test_a_shape_mirrors_across_the_midline() -> None:
    assert SQUARE.holds(Point(Frame.P, -0.3, 0.2, side=Side.LEFT))


def test_a_shape_holds_no_point_of_another_frame() -> None:
    assert not SQUARE.holds(Point(Frame.L, 0.3, 0.2))


def test_behind_and_before_the_ear_are_not_the_same_place() -> None:
    before_the_ear = replace(SQUARE, frame=Frame.L)
    assert before_the_ear.holds(Point(Frame.L, 0.3, 0.2))
    assert not before_the_ear.holds(Point(Frame.L, -0.3, 0.2))


def test_the_strictest_zone_holds_where_zones_overlap() -> None:
    body = Body((), (), (), (a_zone("mild", ZoneRule.ALLOWED), a_zone("strict", ZoneRule.FORBIDDEN)))
    point = Point(Frame.P, 0.3, 0.2)
    assert [zone.id for zone in body.zones_at(point)] == ["strict", "mild"]
    assert not body.allows_pressure(point)


def test_outside_every_zone_pressure_is_denied() -> None:
    body = Body((), (), (), (a_zone("mild", ZoneRule.ALLOWED),))
    assert not body.allows_pressure(Point(Frame.P, 0.9, 0.9))


def test_a_limited_zone_allows_pressure() -> None:
    body = Body((), (), (), (a_zone("limited", ZoneRule.LIMITED),))
    assert body.allows_pressure(Point(Frame.P, 0.3, 0.2))


def test_a_place_has_a_side_unless_it_lies_on_the_midline(knowledge: Knowledge) -> None:
    regions = {region.id: region for region in knowledge.body.regions}
    assert names_of(regions["shoulder_top"]) == ("shoulder_top_L", "shoulder_top_R")
    assert names_of(regions["throat"]) == ("throat",)


def test_a_sided_name_ends_in_its_side() -> None:
    assert (sided("UT2", Side.LEFT), sided("UT2", Side.RIGHT)) == ("UT2_L", "UT2_R")


def test_the_spine_may_not_be_pressed_at_any_level(knowledge: Knowledge) -> None:
    levels = [Point(Frame.P, x, y / 10) for y in range(-23, 11) for x in (0.0, 0.03, 0.059)]
    assert [point for point in levels if knowledge.body.allows_pressure(point)] == []


def test_the_sides_of_the_neck_may_not_be_pressed(knowledge: Knowledge) -> None:
    places = [Point(Frame.P, 0.23 + x / 100, 0.31 + y / 100) for x in range(0, 40, 4) for y in range(0, 70, 4)]
    assert [point for point in places if knowledge.body.allows_pressure(point)] == []


def test_nothing_in_the_frames_of_face_and_chest_may_be_pressed(knowledge: Knowledge) -> None:
    steps = [step / 10 for step in range(-15, 16)]
    places = [Point(frame, x, y) for frame in (Frame.L, Frame.A, Frame.R) for x in steps for y in steps]
    assert [point for point in places if knowledge.body.allows_pressure(point)] == []


def test_a_hand_may_press_the_middle_of_the_shoulder_shelf(knowledge: Knowledge) -> None:
    assert [zone.id for zone in knowledge.body.zones_at(Point(Frame.P, 0.48, -0.03))] == ["Z_SHELF", "Z_UPBACK"]
