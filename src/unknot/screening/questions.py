"""The questions of the check-in, their answers, and the signs that answers amount to."""

from enum import StrEnum
from typing import TypeAlias

from unknot.units import Score0To10, Sources, Value

UNSURE = "unsure"
NONE_OF_THESE = "none"

Answer: TypeAlias = tuple[str, ...] | Score0To10 | str
"""Chosen options, one option, a number on a scale, or one of the words "unsure" and "none" (nothing applies)."""

Answers: TypeAlias = dict[str, Answer]
"""What has been answered so far, by question id. A question that is not in it is not answered: never a no."""


class Visit(StrEnum):
    """Whether a person comes for the first time or returns with answers that are still kept."""

    FIRST = "first"
    RETURN = "return"


class QuestionKind(StrEnum):
    """How a question is answered: one option, any number of options, or a number from 0 to 10."""

    CHOICE = "choice"
    SEVERAL = "several"
    SCALE = "scale"


class Question(Value, frozen=True):
    """One question on one screen.

    `options` are sign ids: choosing an option asserts the sign. `unsure_counts_as` are the signs that "not sure"
    asserts. `opened_by` are signs, one of which must hold for the question to be asked, except on the visits named in
    `unprompted`. `visits` are the visits on which it is asked at all. A kept question is asked once and its answer
    stands for `kept_days` of the rule book.
    """

    id: str
    kind: QuestionKind
    source: Sources
    options: tuple[str, ...] = ()
    unsure_counts_as: tuple[str, ...] = ()
    opened_by: tuple[str, ...] = ()
    unprompted: tuple[Visit, ...] = ()
    visits: tuple[Visit, ...] = (Visit.FIRST, Visit.RETURN)
    kept: bool = False
    reads_as: str = ""

    def is_due(self, visit: Visit, present: frozenset[str]) -> bool:
        """True when this visit asks it, given the signs that are present."""
        opened = not self.opened_by or visit in self.unprompted or not present.isdisjoint(self.opened_by)
        return visit in self.visits and opened


class ScaleSign(Value, frozen=True):
    """A sign that holds when the number given to a scale question is at least a threshold."""

    id: str
    question: str
    at_least: Score0To10
    source: Sources
    reads_as: str = ""


class DrawnSign(Value, frozen=True):
    """A sign that a mark in one of these regions asserts, whatever was ticked."""

    sign: str
    regions: tuple[str, ...]
    source: Sources
    reads_as: str = ""


class ImpliedSign(Value, frozen=True):
    """A sign that no option states: what a "not sure" amounts to, or what earlier sessions have shown."""

    id: str
    source: Sources
    reads_as: str = ""
