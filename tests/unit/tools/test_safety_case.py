"""The safety case says nothing that is not so: it refuses what does not exist, and what is left out."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from reference.evidence import evidence_in, is_front_end_test
from reference.misnamed import faults_in
from reference.register import FILES, Control, Hazard, Register, RegisterError, Requirement, Section, read_register
from reference.safety import SafetyCase, fill_tables, hazards, rules, shown_by
from unknot.coach import Knowledge
from unknot.knowledge import load_knowledge
from unknot.screening import Tier

ROOT = Path(__file__).resolve().parents[3]
KNOWLEDGE = load_knowledge()
EVIDENCE = evidence_in(ROOT)
SHIPPED = read_register(ROOT / "docs" / "safety")
CASE = SafetyCase(SHIPPED, EVIDENCE, KNOWLEDGE)
FIRST = SHIPPED.hazard[0]
HOW = Control(how="It stops.", tests=("test_silence_is_never_a_no",))


def faults(register: Register, knowledge: Knowledge = KNOWLEDGE) -> list[str]:
    return list(faults_in(register, knowledge, EVIDENCE, ROOT))


def with_first(**changed: object) -> Register:
    """The shipped register, with its first hazard changed."""
    return replace(SHIPPED, hazard=(replace(FIRST, **changed), *SHIPPED.hazard[1:]))


def with_control(control: Control) -> Register:
    return with_first(controls=(*FIRST.controls, control))


def with_requirement(changed: Requirement) -> Register:
    rest = tuple(one for one in SHIPPED.requirement if one.id != changed.id)
    return replace(SHIPPED, requirement=(*rest, changed))


def test_the_shipped_safety_case_is_sound() -> None:
    assert faults(SHIPPED) == []


@pytest.mark.parametrize(
    ("what", "name", "named"),
    [
        ("rule", "no-such-rule", {"rules": ("no-such-rule",)}),
        ("condition", "no-such-condition", {"conditions": ("no-such-condition",)}),
        ("stop", "stopping/no-such-feeling", {"stops": ("no-such-feeling",)}),
        ("entry", "tools/hammer", {"entries": ("tools/hammer",)}),
        ("file", "src/unknot/nowhere.py", {"where": ("src/unknot/nowhere.py",)}),
        ("proof", "all is well", {"proofs": ("all is well",)}),
        ("test", "test_all_is_well", {"tests": ("test_all_is_well",)}),
        (
            "test",
            "web/src/session/player.test.ts: all is well",
            {"tests": ("web/src/session/player.test.ts: all is well",)},
        ),
    ],
)
def test_a_control_that_names_what_does_not_exist_is_refused(
    what: str, name: str, named: dict[str, tuple[str, ...]]
) -> None:
    found = faults(with_control(replace(HOW, **named)))
    assert found == [
        f"hazard '{FIRST.id}', 'It stops.': names the {what} '{name}', which does not exist. "
        "Mend the name, or take it out."
    ]


def test_a_test_is_no_proof() -> None:
    found = faults(with_control(replace(HOW, proofs=HOW.tests)))
    assert found == [
        f"hazard '{FIRST.id}', 'It stops.': names the proof 'test_silence_is_never_a_no', which does not exist. "
        "Mend the name, or take it out."
    ]


def test_a_control_that_nothing_shows_is_refused() -> None:
    assert faults(with_control(Control(how="Hope.", entries=("zones/Z_FRONT",)))) == [
        f"hazard '{FIRST.id}', 'Hope.': nothing shows it. Name a rule, a condition, a proof or a test; "
        "else it belongs to rest."
    ]


def test_an_unknown_source_is_refused() -> None:
    assert faults(with_first(source=("clinical:99",))) == [
        f"hazard '{FIRST.id}': names the source 'clinical:99', which does not exist. Mend the name, or take it out."
    ]


def test_a_hazard_says_what_is_left_or_why_nothing_is() -> None:
    told = f"hazard '{FIRST.id}': says either what is left (rest) or why nothing is (nothing_rests_because). "
    assert faults(with_first(rest="")) == [f"{told}Give one of them."]
    assert faults(with_first(nothing_rests_because="It is proved.")) == [f"{told}Give one of them."]


def test_a_row_that_no_hazard_answers_is_refused() -> None:
    section = Section("clinical:4", "More", ("A row that nobody thought of",))
    assert faults(replace(SHIPPED, section=(*SHIPPED.section, section))) == [
        "row '4/1' (A row that nobody thought of): no hazard answers it. Name it in answers of one that does."
    ]


def test_a_row_that_does_not_exist_is_refused() -> None:
    assert faults(with_first(answers=(*FIRST.answers, "9/16"))) == [
        f"hazard '{FIRST.id}': names the row '9/16', which does not exist. Mend the name, or take it out."
    ]


def with_rule(tier: Tier) -> Knowledge:
    """The knowledge with one more rule."""
    book = KNOWLEDGE.rules
    return replace(KNOWLEDGE, rules=replace(book, rules=(*book.rules, replace(book.rules[0], id="new-one", tier=tier))))


@pytest.mark.parametrize("tier", [Tier.SAME_DAY, Tier.EMERGENCY_NOW])
def test_an_urgent_rule_of_no_hazard_is_refused(tier: Tier) -> None:
    assert faults(SHIPPED, with_rule(tier)) == [
        f"rule 'new-one' ({tier}): belongs to no hazard. Name it in a control in docs/safety."
    ]


def test_a_rule_that_is_not_urgent_may_belong_to_none() -> None:
    assert faults(SHIPPED, with_rule(Tier.WITHIN_DAYS)) == []


def test_a_requirement_that_is_left_out_is_refused() -> None:
    kept = tuple(one for one in SHIPPED.requirement if one.id != "S1")
    assert faults(replace(SHIPPED, requirement=kept)) == [
        "requirement 'S1': is missing in docs/safety/requirements.toml. Say what shows it."
    ]


def test_a_requirement_that_does_not_exist_is_refused() -> None:
    assert faults(with_requirement(Requirement("S7", tests=HOW.tests))) == [
        "requirements.toml: names the requirement 'S7', which does not exist. Mend the name, or take it out."
    ]


def test_a_requirement_without_a_test_has_to_say_so() -> None:
    assert faults(with_requirement(Requirement("S1"))) == [
        "requirement 'S1': no test shows it. Name the test, or say in rest why there is none."
    ]
    assert faults(with_requirement(Requirement("S1", rest="Nobody can test it."))) == []


def test_a_requirement_without_a_test_is_said_to_have_none() -> None:
    case = CASE._replace(register=with_requirement(Requirement("S1", rest="Nobody can test it.")))
    assert shown_by("S1", case) == "**not shown by a test**<br>Nobody can test it."
    page = fill_tables((ROOT / "docs" / "safety.md").read_text("utf-8"), case)
    assert "| `S1` | Not shown by a test. Nobody can test it. |" in page


def test_a_hazard_that_stands_there_twice_is_refused() -> None:
    assert faults(replace(SHIPPED, hazard=(*SHIPPED.hazard, FIRST))) == [
        f"hazard '{FIRST.id}': stands there 2 times. Leave one."
    ]


def test_a_hazard_that_nothing_controls_is_refused() -> None:
    hazard = Hazard("a-new-one", FIRST.kind, "It could happen.", ("clinical:9",), (), rest="All of it.")
    assert faults(replace(SHIPPED, hazard=(*SHIPPED.hazard, hazard))) == [
        "hazard 'a-new-one': nothing controls it. Name what does; what cannot be controlled is a limit in "
        "docs/safety.md."
    ]


def test_a_table_follows_what_is_left() -> None:
    page = (ROOT / "docs" / "safety.md").read_text("utf-8")
    assert fill_tables(page, CASE) == page
    assert "All of it is left." in fill_tables(page, CASE._replace(register=with_first(rest="All of it is left.")))


def test_a_page_without_the_place_of_a_table_is_refused() -> None:
    page = (ROOT / "docs" / "safety.md").read_text("utf-8")
    with pytest.raises(RegisterError, match=r"docs/safety\.md: has the tables .* want .*missed"):
        fill_tables(page.replace("<!-- table: missed -->", ""), CASE)


def test_every_hazard_has_a_heading_that_its_links_lead_to() -> None:
    headings = [line.removeprefix("### ") for line in hazards(CASE).splitlines() if line.startswith("### ")]
    anchors = {heading.lower().replace(" ", "-") for heading in headings}
    assert [one.id for one in SHIPPED.hazard if one.id not in anchors] == []


def test_every_rule_is_shown_with_someone_whom_it_is_for_and_someone_whom_it_is_not_for() -> None:
    cells = [line.split(" | ") for line in rules(CASE).splitlines() if line.startswith("| `")]
    assert {row[0].strip("| `") for row in cells} == {rule.id for rule in KNOWLEDGE.rules.rules}
    assert [row[0] for row in cells if not (row[1].strip() and row[2].strip())] == []


def test_a_theorem_and_a_test_are_found_where_they_stand() -> None:
    assert EVIDENCE.proofs["silence never clears"] == ("tests/proofs/test_rules.py",)
    assert EVIDENCE.tests["test_silence_is_never_a_no"] == ("tests/unit/screening/test_screen.py",)
    assert EVIDENCE.tests["test_warfarin_leaves_light_kneading_only"] == ("tests/unit/planning/test_session.py",)
    assert is_front_end_test(ROOT, "web/src/session/player.test.ts: stop is one event away")
    assert not is_front_end_test(ROOT, "web/src/session/player.test.ts: ")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[[hazard]]\nid = 3", r"missed\.toml: .*str"),
        ('[[hazard]]\nid = "a"\nkind = "odd"', r"missed\.toml: .*odd"),
        ('[[requirement]]\nid = "S1"\nshown = "yes"', r"missed\.toml: .*shown"),
        ("[[", r"missed\.toml: .*The keys are in tools/reference/register\.py"),
    ],
)
def test_a_file_that_is_not_exact_is_refused(content: str, message: str, tmp_path: Path) -> None:
    for name in FILES:
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "missed.toml").write_text(content, encoding="utf-8")
    with pytest.raises(RegisterError, match=message):
        read_register(tmp_path)


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match=r"rows\.toml: cannot be read"):
        read_register(tmp_path)
