"""Each knot as a thing with a story, told by its sessions, joined and parted by the person."""

from datetime import timedelta

import pytest

from unknot.errors import InputError
from unknot.progress import Felt, Helped, Knot, KnotEdit, KnotSession, Relation, Spot, Treated, Trend, Turning, knots_of
from unknot.progress import refuse_edit as refuse
from unknot.units import Side

UT2 = Treated("UT2", Side.RIGHT, "upper_trapezius", "sustained-pressure", "hands", 60)
UT2_LEFT = Treated("UT2", Side.LEFT, "upper_trapezius", "sustained-pressure")
LS1 = Treated("LS1", Side.RIGHT, "levator_scapulae", "sustained-pressure")


@pytest.fixture
def knots(knowledge):
    """The knots after these sessions, pains and edits."""
    book = knowledge.progress
    return lambda *past, felt=(), edits=(): knots_of(past, felt, edits, book.knots, book.changing, knowledge.course)


def test_without_sessions_there_are_no_knots(knots):
    assert knots() == ()


def test_a_session_is_told_in_full_in_the_story_of_its_knot(knots, session):
    told = {"pain_after": 3, "turning": Turning.EASIER, "helped": Helped.YES, "pressed_s": 90, "stopped_for": None}
    past = session(2, 5, plan_id="a-plan", treated=(UT2,), **told)
    spot, felt = Spot("UT2", Side.RIGHT, "upper_trapezius"), Felt(past.ended_at + timedelta(days=1), 4)
    story = KnotSession(
        past.ended_at, "a-plan", spot, "sustained-pressure", "hands", 60, pain_before=5, pain_next=4, **told
    )
    assert knots(past, felt=(felt,)) == (
        Knot(
            id="UT2_R",
            point="UT2",
            side=Side.RIGHT,
            muscle="upper_trapezius",
            spots=(spot,),
            since=past.ended_at,
            sessions=(story,),
            trend=Trend.TOO_FEW_DATA,
            relapses=0,
            gone_at=None,
        ),
    )


@pytest.mark.parametrize(("hours", "pain_next"), [(7, None), (8, 4), (40, 4), (41, None)])
def test_the_next_day_is_what_was_felt_between_8_and_40_hours_later(knots, session, hours, pain_next):
    past = session(5, 5, treated=(UT2,))
    (knot,) = knots(past, felt=(Felt(past.ended_at + timedelta(hours=hours), 4),))
    assert knot.sessions[0].pain_next == pain_next


def test_the_same_point_on_the_other_side_is_another_knot(knots, session):
    assert {knot.id for knot in knots(session(2, treated=(UT2, UT2_LEFT)))} == {"UT2_R", "UT2_L"}


def test_the_knot_treated_last_comes_first(knots, session):
    past = (session(3, treated=(LS1,)), session(2, treated=(UT2,)), session(1, treated=(LS1,)))
    assert [(knot.id, len(knot.sessions)) for knot in knots(*past)] == [("LS1_R", 2), ("UT2_R", 1)]


def test_a_session_that_treated_nothing_is_in_no_story(knots, session):
    assert knots(session(1, 5)) == ()


def test_a_knot_is_as_old_as_its_first_session(knots, session):
    past = (session(9, treated=(UT2,)), session(1, treated=(UT2,)))
    assert [knot.since for knot in knots(*past)] == [past[0].ended_at]


def test_the_trend_of_a_knot_is_that_of_the_pain_before_its_own_sessions(knots, session):
    pains = (7, 7, 6, 5, 4, 3, 3, 2, 2)
    falling = (session(len(pains) - place, pain, treated=(UT2,)) for place, pain in enumerate(pains))
    other = (session(day, 5, treated=(LS1,)) for day in range(4, 0, -1))
    past = sorted((*falling, *other), key=lambda one: one.ended_at)
    assert {knot.id: knot.trend for knot in knots(*past)} == {"UT2_R": Trend.BETTER, "LS1_R": Trend.TOO_FEW_DATA}


