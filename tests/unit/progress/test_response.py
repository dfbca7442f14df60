"""The dose follows the response: each rule with the case that fires it and the nearest one that does not."""

from datetime import timedelta, timezone

import pytest
from msgspec.structs import replace

from unknot.progress import Course, Easing, Measure, Soreness, Treated, days_of, easing_of, stage_of
from unknot.units import Side

HAND = Treated("UT2", Side.RIGHT, "upper_trapezius", "sustained-pressure", "hands", 60)
BALL = Treated("UT2", Side.RIGHT, "upper_trapezius", "ball-pressure", "ball", 60)
PRESSED = {"pressed_s": 60, "treated": (HAND,)}


@pytest.fixture
def course(now, knowledge):
    """The course of these sessions and measures, oldest first."""

    def course(*past, told=()):
        measures = tuple(sorted(told, key=lambda one: one.at))
        return Course(days_of(measures, past), measures, past, now)

    return course


@pytest.fixture
def easing(course, knowledge):
    book = knowledge.progress
    return lambda *past, told=(): easing_of(course(*past, told=told), book.stages, book.response, book.changing)


@pytest.fixture
def told(now):
    """A measure so many days ago."""
    return lambda days_ago, **measure: Measure(now - timedelta(days=days_ago), **measure)


def test_with_nothing_told_nothing_is_eased(easing, session):
    assert easing() == easing(session(2, **PRESSED)) == Easing()


@pytest.mark.parametrize(
    ("soreness", "eased"),
    [
        ({"soreness": Soreness.OVER_TWO_DAYS}, True),
        ({"soreness": Soreness.UP_TO_TWO_DAYS}, False),
        ({"sore_0_10": 6}, True),
        ({"sore_0_10": 5}, False),
    ],
    ids=str,
)
def test_soreness_over_48_hours_or_over_five_halves_time_and_pressure(easing, session, told, soreness, eased):
    asked = easing(session(4, **PRESSED), told=(told(1.5, **soreness),))
    assert asked == (Easing(dose_share=0.5, pressure_share=0.5, notes=("eased-sore",)) if eased else Easing())


def test_told_twice_of_one_session_it_halves_once(easing, session, told):
    twice = (told(2.5, soreness=Soreness.OVER_TWO_DAYS), told(1.5, soreness=Soreness.OVER_TWO_DAYS))
    assert easing(session(5, **PRESSED), told=twice).dose_share == 0.5


def test_a_second_time_within_the_week_rests_all_pressing(easing, session, told):
    sore = (told(4.5, sore_0_10=7), told(1.5, sore_0_10=7))
    asked = easing(session(5, **PRESSED), session(2, **PRESSED), told=sore)
    assert (asked.gentle_only, asked.dose_share) == ("sore-again", 0.25)


@pytest.mark.parametrize(("days_ago", "share"), [(6.9, 0.5), (7, 1.0)])
def test_it_stays_halved_for_a_week(easing, session, told, days_ago, share):
    assert easing(session(9, **PRESSED), told=(told(days_ago, soreness=Soreness.OVER_TWO_DAYS),)).dose_share == share


def test_soreness_without_pressing_is_not_from_pressing(easing, session, told):
    assert easing(session(4), told=(told(1.5, soreness=Soreness.OVER_TWO_DAYS),)) == Easing()


@pytest.mark.parametrize(("days_ago", "score", "resting"), [(0.9, 1, ("UT2_R",)), (1, 1, ()), (0.9, 0, ())])
def test_a_spot_that_is_still_sore_rests(easing, session, told, days_ago, score, resting):
    assert easing(session(2, **PRESSED), told=(told(days_ago, sore_0_10=score),)).resting == resting


NO_BETTER = Easing(pressure_share=0.5, later=("sustained-pressure",), more_movement=True, notes=("eased-no-better",))


def test_three_days_of_care_without_change_bring_less_pressure_another_way_and_movement(easing, session):
    assert easing(*(session(day, 5, **PRESSED) for day in (3, 2, 1, 0))) == NO_BETTER


def test_two_days_are_too_early_for_it(easing, session):
    assert easing(*(session(day, 5, **PRESSED) for day in (2, 1, 0))) == Easing()


