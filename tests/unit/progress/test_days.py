"""Days and their pain: many entries, journeys, summer time, and clocks that jump."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from unknot.progress import DayPain, Measure, PastSession, days_of, episode_of

TOKYO, BERLIN = timezone(timedelta(hours=9)), ZoneInfo("Europe/Berlin")
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def test_nothing_told_is_no_day():
    assert days_of((Measure(NOON, sleep_0_10=3),), (PastSession(NOON),)) == ()


def test_of_many_entries_a_day_the_mean_counts_and_that_before_a_session_as_well():
    measures = (Measure(NOON, pain_now=4), Measure(NOON + timedelta(hours=3), pain_now=6))
    assert days_of(measures, (PastSession(NOON, pain_before=8),)) == (DayPain(date(2026, 11, 20), 6.0),)


def test_an_average_outweighs_what_was_felt_at_moments():
    measures = (Measure(NOON, pain_now=9), Measure(NOON, pain_average=5))
    assert days_of(measures, ()) == (DayPain(date(2026, 11, 20), 5.0),)


def test_a_late_entry_stands_on_the_day_it_is_about():
    told = (Measure(NOON, pain_now=3), Measure(NOON - timedelta(days=2), pain_now=6))
    assert [one.day.day for one in days_of(told, ())] == [18, 20]


def test_the_day_is_that_of_the_clock_on_which_it_was_told():
    evening = datetime(2026, 11, 20, 23, 30, tzinfo=TOKYO)
    assert [one.day.day for one in days_of((Measure(evening, pain_now=3),), ())] == [20]


def test_the_night_when_the_clock_goes_back_is_one_day():
    """02:30 comes twice in Berlin on 25 October 2026."""
    twice = [datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=fold) for fold in (0, 1)]
    told = tuple(Measure(at.astimezone(timezone(at.utcoffset() or timedelta(0))), pain_now=4) for at in twice)
    assert told[1].at - told[0].at == timedelta(hours=1)
    assert [one.day for one in days_of(told, ())] == [date(2026, 10, 25)]


def days(*gaps):
    at, told = date(2026, 1, 1), []
    for gap in (0, *gaps):
        at += timedelta(days=gap)
        told.append(DayPain(at, 5.0))
    return tuple(told)


def test_an_episode_begins_after_a_silence_that_is_longer_than_four_weeks():
    told = days(1, 29, 1)
    assert episode_of(told, 28, 84) == told[2:]


def test_a_silence_of_four_weeks_exactly_is_not_yet_long():
    told = days(1, 28, 1)
    assert episode_of(told, 28, 84) == told


def test_of_a_pain_that_goes_on_and_on_the_last_twelve_weeks_are_looked_at():
    told = days(*(1,) * 100)
    assert episode_of(told, 28, 84) == told[-85:]


def test_a_session_stands_on_the_day_of_the_clock_on_which_was_told_before_it():
    """Eight in the morning in Tokyo is still the day before in UTC."""
    morning = datetime(2026, 11, 20, 8, tzinfo=TOKYO)
    told = Measure(morning - timedelta(minutes=5), pain_now=4)
    session = PastSession(morning.astimezone(UTC), pain_before=6)
    assert days_of((told,), (session,)) == (DayPain(date(2026, 11, 20), 5.0),)
    assert days_of((), (session,)) == (DayPain(date(2026, 11, 19), 6.0),)
