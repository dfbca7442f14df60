"""The calm answers, from which cases, laws and measurements differ."""

import tomllib
from pathlib import Path

import msgspec

from unknot.screening import NONE_OF_THESE, Answers, QuestionKind, RuleBook

_SAID: Answers = msgspec.convert(tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8")), Answers)


def calm_answers(rules: RuleBook) -> Answers:
    """The calm answer to every question there is."""
    return {
        question.id: NONE_OF_THESE if question.kind is QuestionKind.SEVERAL else _SAID[question.id]
        for question in rules.questions
    }
