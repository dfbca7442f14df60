import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from tests.unit.locating import brute

from unknot.knowledge import load_knowledge
from unknot.locating import Askable, Complaint, Felt, Noticed, Pain, PainKind, Since, believe, locate
from unknot.locating.asking import asks
from unknot.locating.naming import name_sources

KNOWLEDGE = load_knowledge()
PATTERNS = KNOWLEDGE.patterns
EXACTLY = 1e-9
PLACES = sorted(KNOWLEDGE.body.places)
ALL = Askable(PATTERNS.pressable, frozenset(PATTERNS.movements))


def pains() -> SearchStrategy[Pain]:
    places = st.lists(st.sampled_from(PLACES), min_size=1, max_size=4, unique=True).map(tuple)
    return st.builds(Pain, places, st.integers(1, 10), st.sampled_from(PainKind), st.sampled_from(Since))


def complaints() -> SearchStrategy[Complaint]:
    one_spot_a_side = sorted(name for name in PATTERNS.pressable if not name.startswith("SUB_"))
    return st.builds(
        Complaint,
        st.dictionaries(st.sampled_from(PLACES), st.integers(0, 10), max_size=len(PLACES)),
        st.dictionaries(st.sampled_from(one_spot_a_side), st.sampled_from(Felt), max_size=4),
        st.lists(pains(), max_size=2).map(tuple),
        st.dictionaries(st.sampled_from(sorted(PATTERNS.movements)), st.sampled_from(Noticed), max_size=4),
        st.dictionaries(st.sampled_from(PLACES), st.sampled_from(Noticed), max_size=4),
    )


@settings(max_examples=25)
@given(complaints())
def test_the_posterior_equals_a_plain_sum_over_all_hypotheses(complaint: Complaint) -> None:
    assert list(believe(complaint, PATTERNS).chances) == pytest.approx(
        brute.posterior(complaint, KNOWLEDGE), abs=EXACTLY
    )


@settings(max_examples=4)
@given(complaints())
def test_what_a_question_tells_equals_a_plain_sum(complaint: Complaint) -> None:
    believed = believe(complaint, PATTERNS)
    named = name_sources(believed, complaint)
    possible = sorted(asks(believed, named, complaint, ALL), key=lambda ask: -ask.information_bits)
    for ask in possible[:3] + possible[-2:]:
        assert ask.information_bits == pytest.approx(brute.information_bits(ask, complaint, KNOWLEDGE), abs=EXACTLY)


def test_everything_painted_equals_a_plain_sum() -> None:
    everything = Complaint(dict.fromkeys(PLACES, 5))
    assert list(believe(everything, PATTERNS).chances) == pytest.approx(
        brute.posterior(everything, KNOWLEDGE), abs=EXACTLY
    )


@given(complaints())
def test_the_chances_sum_to_one(complaint: Complaint) -> None:
    believed = believe(complaint, PATTERNS)
    whole = believed.muscular + sum(believed.others.values()) + believed.nothing_known
    assert (sum(believed.chances), whole) == pytest.approx((1, 1))


@given(complaints())
def test_nothing_forbidden_is_ever_to_be_pressed(complaint: Complaint) -> None:
    finding = locate(complaint, PATTERNS, ALL)
    asked = {finding.next.name} if finding.next is not None and finding.next.point is not None else set()
    assert {*finding.feel_next, *asked} <= PATTERNS.pressable
    assert len(finding.candidates) <= KNOWLEDGE.locating.numbers.candidates_shown


def test_the_fingers_move_the_odds_as_the_fact_sheet_scores() -> None:
    """Clinical 1.2: tender and familiar 6, tender only 1.5, not tender 0.3."""
    odds = {felt: here / elsewhere for felt, (here, elsewhere) in PATTERNS.felt.items()}
    assert odds == pytest.approx({Felt.FAMILIAR: 6.0, Felt.SORE: 1.5, Felt.NOT_TENDER: 0.3}, rel=0.01)


def test_no_movement_moves_the_odds_by_more_than_double() -> None:
    """Clinical 1.5: odds at most times 2 an item."""
    for name, asked in PATTERNS.movements.items():
        for chances in (asked.chance, tuple(1 - chance for chance in asked.chance)):
            base = KNOWLEDGE.locating.numbers.movement_base
            neutral = base if chances is asked.chance else 1 - base
            assert all(0.5 <= chance / neutral <= 2 for chance in chances), name


def test_of_a_spot_felt_on_both_sides_the_more_telling_answer_counts() -> None:
    told = Complaint({"occiput_R": 4}, {"SUB_L": Felt.NOT_TENDER, "SUB_R": Felt.FAMILIAR})
    alone = Complaint({"occiput_R": 4}, {"SUB_R": Felt.FAMILIAR})
    assert believe(told, PATTERNS).chances == believe(alone, PATTERNS).chances
