"""The people of tests/cases/*.toml, and what screening says to each of them."""

import pytest
from tests.people import CASES, Person, read_people, verdict_on

from unknot.anatomy import Area
from unknot.coach import Knowledge
from unknot.screening import Cleared, Grade, Limits, Modality, NeedsAnswers, Stopped, Tier

PEOPLE = [person for file in sorted(CASES.glob("*.toml")) for person in read_people(file)]
WITH_LIMITS = [person for person in PEOPLE if person.closed is not None]


def by_id(person: Person) -> str:
    return person.id


def in_no_area(limits: Limits, modality: Modality) -> bool:
    return all(limits.grade(modality, area) in (Grade.ASK, Grade.NO) for area in Area)


@pytest.mark.parametrize("person", PEOPLE, ids=by_id)
def test_a_person_gets_the_verdict_of_their_case(person: Person, knowledge: Knowledge) -> None:
    verdict = verdict_on(person, knowledge.rules)
    assert not isinstance(verdict, NeedsAnswers), f"{person.id} leaves {verdict.missing} unanswered"
    kind = "stopped" if isinstance(verdict, Stopped) else "cleared"
    fired = tuple(sorted(one.rule for one in verdict.fired))
    assert (kind, verdict.tier, fired) == (person.verdict, person.tier, person.rules), person.about


@pytest.mark.parametrize("person", WITH_LIMITS, ids=by_id)
def test_a_condition_closes_its_columns_and_no_others(person: Person, knowledge: Knowledge) -> None:
    verdict = verdict_on(person, knowledge.rules)
    assert isinstance(verdict, Cleared)
    limits = verdict.limits
    closed = tuple(one for one in Modality if in_no_area(limits, one))
    at_neck = tuple(
        one for one in Modality if one not in closed and limits.grade(one, Area.NECK) in (Grade.ASK, Grade.NO)
    )
    light = tuple(
        one
        for one in Modality
        if one not in closed and Grade.LIM in {limits.grade(one, area) for area in Area if area is not Area.NECK}
    )
    assert (closed, at_neck, light) == (person.closed, person.closed_at_neck, person.light), person.about


@pytest.mark.parametrize("person", [one for one in PEOPLE if one.fires], ids=by_id)
def test_a_case_that_is_written_for_a_rule_fires_it(person: Person) -> None:
    assert person.fires in person.rules


@pytest.mark.parametrize("person", [one for one in PEOPLE if one.nearest_to], ids=by_id)
def test_a_nearest_case_does_not_fire_its_rule(person: Person) -> None:
    assert person.nearest_to not in person.rules


def test_every_rule_has_a_case_that_fires_it_and_a_nearest_one(knowledge: Knowledge) -> None:
    rules = sorted(rule.id for rule in knowledge.rules.rules)
    assert sorted({one.fires for one in PEOPLE if one.fires}) == rules
    assert sorted({one.nearest_to for one in PEOPLE if one.nearest_to}) == rules


def test_every_condition_has_a_case(knowledge: Knowledge) -> None:
    conditions = sorted(row.id for row in knowledge.rules.conditions)
    assert sorted({one.condition for one in PEOPLE if one.condition}) == conditions


def test_no_two_cases_have_one_id() -> None:
    assert len({one.id for one in PEOPLE}) == len(PEOPLE)


def test_the_ordinary_are_never_sent_to_a_doctor() -> None:
    ordinary = read_people(CASES / "ordinary.toml")
    assert {(one.verdict, one.tier) for one in ordinary} == {("cleared", Tier.CLEAR)}
