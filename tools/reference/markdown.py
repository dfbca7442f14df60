"""Tables and words for the pages."""

from collections.abc import Iterable, Sequence

from unknot.words import is_said, say

NOTE = "<!-- Written by tools/docs_drift.py. Do not edit: python3 x.py check compares it with the code. -->"


def page(title: str, *blocks: str) -> str:
    """A page: the note that it is generated, the title, and the blocks with a blank line between them."""
    return "\n\n".join((NOTE, f"# {title}", *blocks)) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table. A bar or a line break inside a cell is escaped."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def bullets(lines: Iterable[str]) -> str:
    """A list, one line each."""
    return "\n".join(f"- {line}" for line in lines)


def codes(ids: Iterable[str]) -> str:
    """Ids in code type, with commas between them."""
    return ", ".join(f"`{id}`" for id in ids)


def words(id: str, attribute: str | None = None) -> str:
    """The sentence of the .ftl files with this id; empty where there is none."""
    if not is_said(id):
        return ""
    try:
        return say(id, attribute)
    except LookupError:
        return ""


def reading(text: str) -> str:
    """How an entry says it reads its source, for a reader who has no clinical.md."""
    told = text.replace("clinical.md", "the fact sheet").replace(". the fact sheet", ". The fact sheet")
    return told[:1].upper() + told[1:]


def span(band: Sequence[int], unit: str = "") -> str:
    """A range in words.

    >>> span((30, 90), "s")
    '30-90 s'
    >>> span((1, 1))
    '1'
    """
    low, high = band
    numbers = str(low) if low == high else f"{low}-{high}"
    return f"{numbers} {unit}".strip()


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", "<br>")
