"""The application on a real log in a folder of its own, and a page that talks to it."""

import asyncio
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
import uuid_utils

from unknot.coach import Knowledge
from unknot.store import EventLog
from unknot.units import Instant
from unknot.web import Casebook, create_app

NOW = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
HOST = "127.0.0.1:8765"
MARKS = {"drawing": {"shoulder_top_R": 6, "neck_postlat_R": 4}, "palpation": {"UT2_R": "familiar"}}
SITUATION = {"minutes": 10, "tools": [], "hand": "both", "place": "home"}

Answer = httpx.Response


def problem_in(answer: Answer) -> tuple[int, str, str | None]:
    """Status, message and field of a problem."""
    problem = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.status_code == problem["status"]
    return problem["status"], problem["message"], problem.get("field")


class CasebookAt(Casebook):
    """A casebook whose clock stands still until it is moved."""

    moment = NOW

    def now(self) -> Instant:
        """The moment that the test has set."""
        return self.moment

    def wait(self, **time: float) -> None:
        """Let time pass."""
        self.moment += timedelta(**time)


class Page:
    """Talks to the application as its own page does."""

    problem_in = staticmethod(problem_in)

    def __init__(self, casebook: Casebook) -> None:
        self._runner = asyncio.Runner()
        self.client = httpx.AsyncClient(
            transport=httpx.ASGITransport(create_app(casebook, frozenset((HOST,)))),
            base_url=f"http://{HOST}",
            headers={"X-Unknot": "1"},
        )

    def close(self) -> None:
        """Go away."""
        self._runner.run(self.client.aclose())
        self._runner.close()

    @staticmethod
    def new_id() -> str:
        """An id as a client makes one."""
        return str(uuid_utils.uuid7())

    def plan_to_make(self, check_in: str, **told: object) -> dict[str, Any]:
        """What is sent for a plan for the shoulder."""
        return {"id": self.new_id(), "check_in": check_in, **MARKS, "situation": SITUATION, "changes": [], **told}

    def events(self, *moves: tuple[str, int], start: int = 0, feeling: str | None = None) -> dict[str, Any]:
        """What a player sends: each move with its time, numbered from `start`."""
        told = [{"kind": kind, "at_ms": at_ms, "feeling": feeling} for kind, at_ms in moves]
        numbered = enumerate(told, start=start)
        return {"events": [{"id": self.new_id(), "seq": seq, "event": event} for seq, event in numbered]}

    def outcome(self, pain_before: int, pain_after: int) -> dict[str, Any]:
        """What is sent when someone tells how it was."""
        told = {"pain_before": pain_before, "pain_after": pain_after, "turning": "easier", "helped": "yes"}
        return {"id": self.new_id(), **told}

    def together(self, *requests: tuple[str, str, Any]) -> list[Answer]:
        """The answers to requests that are all sent at the same moment: method, path, JSON."""

        async def send() -> list[Answer]:
            return await asyncio.gather(*(self.client.request(how, path, json=sent) for how, path, sent in requests))

        return self._runner.run(send())

    def request(self, method: str, path: str, **told: Any) -> Answer:
        """The answer to any request."""
        return self._runner.run(self.client.request(method, path, **told))

    def get(self, path: str) -> Any:
        """What is found."""
        answer = self.request("GET", path)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def send(self, path: str, sent: object, method: str = "POST") -> Any:
        """What is answered to what is accepted."""
        answer = self.request(method, path, json=sent)
        assert answer.status_code in (200, 201), answer.text
        return answer.json()

    def refused(self, path: str, sent: object, method: str = "POST") -> tuple[int, str, str | None]:
        """Status, message and field of what is refused."""
        return problem_in(self.request(method, path, json=sent))

    def check_in(self, answers: object) -> str:
        """The id of a check-in that is kept."""
        return str(self.send("/api/check-ins", {"id": self.new_id(), "answers": answers})["id"])

    def plan(self, check_in: str, **told: object) -> str:
        """The id of a plan that is kept."""
        return str(self.send("/api/plans", self.plan_to_make(check_in, **told))["id"])

    def move(self, plan: str, *moves: tuple[str, int]) -> Any:
        """What a session amounts to after these events of its player."""
        return self.send(f"/api/plans/{plan}/events", self.events(*moves))

    def kept(self) -> list[Any]:
        """Every event that is kept."""
        return list(self.get("/api/export")["events"])


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in which nothing is kept yet: making one anew takes longer than copying it."""
    path = tmp_path_factory.mktemp("empty") / "unknot.db"
    EventLog.open(path).close()
    return path


@pytest.fixture
def database(empty_database: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(empty_database, tmp_path / "unknot.db"))


@pytest.fixture
def log(database: Path) -> Iterator[EventLog]:
    with EventLog.open(database) as log:
        yield log


@pytest.fixture
def casebook(log: EventLog, knowledge: Knowledge) -> CasebookAt:
    return CasebookAt(log, knowledge, "unknot test")


@pytest.fixture
def page(casebook: CasebookAt) -> Iterator[Page]:
    page = Page(casebook)
    yield page
    page.close()


@pytest.fixture
def planned(page: Page, healthy: object) -> str:
    """The id of a plan of a healthy person."""
    return page.plan(page.check_in(healthy))


@pytest.fixture
def total_ms(page: Page, planned: str) -> int:
    """How long the planned session takes."""
    return int(page.get(f"/api/plans/{planned}/cue-sheet")["total_ms"])


@pytest.fixture
def page_with_front_end(casebook: CasebookAt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    """A page of an application whose built front end is one small file."""
    static = tmp_path / "static"
    static.mkdir()
    (static / "index.html").write_text("<!doctype html><title>Unknot</title>")
    monkeypatch.setattr("unknot.web.app.files", lambda package: tmp_path)
    page = Page(casebook)
    yield page
    page.close()
