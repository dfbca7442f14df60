"""The calendar holds what comes next, and another program can read it."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from msgspec.structs import replace
from tests.unit.coach.conftest import NOW, Diary

from unknot.coach import Knowledge
from unknot.screening import Answers
from unknot.sharing import calendar_of, chronicle_of
from unknot.sharing.calendar import Appointment, _event, _folded, appointments_of
from unknot.sharing.chronicle import Chronicle


@pytest.fixture
def finished(diary: Diary, healthy: Answers) -> Diary:
    """A person who has just finished a session by hand."""
    return diary.check_in(healthy).plan().play()


def times(chronicle: Chronicle, knowledge: Knowledge, begins: str) -> list[datetime]:
    return [one.at for one in appointments_of(chronicle, knowledge) if one.id.startswith(begins)]


def with_tool(chronicle: Chronicle, tool: str) -> Chronicle:
    session = chronicle.sessions[-1]
    doses = tuple(replace(dose, tool=tool) for dose in session.doses)
    return replace(chronicle, sessions=(*chronicle.sessions[:-1], replace(session, doses=doses)))


def test_a_week_of_sessions_a_day_apart_follows_the_last_one(finished: Diary, knowledge: Knowledge) -> None:
    chronicle = chronicle_of(finished.person, finished.now)
    ended = chronicle.sessions[-1].ended_at
    assert times(chronicle, knowledge, "session") == [ended + timedelta(days=day) for day in range(1, 8)]


def test_no_session_lies_in_the_past_after_a_long_break(finished: Diary, knowledge: Knowledge) -> None:
    chronicle = chronicle_of(finished.person, finished.now + timedelta(days=40, hours=1))
    found = times(chronicle, knowledge, "session")
    assert found[0] == chronicle.sessions[-1].ended_at + timedelta(days=41)
    assert len(found) == 7


def test_whoever_was_stopped_last_has_no_sessions_in_the_calendar(
    finished: Diary, healthy: Answers, knowledge: Knowledge
) -> None:
    finished.wait(days=1).check_in({**healthy, "head-signs": ("thunderclap",)}, id="bad")
    assert appointments_of(chronicle_of(finished.person, finished.now), knowledge) == ()


def test_a_tool_near_the_neck_is_looked_back_at_after_one_and_three_days(finished: Diary, knowledge: Knowledge) -> None:
    chronicle = with_tool(chronicle_of(finished.person, finished.now), next(iter(knowledge.tools_near_neck)))
    ended = chronicle.sessions[-1].ended_at
    assert times(chronicle, knowledge, "check") == [ended + timedelta(hours=24), ended + timedelta(hours=72)]


def test_hands_alone_are_not_looked_back_at(finished: Diary, knowledge: Knowledge) -> None:
    assert times(chronicle_of(finished.person, finished.now), knowledge, "check") == []


def test_another_program_reads_the_same_calendar(finished: Diary, knowledge: Knowledge) -> None:
    chronicle = with_tool(chronicle_of(finished.person, finished.now), next(iter(knowledge.tools_near_neck)))
    read: Any = Calendar.from_ical(calendar_of(chronicle, knowledge))
    events = [(str(one["summary"]), str(one["description"]), one.decoded("dtstart")) for one in read.walk("VEVENT")]
    said = [(one.title, one.about, one.at.replace(microsecond=0)) for one in appointments_of(chronicle, knowledge)]
    assert events == said
    assert len({str(one["uid"]) for one in read.walk("VEVENT")}) == len(said)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=300))
def test_any_words_come_back_from_the_calendar(words: str) -> None:
    one = Appointment("x", NOW, timedelta(minutes=5), "title", words)
    lines = ["BEGIN:VCALENDAR", *_event(one, NOW), "END:VCALENDAR"]
    written = "".join(f"{_folded(line)}\r\n" for line in lines).encode()
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    read: Any = Calendar.from_ical(written)
    assert str(read.walk("VEVENT")[0]["description"]) == words
