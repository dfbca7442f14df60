"""What "not sure" comes to: one more question where it would be a danger, and then a yes."""

from datetime import datetime

import pytest

from unknot.coach import Knowledge
from unknot.knowledge import load_knowledge
from unknot.screening import (
    UNSURE,
    Answer,
    Answers,
    Cleared,
    NeedsAnswers,
    Question,
    QuestionKind,
    Stopped,
    Tier,
    Visit,
    screen,
    signs_of,
)

RULES = load_knowledge().rules
CLARIFIED = sorted(RULES.clarifiers)
URGENT = (Tier.SAME_DAY, Tier.EMERGENCY_NOW)


def first_fired(verdict: Stopped | Cleared | NeedsAnswers) -> str:
    assert not isinstance(verdict, NeedsAnswers)
    return verdict.fired[0].rule


@pytest.mark.parametrize("question", RULES.questions, ids=lambda q: q.id)
def test_not_sure_asserts_the_signs_that_its_question_names_unless_it_can_be_made_clearer(
    question: Question, knowledge: Knowledge
) -> None:
    expected = frozenset() if question.id in CLARIFIED else frozenset(question.unsure_counts_as)
    assert signs_of({question.id: UNSURE}, knowledge.rules) == expected


@pytest.mark.parametrize("question", CLARIFIED)
def test_not_sure_of_a_danger_asks_one_clarifying_question(
    question: str, knowledge: Knowledge, calm: Answers, now: datetime
) -> None:
    clarifier = knowledge.rules.clarifiers[question].id
    del calm[clarifier]
    verdict = screen({**calm, question: UNSURE}, knowledge.rules, now)
    assert verdict == NeedsAnswers((clarifier,), knowledge.rules.version)


TWICE_UNSURE = {
    "head-signs": (Tier.EMERGENCY_NOW, "new-neurological-signs"),
    "chest-throat-signs": (Tier.EMERGENCY_NOW, "heart-signs"),
    "arm-leg-signs": (Tier.EMERGENCY_NOW, "cord-signs"),
    "illness-signs": (Tier.EMERGENCY_NOW, "fever-with-stiff-neck"),
    "before-it-began": (Tier.ROUTINE, "accident-lately"),
    "neck-movement": (Tier.SAME_DAY, "neck-cannot-be-moved"),
    "temple-and-jaw": (Tier.SAME_DAY, "new-headache-after-50"),
    "headaches": (Tier.SAME_DAY, "headache-of-another-kind"),
    "pregnancy-signs": (Tier.EMERGENCY_NOW, "pregnancy-danger-signs"),
    "pain-control": (Tier.SAME_DAY, "severe-pain"),
    "after-tool": (Tier.EMERGENCY_NOW, "neurological-signs-after-a-tool"),
    "neck-feels-loose": (Tier.SAME_DAY, "unstable-neck-signs"),
    "after-stop": (Tier.WITHIN_DAYS, "numbness-came-back"),
    "unlike-usual": (Tier.WITHIN_DAYS, "new-and-unlike-any"),
}
BESIDE = {"temple-and-jaw": {"age": 70}}


@pytest.mark.parametrize("question", TWICE_UNSURE)
def test_who_stays_unsure_is_treated_as_having_said_yes(
    question: str, knowledge: Knowledge, calm: Answers, now: datetime
) -> None:
    clarifier = knowledge.rules.clarifiers[question].id
    answers: Answers = {**calm, **BESIDE.get(question, {}), question: UNSURE, clarifier: UNSURE}
    verdict = screen(answers, knowledge.rules, now)
    assert not isinstance(verdict, NeedsAnswers)
    assert (verdict.tier, first_fired(verdict)) == TWICE_UNSURE[question]


@pytest.mark.parametrize("question", CLARIFIED)
def test_a_clarifying_question_has_a_reassuring_answer(question: str, knowledge: Knowledge) -> None:
    """Else it would only be a second way to say yes."""
    rules, clarifier = knowledge.rules, knowledge.rules.clarifiers[question]
    mildest = (
        0
        if clarifier.kind is QuestionKind.SEVERAL
        else min(rules.worst_of(frozenset({option})) for option in clarifier.options)
    )
    assert mildest < Tier.SAME_DAY.severity


def test_a_clarifying_question_is_not_asked_of_who_was_sure(knowledge: Knowledge, now: datetime) -> None:
    clarifiers = {one.id for one in knowledge.rules.clarifiers.values()}
    asked = screen({}, knowledge.rules, now)
    assert isinstance(asked, NeedsAnswers)
    assert clarifiers.isdisjoint(asked.missing)


@pytest.mark.parametrize("question", RULES.questions, ids=lambda q: q.id)
def test_not_sure_is_never_milder_than_the_mildest_answer(
    question: Question, knowledge: Knowledge, calm: Answers, now: datetime
) -> None:
    """Over every question: "not sure" fires at least what the most reassuring answer fires."""
    rules = knowledge.rules

    def severity(answer: Answer) -> int:
        return rules.worst_of(signs_of({**calm, question.id: answer}, rules))

    between = question.between or (0, -1)
    answers: list[Answer] = [*question.options, *range(between[0], between[1] + 1)]
    mildest = 0 if question.kind is QuestionKind.SEVERAL else min(severity(answer) for answer in answers)
    assert severity(UNSURE) >= mildest


@pytest.mark.parametrize(
    ("stop", "rule"),
    [
        ("stopped-for-neuro", "neurological-stop-not-looked-at"),
        ("stopped-for-heart", "heart-stop-not-looked-at"),
    ],
)
def test_not_sure_whether_a_dangerous_stop_was_looked_at_stops(
    stop: str, rule: str, knowledge: Knowledge, returning: Answers, now: datetime
) -> None:
    answers: Answers = {**returning, "stop-seen": UNSURE, "stop-seen-clearer": UNSURE}
    verdict = screen(answers, knowledge.rules, now, Visit.RETURN, frozenset({stop}))
    assert isinstance(verdict, Stopped)
    assert first_fired(verdict) == rule


@pytest.mark.parametrize("question", ["course", "vessels"])
def test_not_sure_of_what_is_slow_refuses_pressure(
    question: str, knowledge: Knowledge, calm: Answers, now: datetime
) -> None:
    answers: Answers = {**calm, question: UNSURE, "clinician-agreed": UNSURE}
    verdict = screen(answers, knowledge.rules, now)
    assert isinstance(verdict, Cleared)
    assert (verdict.tier, verdict.limits.pressure_allowed) == (Tier.WITHIN_DAYS, False)


def test_not_sure_how_strong_the_pain_is_asks_how_it_is_controlled(
    knowledge: Knowledge, calm: Answers, now: datetime
) -> None:
    del calm["pain-control"]
    verdict = screen({**calm, "pain-now": UNSURE}, knowledge.rules, now)
    assert verdict == NeedsAnswers(("pain-control",), knowledge.rules.version)


def test_not_sure_of_the_skin_closes_pressing(knowledge: Knowledge, calm: Answers, now: datetime) -> None:
    verdict = screen({**calm, "skin": UNSURE}, knowledge.rules, now)
    assert isinstance(verdict, Cleared)
    assert {one.condition for one in verdict.limits.restrictions} == {"skin-problem"}
