"""A plan made without the screens, and the room before its session, for tests that begin there."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import msgspec
import uuid_utils
from playwright.sync_api import Page, expect
from tests.browser import steps
from tests.browser.conftest import Watched
from tests.browser.quick_clock import QuickClock

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


def sheet_of(address: str, plan: str) -> CueSheet:
    """The cue sheet of a plan, as a player downloads it."""
    answer = httpx.get(f"{address}/api/plans/{plan}/download", headers={"X-Unknot": "1"}).raise_for_status()
    return msgspec.convert(answer.json()["sheet"], CueSheet)


@dataclass
class Visit:
    """A session that could begin, its sheet, and its time."""

    page: Page
    sheet: CueSheet
    clock: QuickClock

    def begin(self) -> None:
        """The tap on Begin, and the moment until the first cue."""
        steps.button(self.page, "session-begin").click()
        expect(steps.button(self.page, "session-begin")).to_have_count(0)

    def let_all_pass(self) -> None:
        """The whole session, and the chord at its end."""
        self.clock.let_pass(self.sheet.total_ms / 1000 + 4)

    def tell(self) -> None:
        """What is asked after the session, up to the first of the questions that only a first visit has."""
        steps.tell_how_it_was(self.page)
        steps.heading(self.page, "cause-C1")


def open_visit(watched: Watched, *scripts: str, **situation: object) -> Visit:
    """The room before a session of five minutes, whose time stands still."""
    page = watched.page
    for script in scripts:
        page.add_init_script(script)
    clock = QuickClock(page)
    plan = make_plan(watched.address, 5, **situation)
    page.goto("about:blank")
    page.goto(f"{watched.address}/#/session/{plan}")
    steps.heading(page, "session-ready")
    page.wait_for_load_state("networkidle")
    return Visit(page, sheet_of(watched.address, plan), clock)


def _example() -> dict[str, Any]:
    return msgspec.json.decode(_EXAMPLE.read_bytes(), type=dict[str, Any])


def _send(address: str, path: str, told: dict[str, object]) -> str:
    answer = httpx.post(f"{address}/api/{path}", json=told, headers={"X-Unknot": "1"}).raise_for_status()
    return str(answer.json()["id"])


def _new_id() -> str:
    return str(uuid_utils.uuid7())
