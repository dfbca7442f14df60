"""Someone else has read the fact sheet too, without sight of the rules: both readings agree, or it is said why not."""

import pytest
from tests.readings import READINGS, Reading, signs_of, tier_of

from unknot.coach import Knowledge
from unknot.screening import Tier


@pytest.mark.parametrize("reading", READINGS.reading, ids=lambda one: f"{one.flag} {'+'.join(one.signs)}")
def test_the_rules_say_what_the_second_reader_says_or_why_not(reading: Reading, knowledge: Knowledge) -> None:
    tier, bars = tier_of(reading.signs, knowledge.rules)
    assert tier is reading.wanted
    assert bars >= reading.no_plan
    assert bool(reading.because) is (reading.ours is not None)


@pytest.mark.parametrize("signs", READINGS.harmless, ids="+".join)
def test_what_the_fact_sheet_leaves_alone_fires_nothing(signs: tuple[str, ...], knowledge: Knowledge) -> None:
    assert tier_of(signs, knowledge.rules) == (Tier.CLEAR, False)


def test_every_sign_of_the_second_reading_exists(knowledge: Knowledge) -> None:
    named = {sign for one in READINGS.reading for sign in signs_of(one.signs, knowledge.rules)}
    named |= {sign for signs in READINGS.harmless for sign in signs_of(signs, knowledge.rules)}
    assert named <= knowledge.rules.signs
