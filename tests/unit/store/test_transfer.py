"""Everything out, everything in, nothing lost."""

from datetime import datetime, timedelta, timezone

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from unknot.errors import InputError
from unknot.store import Appended, ConflictingEvent, Event, EventLog, export_events, import_events

EVENT = {
    "id": "01890000-0000-7000-8000-000000000001",
    "person": "self",
    "at": "2026-11-23T12:00:00+01:00",
    "kind": "check-in",
    "body": {"pain": 4},
    "knowledge": "2026.11",
    "device": "phone",
    "seq": 1,
}


def document(*events, **changed):
    whole = {"format": "unknot-events", "version": 1, "made_by": "unknot 1", "events": list(events)}
    return msgspec.json.encode({**whole, **changed})


def exported(log):
    return b"".join(export_events(log, made_by="unknot 1"))


def test_an_export_is_one_document_with_an_event_a_line(log, tell):
    log.append([tell(1, '{"pain": 4.0}')])
    device = log.event(tell(1).id).device
    assert exported(log).decode() == (
        '{"format":"unknot-events","version":2,"made_by":"unknot 1","knowledge":[\n],"events":[\n'
        '{"id":"01890000-0000-7000-8000-000000000001","person":"self","at":"2026-11-23T12:01:00Z",'
        '"kind":"check-in","body":{"pain":4.0},"knowledge":"2026.11",'
        f'"device":"{device}","seq":1}}'
        "\n]}\n"
    )


def test_an_export_says_who_made_it_and_is_json(log, tell):
    log.append([tell(1), tell(2)])
    assert len(exported(log).splitlines()) == 5
    assert msgspec.json.decode(exported(log))["made_by"] == "unknot 1"


def test_an_export_of_nothing_can_be_imported(log):
    assert import_events(log, exported(log)) == Appended(added=0, known=0)


def test_an_imported_export_is_exported_byte_for_byte(log, tmp_path, tell):
    log.append([tell(3), tell(1, '{"b":"\\u00e9é\\/","a":1.50}'), tell(2, person="someone-else")])
    import_events(log, document(EVENT | {"id": tell(9).id, "seq": 7, "at": "2026-11-23T12:00:00.123456-03:30"}))
    with EventLog.open(tmp_path / "empty.db") as empty:
        assert import_events(empty, exported(log)) == Appended(added=4, known=0)
        assert exported(empty) == exported(log)
        assert list(empty.events("self")) == list(log.events("self"))


def test_an_export_that_was_spaced_anew_is_still_the_same_events(log, tell):
    log.append([tell(1, '{"pain":[4,5]}')])
    assert import_events(log, msgspec.json.format(exported(log), indent=4)) == Appended(added=0, known=1)


def test_imported_events_keep_their_device_and_are_ordered_among_ours_by_time(log, tell):
    log.append([tell(1, minute=0), tell(2, minute=20)])
    import_events(log, document(EVENT | {"id": tell(3).id, "at": "2026-11-23T12:10:00Z"}))
    assert [event.id for event in log.events("self")] == [tell(1).id, tell(3).id, tell(2).id]
    assert log.event(tell(3).id).device == "phone"


def test_what_is_told_after_an_import_follows_what_this_device_had_kept_there(log, tmp_path, tell):
    log.append([tell(1)])
    log.backup(tmp_path / "old.db")
    log.append([tell(2), tell(3)])
    with EventLog.open(tmp_path / "old.db") as restored:
        restored.append([tell(4)])
        assert import_events(restored, exported(log)) == Appended(added=2, known=1)
        restored.append([tell(5)])
        assert [(event.id, event.seq) for event in restored.everything()] == [
            (tell(1).id, 1),
            (tell(2).id, 2),
            (tell(4).id, 2),
            (tell(3).id, 3),
            (tell(5).id, 4),
        ]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("at", "2026-11-23T12:00:00Z"),
        ("body", {"pain": 5}),
        ("knowledge", "2027.1"),
        ("device", "tablet"),
        ("seq", 2),
    ],
)
def test_an_event_that_contradicts_a_kept_one_is_refused_with_the_whole_document(log, tell, field, value):
    import_events(log, document(EVENT))
    with pytest.raises(ConflictingEvent) as refusal:
        import_events(log, document(EVENT | {"id": tell(2).id}, EVENT | {field: value}))
    assert refusal.value.field == "events[1].id"
    assert log.count() == 1


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"at": "yesterday"}, "events[1].at"),
        ({"at": "2026-11-23T12:00:00"}, "events[1].at"),
        ({"seq": 0}, "events[1].seq"),
        ({"seq": 2**63}, "events[1].seq"),
        ({"kind": "Check In"}, "events[1].kind"),
        ({"id": "1"}, "events[1].id"),
        ({"mood": "good"}, "events[1]"),
    ],
)
def test_a_bad_event_is_named_by_its_place_and_nothing_is_kept(log, changed, place):
    with pytest.raises(InputError) as refusal:
        import_events(log, document(EVENT, EVENT | changed))
    assert (refusal.value.field, refusal.value.message) == (place, "import-bad-event")
    assert log.count() == 0


@pytest.mark.parametrize("missing", sorted(EVENT.keys() - {"person"}))
def test_an_event_without_one_of_its_fields_is_refused(log, missing):
    with pytest.raises(InputError) as refusal:
        import_events(log, document({name: value for name, value in EVENT.items() if name != missing}))
    assert (refusal.value.field, refusal.value.message) == ("events[0]", "import-bad-event")


@pytest.mark.parametrize(
    "foreign",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b'{"format":"unknot-plan","version":1}',
        document(EVENT)[:-3],
        document(EVENT).replace(b"self", b"\xff\xff"),
        document(format="fhir"),
        document(version=0),
        document(EVENT, signature="..."),
        b"[" * 100_000,
    ],
)
def test_a_document_that_is_not_ours_or_cut_off_is_refused(log, foreign):
    with pytest.raises(InputError) as refusal:
        import_events(log, foreign)
    assert (refusal.value.field, refusal.value.message) == ("file", "import-not-ours")


def test_a_document_of_a_newer_version_is_refused_whatever_it_holds(log):
    with pytest.raises(InputError) as refusal:
        import_events(log, document(version=3, events={"by": "day"}, signature="..."))
    assert (refusal.value.field, refusal.value.message) == ("version", "import-newer")
    assert refusal.value.details == {"version": 3}


zones = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=64)
bodies = st.recursive(st.none() | st.booleans() | st.floats() | words, st.lists) | st.dictionaries(words, words)


events = st.builds(
    Event,
    id=st.integers(0, 2**48 - 1).map(lambda number: f"01890000-0000-7000-8000-{number:012x}"),
    person=words,
    at=st.datetimes(datetime(1, 1, 3), datetime(9999, 12, 29), timezones=zones),  # noqa: DTZ001  zones come apart
    kind=st.just("check-in"),
    body=bodies.map(msgspec.json.encode).map(msgspec.Raw),
    knowledge=words,
    device=words,
    seq=st.integers(1, 2**63 - 1),
)


@given(event=events)
@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_event_comes_back_from_the_log_as_it_went_in(log, event):
    log.erase()
    log.merge([event])
    assert msgspec.json.encode(log.event(event.id)) == msgspec.json.encode(event)
