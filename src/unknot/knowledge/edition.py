"""Reads the files of an edition from where they are installed."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

from unknot.coach import Edition
from unknot.errors import KnowledgeError

_LANGUAGE = "en"


def edition_in(folder: Traversable | None = None) -> Edition:
    """The edition of a folder of knowledge files, by default the shipped one, with the words that are shipped.

    Raises: KnowledgeError: a file cannot be read.
    """
    knowledge = files("unknot.knowledge") if folder is None else folder
    words = files("unknot.words").joinpath(_LANGUAGE)
    sentences = ((f"{_LANGUAGE}/{name}", text) for name, text in _texts(words, ".ftl"))
    return Edition({**dict(_texts(knowledge, ".toml")), **dict(sentences)})


def _texts(folder: Traversable, ending: str) -> Iterator[tuple[str, bytes]]:
    for file in folder.iterdir():
        if file.name.endswith(ending):
            try:
                yield file.name, file.read_bytes()
            except OSError as error:
                mend = "Let yourself read it, or install Unknot again."
                raise KnowledgeError(file.name, "the file", f"cannot be read ({error.strerror}).", mend) from error
