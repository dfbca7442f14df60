"""Routes for what a person takes along: report, tables, FHIR bundle, calendar. Each gives one file to save.

It is made in a thread of its own: a stop that arrives meanwhile must not wait.
"""

from asyncio import to_thread

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery

from unknot.knowledge.views import views
from unknot.sharing import Chronicle, calendar_of, chronicle_of, report_of, tables_as_zip, typeset
from unknot.sharing.fhir import Bundling, bundle_as_json, bundle_of
from unknot.web.casebook import Casebook
from unknot.web.clock import wall


@get("/take-along/report", media_type="application/pdf")
async def report(casebook: NamedDependency[Casebook]) -> Response[bytes]:
    """The report for a professional, as PDF/UA and PDF/A."""
    chronicle = _chronicle(casebook)
    made = await to_thread(_typeset, chronicle)
    return _file(made, "unknot-report.pdf", "application/pdf")


@get("/take-along/tables", media_type="application/zip")
async def tables(casebook: NamedDependency[Casebook]) -> Response[bytes]:
    """Every table as CSV, with a dictionary, in one ZIP file."""
    return _file(await to_thread(tables_as_zip, _chronicle(casebook)), "unknot-tables.zip", "application/zip")


@get("/take-along/fhir", media_type="application/fhir+json")
async def fhir(casebook: NamedDependency[Casebook], snomed: FromQuery[bool] = False) -> Response[bytes]:
    """Everything that was told as a FHIR R4 bundle; SNOMED CT codes need a national licence."""
    how = Bundling(casebook.program, with_snomed=snomed)
    bundle = await to_thread(bundle_of, _chronicle(casebook), casebook.knowledge, how)
    return _file(bundle_as_json(bundle), "unknot-fhir.json", "application/fhir+json")


@get("/take-along/calendar", media_type="text/calendar")
async def calendar(casebook: NamedDependency[Casebook]) -> Response[bytes]:
    """What comes next, as iCalendar."""
    return _file(calendar_of(_chronicle(casebook), casebook.knowledge, wall), "unknot.ics", "text/calendar")


ROUTES = (report, tables, fhir, calendar)


def _chronicle(casebook: Casebook) -> Chronicle:
    return chronicle_of(casebook.refresh(), casebook.now())


def _typeset(chronicle: Chronicle) -> bytes:
    return typeset(report_of(chronicle, views(), wall), int(chronicle.told_at.timestamp()))


def _file(content: bytes, name: str, media_type: str) -> Response[bytes]:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media_type, headers=headers)
