"""What was really done: stop is obeyed from every state, time never runs backwards, and nothing is counted twice."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unknot.guiding import Ending, EventKind, Feeling, SessionEvent, SessionRecord, StepDone, compile_cues, replay
from unknot.planning import Plan

TOTAL_MS = 216_000
KINDS = [kind for kind in EventKind if kind is not EventKind.FELT]
LATER = st.sampled_from([0, 1, 700, 9_000, 31_000, 120_000, 3_600_000])
EVENTS = st.lists(
    st.builds(SessionEvent, st.sampled_from(EventKind), LATER, st.one_of(st.none(), st.sampled_from(Feeling))),
    max_size=12,
).map(tuple)


def at(ms: int, kind: str, feeling: str | None = None) -> SessionEvent:
    return SessionEvent(EventKind(kind), ms, None if feeling is None else Feeling(feeling))


def running_on(events: tuple[SessionEvent, ...]) -> tuple[SessionEvent, ...]:
    """The same events, each that much later than the one before."""
    clock, later = 0, []
    for event in events:
        clock += event.at_ms
        later.append(SessionEvent(event.kind, clock, event.feeling))
    return tuple(later)


def done(step: str, seconds: int, technique: str, *, skipped: bool = False) -> StepDone:
    return StepDone(step, seconds, skipped, technique, "hands")


UNSTARTED = SessionRecord(Ending.UNSTARTED, (), 0, 0, 0, None)
STATES = {
    "unstarted": (),
    "getting ready": (at(0, "start"), at(12_000, "ease")),
    "holding": (at(0, "start"), at(30_000, "ease")),
    "resting": (at(0, "start"), at(60_000, "ease")),
    "paused": (at(0, "start"), at(30_000, "pause")),
    "gone on with": (at(0, "start"), at(30_000, "pause"), at(40_000, "resume")),
    "skipped on": (at(0, "start"), at(30_000, "skip")),
    "finished": (at(0, "start"), at(TOTAL_MS, "finish")),
    "finished by skipping": (at(0, "start"), *(at(1, "skip"),) * 4),
    "stopped": (at(0, "start"), at(30_000, "stop")),
}


def test_a_session_played_to_its_end_has_done_every_step(sheet):
    assert replay(sheet, (at(500, "start"), at(TOTAL_MS + 500, "finish"))) == SessionRecord(
        ending=Ending.FINISHED,
        done=(
            done("settle", 10, "settle"),
            done("press-UT2-right", 60, "sustained-pressure"),
            done("press-UT2-left", 30, "friction"),
            done("slow-movement", 60, "slow-movement"),
        ),
        pressed_s=90,
        position_ms=TOTAL_MS,
        ceiling_eased_by=0,
        feeling=None,
    )


def test_a_session_without_events_was_not_started(sheet):
    assert replay(sheet, ()) == UNSTARTED


@pytest.mark.parametrize("kind", ["pause", "resume", "skip", "ease", "finish", "felt"])
def test_only_start_starts_a_session(sheet, kind):
    assert replay(sheet, (at(1_000, kind), at(60_000, kind))) == UNSTARTED


def test_a_stop_before_the_start_is_a_stop(sheet):
    assert replay(sheet, (at(0, "stop"), at(10, "start"))) == SessionRecord(Ending.STOPPED, (), 0, 0, 0, None)


def test_a_stop_in_a_hold_counts_the_whole_seconds_that_were_pressed(sheet):
    assert replay(sheet, (at(0, "start"), at(30_900, "stop"))) == SessionRecord(
        ending=Ending.STOPPED,
        done=(done("settle", 10, "settle"), done("press-UT2-right", 12, "sustained-pressure")),
        pressed_s=12,
        position_ms=30_900,
        ceiling_eased_by=0,
        feeling=None,
    )


@pytest.mark.parametrize("state", STATES)
def test_stop_is_obeyed_from_every_state(sheet, state):
    assert replay(sheet, (*STATES[state], at(TOTAL_MS + 1, "stop"))).ending is Ending.STOPPED


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_follows_a_stop(sheet, kind):
    stopped = STATES["stopped"]
    assert replay(sheet, (*stopped, at(40_000, kind))) == replay(sheet, stopped)


@pytest.mark.parametrize("feeling", Feeling)
def test_after_a_stop_it_is_kept_what_was_felt(sheet, feeling):
    assert replay(sheet, (*STATES["stopped"], at(60_000, "felt", feeling))).feeling is feeling


def test_a_feeling_that_is_not_named_does_not_take_back_the_one_that_was(sheet):
    events = (*STATES["stopped"], at(31_000, "felt", "numb"), at(32_000, "felt"))
    assert replay(sheet, events).feeling is Feeling.NUMB


def test_a_feeling_without_a_stop_is_not_kept(sheet):
    assert replay(sheet, (at(0, "start"), at(30_000, "felt", "numb"))).feeling is None


def test_a_stop_in_the_very_last_moment_is_not_taken_for_an_end(sheet):
    events = (at(0, "start"), at(TOTAL_MS, "stop"), at(TOTAL_MS + 900, "felt", "dizzy"))
    record = replay(sheet, events)
    assert (record.ending, record.feeling) == (Ending.STOPPED, Feeling.DIZZY)


def test_a_pause_does_not_count(sheet):
    record = replay(sheet, (at(0, "start"), at(30_000, "pause"), at(90_000, "resume"), at(95_000, "pause")))
    assert (record.ending, record.position_ms, record.pressed_s) == (Ending.RUNNING, 35_000, 17)


def test_a_second_pause_does_not_go_on(sheet):
    once = (at(0, "start"), at(30_000, "pause"))
    assert replay(sheet, (*once, at(50_000, "pause"))) == replay(sheet, once)


def test_going_on_without_a_pause_changes_nothing_but_the_time(sheet):
    played = replay(sheet, (at(0, "start"), at(30_000, "resume"), at(40_000, "pause")))
    assert played == replay(sheet, (at(0, "start"), at(40_000, "pause")))


def test_going_on_without_a_pause_at_an_earlier_time_counts_nothing_twice(sheet):
    events = (at(0, "start"), at(30_000, "ease"), at(5_000, "resume"), at(31_000, "pause"))
    assert replay(sheet, events).position_ms == 31_000


def test_a_second_start_does_not_begin_again(sheet):
    twice = (at(0, "start"), at(30_000, "start"), at(40_000, "pause"))
    assert replay(sheet, twice) == replay(sheet, (at(0, "start"), at(40_000, "pause")))


def test_time_that_goes_backwards_takes_nothing_back(sheet):
    record = replay(sheet, (at(0, "start"), at(30_000, "ease"), at(10_000, "ease"), at(31_000, "pause")))
    assert (record.position_ms, record.pressed_s, record.ceiling_eased_by) == (31_000, 13, 2)


def test_a_skip_goes_to_the_next_step_and_says_what_was_left_out(sheet):
    record = replay(sheet, (at(0, "start"), at(30_000, "skip"), at(33_000, "pause")))
    assert (record.done, record.position_ms) == (
        (
            done("settle", 10, "settle"),
            done("press-UT2-right", 12, "sustained-pressure", skipped=True),
            done("press-UT2-left", 0, "friction"),
        ),
        109_000,
    )


def test_a_skip_while_paused_stays_paused(sheet):
    record = replay(sheet, (at(0, "start"), at(5_000, "pause"), at(6_000, "skip"), at(60_000, "ease")))
    assert (record.ending, record.position_ms) == (Ending.RUNNING, 10_000)


def test_skipping_the_last_step_finishes(sheet):
    record = replay(sheet, STATES["finished by skipping"])
    assert (record.ending, record.position_ms, record.pressed_s) == (Ending.FINISHED, TOTAL_MS, 0)
    assert [one.skipped for one in record.done] == [True, True, True, True]


def test_easing_twice_lowers_the_ceiling_by_two(sheet):
    events = (at(0, "start"), at(20_000, "ease"), at(25_000, "ease"), at(26_000, "pause"))
    assert replay(sheet, events).ceiling_eased_by == 2


def test_easing_counts_while_paused(sheet):
    assert replay(sheet, (*STATES["paused"], at(50_000, "ease"))).ceiling_eased_by == 1


def test_a_suspended_device_that_paused_first_has_lost_an_hour_and_counted_none_of_it(sheet):
    hour_ms = 3_600_000
    events = (at(0, "start"), at(40_000, "pause"), at(40_000 + hour_ms, "resume"), at(42_000 + hour_ms, "stop"))
    record = replay(sheet, events)
    assert (record.position_ms, record.pressed_s) == (42_000, 24)


def test_a_session_is_running_a_millisecond_before_its_end(sheet):
    record = replay(sheet, (at(0, "start"), at(TOTAL_MS - 1, "finish")))
    assert (record.ending, record.position_ms) == (Ending.RUNNING, TOTAL_MS - 1)


def test_a_session_finishes_exactly_at_its_end_whatever_the_event(sheet):
    record = replay(sheet, (at(0, "start"), at(TOTAL_MS, "ease")))
    assert (record.ending, record.position_ms, record.ceiling_eased_by) == (Ending.FINISHED, TOTAL_MS, 0)


@pytest.mark.parametrize("kind", [kind for kind in EventKind if kind is not EventKind.STOP])
def test_a_finished_session_takes_nothing_but_a_stop(sheet, kind):
    finished = STATES["finished"]
    assert replay(sheet, (*finished, at(TOTAL_MS + 5_000, kind))) == replay(sheet, finished)


@given(events=EVENTS)
def test_after_any_events_one_stop_ends_it_for_good(sheet, events):
    told = (*running_on(events), at(10**9, "stop"))
    after = (*told, at(10**9, "start"), at(10**9 + 1, "resume"), at(10**9 + 90_000, "skip"))
    assert replay(sheet, told).ending is Ending.STOPPED
    assert replay(sheet, after) == replay(sheet, told)


@given(events=EVENTS, data=st.data())
def test_an_event_more_never_undoes_anything(sheet, events, data):
    told = running_on(events)
    cut = data.draw(st.integers(0, len(told)))
    before, after = replay(sheet, told[:cut]), replay(sheet, told)
    assert before.position_ms <= after.position_ms <= sheet.total_ms
    assert before.pressed_s <= after.pressed_s <= 90
    assert before.ceiling_eased_by <= after.ceiling_eased_by


@given(events=EVENTS)
def test_no_step_lasts_longer_than_the_clock_or_the_plan(sheet, events):
    told = running_on(events)
    record = replay(sheet, told)
    longest = {step.id: step.seconds * step.repetitions for step in sheet.plan.steps}
    assert all(one.seconds <= longest[one.step] for one in record.done)
    assert sum(one.seconds for one in record.done) <= sum(event.at_ms for event in events) / 1000


@pytest.mark.parametrize("kind", EventKind)
def test_a_session_of_nothing_bears_every_event(kind, knowledge):
    plan = Plan(datetime(2026, 11, 20, tzinfo=UTC), "rules", (), (), total_s=0, presses=False)
    events = (SessionEvent(EventKind.START, 0), SessionEvent(kind, 0), SessionEvent(EventKind.SKIP, 0))
    assert replay(compile_cues(plan, knowledge.scripts), events).done == ()
