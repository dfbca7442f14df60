"""Which questions a visit asks: the whole list first, the gates on a return, and what is kept."""

from datetime import datetime

import pytest

from unknot.coach import Knowledge
from unknot.screening import (
    NONE_OF_THESE,
    UNSURE,
    Answer,
    Answers,
    Cleared,
    NeedsAnswers,
    Visit,
    screen,
    unanswered,
)

BEHIND_TODAY = {
    "today-head": ("head-signs", "unlike-usual"),
    "today-chest-or-throat": ("chest-throat-signs",),
    "today-arms-or-legs": ("arm-leg-signs",),
    "today-ill": ("illness-signs",),
    "today-injury": ("before-it-began",),
    "today-unlike": ("unlike-usual",),
    "today-locked": ("neck-movement",),
    "today-skin": ("skin",),
    "migraine-now": (),
    "drowsy-now": (),
}
BEHIND_HEALTH = {
    "health-vessels": ("vessels",),
    "health-blood": ("blood",),
    "health-bones": ("bones",),
    "health-nerves": ("nerves",),
    "health-other": ("other-conditions",),
}


def still_asked(answers: Answers, knowledge: Knowledge, visit: Visit) -> tuple[str, ...]:
    return unanswered(answers, knowledge.rules, visit)


def test_a_first_visit_asks_in_order_of_urgency(knowledge: Knowledge) -> None:
    assert still_asked({}, knowledge, Visit.FIRST) == (
        "any-of-these",
        "age",
        "unlike-usual",
        "pain-now",
        "health",
        "course",
    )


def test_a_grown_person_under_60_is_asked_for_the_sex_at_birth_and_women_about_pregnancy(knowledge: Knowledge) -> None:
    def asks(age: int, sex: str) -> tuple[bool, bool]:
        missing = still_asked({"age": age, "sex-at-birth": sex}, knowledge, Visit.FIRST)
        return "sex-at-birth" in still_asked({"age": age}, knowledge, Visit.FIRST), "pregnancy" in missing

    assert asks(30, "female-at-birth") == (True, True)
    assert asks(30, UNSURE) == (True, True)
    assert asks(30, "male-at-birth") == (True, False)
    assert "sex-at-birth" not in still_asked({"age": 60}, knowledge, Visit.FIRST)


def test_a_return_visit_with_kept_answers_asks_three_questions(knowledge: Knowledge, returning: Answers) -> None:
    kept = {id: answer for id, answer in returning.items() if knowledge.rules.question_by_id[id].kept_days}
    assert still_asked(kept, knowledge, Visit.RETURN) == ("today", "pain-now", "health-changed")


@pytest.mark.parametrize("option", BEHIND_TODAY)
def test_an_option_of_today_opens_the_question_behind_it(option: str, knowledge: Knowledge, returning: Answers) -> None:
    answers: Answers = {**returning, "today": (option,)}
    assert still_asked(answers, knowledge, Visit.RETURN) == BEHIND_TODAY[option]


def test_nothing_new_today_opens_nothing(knowledge: Knowledge, returning: Answers) -> None:
    assert still_asked({**returning, "today": NONE_OF_THESE}, knowledge, Visit.RETURN) == ()


def test_not_sure_about_today_opens_every_question_behind_it(knowledge: Knowledge, returning: Answers) -> None:
    opened = {question for behind in BEHIND_TODAY.values() for question in behind}
    assert set(still_asked({**returning, "today": UNSURE}, knowledge, Visit.RETURN)) == opened


@pytest.mark.parametrize("option", [option for option in BEHIND_TODAY if option != "today-unlike"])
def test_an_option_of_the_first_gate_opens_the_question_behind_it(
    option: str, knowledge: Knowledge, healthy: Answers
) -> None:
    answers: Answers = {**healthy, "any-of-these": (option,)}
    behind = tuple(id for id in BEHIND_TODAY[option] if id not in answers)
    assert still_asked(answers, knowledge, Visit.FIRST) == behind


@pytest.mark.parametrize("option", BEHIND_HEALTH)
def test_a_group_of_conditions_opens_its_list(option: str, knowledge: Knowledge, healthy: Answers) -> None:
    answers: Answers = {**healthy, "health": (option,)}
    assert still_asked(answers, knowledge, Visit.FIRST) == BEHIND_HEALTH[option]


def test_not_sure_about_health_opens_every_list(knowledge: Knowledge, healthy: Answers) -> None:
    opened = tuple(question for behind in BEHIND_HEALTH.values() for question in behind)
    assert still_asked({**healthy, "health": UNSURE}, knowledge, Visit.FIRST) == opened


