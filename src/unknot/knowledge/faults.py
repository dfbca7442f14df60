"""A fault in the knowledge, and the commonest one: a reference to nothing."""

from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple


class Fault(NamedTuple):
    """What is wrong in which entry of which file, and how to mend it."""

    file: str
    entry: str
    problem: str
    mend: str


def unknown(file: str, entry: str, what: str, ids: Iterable[str], known: Container[str], where: str) -> Iterator[Fault]:
    """A fault for each id that does not exist; those that do are in `where`."""
    for id in ids:
        if id not in known:
            yield Fault(file, entry, f"{what} '{id}' does not exist.", f"Mend the id; those that exist are in {where}.")
