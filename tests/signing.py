"""A professional with a key of their own, who signs as the page does."""

import base64
import json
from datetime import datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

HAND_OVER = "01900000-0000-7000-8000-0000000000aa"
NOTHING = {
    "no_pressure": False,
    "pain_0_10": None,
    "hold_s": None,
    "spots": None,
    "minutes": None,
    "sessions": None,
    "tighter": [],
}


def base64url(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


class Professional:
    """Signs what it is told to; the seed makes the key."""

    def __init__(self, seed: int = 1, name: str = "Dr. Ada Vogel", role: str = "Physiotherapist") -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32)
        self.name, self.role = name, role

    @property
    def public_key(self) -> str:
        """The key as files hold it."""
        return base64url(self._key.public_key().public_bytes_raw())

    def guidance(self, at: datetime, number: int = 1, **told: Any) -> dict[str, Any]:
        """What is signed: nothing tighter but what is told."""
        tightening = NOTHING | told.pop("tightening", {})
        return {
            "format": "unknot-guidance",
            "version": 1,
            "id": f"{number:032x}",
            "hand_over": HAND_OVER,
            "written_at": at.isoformat(),
            "name": self.name,
            "role": self.role,
            "steps": [],
            "note": "",
            "until": None,
            "tightening": tightening,
            **told,
        }

    def sign(self, guidance: dict[str, Any]) -> bytes:
        """The signed file."""
        return self.sign_text(json.dumps(guidance, sort_keys=True, separators=(",", ":"), ensure_ascii=False))

    def sign_text(self, payload: str) -> bytes:
        """The signed file of any payload at all."""
        signature = self._key.sign(b"unknot-guidance-1\n" + payload.encode())
        file = {
            "format": "unknot-signed-guidance",
            "version": 1,
            "payload": payload,
            "public_key": self.public_key,
            "signature": base64url(signature),
        }
        return json.dumps(file).encode()
