"""The knowledge files as they stand on disk."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

FOLDER = files("unknot.knowledge")


class Entry(NamedTuple):
    """One entry of a knowledge file, named by its id, its table where it has none, and what it says of itself."""

    file: str
    table: str
    name: str
    source: tuple[str, ...]
    reads_as: str


@cache
def text_of(file: str) -> str:
    """The content of a knowledge file."""
    return FOLDER.joinpath(file).read_text(encoding="utf-8")


def opening_comment(file: str) -> str:
    """The comment on top of a knowledge file, as one paragraph."""
    lines = []
    for line in text_of(file).splitlines():
        if not line.startswith("#"):
            break
        lines.append(line.removeprefix("#").strip())
    return " ".join(lines)


@cache
def entries() -> tuple[Entry, ...]:
    """Every entry of every file that cites a source, in the order of the files and their lines."""
    names = sorted(file.name for file in FOLDER.iterdir() if file.name.endswith(".toml"))
    return tuple(entry for name in names for entry in _entries_of(name))


def _entries_of(file: str) -> Iterator[Entry]:
    for table, content in tomllib.loads(text_of(file)).items():
        for entry in content if isinstance(content, list) else [content]:
            if "source" in entry:
                yield Entry(file, table, _name(table, entry), tuple(entry["source"]), entry.get("reads_as", ""))


def _name(table: str, entry: dict[str, Any]) -> str:
    return str(entry.get("id") or entry.get("feeling") or entry.get("country") or table)
