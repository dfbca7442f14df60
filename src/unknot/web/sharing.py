"""Routes for what a person takes along: report, tables, FHIR bundle, calendar. Each gives one file to save.

It is made, from what is known to its last byte, in a thread of its own: a stop that arrives meanwhile must not wait.
"""

from asyncio import to_thread

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery

from unknot.coach import Knowledge, Person
from unknot.knowledge.views import views
from unknot.sharing import calendar_of, chronicle_of, report_of, tables_as_zip, typeset
from unknot.sharing.fhir import Bundling, bundle_as_json, bundle_of
from unknot.units import Instant
from unknot.web.casebook import Casebook
from unknot.whereabouts import wall_clock


@get("/take-along/report", media_type="application/pdf")
async def report(casebook: NamedDependency[Casebook]) -> Response[bytes]:
    """The report for a professional, as PDF/UA and PDF/A."""
    made = await to_thread(_report, casebook.refresh(), casebook.now())
    return _file(made, "unknot-report.pdf", "application/pdf")


@get("/take-along/tables", media_type="application/zip")
async def tables(casebook: NamedDependency[Casebook]) -> Response[bytes]:
    """Every table as CSV, with a dictionary, in one ZIP file."""
    made = await to_thread(_tables, casebook.refresh(), casebook.now())
    return _file(made, "unknot-tables.zip", "application/zip")


@get("/take-along/fhir", media_type="application/fhir+json")
async def fhir(casebook: NamedDependency[Casebook], snomed: FromQuery[bool] = False) -> Response[bytes]:
    """Everything that was told as a FHIR R4 bundle; SNOMED CT codes need a national licence."""
    how = Bundling(casebook.program, with_snomed=snomed)
    made = await to_thread(_bundle, casebook.refresh(), casebook.knowledge, how, casebook.now())
    return _file(made, "unknot-fhir.json", "application/fhir+json")


@get("/take-along/calendar", media_type="text/calendar")
async def calendar(casebook: NamedDependency[Casebook]) -> Response[bytes]:
    """What comes next, as iCalendar."""
    made = await to_thread(_calendar, casebook.refresh(), casebook.knowledge, casebook.now())
    return _file(made, "unknot.ics", "text/calendar")


ROUTES = (report, tables, fhir, calendar)


def _report(person: Person, now: Instant) -> bytes:
    chronicle = chronicle_of(person, now)
    return typeset(report_of(chronicle, views(), wall_clock), int(chronicle.told_at.timestamp()))


def _tables(person: Person, now: Instant) -> bytes:
    return tables_as_zip(chronicle_of(person, now))


def _bundle(person: Person, knowledge: Knowledge, how: Bundling, now: Instant) -> bytes:
    return bundle_as_json(bundle_of(chronicle_of(person, now), knowledge, how))


def _calendar(person: Person, knowledge: Knowledge, now: Instant) -> bytes:
    return calendar_of(chronicle_of(person, now), knowledge, wall_clock)


def _file(content: bytes, name: str, media_type: str) -> Response[bytes]:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media_type, headers=headers)
