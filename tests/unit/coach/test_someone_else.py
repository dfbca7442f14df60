"""Asking for someone else: a verdict, and nothing of it counts for the person whose data this is."""

import pytest

from unknot import coach
from unknot.coach import AskingFor, Case
from unknot.screening import Cleared, Stopped, Visit

OTHER = AskingFor.SOMEONE_ELSE


def test_what_is_kept_of_oneself_does_not_count_for_someone_else(diary, healthy, returning):
    diary.check_in(healthy).wait(days=1)
    told = coach.check_in(diary.person, {"pain-now": 3}, diary.now, OTHER)
    assert (told.visit, told.counted, "age" in told.verdict.missing) == (Visit.FIRST, {"pain-now": 3}, True)


def test_what_earlier_sessions_left_does_not_count_for_someone_else(diary, healthy):
    diary.check_in(healthy).plan().move(0, "start", 0).move(1, "stop", 120_000).move(2, "felt", 121_000, "numb")
    told = coach.check_in(diary.person, healthy, diary.now, OTHER)
    assert (told.history, isinstance(told.verdict, Cleared)) == ((), True)


def test_a_check_in_for_someone_else_leaves_a_person_as_they_were(diary, healthy, answering):
    before = diary.check_in(healthy).person
    stroke = answering(head_signs=("speech-or-swallowing",), age=70)
    after = diary.check_in(stroke, "for my father", OTHER).person
    assert isinstance(coach.check_in(before, stroke, diary.now, OTHER).verdict, Stopped)
    assert (after.check_in, after.kept, after.visits) == (before.check_in, before.kept, before.visits)


def test_no_plan_is_made_for_someone_else(diary, healthy, refused):
    diary.check_in(healthy).check_in(healthy, "for my father", OTHER)
    assert refused(lambda: diary.made("for my father")) == ("check_in", "plan-is-for-oneself")


def test_a_case_for_someone_else_has_a_verdict_with_limits_and_no_plan(knowledge, healthy, now):
    answers = {**healthy, "health": ("health-blood",), "blood": ("anticoagulant",)}
    advice = coach.advise(Case(answers=answers, asking_for=OTHER), knowledge, now)
    assert (advice.verdict, advice.finding, advice.plan) == ("cleared", None, None)
    assert {one.condition for one in advice.limits.restrictions} == {"anticoagulant"}


@pytest.mark.parametrize("age", [0, 9, 15])
def test_a_child_is_not_for_this_product_whoever_asks(diary, age):
    told = coach.check_in(diary.person, {"age": age}, diary.now, OTHER)
    assert [one.rule for one in told.verdict.fired] == ["under-16"]
