"""Knowledge that is too mild in one place: each limit loosened by one step, as a slip of the hand could do it."""

from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import TypeVar

from msgspec.structs import replace
from tests.proofs.drafts import TRUE_WORLD, World, scaled
from tests.properties import referee

from unknot.anatomy import Area, Permission, TriggerPoint, Zone, ZoneRule
from unknot.planning import Ceilings, Limit, Position, Step, Technique, Tool
from unknot.screening import Condition, Grade, Modality, RuleBook, Tier
from unknot.units import Value

T = TypeVar("T")
AREAS = ("neck", "shelf", "back")
COLUMNS = tuple(next(iter(referee.CONDITIONS.values()))["cells"])
LONGER_S, TOOL_LONGER_S = 5, 30
CLOSER, COARSER = 0.05, 0.25
SMALLER, LARGER = 0.94, 1.08


class Slip(Value, frozen=True):
    """One limit that is too mild: what it is called, the world with it, and which drafts it could be seen in."""

    what: str
    world: World
    concerns: Callable[[Step], bool]


class MilderCell(Value, frozen=True):
    """A cell of the matrix that is a grade too mild: which one, what it was, and the world with it."""

    row: str
    column: str
    areas: tuple[str, ...]
    grade: str
    world: World


def cell_of(row: str, column: str, area: str) -> str:
    """What the file says in a cell."""
    cell = referee.CONDITIONS[row]["cells"][column]
    return cell if isinstance(cell, str) else str(cell[area])


def what_the_matrix_tells_wrongly(rules: RuleBook, of: Iterable[str] = tuple(referee.CONDITIONS)) -> list[str]:
    """The signs of some rows, by default of all, for which a cell that holds for a person is not what the file says."""
    wrong = []
    for sign in sorted({sign for row in of for sign in referee.CONDITIONS[row]["any_of"]}):
        rows = referee.rows_of({sign})
        told = [
            (one.condition, str(one.modality), str(one.area), str(one.grade))
            for one in rules.limits_for(frozenset({sign}), Tier.CLEAR).restrictions
        ]
        cells = [(row, column, area, cell_of(row, column, area)) for row, column, area in product(rows, COLUMNS, AREAS)]
        if sorted(told) != sorted(cell for cell in cells if cell[-1] != "OK"):
            wrong.append(sign)
    return wrong


def milder_cells() -> Iterator[MilderCell]:
    """Each cell of the matrix that limits anything, one grade milder: a whole cell, or an area that it tells apart."""
    for row, column in product(TRUE_WORLD.rules.conditions, Modality):
        cell = row.cells[column]
        grades = dict(cell) if isinstance(cell, dict) else dict.fromkeys(Area, cell)
        for areas in [(area,) for area in Area] if isinstance(cell, dict) else [tuple(Area)]:
            grade = grades[areas[0]]
            if grade is not Grade.OK:
                milder = list(Grade)[grade.severity - 1]
                changed = replace(row, cells={**row.cells, column: {**grades, **dict.fromkeys(areas, milder)}})
                yield MilderCell(row.id, column, areas, grade, _with_rows(row, changed))


def _with_rows(old: Condition, new: Condition) -> World:
    rules = TRUE_WORLD.rules
    return replace(TRUE_WORLD, rules=replace(rules, conditions=_swapped(rules.conditions, old, (new,))))


