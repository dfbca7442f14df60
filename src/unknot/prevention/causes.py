"""What keeps a knot coming back, asked one tap each, and what is honestly known about it."""

from enum import StrEnum

from unknot.units import Confidence, Sources, Value


class CauseAnswer(StrEnum):
    """How often a cause is there."""

    OFTEN = "often"
    SOMETIMES = "sometimes"
    NO = "no"
    UNSURE = "unsure"


class Cause(Value, frozen=True):
    """One of the causes C1-C5 of the protocol; its words are in causes.ftl."""

    id: str
    confidence: Confidence
    source: Sources
    reads_as: str = ""


class Lesson(Value, frozen=True):
    """A part of the page "What is a knot?"; its words are in knot.ftl."""

    id: str
    source: Sources


CauseAnswers = dict[str, CauseAnswer]
"""What was answered, by cause id."""


class NamedCause(Value, frozen=True):
    """A cause with the person's answer, None while it was not asked."""

    id: str
    confidence: Confidence
    source: Sources
    answer: CauseAnswer | None


def named_causes(causes: tuple[Cause, ...], answers: CauseAnswers) -> tuple[NamedCause, ...]:
    """Every cause with what was answered."""
    return tuple(NamedCause(one.id, one.confidence, one.source, answers.get(one.id)) for one in causes)
