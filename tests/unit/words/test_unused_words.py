"""No words are kept that nothing says.

An id stands in the source whole, or is put together there of parts that the source knows: values of unions, ids of
entries. A part that is a name of something else altogether is taken for one of them, so this may miss, and never
accuses wrongly.
"""

import re
from functools import cache
from pathlib import Path

import pytest
from tests.unit.words.test_words import NEEDED, WORDS, messages_in

from unknot.progress import Reach, Soreness

ROOT = Path(__file__).resolve().parents[3]
ROOMS = ("src/unknot", "web/src")
KINDS = {".py", ".ts", ".js", ".svelte", ".toml"}
MADE = {"static", "made"}

_QUOTED = re.compile(r"""(["'`])((?:(?!\1)[^\n])*)\1""")
_HOLE = re.compile(r"\$?\{[^{}]*\}")
_NAME = re.compile(r"[A-Za-z0-9_-]+")
_BEGINS = re.compile(r"[a-z][a-z-]*-?$")
_BETWEEN = re.compile(r"[\w-]*")
_REFERENCE = re.compile(r"\{ *([a-z][\w-]*)")


@cache
def source() -> str:
    """Everything that could say something, but for tests and for what is built."""
    files = (file for room in ROOMS for file in sorted((ROOT / room).rglob("*")))
    told = (file for file in files if file.suffix in KINDS and ".test." not in file.name and not MADE & set(file.parts))
    return "\n".join(file.read_text("utf-8") for file in told)


@cache
def named() -> frozenset[str]:
    """Every name in the source, as it is written in an id: values of unions, ids of entries, columns of tables."""
    return frozenset(name.replace("_", "-") for name in _NAME.findall(source())) | frozenset(_NAME.findall(source()))


@cache
def templates() -> frozenset[tuple[str, ...]]:
    """What stands around the holes of every id that is put together: `map-view-${name}`, f"note-{note}-{side}"."""
    split = {tuple(_HOLE.split(text)) for _, text in _QUOTED.findall(source()) if _HOLE.search(text)}
    return frozenset(one for one in split if _BEGINS.match(one[0]) and all(_BETWEEN.fullmatch(part) for part in one))


def is_part(text: str) -> bool:
    return text == "" or text in named() or is_made(text)


def fills(text: str, template: tuple[str, ...]) -> bool:
    """True when the text is the template with parts in its holes that the source knows."""
    first, *others = template
    if not text.startswith(first):
        return False
    rest = text.removeprefix(first)
    if not others:
        return rest == ""
    ends = (end for end in range(len(rest) + 1) if rest[end:].startswith(others[0]))
    return any(fills(rest[end:], tuple(others)) and is_part(rest[:end].strip("-")) for end in ends)


@cache
def is_made(id: str) -> bool:
    """True when its parts are put together somewhere."""
    return any(fills(id, template) for template in templates())


@cache
def referred() -> frozenset[str]:
    """The ids that other messages hold."""
    return frozenset(_REFERENCE.findall("\n".join(file.read_text("utf-8") for file in WORDS)))


ANSWERED = (*(f"fhir-reach-{reach}" for reach in Reach), *(f"fhir-soreness-{soreness}" for soreness in Soreness))
"""What the bundle codes of an answer: its reading and its value, with nothing of its own around them."""


def is_said_somewhere(id: str) -> bool:
    return id in named() or id in NEEDED or id in ANSWERED or id in referred() or is_made(id)


@pytest.mark.parametrize("file", WORDS, ids=lambda file: file.name)
def test_every_message_is_said_somewhere(file: Path) -> None:
    assert [message.id.name for message in messages_in(file) if not is_said_somewhere(message.id.name)] == []


@pytest.mark.parametrize("id", ["map-view-underfoot", "a-sentence-that-nobody-says", "table-plans-colour-of-hair"])
def test_words_that_nothing_says_are_found(id: str) -> None:
    assert not is_said_somewhere(id)


@pytest.mark.parametrize("id", ["app-back", "map-view-back", "feeling-numb", "pain-kind-ache"])
def test_words_that_are_put_together_of_parts_are_said(id: str) -> None:
    assert is_said_somewhere(id)
