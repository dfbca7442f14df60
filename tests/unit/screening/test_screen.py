from collections.abc import Callable
from datetime import datetime

import pytest
from msgspec import ValidationError, convert
from msgspec.structs import replace

from unknot.coach import Knowledge
from unknot.errors import InputError
from unknot.knowledge import load_knowledge
from unknot.screening import (
    NONE_OF_THESE,
    UNSURE,
    Answer,
    Answers,
    Bars,
    Cleared,
    Fired,
    Limits,
    NeedsAnswers,
    QuestionKind,
    Stopped,
    Tier,
    Visit,
    screen,
    signs_of,
)

QUESTIONS = load_knowledge().rules.questions
Answering = Callable[..., Answers]


def fired(verdict: Stopped | Cleared | NeedsAnswers) -> tuple[str, ...]:
    assert not isinstance(verdict, NeedsAnswers)
    return tuple(one.rule for one in verdict.fired)


def test_a_healthy_person_is_cleared_without_limits(knowledge: Knowledge, healthy: Answers, now: datetime) -> None:
    rules = knowledge.rules
    assert screen(healthy, rules, now) == Cleared(now, Tier.CLEAR, (), Limits(True), rules.version, rules.valid_min)


def test_fever_with_stiff_neck_stops_the_session(knowledge: Knowledge, answering: Answering, now: datetime) -> None:
    answers = answering(illness_signs=("fever", "severe-neck-stiffness"))
    meningitis = Fired(
        "fever-with-stiff-neck",
        Tier.EMERGENCY_NOW,
        ("fever", "severe-neck-stiffness"),
        ("clinical:RF-01", "clinical:U138", "protocol:R3"),
        "RF-01",
    )
    ill = Fired("ill-today", Tier.WITHIN_DAYS, ("fever",), ("clinical:2.4", "protocol:S3"), "RF-11")
    verdict = screen(answers, knowledge.rules, now)
    assert verdict == Stopped(Tier.EMERGENCY_NOW, (meningitis, ill), knowledge.rules.version)


def test_a_danger_stops_before_anything_more_is_asked(knowledge: Knowledge, now: datetime) -> None:
    verdict = screen({"head-signs": ("thunderclap",)}, knowledge.rules, now)
    assert isinstance(verdict, Stopped)
    assert (verdict.tier, fired(verdict)) == (Tier.EMERGENCY_NOW, ("thunderclap-headache",))


def test_without_an_answer_everything_that_is_due_is_still_asked(knowledge: Knowledge, now: datetime) -> None:
    due = tuple(q.id for q in knowledge.rules.questions if q.is_due(Visit.FIRST, frozenset()))
    assert screen({}, knowledge.rules, now) == NeedsAnswers(due, knowledge.rules.version)


@pytest.mark.parametrize("visit", Visit)
def test_every_question_can_become_due(visit: Visit, knowledge: Knowledge) -> None:
    """Some sign opens it on each visit on which it is asked at all."""
    never = [
        q.id for q in knowledge.rules.questions if visit in q.visits and not q.is_due(visit, knowledge.rules.signs)
    ]
    assert never == []


@pytest.mark.parametrize("question", [q for q in QUESTIONS if Visit.FIRST in q.visits], ids=lambda q: q.id)
def test_silence_is_never_a_no(question: object, knowledge: Knowledge, healthy: Answers, now: datetime) -> None:
    """Whatever opened it: while a question that is due has no answer, nobody is cleared."""
    asked = next(q for q in knowledge.rules.questions if q is question or q == question)
    silent: Answers = {id: answer for id, answer in healthy.items() if id != asked.id}
    for opener in asked.opened_by or ("",):
        verdict = screen(silent, knowledge.rules, now, Visit.FIRST, frozenset({opener} - {""}))
        assert not isinstance(verdict, Cleared)
        if isinstance(verdict, NeedsAnswers):
            assert asked.id in verdict.missing


@pytest.mark.parametrize("question", [q for q in QUESTIONS if Visit.RETURN in q.visits], ids=lambda q: q.id)
def test_silence_is_never_a_no_on_a_return_visit(
    question: object, knowledge: Knowledge, returning: Answers, now: datetime
) -> None:
    asked = next(q for q in knowledge.rules.questions if q == question)
    silent: Answers = {id: answer for id, answer in returning.items() if id != asked.id}
    for opener in asked.opened_by or ("",):
        verdict = screen(silent, knowledge.rules, now, Visit.RETURN, frozenset({opener} - {""}))
        assert not isinstance(verdict, Cleared)
        if isinstance(verdict, NeedsAnswers):
            assert asked.id in verdict.missing


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.id)
def test_not_sure_asserts_the_signs_that_its_question_names(question: object, knowledge: Knowledge) -> None:
    asked = next(q for q in knowledge.rules.questions if q == question)
    assert signs_of({asked.id: UNSURE}, knowledge.rules) == frozenset(asked.unsure_counts_as)


