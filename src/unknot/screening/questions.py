"""The questions of the check-in, their answers, and the signs that answers amount to."""

from enum import StrEnum
from typing import Annotated, TypeAlias

from msgspec import Meta

from unknot.units import Sources, Value

UNSURE = "unsure"
NONE_OF_THESE = "none"

Answer: TypeAlias = tuple[str, ...] | int | str
"""Chosen options, one option, a number, or one of the words "unsure" and "none" (nothing applies)."""

Answers: TypeAlias = dict[str, Answer]
"""What has been answered so far, by question id. A question that is not in it is not answered: never a no."""


def is_unsure(answer: Answer | None) -> bool:
    """True when an answer is "not sure", alone or as the only one of a list.

    >>> is_unsure(("unsure",)), is_unsure(None)
    (True, False)
    """
    return answer in (UNSURE, (UNSURE,))


Days = Annotated[int, Meta(ge=1, description="whole days")]


class Visit(StrEnum):
    """Whether a person comes for the first time or returns with answers that are still kept."""

    FIRST = "first"
    RETURN = "return"


class QuestionKind(StrEnum):
    """How a question is answered: one option, any number of options, 0 to 10 on a scale, or another whole number."""

    CHOICE = "choice"
    SEVERAL = "several"
    SCALE = "scale"
    NUMBER = "number"

    @property
    def is_counted(self) -> bool:
        """True for the kinds whose answer is a number and whose signs are number signs."""
        return self in (QuestionKind.SCALE, QuestionKind.NUMBER)


class Question(Value, frozen=True):
    """One question on one screen.

    `options` are sign ids: choosing an option asserts the sign. `between` is the least and the greatest number that a
    counted question takes. `unsure_counts_as` are the signs that "not sure" asserts. `opened_by` are signs, one of
    which must hold for the question to be asked, except on the visits named in `unprompted`. `visits` are the visits
    on which it is asked at all. `clarifies` names the question after whose "not sure" this one is asked, and only
    then: there "not sure" asserts nothing until this one is answered. `seeks_danger`: it is still asked when a person
    is stopped for something that is no emergency, because its answer may show one. An answer stands for `kept_days`;
    without them for this visit only.
    """

    id: str
    kind: QuestionKind
    source: Sources
    options: tuple[str, ...] = ()
    between: tuple[int, int] | None = None
    unsure_counts_as: tuple[str, ...] = ()
    opened_by: tuple[str, ...] = ()
    unprompted: tuple[Visit, ...] = ()
    visits: tuple[Visit, ...] = (Visit.FIRST, Visit.RETURN)
    clarifies: str | None = None
    seeks_danger: bool = False
    kept_days: Days | None = None
    reads_as: str = ""

    def is_due(self, visit: Visit, present: frozenset[str], answers: Answers) -> bool:
        """True when this visit asks it, given the signs that are present and what has been answered."""
        if visit not in self.visits:
            return False
        if self.clarifies is not None:
            return is_unsure(answers.get(self.clarifies))
        return not self.opened_by or visit in self.unprompted or not present.isdisjoint(self.opened_by)


class NumberSign(Value, frozen=True):
    """A sign that holds when the number given to a question is at least, or at most, a threshold; or both."""

    id: str
    question: str
    source: Sources
    at_least: int | None = None
    at_most: int | None = None
    reads_as: str = ""

    def holds_at(self, number: int) -> bool:
        """True when the number is within the thresholds.

        >>> NumberSign("aged-16-17", "age", ("clinical:RF-20",), at_least=16, at_most=17).holds_at(17)
        True
        """
        is_low = self.at_least is not None and number < self.at_least
        is_high = self.at_most is not None and number > self.at_most
        return not is_low and not is_high


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
