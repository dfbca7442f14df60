"""The check-in as FHIR Questionnaires, made from the questions: one for a first visit, one for a return."""

from collections.abc import Iterator

from unknot.screening import NONE_OF_THESE, UNSURE, Question, QuestionKind, RuleBook, Visit
from unknot.sharing.fhir.codes import codes, own
from unknot.sharing.fhir.elements import Coding, Expression, Extension
from unknot.sharing.fhir.naming import name_of
from unknot.sharing.fhir.resources import AnswerOption, EnableWhen, Questionnaire, QuestionnaireItem
from unknot.sharing.retelling import PAIN_QUESTION
from unknot.units import Value
from unknot.words import say

WORST = 10
UNSURE_CODE, NONE_CODE = "answer-unsure", "answer-none"
_SCORE = "pain-score"


class _Opener(Value, frozen=True):
    """An answer that opens a question: which question, and the code of the answer."""

    question: str
    code: str


def questionnaire(rules: RuleBook, visit: Visit) -> Questionnaire:
    """The questions of a visit, in order, each enabled by the answers that open it."""
    asked = tuple(question for question in rules.questions if visit in question.visits)
    return Questionnaire(
        id=name_of("questionnaire", visit),
        url=url_of(visit),
        version=rules.version,
        name=f"UnknotCheckIn{visit.capitalize()}",
        title=say(f"fhir-check-in-{visit}"),
        subject_type=("Patient",),
        status="draft",
        description=say("fhir-check-in-about"),
        item=(*(_item(one, asked, rules, visit) for one in asked), *_scored(asked)),
    )


def url_of(visit: Visit) -> str:
    """The name of the questionnaire of a visit."""
    systems = codes().systems
    return systems.first_visit if visit is Visit.FIRST else systems.return_visit


def canonical(visit: Visit, version: str) -> str:
    """The name of the questionnaire of a visit under one version of the rules."""
    return f"{url_of(visit)}|{version}"


def answer_code(question: Question | None, answer: str | int) -> Coding:
    """The code of one answer."""
    if isinstance(answer, int):
        return own(f"pain-{answer}")
    if answer == UNSURE:
        return own(UNSURE_CODE)
    if answer == NONE_OF_THESE and (question is None or question.kind is QuestionKind.SEVERAL):
        return own(NONE_CODE)
    return own(f"sign-{answer}")


def _item(question: Question, asked: tuple[Question, ...], rules: RuleBook, visit: Visit) -> QuestionnaireItem:
    openers = _openers(question, asked, rules, visit)
    return QuestionnaireItem(
        link_id=question.id,
        text=say(f"question-{question.id}"),
        type="choice",
        code=(own(f"question-{question.id}"),),
        enable_when=tuple(
            EnableWhen(question=one.question, operator="=", answer_coding=own(one.code)) for one in openers
        ),
        enable_behavior="any" if openers else None,
        required=True,
        repeats=True if question.kind is QuestionKind.SEVERAL else None,
        answer_option=tuple(_options(question)),
    )


def _options(question: Question) -> Iterator[AnswerOption]:
    extensions = codes().extensions
    if question.kind is QuestionKind.SCALE:
        for pain in range(WORST + 1):
            ordinal = Extension(url=extensions.ordinal, value_decimal=pain)
            yield AnswerOption(value_coding=own(f"pain-{pain}"), extension=(ordinal,))
    for option in question.options:
        yield AnswerOption(value_coding=own(f"sign-{option}"))
    alone = (Extension(url=extensions.exclusive, value_boolean=True),) if question.kind is QuestionKind.SEVERAL else ()
    if question.kind is QuestionKind.SEVERAL:
        yield AnswerOption(value_coding=own(NONE_CODE), extension=alone)
    yield AnswerOption(value_coding=own(UNSURE_CODE), extension=alone)


def _openers(question: Question, asked: tuple[Question, ...], rules: RuleBook, visit: Visit) -> tuple[_Opener, ...]:
    """The answers that open a question; none when it is asked anyway.

    A sign that no answer of this form asserts (one of earlier sessions) cannot be seen by it: the question is asked.
    """
    if not question.opened_by or visit in question.unprompted:
        return ()
    found: dict[str, list[_Opener]] = {sign: list(_asserting(sign, asked, rules)) for sign in question.opened_by}
    if not all(found.values()):
        return ()
    return tuple(dict.fromkeys(one for openers in found.values() for one in openers))


def _asserting(sign: str, asked: tuple[Question, ...], rules: RuleBook) -> Iterator[_Opener]:
    for one in asked:
        if sign in one.options:
            yield _Opener(one.id, f"sign-{sign}")
        if sign in one.unsure_counts_as:
            yield _Opener(one.id, UNSURE_CODE)
        if one.kind is QuestionKind.SCALE:
            for pain in range(WORST + 1):
                if sign in rules.scale_signs_at(one.id, pain):
                    yield _Opener(one.id, f"pain-{pain}")


def _scored(asked: tuple[Question, ...]) -> Iterator[QuestionnaireItem]:
    """The pain as a number, computed by the form from the answer that was chosen."""
    if PAIN_QUESTION in {question.id for question in asked}:
        expression = f"%resource.item.where(linkId='{PAIN_QUESTION}').answer.value.weight()"
        told = Expression(language="text/fhirpath", expression=expression)
        yield QuestionnaireItem(
            link_id=_SCORE,
            text=say("fhir-pain-score"),
            type="decimal",
            extension=(Extension(url=codes().extensions.calculated, value_expression=told),),
            read_only=True,
        )
