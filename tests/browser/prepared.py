"""A plan made without the screens, for tests that begin in the session."""

from pathlib import Path
from typing import Any

import httpx
import msgspec
import uuid_utils

_EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "desk-worker-upper-trapezius.json"


def make_plan(address: str, minutes: int = 10) -> str:
    """The id of a plan, for so many minutes, of someone who is well but for a knot on the right shoulder."""
    case = msgspec.json.decode(_EXAMPLE.read_bytes(), type=dict[str, Any])
    check_in = _send(address, "check-ins", {"id": _new_id(), "answers": case["answers"]})
    marks = {name: case[name] for name in ("drawing", "palpation")}
    situation = {"minutes": minutes, "tools": [], "hand": "both", "place": "home"}
    return _send(address, "plans", {"id": _new_id(), "check_in": check_in, "situation": situation, **marks})


def _send(address: str, path: str, told: dict[str, object]) -> str:
    answer = httpx.post(f"{address}/api/{path}", json=told, headers={"X-Unknot": "1"}).raise_for_status()
    return str(answer.json()["id"])


def _new_id() -> str:
    return str(uuid_utils.uuid7())
