"""Someone else has read the fact sheet too, without sight of the rules: both readings agree, or it is said why not."""

import pytest
from tests.readings import (
    EDGES,
    HARMLESS,
    READINGS,
    Asked,
    Fires,
    Reading,
    Unsure,
    asked_next,
    rules_fired,
    signs_of,
    tier_of,
)

from unknot.coach import Knowledge
from unknot.screening import Tier
from unknot.screening import signs_of as answers_signs


@pytest.mark.parametrize("reading", READINGS, ids=lambda one: f"{one.flag} {'+'.join(one.signs)}")
def test_the_rules_say_what_the_second_reader_says_or_why_not(reading: Reading, knowledge: Knowledge) -> None:
    tier, bars = tier_of(reading.signs, knowledge.rules)
    assert tier is reading.wanted
    assert bars >= reading.no_plan
    assert bool(reading.because) is (reading.ours is not None)


@pytest.mark.parametrize("signs", HARMLESS, ids="+".join)
def test_what_the_fact_sheet_leaves_alone_fires_nothing(signs: tuple[str, ...], knowledge: Knowledge) -> None:
    assert tier_of(signs, knowledge.rules) == (Tier.CLEAR, False)


@pytest.mark.parametrize("asked", EDGES.asked, ids=str)
def test_an_answer_opens_what_it_is_to_open(asked: Asked, knowledge: Knowledge) -> None:
    assert asked_next(asked, knowledge.rules) == asked.asked


@pytest.mark.parametrize("unsure", EDGES.unsure, ids=str)
def test_who_stays_unsure_has_said_this(unsure: Unsure, knowledge: Knowledge) -> None:
    signs = answers_signs(unsure.answers, knowledge.rules)
    assert (signs, knowledge.rules.worst_of(signs)) == (frozenset(unsure.signs), unsure.tier.severity)


@pytest.mark.parametrize("fires", EDGES.fires, ids=lambda one: "+".join(one.signs))
def test_each_rule_that_applies_is_named(fires: Fires, knowledge: Knowledge) -> None:
    assert rules_fired(fires.signs, knowledge.rules) == fires.rules


def test_every_sign_of_the_second_reading_exists(knowledge: Knowledge) -> None:
    named = {sign for one in READINGS for sign in signs_of(one.signs, knowledge.rules)}
    named |= {sign for signs in HARMLESS for sign in signs_of(signs, knowledge.rules)}
    assert named <= knowledge.rules.signs
