"""Causes and what helps against them."""

from unknot.prevention.causes import (
    Cause,
    CauseAnswer,
    CauseAnswers,
    Lesson,
    NamedCause,
    named_causes,
)

__all__ = ["Cause", "CauseAnswer", "CauseAnswers", "Lesson", "NamedCause", "named_causes"]
