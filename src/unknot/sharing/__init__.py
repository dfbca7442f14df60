"""What a person takes along: the report, the tables, the FHIR bundle, the calendar."""

from unknot.sharing.calendar import calendar_of
from unknot.sharing.chronicle import Chronicle
from unknot.sharing.report import Report, report_of
from unknot.sharing.retelling import chronicle_of
from unknot.sharing.tables import tables_as_zip, tables_of
from unknot.sharing.typeset import typeset

__all__ = ["Chronicle", "Report", "calendar_of", "chronicle_of", "report_of", "tables_as_zip", "tables_of", "typeset"]
