"""The answers of the check-in as FHIR knows them, and which of them open a question."""

from collections.abc import Iterator
from typing import Literal

from unknot.screening import NONE_OF_THESE, UNSURE, NumberSign, Question, QuestionKind, RuleBook, Visit
from unknot.sharing.fhir.codes import own
from unknot.sharing.fhir.elements import Coding
from unknot.sharing.fhir.forms import EnableWhen

UNSURE_CODE, NONE_CODE = "answer-unsure", "answer-none"


def unsure_item(question: str) -> str:
    """The item that holds the "not sure" of a question that takes a number."""
    return f"{question}-{UNSURE}"


def answer_code(question: Question | None, answer: str | int) -> Coding:
    """The code of one answer."""
    if isinstance(answer, int):
        return own(f"pain-{answer}")
    if answer == UNSURE:
        return own(UNSURE_CODE)
    if answer == NONE_OF_THESE and (question is None or question.kind is QuestionKind.SEVERAL):
        return own(NONE_CODE)
    return own(f"sign-{answer}")


def openers_of(
    question: Question, asked: tuple[Question, ...], rules: RuleBook, visit: Visit
) -> tuple[EnableWhen, ...]:
    """The answers that open a question, any of them; none when it is asked anyway.

    A sign that no answer of this form asserts (one of earlier sessions) cannot be seen by it: the question is asked.
    """
    if question.clarifies is not None:
        return (_chosen(question.clarifies, own(UNSURE_CODE)),)
    if not question.opened_by or visit in question.unprompted:
        return ()
    found = [tuple(_asserting(sign, asked, rules)) for sign in question.opened_by]
    return tuple(dict.fromkeys(one for openers in found for one in openers)) if all(found) else ()


def _asserting(sign: str, asked: tuple[Question, ...], rules: RuleBook) -> Iterator[EnableWhen]:
    """The answers that assert a sign."""
    reached = {one.question: one for one in rules.number_signs if one.id == sign}
    for one in asked:
        is_number = one.kind is QuestionKind.NUMBER
        if sign in one.options:
            yield _chosen(one.id, answer_code(one, sign))
        if sign in one.unsure_counts_as and one.id not in rules.clarifiers:
            yield _chosen(unsure_item(one.id) if is_number else one.id, own(UNSURE_CODE))
        if one.id in reached:
            yield from _counted(one, reached[one.id]) if is_number else _on_scale(one, reached[one.id])


def _on_scale(question: Question, sign: NumberSign) -> Iterator[EnableWhen]:
    for number in _numbers(question):
        if sign.holds_at(number):
            yield _chosen(question.id, answer_code(question, number))


def _counted(question: Question, sign: NumberSign) -> Iterator[EnableWhen]:
    """A form asks for any of its conditions: between two thresholds, each number is one."""
    if sign.at_least is not None and sign.at_most is not None:
        for number in _numbers(question):
            if sign.holds_at(number):
                yield _number(question.id, "=", number)
    elif sign.at_least is not None:
        yield _number(question.id, ">=", sign.at_least)
    elif sign.at_most is not None:
        yield _number(question.id, "<=", sign.at_most)


def _numbers(question: Question) -> range:
    least, most = question.between or (0, -1)
    return range(least, most + 1)


def _chosen(question: str, answer: Coding) -> EnableWhen:
    return EnableWhen(question=question, operator="=", answer_coding=answer)


def _number(question: str, operator: Literal["=", ">=", "<="], number: int) -> EnableWhen:
    return EnableWhen(question=question, operator=operator, answer_integer=number)
