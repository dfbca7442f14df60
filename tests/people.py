"""The people of tests/cases: who they are, what they answer, and the way they go through a check-in."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
from tests.calm import calm_answers

from unknot.screening import (
    Answers,
    Cleared,
    Modality,
    NeedsAnswers,
    RuleBook,
    Stopped,
    Tier,
    Visit,
    screen,
)
from unknot.units import Value

CASES = Path(__file__).parent / "cases"
NOW = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)


class Person(Value, frozen=True):
    """One person of a rule's case file: what they answer, and exactly which rules must fire."""

    id: str
    about: str
    verdict: str
    tier: Tier
    rules: tuple[str, ...]
    answers: Answers = {}
    visit: Visit = Visit.FIRST
    history: tuple[str, ...] = ()
    fires: str = ""
    nearest_to: str = ""
    condition: str = ""
    closed: tuple[Modality, ...] | None = None
    closed_at_neck: tuple[Modality, ...] | None = None
    light: tuple[Modality, ...] | None = None


class Patient(Value, frozen=True):
    """One person as a physiotherapist tells them: what they would say, and the verdict that fits them."""

    id: str
    kind: str
    text: str
    about: str
    expected: Tier
    allowed: tuple[Tier, ...]
    source: tuple[str, ...]
    forbids: tuple[str, ...] = ()
    answers: Answers = {}
    visit: Visit = Visit.FIRST
    history: tuple[str, ...] = ()


@dataclass(frozen=True)
class Visited:
    """How a check-in went: the last verdict, and the questions that were answered on the way, in order."""

    verdict: Stopped | Cleared
    asked: tuple[str, ...]


def read_people(file: Path) -> list[Person]:
    """The people of one of the rules' case files."""
    return msgspec.convert(_cases_in(file), list[Person])


def read_patients(folder: Path) -> list[Patient]:
    """The patients of every file in a folder."""
    return [msgspec.convert(case, Patient) for file in sorted(folder.glob("*.toml")) for case in _cases_in(file)]


def _cases_in(file: Path) -> Iterable[dict[str, Any]]:
    cases: Iterable[dict[str, Any]] = tomllib.loads(file.read_text("utf-8"))["case"]
    return cases


def verdict_on(person: Person, rules: RuleBook) -> Stopped | Cleared | NeedsAnswers:
    """The verdict on someone who has answered everything, most of it calmly."""
    answers = {**calm_answers(rules), **person.answers}
    return screen(answers, rules, NOW, person.visit, frozenset(person.history))


def check_in(patient: Patient, rules: RuleBook, hinted: frozenset[str] = frozenset()) -> Visited:
    """The check-in of a patient who answers one question after the other, as it asks them.

    On a return visit the answers that are kept are known. Beside a stop that is no emergency the questions that may
    show one are answered too.
    """
    truth = {**calm_answers(rules), **patient.answers}
    is_kept = patient.visit is Visit.RETURN
    given = {q.id: truth[q.id] for q in rules.questions if q.kept_days and is_kept}
    asked: list[str] = []
    while True:
        verdict = screen(given, rules, NOW, patient.visit, frozenset(patient.history), hinted)
        open_ones = _open_questions(verdict)
        if not open_ones:
            assert not isinstance(verdict, NeedsAnswers)
            return Visited(verdict, tuple(asked))
        asked.append(open_ones[0])
        given[open_ones[0]] = truth[open_ones[0]]


def _open_questions(verdict: Stopped | Cleared | NeedsAnswers) -> tuple[str, ...]:
    match verdict:
        case NeedsAnswers():
            return verdict.missing
        case Stopped():
            return verdict.may_be_worse
        case Cleared():
            return ()
