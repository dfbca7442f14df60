"""A log in a folder of its own, the knowledge as it is shipped, and as it was on an earlier day."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from itertools import count
from pathlib import Path

import msgspec
import pytest

from unknot import coach
from unknot.coach import Happening, Knowledge, Person, kind_of
from unknot.knowledge import load_knowledge
from unknot.locating import Complaint
from unknot.planning import Situation
from unknot.screening import Answers
from unknot.store import EventLog, NewEvent

NOW = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
SHOULDER = {"shoulder_top_R": 6, "neck_postlat_R": 4}
MILDER = ('tier = "emergency-now"', 'tier = "same-day"')


class Diary:
    """Lets things happen to a person under some knowledge, and keeps them as the casebook does."""

    def __init__(self, log: EventLog, knowledge: Knowledge, numbers: Iterator[int]) -> None:
        self.log, self.knowledge, self.numbers = log, knowledge, numbers
        self.person, self.now = Person(knowledge), NOW

    def keep(self, told: Happening, *, with_edition: bool = True) -> str:
        """The id under which it is kept."""
        id, self.now = f"01890000-0000-7000-8000-{next(self.numbers):012x}", self.now + timedelta(minutes=1)
        body = msgspec.Raw(msgspec.json.encode(told))
        event = NewEvent(id=id, at=self.now, kind=kind_of(told), body=body, knowledge=self.knowledge.version)
        self.log.append([event], self.knowledge.edition if with_edition else None)
        self.person = self.person.after(id, self.now, told)
        return id

    def check_in(self, answers: Answers, *, with_edition: bool = True) -> str:
        """The id of a check-in with these answers."""
        at = self.now + timedelta(minutes=1)
        return self.keep(coach.check_in(self.person, answers, at), with_edition=with_edition)

    def plan(self, check_in: str) -> str:
        """The id of a plan for the shoulder."""
        at = self.now + timedelta(minutes=1)
        return self.keep(coach.make_plan(self.person, check_in, Complaint(SHOULDER), Situation(10), (), at))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "unknot.db"


@pytest.fixture
def log(path: Path) -> Iterator[EventLog]:
    with EventLog.open(path) as log:
        yield log


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped knowledge files, to be changed into those of another day."""
    copy = tmp_path / "knowledge"
    copy.mkdir()
    for file in files("unknot.knowledge").iterdir():
        if file.name.endswith(".toml"):
            shutil.copyfile(str(file), copy / file.name)
    return copy


@pytest.fixture
def older(folder: Path) -> Knowledge:
    """Knowledge of an earlier day, in which nothing was an emergency yet."""
    rules = folder / "rules.toml"
    before, after = MILDER
    assert before in rules.read_text("utf-8")
    rules.write_text(rules.read_text("utf-8").replace(before, after), "utf-8")
    return load_knowledge(folder)


@pytest.fixture
def diary(log: EventLog) -> Callable[[Knowledge], Diary]:
    numbers = count(1)
    return lambda knowledge: Diary(log, knowledge, numbers)
