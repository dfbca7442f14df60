"""When the course itself is a reason to see someone: each rule with the nearest case that does not fire it."""

import pytest

from unknot.progress import Treated
from unknot.units import Side

NONE = frozenset()
NO_BETTER = frozenset({"no-better-after-a-week"})
STRONG = NO_BETTER | {"strong-and-no-better-after-a-week"}


def test_without_sessions_there_are_no_signs(signs_of):
    assert signs_of() == NONE


def test_sessions_without_a_pain_score_say_nothing_of_the_course(signs_of, session):
    assert signs_of(*(session(days) for days in range(8, 0, -1))) == NONE


def test_a_week_of_sessions_without_change_asks_for_an_appointment(signs_of, daily):
    assert signs_of(*daily(5, 5, 5, 5, 5, 5, 5)) == NO_BETTER


def test_six_days_without_change_are_too_early_for_it(signs_of, daily):
    assert signs_of(*daily(5, 5, 5, 5, 5, 5)) == NONE


def test_a_week_with_a_point_less_is_no_standstill(signs_of, daily):
    assert signs_of(*daily(5, 5, 5, 5, 4, 4, 4)) == NONE


def test_of_a_strong_pain_a_point_less_is_still_a_standstill(signs_of, daily):
    assert signs_of(*daily(8, 8, 8, 8, 7, 7, 7)) == STRONG


def test_of_a_strong_pain_two_points_less_are_none(signs_of, daily):
    assert signs_of(*daily(8, 8, 8, 8, 6, 6, 6)) == NONE


def test_sessions_on_four_days_of_the_week_are_too_few_to_speak_of_no_change(signs_of, session):
    assert signs_of(session(9, 5), *(session(days, 5) for days in (6, 5, 4, 3))) == NONE


def test_sessions_on_five_days_of_the_week_are_enough(signs_of, session):
    assert signs_of(session(9, 5), *(session(days, 5) for days in (6, 5, 4, 3, 2))) == NO_BETTER


def test_two_sessions_on_one_day_count_as_one_day(signs_of, session):
    assert signs_of(session(9, 5), *(session(days, 5) for days in (6, 6, 4, 4, 2, 2))) == NONE


def test_days_that_were_stopped_do_not_count_as_treated(signs_of, session):
    stopped = (session(days, 5, stopped_for="sharp") for days in (6, 5, 4, 3, 2))
    assert signs_of(session(9, 5), *stopped) == NONE


def test_a_pain_of_seven_that_stays_is_strong(signs_of, daily):
    assert signs_of(*daily(7, 7, 7, 7, 7, 7, 7)) == STRONG


def test_a_pain_of_five_that_stays_is_not_strong(signs_of, daily):
    assert signs_of(*daily(5, 5, 5, 5, 5, 5, 5)) == NO_BETTER


def test_a_pain_that_came_to_six_is_strong(signs_of, daily):
    assert signs_of(*daily(5, 5, 5, 5, 6, 6, 6)) == STRONG


@pytest.mark.parametrize(("pain", "signs"), [(3, {"still-there-after-four-weeks"}), (2, set())])
def test_a_pain_of_three_after_four_weeks_is_still_there(signs_of, session, pain, signs):
    assert signs_of(session(28, 5), session(14, 4), *(session(days, pain) for days in (3, 2, 1))) == signs


def test_a_day_short_of_four_weeks_is_not_yet_four_weeks(signs_of, session):
    assert signs_of(session(27, 5), session(14, 4), *(session(days, 3) for days in (3, 2, 1))) == NONE


def test_two_points_worse_on_two_days_is_getting_worse(signs_of, session):
    assert signs_of(session(4, 4), session(2, 6), session(1, 6)) == {"worse-on-two-days"}


def test_a_point_worse_on_one_of_two_days_is_not(signs_of, session):
    assert signs_of(session(4, 4), session(2, 5), session(1, 9)) == NONE


def test_worse_twice_on_one_day_is_one_day(signs_of, session):
    assert signs_of(session(4, 4), session(1, 6), session(1, 7)) == NONE


def test_worse_days_that_are_over_do_not_count(signs_of, session):
    assert signs_of(session(5, 4), session(4, 7), session(3, 7), session(2, 4), session(1, 4)) == NONE


def test_after_a_long_gap_the_course_begins_anew(signs_of, session):
    old = (session(days, 3) for days in (70, 65, 60))
    assert signs_of(*old, session(2, 5), session(1, 5)) == NONE


def test_a_gap_of_four_weeks_exactly_is_not_yet_long(signs_of, session):
    assert signs_of(session(30, 3), session(2, 5), session(1, 5)) == {
        "worse-on-two-days",
        "no-better-after-two-weeks",
        "still-there-after-four-weeks",
    }


def test_a_gap_that_is_still_open_leaves_no_course(signs_of, session):
    assert signs_of(session(60, 5), session(40, 7), session(29, 7)) == NONE


def test_a_tool_near_the_neck_is_asked_about_for_three_weeks(signs_of, session):
    assert signs_of(session(21, tools=("gun",)), near_neck=frozenset({"gun"})) == {"tool-near-neck-lately"}


