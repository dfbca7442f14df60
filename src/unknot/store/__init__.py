"""What happened, kept on this machine: one append-only log of events in one SQLite file."""

from unknot.store.editions import KeptKnowledge
from unknot.store.event import (
    THIS_PERSON,
    Appended,
    ConflictingEvent,
    Count,
    DeviceId,
    Event,
    EventId,
    EventKind,
    KnowledgeVersion,
    NewEvent,
    PersonId,
    Seq,
    new_event_id,
)
from unknot.store.extent import Extent, Reading, Size
from unknot.store.gists import KeptGist
from unknot.store.log import EventLog
from unknot.store.place import DATA_VARIABLE, data_folder, database_path
from unknot.store.transfer import export_events, import_events

__all__ = [
    "DATA_VARIABLE",
    "THIS_PERSON",
    "Appended",
    "ConflictingEvent",
    "Count",
    "DeviceId",
    "Event",
    "EventId",
    "EventKind",
    "EventLog",
    "Extent",
    "KeptGist",
    "KeptKnowledge",
    "KnowledgeVersion",
    "NewEvent",
    "PersonId",
    "Reading",
    "Seq",
    "Size",
    "data_folder",
    "database_path",
    "export_events",
    "import_events",
    "new_event_id",
]