def test_without_care_on_three_days_nothing_is_concluded(easing, session):
    past = (session(3, 5, **PRESSED), session(2, 5), session(1, 5), session(0, 5, **PRESSED))
    assert easing(*past) == Easing()


def test_days_of_care_are_those_of_the_person_s_own_clock(easing, session, told, now):
    """In Auckland, midnight lies between the two sessions of what is one day in UTC."""
    auckland = timezone(timedelta(hours=13))
    home = told(3, pain_now=5)
    there = replace(home, at=home.at.astimezone(auckland))
    around_midnight = (session(1.30, 5, **PRESSED), session(1.20, 5, **PRESSED))
    past = (session(3, 5, **PRESSED), *around_midnight, session(0, 5))
    assert len({one.ended_at.date() for one in past[:3]}) == 2
    local = {one.ended_at.astimezone(auckland).date() for one in past[:3]}
    assert (len(local), easing(*past, told=(there,))) == (3, NO_BETTER)
    assert easing(*past, told=(home,)) == Easing()


def test_a_point_less_is_enough_to_go_on_as_it_was(easing, session):
    assert easing(*(session(day, pain, **PRESSED) for day, pain in ((3, 5), (2, 4), (1, 4), (0, 4)))) == Easing()


def test_days_that_were_stopped_are_no_days_of_care(easing, session):
    stopped = {**PRESSED, "stopped_for": "sharp"}
    past = (session(3, 5, **PRESSED), session(2, 5, **stopped), session(1, 5, **stopped), session(0, 5, **PRESSED))
    assert easing(*past) == Easing()


def test_only_a_technique_that_had_its_turn_comes_later(easing, session):
    ball = {**PRESSED, "treated": (BALL,)}
    past = (*(session(day, 5, **PRESSED) for day in (4, 3, 2)), session(1, 5, **ball), session(0, 5, **ball))
    assert easing(*past).later == ("sustained-pressure",)


@pytest.mark.parametrize("worse", [5, 6, 8, 10])
def test_more_pain_never_brings_more_of_anything(easing, session, worse):
    asked = easing(*(session(day, pain, **PRESSED) for day, pain in ((4, 5), (3, 5), (2, worse), (1, worse))))
    assert (asked.dose_share, asked.pressure_share <= 0.5) == (1.0, True)


@pytest.mark.parametrize(("pain", "said"), [(6, "flare"), (5, "")])
def test_two_points_above_the_level_is_a_flare(easing, told, pain, said):
    calm = tuple(told(day, pain_now=4) for day in range(8, 0, -1))
    assert easing(told=(*calm, told(0, pain_now=pain))).gentle_only == said


def test_a_flare_of_yesterday_is_over(easing, told):
    calm = tuple(told(day, pain_now=4) for day in range(8, 1, -1))
    assert easing(told=(*calm, told(1, pain_now=9))).gentle_only == ""


def test_nobody_flares_on_the_first_days(easing, told):
    assert easing(told=(told(2, pain_now=2), told(1, pain_now=2), told(0, pain_now=9))).gentle_only == ""


@pytest.mark.parametrize(
    ("days", "pain", "stage"),
    [
        (3, 1, None),
        (4, 2, "every-other-day"),
        (4, 3, None),
        (9, 2, "every-other-day"),
        (10, 2, "twice-a-week"),
        (20, 1, "twice-a-week"),
        (21, 1, "on-your-own"),
        (30, 2, "twice-a-week"),
    ],
)
def test_quiet_days_lead_out_of_it(course, told, knowledge, days, pain, stage):
    quiet = course(told=tuple(told(day, pain_average=pain) for day in range(days, -1, -1)))
    reached = stage_of(quiet, knowledge.progress.stages)
    assert (reached.id if reached else None) == stage


def test_pain_today_ends_the_quiet(course, told, knowledge):
    quiet = tuple(told(day, pain_now=0) for day in range(30, 0, -1))
    assert stage_of(course(told=(*quiet, told(0, pain_now=3))), knowledge.progress.stages) is None


def test_silence_is_not_quiet(course, told, knowledge):
    assert stage_of(course(told=(told(30, pain_now=0),)), knowledge.progress.stages) is None


def test_doing_well_asks_for_longer_gaps(easing, told):
    asked = easing(told=tuple(told(day, pain_now=1) for day in range(10, -1, -1)))
    assert asked == Easing(hours_between=72, notes=("less-is-enough",))
