"""The course as CSV tables, with a dictionary that says what each column holds, in one ZIP file.

The same story gives the same bytes. Lists in a cell are parted by spaces; an empty cell means that it was not told.
"""

import csv
import io
import zipfile
from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any, TypeAlias

from unknot.sharing.story import Story, StoryCheckIn
from unknot.units import Instant, Value
from unknot.words import say

Cell: TypeAlias = str | int | bool | Instant | None
Row: TypeAlias = tuple[Cell, ...]

_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest moment that ZIP knows: the same story gives the same bytes
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Column(Value, frozen=True):
    """A column: its name, what kind of value it holds, and the unit where there is one."""

    name: str
    kind: str
    unit: str = ""


class Table(Value, frozen=True):
    """A table: its name, its columns, and its rows from a story."""

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[Story], Iterator[Row]]


def tables_as_zip(story: Story) -> bytes:
    """A ZIP file with every table of the story and `dictionary.csv`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in tables_of(story).items():
            entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return out.getvalue()


def tables_of(story: Story) -> dict[str, str]:
    """Each table as CSV under its file name, with the dictionary first."""
    named = {"dictionary.csv": _csv(("table", "column", "kind", "unit", "meaning"), _dictionary())}
    for table in TABLES:
        header = tuple(column.name for column in table.columns)
        named[f"{table.name}.csv"] = _csv(header, table.rows(story))
    return named


def meaning_of(table: Table, column: Column) -> str:
    """What a column holds, in words."""
    return say(f"table-{table.name}-{column.name}".replace("_", "-"))


def _dictionary() -> Iterator[Row]:
    for table in TABLES:
        for column in table.columns:
            yield table.name, column.name, column.kind, column.unit, meaning_of(table, column)


def _csv(header: tuple[str, ...], rows: Iterator[Row]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([_written(cell) for cell in row] for row in rows)
    return out.getvalue()


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case int():
            return str(cell)
        case Enum():
            return str(cell.value)
        case str():
            return f"'{cell}" if cell.startswith(_FORMULA) else cell  # a spreadsheet would run it as a formula
        case _:
            return cell.isoformat()


def _listed(items: Any) -> str:
    return " ".join(str(item) for item in items)


def _check_ins(story: Story) -> Iterator[Row]:
    for one in story.check_ins:
        fired = _listed(each.rule for each in one.fired)
        flags = _listed(each.red_flag for each in one.fired if each.red_flag)
        yield (
            *(one.id, one.at, one.visit, one.verdict, one.tier, one.pressure_allowed),
            *(fired, flags, _listed(one.signs), _listed(one.history), one.rules),
        )


def _answers(story: Story) -> Iterator[Row]:
    for one in story.check_ins:
        for question, answer in one.counted.items():
            said = _listed(answer) if isinstance(answer, tuple) else str(answer)
            yield one.id, one.at, question, said, _was_kept(one, question)


def _was_kept(one: StoryCheckIn, question: str) -> bool:
    return question not in one.answers


def _limits(story: Story) -> Iterator[Row]:
    for one in story.check_ins:
        for cell in one.restrictions:
            yield one.id, one.at, cell.condition, cell.modality, cell.area, cell.grade


def _marks(story: Story) -> Iterator[Row]:
    for one in story.plans:
        for place, strength in one.drawing.items():
            yield one.id, one.made_at, place, strength


def _candidates(story: Story) -> Iterator[Row]:
    for one in story.plans:
        for found in one.candidates:
            yield one.id, one.made_at, found.point, found.side, found.muscle, found.certainty, found.felt


def _steps(story: Story) -> Iterator[Row]:
    for plan in story.plans:
        for place, step in enumerate(plan.steps, start=1):
            yield (
                *(plan.id, plan.made_at, plan.check_in, place, step.id, step.technique, step.tool, step.position),
                *(step.point, step.side, step.seconds, step.repetitions, step.ceiling_0_10),
            )


def _sessions(story: Story) -> Iterator[Row]:
    for one in story.sessions:
        stop = one.stop
        yield (
            *(one.plan, one.ended_at, one.ending, one.pressed_s),
            *((None, None) if stop is None else (stop.feeling, stop.tier)),
            *(one.pain_before, one.pain_after, one.turning, one.helped),
        )


def _doses(story: Story) -> Iterator[Row]:
    for one in story.sessions:
        for dose in one.doses:
            yield (
                *(one.plan, one.ended_at, dose.step, dose.technique, dose.tool, dose.point, dose.side, dose.muscle),
                *(dose.seconds, dose.ceiling_0_10, dose.presses, dose.skipped),
            )


def _measures(story: Story) -> Iterator[Row]:
    for one in story.measures:
        yield one.at, one.kind, one.value, one.device, one.of


def _knots(story: Story) -> Iterator[Row]:
    for one in story.knots:
        spots = _listed(spot.id for spot in one.spots)
        yield (
            *(one.id, one.point, one.side, one.muscle, spots, one.since, len(one.sessions)),
            *(one.trend, one.relapses, one.gone_at),
        )


_AT, _PLAN, _CHECK_IN = Column("at", "moment"), Column("plan", "id"), Column("check_in", "id")
_PAIN = "0-10"


def _named(kind: str, *names: str) -> tuple[Column, ...]:
    return tuple(Column(name, kind) for name in names)


TABLES: tuple[Table, ...] = (
    Table(
        "check_ins",
        (
            *(Column("id", "id"), _AT, *_named("word", "visit", "verdict", "tier"), Column("pressure", "yes or no")),
            *(*_named("words", "rules", "red_flags", "signs", "history"), Column("knowledge", "id")),
        ),
        _check_ins,
    ),
    Table("answers", (_CHECK_IN, _AT, *_named("word", "question", "answer"), Column("kept", "yes or no")), _answers),
    Table("limits", (_CHECK_IN, _AT, *_named("word", "condition", "modality", "area", "grade")), _limits),
    Table("marks", (_PLAN, _AT, Column("place", "word"), Column("pain", "number", _PAIN)), _marks),
    Table("candidates", (_PLAN, _AT, *_named("word", "point", "side", "muscle", "certainty", "felt")), _candidates),
    Table(
        "steps",
        (
            *(_PLAN, _AT, _CHECK_IN, Column("place", "number"), *_named("word", "step", "technique", "tool")),
            *(*_named("word", "position", "point", "side"), Column("seconds", "number", "s")),
            *(Column("repetitions", "number"), Column("ceiling", "number", _PAIN)),
        ),
        _steps,
    ),
    Table(
        "sessions",
        (
            *(_PLAN, _AT, Column("ending", "word"), Column("pressed", "number", "s")),
            *(*_named("word", "stopped_for", "stop_tier"), Column("pain_before", "number", _PAIN)),
            *(Column("pain_after", "number", _PAIN), *_named("word", "turning", "helped")),
        ),
        _sessions,
    ),
    Table(
        "doses",
        (
            *(_PLAN, _AT, *_named("word", "step", "technique", "tool", "point", "side", "muscle")),
            *(Column("seconds", "number", "s"), Column("ceiling", "number", _PAIN)),
            *_named("yes or no", "presses", "skipped"),
        ),
        _doses,
    ),
    Table(
        "measures",
        (
            _AT,
            *(Column("kind", "word"), Column("value", "number or word"), Column("device", "word"), Column("of", "id")),
        ),
        _measures,
    ),
    Table(
        "knots",
        (
            *(Column("id", "id"), *_named("word", "point", "side", "muscle"), Column("spots", "words")),
            *(Column("since", "moment"), Column("sessions", "number"), Column("trend", "word")),
            *(Column("relapses", "number"), Column("gone", "moment")),
        ),
        _knots,
    ),
)
"""Every table, in the order of a person's way: check-in, where it hurts, plan, session, what came of it."""
