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
    "migraine-now": (),
    "drowsy-now": (),
}
BEHIND_HEALTH = {
    "health-vessels": ("vessels",),
    "health-blood": ("blood",),
    "health-bones": ("bones",),
    "health-nerves": ("nerves",),
    "health-other": ("other-conditions",),
    "health-pregnancy": ("pregnancy",),
}


def still_asked(answers: Answers, knowledge: Knowledge, visit: Visit) -> tuple[str, ...]:
    return unanswered(answers, knowledge.rules, visit)


def test_a_first_visit_asks_in_order_of_urgency(knowledge: Knowledge) -> None:
    assert still_asked({}, knowledge, Visit.FIRST) == (
        "age",
        "head-signs",
        "chest-throat-signs",
        "illness-signs",
        "before-it-began",
        "arm-leg-signs",
        "unlike-usual",
        "neck-movement",
        "pain-now",
        "skin",
        "health",
        "course",
    )


def test_a_return_visit_with_kept_answers_asks_four_questions(knowledge: Knowledge, returning: Answers) -> None:
    kept = {id: answer for id, answer in returning.items() if id in knowledge.kept_questions}
    assert still_asked(kept, knowledge, Visit.RETURN) == ("today", "pain-now", "skin", "health-changed")


@pytest.mark.parametrize("option", BEHIND_TODAY)
def test_an_option_of_today_opens_the_question_behind_it(option: str, knowledge: Knowledge, returning: Answers) -> None:
    answers: Answers = {**returning, "today": (option,)}
    assert still_asked(answers, knowledge, Visit.RETURN) == BEHIND_TODAY[option]


def test_nothing_new_today_opens_nothing(knowledge: Knowledge, returning: Answers) -> None:
    assert still_asked({**returning, "today": NONE_OF_THESE}, knowledge, Visit.RETURN) == ()


def test_not_sure_about_today_opens_every_question_behind_it(knowledge: Knowledge, returning: Answers) -> None:
    opened = {question for behind in BEHIND_TODAY.values() for question in behind}
    assert set(still_asked({**returning, "today": UNSURE}, knowledge, Visit.RETURN)) == opened


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
        ("age", "aged-16-17", ("adult-with-you",)),
        ("age", "aged-50-55", ("temple-and-jaw",)),
        ("age", "aged-65-or-over", ("temple-and-jaw",)),
        ("age", UNSURE, ("temple-and-jaw",)),
        ("before-it-began", ("accident-or-blow",), ("accident-danger", "accident-low-risk")),
        ("before-it-began", ("neck-was-treated",), ()),
        ("unlike-usual", "new-and-unlike-usual", ("one-sided",)),
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
        assert still_asked(answers, knowledge, Visit.FIRST) == ("neck-feels-loose",)


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
    assert knowledge.kept_questions == {
        "age",
        "adult-with-you",
        "health",
        *(question for behind in BEHIND_HEALTH.values() for question in behind),
        "course",
        "headaches",
        "top-of-the-lung",
    }


@pytest.mark.parametrize("stop", ["stopped-for-neuro", "stopped-for-heart"])
def test_whether_a_dangerous_stop_was_looked_at_is_asked(
    stop: str, knowledge: Knowledge, returning: Answers, now: datetime
) -> None:
    verdict = screen(returning, knowledge.rules, now, Visit.RETURN, frozenset({stop}))
    assert verdict == NeedsAnswers(("stop-seen",), knowledge.rules.version)


@pytest.mark.parametrize("pregnancy", ["pregnant", "gave-birth-under-6-weeks"])
def test_the_danger_signs_of_pregnancy_are_asked_for(pregnancy: str, knowledge: Knowledge, healthy: Answers) -> None:
    answers: Answers = {**healthy, "health": ("health-pregnancy",), "pregnancy": pregnancy}
    assert still_asked(answers, knowledge, Visit.FIRST) == ("pregnancy-signs",)


@pytest.mark.parametrize("region", ["forearm_rad", "forearm_uln", "hand_rad", "hand_uln", "hand_mid"])
def test_a_mark_below_the_elbow_counts_as_an_arm_symptom(region: str, knowledge: Knowledge) -> None:
    assert knowledge.rules.signs_drawn(frozenset({region, "shoulder_top"})) == {"arm-tingling-or-pain"}


def test_a_mark_above_the_elbow_asserts_nothing(knowledge: Knowledge) -> None:
    assert knowledge.rules.signs_drawn(frozenset({"shoulder_top", "arm_antlat", "elbow_lat"})) == frozenset()
