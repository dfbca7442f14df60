"""All wording, in Fluent files: the same for the terminal and the browser."""

from functools import cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

LANGUAGE = "en"


@cache
def fluent_text(language: str = LANGUAGE) -> str:
    """Every Fluent file of a language, joined in the order of their names."""
    folder = files("unknot.words").joinpath(language)
    named = sorted((file for file in folder.iterdir() if file.name.endswith(".ftl")), key=lambda file: file.name)
    return "\n".join(file.read_text(encoding="utf-8") for file in named)


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource(fluent_text(language)))
    return bundle


def say(id: str, attribute: str | None = None, /, **arguments: str | int) -> str:
    """The sentence with this id (or its attribute), filled in.

    Raises: LookupError: there is no such message or attribute, or an argument of it is missing.

    >>> say("region-occiput")
    'Back of head'
    """
    bundle = _bundle(LANGUAGE)
    if not bundle.has_message(id):
        raise LookupError(f"no message {id!r} in words/{LANGUAGE}")
    message = bundle.get_message(id)
    pattern = message.value if attribute is None else message.attributes.get(attribute)
    if pattern is None:
        raise LookupError(f"message {id!r} in words/{LANGUAGE} has no {attribute or 'text'}")
    text, problems = bundle.format_pattern(pattern, arguments)
    if problems:
        raise LookupError(f"message {id!r} in words/{LANGUAGE}: {problems[0]}")
    return str(text)


def is_said(id: str, attribute: str | None = None) -> bool:
    """True when there is a message with this id (and, where one is named, this attribute)."""
    bundle = _bundle(LANGUAGE)
    if not bundle.has_message(id):
        return False
    return attribute is None or attribute in bundle.get_message(id).attributes
