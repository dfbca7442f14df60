"""From a check-in to a session and back, and what is refused on the way."""

import pytest

from unknot import coach
from unknot.coach import OutcomeTold, SessionMoved
from unknot.guiding import Ending, EventKind, Feeling, SessionEvent, compile_cues
from unknot.planning import Situation
from unknot.prevention import CauseAnswer
from unknot.progress import Helped, Turning
from unknot.units import Side

FRESH_MIN = 120


@pytest.fixture
def planned(diary, healthy):
    """Someone with a plan for the shoulder, made just now."""
    return diary.check_in(healthy).plan()


def test_a_plan_holds_everything_that_it_was_made_from(planned):
    made = planned.person.plans["plan"].value
    assert (made.check_in, made.drawing, made.situation, made.changes) == (
        "check-in",
        {"shoulder_top_R": 6, "neck_postlat_R": 4},
        Situation(10),
        (),
    )
    assert made.plan.made_at == planned.now
    assert [step.id for step in made.plan.steps if step.presses][-1].startswith("press-UT")


def test_without_a_check_in_there_is_no_plan(diary, refused):
    assert refused(diary.made) == ("check_in", "plan-needs-fresh-check-in")


def test_only_the_last_check_in_makes_a_plan(diary, healthy, returning, refused):
    diary.check_in(healthy, id="first").check_in(returning, id="second")
    assert refused(lambda: diary.made("first")) == ("check_in", "plan-needs-fresh-check-in")
    assert diary.made("second").check_in == "second"


def test_a_check_in_that_stopped_makes_no_plan(diary, answering, refused):
    diary.check_in(answering(illness_signs=("fever", "severe-neck-stiffness")))
    assert refused(diary.made) == ("check_in", "plan-refused")


def test_a_check_in_with_open_questions_makes_no_plan(diary, refused):
    diary.check_in({"pain-now": 3})
    assert refused(diary.made) == ("check_in", "plan-needs-fresh-check-in")


def test_a_check_in_of_two_hours_ago_still_makes_a_plan(diary, healthy):
    diary.check_in(healthy).wait(minutes=FRESH_MIN)
    assert diary.made().plan.made_at == diary.now


@pytest.mark.parametrize(
    "wait", [{"minutes": FRESH_MIN, "seconds": 1}, {"seconds": -1}], ids=["stale", "clock went back"]
)
def test_a_check_in_that_is_not_fresh_makes_no_plan(diary, healthy, refused, wait):
    diary.check_in(healthy).wait(**wait)
    assert refused(diary.made) == ("check_in", "plan-needs-fresh-check-in")


def test_a_stop_for_numbness_after_the_check_in_asks_for_a_new_one(planned, refused):
    planned.move(0, "start", 0).move(1, "stop", 100_000).move(2, "felt", 101_000, "numb")
    assert refused(planned.made) == ("check_in", "plan-needs-fresh-check-in")


def test_a_cue_sheet_is_that_of_its_plan(planned):
    sheet = coach.cue_sheet(planned.person, "plan", planned.now)
    assert sheet == compile_cues(planned.person.plans["plan"].value.plan, planned.person.knowledge.scripts)


def test_a_cue_sheet_of_no_plan_is_refused(planned, refused):
    assert refused(lambda: coach.cue_sheet(planned.person, "another", planned.now)) == ("plan", "input-no-such-plan")


@pytest.mark.parametrize("minutes", [0, FRESH_MIN])
def test_a_plan_can_be_begun_while_it_is_fresh(planned, minutes):
    planned.wait(minutes=minutes)
    assert coach.cue_sheet(planned.person, "plan", planned.now)


def test_a_stale_plan_is_not_begun(planned, refused):
    planned.wait(minutes=FRESH_MIN, seconds=1)
    stale = ("plan", "plan-needs-fresh-check-in")
    assert refused(lambda: coach.cue_sheet(planned.person, "plan", planned.now)) == stale


def test_a_paused_session_can_be_gone_on_with_for_as_long_after_its_last_event(planned, refused):
    planned.wait(minutes=100).move(0, "start", 0).move(1, "pause", 30_000).wait(minutes=FRESH_MIN)
    assert coach.cue_sheet(planned.person, "plan", planned.now)
    planned.wait(seconds=1)
    stale = ("plan", "plan-needs-fresh-check-in")
    assert refused(lambda: coach.cue_sheet(planned.person, "plan", planned.now)) == stale


def test_a_stopped_session_is_not_gone_on_with(planned, refused):
    planned.move(0, "start", 0).move(1, "stop", 30_000)
    assert refused(lambda: coach.cue_sheet(planned.person, "plan", planned.now)) == ("plan", "session-is-over")


def test_a_finished_session_is_not_gone_on_with(planned, refused):
    planned.play()
    assert refused(lambda: coach.cue_sheet(planned.person, "plan", planned.now)) == ("plan", "session-is-over")


def test_a_session_without_events_is_heard_as_not_started(planned):
    heard = coach.hear(planned.person, "plan")
    assert (heard.record.ending, heard.advice) == (Ending.UNSTARTED, None)


