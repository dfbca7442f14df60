"""Rules as data: which signs together mean which tier."""

from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

from unknot.anatomy import Area
from unknot.screening.questions import DrawnSign, ImpliedSign, NumberSign, Question
from unknot.screening.verdict import Fired, Grade, Limits, Modality, Restriction, Tier
from unknot.units import Confidence, Sources, Value


class Bars(StrEnum):
    """When a rule refuses a plan at a tier that would allow one: never, once all is answered, or at once."""

    NO = "no"
    AT_END = "at-end"
    AT_ONCE = "at-once"


class Rule(Value, frozen=True):
    """All of `all_of` hold, and one of `any_of` (if any are named), and `at_least` of `out_of`: then the tier."""

    id: str
    tier: Tier
    confidence: Confidence
    source: Sources
    all_of: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    at_least: int = 0
    out_of: tuple[str, ...] = ()
    red_flag: str | None = None
    bars_plan: Bars = Bars.NO
    reads_as: str = ""

    @property
    def signs(self) -> frozenset[str]:
        """Every sign it looks at."""
        return frozenset((*self.all_of, *self.any_of, *self.out_of))

    def applies_to(self, present: frozenset[str]) -> bool:
        """True when the signs that are present satisfy it."""
        return (
            present.issuperset(self.all_of)
            and (not self.any_of or not present.isdisjoint(self.any_of))
            and sum(sign in present for sign in self.out_of) >= self.at_least
        )


class Medicines(Value, frozen=True):
    """The signs by which a person tells of a medicine."""

    signs: tuple[str, ...]
    source: Sources


Cell: TypeAlias = Grade | dict[Area, Grade]


class Condition(Value, frozen=True):
    """A row of the contraindication matrix: for whom, and a cell for each modality (one grade, or one an area)."""

    id: str
    any_of: tuple[str, ...]
    cells: dict[Modality, Cell]
    source: Sources
    reads_as: str = ""

    def restrictions(self) -> tuple[Restriction, ...]:
        """The row, cell by cell, without those that are OK."""
        return tuple(
            Restriction(self.id, modality, area, grade, self.source)
            for modality, cell in self.cells.items()
            for area, grade in (cell.items() if isinstance(cell, dict) else ((area, cell) for area in Area))
            if grade is not Grade.OK
        )


