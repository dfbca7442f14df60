"""The tables say everything, for a machine and for a person."""

import csv
import io
import zipfile

import pytest
from msgspec.structs import replace
from tests.course import ACTIVITIES

from unknot.sharing import Chronicle, tables_as_zip, tables_of
from unknot.sharing.tables import TABLES


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture(scope="module")
def tables(chronicle: Chronicle) -> dict[str, list[dict[str, str]]]:
    return {name: read(text) for name, text in tables_of(chronicle).items()}


def test_the_dictionary_names_every_column_of_every_table_in_order(tables: dict[str, list[dict[str, str]]]) -> None:
    named = [(row["table"], row["column"]) for row in tables["dictionary.csv"]]
    assert named == [(table.name, column.name) for table in TABLES for column in table.columns]
    assert all(row["meaning"] and row["kind"] for row in tables["dictionary.csv"])


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_row_has_a_cell_for_every_column(chronicle: Chronicle, table) -> None:
    assert {len(row) for row in table.rows(chronicle)} == {len(table.columns)}


def test_every_happening_has_its_row(chronicle: Chronicle, tables: dict[str, list[dict[str, str]]]) -> None:
    assert {name: len(rows) for name, rows in tables.items() if name != "dictionary.csv"} == {
        "check_ins.csv": len(chronicle.check_ins),
        "answers.csv": sum(len(one.counted) for one in chronicle.check_ins),
        "limits.csv": sum(len(one.restrictions) for one in chronicle.check_ins),
        "plans.csv": len(chronicle.plans),
        "pains.csv": sum(len(one.pains) for one in chronicle.plans),
        "candidates.csv": sum(len(one.candidates) for one in chronicle.plans),
        "steps.csv": sum(len(one.steps) for one in chronicle.plans),
        "sessions.csv": len(chronicle.sessions),
        "doses.csv": sum(len(one.doses) for one in chronicle.sessions),
        "readings.csv": len(chronicle.readings),
        "marks.csv": sum(len(one.drawing) for one in chronicle.drawings),
        "activities.csv": len(ACTIVITIES),
        "knots.csv": len(chronicle.knots),
        "knot_edits.csv": len(chronicle.edits),
        "what_works.csv": 1 + len(chronicle.learned.effects),
        "causes.csv": len(chronicle.causes),
    }


def test_a_reading_is_read_back_as_it_was_told(chronicle: Chronicle, tables: dict[str, list[dict[str, str]]]) -> None:
    first = chronicle.readings[0]
    assert tables["readings.csv"][0] == {
        "at": first.at.isoformat(),
        "kind": "pain-now",
        "about": "",
        "value": str(first.value),
        "device": "self-report",
        "told_in": "check-in",
        "of": first.of,
        "standing": "first",
    }


def test_what_was_corrected_is_told_before_and_after(tables: dict[str, list[dict[str, str]]]) -> None:
    worst = [row for row in tables["readings.csv"] if row["kind"] == "pain-worst"]
    assert [(row["value"], row["standing"]) for row in worst[2:4]] == [("6", "replaced"), ("8", "corrected")]
    assert len({row["of"] for row in worst[2:4]}) == 1


def test_a_kept_answer_is_told_with_the_moment_at_which_it_was_given(tables: dict[str, list[dict[str, str]]]) -> None:
    ages = [row for row in tables["answers.csv"] if row["question"] == "age"]
    assert (ages[0]["answer"], ages[0]["kept"], ages[0]["answered"]) == ("35", "no", ages[0]["at"])
    assert (ages[1]["answer"], ages[1]["kept"], ages[1]["answered"]) == ("35", "yes", ages[0]["at"])


def test_the_names_of_activities_are_the_person_s_own_and_no_formula(
    tables: dict[str, list[dict[str, str]]],
) -> None:
    assert [row["name"] for row in tables["activities.csv"]] == ["look over my shoulder", "'=carry a bag"]


@pytest.mark.parametrize("begins", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_no_cell_is_taken_for_a_formula(chronicle: Chronicle, begins: str) -> None:
    drawn = replace(chronicle.drawings[0], drawing={begins: 3})
    (row,) = read(tables_of(replace(chronicle, drawings=(drawn,)))["marks.csv"])
    assert row["place"] == f"'{begins}"


def test_the_same_chronicle_gives_the_same_file_byte_for_byte(chronicle: Chronicle) -> None:
    assert tables_as_zip(chronicle) == tables_as_zip(chronicle)


def test_the_file_holds_every_table(chronicle: Chronicle) -> None:
    with zipfile.ZipFile(io.BytesIO(tables_as_zip(chronicle))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name).decode() for name in archive.namelist()} == tables_of(chronicle)