@pytest.mark.parametrize(
    ("gap_days", "pain", "relapses"), [(10, 3, 1), (9.9, 3, 0), (10, 2, 0), (10, None, 0)], ids=str
)
def test_pain_after_ten_days_of_peace_is_a_relapse_as_in_the_rule_on_relapses(knots, session, gap_days, pain, relapses):
    past = (session(gap_days + 1, 5, treated=(UT2,)), session(1, pain, treated=(UT2,)))
    assert [knot.relapses for knot in knots(*past)] == [relapses]


def edit(relation, knot, other="", days_ago=0.0, now=None):
    return KnotEdit(Relation(relation), knot, now - timedelta(days=days_ago), other)


@pytest.fixture
def two(session):
    """Sessions on the shoulder and on the levator, in turn."""
    return tuple(session(day, 5, treated=(UT2 if day % 2 else LS1,)) for day in range(6, 0, -1))


def test_joined_knots_are_one_story_in_the_order_of_time(knots, two, now):
    (knot,) = knots(*two, edits=(edit("joined", "UT2_R", "LS1_R", now=now),))
    assert (knot.id, [one.spot.point for one in knot.sessions]) == ("UT2_R", ["LS1", "UT2"] * 3)


def test_a_joined_knot_can_be_parted_again(knots, two, now):
    edits = (edit("joined", "UT2_R", "LS1_R", now=now), edit("apart", "UT2_R", "LS1_R", now=now))
    assert knots(*two, edits=edits) == knots(*two)


def test_from_a_day_on_it_is_another_knot(knots, two, now):
    told = knots(*two, edits=(edit("anew", "UT2_R", days_ago=3.5, now=now),))
    assert {knot.id: len(knot.sessions) for knot in told} == {"UT2_R": 1, "UT2_R~2026-11-17": 2, "LS1_R": 3}


def test_a_knot_that_is_gone_is_gone_until_it_is_treated_again(knots, two, session, now):
    edits = (edit("gone", "UT2_R", days_ago=0.5, now=now),)
    gone = {knot.id: knot.gone_at for knot in knots(*two, edits=edits)}
    assert gone == {"UT2_R": now - timedelta(days=0.5), "LS1_R": None}
    again = {knot.id: knot for knot in knots(*two, session(0.1, 4, treated=(UT2,)), edits=edits)}["UT2_R"]
    assert (again.gone_at, again.relapses) == (None, 1)


def test_no_edit_loses_a_session(knots, two, now):
    edits = (
        edit("joined", "UT2_R", "LS1_R", now=now),
        edit("anew", "UT2_R", days_ago=3.5, now=now),
        edit("joined", "UT2_R", "UT2_R", now=now),
        edit("apart", "UT2_R", "UT2_R", now=now),
        edit("joined", "UT2_R", "nothing", now=now),
        edit("gone", "unknown", now=now),
    )
    assert sum(len(knot.sessions) for knot in knots(*two, edits=edits)) == len(two)


@pytest.mark.parametrize(
    ("told", "refusal"),
    [
        (("joined", "UT2_R", "LS1_R", 0), None),
        (("joined", "UT2_R", "UT2_R", 0), ("other", "knot-unknown")),
        (("joined", "UT2_R", "UT2_L", 0), ("other", "knot-unknown")),
        (("gone", "UT2_L", "", 0), ("knot", "knot-unknown")),
        (("gone", "UT2_R", "", 0), None),
        (("gone", "UT2_R", "", 2), ("at", "knot-gone-before-last")),
        (("anew", "UT2_R", "", 3), None),
        (("anew", "UT2_R", "", 5), ("at", "knot-nothing-to-part")),
        (("anew", "UT2_R", "", 0), ("at", "knot-nothing-to-part")),
        (("apart", "UT2_R", "UT2_R", 0), ("other", "knot-nothing-to-part")),
        (("apart", "UT2_R", "LS1_R", 0), ("other", "knot-nothing-to-part")),
    ],
)
def test_an_edit_that_says_nothing_of_these_knots_is_refused(knots, two, now, told, refusal):
    try:
        refuse(edit(*told, now), knots(*two))
        said = None
    except InputError as error:
        said = (error.field, error.message)
    assert said == refusal