def test_what_was_felt_is_answered_with_its_advice(planned):
    planned.move(0, "start", 0).move(1, "stop", 120_000).move(2, "felt", 121_000, "sharp")
    heard = coach.hear(planned.person, "plan")
    assert (heard.record.ending, heard.record.feeling, heard.advice.feeling, heard.advice.ends_session) == (
        Ending.STOPPED,
        Feeling.SHARP,
        Feeling.SHARP,
        True,
    )


def test_a_stop_without_a_feeling_has_no_advice_yet(planned):
    planned.move(0, "start", 0).move(1, "stop", 120_000)
    assert coach.hear(planned.person, "plan").advice is None


def test_events_of_an_unknown_plan_are_refused(planned, refused):
    stray = SessionMoved("another", 0, SessionEvent(EventKind.START, 0))
    assert refused(lambda: coach.refuse_stray(planned.person, stray)) == ("plan", "input-no-such-plan")


def test_an_outcome_of_a_session_that_was_not_begun_is_refused(planned, refused):
    told = OutcomeTold("plan", 5, 4, Turning.SAME, Helped.NO)
    assert refused(lambda: coach.refuse_stray(planned.person, told)) == ("plan", "outcome-without-session")
    planned.move(0, "start", 0)
    coach.refuse_stray(planned.person, told)


def test_a_session_that_was_begun_is_open(planned):
    assert coach.open_session(planned.person) is None
    assert coach.open_session(planned.move(0, "start", 0).person) == "plan"


@pytest.mark.parametrize("end", ["stop", "finish"])
def test_a_session_that_has_ended_is_not_open(planned, end):
    planned.move(0, "start", 0).move(1, end, 10**7)
    assert coach.open_session(planned.person) is None


def test_only_the_last_session_can_be_open(planned):
    planned.move(0, "start", 0).wait(minutes=10).plan("second").move(0, "start", 0, plan="second")
    planned.move(1, "stop", 1_000, plan="second")
    assert coach.open_session(planned.person) is None


def test_sessions_of_the_last_day_are_counted(planned):
    planned.play()
    assert coach.sessions_on_day(planned.person, planned.now) == 1
    planned.wait(days=1)
    assert coach.sessions_on_day(planned.person, planned.now) == 0


def test_a_second_session_soon_after_the_first_presses_nothing(planned, returning):
    planned.play().wait(hours=1).check_in({**returning, "after-tool": "none"}, id="again")
    plan = planned.made("again").plan
    assert (plan.presses, plan.notes[0]) == (False, "hours-between")


def test_a_played_session_becomes_the_story_of_its_knot(planned):
    planned.play().say(6, 3)
    knot = coach.knots(planned.person)[0]
    assert (knot.side, knot.sessions[0].pain_before, knot.sessions[0].pain_after) == (Side.RIGHT, 6, 3)
    assert knot.sessions[0].at == planned.now


def test_causes_that_do_not_exist_are_refused(planned, refused):
    answers = {"C1": CauseAnswer.NO, "C9": CauseAnswer.OFTEN}
    work = lambda: coach.refuse_unknown_causes(planned.person, answers)  # noqa: E731
    assert refused(work) == ("answers.C9", "input-no-such-question")


def test_a_milder_feeling_told_later_takes_nothing_back(planned):
    planned.move(0, "start", 0).move(1, "stop", 90_000).move(2, "felt", 91_000, "numb").move(
        3, "felt", 92_000, "nothing"
    )
    heard = coach.hear(planned.person, "plan")
    assert heard.advice is not None
    assert (heard.advice.feeling, planned.person.past[-1].stop_sign) == ("numb", "stopped-for-numbness")


def test_a_stop_from_a_second_player_loses_none_of_the_pressing(planned):
    planned.move(0, "start", 0).move(1, "ease", 130_000)
    pressed = coach.hear(planned.person, "plan").record.pressed_s
    planned.move(0, "stop", 5)
    heard = coach.hear(planned.person, "plan")
    assert (heard.record.ending, heard.record.pressed_s) == (Ending.STOPPED, pressed)
    assert pressed > 0


def test_a_stop_that_nobody_explained_is_taken_for_a_serious_one(planned, returning):
    planned.move(0, "start", 0).move(1, "stop", 90_000).wait(hours=8)
    planned.check_in({**returning, "after-tool": "none"}, id="again")
    plan = planned.made("again").plan
    assert (planned.person.past[-1].stopped_for, plan.presses, plan.notes[0]) == ("unsaid", False, "stopped-today")


def test_a_spot_that_was_pressed_in_two_ways_is_remembered_with_both(planned):
    sheet = coach.cue_sheet(planned.person, "plan", planned.now)
    hold = next(cue.at_ms for cue in sheet.cues if cue.kind == "hold")
    planned.move(0, "start", 0).move(1, "swap", hold + 5_000).move(2, "pause", hold + 25_000)
    [past] = planned.person.past
    treated = [(one.technique, one.held_s) for one in past.treated]
    assert treated == [("sustained-pressure", 5), ("pressure-release", 12)]
    assert {"sustained-pressure", "pressure-release"} <= set(past.techniques)
