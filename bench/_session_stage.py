"""A server, a plan, and a Chromium that plays its session, for what `session.py` measures."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import msgspec
import uuid_utils
from bench import _browser, _ten_years
from playwright.sync_api import BrowserContext, Page, Playwright

from unknot.knowledge import load_knowledge

FLAGS = [*_browser.FLAGS, "--autoplay-policy=no-user-gesture-required"]
_CASE = Path(__file__).parents[1] / "docs" / "examples" / "desk-worker-upper-trapezius.json"
_LONG_MIN = 15
"""Ten minutes and more, all told."""
_BOTH_SIDES = {"shoulder_top_L": 6}
_WEEKS, _VISITS = 3, 12
"""So long, and so often, the person has been here: a first week has sessions of half the length."""
_TONES_ALONE = """
if (location.protocol === "http:")
  localStorage.setItem("unknot-sound", '{"heard":"tones","volume":0.7,"speed":1,"breathes":false}');
"""
"""What is measured begins after silence: no voice and no breath lies before it."""
_TODAY = {"today": "none", "pain-now": 5, "pain-control": "pain-bearable", "health-changed": "health-as-before"}


class Stage:
    """A running server with someone who has just checked in again, and what it can be asked for."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._case = msgspec.json.decode(_CASE.read_bytes(), type=dict[str, Any])
        told = {"id": _new_id(), "answers": _TODAY}
        self._check_in = self._send("POST", "check-ins", told)["id"]

    def make_plan(self) -> str:
        """The id of a plan, of more than ten minutes, for someone who is well but for a knot."""
        situation = {"minutes": _LONG_MIN, "tools": [], "hand": "both", "place": "home"}
        marks = {"drawing": self._case["drawing"] | _BOTH_SIDES, "palpation": self._case["palpation"]}
        wanted = {"id": _new_id(), "check_in": self._check_in, "situation": situation, **marks}
        return str(self._send("POST", "plans", wanted)["id"])

    def turn_voice_off(self) -> None:
        """From now on there are tones only."""
        self._send("PUT", "settings", {"id": _new_id(), "voice": False})

    def sheet(self, plan: str) -> dict[str, Any]:
        """The cue sheet of a plan."""
        answer = httpx.get(f"{self.address}api/plans/{plan}/cue-sheet").raise_for_status()
        return dict(answer.json())

    def moves(self, plan: str) -> list[tuple[str, int, str, int]]:
        """Id, place, kind and time of every event of a session that the server has, by place."""
        events = httpx.get(f"{self.address}api/export").raise_for_status().json()["events"]
        told = [(one["id"], one["body"]) for one in events if one["kind"] == "session-moved"]
        return sorted(
            (
                (id, body["seq"], body["event"]["kind"], body["event"]["at_ms"])
                for id, body in told
                if body["plan"] == plan
            ),
            key=lambda move: move[1],
        )

    def session(self, plan: str) -> str:
        """The address of the session of a plan."""
        return f"{self.address}#/session/{plan}"

    def _send(self, method: str, path: str, told: dict[str, Any]) -> dict[str, Any]:
        url = f"{self.address}api/{path}"
        return dict(httpx.request(method, url, json=told, headers={"X-Unknot": "1"}).raise_for_status().json())


def write_past(folder: Path) -> None:
    """What someone has told in three weeks, in the data folder of a server that has not started yet."""
    knowledge = load_knowledge()
    began = datetime.now(UTC) - timedelta(weeks=_WEEKS)
    _ten_years.write(folder / "unknot.db", knowledge, _ten_years.visits(knowledge, began, _VISITS))


@contextmanager
def tapped_page(playwright: Playwright, program: str) -> Iterator[Page]:
    """A page whose sound is tapped where it leaves the page."""
    browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
    context = browser.new_context(
        locale="en-GB",
        service_workers="block",
        viewport={"width": 390, "height": 844},
        bypass_csp=True,  # the tap is no file of the server
    )
    here = Path(__file__).parent
    tap = msgspec.json.encode((here / "_session_tap.js").read_text(encoding="utf-8")).decode()
    context.add_init_script(_TONES_ALONE)
    context.add_init_script(f"globalThis.benchTap = {tap};\n{(here / '_session_page.js').read_text(encoding='utf-8')}")
    yield context.new_page()
    browser.close()


def throttle(context: BrowserContext, page: Page, rate: int) -> None:
    """Makes the page's main thread so many times slower."""
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": rate})


def say_progress(words: str) -> None:
    """Tell whoever waits what is going on, apart from the figures."""
    print(f"  {words}", file=sys.stderr, flush=True)


def _new_id() -> str:
    return str(uuid_utils.uuid7())
