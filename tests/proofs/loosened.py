"""Knowledge that is too mild in one place: a cell or a ceiling loosened by one step, as by a slip of the hand."""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import TypeVar

from msgspec.structs import replace
from tests.proofs.drafts import TRUE_WORLD, World
from tests.properties import referee

from unknot.anatomy import Area
from unknot.planning import Ceilings
from unknot.screening import Condition, Grade, Modality, RuleBook, Tier
from unknot.units import Value

T = TypeVar("T")
AREAS = ("neck", "shelf", "back")
COLUMNS = tuple(next(iter(referee.CONDITIONS.values()))["cells"])
LONGER_S, COARSER = 5, 0.25


class Slip(Value, frozen=True):
    """A ceiling that is too mild: what it is called, and the world with it."""

    what: str
    world: World


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
    """Each ceiling one step milder, and the two that hold the same together."""
    book = TRUE_WORLD.book
    for what, ceilings in _of_ceilings(book.ceilings):
        yield Slip(what, replace(TRUE_WORLD, book=replace(book, ceilings=ceilings)))


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
