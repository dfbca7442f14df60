"""Each knot as a thing with a story."""

from unknot.progress import Helped, Knot, KnotSession, Treated, Trend, Turning, knots_of
from unknot.units import Side

UT2 = Treated("UT2", Side.RIGHT, "upper_trapezius", "sustained-pressure")
UT2_BY_BALL = Treated("UT2", Side.RIGHT, "upper_trapezius", "ball-pressure")
UT2_LEFT = Treated("UT2", Side.LEFT, "upper_trapezius", "sustained-pressure")
LS1 = Treated("LS1", Side.RIGHT, "levator_scapulae", "sustained-pressure")


def test_without_sessions_there_are_no_knots(book):
    assert knots_of((), book) == ()


def test_a_session_is_told_in_full_in_the_story_of_its_knot(book, session):
    told = {"pain_after": 3, "turning": Turning.EASIER, "helped": Helped.YES, "pressed_s": 90, "stopped_for": None}
    past = session(1, 5, plan_id="a-plan", treated=(UT2,), **told)
    story = KnotSession(past.ended_at, "a-plan", "sustained-pressure", pain_before=5, **told)
    assert knots_of((past,), book) == (
        Knot("UT2", Side.RIGHT, "upper_trapezius", past.ended_at, (story,), Trend.TOO_FEW_DATA, best=None),
    )


def test_the_same_point_on_the_other_side_is_another_knot(book, session):
    knots = knots_of((session(2, treated=(UT2, UT2_LEFT)),), book)
    assert {(knot.point, knot.side) for knot in knots} == {("UT2", Side.RIGHT), ("UT2", Side.LEFT)}


def test_the_knot_treated_last_comes_first(book, session):
    past = (session(3, treated=(LS1,)), session(2, treated=(UT2,)), session(1, treated=(LS1,)))
    assert [(knot.point, len(knot.sessions)) for knot in knots_of(past, book)] == [("LS1", 2), ("UT2", 1)]


def test_a_session_that_treated_nothing_is_in_no_story(book, session):
    assert knots_of((session(1, 5),), book) == ()


def test_a_knot_is_as_old_as_its_first_session(book, session):
    past = (session(9, treated=(UT2,)), session(1, treated=(UT2,)))
    assert [knot.since for knot in knots_of(past, book)] == [past[0].ended_at]


def test_the_trend_of_a_knot_is_that_of_the_pain_before_its_own_sessions(book, session):
    past = (
        session(6, 6, treated=(UT2,)),
        session(5, 9, treated=(LS1,)),
        session(4, 4, treated=(UT2,)),
        session(3, treated=(UT2,)),
        session(2, 4, treated=(UT2,)),
    )
    assert {knot.point: knot.trend for knot in knots_of(past, book)} == {"UT2": Trend.BETTER, "LS1": Trend.TOO_FEW_DATA}


def tried(session, by_hand: int, by_ball: int):
    """Sessions in which the hand took two points off, then ones in which the ball took off three."""
    hand = (session(40 - day, 6, pain_after=4, treated=(UT2,)) for day in range(by_hand))
    ball = (session(20 - day, 6, pain_after=3, treated=(UT2_BY_BALL,)) for day in range(by_ball))
    return (*hand, *ball)


def test_the_best_technique_is_the_one_after_which_pain_fell_most(book, session):
    assert [knot.best for knot in knots_of(tried(session, 3, 3), book)] == ["ball-pressure"]


def test_a_technique_tried_too_rarely_is_not_compared(book, session):
    assert [knot.best for knot in knots_of(tried(session, 3, 2), book)] == [None]


def test_one_technique_alone_is_not_the_best(book, session):
    assert [knot.best for knot in knots_of(tried(session, 5, 0), book)] == [None]


def test_sessions_without_both_scores_do_not_count_for_the_best(book, session):
    past = (*tried(session, 3, 2), session(1, 6, treated=(UT2_BY_BALL,)))
    assert [knot.best for knot in knots_of(past, book)] == [None]
