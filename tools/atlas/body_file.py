"""The model that the living map is drawn from, as one small file: web/public/atlas/body.bin.

Bytes, little-endian: "UNKNOT01", the length of the header (uint32), the header (JSON), then section after section.
Whole numbers of 16 bits are stored as differences to the one before, all low bytes first and all high bytes after:
neighbours are alike, so that it packs small. A length is 1/20 mm. One half is stored, the person's right (x <= 0).
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

MAGIC = b"UNKNOT01"
PER_M = 20_000
PER_UNIT = 400  # of the depth in a forbidden zone
Numbers = NDArray[np.generic]


@dataclass(frozen=True)
class BodyFile:
    """The header without its sections, and the sections by name."""

    header: dict[str, Any]
    sections: dict[str, Numbers]


def lengths(points: NDArray[np.float64]) -> NDArray[np.int16]:
    """Metres as whole numbers, all x before all y before all z."""
    return np.round(points.reshape(-1, 3).T * PER_M).astype(np.int16).ravel()


def metres(numbers: Numbers) -> NDArray[np.float64]:
    """The points of `lengths`, in metres."""
    return numbers.reshape(3, -1).T.astype(float) / PER_M


def write_body(path: Path, body: BodyFile) -> int:
    """Stores the model and says how many bytes it has."""
    packed = {name: pack(numbers) for name, numbers in body.sections.items()}
    listed = [
        {"name": name, "kind": str(numbers.dtype), "count": len(numbers)} for name, numbers in body.sections.items()
    ]
    header = json.dumps(body.header | {"sections": listed}, sort_keys=True, separators=(",", ":")).encode()
    content = MAGIC + struct.pack("<I", len(header)) + header + b"".join(packed.values())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return len(content)


def read_body(path: Path) -> BodyFile:
    """The model as it was stored."""
    content = path.read_bytes()
    start = len(MAGIC) + 4
    (length,) = struct.unpack("<I", content[len(MAGIC) : start])
    header = json.loads(content[start : start + length])
    at = start + length
    sections: dict[str, Numbers] = {}
    for section in header.pop("sections"):
        kind = np.dtype(section["kind"])
        size = section["count"] * kind.itemsize
        sections[section["name"]] = unpack(content[at : at + size], kind)
        at += size
    return BodyFile(header, sections)


def pack(numbers: Numbers) -> bytes:
    if numbers.dtype.itemsize == 1:
        return numbers.tobytes()
    steps = np.diff(numbers.astype(np.int64), prepend=0).astype("<i8") & 0xFFFF
    return (steps & 0xFF).astype(np.uint8).tobytes() + (steps >> 8).astype(np.uint8).tobytes()


def unpack(content: bytes, kind: np.dtype[Any]) -> Numbers:
    if kind.itemsize == 1:
        return np.frombuffer(content, kind)
    low, high = np.frombuffer(content, np.uint8).reshape(2, -1).astype(np.int64)
    return (np.cumsum(low + (high << 8)) & 0xFFFF).astype(np.uint16).view(kind)
