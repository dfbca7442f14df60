"""Whom to call: by country, and by what the check-in concluded."""

import pytest

from unknot.coach import Knowledge, Line, Purpose, refuse_unknown_country
from unknot.coach.calling import CallingBook
from unknot.errors import InputError
from unknot.screening import Fired, Tier
from unknot.units import Confidence

SELF_HARM = Fired(
    "thoughts-of-self-harm", Tier.EMERGENCY_NOW, Confidence.HIGH, ("self-harm-thoughts",), ("clinical:RF-23",), "RF-23"
)
HEADACHE = Fired(
    "thunderclap-headache", Tier.EMERGENCY_NOW, Confidence.HIGH, ("thunderclap",), ("clinical:RF-02",), "RF-02"
)


@pytest.fixture
def book(knowledge: Knowledge) -> CallingBook:
    return knowledge.calling


@pytest.mark.parametrize(
    ("country", "number", "any_emergency", "advice_line"),
    [
        ("GB", "999", "", "111"),
        ("us", "911", "", ""),
        ("DE", "112", "", "116 117"),
        ("FR", "15", "112", ""),
        ("NO", "113", "112", "116 117"),
        ("AU", "000", "", "1800 022 222"),
        ("NZ", "111", "", "0800 611 116"),
        ("SE", "112", "", "1177"),
        ("CA", "911", "", "811"),
    ],
)
def test_the_numbers_of_a_country(book, country, number, any_emergency, advice_line):
    here = book.numbers_in(country)
    assert (here.number, here.any_emergency, here.advice_line) == (number, any_emergency, advice_line)


@pytest.mark.parametrize("country", ["ZZ", "AQ", "XX", ""])
def test_where_the_country_is_not_known_it_is_what_mobile_phones_understand(book, country):
    assert (book.numbers_in(country).country, book.numbers_in(country).number) == ("ZZ", "112")


def test_there_are_at_least_sixty_countries(book):
    assert len(book.numbers) > 60


def test_one_number_reaches_an_ambulance_in_all_27_countries_of_the_european_union(book):
    members = book.european_union.members
    assert len(set(members)) == 27
    assert all("112" in (one.number, one.any_emergency) for one in map(book.numbers_in, members))


def test_the_unknown_country_has_no_line_that_is_only_good_somewhere(book):
    assert book.numbers_in("ZZ").has_lines is False


def test_no_entry_claims_to_be_surer_than_anyone_is(book):
    """Nobody has checked them: a day on which they were written down, and how sure, stand with each."""
    assert all(one.confidence in Confidence for one in book.numbers)
    assert {one.source for one in book.numbers} == {("decision:0004",)}


@pytest.mark.parametrize("country", ["GB", "AQ", "ZZ"])
def test_a_country_that_exists_may_be_chosen(book, country):
    refuse_unknown_country(book, country)


@pytest.mark.parametrize("country", ["UK", "EU", "XX", "gb", ""])
def test_a_country_that_does_not_exist_is_refused(book, country):
    with pytest.raises(InputError) as refusal:
        refuse_unknown_country(book, country)
    assert (refusal.value.field, refusal.value.message) == ("country", "input-no-such-country")


def test_an_emergency_calls_for_the_emergency_number(book):
    assert book.whom_to_call(Tier.EMERGENCY_NOW, (HEADACHE,), "GB") == (Line(Purpose.EMERGENCY, "999"),)


def test_thoughts_of_self_harm_call_for_the_crisis_line_as_well(book):
    assert book.whom_to_call(Tier.EMERGENCY_NOW, (HEADACHE, SELF_HARM), "GB") == (
        Line(Purpose.EMERGENCY, "999"),
        Line(Purpose.CRISIS, "116 123"),
    )


def test_where_no_crisis_line_is_known_the_emergency_number_stands_alone(book):
    assert book.whom_to_call(Tier.EMERGENCY_NOW, (SELF_HARM,), "ZZ") == (Line(Purpose.EMERGENCY, "112"),)


def test_the_same_day_calls_for_the_advice_line_and_for_the_emergency_number_if_it_gets_worse(book):
    assert book.whom_to_call(Tier.SAME_DAY, (), "GB") == (Line(Purpose.ADVICE, "111"), Line(Purpose.EMERGENCY, "999"))


def test_where_there_is_no_advice_line_it_is_the_persons_own_doctor(book):
    assert book.whom_to_call(Tier.SAME_DAY, (), "US") == (Line(Purpose.ADVICE, ""), Line(Purpose.EMERGENCY, "911"))


@pytest.mark.parametrize("tier", [Tier.WITHIN_DAYS, Tier.ROUTINE, Tier.CLEAR])
def test_what_can_wait_calls_for_nobody(book, tier):
    assert book.whom_to_call(tier, (), "GB") == ()
