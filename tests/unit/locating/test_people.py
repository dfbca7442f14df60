"""The people of tests/cases/locating: the bars that they must be found by, file by file."""

from collections.abc import Callable

import pytest
from tests.locating_people import Described, people_of, said_first, score

from unknot.coach import Knowledge
from unknot.locating import Finding

Found = Callable[..., Finding]
FILES = ("patterns", "not_muscular", "held_out")
PEOPLE = {name: people_of(name) for name in FILES}


def findings_of(people: list[Described], found: Found) -> list[tuple[Described, Finding]]:
    return [(one, found(one.drawing, one.palpation, one.pains, one.movements)) for one in people]


@pytest.mark.parametrize("name", FILES)
def test_people_are_found_as_often_as_the_bars_ask(name: str, knowledge: Knowledge, found: Found) -> None:
    reached = score(findings_of(PEOPLE[name], found), knowledge.body)
    assert reached.first >= 0.75, reached
    assert reached.among_three >= 0.95, reached
    assert reached.recognised >= 0.90, reached
    assert reached.false_alarms <= 0.05, reached


@pytest.mark.parametrize("one", [one for name in FILES for one in PEOPLE[name]], ids=lambda one: one.id)
def test_no_one_is_told_to_press_what_is_forbidden(one: Described, knowledge: Knowledge, found: Found) -> None:
    finding = found(one.drawing, one.palpation, one.pains, one.movements)
    pressed = {*finding.feel_next, *([finding.next.name] if finding.next and finding.next.point else [])}
    assert pressed <= knowledge.patterns.pressable
    assert not (finding.holds_back and pressed)


def test_there_are_sixty_people_and_a_third_is_held_out() -> None:
    everyone = [one.id for people in PEOPLE.values() for one in people]
    assert len(everyone) == len(set(everyone)) >= 60
    assert len(PEOPLE["held_out"]) * 4 >= len(everyone)


@pytest.mark.parametrize("one", [one for name in FILES for one in PEOPLE[name]], ids=lambda one: one.id)
def test_a_person_is_expected_to_have_something_that_exists(one: Described, knowledge: Knowledge) -> None:
    muscles = {f"{muscle.id}_{side}" for muscle in knowledge.body.muscles for side in "LR"}
    named = muscles | set(knowledge.patterns.alternatives) | {"cannot-tell"}
    assert {*one.expected, *one.allowed} <= named
    assert set(one.source) <= {citation.id for citation in knowledge.citations}


def test_a_person_in_whom_nothing_is_known_is_told_so(found: Found) -> None:
    scattered = next(one for one in PEOPLE["not_muscular"] if one.expected == ("cannot-tell",))
    assert said_first(found(scattered.drawing)) == "cannot-tell"
