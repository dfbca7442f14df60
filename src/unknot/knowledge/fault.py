"""What is wrong with an entry."""

from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple


class Fault(NamedTuple):
    """A problem of an entry and how to mend it, in the order of `KnowledgeError`."""

    file: str
    entry: str
    problem: str
    mend: str


def unknown(file: str, entry: str, what: str, ids: Iterable[str], known: Container[str], where: str) -> Iterator[Fault]:
    """A fault for each id that does not exist."""
    for id in ids:
        if id not in known:
            yield Fault(file, entry, f"{what} '{id}' does not exist.", f"Mend the id; those that exist are in {where}.")
