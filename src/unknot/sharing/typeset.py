"""From a report to a PDF that a screen reader and an archive can read: PDF/UA-1 and PDF/A-2a, by Typst."""

from importlib.resources import files

import msgspec
import typst

from unknot.sharing.report import Report


def typeset(report: Report, at_unix: int) -> bytes:
    """The report as PDF, with nothing fetched and no font of the system; the same report and second, the same bytes.

    at_unix: when it is made, in seconds since 1970.
    """
    layout = files("unknot.sharing").joinpath("report.typ").read_bytes()
    return typst.compile(
        layout,
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"report": msgspec.json.encode(report).decode()},
        pdf_standards=["ua-1", "a-2a"],
        timestamp=at_unix,
    )
