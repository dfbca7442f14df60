"""Writes docs/reference from the code and the knowledge; with --check, says what no longer agrees.

The pages written by hand are checked too: their links, and the files and tests that they name, have to exist, and
the runs that they show have to be what the command prints.

Run: python tools/docs_drift.py [--check]
"""

import logging
import sys
from collections.abc import Callable
from pathlib import Path

from reference import body, calling, cited, doors, keys, own_words, screening, sessions
from reference.promises import broken_promises
from reference.runs import run_again
from unknot.coach import Knowledge
from unknot.knowledge import load_knowledge

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "reference"
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
    "requirements": cited.requirements,
    "sources": cited.sources,
    "stops-and-course": screening.stops_and_course,
    "techniques-and-tools": sessions.techniques_and_tools,
    "zones-and-ceilings": sessions.zones_and_ceilings,
}


def main(arguments: list[str]) -> int:
    """Write the pages, or check them; 0 when all agrees."""
    logging.disable(logging.INFO)
    knowledge = load_knowledge()
    pages = {FOLDER / f"{name}.md": write(knowledge) for name, write in PAGES.items()}
    pages[WITH_RUNS] = run_again(WITH_RUNS.read_text(encoding="utf-8"), ROOT)
    faults = [*_drifted(pages)] if arguments == ["--check"] else _write(pages)
    faults += broken_promises(ROOT, pages)
    print("\n".join(faults) if faults else f"{len(pages)} pages agree with the code.")
    return 1 if faults else 0


def _write(pages: dict[Path, str]) -> list[str]:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path, text in pages.items():
        path.write_text(text, encoding="utf-8")
    for stray in set(FOLDER.glob("*.md")) - set(pages):
        stray.unlink()
    return []


def _drifted(pages: dict[Path, str]) -> list[str]:
    mend = "Run .venv/bin/python tools/docs_drift.py and read what changed."
    faults = [
        f"{path.relative_to(ROOT)}: no longer says what the code says. {mend}"
        for path, text in pages.items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    return faults + [
        f"{path.relative_to(ROOT)}: nothing writes it. {mend}" for path in FOLDER.glob("*.md") if path not in pages
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
