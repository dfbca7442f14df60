"""The log and the person folded from it, kept together while the server runs."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TypeVar

import msgspec

from unknot.coach import KINDS, CheckedIn, Happening, Knowledge, Person, PlanMade, kind_of
from unknot.store import (
    THIS_PERSON,
    Appended,
    ConflictingEvent,
    EventLog,
    NewEvent,
    export_events,
    import_events,
)
from unknot.units import Instant

_Happening = TypeVar("_Happening", bound=Happening)

_INPUTS: dict[type, tuple[str, ...]] = {
    CheckedIn: ("answers",),
    PlanMade: ("check_in", "drawing", "palpation", "situation", "changes"),
}
"""What of a decision was sent; the rest was computed, at a time of its own. Of other happenings all was sent."""


class Casebook:
    """Keeps what happens and answers from it. Everything that reads the clock is here."""

    def __init__(self, log: EventLog, knowledge: Knowledge, program: str) -> None:
        self._log = log
        self._program = program
        self._encode = msgspec.json.Encoder().encode
        self.knowledge = knowledge
        self._events = 0
        self._person = Person(knowledge)
        self._read_again()

    @property
    def person(self) -> Person:
        """The person as of the last event."""
        return self._person

    def now(self) -> Instant:
        """The time of this machine, in UTC."""
        return datetime.now(UTC)

    def refresh(self) -> Person:
        """The person, with what another process may have added to the log."""
        if self._log.count() != self._events:
            self._read_again()
        return self._person

    async def keep(self, id: str, happening: _Happening, at: Instant) -> _Happening:
        """What is kept under the id, durably: the happening, or what was kept when the same was sent before.

        Raises: ConflictingEvent: the id stands for something else. StorageError: it could not be kept.
        """
        event = self._event(id, happening, at)
        try:
            appended = await self._log.append_async((event,))
        except ConflictingEvent:
            return self._kept_before(id, happening)
        if appended.added:
            self._take_in(id, at, happening)
        return happening

    async def keep_all(self, told: tuple[tuple[str, Happening], ...], at: Instant) -> None:
        """Keep several happenings, all or none, each once.

        Raises: as `keep`.
        """
        events = [self._event(id, happening, at) for id, happening in told]
        known = [self._log.event(id) is not None for id, _ in told]
        await self._log.append_async(events)
        for (id, happening), was_known in zip(told, known, strict=True):
            if not was_known:
                self._take_in(id, at, happening)

    def export(self) -> Iterator[bytes]:
        """Everything as one JSON document, in pieces."""
        return export_events(self._log, self._program)

    def take_export(self, document: bytes) -> Appended:
        """Add what an export holds. Raises: InputError: as `store.import_events`."""
        appended = import_events(self._log, document)
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
        if event is None or event.kind != kind_of(happening):
            raise ConflictingEvent(0, id)
        before = msgspec.json.decode(event.body, type=type(happening))
        inputs = _INPUTS.get(type(happening), happening.__struct_fields__)
        if any(getattr(before, name) != getattr(happening, name) for name in inputs):
            raise ConflictingEvent(0, id)
        return before

    def _take_in(self, id: str, at: Instant, happening: Happening) -> None:
        self._events += 1
        self._person = self._person.after(id, at, happening)

    def _read_again(self) -> None:
        self._events = 0
        self._person = Person(self.knowledge)
        for event in self._log.events(THIS_PERSON):
            kind = KINDS.get(event.kind)
            self._events += 1
            if kind is not None:
                self._person = self._person.after(event.id, event.at, msgspec.json.decode(event.body, type=kind))
