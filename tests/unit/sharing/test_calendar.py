"""The calendar holds what comes next, and another program can read it."""

from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from msgspec.structs import replace
from tests.signing import HAND_OVER, Professional
from tests.unit.coach.conftest import NOW, Diary

from unknot.coach import GuidanceReceived, HandOverMade, Knowledge, Measured, Rhythm
from unknot.handing import read_signed
from unknot.progress import Measure
from unknot.screening import Answers
from unknot.sharing import calendar_of, chronicle_of
from unknot.sharing.calendar import Appointment, _event, _folded, appointments_of
from unknot.sharing.chronicle import Chronicle

ADA = Professional()


@pytest.fixture
def finished(diary: Diary, healthy: Answers) -> Diary:
    """A person who has just finished a session by hand."""
    return diary.check_in(healthy).plan().play()


def in_utc(at: datetime) -> datetime:
    return at


def times(chronicle: Chronicle, knowledge: Knowledge, begins: str) -> list[datetime]:
    return [one.at for one in appointments_of(chronicle, knowledge, in_utc) if one.id.startswith(begins)]


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


def test_the_time_of_day_stays_when_summer_time_begins(finished: Diary, knowledge: Knowledge) -> None:
    begins = finished.now + timedelta(days=2, hours=9)  # in the night

    def wall(at: datetime) -> datetime:
        return at.astimezone(timezone(timedelta(hours=2 if at >= begins else 1)))

    chronicle = chronicle_of(finished.person, finished.now)
    found = [one.at for one in appointments_of(chronicle, knowledge, wall) if one.id.startswith("session")]
    assert {wall(at).time() for at in found} == {wall(chronicle.sessions[-1].ended_at).time()}
    assert [later - at for at, later in pairwise(found)].count(timedelta(hours=23)) == 1


def test_every_appointment_has_an_id_of_its_own_on_any_day_of_the_year(finished: Diary, knowledge: Knowledge) -> None:
    """Half past midnight, where summer time begins at midnight: that time is not on the clock that day."""
    begins = datetime(2026, 11, 22, tzinfo=UTC) - timedelta(hours=2)  # midnight where it is two hours later

    def wall(at: datetime) -> datetime:
        return at.astimezone(timezone(timedelta(hours=3 if at >= begins else 2)))

    chronicle = chronicle_of(finished.person, finished.now)
    ended = datetime(2026, 11, 20, 22, 30, tzinfo=UTC)
    last = replace(chronicle.sessions[-1], ended_at=ended)
    moved = replace(chronicle, told_at=ended, sessions=(last,), rhythm=Rhythm(ended + timedelta(hours=6), 6))
    found = appointments_of(moved, knowledge, wall)
    assert len({one.id for one in found}) == len(found) == 7
    uids = [line for line in calendar_of(moved, knowledge, wall).split(b"\r\n") if line.startswith(b"UID")]
    assert len(set(uids)) == len(uids) == 7


def test_the_first_session_is_one_that_planning_lets_press(finished: Diary, healthy: Answers) -> None:
    """Stopped today, quiet for long, or told by a professional: the calendar asks planning, and puts down no less."""
    rhythm = chronicle_of(finished.person, finished.now).rhythm
    assert rhythm == Rhythm(finished.now + timedelta(hours=6), 6)
    signed = read_signed(ADA.sign(ADA.guidance(finished.now, tightening={"sessions": 1})))
    finished.tell(HAND_OVER, HandOverMade()).tell("advice", GuidanceReceived(signed))
    assert chronicle_of(finished.person, finished.now).rhythm == Rhythm(finished.now + timedelta(hours=24), 24)
    nothing = read_signed(ADA.sign(ADA.guidance(finished.wait(minutes=1).now, 2, tightening={"no_pressure": True})))
    finished.tell("more-advice", GuidanceReceived(nothing))
    assert chronicle_of(finished.person, finished.now).rhythm is None


def test_while_the_neck_is_well_the_calendar_keeps_the_longer_gap(finished: Diary, knowledge: Knowledge) -> None:
    chronicle = chronicle_of(finished.person, finished.now)
    ended = chronicle.sessions[-1].ended_at
    seldom = replace(chronicle, rhythm=Rhythm(ended + timedelta(hours=36), 36))
    days = [(at - ended).days for at in times(seldom, knowledge, "session")]
    assert days == [2, 4, 6, 8, 10, 12, 14]


def test_a_flare_has_no_sessions_in_the_calendar(finished: Diary, knowledge: Knowledge) -> None:
    for day in range(4):
        finished.wait(days=1).tell(f"day-{day}", Measured(Measure(finished.now, pain_now=2)))
    assert chronicle_of(finished.person, finished.now).rhythm is not None
    finished.wait(hours=20).tell("flare", Measured(Measure(finished.now, pain_now=8)))
    assert times(chronicle_of(finished.person, finished.now), knowledge, "session") == []


def test_whoever_was_stopped_last_has_no_sessions_in_the_calendar(
    finished: Diary, healthy: Answers, knowledge: Knowledge
) -> None:
    finished.wait(days=1).check_in({**healthy, "head-signs": ("thunderclap",)}, id="bad")
    assert appointments_of(chronicle_of(finished.person, finished.now), knowledge, in_utc) == ()


def test_a_tool_near_the_neck_is_looked_back_at_after_one_and_three_days(finished: Diary, knowledge: Knowledge) -> None:
    chronicle = with_tool(chronicle_of(finished.person, finished.now), next(iter(knowledge.tools_near_neck)))
    ended = chronicle.sessions[-1].ended_at
    assert times(chronicle, knowledge, "check") == [ended + timedelta(hours=24), ended + timedelta(hours=72)]


def test_hands_alone_are_not_looked_back_at(finished: Diary, knowledge: Knowledge) -> None:
    assert times(chronicle_of(finished.person, finished.now), knowledge, "check") == []


def test_another_program_reads_the_same_calendar(finished: Diary, knowledge: Knowledge) -> None:
    chronicle = with_tool(chronicle_of(finished.person, finished.now), next(iter(knowledge.tools_near_neck)))
    read: Any = Calendar.from_ical(calendar_of(chronicle, knowledge, in_utc))
    events = [(str(one["summary"]), str(one["description"]), one.decoded("dtstart")) for one in read.walk("VEVENT")]
    said = [
        (one.title, one.about, one.at.replace(microsecond=0)) for one in appointments_of(chronicle, knowledge, in_utc)
    ]
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
