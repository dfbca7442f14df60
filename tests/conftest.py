"""What all tests share: the shipped knowledge, a fixed moment, and the answers of a healthy person."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy.event import listen, remove
from sqlalchemy.pool import Pool
from tests.calm import calm_answers

from unknot.coach import Knowledge
from unknot.knowledge import load_knowledge
from unknot.screening import Answers

NOW = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)

CALM = calm_answers(load_knowledge().rules)
_FACTS = ("age", "sex-at-birth", "health", "course")
HEALTHY: Answers = {id: CALM[id] for id in (*_FACTS, "any-of-these", "unlike-usual", "pain-now")}
"""A first visit of a healthy man of 35 with a pain he knows: what he is asked, and no more."""

RETURNING: Answers = {id: CALM[id] for id in (*_FACTS, "today", "pain-now", "health-changed")}
"""A return visit of the same person, with the four kept answers."""

_QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
settings.register_profile("default", max_examples=100, deadline=None, derandomize=True, suppress_health_check=_QUIET)
settings.register_profile("nightly", max_examples=5_000, deadline=None, suppress_health_check=_QUIET, print_blob=True)
settings.load_profile("nightly" if os.environ.get("UNKNOT_NIGHTLY") else "default")


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine of a test names no country."""
    for name in ("LC_ALL", "LC_TELEPHONE", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def healthy() -> Answers:
    return dict(HEALTHY)


@pytest.fixture
def calm() -> Answers:
    return dict(CALM)


@pytest.fixture
def returning() -> Answers:
    return dict(RETURNING)


@pytest.fixture
def answering() -> Callable[..., Answers]:
    """The calm answer to every question, with what differs."""
    return lambda **differing: {**CALM, **{id.replace("_", "-"): answer for id, answer in differing.items()}}


@pytest.fixture
def configure() -> Iterator[Callable[[str], None]]:
    """Has SQLite run a pragma on each connection that is opened from then on."""
    listeners = []

    def configure(pragma: str) -> None:
        def run(connection: sqlite3.Connection, _entry: object) -> None:
            connection.execute(pragma)

        listen(Pool, "connect", run)
        listeners.append(run)

    yield configure
    for listener in listeners:
        remove(Pool, "connect", listener)
