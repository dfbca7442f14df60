"""A plan made without the screens, for tests that begin in the session."""

from pathlib import Path
from typing import Any

import httpx
import msgspec
import uuid_utils

from unknot.guiding import CueSheet

_EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "desk-worker-upper-trapezius.json"


def make_plan(address: str, minutes: int = 10, **situation: object) -> str:
    """The id of a plan, for so many minutes, of someone who is well but for a knot on the right shoulder."""
    case = _example()
    check_in = tell_check_in(address)
    marks = {name: case[name] for name in ("drawing", "palpation")}
    today = {"minutes": minutes, "tools": [], "hand": "both", "place": "home"} | situation
    return _send(address, "plans", {"id": _new_id(), "check_in": check_in, "situation": today, **marks})


def tell_check_in(address: str) -> str:
    """The id of a check-in of the same person, made now."""
    return _send(address, "check-ins", {"id": _new_id(), "answers": _example()["answers"]})


def _example() -> dict[str, Any]:
    return msgspec.json.decode(_EXAMPLE.read_bytes(), type=dict[str, Any])


def sheet_of(address: str, plan: str) -> CueSheet:
    """The cue sheet of a plan, as a player downloads it."""
    answer = httpx.get(f"{address}/api/plans/{plan}/download", headers={"X-Unknot": "1"}).raise_for_status()
    return msgspec.convert(answer.json()["sheet"], CueSheet)


def _send(address: str, path: str, told: dict[str, object]) -> str:
    answer = httpx.post(f"{address}/api/{path}", json=told, headers={"X-Unknot": "1"}).raise_for_status()
    return str(answer.json()["id"])


def _new_id() -> str:
    return str(uuid_utils.uuid7())