UNSURE_STOPS = {
    "adult-with-you": (Tier.ROUTINE, "young-without-an-adult"),
    "head-signs": (Tier.EMERGENCY_NOW, "new-neurological-signs"),
    "chest-throat-signs": (Tier.EMERGENCY_NOW, "heart-signs"),
    "arm-leg-signs": (Tier.EMERGENCY_NOW, "cord-signs"),
    "illness-signs": (Tier.EMERGENCY_NOW, "fever-with-stiff-neck"),
    "neck-movement": (Tier.SAME_DAY, "neck-cannot-be-moved"),
    "temple-and-jaw": (Tier.SAME_DAY, "headache-of-another-kind"),
    "headaches": (Tier.SAME_DAY, "headache-of-another-kind"),
    "pregnancy-signs": (Tier.EMERGENCY_NOW, "pregnancy-danger-signs"),
    "pain-control": (Tier.SAME_DAY, "severe-pain"),
    "after-tool": (Tier.EMERGENCY_NOW, "neurological-signs-after-a-tool"),
    "neck-feels-loose": (Tier.SAME_DAY, "unstable-neck-signs"),
}


@pytest.mark.parametrize("question", UNSURE_STOPS)
def test_not_sure_of_a_danger_stops(question: str, knowledge: Knowledge, healthy: Answers, now: datetime) -> None:
    verdict = screen({**healthy, question: UNSURE}, knowledge.rules, now)
    assert isinstance(verdict, Stopped)
    assert (verdict.tier, fired(verdict)[0]) == UNSURE_STOPS[question]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.id)
def test_not_sure_is_never_milder_than_the_mildest_answer(
    question: object, knowledge: Knowledge, healthy: Answers, now: datetime
) -> None:
    """Over every question: "not sure" fires at least what the most reassuring answer fires."""
    asked = next(q for q in knowledge.rules.questions if q == question)
    rules = knowledge.rules

    def severity(answer: Answer) -> int:
        found = rules.fired_by(signs_of({**healthy, asked.id: answer}, rules))
        return max((one.tier.severity for one in found), default=0)

    answers: list[Answer] = list(asked.options) or list(range(11))
    mildest = 0 if asked.kind is QuestionKind.SEVERAL else min(severity(answer) for answer in answers)
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
    answers: Answers = {**returning, "stop-seen": UNSURE}
    verdict = screen(answers, knowledge.rules, now, Visit.RETURN, frozenset({stop}))
    assert isinstance(verdict, Stopped)
    assert fired(verdict) == (rule,)


@pytest.mark.parametrize("question", ["course", "vessels"])
def test_not_sure_of_what_is_slow_refuses_pressure(
    question: str, knowledge: Knowledge, healthy: Answers, now: datetime
) -> None:
    answers: Answers = {**healthy, "headaches": "none", question: UNSURE}
    verdict = screen(answers, knowledge.rules, now)
    assert isinstance(verdict, Cleared)
    assert (verdict.tier, verdict.limits.pressure_allowed) == (Tier.WITHIN_DAYS, False)


def test_not_sure_of_an_accident_asks_what_kind_it_was(
    knowledge: Knowledge, answering: Answering, now: datetime
) -> None:
    verdict = screen(answering(before_it_began=UNSURE), knowledge.rules, now)
    assert verdict == NeedsAnswers(("accident-danger", "accident-low-risk"), knowledge.rules.version)


def test_not_sure_of_a_new_kind_of_pain_asks_where_it_is(
    knowledge: Knowledge, answering: Answering, now: datetime
) -> None:
    verdict = screen(answering(unlike_usual=UNSURE), knowledge.rules, now)
    assert verdict == NeedsAnswers(("one-sided",), knowledge.rules.version)


def test_not_sure_how_strong_the_pain_is_asks_how_it_is_controlled(
    knowledge: Knowledge, answering: Answering, now: datetime
) -> None:
    verdict = screen(answering(pain_now=UNSURE), knowledge.rules, now)
    assert verdict == NeedsAnswers(("pain-control",), knowledge.rules.version)


