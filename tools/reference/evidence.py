"""What there is to show that something holds: tests, theorems, and the people of tests/cases."""

import ast
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

_THEOREMS = "THEOREMS"


class Person(NamedTuple):
    """A person of a case file: who they are, and the rule or condition that they were written for."""

    id: str
    about: str
    fires: str
    nearest_to: str
    condition: str


class Evidence(NamedTuple):
    """Tests and proofs by name, each with the files that have them (from the root), and people in their order."""

    tests: dict[str, tuple[str, ...]]
    proofs: dict[str, tuple[str, ...]]
    people: tuple[Person, ...]


@cache
def evidence_in(root: Path) -> Evidence:
    """All that tests/ holds. A theorem is a key of the table THEOREMS in tests/proofs; a test there is a proof too."""
    tests: dict[str, list[str]] = defaultdict(list)
    proofs: dict[str, list[str]] = defaultdict(list)
    for file in sorted((root / "tests").rglob("test_*.py")):
        place = file.relative_to(root).as_posix()
        found = proofs if "proofs" in file.parts else tests
        for name in _named_in(ast.parse(file.read_text(encoding="utf-8"))):
            found[name].append(place)
    return Evidence(_settled(tests), _settled(proofs), tuple(_people(root / "tests" / "cases")))


def is_front_end_test(root: Path, name: str) -> bool:
    """True when a name of the form `web/src/a.test.ts: title` is a test that the front end has."""
    file, _, title = name.partition(": ")
    path = root / file
    return bool(title) and path.is_file() and f'"{title}"' in path.read_text(encoding="utf-8")


def _named_in(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) if name.startswith("test_"):
                yield name
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Dict(keys=keys)) if name == _THEOREMS:
                yield from (key.value for key in keys if isinstance(key, ast.Constant) and isinstance(key.value, str))


def _people(folder: Path) -> Iterator[Person]:
    for file in sorted(folder.glob("*.toml")):
        for case in tomllib.loads(file.read_text(encoding="utf-8")).get("case", []):
            yield Person(
                case["id"], case["about"], case.get("fires", ""), case.get("nearest_to", ""), case.get("condition", "")
            )


def _settled(found: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(files) for name, files in found.items()}
