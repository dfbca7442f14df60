"""How long a check-in is: answers, one after the other, as it asks them."""

from datetime import datetime

import pytest

from unknot.coach import Knowledge
from unknot.screening import Answers, Cleared, NeedsAnswers, Visit, screen

_KEPT = ("age", "sex-at-birth", "pregnancy", "health", "course")


def answers_needed(
    answers: Answers,
    knowledge: Knowledge,
    now: datetime,
    visit: Visit,
    kept: Answers,
    history: frozenset[str] = frozenset(),
) -> int:
    """How many questions are answered until the person is cleared."""
    given = dict(kept)
    asked = 0
    while isinstance(verdict := screen(given, knowledge.rules, now, visit, history), NeedsAnswers):
        given[verdict.missing[0]] = answers[verdict.missing[0]]
        asked += 1
    assert isinstance(verdict, Cleared)
    return asked


@pytest.mark.parametrize(("sex", "most"), [("male-at-birth", 8), ("female-at-birth", 9)])
def test_a_first_visit_of_a_healthy_person_with_a_fair_ache_takes_at_most_9_answers(
    sex: str, most: int, knowledge: Knowledge, calm: Answers, now: datetime
) -> None:
    answers: Answers = {**calm, "sex-at-birth": sex, "pain-now": 6}
    assert answers_needed(answers, knowledge, now, Visit.FIRST, {}) == most


@pytest.mark.parametrize(
    ("history", "most"),
    [
        (frozenset(), 4),
        (frozenset({"tool-near-neck-lately", "pressed-lately"}), 5),
    ],
)
def test_a_return_visit_takes_at_most_5_answers(
    history: frozenset[str], most: int, knowledge: Knowledge, returning: Answers, calm: Answers, now: datetime
) -> None:
    kept = {id: answer for id, answer in calm.items() if id in _KEPT}
    answers: Answers = {**calm, **returning, "pain-now": 6}
    assert answers_needed(answers, knowledge, now, Visit.RETURN, kept, history) == most
