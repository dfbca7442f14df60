"""What a professional signed, as a value: who, when, for which hand-over, what becomes stricter, and a session.

The payload is kept as the text that was signed. Its canonical form: JSON in UTF-8 with sorted keys and no spaces.

Source: decision 0017.
"""

import base64
import binascii
import hashlib
import re
import unicodedata
from datetime import date, timedelta
from functools import cached_property
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from unknot.planning import AdvisedStep, Tightening
from unknot.units import Instant, Value

FINGERPRINT_DIGITS, FINGERPRINT_GROUP = 24, 4
_ANYWHERE_ELSE_IS_LATER = timedelta(hours=12)
_UNSEEN_KINDS = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_BLANKS = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]"
)
"""Letters and marks that show as nothing at all."""

Name = Annotated[str, Meta(min_length=1, max_length=80)]
Note = Annotated[str, Meta(max_length=600)]
GuidanceId = Annotated[str, Meta(pattern="^[0-9a-f]{32}$", description="16 random bytes")]
Base64 = Annotated[str, Meta(pattern="^[A-Za-z0-9_-]+$", max_length=100, description="base64url without padding")]
Payload = Annotated[str, Meta(max_length=50_000, description="the text that was signed")]


class Guidance(Value, frozen=True):
    """What was signed; its texts are on one line, without anything invisible.

    `until` is the last day on which it holds; without one it holds until it is withdrawn.

    hand_over: the id of the hand-over it answers, so that what was written for one person counts for no other.

    Raises: ValueError: a text holds what cannot be seen, or no name or role is given.
    """

    format: Literal["unknot-guidance"]
    version: Literal[1]
    id: GuidanceId
    hand_over: str
    written_at: Instant
    name: Name
    role: Name
    tightening: Tightening = Tightening()
    steps: Annotated[tuple[AdvisedStep, ...], Meta(max_length=20)] = ()
    note: Note = ""
    until: date | None = None

    def __post_init__(self) -> None:
        if not (self.name.strip() and self.role.strip()):
            raise ValueError("who signed it is not said")
        if not all(is_seen_whole(text) for text in (self.name, self.role, self.note)):
            raise ValueError("a text has a line break, or something invisible or that turns its direction")

    def is_over(self, now: Instant) -> bool:
        """True once its last day has ended everywhere on earth."""
        return self.until is not None and (now - _ANYWHERE_ELSE_IS_LATER).date() > self.until


class SignedGuidance(Value, frozen=True, dict=True):
    """A payload with the key and the signature under which it came.

    Key and signature are written in one way only, so that the same key is always the same text.

    Raises: ValueError: the payload is not a guidance in canonical form, or key or signature are not.
    """

    payload: Payload
    public_key: Base64
    signature: Base64

    def __post_init__(self) -> None:
        bytes_of(self.public_key)
        bytes_of(self.signature)
        try:
            written = canonical(msgspec.json.decode(self.payload.encode()))
        except RecursionError as error:
            raise ValueError("the payload is nested without end") from error
        if written != self.payload.encode():
            raise ValueError("the payload is not in its canonical form")
        msgspec.json.decode(self.payload.encode(), type=Guidance)

    @cached_property
    def guidance(self) -> Guidance:
        """What the payload says."""
        return msgspec.json.decode(self.payload.encode(), type=Guidance)

    @property
    def fingerprint(self) -> str:
        """The number by which the key is compared."""
        return fingerprint_of(self.public_key)


class Received(Value, frozen=True):
    """A guidance that a person has taken up: under which id, when, and when they stopped following it."""

    id: str
    at: Instant
    signed: SignedGuidance
    withdrawn_at: Instant | None = None

    @property
    def guidance(self) -> Guidance:
        """What it says."""
        return self.signed.guidance

    def holds_at(self, now: Instant) -> bool:
        """True while it is followed: to the end of its last day, or until it is withdrawn."""
        return self.withdrawn_at is None and not self.guidance.is_over(now)


def canonical(value: object) -> bytes:
    """The one way of writing a value that is signed.

    >>> canonical({"b": [1, "ä"], "a": None})
    b'{"a":null,"b":[1,"\\xc3\\xa4"]}'
    """
    return msgspec.json.encode(value, order="sorted")


def fingerprint_of(public_key: str) -> str:
    """A key as a number that two people can read to each other: six groups of four digits.

    >>> fingerprint_of("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
    '9918 1038 2902 7665 3093 0981'
    """
    digest = hashlib.sha256(bytes_of(public_key)).digest()
    digits = str(int.from_bytes(digest) % 10**FINGERPRINT_DIGITS).zfill(FINGERPRINT_DIGITS)
    return " ".join(
        digits[start : start + FINGERPRINT_GROUP] for start in range(0, FINGERPRINT_DIGITS, FINGERPRINT_GROUP)
    )


def is_seen_whole(text: str) -> bool:
    """True for one line in which nothing is invisible and nothing turns the direction of what follows.

    >>> is_seen_whole("Ada Vogel"), is_seen_whole("Ada \u202elegoV")
    (True, False)
    """
    return not _BLANKS.search(text) and all(unicodedata.category(letter) not in _UNSEEN_KINDS for letter in text)


def bytes_of(text: str) -> bytes:
    """What base64url without padding stands for, in the one way of writing it.

    Raises: ValueError: it stands for nothing, or is another way of writing the same bytes.
    """
    try:
        read = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except binascii.Error as error:
        raise ValueError(str(error)) from error
    if base64.urlsafe_b64encode(read).rstrip(b"=").decode() != text:
        raise ValueError("the base64 is not in its canonical form")
    return read
