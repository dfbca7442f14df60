"""A trend is said only when it is clear: two points or 30 percent, over the median of the last three."""

import pytest

from unknot.progress import Trend, trend_of


@pytest.mark.parametrize(
    ("pains", "trend"),
    [
        ((), Trend.TOO_FEW_DATA),
        ((6, 1), Trend.TOO_FEW_DATA),
        ((8, 6, 6), Trend.BETTER),
        ((8, 7, 7), Trend.NO_CLEAR_CHANGE),
        ((3, 2, 2), Trend.BETTER),
        ((4, 3, 3), Trend.NO_CLEAR_CHANGE),
        ((1, 0, 0), Trend.BETTER),
        ((0, 0, 0), Trend.NO_CLEAR_CHANGE),
        ((4, 6, 6), Trend.WORSE),
        ((4, 5, 5), Trend.NO_CLEAR_CHANGE),
    ],
    ids=str,
)
def test_a_trend_is_said_from_its_threshold_on(book, pains, trend):
    assert trend_of(pains, book) is trend


@pytest.mark.parametrize("noisy", [(5, 5, 9, 5), (5, 5, 5, 0), (5, 4, 6, 5, 0), (5, 6, 4, 9)])
def test_one_noisy_day_is_no_change(book, noisy):
    assert trend_of(noisy, book) is Trend.NO_CLEAR_CHANGE


def test_only_the_last_three_count_against_the_first(book):
    assert trend_of((6, 9, 9, 9, 2, 2, 2), book) is Trend.BETTER
