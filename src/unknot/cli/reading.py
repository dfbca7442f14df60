"""What the terminal reads: cases, files, the clock, and the schemas that say what they look like."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import IO

import msgspec

from unknot.coach import Advice, Case
from unknot.errors import InputError
from unknot.guiding import CueSheet
from unknot.locating import Finding
from unknot.records import Decision, Explained
from unknot.screening import Question, Verdict
from unknot.units import Instant

STANDARD_INPUT = "-"


def now() -> Instant:
    """The time of this machine, in UTC."""
    return datetime.now(UTC)


def program() -> str:
    """This program and its version, as an export names its maker."""
    return f"unknot {version('unknot')}"


def bytes_in(file: str) -> bytes:
    """The content of a file, or of standard input for `-`. Raises: InputError: it cannot be read."""
    if file == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise InputError(file, "cli-cannot-read", reason=error.strerror or str(error)) from error


def case_in(file: str) -> Case:
    """The case in a file. Raises: InputError: it is not JSON, or a field is not as the schema says."""
    try:
        return msgspec.json.decode(bytes_in(file), type=Case)
    except msgspec.ValidationError as error:
        reason, _, place = str(error).partition(" - at `$.")
        field = place.rstrip("`") or "$"
        raise InputError(field, "input-not-valid", field=field, reason=reason) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(file, "input-not-json", reason=str(error)) from error


def schemas() -> dict[str, object]:
    """The JSON Schemas of what goes in and comes out, in one document with shared definitions."""
    named = {
        "case": Case,
        "advice": Advice,
        "verdict": Verdict,
        "finding": Finding,
        "cue_sheet": CueSheet,
        "questions": tuple[Question, ...],
        "decisions": tuple[Decision, ...],
        "explained": Explained,
    }
    found, definitions = msgspec.json.schema_components(named.values(), ref_template="#/$defs/{name}")
    properties = dict(zip(named, found, strict=True))
    draft = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": draft, "type": "object", "properties": properties, "$defs": definitions}


@contextmanager
def written_whole(file: Path) -> Iterator[IO[bytes]]:
    """A file to write that appears under its name only when all of it is there.

    Raises: InputError: it cannot be written.
    """
    try:
        with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as out:
            try:
                yield out
                out.flush()
                os.fsync(out.fileno())
                Path(out.name).replace(file)
            finally:
                Path(out.name).unlink(missing_ok=True)
    except OSError as error:
        raise InputError(str(file), "cli-cannot-write", reason=error.strerror or str(error)) from error
