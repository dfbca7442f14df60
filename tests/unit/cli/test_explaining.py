"""`unknot explain`: what was decided and why, in the terminal."""

import json

import msgspec
import pytest

from unknot import coach
from unknot.coach import Person, kind_of
from unknot.guiding import EventKind, Feeling, SessionEvent
from unknot.locating import Complaint
from unknot.planning import Situation
from unknot.store import EventLog, NewEvent
from unknot.words import say

IDS = [f"019ab000-0000-7000-8000-{number:012x}" for number in range(9)]


@pytest.fixture
def keep(data, knowledge, now):
    """Keeps happenings in the data folder, as the server does."""
    data.mkdir()

    def keep(*happenings, version=None):
        with EventLog.open(data / "unknot.db") as log:
            for id, told in zip(IDS, happenings, strict=False):
                body = msgspec.Raw(msgspec.json.encode(told))
                kept = NewEvent(id=id, at=now, kind=kind_of(told), body=body, knowledge=version or knowledge.version)
                log.append([kept], knowledge.edition)

    return keep


@pytest.fixture
def checked_in(knowledge, now, healthy):
    return coach.check_in(Person(knowledge), healthy, now)


@pytest.fixture
def ill(knowledge, now, healthy):
    answers = healthy | {"illness-signs": ["fever", "severe-neck-stiffness"]}
    return coach.check_in(Person(knowledge), answers, now)


def test_without_an_event_the_last_decisions_are_listed(unknot, keep, checked_in, ill):
    keep(checked_in, ill)
    when = "2026-11-20 18:00 UTC  Check-in"
    assert unknot("explain") == (0, f"{IDS[1]}  {when} [emergency-now]\n{IDS[0]}  {when} [clear]\n", "")


def test_before_anything_was_decided_that_is_said(unknot, data):
    assert unknot("explain") == (0, say("explain-none") + "\n", "")


def test_a_check_in_is_told_with_answers_rules_sources_and_what_was_said(unknot, keep, ill, knowledge):
    keep(ill)
    said = unknot("explain", IDS[0])
    lines = [line.strip() for line in said.out.splitlines()]
    assert lines[:4] == [
        "Check-in, 2026-11-20 18:00 UTC",
        say("explain-version", version=knowledge.version),
        say("explain-same"),
        say("explain-not-for-today"),
    ]
    chosen = f"{say('sign-fever')} · {say('sign-severe-neck-stiffness')}"
    assert f"{say('question-illness-signs')} {chosen} [illness-signs]" in lines
    assert f"- {say('rule-fever-with-stiff-neck')} [fever-with-stiff-neck, emergency-now]" in lines
    assert f"{say('tier-emergency-now')} [emergency-now]" in lines
    assert say("tier-emergency-now", "do") in lines
    assert any(line.startswith("clinical:RF-01: ") for line in lines)


def test_a_rule_that_nearly_applied_names_what_was_missing(unknot, keep, knowledge, now, healthy):
    keep(coach.check_in(Person(knowledge), healthy | {"illness-signs": ["fever"]}, now))
    missing = say("explain-missing", sign=say("sign-severe-neck-stiffness"))
    assert f"  - fever-with-stiff-neck [emergency-now]: {missing}" in unknot("explain", IDS[0]).out


def test_a_plan_is_told_step_by_step(unknot, keep, knowledge, now, checked_in):
    person = Person(knowledge).after(IDS[0], now, checked_in)
    made = coach.make_plan(
        person, IDS[0], Complaint({"shoulder_top_R": 6}, {"UT2_R": "familiar"}), Situation(10), (), now
    )
    keep(checked_in, made)
    out = unknot("explain", IDS[1]).out
    assert say("explain-same") in out
    assert "  shoulder_top_R: 6/10" in out
    assert "  UT2_R: familiar" in out
    assert all(say(f"technique-{step.technique}") in out for step in made.plan.steps)


def test_the_limits_that_followed_are_told(unknot, keep, knowledge, now, healthy):
    told = coach.check_in(Person(knowledge), healthy | {"health": ["health-blood"], "blood": ["anticoagulant"]}, now)
    keep(told)
    assert f"{say('condition-anticoagulant')} [anticoagulant]" in unknot("explain", IDS[0]).out


def test_a_stop_is_told_with_its_advice(unknot, keep, knowledge, now, checked_in):
    person = Person(knowledge).after(IDS[0], now, checked_in)
    made = coach.make_plan(person, IDS[0], Complaint({"shoulder_top_R": 6}), Situation(10), (), now)
    told = ((EventKind.START, None), (EventKind.STOP, None), (EventKind.FELT, Feeling.DIZZY))
    moves = [SessionEvent(kind, at_ms, feeling) for at_ms, (kind, feeling) in enumerate(told)]
    keep(checked_in, made, *(coach.SessionMoved(IDS[1], seq, move) for seq, move in enumerate(moves)))
    lines = [line.strip() for line in unknot("explain", IDS[4]).out.splitlines()]
    assert {say("explain-never-stored"), say("stop-dizzy"), say("stop-dizzy", "do")} <= set(lines)


def test_where_the_knowledge_of_that_day_is_not_kept_it_says_so(unknot, keep, ill):
    keep(ill, version="0123456789ab")
    out = unknot("explain", IDS[0]).out
    assert say("explain-todays-words") in out
    assert f"{say('tier-emergency-now')} [emergency-now]" in out


def test_the_json_holds_what_was_recorded_and_every_sentence(unknot, keep, ill):
    keep(ill)
    found = json.loads(unknot("explain", IDS[0], "--json").out)
    assert found["explanation"]["agreement"] == "same"
    assert found["explanation"]["told"] == json.loads(msgspec.json.encode(ill))
    assert found["said"]["tier-emergency-now"] == say("tier-emergency-now")


def test_an_event_that_does_not_exist_is_a_sentence(unknot, data):
    said = unknot("explain", "no-such-event")
    assert said == (2, "", f"event: {say('input-no-such-event', event='no-such-event')}\n")
