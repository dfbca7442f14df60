"""The safety case as pages: the tables of docs/safety.md, each hazard in full, and each rule with its people."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from reference.evidence import Evidence, Person
from reference.markdown import codes, page, table, words
from reference.register import Control, Hazard, Kind, Register, RegisterError
from unknot.coach import Knowledge
from unknot.screening import Rule

_TITLES = {
    Kind.MISSED: "A danger that is taken for a knot",
    Kind.PRESSING: "Pressing that does harm",
    Kind.TELLING: "Words that mislead",
    Kind.MACHINE: "What the software itself could do wrong",
}
_MARK = re.compile(r"(<!-- table: ([\w-]+) -->\n\n)(.*?)(\n\n<!-- end of table -->)", re.DOTALL)
_MENDING = "A table stands between '<!-- table: NAME -->' and '<!-- end of table -->', each with a blank line."


class SafetyCase(NamedTuple):
    """What the pages are written from."""

    register: Register
    evidence: Evidence
    knowledge: Knowledge


def fill_tables(text: str, case: SafetyCase) -> str:
    """The page written by hand, with its tables written anew.

    Raises: RegisterError: the page lacks the place of a table, or has one of a table that there is not.
    """
    tables = {kind.value: _in_short(kind, case) for kind in Kind} | {
        "proved": _proved(case.evidence),
        "not-shown": _not_shown(case.register),
    }
    places = [mark[1] for mark in _MARK.findall(text)]
    if sorted(places) != sorted(tables):
        raise RegisterError(f"docs/safety.md: has the tables {sorted(places)}, want {sorted(tables)}. {_MENDING}")
    return _MARK.sub(lambda mark: f"{mark[1]}{tables[mark[2]]}{mark[4]}", text)


def hazards(case: SafetyCase) -> str:
    """The page of every hazard: what holds it, in which data and files, what shows that, and what is left."""
    of_kind = [
        block
        for kind in Kind
        for block in (f"## {_TITLES[kind]}", *(_in_full(hazard, case) for hazard in _of(kind, case.register)))
    ]
    return page(
        "Hazards",
        f"The {len(case.register.hazard)} hazards of the [safety case](../safety.md), in full. They stand in "
        "`docs/safety/missed.toml`, `docs/safety/pressing.toml`, `docs/safety/telling.toml` and "
        "`docs/safety/machine.toml`. **No clinician has reviewed them.** What each rule says, and two people for each: "
        "[rules](rules.md). `python3 x.py check` fails when one of these names what does not exist.",
        *of_kind,
        "## The lists behind them",
        "Three lists of the fact sheet, row by row, with the hazards that answer each.",
        *(block for section in case.register.section for block in (f"### {section.title}", _rows(section.id, case))),
    )


def rules(case: SafetyCase) -> str:
    """The page of every rule with the person that it is for, and the nearest one that it lets by."""
    blocks = [
        "Each rule of the check-in with two people from tests/cases: one whom it is for, and the nearest one for whom "
        "it does not speak. Another rule may speak for the second. When, exactly: "
        "[red flags](../reference/red-flags.md). "
        "That the first fires it and the second does not: `test_a_case_that_is_written_for_a_rule_fires_it`, "
        "`test_a_nearest_case_does_not_fire_its_rule`.",
    ]
    listed = sorted(case.knowledge.rules.rules, key=lambda rule: -rule.tier.severity)
    for tier, of_tier in groupby(listed, key=lambda rule: rule.tier):
        blocks.append(f"## {words(f'tier-{tier}')} (`{tier}`)")
        head = ("Rule", "Whom it is for", "The nearest whom it is not for", "Hazard")
        blocks.append(table(head, (_two_people(rule, case) for rule in of_tier)))
    return page("Rules and people", *blocks)


def shown_by(requirement_id: str, case: SafetyCase) -> str:
    """A cell: the tests and proofs that show a requirement, and what no test shows, for a page in docs/reference."""
    one = next((one for one in case.register.requirement if one.id == requirement_id), None)
    if one is None:
        return "**not shown by a test**"
    shown = [*_tests(one.proofs, case.evidence, "../../"), *_tests(one.tests, case.evidence, "../../")]
    return "<br>".join([*(shown or ["**not shown by a test**"]), *([one.rest] if one.rest else [])])


def _of(kind: Kind, register: Register) -> list[Hazard]:
    return [hazard for hazard in register.hazard if hazard.kind is kind]


def _in_short(kind: Kind, case: SafetyCase) -> str:
    listed = _of(kind, case.register)
    if kind is Kind.MACHINE:
        return table(("Never", "What makes it so", "Held by"), (_never(hazard, case.evidence) for hazard in listed))
    rows = [
        (f"**{_link(hazard, 'safety/hazards.md')}.** {hazard.says}", _how(hazard), _rest(hazard)) for hazard in listed
    ]
    return table(("What could happen", "What holds it", "What is left"), rows)


def _never(hazard: Hazard, evidence: Evidence) -> tuple[str, str, str]:
    places = list(dict.fromkeys(file for control in hazard.controls for file in control.where))
    proofs = [name for control in hazard.controls for name in control.proofs]
    tests = [name for control in hazard.controls for name in control.tests]
    held = [*_tests(proofs, evidence, "../"), *_tests(tests, evidence, "../")]
    return f"[{hazard.says}](safety/hazards.md#{hazard.id})", f"{_how(hazard)}<br>{codes(places)}", "<br>".join(held)


def _in_full(hazard: Hazard, case: SafetyCase) -> str:
    rows = [(control.how, _by_what(control), _shown(control, case.evidence)) for control in hazard.controls]
    parts = [
        f"### {_title(hazard)}",
        hazard.says if hazard.kind is not Kind.MACHINE else f"What can never happen: {_lowered(hazard.says)}.",
        table(("How it is controlled", "By what", "Shown by"), rows),
        f"**What is left.** {_rest(hazard)}",
        f"Source: {codes(hazard.source)}",
    ]
    return "\n\n".join(parts)


def _rows(section: str, case: SafetyCase) -> str:
    number = section.removeprefix("clinical:")
    answering = {
        row: [_link(hazard, "") for hazard in case.register.hazard if row in hazard.answers]
        for row in case.register.rows
    }
    listed = [
        (row.rpartition("/")[2], says, "<br>".join(answering[row]))
        for row, says in case.register.rows.items()
        if row.rpartition("/")[0] == number
    ]
    return table(("", f"`{section}`", "Answered by"), listed)


def _two_people(rule: Rule, case: SafetyCase) -> tuple[str, str, str, str]:
    fires = [person for person in case.evidence.people if person.fires == rule.id]
    nearest = [person for person in case.evidence.people if person.nearest_to == rule.id]
    held = [_link(hazard, "hazards.md") for hazard in case.register.hazard if rule.id in hazard.rules]
    return f"`{rule.id}`", _told(fires), _told(nearest), "<br>".join(held)


def _told(people: Iterable[Person]) -> str:
    return "<br>".join(f"{person.about} (`{person.id}`)" for person in people)


def _by_what(control: Control) -> str:
    named = (
        ("Rules", control.rules),
        ("Conditions", control.conditions),
        ("Stops", control.stops),
        ("Entries", control.entries),
        ("Files", control.where),
    )
    return "<br>".join(f"{what}: {codes(ids)}" for what, ids in named if ids)


def _shown(control: Control, evidence: Evidence) -> str:
    cases = ["the [people of each rule](rules.md)"] if control.rules else []
    matrix = ["`test_a_condition_closes_its_columns_and_no_others`"] if control.conditions else []
    tests = [name for name in control.tests if f"`{name}`" not in matrix]
    proofs = [f"proved: {name}" for name in _tests(control.proofs, evidence, "../../")]
    return "<br>".join([*cases, *matrix, *proofs, *_tests(tests, evidence, "../../")])


def _tests(names: Iterable[str], evidence: Evidence, up: str) -> Iterator[str]:
    """Links to tests and theorems; `up` leads from the page to the root."""
    for name in names:
        place, _, title = name.partition(": ")
        file = next(iter(evidence.tests.get(name, evidence.proofs.get(name, ()))), place)
        in_browser = " (in a browser)" if file.startswith("tests/browser/") else ""
        said = f"`{name}`" if name.startswith("test_") else title or name
        yield f"[{said}]({up}{file}){in_browser}"


def _proved(evidence: Evidence) -> str:
    theorems = sorted(name for name in evidence.proofs if not name.startswith("test_"))
    rows = ((name, codes(evidence.proofs[name])) for name in theorems)
    return table(("Proved for every combination of answers", "Where"), rows)


def _not_shown(register: Register) -> str:
    rows = [
        (f"`{one.id}`", one.rest if one.tests or one.proofs else f"Not shown by a test. {one.rest}")
        for one in register.requirement
        if one.rest
    ]
    return table(("Requirement", "What no test shows"), rows)


def _how(hazard: Hazard) -> str:
    return " ".join(control.how for control in hazard.controls)


def _rest(hazard: Hazard) -> str:
    return hazard.rest or f"Nothing that is known: {_lowered(hazard.nothing_rests_because)}"


def _lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _title(hazard: Hazard) -> str:
    return hazard.id.replace("-", " ").capitalize()


def _link(hazard: Hazard, file: str) -> str:
    return f"[{_title(hazard)}]({file}#{hazard.id})"
