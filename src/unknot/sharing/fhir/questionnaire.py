"""The check-in as FHIR Questionnaires, made from the questions: one for a first visit, one for a return.

A number that is no scale is an item of its own kind, which cannot hold "not sure"; so another item follows it that is
open as long as no number is given.
"""

from collections.abc import Iterator

from unknot.screening import Question, QuestionKind, RuleBook, Visit
from unknot.sharing.fhir.answering import NONE_CODE, UNSURE_CODE, answer_code, openers_of, unsure_item
from unknot.sharing.fhir.codes import codes, own
from unknot.sharing.fhir.elements import Expression, Extension
from unknot.sharing.fhir.forms import AnswerOption, EnableWhen, Questionnaire, QuestionnaireItem
from unknot.sharing.fhir.naming import name_of
from unknot.sharing.readings import PAIN_QUESTION
from unknot.words import say

_SCORE = "pain-score"


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
        item=(*(item for one in asked for item in _items(one, asked, rules, visit)), *_scored(asked)),
    )


def url_of(visit: Visit) -> str:
    """The name of the questionnaire of a visit."""
    systems = codes().systems
    return systems.first_visit if visit is Visit.FIRST else systems.return_visit


def canonical(visit: Visit, version: str) -> str:
    """The name of the questionnaire of a visit under one version of the rules."""
    return f"{url_of(visit)}|{version}"


def _items(
    question: Question, asked: tuple[Question, ...], rules: RuleBook, visit: Visit
) -> Iterator[QuestionnaireItem]:
    opened = openers_of(question, asked, rules, visit)
    if question.kind is not QuestionKind.NUMBER:
        yield QuestionnaireItem(
            link_id=question.id,
            text=say(f"question-{question.id}"),
            type="choice",
            code=(own(f"question-{question.id}"),),
            enable_when=opened,
            enable_behavior="any" if opened else None,
            required=True,
            repeats=True if question.kind is QuestionKind.SEVERAL else None,
            answer_option=tuple(_options(question)),
        )
        return
    yield QuestionnaireItem(
        link_id=question.id,
        text=say(f"question-{question.id}"),
        type="integer",
        code=(own(f"question-{question.id}"),),
        enable_when=opened,
        enable_behavior="any" if opened else None,
        extension=_between(question),
    )
    yield QuestionnaireItem(
        link_id=unsure_item(question.id),
        text=say(f"question-{question.id}"),
        type="choice",
        enable_when=(EnableWhen(question=question.id, operator="exists", answer_boolean=False),),
        required=True,
        answer_option=(AnswerOption(value_coding=own(UNSURE_CODE)),),
    )


def _between(question: Question) -> tuple[Extension, ...]:
    names = (codes().extensions.least, codes().extensions.most)
    return tuple(Extension(url=url, value_integer=end) for url, end in zip(names, question.between or (), strict=False))


def _options(question: Question) -> Iterator[AnswerOption]:
    extensions = codes().extensions
    if question.between is not None:
        least, most = question.between
        for number in range(least, most + 1):
            ordinal = Extension(url=extensions.ordinal, value_decimal=number)
            yield AnswerOption(value_coding=answer_code(question, number), extension=(ordinal,))
    for option in question.options:
        yield AnswerOption(value_coding=answer_code(question, option))
    alone = (Extension(url=extensions.exclusive, value_boolean=True),) if question.kind is QuestionKind.SEVERAL else ()
    if question.kind is QuestionKind.SEVERAL:
        yield AnswerOption(value_coding=own(NONE_CODE), extension=alone)
    yield AnswerOption(value_coding=own(UNSURE_CODE), extension=alone)


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
