"""The house keeps its own rules: no numbers in clinical code, one maker of each promise, small files, no strangers."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "unknot"
CLINICAL = ("anatomy", "screening", "locating", "planning", "guiding", "progress", "prevention")
CODE = (".py", ".ts", ".svelte", ".js")
TEXT = (*CODE, ".css", ".toml", ".ftl", ".html", ".json")
NO_NOUN = ("utils", "helpers", "common", "base", "manager", "service")
LONGEST = 400
OWN_ADDRESSES = ("https://json-schema.org/draft/2020-12/schema", "http://127.0.0.1")
NAMES_LIKE_ADDRESSES = {  # what is called so, in the one file that names it; nothing is fetched from there
    "src/unknot/sharing/drawn.py": ("http://www.w3.org/2000/svg",),
    "src/unknot/sharing/fhir/codes.toml": (
        "http://hl7.org/fhir/",
        "http://loinc.org",
        "http://snomed.info/sct",
        "http://terminology.hl7.org/CodeSystem/",
        "http://unitsofmeasure.org",
    ),
}
ADDRESS = re.compile(r"https?://[A-Za-z0-9][^\s\"'`)<>]*")


def files_under(*folders: str, ending: tuple[str, ...]) -> list[Path]:
    found = (file for folder in folders for file in (ROOT / folder).rglob("*") if file.suffix in ending)
    made = ("node_modules", "static", "made", "__pycache__")
    return sorted(file for file in found if not any(part in made for part in file.parts))


def named(file: Path) -> str:
    return str(file.relative_to(ROOT))


def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"), named(file))


PROGRAM = files_under("src", ending=(".py",))


@pytest.mark.parametrize("package", CLINICAL)
def test_no_number_stands_in_clinical_code(package: str) -> None:
    """Every number but 0 and 1 is knowledge, and stands with its source in a knowledge file."""
    numbers = [
        f"{named(file)}:{node.lineno}: {node.value}"
        for file in files_under(f"src/unknot/{package}", ending=(".py",))
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, int | float | complex)
        and not isinstance(node.value, bool)
        and node.value not in (0, 1)
    ]
    assert numbers == []


def makers_of(value: str) -> set[str]:
    """The files that call a type by its name or as an attribute, or decode into it."""
    return {
        named(file)
        for file in PROGRAM
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Call)
        and (
            (isinstance(node.func, ast.Name) and node.func.id == value)
            or (isinstance(node.func, ast.Attribute) and node.func.attr == value)
        )
    }


def test_only_screening_makes_a_clearance() -> None:
    """`case Cleared():` of a match is a pattern, not a call, and so may stand anywhere."""
    assert makers_of("Cleared") == {"src/unknot/screening/screen.py"}


def test_only_the_limits_make_a_plan() -> None:
    assert makers_of("Plan") == {"src/unknot/planning/limits.py"}


def test_only_guiding_makes_a_cue_sheet() -> None:
    assert makers_of("CueSheet") == {"src/unknot/guiding/compile.py"}


@pytest.mark.parametrize("folder", ["src", "tools", "tests", "web/src"])
def test_no_file_is_longer_than_one_can_hold_in_mind(folder: str) -> None:
    lines = {named(file): len(file.read_text("utf-8").splitlines()) for file in files_under(folder, ending=CODE)}
    too_long = {name: count for name, count in lines.items() if count > LONGEST}
    assert too_long == {}


def test_every_bench_finds_its_neighbours_when_x_py_runs_it() -> None:
    """It runs as `python -m bench.name`, where a neighbour has no name but `bench.neighbour`."""
    neighbours = {file.stem for file in files_under("bench", ending=(".py",))}
    astray = [
        f"{named(file)}:{node.lineno}: {node.module}"
        for file in files_under("bench", ending=(".py",))
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] in neighbours
    ]
    assert astray == []


@pytest.mark.parametrize("folder", ["src", "tools", "tests", "web/src"])
def test_every_file_is_named_after_a_thing(folder: str) -> None:
    vague = [named(file) for file in files_under(folder, ending=CODE) if file.stem.lower() in NO_NOUN]
    assert vague == []


def test_no_third_party_address_stands_in_the_product() -> None:
    strangers = [
        f"{named(file)}: {address}"
        for file in files_under("src", "web/src", ending=TEXT)
        for address in ADDRESS.findall(file.read_text("utf-8"))
        if not address.startswith((*OWN_ADDRESSES, *NAMES_LIKE_ADDRESSES.get(named(file), ())))
    ]
    assert strangers == []


def test_no_clinical_code_reads_the_clock_the_disk_or_chance() -> None:
    """`datetime.now()` is the one clock that an import cannot show."""
    clocks = [
        f"{named(file)}:{node.lineno}"
        for package in CLINICAL
        for file in files_under(f"src/unknot/{package}", ending=(".py",))
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Attribute) and node.attr in ("now", "utcnow", "today")
        if not (isinstance(node.value, ast.Name) and node.value.id in ("self", "envelope", "course"))
    ]
    assert clocks == []
