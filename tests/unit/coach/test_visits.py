"""Checking in: the first visit in full, a return visit in short, from what is kept."""

import pytest
from msgspec.structs import replace

from unknot import coach
from unknot.coach import CheckedIn
from unknot.screening import Cleared, NeedsAnswers, Stopped, Visit

KEPT = {"age": 35, "sex-at-birth": "male-at-birth", "health": "none", "course": "none"}


@pytest.fixture
def short(returning):
    """What a return visit asks of a healthy person: nothing that is kept."""
    return {id: answer for id, answer in returning.items() if id not in KEPT}


def test_the_first_visit_is_asked_in_full(diary):
    told = coach.check_in(diary.person, {"pain-now": 3}, diary.now)
    asked = [
        question.id
        for question in diary.person.knowledge.rules.questions
        if question.is_due(Visit.FIRST, frozenset(), {})
    ]
    assert told.verdict == NeedsAnswers(tuple(id for id in asked if id != "pain-now"), told.verdict.rules)


def test_a_first_visit_that_is_answered_clears(diary, healthy):
    told = coach.check_in(diary.person, healthy, diary.now)
    assert told == CheckedIn(Visit.FIRST, healthy, healthy, (), told.verdict)
    assert isinstance(told.verdict, Cleared)


def test_after_a_cleared_check_in_the_next_visit_is_a_return(diary, healthy):
    assert coach.visit_at(diary.person, diary.now) is Visit.FIRST
    assert coach.visit_at(diary.check_in(healthy).person, diary.now) is Visit.RETURN


def test_a_check_in_that_stopped_keeps_no_answers(diary, answering):
    diary.check_in(answering(head_signs=("thunderclap",)))
    assert (diary.person.kept_at(diary.now), coach.visit_at(diary.person, diary.now)) == ({}, Visit.FIRST)


def test_only_the_kept_questions_are_kept(diary, healthy):
    assert diary.check_in(healthy).person.kept_at(diary.now) == KEPT


def test_a_return_visit_clears_with_what_is_kept(diary, healthy, short):
    diary.check_in(healthy).wait(days=1)
    told = coach.check_in(diary.person, short, diary.now)
    assert told == CheckedIn(Visit.RETURN, short, {**KEPT, **short}, (), told.verdict)
    assert isinstance(told.verdict, Cleared)


def test_an_answer_given_again_takes_the_place_of_the_kept_one(diary, healthy, short):
    diary.check_in(healthy).wait(days=1)
    told = coach.check_in(diary.person, {**short, "age": 52}, diary.now)
    assert told.counted["age"] == 52


@pytest.mark.parametrize("changed", ["health-has-changed", ("health-has-changed",), "unsure"])
def test_a_change_of_health_asks_again_for_all_but_age_and_sex(diary, healthy, short, changed):
    diary.check_in(healthy).wait(days=1)
    told = coach.check_in(diary.person, {**short, "health-changed": changed}, diary.now)
    assert told.verdict == NeedsAnswers(("health", "course"), told.verdict.rules)


def test_a_change_of_health_is_answered_by_the_new_answers(diary, healthy, short):
    diary.check_in(healthy).wait(days=1)
    changed = {
        **short,
        "health-changed": "health-has-changed",
        "health": ("health-blood",),
        "blood": ("anticoagulant",),
    }
    diary.check_in({**changed, "course": "none"}, id="second")
    assert isinstance(diary.person.check_in.told.verdict, Cleared)
    assert diary.person.kept_at(diary.now) == {**KEPT, "health": ("health-blood",), "blood": ("anticoagulant",)}


def test_kept_answers_stand_for_four_weeks(diary, healthy):
    diary.check_in(healthy).wait(days=28)
    assert coach.visit_at(diary.person, diary.now) is Visit.RETURN


def test_after_four_weeks_everything_but_age_and_sex_is_asked_again(diary, healthy, short):
    diary.check_in(healthy).wait(days=28, seconds=1)
    told = coach.check_in(diary.person, short, diary.now)
    assert (told.visit, told.counted["age"]) == (Visit.FIRST, 35)
    assert {"any-of-these", "health", "course"} <= set(told.verdict.missing)


