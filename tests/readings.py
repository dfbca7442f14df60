"""The second reading of the fact sheet and its edges, and what the rules say to each line."""

import re
import tomllib
from pathlib import Path

import msgspec
from tests.calm import calm_answers

from unknot.screening import Answers, RuleBook, Tier, Visit, unanswered
from unknot.screening import signs_of as answers_signs
from unknot.units import Value

FOLDER = Path(__file__).parent / "cases" / "second_reading"
_KEPT = ("age", "sex-at-birth", "health", "course", "pain-now")
_NUMBER = re.compile(r"(age|pain)(>=|>|<|=)(\d+)")
_QUESTION = {"age": "age", "pain": "pain-now"}


class Reading(Value, frozen=True):
    """The smallest set of signs that reaches a tier, as a second reader has it; `ours` where the rules differ."""

    flag: str
    signs: tuple[str, ...]
    tier: Tier
    ours: Tier | None = None
    because: str = ""
    reads: str = ""
    no_plan: bool = False

    @property
    def wanted(self) -> Tier:
        """The tier that the rules are to give."""
        return self.tier if self.ours is None else self.ours


class Asked(Value, frozen=True):
    """What a check-in asks next when these answers differ from those of a healthy person."""

    asked: tuple[str, ...]
    answers: Answers = {}
    visit: Visit = Visit.FIRST
    history: tuple[str, ...] = ()


class Unsure(Value, frozen=True):
    """What answers with "not sure" among them amount to, by themselves."""

    answers: Answers
    tier: Tier
    signs: tuple[str, ...]


class Fires(Value, frozen=True):
    """The rules that these signs fire, by their ids in order."""

    signs: tuple[str, ...]
    rules: tuple[str, ...]


class Readings(Value, frozen=True):
    """readings.toml and edges.toml"""

    reading: tuple[Reading, ...]
    harmless: tuple[tuple[str, ...], ...]
    asked: tuple[Asked, ...] = ()
    unsure: tuple[Unsure, ...] = ()
    fires: tuple[Fires, ...] = ()


def _read(name: str) -> Readings:
    return msgspec.convert(tomllib.loads((FOLDER / name).read_text("utf-8")), Readings)


SECOND, EDGES = _read("readings.toml"), _read("edges.toml")
READINGS = (*SECOND.reading, *EDGES.reading)
HARMLESS = (*SECOND.harmless, *EDGES.harmless)


def asked_next(of: Asked, rules: RuleBook) -> tuple[str, ...]:
    """The questions that a check-in still asks, or asks beside a stop, in their order."""
    calm = calm_answers(rules)
    first, later = ("any-of-these", "unlike-usual"), ("today", "health-changed")
    usual = (*_KEPT, *(first if of.visit is Visit.FIRST else later))
    answers = {**{id: calm[id] for id in usual}, **of.answers}
    signs = answers_signs(answers, rules) | frozenset(of.history)
    return unanswered(answers, rules, of.visit, signs)


def signs_of(written: tuple[str, ...], rules: RuleBook) -> frozenset[str]:
    """The signs of a line, with those that its numbers reach: for age>=50 and age<60 at once, those of 50."""
    numbers: dict[str, int] = {}
    signs: set[str] = set()
    for one in written:
        if (bound := _NUMBER.fullmatch(one)) is None:
            signs.add(one)
        elif bound[2] == "<":
            numbers.setdefault(bound[1], int(bound[3]) - 1)
        else:
            numbers[bound[1]] = int(bound[3]) + (bound[2] == ">")
    for what, number in numbers.items():
        signs.update(rules.number_signs_at(_QUESTION[what], number))
    return frozenset(signs)


def tier_of(written: tuple[str, ...], rules: RuleBook) -> tuple[Tier, bool]:
    """The tier that the rules give to a line, and whether they refuse a plan."""
    fired = rules.fired_by(signs_of(written, rules))
    return (fired[0].tier if fired else Tier.CLEAR), any(one.rule in rules.barring for one in fired)


def rules_fired(signs: tuple[str, ...], rules: RuleBook) -> tuple[str, ...]:
    """The ids of the rules that these signs fire, in order."""
    return tuple(sorted(one.rule for one in rules.fired_by(frozenset(signs))))
