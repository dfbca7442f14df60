"""What follows from a feeling after Stop."""

import pytest

from unknot.guiding import Feeling, StopRule, rule_for
from unknot.screening import Tier
from unknot.words import say

ADVICE = {
    Feeling.SHARP: (Tier.ROUTINE, True, "stopped-for-sharp-pain"),
    Feeling.NUMB: (Tier.WITHIN_DAYS, True, "stopped-for-numbness"),
    Feeling.DIZZY: (Tier.WITHIN_DAYS, True, "stopped-for-dizziness"),
    Feeling.NEURO: (Tier.EMERGENCY_NOW, True, "stopped-for-neuro"),
    Feeling.HEART: (Tier.SAME_DAY, True, "stopped-for-heart"),
    Feeling.BRUISE: (Tier.ROUTINE, True, None),
    Feeling.TOO_SORE: (Tier.CLEAR, False, None),
    Feeling.NOTHING: (Tier.CLEAR, False, None),
}


@pytest.mark.parametrize("feeling", Feeling)
def test_each_feeling_has_the_advice_of_its_own_rule(knowledge, feeling):
    rule = rule_for(feeling, knowledge.stops)
    tier, ends_session, sign = ADVICE[feeling]
    assert rule == StopRule(feeling, tier, ends_session, rule.source, sign, rule.reads_as)


@pytest.mark.parametrize("feeling", Feeling)
def test_each_feeling_is_offered_and_answered_in_words(feeling):
    assert all((say(f"feeling-{feeling}"), say(f"stop-{feeling}"), say(f"stop-{feeling}", "do")))


def test_a_sign_left_by_a_stop_is_one_that_the_check_in_knows(knowledge):
    left = {rule.sign for rule in knowledge.stops if rule.sign}
    assert left <= {sign.id for sign in knowledge.rules.history_signs}
