"""Where the safety case and the project do not agree: what it names and is not there, and what it leaves out."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from reference.entries import entries
from reference.evidence import Evidence, is_front_end_test
from reference.register import Control, Hazard, Register, Requirement
from unknot.coach import Knowledge
from unknot.screening import Tier

_URGENT = (Tier.SAME_DAY, Tier.EMERGENCY_NOW)


def faults_in(register: Register, knowledge: Knowledge, evidence: Evidence, root: Path) -> Iterator[str]:
    """A sentence for each hazard, row or requirement that is not as it has to be; none when all is well."""
    sources = {citation.id for citation in knowledge.citations}
    yield from _twice("hazard", (hazard.id for hazard in register.hazard))
    yield from _twice("requirement", (requirement.id for requirement in register.requirement))
    for section in register.section:
        yield from _unknown(f"section '{section.id}'", "source", (section.id,), sources)
    for hazard in register.hazard:
        place = f"hazard '{hazard.id}'"
        yield from _unknown(place, "source", hazard.source, sources)
        yield from _unknown(place, "row", hazard.answers, register.rows)
        yield from _unsaid(place, hazard)
        for control in hazard.controls:
            yield from _faults_of_control(f"{place}, '{control.how}'", control, knowledge, evidence, root)
    yield from _left_out(register, knowledge)
    for requirement in register.requirement:
        yield from _faults_of_requirement(requirement, evidence, root)


def _unsaid(place: str, hazard: Hazard) -> Iterator[str]:
    if not hazard.source:
        yield f"{place}: cites no source. Name the section or the reading that it comes from."
    if not hazard.controls:
        yield f"{place}: nothing controls it. Name what does; what cannot be controlled is a limit in docs/safety.md."
    if bool(hazard.rest) == bool(hazard.nothing_rests_because):
        yield f"{place}: says either what is left (rest) or why nothing is (nothing_rests_because). Give one of them."


def _faults_of_control(
    place: str, control: Control, knowledge: Knowledge, evidence: Evidence, root: Path
) -> Iterator[str]:
    named = {f"{entry.file.removesuffix('.toml')}/{entry.name}" for entry in entries()}
    yield from _unknown(place, "rule", control.rules, {rule.id for rule in knowledge.rules.rules})
    yield from _unknown(place, "condition", control.conditions, {row.id for row in knowledge.rules.conditions})
    yield from _unknown(place, "stop", [f"stopping/{feeling}" for feeling in control.stops], named)
    yield from _unknown(place, "entry", control.entries, named)
    yield from _unknown(place, "proof", control.proofs, evidence.proofs)
    yield from _unknown(place, "file", control.where, [file for file in control.where if (root / file).exists()])
    yield from _unknown_tests(place, control.tests, evidence, root)
    if not control.is_shown:
        yield f"{place}: nothing shows it. Name a rule, a condition, a proof or a test; else it belongs to rest."


def _faults_of_requirement(requirement: Requirement, evidence: Evidence, root: Path) -> Iterator[str]:
    place = f"requirement '{requirement.id}'"
    yield from _unknown(place, "proof", requirement.proofs, evidence.proofs)
    yield from _unknown_tests(place, requirement.tests, evidence, root)
    if not (requirement.tests or requirement.proofs or requirement.rest):
        yield f"{place}: no test shows it. Name the test, or say in rest why there is none."


def _left_out(register: Register, knowledge: Knowledge) -> Iterator[str]:
    answered = {row for hazard in register.hazard for row in hazard.answers}
    for row, says in register.rows.items():
        if row not in answered:
            yield f"row '{row}' ({says}): no hazard answers it. Name it in answers of one that does."
    held = {rule for hazard in register.hazard for rule in hazard.rules}
    for rule in knowledge.rules.rules:
        if rule.tier in _URGENT and rule.id not in held:
            yield f"rule '{rule.id}' ({rule.tier}): belongs to no hazard. Name it in a control in docs/safety."
    wanted = [one.id.removeprefix("protocol:") for one in knowledge.citations if one.id.startswith("protocol:")]
    told = {requirement.id for requirement in register.requirement}
    for id in wanted:
        if id not in told:
            yield f"requirement '{id}': is missing in docs/safety/requirements.toml. Say what shows it."
    yield from _unknown("requirements.toml", "requirement", sorted(told), wanted)


def _unknown_tests(place: str, tests: Iterable[str], evidence: Evidence, root: Path) -> Iterator[str]:
    known = [test for test in tests if test in evidence.tests or is_front_end_test(root, test)]
    yield from _unknown(place, "test", tests, known)


def _unknown(place: str, what: str, names: Iterable[str], known: Collection[str]) -> Iterator[str]:
    for name in names:
        if name not in known:
            yield f"{place}: names the {what} '{name}', which does not exist. Mend the name, or take it out."


def _twice(what: str, ids: Iterable[str]) -> Iterator[str]:
    for id, times in Counter(ids).items():
        if times > 1:
            yield f"{what} '{id}': stands there {times} times. Leave one."
