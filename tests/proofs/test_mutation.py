"""Every slip in the rules is noticed: by a case, by a theorem, or because such a book cannot be loaded."""

from collections.abc import Iterator

from msgspec.structs import replace
from tests.people import CASES, check_in, read_patients, read_people, verdict_on
from tests.proofs.mutants import mutants_of
from tests.proofs.test_rules import what_is_wrong_with
from tests.readings import EDGES, HARMLESS, READINGS, asked_next, rules_fired, tier_of

from unknot.coach import Knowledge
from unknot.errors import KnowledgeError
from unknot.knowledge.check import check
from unknot.screening import NeedsAnswers, RuleBook, signs_of

PEOPLE = [person for file in sorted(CASES.glob("*.toml")) for person in read_people(file)]
PATIENTS = read_patients(CASES / "screening")


def outcomes(rules: RuleBook) -> Iterator[object]:
    """What comes out for every line of the second reading and for everyone in the case files, the quickest first."""
    yield from (tier_of(signs, rules) for signs in (*(one.signs for one in READINGS), *HARMLESS))
    yield from (rules_fired(one.signs, rules) for one in EDGES.fires)
    yield from (signs_of(one.answers, rules) for one in EDGES.unsure)
    yield from (asked_next(one, rules) for one in EDGES.asked)
    for verdict in (verdict_on(person, rules) for person in PEOPLE):
        yield type(verdict), "" if isinstance(verdict, NeedsAnswers) else (verdict.tier, _rules_in(verdict))
    for visit in (check_in(patient, rules) for patient in PATIENTS):
        yield type(visit.verdict), visit.verdict.tier, _rules_in(visit.verdict), visit.asked


def _rules_in(verdict: object) -> tuple[str, ...]:
    return tuple(sorted(one.rule for one in verdict.fired))


def noticed_by(mutant: RuleBook, knowledge: Knowledge, usual: list[object]) -> str | None:
    """What notices a mutant, the quickest first; None when nothing does."""
    try:
        check(replace(knowledge, rules=mutant))
    except KnowledgeError:
        return "the loader"
    try:
        if any(found != wanted for found, wanted in zip(outcomes(mutant), usual, strict=True)):
            return "a case"
    except (AssertionError, KeyError):
        return "a case"
    return "a theorem" if what_is_wrong_with(mutant) else None


def test_every_slip_in_the_rules_is_noticed(knowledge: Knowledge, proved) -> None:
    usual = list(outcomes(knowledge.rules))
    found = {name: noticed_by(mutant, knowledge, usual) for name, mutant in mutants_of(knowledge.rules)}
    assert [name for name, by in found.items() if by is None] == []
    counted = {by: sum(other == by for other in found.values()) for by in ("the loader", "a case", "a theorem")}
    told = ", ".join(f"{count} by {by}" for by, count in counted.items())
    proved(f"screening: all {len(found)} mutants of rules and questions are noticed ({told})")
