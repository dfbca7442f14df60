"""Beliefs against numpy: the closed form is the textbook one."""

from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unknot.progress import Belief

numbers = st.floats(-3, 3).map(lambda number: round(number, 3))
spreads = st.floats(0.1, 3).map(lambda number: round(number, 3))
three = st.tuples(numbers, numbers, numbers)
observations = st.lists(st.tuples(three, numbers, spreads), max_size=6)


def told(priors, seen):
    belief = Belief.apart(*(NormalDist(mean, sd) for mean, sd in priors))
    for weights, value, noise in seen:
        belief = belief.told(weights, value, noise)
    return belief


@given(st.tuples(*(st.tuples(numbers, spreads) for _ in range(3))), observations)
def test_what_is_told_one_by_one_is_the_regression_on_all_of_it(priors, seen):
    belief = told(priors, seen)
    precision = np.diag([1 / sd**2 for _, sd in priors])
    pulled = precision @ np.array([mean for mean, _ in priors])
    for weights, value, noise in seen:
        precision = precision + np.outer(weights, weights) / noise**2
        pulled = pulled + np.array(weights) * value / noise**2
    varies = np.linalg.inv(precision)
    assert np.array(belief.varies) == pytest.approx(varies, abs=1e-6)
    assert np.array(belief.means) == pytest.approx(varies @ pulled, abs=1e-6)


@given(st.tuples(*(st.tuples(numbers, spreads) for _ in range(3))), observations, st.tuples(three, three, three))
def test_what_moves_moves_as_matrices_do(priors, seen, rows):
    before = told(priors, seen)
    after = before.moved(rows, (0.5, 0.0, 0.25))
    matrix = np.array(rows)
    assert np.array(after.means) == pytest.approx(matrix @ np.array(before.means), abs=1e-6)
    grown = matrix @ np.array(before.varies) @ matrix.T + np.diag([0.5, 0, 0.25])
    assert np.array(after.varies) == pytest.approx(grown, abs=1e-6)
