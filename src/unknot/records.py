"""What was decided, and why: an event of the log, the knowledge of its day, and both brought together."""

import gc
from collections import deque
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress

import msgspec
from msgspec.structs import replace

from unknot.coach import (
    Agreement,
    Edition,
    Explanation,
    Happening,
    Knowledge,
    Person,
    SessionMoved,
    SettingsChanged,
    explain,
    happening_of,
    sentences_in,
    sources_in,
    verdict_in,
)
from unknot.errors import InputError, KnowledgeError, StorageError
from unknot.knowledge import read_knowledge
from unknot.screening import NeedsAnswers, Tier
from unknot.store import THIS_PERSON, Event, EventLog
from unknot.units import Instant, Value
from unknot.words import Words

_DECISIONS = ("checked-in", "plan-made", "session-moved", "outcome-told")
_ALTERED = "store-knowledge-altered"


class Explained(Value, frozen=True):
    """An explanation with its sentences.

    said: message id (`tier-clear`, `tier-clear.do`) or source id → its words. Those of that day, unless
    `in_todays_words`: then the words of the day are not kept or cannot be read.
    """

    explanation: Explanation
    said: dict[str, str]
    in_todays_words: bool


class Decision(Value, frozen=True):
    """A decision that can be explained. `tier` is null where it has none, or questions were open."""

    event: str
    at: Instant
    kind: str
    knowledge: str
    tier: Tier | None = None


@contextmanager
def undisturbed() -> Iterator[None]:
    """Making very many values without the search for cycles: none has one, and it would look at each many times."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def decisions(log: EventLog, last: int) -> tuple[Decision, ...]:
    """The last so many decisions, the latest first."""
    kept: deque[Decision] = deque(maxlen=last)
    for event in log.events(THIS_PERSON, _DECISIONS):
        told = _told(event)
        if not isinstance(told, SessionMoved) or told.event.feeling is not None:
            kept.append(Decision(event.id, event.at, event.kind, event.knowledge, _tier(told)))
    return tuple(reversed(kept))


def country_set(log: EventLog) -> str | None:
    """The country that the person has set last; None where they have set none."""
    told = (_told(event) for event in log.events(THIS_PERSON, ("settings-changed",)))
    set_ = [one.country for one in told if isinstance(one, SettingsChanged) and one.country is not None]
    return set_[-1] if set_ else None


def told_in(log: EventLog, before: str = "") -> Iterator[tuple[str, Instant, Happening | None]]:
    """Everything that is kept of this person, or up to an event: id, time, and what happened, in its order.

    What happened is None where its kind is one of a later version, which leaves alone what this one knows of.

    Raises: StorageError: something of a kind that is known cannot be read (`store-unreadable-event`). Passing over a
        stop, or what a professional has forbidden, would make a person freer than they are.
    """
    with closing(log.events(THIS_PERSON)) as events:
        for event in events:
            if event.id == before:
                return
            yield event.id, event.at, told_by(event)


def told_by(event: Event) -> Happening | None:
    """What happened; None where its kind is one of a later version. Raises: StorageError: as `told_in`."""
    try:
        return happening_of(event.kind, event.body)
    except msgspec.DecodeError as error:
        raise StorageError("store-unreadable-event", kind=event.kind, event=event.id) from error


def person_in(log: EventLog, knowledge: Knowledge, before: str = "") -> Person:
    """The person as of the last event of the log, or as they were before one. Raises: StorageError: as `told_in`."""
    with undisturbed():
        told = ((id, at, one) for id, at, one in told_in(log, before) if one is not None)
        return Person(knowledge).after_all(told)


def explain_event(log: EventLog, event_id: str, today: Knowledge) -> Explained:
    """Why an event is what it is, by the knowledge and in the words of its day.

    Where that knowledge is not kept, was altered, or is of a shape that this version cannot read, the explanation
    says so and holds what was recorded.

    Raises: InputError: there is no such event (`input-no-such-event`). StorageError: the log cannot be read.
    """
    event = log.event(event_id)
    if event is None:
        raise InputError("event", "input-no-such-event", event=event_id)
    try:
        edition = _edition(log, event, today)
    except StorageError as error:
        if error.message != _ALTERED:
            raise
        return _said(_recorded(event, Agreement.KNOWLEDGE_ALTERED), None, today)
    if edition is None:
        return _said(_recorded(event, Agreement.KNOWLEDGE_NOT_KEPT), None, today)
    try:
        knowledge = today if edition == today.edition else read_knowledge(edition)
    except KnowledgeError as error:
        return _said(_recorded(event, Agreement.KNOWLEDGE_UNREADABLE, str(error)), edition, today)
    recorded = _recorded(event, Agreement.UNREADABLE)
    with undisturbed():
        explained = explain(recorded, person_in(log, knowledge, before=event.id))
    return _said(explained, edition, knowledge)


def _edition(log: EventLog, event: Event, today: Knowledge) -> Edition | None:
    kept = log.edition(event.knowledge)
    return today.edition if kept is None and event.knowledge == today.version else kept


def _told(event: Event) -> Happening | None:
    """What the event tells; None where it is of another version and cannot be read."""
    with suppress(msgspec.DecodeError):
        return happening_of(event.kind, event.body)
    return None


def _recorded(event: Event, agreement: Agreement, why_not: str = "") -> Explanation:
    recorded = Explanation(
        event=event.id,
        at=event.at,
        kind=event.kind,
        knowledge=event.knowledge,
        told=event.body,
        agreement=agreement,
        why_not=why_not,
    )
    return replace(recorded, verdict=verdict_in(recorded.happening))


def _said(explanation: Explanation, edition: Edition | None, knowledge: Knowledge) -> Explained:
    """The explanation with its sentences, and what the sources stand for."""
    words = Words((edition or knowledge.edition).words)
    told = {
        id if part is None else f"{id}.{part}": _sentence(words, id, part)
        for id, part in sorted(sentences_in(explanation), key=lambda one: (one[0], one[1] or ""))
    }
    said = {id: sentence for id, sentence in told.items() if sentence is not None}
    cited = {one.id: one.says for one in knowledge.citations}
    sources = {source: cited[source] for source in sources_in(explanation) if source in cited}
    return Explained(explanation, said | sources, in_todays_words=edition is None)


def _sentence(words: Words, id: str, part: str | None) -> str | None:
    """A sentence; None where there were no words for it that day."""
    try:
        return words.say(id, part)
    except LookupError:
        return None


def _tier(told: Happening | None) -> Tier | None:
    verdict = verdict_in(told)
    return None if verdict is None or isinstance(verdict, NeedsAnswers) else verdict.tier