@pytest.mark.parametrize(
    ("question", "answer", "opened"),
    [
        ("age", 17, ("adult-with-you",)),
        ("age", 50, ("temple-and-jaw",)),
        ("age", 70, ("temple-and-jaw",)),
        ("age", UNSURE, ("temple-and-jaw",)),
        ("before-it-began", ("accident-or-blow",), ("accident-danger", "accident-low-risk", "turns-after-accident")),
        ("before-it-began", ("neck-was-treated",), ()),
        ("unlike-usual", "new-and-unlike-usual", ("before-it-began", "one-sided")),
        ("unlike-usual", UNSURE, ("unlike-usual-clearer",)),
        ("neck-movement", "stiff-since-waking", ("wry-neck-easing",)),
        ("pain-now", 4, ()),
        ("pain-now", 5, ("pain-control",)),
        ("pain-now", 7, ("pain-control", "pain-so-strong-for")),
        ("course", ("headaches-keep-coming",), ("headaches",)),
        ("course", ("shoulder-and-inner-arm-worsening",), ("top-of-the-lung",)),
    ],
)
def test_an_answer_opens_what_follows_from_it(
    question: str, answer: Answer, opened: tuple[str, ...], knowledge: Knowledge, healthy: Answers
) -> None:
    assert still_asked({**healthy, question: answer}, knowledge, Visit.FIRST) == opened


def test_a_loose_neck_is_asked_for_with_a_joint_condition(knowledge: Knowledge, healthy: Answers) -> None:
    for condition in ("rheumatoid-or-spondylitis", "down-syndrome", "hypermobility", "neck-fracture-or-fusion"):
        answers: Answers = {**healthy, "health": ("health-bones",), "bones": (condition,)}
        assert still_asked(answers, knowledge, Visit.FIRST) == ("neck-feels-loose", "clinician-agreed")


def test_the_late_signs_of_pressing_are_asked_for_only_after_it(
    knowledge: Knowledge, returning: Answers, now: datetime
) -> None:
    assert isinstance(screen(returning, knowledge.rules, now, Visit.RETURN), Cleared)
    for lately in ("tool-near-neck-lately", "pressed-lately"):
        after = screen(returning, knowledge.rules, now, Visit.RETURN, frozenset({lately}))
        assert after == NeedsAnswers(("after-tool",), knowledge.rules.version)


@pytest.mark.parametrize("stop", ["stopped-for-numbness", "stopped-for-dizziness", "stopped-for-sharp-pain"])
def test_what_became_of_a_stop_is_asked_on_the_next_visit(
    stop: str, knowledge: Knowledge, returning: Answers, now: datetime
) -> None:
    verdict = screen(returning, knowledge.rules, now, Visit.RETURN, frozenset({stop}))
    assert verdict == NeedsAnswers(("after-stop",), knowledge.rules.version)


def test_age_conditions_and_course_are_the_questions_that_are_kept(knowledge: Knowledge) -> None:
    assert {question.id for question in knowledge.rules.questions if question.kept_days} == {
        "age",
        "adult-with-you",
        "sex-at-birth",
        "pregnancy",
        "clinician-agreed",
        "health",
        *(question for behind in BEHIND_HEALTH.values() for question in behind),
        "course",
        "headaches",
        "top-of-the-lung",
    }


@pytest.mark.parametrize(
    ("stop", "asked"), [("stopped-for-neuro", ("stop-seen",)), ("stopped-for-heart", ("after-stop", "stop-seen"))]
)
def test_whether_a_dangerous_stop_was_looked_at_is_asked(
    stop: str, asked: tuple[str, ...], knowledge: Knowledge, returning: Answers, now: datetime
) -> None:
    verdict = screen(returning, knowledge.rules, now, Visit.RETURN, frozenset({stop}))
    assert verdict == NeedsAnswers(asked, knowledge.rules.version)


@pytest.mark.parametrize("pregnancy", ["pregnant", "gave-birth-under-6-weeks"])
def test_the_danger_signs_of_pregnancy_are_asked_for(pregnancy: str, knowledge: Knowledge, healthy: Answers) -> None:
    answers: Answers = {**healthy, "sex-at-birth": "female-at-birth", "pregnancy": pregnancy}
    assert still_asked(answers, knowledge, Visit.FIRST) == ("pregnancy-signs",)


@pytest.mark.parametrize("region", ["forearm_rad", "forearm_uln", "hand_rad", "hand_uln", "hand_mid"])
def test_a_mark_below_the_elbow_counts_as_an_arm_symptom(region: str, knowledge: Knowledge) -> None:
    assert knowledge.rules.signs_drawn(frozenset({region, "shoulder_top"})) == {"arm-tingling-or-pain"}


def test_a_mark_above_the_elbow_asserts_nothing(knowledge: Knowledge) -> None:
    assert knowledge.rules.signs_drawn(frozenset({"shoulder_top", "arm_antlat", "elbow_lat"})) == frozenset()
