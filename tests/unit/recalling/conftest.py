"""A log of some weeks of daily use, and the person that all of it amounts to."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from tests.course import course_of

from unknot.coach import Knowledge, Person, Told, kind_of
from unknot.store import EventLog, NewEvent

DAYS = 40


def event_of(told: Told, knowledge: Knowledge) -> NewEvent:
    """What was told, as it is kept."""
    id, at, happening = told
    body = msgspec.Raw(msgspec.json.encode(happening))
    return NewEvent(id=id, at=at, kind=kind_of(happening), body=body, knowledge=knowledge.version)


@pytest.fixture(scope="session")
def course(knowledge: Knowledge) -> tuple[Told, ...]:
    return tuple(course_of(knowledge, DAYS).told)


@pytest.fixture(scope="session")
def lived(course: tuple[Told, ...], knowledge: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a log in which all of the course is kept but its last day, and nothing was made of it yet."""
    path = tmp_path_factory.mktemp("lived") / "unknot.db"
    with EventLog.open(path) as log:
        log.append([event_of(told, knowledge) for told in course[:-9]], knowledge.edition)
    return path


@pytest.fixture
def path(lived: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(lived, tmp_path / "unknot.db"))


@pytest.fixture
def log(path: Path) -> Iterator[EventLog]:
    with EventLog.open(path) as log:
        yield log


@pytest.fixture
def whole(course: tuple[Told, ...], knowledge: Knowledge) -> Person:
    """The person as folded from everything in the log."""
    return Person(knowledge).after_all(course[:-9])