class RuleBook(Value, frozen=True, dict=True):
    """Everything screening interprets. `version` names the exact content it was read from."""

    questions: tuple[Question, ...]
    number_signs: tuple[NumberSign, ...]
    implied_signs: tuple[ImpliedSign, ...]
    history_signs: tuple[ImpliedSign, ...]
    drawn_signs: tuple[DrawnSign, ...]
    medicines: Medicines
    rules: tuple[Rule, ...]
    conditions: tuple[Condition, ...]
    valid_min: int
    version: str

    @cached_property
    def question_by_id(self) -> dict[str, Question]:
        """The questions by their ids, in the order in which they are asked."""
        return {question.id: question for question in self.questions}

    @cached_property
    def signs(self) -> frozenset[str]:
        """Every sign there is: offered by a question, reached by a number, implied, or known from earlier sessions."""
        offered = (option for question in self.questions for option in question.options)
        reached = (sign.id for sign in self.number_signs)
        implied = (sign.id for sign in (*self.implied_signs, *self.history_signs))
        return frozenset((*offered, *reached, *implied))

    @cached_property
    def clarifiers(self) -> dict[str, Question]:
        """The question that makes the "not sure" of another clearer, by the other's id."""
        return {question.clarifies: question for question in self.questions if question.clarifies is not None}

    @cached_property
    def _offering(self) -> dict[str, str]:
        """The question in which each sign is asked for in detail: the last to offer it, clarifiers aside."""
        plain = [question for question in self.questions if question.clarifies is None]
        return {option: question.id for question in plain for option in question.options}

    def questions_for(self, signs: frozenset[str]) -> frozenset[str]:
        """The questions that ask for these signs; what no question offers is left out."""
        return frozenset(self._offering[sign] for sign in signs if sign in self._offering)

    @cached_property
    def about_health(self) -> frozenset[str]:
        """The questions in which a condition of the matrix or a medicine is told, and those that open them."""
        wanted = {sign for row in self.conditions for sign in row.any_of} | set(self.medicines.signs)
        reached: dict[str, set[str]] = {id: set(question.options) for id, question in self.question_by_id.items()}
        for sign in self.number_signs:
            reached[sign.question].add(sign.id)
        found: set[str] = set()
        while more := {id for id, signs in reached.items() if id not in found and not signs.isdisjoint(wanted)}:
            found |= more
            wanted |= {sign for id in more for sign in self.question_by_id[id].opened_by}
        return frozenset(found)

    def conditions_with(self, present: frozenset[str]) -> tuple[str, ...]:
        """The rows of the contraindication matrix that these signs amount to, whatever the verdict is."""
        return tuple(row.id for row in self.conditions if not present.isdisjoint(row.any_of))

    @cached_property
    def _signs_of_number(self) -> dict[str, tuple[NumberSign, ...]]:
        counted = [question.id for question in self.questions if question.kind.is_counted]
        return {id: tuple(sign for sign in self.number_signs if sign.question == id) for id in counted}

    def number_signs_at(self, question: str, number: int) -> tuple[str, ...]:
        """The signs of a counted question that hold at a number."""
        return tuple(sign.id for sign in self._signs_of_number[question] if sign.holds_at(number))

    def signs_drawn(self, regions: frozenset[str]) -> frozenset[str]:
        """The signs that marks in these regions assert.

        Source: clinical RF-08.
        """
        return frozenset(one.sign for one in self.drawn_signs if not regions.isdisjoint(one.regions))

    def fired_by(self, present: frozenset[str]) -> tuple[Fired, ...]:
        """The rules that apply to the signs, worst first."""
        touched = {rule.id: rule for sign in present for rule in self._rules_with.get(sign, ())}
        fired = [
            Fired(rule.id, rule.tier, rule.confidence, tuple(sorted(rule.signs & present)), rule.source, rule.red_flag)
            for rule in touched.values()
            if rule.applies_to(present)
        ]
        return tuple(sorted(fired, key=lambda one: (-one.tier.severity, one.rule)))

    def worst_of(self, present: frozenset[str]) -> int:
        """The severity of the worst rule that these signs make fire; that of clear when none does."""
        fired = self.fired_by(present)
        return fired[0].tier.severity if fired else Tier.CLEAR.severity

    @cached_property
    def _rules_with(self) -> dict[str, tuple[Rule, ...]]:
        """The rules that look at a sign; a rule that looks at none cannot be loaded."""
        return {sign: tuple(rule for rule in self.rules if sign in rule.signs) for sign in self.signs}

    @cached_property
    def stopping_at_once(self) -> frozenset[str]:
        """The rules that stop the check-in as soon as they fire, before anything more is asked."""
        urgent = (Tier.SAME_DAY, Tier.EMERGENCY_NOW)
        return frozenset(rule.id for rule in self.rules if rule.tier in urgent or rule.bars_plan is Bars.AT_ONCE)

    @cached_property
    def barring(self) -> frozenset[str]:
        """The rules that refuse a plan."""
        return self.stopping_at_once | {rule.id for rule in self.rules if rule.bars_plan is Bars.AT_END}

    def limits_for(self, present: frozenset[str], tier: Tier) -> Limits:
        """What a person with these signs may not do; at within-days or above no pressure at all.

        Source: clinical 0 (E2) and 2.4.
        """
        rows = [row for row in self.conditions if not present.isdisjoint(row.any_of)]
        return Limits(
            pressure_allowed=tier.severity < Tier.WITHIN_DAYS.severity,
            restrictions=tuple(cell for row in rows for cell in row.restrictions()),
        )
