"""Every sentence that a session can say: the cue lines of the Fluent file, with each value that can stand in them.

A line is spoken sentence by sentence, so that "Left side: middle of the shoulder top." is one sound for every technique
that says it. The browser parts lines in the same way (web/src/session/lines.ts).
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, VariableReference
from fluent.syntax.visitor import Visitor

from unknot.anatomy import Permission
from unknot.coach import Knowledge
from unknot.units import Side
from unknot.words import LANGUAGE, Words, fluent_text, sentences_of

CUES = Path(__file__).resolve().parents[2] / "src" / "unknot" / "words" / LANGUAGE / "cues.ftl"
_NOBODY = "none"
_ANYWHERE = "shoulder-top"

Domains = Mapping[str, tuple[str | int, ...]]


def every_sentence(cues: str, words: Words, domains: Domains) -> tuple[str, ...]:
    """Each different sentence of the cue messages in `cues`, a Fluent text, in the order in which they stand there.

    Raises: LookupError: a message uses a variable whose values are not known.
    """
    lines = (line for message in _messages(cues) for line in _lines(message, words, domains))
    return tuple(dict.fromkeys(sentence for line in lines for sentence in sentences_of(line)))


def sentences_today(knowledge: Knowledge) -> tuple[str, ...]:
    """Each different sentence that a session can say with this knowledge and today's words."""
    words = Words(fluent_text())
    return every_sentence(CUES.read_text(encoding="utf-8"), words, domains_of(knowledge, words))


def domains_of(knowledge: Knowledge, words: Words) -> Domains:
    """What each variable of a cue line can be: sides, places that may be pressed, tools, seconds, ceilings."""
    book = knowledge.techniques
    may_be_pressed = (Permission.ALLOWED, Permission.LIMITED)
    points = [point for point in knowledge.body.trigger_points if point.permission in may_be_pressed]
    most_times = max(technique.repetitions.allowed[1] for technique in book.techniques)
    most_0_10 = max(technique.pressure.allowed[1] for technique in book.techniques if technique.pressure)
    longest_s = max(technique.hold.allowed[1] for technique in book.techniques if technique.pressure)
    return {
        "side": (*Side, _NOBODY),
        "point": tuple(words.say(f"spot-{id}") for id in (*(point.id for point in points), _ANYWHERE)),
        "muscle": tuple(dict.fromkeys(words.say(f"muscle-{point.muscle}") for point in points)),
        "tool": tuple(words.say(f"tool-{tool.id}") for tool in book.tools),
        "seconds": _up_to(longest_s),
        "repetition": _up_to(most_times),
        "repetitions": _up_to(most_times),
        "ceiling": _up_to(most_0_10),
    }


def _up_to(most: int) -> tuple[int, ...]:
    return tuple(range(1, most + 1))


def _messages(text: str) -> Iterable[Message]:
    return (entry for entry in FluentParser().parse(text).body if isinstance(entry, Message) and entry.value)


def _lines(message: Message, words: Words, domains: Domains) -> Iterator[str]:
    names = _variables(message)
    if unknown := [name for name in names if name not in domains]:
        raise LookupError(
            f"cues.ftl: {message.id.name} uses ${unknown[0]}, and its values are not known. "
            "Give them in domains_of (tools/voice/sentences.py)."
        )
    for values in product(*(domains[name] for name in names)):
        filled = dict(zip(names, values, strict=True))
        if "point" not in filled or filled.get("side") != _NOBODY:  # what is pressed has a side
            yield words.say(message.id.name, **filled)


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: dict[str, None] = {}

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802  (the visitor's name for it)
        self.names[node.id.name] = None


def _variables(message: Message) -> tuple[str, ...]:
    found = _Variables()
    found.visit(message)
    return tuple(found.names)