def test_not_sure_of_the_skin_closes_pressing(knowledge: Knowledge, answering: Answering, now: datetime) -> None:
    verdict = screen(answering(skin=UNSURE), knowledge.rules, now)
    assert isinstance(verdict, Cleared)
    assert {one.condition for one in verdict.limits.restrictions} == {"skin-problem"}


def test_within_days_clears_with_pressure_refused(knowledge: Knowledge, answering: Answering, now: datetime) -> None:
    verdict = screen(answering(arm_leg_signs=("arm-tingling-or-pain",)), knowledge.rules, now)
    assert isinstance(verdict, Cleared)
    assert (verdict.tier, fired(verdict), verdict.limits) == (Tier.WITHIN_DAYS, ("arm-numbness",), Limits(False))


def test_routine_clears_with_pressure(knowledge: Knowledge, answering: Answering, now: datetime) -> None:
    answers = answering(course=("headaches-keep-coming",), headaches=("headache-15-days-a-month",))
    verdict = screen(answers, knowledge.rules, now)
    assert isinstance(verdict, Cleared)
    assert (verdict.tier, fired(verdict), verdict.limits) == (Tier.ROUTINE, ("headaches-that-stay",), Limits(True))


def test_a_rule_that_bars_at_once_stops_before_the_rest_is_asked(knowledge: Knowledge, now: datetime) -> None:
    verdict = screen({"age": "aged-under-16"}, knowledge.rules, now)
    assert isinstance(verdict, Stopped)
    assert (verdict.tier, fired(verdict)) == (Tier.ROUTINE, ("under-16",))


def test_a_rule_that_bars_at_the_end_lets_the_rest_be_asked_first(knowledge: Knowledge, now: datetime) -> None:
    verdict = screen({"illness-signs": ("fever",)}, knowledge.rules, now)
    assert isinstance(verdict, NeedsAnswers)
    assert verdict.missing[:2] == ("age", "head-signs")


def test_a_rule_that_bars_at_the_end_stops_when_all_is_answered(
    knowledge: Knowledge, answering: Answering, now: datetime
) -> None:
    verdict = screen(answering(illness_signs=("fever",)), knowledge.rules, now)
    assert isinstance(verdict, Stopped)
    assert (verdict.tier, fired(verdict)) == (Tier.WITHIN_DAYS, ("ill-today",))


def test_the_rules_that_bar_are_those_whose_entries_say_so(knowledge: Knowledge) -> None:
    barring = {rule.id: rule.bars_plan for rule in knowledge.rules.rules if rule.bars_plan is not Bars.NO}
    assert barring == {
        "accident-lately": Bars.AT_END,
        "ill-today": Bars.AT_END,
        "under-16": Bars.AT_ONCE,
        "young-without-an-adult": Bars.AT_END,
    }


def test_the_highest_tier_wins_and_nothing_cancels(knowledge: Knowledge, answering: Answering, now: datetime) -> None:
    answers = answering(arm_leg_signs=("arm-tingling-or-pain",), head_signs=("thunderclap", "long-standing-dizziness"))
    verdict = screen(answers, knowledge.rules, now)
    assert isinstance(verdict, Stopped)
    assert verdict.tier is Tier.EMERGENCY_NOW
    assert fired(verdict) == ("thunderclap-headache", "arm-numbness", "long-standing-dizziness")


def test_a_sign_from_earlier_sessions_counts_like_an_answer(
    knowledge: Knowledge, returning: Answers, now: datetime
) -> None:
    history = frozenset({"worse-on-two-days"})
    verdict = screen(returning, knowledge.rules, now, Visit.RETURN, history)
    assert isinstance(verdict, Cleared)
    assert (verdict.tier, fired(verdict)) == (Tier.WITHIN_DAYS, ("getting-worse",))


