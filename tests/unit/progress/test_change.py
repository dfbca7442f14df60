"""Change is said only when it is real: large enough to count, and more than the noise of days."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unknot.knowledge import load_knowledge
from unknot.progress import DayPain, Trend, change_in

BOOK = load_knowledge().progress.changing
FIRST = date(2026, 11, 1)
runs = st.lists(st.none() | st.integers(0, 10), max_size=28)


def days(*pains):
    """A pain a day; None is a day on which nothing was told."""
    return tuple(
        DayPain(FIRST + timedelta(days=day), float(pain)) for day, pain in enumerate(pains) if pain is not None
    )


def trend(*pains):
    return change_in(days(*pains), BOOK).trend


@pytest.mark.parametrize(
    ("pains", "said"),
    [
        ((), Trend.TOO_FEW_DATA),
        ((8, 5, 2, 1), Trend.TOO_FEW_DATA),
        ((8, 6, 4, 3, 2), Trend.BETTER),
        ((6, 6, 6, 5, 4, 4, 3, 3), Trend.BETTER),
        ((5, 5, 5, 5, 5, 5, 5), Trend.NO_CLEAR_CHANGE),
        ((6, 5, 6, 5, 5, 6, 5, 6), Trend.NO_CLEAR_CHANGE),
        ((3, 3, 3, 4, 5, 6, 6, 6), Trend.WORSE),
        ((3, 3, 3, 3, 4, 4, 4, 4), Trend.TOO_FEW_DATA),
        ((0, 0, 0, 0, 0, 0), Trend.NO_CLEAR_CHANGE),
    ],
    ids=str,
)
def test_a_trend_is_said_from_its_threshold_on(pains, said):
    assert trend(*pains) is said


@pytest.mark.parametrize(
    "noisy", [(5, 5, 5, 5, 9), (5, 5, 5, 5, 1), (5, 6, 4, 5, 5, 2), (5, 5, 4, 6, 5, 5, 8)], ids=str
)
def test_one_noisy_day_is_no_change(noisy):
    assert trend(*noisy) not in (Trend.BETTER, Trend.WORSE)


def test_a_bad_first_day_that_passes_is_no_change():
    """People begin when it is at its worst."""
    assert trend(7, 5, 5, 6, 5, 5, 5) is not Trend.BETTER


def test_after_a_long_silence_the_old_level_is_less_sure():
    short, long = (change_in(days(5, 5, 5, *(None,) * gap, 5), BOOK) for gap in (0, 20))
    assert long.high - long.low > short.high - short.low


def test_of_a_mild_pain_less_than_two_points_count():
    starts = {pain: change_in(days(*(pain,) * 6), BOOK) for pain in (3, 5, 9)}
    smallest = {pain: one.bands[-1].level - one.moved - one.counts for pain, one in starts.items()}
    assert smallest == pytest.approx({3: 1.3, 5: 0.3 * (smallest[5] + starts[5].counts), 9: 2})


@given(runs)
def test_a_verdict_never_rests_on_too_few_days_or_on_an_unlikely_change(pains):
    change = change_in(days(*pains), BOOK)
    if change.trend in (Trend.BETTER, Trend.WORSE):
        assert len(days(*pains)) >= BOOK.enough_days
        assert (change.high if change.trend is Trend.BETTER else -change.low) < 0


@given(runs)
def test_every_day_has_its_band_and_the_level_lies_in_it(pains):
    change = change_in(days(*pains), BOOK)
    assert [band.day for band in change.bands] == [one.day for one in days(*pains)]
    assert all(band.low < band.level < band.high for band in change.bands)


@given(st.lists(st.integers(0, 10), min_size=6, max_size=20), st.data())
def test_less_pain_at_the_end_never_looks_like_more(pains, data):
    """Only the last day differs: the change that is believed goes the same way."""
    less = data.draw(st.integers(0, pains[-1]))
    assert change_in(days(*pains[:-1], less), BOOK).moved <= change_in(days(*pains), BOOK).moved


def test_the_first_days_never_change_when_more_is_told():
    pains = (6, 5, 7, 5, 4, 4, 3, 2)
    told = [change_in(days(*pains[:count]), BOOK).bands for count in range(1, len(pains) + 1)]
    assert all(more[: len(fewer)] == fewer for fewer, more in pairwise(told))
