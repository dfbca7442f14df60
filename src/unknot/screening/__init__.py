"""Questions, rules and contraindications become a verdict; silence is never safety."""

from unknot.screening.questions import (
    NONE_OF_THESE,
    UNSURE,
    Answer,
    Answers,
    DrawnSign,
    ImpliedSign,
    NumberSign,
    Question,
    QuestionKind,
    Visit,
)
from unknot.screening.rules import Bars, Condition, Rule, RuleBook
from unknot.screening.screen import screen, signs_of, takes, unanswered
from unknot.screening.verdict import (
    Cleared,
    Fired,
    Grade,
    Limits,
    Modality,
    NeedsAnswers,
    Restriction,
    Stopped,
    Tier,
    Verdict,
)

__all__ = [
    "NONE_OF_THESE",
    "UNSURE",
    "Answer",
    "Answers",
    "Bars",
    "Cleared",
    "Condition",
    "DrawnSign",
    "Fired",
    "Grade",
    "ImpliedSign",
    "Limits",
    "Modality",
    "NeedsAnswers",
    "NumberSign",
    "Question",
    "QuestionKind",
    "Restriction",
    "Rule",
    "RuleBook",
    "Stopped",
    "Tier",
    "Verdict",
    "Visit",
    "screen",
    "signs_of",
    "takes",
    "unanswered",
]
