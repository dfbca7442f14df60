"""What an event may be."""

from datetime import datetime

import msgspec
import pytest

from unknot.store import NewEvent

WIRE = {
    "id": "01890000-0000-7000-8000-000000000001",
    "at": "2026-11-23T12:00:00+01:00",
    "kind": "check-in",
    "body": {"pain": 4},
    "knowledge": "2026.11",
}


def test_an_event_without_a_person_is_of_the_one_person_of_the_machine():
    assert msgspec.json.decode(msgspec.json.encode(WIRE), type=NewEvent).person == "self"


def test_the_spacing_of_a_body_makes_no_difference(tell):
    assert tell(1, '{ "pain" : 4.50 }') == tell(1, '{"pain":4.50}')


@pytest.mark.parametrize("body", ["", "{", "{} {}", "{'pain': 4}"])
def test_a_body_that_is_not_json_is_refused(tell, body):
    with pytest.raises(msgspec.DecodeError):
        tell(1, body)


def test_a_moment_without_a_time_zone_is_refused(tell):
    with pytest.raises(ValueError, match="has no time zone"):
        msgspec.structs.replace(tell(1), at=datetime(2026, 11, 23))  # noqa: DTZ001  the point of it


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "01890000-0000-4000-8000-000000000001"),
        ("id", "01890000-0000-7000-8000-00000000000A"),
        ("at", "2026-11-23T12:00:00"),
        ("kind", "Check in"),
        ("person", ""),
        ("knowledge", ""),
        ("mood", "good"),
    ],
)
def test_bytes_that_are_no_event_are_refused_at_their_field(field, value):
    with pytest.raises(msgspec.ValidationError, match=field):
        msgspec.json.decode(msgspec.json.encode({**WIRE, field: value}), type=NewEvent)
