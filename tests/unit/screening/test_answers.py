"""What an answer may be, and what is said to one that cannot be used."""

from datetime import datetime

import pytest

from unknot.coach import Knowledge
from unknot.errors import InputError
from unknot.screening import NONE_OF_THESE, Answers, screen, signs_of, takes

WRONG: dict[str, tuple[Answers, str, str]] = {
    "unknown question": ({"star-sign": ("leo",)}, "answers.star-sign", "input-no-such-question"),
    "a question in Hebrew": ({"\u05d2\u05d9\u05dc": 3}, "answers.\u05d2\u05d9\u05dc", "input-no-such-question"),
    "unknown option": ({"head-signs": ("hiccups",)}, "answers.head-signs", "input-no-such-option"),
    "ten thousand letters": ({"head-signs": "x" * 10_000}, "answers.head-signs", "input-no-such-option"),
    "a picture of a head": ({"head-signs": ("\U0001f915",)}, "answers.head-signs", "input-no-such-option"),
    "unknown choice": ({"unlike-usual": "odd"}, "answers.unlike-usual", "input-no-such-option"),
    "none beside an option": ({"head-signs": ("none", "nausea")}, "answers.head-signs", "input-no-such-option"),
    "none to a choice": ({"unlike-usual": "none"}, "answers.unlike-usual", "input-no-such-option"),
    "two to a choice": (
        {"unlike-usual": ("known-pain", "new-and-unlike-usual")},
        "answers.unlike-usual",
        "input-wants-one-option",
    ),
    "a word to a scale": ({"pain-now": "much"}, "answers.pain-now", "input-wants-a-number"),
    "none to a scale": ({"pain-now": "none"}, "answers.pain-now", "input-wants-a-number"),
    "a word to a number": ({"age": "old"}, "answers.age", "input-wants-a-number"),
    "a number to options": ({"head-signs": 3}, "answers.head-signs", "input-wants-options"),
    "nothing chosen": ({"head-signs": ()}, "answers.head-signs", "input-wants-options"),
    "unsure beside an option": ({"head-signs": ("nausea", "unsure")}, "answers.head-signs", "input-no-such-option"),
    "an age of 140": ({"age": 140}, "answers.age", "input-out-of-range"),
    "an age below 0": ({"age": -1}, "answers.age", "input-out-of-range"),
    "a pain of 11": ({"pain-now": 11}, "answers.pain-now", "input-out-of-range"),
    "a pain below 0": ({"pain-now": -1}, "answers.pain-now", "input-out-of-range"),
}


@pytest.mark.parametrize("what", WRONG)
def test_an_answer_that_cannot_be_used_names_its_field(
    what: str, knowledge: Knowledge, healthy: Answers, now: datetime
) -> None:
    answers, field, message = WRONG[what]
    with pytest.raises(InputError) as raised:
        screen({**healthy, **answers}, knowledge.rules, now)
    assert (raised.value.field, raised.value.message) == (field, message)


def test_an_answer_out_of_range_says_the_range(knowledge: Knowledge) -> None:
    with pytest.raises(InputError) as raised:
        signs_of({"age": 140}, knowledge.rules)
    assert raised.value.details == {"number": 140, "least": 0, "most": 120}


def test_an_option_may_be_given_as_one_word_or_as_a_list(knowledge: Knowledge) -> None:
    as_word = signs_of({"head-signs": "nausea", "unlike-usual": "known-pain"}, knowledge.rules)
    as_list = signs_of({"head-signs": ("nausea",), "unlike-usual": ("known-pain",)}, knowledge.rules)
    assert as_word == as_list == frozenset({"nausea", "known-pain"})


def test_not_sure_may_be_given_as_one_word_or_as_a_list(knowledge: Knowledge, calm: Answers, now: datetime) -> None:
    del calm["head-signs-clearer"]
    as_word, as_list = ({**calm, "head-signs": unsure} for unsure in ("unsure", ("unsure",)))
    assert screen(as_word, knowledge.rules, now) == screen(as_list, knowledge.rules, now)


def test_none_may_be_given_as_one_word_or_as_a_list(knowledge: Knowledge) -> None:
    assert signs_of({"head-signs": (NONE_OF_THESE,)}, knowledge.rules) == frozenset()
    assert signs_of({"head-signs": NONE_OF_THESE}, knowledge.rules) == frozenset()


@pytest.mark.parametrize(("number", "signs"), [(4, 0), (5, 1), (6, 2), (7, 3), (8, 4), (10, 4)])
def test_a_scale_asserts_every_threshold_it_reaches(number: int, signs: int, knowledge: Knowledge) -> None:
    ladder = ("pain-5-or-more", "pain-6-or-more", "pain-7-or-more", "pain-8-or-more")
    assert signs_of({"pain-now": number}, knowledge.rules) == frozenset(ladder[:signs])


@pytest.mark.parametrize(
    ("age", "signs"),
    [
        (0, {"aged-under-16"}),
        (15, {"aged-under-16"}),
        (16, {"aged-16-17", "aged-under-20", "aged-under-60"}),
        (17, {"aged-16-17", "aged-under-20", "aged-under-60"}),
        (18, {"aged-under-20", "aged-under-60"}),
        (19, {"aged-under-20", "aged-under-60"}),
        (20, {"aged-under-60"}),
        (49, {"aged-under-60"}),
        (50, {"aged-under-60", "aged-50-or-over"}),
        (55, {"aged-under-60", "aged-50-or-over"}),
        (56, {"aged-under-60", "aged-50-or-over", "aged-over-55"}),
        (59, {"aged-under-60", "aged-50-or-over", "aged-over-55"}),
        (60, {"aged-50-or-over", "aged-over-55"}),
        (64, {"aged-50-or-over", "aged-over-55"}),
        (65, {"aged-50-or-over", "aged-over-55", "aged-65-or-over"}),
        (120, {"aged-50-or-over", "aged-over-55", "aged-65-or-over"}),
    ],
)
def test_an_age_asserts_what_the_rules_ask_of_it(age: int, signs: set[str], knowledge: Knowledge) -> None:
    assert signs_of({"age": age}, knowledge.rules) == signs


def test_a_question_knows_the_answers_that_it_takes(knowledge: Knowledge) -> None:
    age = knowledge.rules.question_by_id["age"]
    assert [takes(age, answer, knowledge.rules) for answer in (35, "unsure", "aged-20-49", 140)] == [
        True,
        True,
        False,
        False,
    ]
