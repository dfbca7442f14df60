"""A log in a folder of its own, and events to tell."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from unknot.store import EventLog, NewEvent

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TellEvent = Callable[..., NewEvent]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "unknot.db"


@pytest.fixture
def log(path: Path) -> Iterator[EventLog]:
    with EventLog.open(path) as log:
        yield log


@pytest.fixture
def tell() -> TellEvent:
    """The event with a number; told at that many minutes after noon unless said otherwise."""

    def tell(number: int, body: str = "{}", minute: int | None = None, **told: str) -> NewEvent:
        return NewEvent(
            id=f"01890000-0000-7000-8000-{number:012x}",
            at=NOON + timedelta(minutes=number if minute is None else minute),
            kind=told.pop("kind", "check-in"),
            body=msgspec.Raw(body),
            knowledge="2026.11",
            **told,
        )

    return tell


@pytest.fixture
def impatient(configure: Callable[[str], None]) -> None:
    """Connections that do not wait for one another."""
    configure("PRAGMA busy_timeout=0")
