"""Everything as one JSON document, and back, losing nothing.

The knowledge that the events were told under comes first, then one event a line, in an order that only depends on
the events: the same log gives the same bytes.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

import msgspec

from unknot.errors import InputError, StorageError
from unknot.store.editions import KeptKnowledge
from unknot.store.event import Appended, Event
from unknot.store.log import EventLog
from unknot.units import Value

FORMAT = "unknot-events"
VERSION = 2


class _Preamble(msgspec.Struct):
    """What tells whether the rest is for us, whatever else a later version adds."""

    format: Literal["unknot-events"]
    version: int


class _Document(Value, frozen=True):
    format: Literal["unknot-events"]
    version: Literal[1, 2]
    made_by: str
    events: list[Event]
    knowledge: list[KeptKnowledge] = []


def export_events(log: EventLog, made_by: str) -> Iterator[bytes]:
    """The document, piece by piece; `made_by` names the program and its version."""
    encode = msgspec.json.Encoder().encode
    yield b'{"format":%b,"version":%d,"made_by":%b,"knowledge":[' % (encode(FORMAT), VERSION, encode(made_by))
    yield from _lines(encode(one) for one in log.knowledge())
    yield b'],"events":['
    yield from _lines(encode(event) for event in log.everything())
    yield b"]}\n"


def _lines(entries: Iterable[bytes]) -> Iterator[bytes]:
    separator = b"\n"
    for entry in entries:
        yield separator + entry
        separator = b",\n"
    yield b"\n"


def _as_it_is(event: Event) -> Event:
    return event


def import_events(log: EventLog, document: bytes, read: Callable[[Event], object] = _as_it_is) -> Appended:
    """How many events of the document were new. It is read whole first: all of it is kept or nothing.

    read: what has to understand each event, or raise msgspec.DecodeError.

    Raises: InputError: import-not-ours (or cut off), import-newer, import-bad-event or import-bad-knowledge with
        its place, or event-id-taken when an event contradicts one that is kept.
    """
    try:
        preamble = msgspec.json.decode(document, type=_Preamble)
        if preamble.version > VERSION:
            raise InputError("version", "import-newer", version=preamble.version)
        told = msgspec.json.decode(document, type=_Document)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        problem, _, path = str(error).partition(" - at `$.")
        if path.startswith(("events[", "knowledge[")):
            raise InputError(path.rstrip("`"), "import-bad-event", reason=problem) from error
        raise InputError("file", "import-not-ours", reason=str(error)) from error
    for place, kept in enumerate(told.knowledge):
        try:
            kept.unpacked()
        except StorageError as error:
            raise InputError(f"knowledge[{place}]", "import-bad-knowledge", version=kept.version) from error
    for place, event in enumerate(told.events):
        try:
            read(event)
        except msgspec.DecodeError as error:
            raise InputError(f"events[{place}].body", "import-bad-event", reason=str(error)) from error
    return log.merge(told.events, told.knowledge)
