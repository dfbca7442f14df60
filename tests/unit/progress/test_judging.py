"""All measures together: each with the value that speaks and the nearest one that does not."""

from datetime import date, timedelta

import pytest

from unknot.progress import DayPain, Measure, Sign, Trend, judge


@pytest.fixture
def said(knowledge, now):
    """The trend and its signs after these measures, one a day, the last of them today; the pain stays at five."""

    def said(*told, pains=(5,) * 8):
        days = tuple(DayPain(date(2026, 11, 1) + timedelta(days=day), float(pain)) for day, pain in enumerate(pains))
        measures = tuple(Measure(now - timedelta(days=len(told) - 1 - place), **one) for place, one in enumerate(told))
        judgement = judge(days, measures, knowledge.progress.changing, knowledge.progress.measuring, now)
        return judgement.trend, judgement.because

    return said


SAME = (Trend.NO_CLEAR_CHANGE, ())


def better(measure, by):
    return Trend.BETTER, (Sign(measure, Trend.BETTER, by),)


def worse(measure, by):
    return Trend.WORSE, (Sign(measure, Trend.WORSE, by),)


@pytest.mark.parametrize(
    ("change", "expected"), [(2, better("change", 2)), (1, SAME), (-1, SAME), (-2, worse("change", -2))], ids=str
)
def test_the_own_judgement_counts_from_two_on(said, change, expected):
    assert said({"change": change}) == expected


def test_a_judgement_that_is_older_than_four_weeks_does_not_count(said):
    assert said({"change": 5}, *({} for _ in range(29))) == SAME
    assert said({"change": 5}, *({} for _ in range(28))) == better("change", 5)


def test_a_later_judgement_replaces_an_earlier_one(said):
    assert said({"change": 4}, {"change": 0}) == SAME


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ((2, 2), (4, 4), better("activities", 2)),
        ((2, 2), (3, 4), SAME),
        ((2, 2, 2), (5, 2, 2), better("activities", 1)),
        ((5, 5, 5), (5, 5, 2), worse("activities", -1)),
        ((5, 5), (3, 3), worse("activities", -2)),
        ((5, 5), (3, 4), SAME),
    ],
    ids=str,
)
def test_activities_count_from_two_together_or_three_alone(said, first, last, expected):
    scores = [{"activities": {f"a{place}": score for place, score in enumerate(run)}} for run in (first, last)]
    assert said(*scores) == expected


def test_an_activity_that_was_named_later_is_measured_from_its_own_first_score(said):
    assert said({"activities": {"a": 2}}, {"activities": {"b": 8}}, {"activities": {"a": 3, "b": 8}}) == SAME


@pytest.mark.parametrize(
    ("degrees", "expected"), [(10, better("turning-left", 10)), (9, SAME), (-10, worse("turning-left", -10))], ids=str
)
def test_turning_counts_from_ten_degrees_on(said, degrees, expected):
    assert said({"turned_left_deg": 50}, {"turned_left_deg": 50 + degrees}) == expected


def test_what_a_person_says_of_turning_is_no_verdict(said):
    assert said({"reach_left": "short"}, {"reach_left": "past"}) == SAME


def test_worse_outweighs_better(said):
    assert said({"change": 3, "turned_left_deg": 60}, {"turned_left_deg": 45}) == worse("turning-left", -15)


def test_the_pain_speaks_for_itself(said):
    trend, (sign,) = said(pains=(7, 7, 6, 5, 4, 3, 3, 2))
    assert (trend, sign.measure, sign.trend) == (Trend.BETTER, "pain", Trend.BETTER)


def test_with_nothing_told_there_are_too_few_data(said):
    assert said(pains=()) == (Trend.TOO_FEW_DATA, ())
