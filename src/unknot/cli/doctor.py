"""`unknot doctor`: is everything in order that Unknot needs?"""

import platform
from importlib.resources import files
from pathlib import Path

from unknot.errors import KnowledgeError, StorageError
from unknot.knowledge import load_knowledge
from unknot.store import EventLog, database_path
from unknot.units import Value
from unknot.words import fluent_text, say


class Examined(Value, frozen=True):
    """One thing that was looked at."""

    what: str
    sound: bool
    found: str


def examine() -> tuple[Examined, ...]:
    """Everything Unknot needs, looked at in turn; nothing is changed but a database that is missing or old."""
    return (
        Examined("Python", sound=True, found=f"{platform.python_version()} on {platform.system()}"),
        _knowledge(),
        Examined("Words", sound=True, found=f"{len(fluent_text().splitlines())} lines"),
        _data(),
        _front_end(),
    )


def _knowledge() -> Examined:
    try:
        knowledge = load_knowledge()
    except KnowledgeError as error:
        return Examined("Knowledge", sound=False, found=str(error))
    rules, points = len(knowledge.rules.rules), len(knowledge.body.trigger_points)
    return Examined("Knowledge", sound=True, found=f"{rules} rules, {points} points, version {knowledge.version}")


def _data() -> Examined:
    try:
        path = database_path()
        with EventLog.open(path) as log:
            return Examined("Data", sound=True, found=f"{log.count()} events in {path}")
    except StorageError as error:
        return Examined("Data", sound=False, found=say(error.message, **error.details))


def _front_end() -> Examined:
    index = Path(str(files("unknot.web"))) / "static" / "index.html"
    if index.is_file():
        return Examined("Front end", sound=True, found="built")
    return Examined("Front end", sound=False, found="not built; python3 x.py run builds it")
