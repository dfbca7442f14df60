"""What a person takes along, through the routes."""

import io
import json
import zipfile
from typing import Any

import pytest
from icalendar import Calendar
from pypdf import PdfReader


@pytest.fixture
def played(page: Any, planned: str) -> str:
    """The id of a plan that was played to its end and told of."""
    total_ms = page.get(f"/api/plans/{planned}/cue-sheet")["total_ms"]
    page.move(planned, ("start", 0), ("finish", total_ms))
    page.send(f"/api/plans/{planned}/outcome", page.outcome(5, 2))
    return planned


def test_the_report_is_a_pdf_to_save_with_what_was_told(page: Any, played: str) -> None:
    answer = page.request("GET", "/api/take-along/report")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"] == 'attachment; filename="unknot-report.pdf"'
    text = " ".join(PdfReader(io.BytesIO(answer.content)).pages[0].extract_text().split())
    assert "Upper trapezius, right" in text
    assert "Pain last told 2 out of 10" in text


def test_the_tables_are_a_zip_file_with_a_dictionary(page: Any, played: str) -> None:
    answer = page.request("GET", "/api/take-along/tables")
    assert answer.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert "dictionary.csv" in archive.namelist()
        assert played in archive.read("sessions.csv").decode()


@pytest.mark.parametrize(("asked", "goes_along"), [("", False), ("?snomed=true", True)])
def test_the_bundle_has_snomed_codes_only_when_asked(page: Any, played: str, asked: str, goes_along: bool) -> None:
    answer = page.request("GET", f"/api/take-along/fhir{asked}")
    assert answer.headers["content-type"] == "application/fhir+json"
    assert json.loads(answer.content)["resourceType"] == "Bundle"
    assert ("http://snomed.info/sct" in answer.text) is goes_along


def test_the_calendar_holds_the_next_sessions(page: Any, played: str) -> None:
    answer = page.request("GET", "/api/take-along/calendar")
    assert answer.headers["content-type"].startswith("text/calendar")
    calendar: Any = Calendar.from_ical(answer.content)
    assert len(calendar.walk("VEVENT")) == 7


@pytest.mark.parametrize("what", ["report", "tables", "fhir", "calendar"])
def test_nobody_can_take_their_nothing_along_too(page: Any, what: str) -> None:
    assert page.request("GET", f"/api/take-along/{what}").status_code == 200
