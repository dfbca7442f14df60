"""The loader refuses questions whose "not sure" would be a way around a danger."""

import pytest
from msgspec.structs import replace

from unknot.coach import Knowledge
from unknot.errors import KnowledgeError
from unknot.knowledge.check import check


def with_question(knowledge: Knowledge, id: str, **changes: object) -> Knowledge:
    rules = knowledge.rules
    questions = tuple(replace(one, **changes) if one.id == id else one for one in rules.questions)
    return replace(knowledge, rules=replace(rules, questions=questions))


def refusal(knowledge: Knowledge) -> str:
    with pytest.raises(KnowledgeError) as raised:
        check(knowledge)
    return f"{raised.value.entry} {raised.value.problem}"


def test_a_danger_without_a_clarifying_question_is_refused(knowledge: Knowledge) -> None:
    broken = with_question(knowledge, "head-signs-clearer", clarifies="course")
    assert refusal(broken) == (
        "question 'head-signs' \"not sure\" amounts to new-neurological-signs and nothing makes it clearer."
    )


def test_a_clarifying_question_whose_not_sure_is_milder_is_refused(knowledge: Knowledge) -> None:
    broken = with_question(knowledge, "arm-leg-clearer", unsure_counts_as=("arm-tingling-or-pain",))
    assert (
        refusal(broken) == 'question \'arm-leg-clearer\' "not sure" twice is milder than "not sure" to arm-leg-signs.'
    )


def test_a_clarifying_question_of_a_clarifying_question_is_refused(knowledge: Knowledge) -> None:
    broken = with_question(knowledge, "one-sided-clearer", clarifies="unlike-usual-clearer")
    assert refusal(broken) == "question 'unlike-usual-clearer' clarifies and is clarified."


def test_a_question_that_clarifies_nothing_that_exists_is_refused(knowledge: Knowledge) -> None:
    broken = with_question(knowledge, "one-sided-clearer", clarifies="two-sided")
    assert refusal(broken) == "question 'one-sided-clearer' question 'two-sided' does not exist."