def slips() -> Iterator[Slip]:
    """Each ceiling, tool, technique, position, zone and point, one step milder."""
    book, body = TRUE_WORLD.book, TRUE_WORLD.body
    for what, ceilings in _of_ceilings(book.ceilings):
        yield Slip(f"ceilings: {what}", replace(TRUE_WORLD, book=replace(book, ceilings=ceilings)), lambda step: True)
    for tool in book.tools:
        for what, tools in _of_tool(tool):
            world = replace(TRUE_WORLD, book=replace(book, tools=_swapped(book.tools, tool, (tools,))))
            yield Slip(f"{tool.id}: {what}", world, _is("tool", tool.id))
    for technique in book.techniques:
        for what, milder in _of_technique(technique):
            techniques = _swapped(book.techniques, technique, (milder,))
            world = replace(TRUE_WORLD, book=replace(book, techniques=techniques))
            yield Slip(f"{technique.id}: {what}", world, _is("technique", technique.id))
    for position in book.positions:
        for what, easier in _of_position(position):
            positions = _swapped(book.positions, position, (easier,))
            world = replace(TRUE_WORLD, book=replace(book, positions=positions))
            yield Slip(f"{position.id}: {what}", world, _is("position", position.id))
    for point in body.trigger_points:
        for what, freer in _of_point(point):
            points = _swapped(body.trigger_points, point, (freer,))
            world = replace(TRUE_WORLD, body=replace(body, trigger_points=points))
            yield Slip(f"{point.id}: {what}", world, _is("point", point.id))
    for zone in body.zones:
        for what, world in _of_zone(zone):
            yield Slip(f"{zone.id}: {what}", world, lambda step: step.presses)


def _is(field: str, id: str) -> Callable[[Step], bool]:
    return lambda step: getattr(step, field) == id


