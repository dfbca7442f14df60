"""What a person takes along: the report, the tables, the FHIR bundle, the calendar, the hand-over."""

from unknot.sharing.calendar import calendar_of
from unknot.sharing.report import Report, report_of
from unknot.sharing.retelling import story_of
from unknot.sharing.story import Story
from unknot.sharing.tables import tables_as_zip, tables_of
from unknot.sharing.typeset import typeset

__all__ = ["Report", "Story", "calendar_of", "report_of", "story_of", "tables_as_zip", "tables_of", "typeset"]
