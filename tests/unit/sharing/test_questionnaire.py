"""The questionnaires ask what the check-in asks."""

import pytest

from unknot.coach import Knowledge
from unknot.screening import QuestionKind, Visit
from unknot.sharing.fhir import questionnaire
from unknot.sharing.fhir.forms import EnableWhen, Questionnaire, QuestionnaireItem


@pytest.fixture(params=list(Visit))
def visit(request: pytest.FixtureRequest) -> Visit:
    made: Visit = request.param
    return made


@pytest.fixture
def form(knowledge: Knowledge, visit: Visit) -> Questionnaire:
    return questionnaire(knowledge.rules, visit)


def item(form: Questionnaire, id: str) -> QuestionnaireItem:
    return next(one for one in form.item if one.link_id == id)


def test_every_question_of_the_visit_is_asked_in_order(form: Questionnaire, visit: Visit, knowledge: Knowledge) -> None:
    asked = [question.id for question in knowledge.rules.questions if visit in question.visits]
    asked.insert(asked.index("age") + 1, "age-unsure")
    assert [one.link_id for one in form.item] == [*asked, "pain-score"]


def test_every_option_is_offered_and_not_sure_is_always_the_last(form: Questionnaire, knowledge: Knowledge) -> None:
    for question in knowledge.rules.questions:
        found = [one for each in form.item if each.link_id == question.id for one in each.answer_option]
        offered = [one.value_coding.code for one in found]
        if offered and question.kind is not QuestionKind.SCALE:
            signs = [code.removeprefix("sign-") for code in offered if code.startswith("sign-")]
            assert signs == list(question.options)
        assert offered[-1:] in ([], ["answer-unsure"])


def test_a_question_is_opened_only_by_answers_that_the_same_form_offers(form: Questionnaire) -> None:
    offered = {(one.link_id, option.value_coding.code) for one in form.item for option in one.answer_option}
    whens = [when for one in form.item for when in one.enable_when]
    chosen = {(when.question, when.answer_coding.code) for when in whens if when.answer_coding is not None}
    assert chosen
    assert chosen <= offered
    assert {when.question for when in whens if when.answer_coding is None} == {"age"}


def test_a_pain_of_five_opens_what_a_pain_of_four_does_not(knowledge: Knowledge) -> None:
    opens = item(questionnaire(knowledge.rules, Visit.FIRST), "pain-control").enable_when
    codes = {when.answer_coding.code for when in opens if when.answer_coding is not None}
    assert codes == {"answer-unsure", *(f"pain-{pain}" for pain in range(5, 11))}


def test_what_earlier_sessions_would_open_is_always_asked(knowledge: Knowledge) -> None:
    """A form cannot see them, and silence is never safety."""
    history = {sign.id for sign in knowledge.rules.history_signs}
    unseen = {q.id for q in knowledge.rules.questions if history & set(q.opened_by)}
    assert unseen
    for visit in Visit:
        form = questionnaire(knowledge.rules, visit)
        assert {one.link_id for one in form.item if one.link_id in unseen and one.enable_when} == set()


def test_an_age_is_a_number_between_its_ends_or_not_sure(knowledge: Knowledge) -> None:
    form = questionnaire(knowledge.rules, Visit.FIRST)
    age, unsure = item(form, "age"), item(form, "age-unsure")
    assert (age.type, [each.value_integer for each in age.extension], age.required) == ("integer", [0, 120], None)
    assert [option.value_coding.code for option in unsure.answer_option] == ["answer-unsure"]
    assert [(when.question, when.operator, when.answer_boolean) for when in unsure.enable_when] == [
        ("age", "exists", False)
    ]
    assert unsure.required


def test_an_age_opens_what_its_signs_open_and_no_other_age_does(knowledge: Knowledge) -> None:
    form = questionnaire(knowledge.rules, Visit.FIRST)
    told = [(when.operator, when.answer_integer) for when in item(form, "adult-with-you").enable_when]
    assert told == [("=", 16), ("=", 17)]
    told = [(when.operator, when.answer_integer) for when in item(form, "sex-at-birth").enable_when]
    assert told == [("=", age) for age in range(16, 60)]


def test_not_sure_opens_the_question_that_makes_it_clearer_and_nothing_else(knowledge: Knowledge) -> None:
    clarifiers = knowledge.rules.clarifiers
    assert clarifiers
    form = questionnaire(knowledge.rules, Visit.FIRST)
    for unsure, clearer in clarifiers.items():
        opened = [one.link_id for one in form.item for when in one.enable_when if _is_unsure_of(when, unsure)]
        assert opened == [clearer.id]


def _is_unsure_of(when: EnableWhen, question: str) -> bool:
    return when.question == question and when.answer_coding is not None and when.answer_coding.code == "answer-unsure"


def test_none_of_these_and_not_sure_stand_alone(form: Questionnaire) -> None:
    for one in form.item:
        if one.repeats:
            alone = [option.value_coding.code for option in one.answer_option if option.extension]
            assert alone == ["answer-none", "answer-unsure"]


def test_each_number_of_the_pain_scale_carries_its_weight(form: Questionnaire) -> None:
    options = item(form, "pain-now").answer_option[:-1]
    assert [option.extension[0].value_decimal for option in options] == list(range(11))
