"""How well the check-in tells who must be seen, and how soon: the patients of tests/cases/screening.

Each patient goes through the check-in as a person does, one question after the other, from their own words on. The
held-out third was written by someone who knew neither the rules nor the other cases, and was not tuned to.

Run: python3 x.py bench screening. Figures: docs/safety.md.
Source of the reading speed: Brysbaert 2019, J Mem Lang 109 (silent reading of English non-fiction, 238 words a minute).
"""

import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from rich.console import Console
from rich.table import Table
from tests.offered import offered_after
from tests.people import CASES, Patient, Visited, check_in, read_patients

from unknot.coach import Knowledge
from unknot.knowledge import load_knowledge
from unknot.screening import Tier
from unknot.screening.own_words import read_words
from unknot.words import say

WORDS_A_MINUTE, SECONDS_A_TAP = 238, 1.0
MOST_OVER_REFERRED = 0.05
HELD_OUT = "h-"


@dataclass(frozen=True)
class Seen:
    """A patient and what the check-in came to."""

    patient: Patient
    visited: Visited
    offered: frozenset[str]

    @property
    def tier(self) -> Tier:
        return self.visited.verdict.tier

    @property
    def is_missed(self) -> bool:
        """Milder than anything that a careful clinician would accept."""
        return self.tier.severity < min(tier.severity for tier in self.patient.allowed)

    @property
    def is_over_referred(self) -> bool:
        return self.tier.severity > max(tier.severity for tier in self.patient.allowed)


def main() -> int:
    """Print the table; 1 when a danger is missed, a plan is forbidden, or too many ordinary people are sent on."""
    knowledge = load_knowledge()
    seen = [_see(patient, knowledge) for patient in read_patients(CASES / "screening")]
    open_ones = [one for one in seen if not one.patient.id.startswith(HELD_OUT)]
    held_out = [one for one in seen if one.patient.id.startswith(HELD_OUT)]
    thirds = {"open": open_ones, "held out": held_out, "all": seen}
    table = Table("", *(f"{name} ({len(third)})" for name, third in thirds.items()))
    for row, measure in MEASURES.items():
        table.add_row(row, *(measure(third) for third in thirds.values()))
    console = Console(width=110)
    console.print(table)
    for one in seen:
        for fault in _faults_of(one):
            console.print(f"{one.patient.id}: {fault}")
    _print_length(console, knowledge, seen)
    ordinary = [one for one in seen if one.patient.kind == "ordinary"]
    too_many = sum(one.is_over_referred for one in ordinary) > MOST_OVER_REFERRED * len(ordinary)
    return int(too_many or any(one.is_missed or _forbidden(one) for one in seen))


def _see(patient: Patient, knowledge: Knowledge) -> Seen:
    hinted = read_words(patient.text, knowledge.lexicon).signs_in_front
    visited = check_in(patient, knowledge.rules, hinted)
    return Seen(patient, visited, offered_after(visited.verdict, knowledge))


def _forbidden(one: Seen) -> frozenset[str]:
    return one.offered.intersection(one.patient.forbids)


def _faults_of(one: Seen) -> list[str]:
    faults = []
    if one.is_missed:
        faults.append(f"missed: {one.tier}, wants {one.patient.expected}")
    if one.is_over_referred:
        rules = ", ".join(fired.rule for fired in one.visited.verdict.fired)
        faults.append(f"over-referred: {one.tier} for {rules}, wants {one.patient.expected}")
    if forbidden := _forbidden(one):
        faults.append(f"is offered {', '.join(sorted(forbidden))}")
    return faults


def _share(of: Callable[[Seen], bool], among: Callable[[Seen], bool]) -> Callable[[Sequence[Seen]], str]:
    def measure(seen: Sequence[Seen]) -> str:
        asked = [one for one in seen if among(one)]
        right = sum(of(one) for one in asked)
        return f"{right}/{len(asked)} ({right / len(asked):.1%})" if asked else "-"

    return measure


def _wants(*tiers: Tier) -> Callable[[Seen], bool]:
    return lambda one: one.patient.expected in tiers


def _questions(kind: str) -> Callable[[Sequence[Seen]], str]:
    return lambda seen: f"{median([len(one.visited.asked) for one in seen if one.patient.kind == kind] or [0]):g}"


MEASURES: dict[str, Callable[[Sequence[Seen]], str]] = {
    "emergencies sent as emergencies": _share(lambda one: one.tier is Tier.EMERGENCY_NOW, _wants(Tier.EMERGENCY_NOW)),
    "urgent or above sent as such": _share(
        lambda one: one.tier.severity >= Tier.SAME_DAY.severity, _wants(Tier.SAME_DAY, Tier.EMERGENCY_NOW)
    ),
    "dangerous, missed": _share(lambda one: one.is_missed, lambda one: one.patient.kind == "dangerous"),
    "ordinary, over-referred": _share(lambda one: one.is_over_referred, lambda one: one.patient.kind == "ordinary"),
    "exactly the tier expected": _share(lambda one: one.tier is one.patient.expected, lambda _: True),
    "forbidden things offered": lambda seen: str(sum(bool(_forbidden(one)) for one in seen)),
    "median questions, dangerous": _questions("dangerous"),
    "median questions, ordinary": _questions("ordinary"),
}


def _print_length(console: Console, knowledge: Knowledge, seen: list[Seen]) -> None:
    """How long a check-in takes an ordinary person who has nothing special to say."""
    calm = [one for one in seen if one.patient.kind == "ordinary" and one.tier is Tier.CLEAR]
    for visit in ("first", "return"):
        lengths = [(len(one.visited.asked), _seconds(one, knowledge)) for one in calm if one.patient.visit == visit]
        if lengths:
            answers, seconds = (median(column) for column in zip(*lengths, strict=True))
            console.print(f"{visit} visit, ordinary and clear: median {answers:g} answers, about {seconds:.0f} s")


def _seconds(one: Seen, knowledge: Knowledge) -> float:
    """The time to read every question and option on the way, and to tap."""
    words = 0
    for id in one.visited.asked:
        options = knowledge.rules.question_by_id[id].options
        said = [say(f"question-{id}"), *(say(f"sign-{option}") for option in options)]
        words += len(re.findall(r"\w+", " ".join(said)))
    return words / WORDS_A_MINUTE * 60 + SECONDS_A_TAP * len(one.visited.asked)


if __name__ == "__main__":
    sys.exit(main())
