"""Whom to call, in the terminal."""

import json

import msgspec
import pytest

from unknot.coach import SettingsChanged
from unknot.store import EventLog, NewEvent
from unknot.words import say

ID = "019ab000-0000-7000-8000-000000000001"


@pytest.fixture
def sets_country(data, now):
    """Keeps a country as the browser does."""

    def sets_country(country):
        data.mkdir()
        body = msgspec.Raw(msgspec.json.encode(SettingsChanged(country)))
        with EventLog.open(data / "unknot.db") as log:
            log.append([NewEvent(id=ID, at=now, kind="settings-changed", body=body, knowledge="test")])

    return sets_country


def test_the_numbers_are_those_of_the_systems_country(unknot, monkeypatch):
    monkeypatch.setenv("LANG", "de_AT.UTF-8")
    assert unknot("numbers").out.splitlines()[:5] == [
        say("numbers-title-in", country="Austria"),
        f"  144: {say('numbers-emergency')}",
        f"  112: {say('numbers-any-emergency')}",
        f"  1450: {say('numbers-advice')}",
        f"  142: {say('numbers-crisis')}",
    ]


def test_where_nobody_knows_the_country_it_is_said_what_112_is(unknot):
    lines = unknot("numbers").out.splitlines()
    assert lines[1] == f"  112: {say('numbers-emergency')}"
    assert say("numbers-nowhere") in lines


def test_the_country_that_was_set_goes_before_the_systems(unknot, sets_country, monkeypatch):
    monkeypatch.setenv("LANG", "de_AT.UTF-8")
    sets_country("NO")
    assert f"  113: {say('numbers-emergency')}" in unknot("numbers").out


def test_a_database_that_cannot_be_read_does_not_keep_a_number_back(unknot, data, monkeypatch):
    monkeypatch.setenv("LANG", "en_NZ.UTF-8")
    data.mkdir()
    (data / "unknot.db").write_text("not a database at all, but a text of more than a few letters" * 10)
    assert f"  111: {say('numbers-emergency')}" in unknot("numbers").out


def test_looking_up_a_number_keeps_nothing(unknot, data):
    unknot("numbers")
    assert not (data / "unknot.db").exists()


def test_a_country_can_be_asked_for(unknot):
    assert f"  911: {say('numbers-emergency')}" in unknot("numbers", "--country", "US").out
    assert say("numbers-no-advice") in unknot("numbers", "--country", "US").out


def test_it_says_that_nobody_has_checked_and_how_sure_it_is(unknot):
    out = unknot("numbers", "--country", "ZA").out
    assert say("numbers-unchecked") in out
    assert say("cli-numbers-sure", as_of="2026-11-25", sure=say("confidence-medium")) in out


def test_a_country_that_does_not_exist_is_a_sentence(unknot):
    said = unknot("numbers", "--country", "UK")
    assert said == (2, "", f"country: {say('input-no-such-country', country='UK')}\n")


def test_all_countries_are_listed_with_code_and_name(unknot, knowledge):
    lines = unknot("numbers", "--all").out.splitlines()
    assert len(lines) == len(knowledge.calling.numbers)
    assert "SE  Sweden: 112, advice 1177, crisis 90101" in lines


def test_the_json_holds_the_entry(unknot, knowledge):
    printed = json.loads(unknot("numbers", "--country", "GB", "--json").out)
    assert printed == json.loads(msgspec.json.encode(knowledge.calling.numbers_in("GB")))


def test_an_emergency_is_told_with_the_number_to_call(unknot, answering, monkeypatch):
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    case = json.dumps({"answers": answering(head_signs=("thunderclap",))}).encode()
    for command in ("screen", "plan"):
        assert f"  999: {say('numbers-emergency')}" in unknot(command, "-", stdin=case).out


def test_what_must_be_seen_today_is_told_with_the_advice_line(unknot, answering, monkeypatch):
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    case = json.dumps({"answers": answering(arm_leg_signs=("arm-weakness",))}).encode()
    lines = unknot("screen", "-", stdin=case).out.splitlines()
    assert lines.index(f"  111: {say('numbers-advice')}") < lines.index(f"  999: {say('numbers-emergency')}")


def test_who_is_well_is_told_no_number(unknot, healthy):
    case = json.dumps({"answers": healthy}).encode()
    assert "112" not in unknot("screen", "-", stdin=case).out
