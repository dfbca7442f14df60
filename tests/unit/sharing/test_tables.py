"""The tables say everything, for a machine and for a person."""

import csv
import io
import zipfile

import pytest
from msgspec.structs import replace

from unknot.sharing import Story, tables_as_zip, tables_of
from unknot.sharing.tables import TABLES


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture(scope="module")
def tables(story: Story) -> dict[str, list[dict[str, str]]]:
    return {name: read(text) for name, text in tables_of(story).items()}


def test_the_dictionary_names_every_column_of_every_table_in_order(tables: dict[str, list[dict[str, str]]]) -> None:
    named = [(row["table"], row["column"]) for row in tables["dictionary.csv"]]
    assert named == [(table.name, column.name) for table in TABLES for column in table.columns]
    assert all(row["meaning"] and row["kind"] for row in tables["dictionary.csv"])


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_row_has_a_cell_for_every_column(story: Story, table) -> None:
    assert {len(row) for row in table.rows(story)} == {len(table.columns)}


def test_every_happening_has_its_row(story: Story, tables: dict[str, list[dict[str, str]]]) -> None:
    assert {name: len(rows) for name, rows in tables.items() if name != "dictionary.csv"} == {
        "check_ins.csv": len(story.check_ins),
        "answers.csv": sum(len(one.counted) for one in story.check_ins),
        "limits.csv": sum(len(one.restrictions) for one in story.check_ins),
        "marks.csv": sum(len(one.drawing) for one in story.plans),
        "candidates.csv": sum(len(one.candidates) for one in story.plans),
        "steps.csv": sum(len(one.steps) for one in story.plans),
        "sessions.csv": len(story.sessions),
        "doses.csv": sum(len(one.doses) for one in story.sessions),
        "measures.csv": len(story.measures),
        "knots.csv": len(story.knots),
    }


def test_a_measure_is_read_back_as_it_was_told(story: Story, tables: dict[str, list[dict[str, str]]]) -> None:
    first = story.measures[0]
    assert tables["measures.csv"][0] == {
        "at": first.at.isoformat(),
        "kind": "pain-now",
        "value": str(first.value),
        "device": "self-report",
        "of": first.of,
    }


@pytest.mark.parametrize("begins", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_no_cell_is_taken_for_a_formula(story: Story, begins: str) -> None:
    plan = replace(story.plans[0], drawing={begins: 3})
    (row,) = read(tables_of(replace(story, plans=(plan,)))["marks.csv"])
    assert row["place"] == f"'{begins}"


def test_the_same_story_gives_the_same_file_byte_for_byte(story: Story) -> None:
    assert tables_as_zip(story) == tables_as_zip(story)


def test_the_file_holds_every_table(story: Story) -> None:
    with zipfile.ZipFile(io.BytesIO(tables_as_zip(story))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name).decode() for name in archive.namelist()} == tables_of(story)