def test_a_return_visit_does_not_make_the_kept_answers_younger(diary, healthy, short):
    diary.check_in(healthy).wait(days=20).check_in(short, id="second").wait(days=9)
    assert coach.visit_at(diary.person, diary.now) is Visit.FIRST


def test_age_and_sex_stand_longer_than_health_and_are_asked_again_in_time(diary, healthy):
    diary.check_in(healthy).wait(days=180)
    assert diary.person.kept_at(diary.now) == {"age": 35, "sex-at-birth": "male-at-birth"}
    diary.wait(seconds=1)
    assert diary.person.kept_at(diary.now) == {"sex-at-birth": "male-at-birth"}


def test_a_kept_answer_that_its_question_no_longer_takes_is_asked_again(diary, healthy, knowledge):
    """As after an upgrade that renamed an option."""
    diary.check_in(healthy)
    questions = tuple(replace(q, between=(36, 120)) if q.id == "age" else q for q in knowledge.rules.questions)
    upgraded = replace(knowledge, rules=replace(knowledge.rules, questions=questions))
    person = replace(diary.person, knowledge=upgraded)
    told = coach.check_in(person, {}, diary.now)
    assert ("age" in person.kept_at(diary.now), told.visit) == (False, Visit.FIRST)
    assert "age" in told.verdict.missing


def test_after_a_clock_that_went_backwards_nothing_kept_counts(diary, healthy):
    diary.check_in(healthy).wait(seconds=-1)
    assert coach.visit_at(diary.person, diary.now) is Visit.FIRST


def test_a_check_in_is_screened_with_what_earlier_sessions_have_shown(diary, healthy, short):
    diary.check_in(healthy).plan().move(0, "start", 0).move(1, "stop", 120_000).move(2, "felt", 121_000, "numb")
    diary.wait(days=4)
    told = coach.check_in(diary.person, short, diary.now)
    assert (told.history, told.verdict.missing) == (("stopped-for-numbness",), ("after-stop",))


def test_the_days_after_pressing_ask_what_came_of_it(diary, healthy, short):
    diary.check_in(healthy).plan().play().wait(days=2)
    told = coach.check_in(diary.person, short, diary.now)
    assert (told.history, told.verdict.missing) == (("pressed-lately",), ("after-tool",))


@pytest.mark.parametrize("sign", ["arm-tingling-or-pain", "arm-weakness"])
def test_whoever_was_not_cleared_for_pressing_is_asked_everything_again(diary, healthy, sign):
    diary.check_in({**healthy, "arm-leg-signs": (sign,)}).wait(days=1)
    assert coach.visit_at(diary.person, diary.now) is Visit.FIRST


def test_a_numbness_that_lasted_stops_the_next_check_in(diary, healthy, short):
    diary.check_in(healthy).plan().move(0, "start", 0).move(1, "stop", 120_000).move(2, "felt", 121_000, "numb")
    diary.wait(days=2)
    told = coach.check_in(diary.person, {**short, "after-stop": "stop-symptom-with-weakness"}, diary.now)
    assert (type(told.verdict), [one.rule for one in told.verdict.fired]) == (Stopped, ["numbness-with-weakness"])


def test_without_a_check_in_a_second_look_needs_answers(diary):
    assert isinstance(coach.screen_again(diary.person, diary.now), NeedsAnswers)


def test_a_second_look_is_as_old_as_the_check_in(diary, healthy):
    at = diary.now
    diary.check_in(healthy).wait(minutes=30)
    assert coach.screen_again(diary.person, diary.now).at == at


def test_a_second_look_sees_what_has_happened_since(diary, healthy):
    diary.check_in(healthy).plan().move(0, "start", 0).move(1, "stop", 120_000).move(2, "felt", 121_000, "dizzy")
    assert coach.screen_again(diary.person, diary.now) == NeedsAnswers(
        ("after-tool", "after-stop"), diary.person.knowledge.rules.version
    )
