"""A person out of the log: from the gist of before and what happened since, else from everything that ever happened.

Both ways give the same person. A gist counts only if this very program made it, of this very knowledge, and of exactly
what the log begins with; otherwise it is as if there were none.
"""

import hashlib
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

import msgspec

from unknot.coach import (
    CheckedIn,
    CheckIn,
    Gist,
    Knowledge,
    Library,
    Person,
    PlanMade,
    Told,
    gist_of,
    happening_of,
    person_of,
)
from unknot.errors import StorageError
from unknot.records import told_by, undisturbed
from unknot.store import THIS_PERSON, Event, EventLog, Extent, KeptGist, Reading
from unknot.units import Instant, Value

_Happening = TypeVar("_Happening", CheckedIn, PlanMade)

WORTH_A_GIST = 200
"""So many events are read anew before a gist of them is kept: they take about as long as keeping it."""


class Recalled(Value, frozen=True):
    """A person as of the last event that was read; `anew` is how many events that took."""

    person: Person
    extent: Extent
    anew: int


def recall(log: EventLog, knowledge: Knowledge) -> Recalled:
    """The person as of the last event of the log. What took long is made shorter for the next time.

    Raises: StorageError: the log cannot be read, or an event is not what its kind says.
    """
    with undisturbed():
        made_by = _made_by(knowledge)
        recalled = _from_gist(log, made_by, knowledge) or _from_all(log, knowledge)
        if made_by and recalled.anew > WORTH_A_GIST:
            with suppress(StorageError):  # the next start takes as long as this one, and nothing is lost
                log.keep_gist(THIS_PERSON, KeptGist(made_by, recalled.extent, _packed(recalled.person)))
        return recalled


@cache
def program_version() -> str:
    """The name of exactly this program; empty where its sources do not lie on the disk."""
    return name_of_sources(Path(str(files("unknot"))))


def name_of_sources(root: Path) -> str:
    """The name of exactly the Python files in a folder, read by this Python; empty where there are none.

    A version number would not do: two programs of one number can make two things of the same events.
    """
    digest = hashlib.sha256(f"{sys.version} {msgspec.__version__}".encode())
    sources = sorted(root.rglob("*.py"))
    for source in sources:
        for part in (str(source.relative_to(root)).encode(), source.read_bytes()):
            digest.update(f"{len(part)}:".encode() + part)
    return digest.hexdigest() if sources else ""


def _made_by(knowledge: Knowledge) -> str:
    program = program_version()
    return program and f"{program} {knowledge.version}"


def _packed(person: Person) -> bytes:
    return msgspec.json.encode(gist_of(person))  # JSON, as in the log: it keeps the time zone of a moment


def _from_gist(log: EventLog, made_by: str, knowledge: Knowledge) -> Recalled | None:
    kept = log.gist(THIS_PERSON, made_by) if made_by else None
    added = None if kept is None else log.added_since(THIS_PERSON, kept.extent)
    if kept is None or added is None:
        return None
    try:
        gist = msgspec.json.decode(kept.content, type=Gist)
    except msgspec.DecodeError:
        return None
    return _read_on(person_of(gist, _library(log), knowledge), kept.extent, added)


def _from_all(log: EventLog, knowledge: Knowledge) -> Recalled:
    unread = Extent(log.size(THIS_PERSON).log)
    with closing(log.events(THIS_PERSON)) as events:
        return _read_on(Person(knowledge), unread, events)


def _read_on(person: Person, extent: Extent, events: Iterable[Event]) -> Recalled:
    reading = Reading(extent)

    def told() -> Iterator[Told]:
        for event in events:
            reading.take(event)
            happening = told_by(event)
            if happening is not None:
                yield event.id, event.at, happening

    after = person.after_all(told())
    return Recalled(after, reading.extent, reading.extent.count - extent.count)


def _library(log: EventLog) -> Library:
    """Check-ins and plans by id, out of the log. Raises: StorageError: one is no longer there as it was read once."""

    def check_in(id: str) -> CheckIn:
        at, told = _look_up(log, id, CheckedIn)
        return CheckIn(id, at, told)

    def plan(id: str) -> PlanMade:
        return _look_up(log, id, PlanMade)[1]

    return Library(check_in, plan)


def _look_up(log: EventLog, id: str, kind: type[_Happening]) -> tuple[Instant, _Happening]:
    event = log.event(id)
    if event is None:
        raise StorageError("store-failed", path=str(log.path), reason=f"the event {id} is gone")
    with suppress(msgspec.DecodeError):
        told = happening_of(event.kind, event.body)
        if isinstance(told, kind):
            return event.at, told
    raise StorageError("store-damaged", path=str(log.path))
