"""The log and the person folded from it, kept together while the server runs."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TypeVar

import msgspec

from unknot.coach import CheckedIn, Happening, Knowledge, Person, PlanMade, happening_of, kind_of
from unknot.errors import InputError
from unknot.handing import happening_in
from unknot.locating import Complaint
from unknot.recalling import recall
from unknot.records import Explained, explain_event
from unknot.store import (
    THIS_PERSON,
    Appended,
    ConflictingEvent,
    Event,
    EventLog,
    NewEvent,
    Size,
    export_events,
    import_events,
)
from unknot.units import Instant

_Happening = TypeVar("_Happening", bound=Happening)

_INPUTS: dict[type, tuple[str, ...]] = {
    CheckedIn: ("answers", "asking_for", "words"),
    PlanMade: ("check_in", *Complaint.__struct_fields__, "situation", "changes", "advised"),
}
"""What of a decision was sent; the rest was computed, at a time of its own. Of other happenings all was sent."""


class Casebook:
    """Keeps what happens and answers from it. Everything that reads the clock is here."""

    def __init__(self, log: EventLog, knowledge: Knowledge, program: str) -> None:
        self._log = log
        self.program = program
        self._encode = msgspec.json.Encoder().encode
        self.knowledge = knowledge
        self._recalled = recall(log, knowledge)
        self._taken_in, self._person = self._recalled.extent.size, self._recalled.person

    @property
    def person(self) -> Person:
        """The person as of the last event."""
        return self._person

    def now(self) -> Instant:
        """The time of this machine, in UTC."""
        return datetime.now(UTC)

    def refresh(self) -> Person:
        """The person, with what another process may have added to the log."""
        if self._log.size(THIS_PERSON) != self._taken_in:
            self._read_again()
        return self._person

    def has(self, id: str) -> bool:
        """True when something is already kept under the id: what is sent again is not judged again."""
        return self._log.has(id)

    async def keep(self, id: str, happening: _Happening, at: Instant) -> _Happening:
        """What is kept under the id, durably: the happening, or what was kept when the same was sent before.

        Raises: InputError: the id stands for something else. StorageError: it could not be kept.
        """
        try:
            await self.keep_all(((id, happening),), at)
        except ConflictingEvent:
            return self._kept_before(id, happening)
        return happening

    async def keep_all(self, told: tuple[tuple[str, Happening], ...], at: Instant) -> None:
        """Keep several happenings, all or none, each once.

        Raises: ConflictingEvent: an id stands for something else. StorageError: as `keep`.
        """
        recalled = self._recalled
        appended = await self._log.append_async(
            [self._event(id, happening, at) for id, happening in told], self.knowledge.edition
        )
        if self._recalled is not recalled or appended.known:
            self.refresh()  # told before, or others were quicker: read again meanwhile, erased, or another process
            return
        self._taken_in = Size(self._taken_in.log, self._taken_in.count + appended.added)
        self._person = self._person.after_all((id, at, happening) for id, happening in told)

    def explain(self, event_id: str) -> Explained:
        """Why an event is what it is. Raises: InputError, StorageError: as `records.explain_event`."""
        return explain_event(self._log, event_id, self.knowledge)

    def export(self) -> Iterator[bytes]:
        """Everything as one JSON document, in pieces."""
        return export_events(self._log, self.program)

    def take_export(self, document: bytes) -> Appended:
        """Add what an export holds. Raises: InputError: as `store.import_events`."""
        appended = import_events(self._log, document, lambda event: happening_in(event.kind, event.body))
        self._read_again()
        return appended

    def erase(self) -> None:
        """Leave nothing of this person."""
        self._log.erase()
        self._read_again()

    def _event(self, id: str, happening: Happening, at: Instant) -> NewEvent:
        body = msgspec.Raw(self._encode(happening))
        return NewEvent(id=id, at=at, kind=kind_of(happening), body=body, knowledge=self.knowledge.version)

    def _kept_before(self, id: str, happening: _Happening) -> _Happening:
        event = self._log.event(id)
        before = None if event is None else _happening_in(event)
        inputs = _INPUTS.get(type(happening), happening.__struct_fields__)
        if not isinstance(before, type(happening)) or any(
            getattr(before, name) != getattr(happening, name) for name in inputs
        ):
            raise InputError("id", "event-id-taken", id=id)
        return before

    def _read_again(self) -> None:
        self._recalled = recall(self._log, self.knowledge)
        self._taken_in, self._person = self._recalled.extent.size, self._recalled.person


def _happening_in(event: Event) -> Happening | None:
    return happening_of(event.kind, event.body)