def test_after_three_weeks_it_is_not_asked_about_any_more(signs_of, session):
    assert signs_of(session(21.01, tools=("gun",)), near_neck=frozenset({"gun"})) == NONE


def test_a_tool_that_stays_away_from_the_neck_is_not_asked_about(signs_of, session):
    assert signs_of(session(1, tools=("heat-pack",)), near_neck=frozenset({"gun"})) == NONE


STOPS = {
    "stopped-for-numbness": "numbness-again",
    "stopped-for-dizziness": "dizziness-again",
    "stopped-for-sharp-pain": "sharp-pain-again",
}


@pytest.mark.parametrize("sign", STOPS)
def test_a_stop_leaves_its_sign_for_the_next_check_in(signs_of, session, sign):
    assert signs_of(session(2), session(1, stop_sign=sign)) == {sign}


@pytest.mark.parametrize("sign", STOPS)
def test_the_same_stop_twice_in_a_row_is_again(signs_of, session, sign):
    assert signs_of(session(2, stop_sign=sign), session(1, stop_sign=sign)) == {sign, STOPS[sign]}


def test_two_different_stops_are_not_again(signs_of, session):
    first, second = session(2, stop_sign="stopped-for-numbness"), session(1, stop_sign="stopped-for-dizziness")
    assert signs_of(first, second) == {"stopped-for-dizziness"}


NUMB = {"stop_sign": "stopped-for-numbness"}


def test_a_session_that_pressed_without_a_stop_in_between_breaks_the_row(signs_of, session):
    pressed = session(8, pressed_s=60)
    assert signs_of(session(9, **NUMB), pressed, session(7, **NUMB)) == {"stopped-for-numbness"}


def test_a_gentle_session_in_between_does_not_break_the_row(signs_of, session):
    told = signs_of(session(3, **NUMB), session(2), session(1, **NUMB))
    assert told == {"stopped-for-numbness", "numbness-again"}


def test_a_session_that_pressed_and_went_well_afterwards_takes_the_sign_away(signs_of, session):
    assert signs_of(session(9, **NUMB), session(8, pressed_s=60)) == NONE


def test_a_gentle_session_afterwards_does_not_take_the_sign_away(signs_of, session):
    assert signs_of(session(2, **NUMB), session(1)) == {"stopped-for-numbness"}


def test_after_pressing_soreness_is_asked_about_for_three_days(signs_of, session):
    assert signs_of(session(3, pressed_s=60)) == {"pressed-lately"}


def test_after_three_days_soreness_is_not_asked_about_any_more(signs_of, session):
    assert signs_of(session(3.01, pressed_s=60)) == NONE


def test_strong_pain_that_has_not_eased_in_a_week_counts_without_steady_care(signs_of, session):
    assert signs_of(session(8, 8), session(1, 8)) == {"strong-and-no-better-after-a-week"}


def test_two_weeks_without_enough_relief_count_without_steady_care(signs_of, session):
    assert signs_of(session(15, 5), session(1, 5)) == {"no-better-after-two-weeks"}


def test_two_weeks_with_two_points_less_do_not(signs_of, session):
    assert signs_of(session(15, 5), session(3, 3), session(2, 3), session(1, 3)) == NONE


@pytest.mark.parametrize(
    ("days", "pain", "signs"),
    [(42, 2, {"still-there-after-six-weeks"}), (42, 1, set()), (41, 2, set())],
)
def test_a_pain_of_two_after_six_weeks_still_limits(signs_of, session, days, pain, signs):
    began, between = session(days, 5), (session(days - 14, 3), session(days - 28, 3))
    assert signs_of(began, *between, *(session(ago, pain) for ago in (3, 2, 1))) == signs


def hurting(session, *days_ago, pain=4, muscle="levator_scapulae", side=Side.LEFT):
    """Sessions for one site."""
    return tuple(
        session(days, pain, treated=(Treated("LS2", side, muscle, "sustained-pressure"),)) for days in days_ago
    )


def test_a_site_that_came_back_three_times_in_eight_weeks_asks_for_an_appointment(signs_of, session):
    assert "came-back-three-times" in signs_of(*hurting(session, 50, 38, 26, 14))


def test_a_site_that_came_back_twice_does_not(signs_of, session):
    assert "came-back-three-times" not in signs_of(*hurting(session, 40, 28, 16))


def test_a_week_between_sessions_is_no_relapse(signs_of, session):
    assert "came-back-three-times" not in signs_of(*hurting(session, 44, 35, 26, 17, 8))


def test_a_session_without_much_pain_is_no_relapse(signs_of, session):
    assert "came-back-three-times" not in signs_of(*hurting(session, 50, 38, 26, 14, pain=2))


def test_relapses_of_different_sites_are_not_added_up(signs_of, session):
    left, right = hurting(session, 50, 38, 26), hurting(session, 50, 14, side=Side.RIGHT)
    past = sorted((*left, *right), key=lambda one: one.ended_at)
    assert "came-back-three-times" not in signs_of(*past)


def test_a_relapse_longer_ago_than_eight_weeks_no_longer_counts(signs_of, session):
    assert "came-back-three-times" not in signs_of(*hurting(session, 80, 57, 26, 14))
