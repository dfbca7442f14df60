"""What a table is: its name, its columns, and its rows from a chronicle."""

from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from typing import TypeAlias

from unknot.sharing.chronicle import Chronicle
from unknot.units import Instant, Value
from unknot.words import say

Cell: TypeAlias = str | int | float | bool | Instant | None
Row: TypeAlias = tuple[Cell, ...]

PAIN, POINTS = "0-10", "points"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Column(Value, frozen=True):
    """A column: its name, what kind of value it holds, and the unit where there is one."""

    name: str
    kind: str
    unit: str = ""


class Table(Value, frozen=True):
    """A table: its name, its columns, and its rows from a chronicle."""

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[Chronicle], Iterator[Row]]

    def meaning_of(self, column: Column) -> str:
        """What a column holds, in words."""
        return say(f"table-{self.name}-{column.name}".replace("_", "-"))


AT, PLAN, CHECK_IN = Column("at", "moment"), Column("plan", "id"), Column("check_in", "id")


def columns(kind: str, *names: str, unit: str = "") -> tuple[Column, ...]:
    """Columns of one kind."""
    return tuple(Column(name, kind, unit) for name in names)


def listed(items: Iterable[object]) -> str:
    """Several values in one cell, parted by spaces."""
    return " ".join(str(item) for item in items)


def written(cell: Cell) -> str:
    """A cell as text: what was not told is empty, and nothing is taken for a formula.

    >>> written(None), written(True), written(-3), written("=1+1"), written(1.25)
    ('', 'yes', '-3', "'=1+1", '1.25')
    """
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case int():
            return str(cell)
        case float():
            return f"{cell:.2f}"
        case Enum():
            return str(cell.value)
        case str():
            return f"'{cell}" if cell.startswith(_FORMULA) else cell  # a spreadsheet would run it as a formula
        case _:
            return cell.isoformat()
