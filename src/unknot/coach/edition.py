"""One version of everything that Unknot knows and says, as the texts it was read from."""

import hashlib
from functools import cached_property

from unknot.units import Value

_VERSION_LETTERS = 12
_WORDS = ".ftl"


class Edition(Value, frozen=True, dict=True):
    """The knowledge files and the words of one day: name of the file → its content.

    Whoever has an edition can make the same decision again and say it in the same sentences.
    """

    texts: dict[str, bytes]

    @cached_property
    def version(self) -> str:
        """The name of exactly this content; any other content has another name.

        >>> Edition({"rules.toml": b"[[rule]]"}).version
        'efb9622ca39b'
        """
        digest = hashlib.sha256()
        for name, text in sorted(self.texts.items()):
            for part in (name.encode(), text):  # with its length, so that no two contents run together alike
                digest.update(f"{len(part)}:".encode() + part)
        return digest.hexdigest()[:_VERSION_LETTERS]

    def __repr__(self) -> str:
        return f"Edition({self.version})"

    @property
    def words(self) -> str:
        """Every sentence of that day, in Fluent."""
        return "\n".join(
            text.decode(errors="replace") for name, text in sorted(self.texts.items()) if name.endswith(_WORDS)
        )
