"""Everything as one JSON document, and back, losing nothing.

One event a line, in an order that only depends on the events: the same log gives the same bytes.
"""

from collections.abc import Callable, Iterator
from typing import Literal

import msgspec

from unknot.errors import InputError
from unknot.store.event import Appended, Event
from unknot.store.log import EventLog
from unknot.units import Value

FORMAT = "unknot-events"
VERSION = 1


class _Preamble(msgspec.Struct):
    """What tells whether the rest is for us, whatever else a later version adds."""

    format: Literal["unknot-events"]
    version: int


class _Document(Value, frozen=True):
    format: Literal["unknot-events"]
    version: Literal[1]
    made_by: str
    events: list[Event]


def export_events(log: EventLog, made_by: str) -> Iterator[bytes]:
    """The document, piece by piece; `made_by` names the program and its version."""
    encode = msgspec.json.Encoder().encode
    yield b'{"format":%b,"version":%d,"made_by":%b,"events":[' % (encode(FORMAT), VERSION, encode(made_by))
    separator = b"\n"
    for event in log.everything():
        yield separator + encode(event)
        separator = b",\n"
    yield b"\n]}\n"


def _as_it_is(event: Event) -> Event:
    return event


def import_events(log: EventLog, document: bytes, read: Callable[[Event], object] = _as_it_is) -> Appended:
    """How many events of the document were new. It is read whole first: all of it is kept or nothing.

    read: what has to understand each event, or raise msgspec.DecodeError.

    Raises: InputError: import-not-ours (or cut off), import-newer, import-bad-event with its place, or
        event-id-taken when an event contradicts one that is kept.
    """
    try:
        preamble = msgspec.json.decode(document, type=_Preamble)
        if preamble.version > VERSION:
            raise InputError("version", "import-newer", version=preamble.version)
        events = msgspec.json.decode(document, type=_Document).events
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        problem, _, path = str(error).partition(" - at `$.")
        if path.startswith("events["):
            raise InputError(path.rstrip("`"), "import-bad-event", reason=problem) from error
        raise InputError("file", "import-not-ours", reason=str(error)) from error
    for place, event in enumerate(events):
        try:
            read(event)
        except msgspec.DecodeError as error:
            raise InputError(f"events[{place}].body", "import-bad-event", reason=str(error)) from error
    return log.merge(events)
