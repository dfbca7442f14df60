"""Everything that a course leaves in the log goes out and comes back: byte for byte, and with the same meaning."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from tests.course import Course

from unknot.coach import Knowledge, Person, happening_of, kind_of
from unknot.errors import InputError
from unknot.sharing import Chronicle, chronicle_of
from unknot.store import THIS_PERSON, Appended, EventLog, NewEvent, export_events, import_events


@pytest.fixture(scope="module")
def log(course: Course, tmp_path_factory: pytest.TempPathFactory) -> Iterator[EventLog]:
    """A log with a whole course in it."""
    with EventLog.open(tmp_path_factory.mktemp("course") / "unknot.db") as log:
        log.append(
            [
                NewEvent(id=id, at=at, kind=kind_of(told), body=msgspec.Raw(msgspec.json.encode(told)), knowledge="k")
                for id, at, told in course.told
            ]
        )
        yield log


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[EventLog]:
    with EventLog.open(tmp_path / "empty.db") as log:
        yield log


def exported(log: EventLog) -> bytes:
    return b"".join(export_events(log, "unknot test"))


def person_in(log: EventLog, knowledge: Knowledge) -> Person:
    person = Person(knowledge)
    for event in log.events(THIS_PERSON):
        happening = happening_of(event.kind, event.body)
        assert happening is not None
        person = person.after(event.id, event.at, happening)
    return person


def test_export_import_export_is_byte_identical(log: EventLog, empty: EventLog, course: Course) -> None:
    first = exported(log)
    assert import_events(empty, first) == Appended(added=len(course.told), known=0)
    assert exported(empty) == first


def test_the_person_and_the_chronicle_are_the_same_after_a_round_trip(
    log: EventLog, empty: EventLog, course: Course, chronicle: Chronicle, knowledge: Knowledge
) -> None:
    import_events(empty, exported(log))
    assert person_in(empty, knowledge) == person_in(log, knowledge) == course.person
    assert chronicle_of(person_in(empty, knowledge), course.now) == chronicle


def test_reading_the_same_file_twice_changes_nothing(log: EventLog, empty: EventLog, course: Course) -> None:
    import_events(empty, exported(log))
    assert import_events(empty, exported(log)) == Appended(added=0, known=len(course.told))
    assert exported(empty) == exported(log)


def test_two_halves_that_overlap_are_merged_into_the_whole(log: EventLog, empty: EventLog, course: Course) -> None:
    document = msgspec.json.decode(exported(log))
    events = document["events"]
    for part in (events[100:], events[:150]):
        import_events(empty, msgspec.json.encode({**document, "events": part}))
    assert exported(empty) == exported(log)


def test_what_a_later_version_tells_is_kept_and_given_out_again(log: EventLog, empty: EventLog) -> None:
    document = msgspec.json.decode(exported(log))
    later = {**document["events"][-1], "id": "019a0000-0000-7000-8000-ffffffffffff", "kind": "told-later", "seq": 9999}
    document["events"].append({**later, "body": {"unheard": "of"}})
    import_events(empty, msgspec.json.encode(document), lambda event: happening_of(event.kind, event.body))
    assert b'"kind":"told-later","body":{"unheard":"of"}' in exported(empty)


def test_one_bad_event_at_the_end_keeps_all_of_them_out(log: EventLog, empty: EventLog) -> None:
    document = msgspec.json.decode(exported(log))
    document["events"][-1]["body"] = {"plan": 7}
    with pytest.raises(InputError) as refusal:
        import_events(empty, msgspec.json.encode(document), lambda event: happening_of(event.kind, event.body))
    assert refusal.value.message == "import-bad-event"
    assert empty.count() == 0