WRONG: dict[str, tuple[Answers, str, str]] = {
    "unknown question": ({"star-sign": ("leo",)}, "answers.star-sign", "input-no-such-question"),
    "unknown option": ({"head-signs": ("hiccups",)}, "answers.head-signs", "input-no-such-option"),
    "unknown choice": ({"age": "aged-200"}, "answers.age", "input-no-such-option"),
    "none beside an option": ({"head-signs": ("none", "nausea")}, "answers.head-signs", "input-no-such-option"),
    "none to a choice": ({"age": "none"}, "answers.age", "input-no-such-option"),
    "two to a choice": ({"age": ("aged-18-19", "aged-20-49")}, "answers.age", "input-wants-one-option"),
    "a word to a scale": ({"pain-now": "much"}, "answers.pain-now", "input-wants-a-number"),
    "none to a scale": ({"pain-now": "none"}, "answers.pain-now", "input-wants-a-number"),
    "a number to options": ({"head-signs": 3}, "answers.head-signs", "input-wants-options"),
    "nothing chosen": ({"head-signs": ()}, "answers.head-signs", "input-wants-options"),
    "unsure beside an option": ({"head-signs": ("nausea", "unsure")}, "answers.head-signs", "input-no-such-option"),
}


@pytest.mark.parametrize("what", WRONG)
def test_an_answer_that_cannot_be_used_names_its_field(
    what: str, knowledge: Knowledge, healthy: Answers, now: datetime
) -> None:
    answers, field, message = WRONG[what]
    with pytest.raises(InputError) as raised:
        screen({**healthy, **answers}, knowledge.rules, now)
    assert (raised.value.field, raised.value.message) == (field, message)


@pytest.mark.parametrize("number", [-1, 11])
def test_a_number_off_the_scale_never_becomes_an_answer(number: int) -> None:
    with pytest.raises(ValidationError, match="Expected `int`"):
        convert({"pain-now": number}, Answers)


def test_an_option_may_be_given_as_one_word_or_as_a_list(knowledge: Knowledge) -> None:
    as_word = signs_of({"head-signs": "nausea", "age": "aged-18-19"}, knowledge.rules)
    as_list = signs_of({"head-signs": ("nausea",), "age": ("aged-18-19",)}, knowledge.rules)
    assert as_word == as_list == frozenset({"nausea", "aged-18-19"})


def test_none_may_be_given_as_one_word_or_as_a_list(knowledge: Knowledge) -> None:
    assert signs_of({"head-signs": (NONE_OF_THESE,)}, knowledge.rules) == frozenset()
    assert signs_of({"head-signs": NONE_OF_THESE}, knowledge.rules) == frozenset()


@pytest.mark.parametrize(("number", "signs"), [(4, 0), (5, 1), (6, 1), (7, 2), (8, 3), (10, 3)])
def test_a_scale_asserts_every_threshold_it_reaches(number: int, signs: int, knowledge: Knowledge) -> None:
    ladder = ("pain-5-or-more", "pain-7-or-more", "pain-8-or-more")
    assert signs_of({"pain-now": number}, knowledge.rules) == frozenset(ladder[:signs])


def test_the_verdict_names_the_knowledge_it_was_made_with(
    knowledge: Knowledge, healthy: Answers, now: datetime
) -> None:
    other = replace(knowledge.rules, version="of another day")
    verdict = screen(healthy, other, now)
    assert verdict.rules == "of another day"


def test_a_healthy_first_visit_takes_at_most_12_answers(knowledge: Knowledge, healthy: Answers, now: datetime) -> None:
    assert answers_needed(healthy, knowledge, now, Visit.FIRST, {}) <= 12


def test_a_healthy_return_visit_takes_at_most_5_answers(
    knowledge: Knowledge, returning: Answers, now: datetime
) -> None:
    kept = {id: answer for id, answer in returning.items() if id in knowledge.kept_questions}
    assert answers_needed(returning, knowledge, now, Visit.RETURN, kept) <= 5


def test_a_return_visit_after_a_tool_takes_at_most_5_answers(
    knowledge: Knowledge, returning: Answers, now: datetime
) -> None:
    kept = {id: answer for id, answer in returning.items() if id in knowledge.kept_questions}
    answers: Answers = {**returning, "after-tool": "none"}
    history = frozenset({"tool-near-neck-lately"})
    assert answers_needed(answers, knowledge, now, Visit.RETURN, kept, history) <= 5


def answers_needed(
    answers: Answers,
    knowledge: Knowledge,
    now: datetime,
    visit: Visit,
    kept: Answers,
    history: frozenset[str] = frozenset(),
) -> int:
    """How many questions are answered one after the other, as the check-in asks them, until the person is cleared."""
    given = dict(kept)
    asked = 0
    while isinstance(verdict := screen(given, knowledge.rules, now, visit, history), NeedsAnswers):
        given[verdict.missing[0]] = answers[verdict.missing[0]]
        asked += 1
    assert isinstance(verdict, Cleared)
    return asked
