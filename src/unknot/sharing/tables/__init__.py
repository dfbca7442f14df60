"""The course as CSV tables, with a dictionary that says what each column holds, in one ZIP file.

The same chronicle gives the same bytes. Lists in a cell are parted by spaces; an empty cell means: it was not told.
"""

import csv
import io
import zipfile
from collections.abc import Iterator

from unknot.sharing.chronicle import Chronicle
from unknot.sharing.tables.asked import ANSWERS, CAUSES, CHECK_INS, LIMITS
from unknot.sharing.tables.done import CANDIDATES, DOSES, PAINS, PLANS, SESSIONS, STEPS
from unknot.sharing.tables.followed import ACTIVITIES, EDITS, EFFECTS, KNOTS, MARKS, READINGS
from unknot.sharing.tables.table import Row, written

_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest moment that ZIP knows: the same chronicle gives the same bytes

TABLES = (
    *(CHECK_INS, ANSWERS, LIMITS, PLANS, PAINS, CANDIDATES, STEPS, SESSIONS, DOSES),
    *(READINGS, MARKS, ACTIVITIES, KNOTS, EDITS, EFFECTS, CAUSES),
)
"""Every table, in the order of a person's way: check-in, where it hurts, plan, session, what came of it."""


def tables_as_zip(chronicle: Chronicle) -> bytes:
    """A ZIP file with every table of the chronicle and `dictionary.csv`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in tables_of(chronicle).items():
            entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return out.getvalue()


def tables_of(chronicle: Chronicle) -> dict[str, str]:
    """Each table as CSV under its file name, with the dictionary first."""
    named = {"dictionary.csv": _csv(("table", "column", "kind", "unit", "meaning"), _dictionary())}
    for table in TABLES:
        header = tuple(column.name for column in table.columns)
        named[f"{table.name}.csv"] = _csv(header, table.rows(chronicle))
    return named


def _dictionary() -> Iterator[Row]:
    for table in TABLES:
        for column in table.columns:
            yield table.name, column.name, column.kind, column.unit, table.meaning_of(column)


def _csv(header: tuple[str, ...], rows: Iterator[Row]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([written(cell) for cell in row] for row in rows)
    return out.getvalue()
