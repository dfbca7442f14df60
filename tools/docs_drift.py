"""Writes docs/reference, docs/safety and the tables of docs/safety.md; with --check, says what no longer agrees.

The safety case is checked as well: what it names has to exist, and what it has to cover has to be there. The pages
written by hand are checked too: their links, and the files and tests that they name, have to exist, and the runs that
they show have to be what the command prints.

Run: python tools/docs_drift.py [--check]
"""

import argparse
import logging
import sys
from collections.abc import Callable
from pathlib import Path

from reference import body, calling, cited, doors, guarding, keys, own_words, safety, screening, sessions
from reference.evidence import evidence_in
from reference.misnamed import faults_in
from reference.promises import broken_promises
from reference.register import RegisterError, read_register
from reference.runs import run_again
from unknot.coach import Knowledge
from unknot.knowledge import load_knowledge

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "reference"
SAFETY = ROOT / "docs" / "safety"
GUARD = ROOT / "web" / "src" / "session" / "guard-table.json"
WITH_TABLES = ROOT / "docs" / "safety.md"
WITH_RUNS = ROOT / "docs" / "guide" / "terminal.md"

PAGES: dict[str, Callable[[Knowledge], str]] = {
    "api": doors.api,
    "commands": lambda _: doors.commands(),
    "contraindications": screening.contraindications,
    "knowledge": lambda _: keys.knowledge_keys(),
    "numbers-to-call": calling.numbers_to_call,
    "own-words": own_words.own_words,
    "questions": screening.questions,
    "red-flags": screening.red_flags,
    "regions-and-points": body.regions_and_points,
    "sources": cited.sources,
    "stops-and-course": screening.stops_and_course,
    "techniques-and-tools": sessions.techniques_and_tools,
    "zones-and-ceilings": sessions.zones_and_ceilings,
}


def main(arguments: list[str]) -> int:
    """Write the pages, or check them; 0 when all agrees."""
    parser = argparse.ArgumentParser(description="Writes the pages that the code writes.")
    parser.add_argument("--check", action="store_true", help="only say what no longer agrees")
    options = parser.parse_args(arguments)
    logging.disable(logging.INFO)
    knowledge = load_knowledge()
    pages = {FOLDER / f"{name}.md": write(knowledge) for name, write in PAGES.items()}
    pages[GUARD] = guarding.guard_table(knowledge)
    pages[WITH_RUNS] = run_again(WITH_RUNS.read_text(encoding="utf-8"), ROOT)
    try:
        case = safety.SafetyCase(read_register(SAFETY), evidence_in(ROOT), knowledge)
        pages |= _pages_of(case)
    except RegisterError as error:
        print(error)
        return 1
    faults = _drifted(pages) if options.check else _write(pages)
    faults += _strays(pages)
    faults += faults_in(case.register, knowledge, case.evidence, ROOT)
    faults += broken_promises(ROOT, pages)
    print("\n".join(faults) if faults else f"{len(pages)} pages agree with the code.")
    return 1 if faults else 0


def _pages_of(case: safety.SafetyCase) -> dict[Path, str]:
    return {
        FOLDER / "requirements.md": cited.requirements(case.knowledge, lambda id: safety.shown_by(id, case)),
        SAFETY / "hazards.md": safety.hazards(case),
        SAFETY / "rules.md": safety.rules(case),
        WITH_TABLES: safety.fill_tables(WITH_TABLES.read_text(encoding="utf-8"), case),
    }


def _write(pages: dict[Path, str]) -> list[str]:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path, text in pages.items():
        path.write_text(text, encoding="utf-8")
    return []


def _drifted(pages: dict[Path, str]) -> list[str]:
    mend = "Run .venv/bin/python tools/docs_drift.py and read what changed."
    return [
        f"{path.relative_to(ROOT)}: no longer says what the code says. {mend}"
        for path, text in pages.items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]


def _strays(pages: dict[Path, str]) -> list[str]:
    strays = sorted({*FOLDER.glob("*.md"), *SAFETY.glob("*.md")} - set(pages))
    return [f"{path.relative_to(ROOT)}: nothing writes it. Delete it, or move it to another folder." for path in strays]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
