"""A text as words and marks, each with its place in the text."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple
from unicodedata import normalize

_APOSTROPHES = "'`\u2019\u2018\u02bc\u00b4\uff07"
_INVISIBLE = r"\u0300-\u036f\u00ad\u200b-\u200f\u2060"
_SENTENCE_ENDS = r".!?;\u2026\u061f\u3002\uff01\uff1f"
_QUESTION_MARKS = "?\u061f\uff1f"
_PIECE = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)?)"
    rf"|(?P<word>[^\W\d_](?:[{_APOSTROPHES}{_INVISIBLE}]*[^\W_])*)"
    rf"|(?P<end>[{_SENTENCE_ENDS}]+|[\r\n]+)"
    r"|(?P<mark>[,\u060c\u3001:()\[\]/&+]|(?<=\s)[-\u2013\u2014]+(?=\s))"
)
_SAID_AS = {"/": "or", "&": "and", "+": "and", ":": ":"}


class Token(NamedTuple):
    """A word in its normal form, or a mark, and where it stands in the text as it was written.

    The marks are "." and "?" at the end of a sentence, ":" and ",", which stands for all that part words gently.
    """

    word: str
    start: int
    end: int

    @property
    def is_mark(self) -> bool:
        """True for what is no word."""
        return not self.word[:1].isalnum()

    @property
    def ends_sentence(self) -> bool:
        """True for the marks that end a sentence."""
        return self.word in (".", "?")


def normal_form(word: str) -> str:
    """The word in small letters without accents, apostrophes and invisible characters; normal forms stay as they are.

    >>> normal_form("Can't"), normal_form("Café")
    ('cant', 'cafe')
    """
    folded = word.lower() if word.isascii() else normalize("NFKD", normalize("NFKD", word).casefold())
    return folded if folded.isascii() and folded.isalnum() else "".join(filter(str.isalnum, folded))


def tokens_of(text: str, limit: int, cut_endings: Collection[str] = ()) -> list[Token]:
    """The words and marks of the first `limit` characters; a word that the limit cuts is left out."""
    return [token for token in _pieces(text[:limit], cut_endings) if token.end < limit or len(text) <= limit]


def _pieces(text: str, cut_endings: Collection[str]) -> Iterator[Token]:
    for found in _PIECE.finditer(text):
        piece = found[0]
        if piece.isascii() and piece.isalpha():
            word = piece.lower()
        elif found.lastgroup == "word":
            word = normal_form(_without_ending(piece, cut_endings))
        elif found.lastgroup == "number":
            word = normalize("NFKD", piece).replace(",", ".")
        elif found.lastgroup == "end":
            word = "?" if any(mark in piece for mark in _QUESTION_MARKS) else "."
        else:
            word = _SAID_AS.get(piece, ",")
        if word:
            yield Token(word, found.start(), found.end())


def _without_ending(word: str, endings: Collection[str]) -> str:
    for apostrophe in _APOSTROPHES:
        stem, found, ending = word.rpartition(apostrophe)
        if found and ending.lower() in endings:
            return stem
    return word