def _swapped(entries: tuple[T, ...], old: T, new: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(one for entry in entries for one in (new if entry is old else (entry,)))


def _of_ceilings(ceilings: Ceilings) -> Iterator[tuple[str, Ceilings]]:
    longer = (ceilings.minutes[0], ceilings.minutes[1] + 1)
    milder: dict[str, dict[str, object]] = {
        "a spot more": {"spots": ceilings.spots + 1},
        "a hold more": {"holds_per_spot": ceilings.holds_per_spot + 1},
        "a longer session": {"session_s": ceilings.session_s + 60},
        "a minute more": {"minutes": longer},
        "a longer session and a minute more": {"session_s": ceilings.session_s + 60, "minutes": longer},
        "a session more": {"sessions": ceilings.sessions + 1},
        "an hour sooner": {"hours_between": ceilings.hours_between - 1},
        "a shorter first week": {"first_week_days": ceilings.first_week_days - 1},
        "more than half in the first week": {"first_week_share": ceilings.first_week_share + 0.25},
        "light is stronger": {"light_pressure_0_10": ceilings.light_pressure_0_10 + 1},
        "light is longer": {"light_hold_s": ceilings.light_hold_s + LONGER_S},
        "good pain is stronger": {"good_pain_0_10": ceilings.good_pain_0_10 + 1},
        "limited is stronger": {"limited_pressure_0_10": ceilings.limited_pressure_0_10 + 1},
        "holds are longer": {"hold_s": (ceilings.hold_s[0], ceilings.hold_s[1] + LONGER_S)},
        "strokes step over the spine": {"stroke_grain": COARSER},
    }
    for what, fields in milder.items():
        yield what, replace(ceilings, **fields)


def _of_tool(tool: Tool) -> Iterator[tuple[str, Tool]]:
    yield "longer holds", replace(tool, hold_s=tool.hold_s + LONGER_S)
    yield "stronger", replace(tool, pressure_0_10=tool.pressure_0_10 + 1)
    yield "longer in all", replace(tool, total_s=tool.total_s + TOOL_LONGER_S)
    for technique in TRUE_WORLD.book.techniques:
        if technique.id not in tool.techniques:
            yield f"does {technique.id}", replace(tool, techniques=(*tool.techniques, technique.id))
    for zone in TRUE_WORLD.body.zones:
        if zone.id not in tool.zones:
            yield f"goes into {zone.id}", replace(tool, zones=(*tool.zones, zone.id))
    if not tool.by_hand:
        yield "is always to hand", replace(tool, by_hand=True)
    if tool.keeps_off_neck:
        yield "closer to the neck", replace(tool, keeps_off_neck=tool.keeps_off_neck - CLOSER)
    if tool.once_a_day:
        yield "more than once a day", replace(tool, once_a_day=False)
    if tool.modality is not None:
        yield "in the technique's column", replace(tool, modality=None)


def _of_technique(technique: Technique) -> Iterator[tuple[str, Technique]]:
    yield "longer", replace(technique, hold=_raised(technique.hold, LONGER_S))
    yield "more often", replace(technique, repetitions=_raised(technique.repetitions, 1))
    if technique.pressure is not None:
        yield "stronger", replace(technique, pressure=_raised(technique.pressure, 1))
    elif technique.modality is not None:
        yield "in no column", replace(technique, modality=None)
    for position in TRUE_WORLD.book.positions:
        if position.id not in technique.positions:
            yield f"in {position.id}", replace(technique, positions=(*technique.positions, position.id))
    for row in technique.not_with:
        yield f"with {row}", replace(technique, not_with=tuple(one for one in technique.not_with if one != row))
    if technique.once_a_day:
        yield "more than once a day", replace(technique, once_a_day=False)


def _raised(limit: Limit, by: int) -> Limit:
    return replace(limit, allowed=(limit.allowed[0], limit.allowed[1] + by))


def _of_position(position: Position) -> Iterator[tuple[str, Position]]:
    for place in TRUE_WORLD.book.places:
        if place.id not in position.places:
            yield f"in {place.id}", replace(position, places=(*position.places, place.id))
    if position.both_hands:
        yield "with one hand", replace(position, both_hands=False)


def _of_point(point: TriggerPoint) -> Iterator[tuple[str, TriggerPoint]]:
    if point.permission is not Permission.ALLOWED:
        yield f"{point.permission} is allowed", replace(point, permission=Permission.ALLOWED)
    if point.techniques:
        yield "by any technique", replace(point, techniques=())


def _of_zone(zone: Zone) -> Iterator[tuple[str, World]]:
    if zone.rule is ZoneRule.FORBIDDEN:
        yield "gone", _with_zones(zone, ())
        yield "smaller", _with_zones(zone, (_scaled(zone, SMALLER),))
        yield "open to every tool", _opened(zone)
        return
    yield "larger", _with_zones(zone, (_scaled(zone, LARGER),))
    yield "stronger", _with_zones(zone, (replace(zone, pressure_0_10=zone.pressure_0_10 + 1),))
    yield "longer", _with_zones(zone, (replace(zone, hold_s=zone.hold_s + LONGER_S),))
    for technique in TRUE_WORLD.book.techniques:
        if technique.presses and technique.id not in zone.techniques:
            yield (
                f"admits {technique.id}",
                _with_zones(zone, (replace(zone, techniques=(*zone.techniques, technique.id)),)),
            )
    if zone.positions:
        yield "in any position", _with_zones(zone, (replace(zone, positions=()),))


def _with_zones(old: Zone, new: tuple[Zone, ...]) -> World:
    body = TRUE_WORLD.body
    return replace(TRUE_WORLD, body=replace(body, zones=_swapped(body.zones, old, new)))


def _scaled(zone: Zone, by: float) -> Zone:
    shapes = tuple(replace(shape, polygon=scaled(shape.polygon, by)) for shape in zone.shape)
    return replace(zone, shape=shapes)


def _opened(zone: Zone) -> World:
    """The zone takes every technique, and every tool and point goes there."""
    techniques = tuple(technique.id for technique in TRUE_WORLD.book.techniques)
    open_zone = replace(zone, rule=ZoneRule.ALLOWED, pressure_0_10=6, hold_s=90, techniques=techniques)
    tools = tuple(replace(tool, zones=(*tool.zones, zone.id)) for tool in TRUE_WORLD.book.tools)
    return replace(_with_zones(zone, (open_zone,)), book=replace(TRUE_WORLD.book, tools=tools))
