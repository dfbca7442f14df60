"""All wording, in Fluent files: the same for the terminal and the browser."""

import re
from functools import cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

LANGUAGE = "en"
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?])\s+")


class Words:
    """The sentences of a text in Fluent: those of today, or those of another day."""

    def __init__(self, text: str, language: str = LANGUAGE) -> None:
        self._language = language
        self._bundle = FluentBundle([language], use_isolating=False)
        self._bundle.add_resource(FluentResource(text))

    def say(self, id: str, attribute: str | None = None, /, **arguments: str | int) -> str:
        """The sentence with this id (or its attribute), filled in.

        Raises: LookupError: there is no such message or attribute, or an argument of it is missing.
        """
        if not self._bundle.has_message(id):
            raise LookupError(f"no message {id!r} in words/{self._language}")
        message = self._bundle.get_message(id)
        pattern = message.value if attribute is None else message.attributes.get(attribute)
        if pattern is None:
            raise LookupError(f"message {id!r} in words/{self._language} has no {attribute or 'text'}")
        text, problems = self._bundle.format_pattern(pattern, arguments)
        if problems:
            raise LookupError(f"message {id!r} in words/{self._language}: {problems[0]}")
        return str(text)

    def is_said(self, id: str, attribute: str | None = None) -> bool:
        """True when there is a message with this id (and, where one is named, this attribute)."""
        if not self._bundle.has_message(id):
            return False
        return attribute is None or attribute in self._bundle.get_message(id).attributes


@cache
def fluent_text(language: str = LANGUAGE) -> str:
    """Every Fluent file of a language, joined in the order of their names."""
    folder = files("unknot.words").joinpath(language)
    named = sorted((file for file in folder.iterdir() if file.name.endswith(".ftl")), key=lambda file: file.name)
    return "\n".join(file.read_text(encoding="utf-8") for file in named)


@cache
def _todays() -> Words:
    return Words(fluent_text())


def say(id: str, attribute: str | None = None, /, **arguments: str | int) -> str:
    """The sentence of today with this id (or its attribute), filled in.

    Raises: LookupError: there is no such message or attribute, or an argument of it is missing.

    >>> say("region-occiput")
    'Back of head'
    """
    return _todays().say(id, attribute, **arguments)


def is_said(id: str, attribute: str | None = None) -> bool:
    """True when there is a message with this id (and, where one is named, this attribute) today."""
    return _todays().is_said(id, attribute)


def sentences_of(line: str) -> tuple[str, ...]:
    """The sentences of a line, in order: each is spoken as a sound of its own, and the browser parts lines alike.

    >>> sentences_of("Left side: under the skull. Breathe.")
    ('Left side: under the skull.', 'Breathe.')
    """
    return tuple(_BETWEEN_SENTENCES.split(line.strip()))
