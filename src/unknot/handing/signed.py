"""The file that a professional signs: read whole, its signature checked over exactly the bytes that were signed."""

from typing import Literal

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from unknot.coach import GuidanceReceived, Happening, SignedGuidance, bytes_of, happening_of
from unknot.errors import InputError
from unknot.units import Value

SIGNED_BEFORE = b"unknot-guidance-1\n"
"""Stands before the payload in what is signed, so that a signature for anything else is none for this."""

LARGEST_BYTES = 200_000
"""More than anything that can be signed. The screen does not read a larger file: web/src/views/HandOver.svelte."""

_VERSION = 1


class _Preamble(msgspec.Struct):
    """What tells whether the rest is for us, whatever else a later version adds."""

    format: Literal["unknot-signed-guidance"]
    version: int


class _Payload(msgspec.Struct):
    """What tells whether what was signed is of a later version."""

    version: int


class SignedFile(Value, frozen=True):
    """The file as it lies on a disk. The payload is text inside it, so that no program writes it anew on the way."""

    format: Literal["unknot-signed-guidance"]
    version: Literal[1]
    payload: str
    public_key: str
    signature: str


def read_signed(document: bytes) -> SignedGuidance:
    """What a professional signed, once its signature is found to match.

    Raises: InputError: guidance-too-large, guidance-not-ours, guidance-newer, guidance-bad-signature or
        guidance-damaged. Nothing is kept.
    """
    if len(document) > LARGEST_BYTES:
        raise InputError("file", "guidance-too-large")
    try:
        preamble = msgspec.json.decode(document, type=_Preamble)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError("file", "guidance-not-ours", reason=str(error)) from error
    if preamble.version > _VERSION:
        raise InputError("file", "guidance-newer")
    try:
        file = msgspec.json.decode(document, type=SignedFile)
        refuse_forged(file.payload, file.public_key, file.signature)
        if msgspec.json.decode(file.payload.encode(), type=_Payload).version > _VERSION:
            raise InputError("file", "guidance-newer")
        return msgspec.convert(
            {"payload": file.payload, "public_key": file.public_key, "signature": file.signature}, SignedGuidance
        )
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise InputError("file", "guidance-damaged", reason=str(error)) from error


def refuse_forged(payload: str, public_key: str, signature: str) -> None:
    """Raises: InputError: the signature is not one of this key over this payload (`guidance-bad-signature`)."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes_of(public_key))
        key.verify(bytes_of(signature), SIGNED_BEFORE + payload.encode())
    except (InvalidSignature, ValueError) as error:
        raise InputError("file", "guidance-bad-signature") from error


def happening_in(kind: str, body: msgspec.Raw) -> Happening | None:
    """What an event from elsewhere tells; None for one of a later version.

    Raises: msgspec.DecodeError: the body is not what its kind says, or a signature in it does not match.
    """
    told = happening_of(kind, body)
    if isinstance(told, GuidanceReceived):
        try:
            refuse_forged(told.signed.payload, told.signed.public_key, told.signed.signature)
        except InputError as error:
            raise msgspec.ValidationError("the signature does not match") from error
    return told
