"""The second reading of the fact sheet, and what the rules say to each of its lines."""

import re
import tomllib
from pathlib import Path

import msgspec

from unknot.screening import RuleBook, Tier
from unknot.units import Value

FILE = Path(__file__).parent / "cases" / "second_reading" / "readings.toml"
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


class Readings(Value, frozen=True):
    """readings.toml"""

    reading: tuple[Reading, ...]
    harmless: tuple[tuple[str, ...], ...]


READINGS = msgspec.convert(tomllib.loads(FILE.read_text("utf-8")), Readings)


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
