"""What a person takes along: the report, the tables, the FHIR bundle, the calendar, the hand-over."""

from unknot.sharing.story import Story, story_of
from unknot.sharing.tables import tables_as_zip, tables_of

__all__ = ["Story", "story_of", "tables_as_zip", "tables_of"]
