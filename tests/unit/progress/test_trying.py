"""What works for one person: exact effects, fair chance, and an early end."""

from collections import Counter

import numpy as np
import pytest

from unknot.knowledge import load_knowledge
from unknot.progress import ALONE, Arm, Effects, Finding, Tried, Way, choose_arm, learn

BOOK = load_knowledge().progress.trying
HAND, BALL = Way("sustained-pressure", "hands"), Way("ball-pressure", "ball")
ARMS = (Arm(HAND, 2.0), Arm(HAND, 1.0), Arm(BALL, 2.0), Arm(BALL, 1.0), Arm(ALONE))


def life(falls, times, seed=3, natural=0.1):
    """Trials of each arm in turn; `falls` says what each way adds."""
    dice = np.random.default_rng(seed)
    return tuple(
        Tried(arm, above, 1.0, natural + 0.5 * above + falls.get(arm.way, 0.0) + dice.normal(0, 1.0))
        for _ in range(times)
        for arm in ARMS
        for above in (float(dice.normal(0, 0.8)),)
    )


def test_the_effects_are_those_that_a_sampler_finds():
    """Gibbs sampling of the same model, which shares no code with the closed form."""
    tried = life({HAND: 0.8, BALL: 0.2}, times=3)
    ways = sorted((HAND, BALL))
    rows = np.array(
        [[one.days, one.above, one.arm.minutes, *(float(one.arm.way == way) for way in ways)] for one in tried]
    )
    fell = np.array([one.fell for one in tried])
    spreads = (BOOK.natural_a_day, BOOK.above_share, BOOK.minute, *(BOOK.way for _ in ways))
    mean, sd = np.array([one.mean for one in spreads]), np.array([one.sd for one in spreads])
    dice, at, drawn = np.random.default_rng(7), mean.copy(), []
    for _ in range(30_000):
        for place in range(len(at)):
            rest = fell - rows @ at + rows[:, place] * at[place]
            precision = 1 / sd[place] ** 2 + (rows[:, place] ** 2).sum() / BOOK.noise**2
            centre = (mean[place] / sd[place] ** 2 + (rows[:, place] * rest).sum() / BOOK.noise**2) / precision
            at[place] = dice.normal(centre, precision**-0.5)
        drawn.append(at.copy())
    samples = np.array(drawn[1_000:])
    exact = Effects(ARMS, tried, BOOK).belief
    assert np.array(exact.means) == pytest.approx(samples.mean(axis=0), abs=0.02)
    assert np.array(exact.varies) == pytest.approx(np.cov(samples.T), abs=0.02)


def test_each_arm_is_chosen_as_often_as_it_is_the_best():
    tried = life({HAND: 0.8, BALL: 0.2}, times=1)
    chosen = Counter(choose_arm(ARMS, tried, f"seed-{place}", BOOK) for place in range(4_000))
    effects = Effects(ARMS, tried, BOOK)
    dice = np.random.default_rng(1)
    draws = dice.multivariate_normal(effects.belief.means, effects.belief.varies, 40_000)
    values = np.array([draws @ np.array(effects.weights_of(arm)) for arm in ARMS])
    best = Counter(ARMS[place] for place in values.argmax(axis=0))
    for arm in ARMS:
        assert chosen[arm] / 4_000 == pytest.approx(best[arm] / 40_000, abs=0.03)


def test_the_same_seed_chooses_the_same():
    tried = life({HAND: 0.8}, times=1)
    assert len({choose_arm(ARMS, tried, "seed", BOOK) for _ in range(5)}) == 1


def test_before_enough_was_tried_nothing_is_said():
    assert learn(ARMS, life({HAND: 3.0}, times=1), BOOK).finding is Finding.TOO_EARLY


def test_a_way_that_clearly_helps_is_found_and_then_done():
    tried = life({HAND: 2.0}, times=8)
    learned = learn(ARMS, tried, BOOK)
    assert (learned.finding, learned.best, learned.effects[0].arm.way) == (Finding.WORKS, HAND, HAND)
    assert {choose_arm(ARMS, tried, str(place), BOOK).way for place in range(50)} == {HAND}


def test_when_it_gets_better_by_itself_the_ball_is_left_away():
    tried = life({}, times=16, natural=0.5)
    assert learn(ARMS, tried, BOOK).finding is Finding.BY_ITSELF
    assert {choose_arm(ARMS, tried, str(place), BOOK) for place in range(50)} == {Arm(ALONE)}


def test_what_falls_by_itself_is_not_put_down_to_pressing():
    learned = learn(ARMS, life({}, times=16, natural=0.5), BOOK)
    assert learned.by_itself.fall == pytest.approx(0.4, abs=0.2)
    assert all(effect.low < 0 for effect in learned.effects)


def test_a_bad_day_that_passes_is_not_put_down_to_pressing():
    """Pressed only on bad days: the fall is regression to the mean."""
    dice = np.random.default_rng(5)
    bad = tuple(Tried(Arm(HAND, 2.0), 2.0, 1.0, 1.0 + dice.normal(0, 0.5)) for _ in range(10))
    calm = tuple(Tried(Arm(ALONE), 0.0, 1.0, 0.0 + dice.normal(0, 0.5)) for _ in range(10))
    (effect,) = learn((Arm(HAND, 2.0), Arm(ALONE)), (*bad, *calm), BOOK).effects
    assert effect.low < 0


def test_how_often_a_way_was_tried_is_told():
    learned = learn(ARMS, life({}, times=2), BOOK)
    assert {effect.arm: effect.tries for effect in learned.effects} == dict.fromkeys(ARMS[:-1], 4)
    assert learned.by_itself.tries == 2
