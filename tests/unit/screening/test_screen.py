from collections.abc import Callable
from datetime import datetime

import pytest
from msgspec.structs import replace

from unknot.coach import Knowledge
from unknot.knowledge import load_knowledge
from unknot.screening import (
    UNSURE,
    Answers,
    Bars,
    Cleared,
    Fired,
    Limits,
    NeedsAnswers,
    Question,
    Stopped,
    Tier,
    Visit,
    screen,
)
from unknot.units import Confidence

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
        Confidence.HIGH,
        ("fever", "severe-neck-stiffness"),
        ("clinical:RF-01", "clinical:U138", "protocol:R3"),
        "RF-01",
    )
    ill = Fired("ill-today", Tier.WITHIN_DAYS, Confidence.OURS, ("fever",), ("clinical:2.4", "protocol:S3"), "RF-11")
    verdict = screen(answers, knowledge.rules, now)
    assert verdict == Stopped(Tier.EMERGENCY_NOW, (meningitis, ill), knowledge.rules.version)


def test_a_danger_stops_before_anything_more_is_asked(knowledge: Knowledge, now: datetime) -> None:
    verdict = screen({"head-signs": ("thunderclap",)}, knowledge.rules, now)
    assert isinstance(verdict, Stopped)
    assert (verdict.tier, fired(verdict)) == (Tier.EMERGENCY_NOW, ("thunderclap-headache",))


def test_without_an_answer_everything_that_is_due_is_still_asked(knowledge: Knowledge, now: datetime) -> None:
    due = tuple(q.id for q in knowledge.rules.questions if q.is_due(Visit.FIRST, frozenset(), {}))
    assert screen({}, knowledge.rules, now) == NeedsAnswers(due, knowledge.rules.version)


def opened(question: Question, answers: Answers) -> list[tuple[Answers, frozenset[str]]]:
    """Each way in which a question becomes due: the answers, and the signs of the past that open it."""
    if question.clarifies is not None:
        return [({**answers, question.clarifies: UNSURE}, frozenset())]
    return [(answers, frozenset({opener} - {""})) for opener in question.opened_by or ("",)]


@pytest.mark.parametrize("visit", Visit)
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.id)
def test_silence_is_never_a_no(
    question: Question, visit: Visit, knowledge: Knowledge, healthy: Answers, returning: Answers, now: datetime
) -> None:
    """Whatever opened it: while a question that is due has no answer, nobody is cleared."""
    if visit not in question.visits:
        return
    usual = healthy if visit is Visit.FIRST else returning
    for answers, history in opened(question, usual):
        silent = {id: answer for id, answer in answers.items() if id != question.id}
        verdict = screen(silent, knowledge.rules, now, visit, history)
        assert not isinstance(verdict, Cleared)
        if isinstance(verdict, NeedsAnswers):
            assert question.id in verdict.missing


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
    verdict = screen({"age": 12}, knowledge.rules, now)
    assert isinstance(verdict, Stopped)
    assert (verdict.tier, fired(verdict)) == (Tier.ROUTINE, ("under-16",))


def test_a_rule_that_bars_at_the_end_lets_the_rest_be_asked_first(knowledge: Knowledge, now: datetime) -> None:
    verdict = screen({"any-of-these": ("today-ill",), "illness-signs": ("fever",)}, knowledge.rules, now)
    assert isinstance(verdict, NeedsAnswers)
    assert verdict.missing[0] == "age"


def test_a_stop_for_today_names_the_questions_that_may_show_an_emergency(knowledge: Knowledge, now: datetime) -> None:
    """Pain on effort is for today; the arms, ticked as well, could be an emergency and are still asked for."""
    answers: Answers = {
        "any-of-these": ("today-chest-or-throat", "today-arms-or-legs"),
        "chest-throat-signs": ("chest-pain-with-effort",),
    }
    verdict = screen(answers, knowledge.rules, now)
    assert isinstance(verdict, Stopped)
    assert (verdict.tier, verdict.may_be_worse) == (Tier.SAME_DAY, ("arm-leg-signs", "age"))
    worse = screen({**answers, "arm-leg-signs": ("bladder-bowel-or-saddle",)}, knowledge.rules, now)
    assert isinstance(worse, Stopped)
    assert (worse.tier, worse.may_be_worse) == (Tier.EMERGENCY_NOW, ())


def test_an_emergency_asks_nothing_more(knowledge: Knowledge, now: datetime) -> None:
    answers: Answers = {"any-of-these": ("today-head", "today-arms-or-legs"), "head-signs": ("thunderclap",)}
    verdict = screen(answers, knowledge.rules, now)
    assert isinstance(verdict, Stopped)
    assert (verdict.tier, verdict.may_be_worse) == (Tier.EMERGENCY_NOW, ())


def test_a_child_is_told_where_to_go_and_may_still_say_that_it_is_urgent(knowledge: Knowledge, now: datetime) -> None:
    verdict = screen({"age": 9}, knowledge.rules, now)
    assert isinstance(verdict, Stopped)
    assert (fired(verdict), verdict.may_be_worse) == (("under-16",), ("any-of-these",))


def test_what_own_words_speak_of_is_asked_first_and_counts_for_nothing(
    knowledge: Knowledge, healthy: Answers, now: datetime
) -> None:
    hinted = frozenset({"clumsy-hands"})
    assert screen(healthy, knowledge.rules, now, hinted=hinted) == NeedsAnswers(
        ("arm-leg-signs",), knowledge.rules.version
    )
    verdict = screen({**healthy, "arm-leg-signs": "none"}, knowledge.rules, now, hinted=hinted)
    assert isinstance(verdict, Cleared)
    first = screen({}, knowledge.rules, now, hinted=hinted)
    assert isinstance(first, NeedsAnswers)
    assert first.missing[0] == "arm-leg-signs"


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
    signs = ("thunderclap", "long-standing-dizziness")
    answers = answering(arm_leg_signs=("arm-tingling-or-pain",), head_signs=signs, clinician_agreed=UNSURE)
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


def test_the_verdict_names_the_knowledge_it_was_made_with(
    knowledge: Knowledge, healthy: Answers, now: datetime
) -> None:
    other = replace(knowledge.rules, version="of another day")
    verdict = screen(healthy, other, now)
    assert verdict.rules == "of another day"
