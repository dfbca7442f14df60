"""Pages on what the knowledge stands on: the requirements, and every other source."""

from collections.abc import Callable
from itertools import groupby

from reference.entries import Entry, entries
from reference.markdown import page, reading, table
from unknot.coach import Citation, Knowledge

_GROUPS = {
    "U": "Understanding",
    "L": "Locating",
    "C": "Causes",
    "M": "Massage by hand",
    "T": "Tools",
    "S": "Safety",
    "R": "When to see a professional",
}


def requirements(knowledge: Knowledge, shown_by: Callable[[str], str]) -> str:
    """The page of the requirements, in our words, with the entries that cite each and what shows that it is met."""
    wanted = [one for one in knowledge.citations if one.id.startswith("protocol:")]
    blocks = [
        f"Unknot was founded on {len(wanted)} requirements. The ids are stable; the knowledge files name them as "
        "`protocol:S1`. Beside each stand the entries that cite it, and the tests that show a person meets it. What "
        "they rest on: [safety](../safety.md).",
    ]
    for letter, of_letter in groupby(wanted, key=lambda one: _short(one)[0]):
        blocks.append(f"## {_GROUPS[letter]}")
        rows = [(f"`{_short(one)}`", one.says, _citing(one.id), shown_by(_short(one))) for one in of_letter]
        blocks.append(table(("Id", "Unknot must", "Entries", "Shown by"), rows))
    return page("Requirements", *blocks)


def sources(knowledge: Knowledge) -> str:
    """The page of every other source: sections of the fact sheet, what it read, and our own decisions."""
    others = [one for one in knowledge.citations if not one.id.startswith("protocol:")]
    papers = [one for one in others if _short(one)[0] == "U"]
    decisions = [one for one in others if one.id.startswith("decision:")]
    sections = [one for one in others if one not in papers and one not in decisions]
    ours = [entry for entry in entries() if "decision:0003" in entry.source]
    return page(
        "Sources",
        "What a source id stands for, as it stands in `src/unknot/knowledge/sources.toml`. `clinical:` ids are "
        "sections, red flags (RF) and readings (U) of a fact sheet that was compiled for Unknot in November 2026. It "
        "is not part of this repository; what it says is in the entries that cite it. Most studies were read as "
        "abstracts. No clinician has reviewed it.",
        "## Sections and red flags of the fact sheet",
        _listed(sections),
        "## What the fact sheet read",
        _listed(papers),
        "## Our own decisions",
        _listed(decisions),
        "### Entries that rest on our own numbers",
        "Why each is as it is: [decision 0003](../decisions/0003-our-own-numbers.md).",
        table(
            ("File", "Entry", "What it says of itself"),
            [(f"`{one.file}`", f"`{one.name}`", reading(one.reads_as)) for one in ours],
        ),
    )


def _short(one: Citation) -> str:
    return one.id.partition(":")[2]


def _listed(citations: list[Citation]) -> str:
    rows = [(f"`{one.id}`", reading(one.says), str(len(_entries_citing(one.id)))) for one in citations]
    return table(("Id", "What it is", "Entries"), rows)


def _entries_citing(source: str) -> list[Entry]:
    return [entry for entry in entries() if source in entry.source]


def _citing(source: str) -> str:
    found = _entries_citing(source)
    by_file = groupby(found, key=lambda entry: entry.file.removesuffix(".toml"))
    return "<br>".join(f"{file}: {', '.join(entry.name for entry in listed)}" for file, listed in by_file)
