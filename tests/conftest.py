"""What all tests share: the shipped knowledge, a fixed moment, and the answers of a healthy person."""

import os
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, settings

from unknot.coach import Knowledge
from unknot.knowledge import load_knowledge
from unknot.screening import Answers

NOW = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)

HEALTHY: Answers = {
    "age": "aged-20-49",
    "head-signs": "none",
    "chest-throat-signs": "none",
    "arm-leg-signs": "none",
    "illness-signs": "none",
    "before-it-began": "none",
    "unlike-usual": "known-pain",
    "neck-movement": "moves-as-usual",
    "pain-now": 4,
    "skin": "none",
    "health": "none",
    "course": "none",
}
"""A first visit of a healthy person with a pain they know."""

RETURNING: Answers = {
    "age": "aged-20-49",
    "health": "none",
    "course": "none",
    "today": "none",
    "pain-now": 4,
    "skin": "none",
    "health-changed": "health-as-before",
}
"""A return visit of the same person, with the three kept answers."""

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
def returning() -> Answers:
    return dict(RETURNING)


@pytest.fixture
def answering() -> Callable[..., Answers]:
    """The answers of the healthy person, with what differs."""
    return lambda **differing: {**HEALTHY, **{id.replace("_", "-"): answer for id, answer in differing.items()}}
