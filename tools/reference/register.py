"""The safety case as it stands in docs/safety/*.toml: what could happen, what holds it, what is left."""

from enum import StrEnum
from pathlib import Path

import msgspec

from unknot.units import Value

FILES = ("rows.toml", "missed.toml", "pressing.toml", "telling.toml", "machine.toml", "requirements.toml")


class RegisterError(Exception):
    """A file of the safety case cannot be read. The message names the file, what is wrong in it, and the next step."""


class Kind(StrEnum):
    """What goes wrong: a danger is missed, pressing does harm, words mislead, or the machine fails."""

    MISSED = "missed"
    PRESSING = "pressing"
    TELLING = "telling"
    MACHINE = "machine"


class Section(Value, frozen=True):
    """A list of the fact sheet that the hazards have to answer, row by row, in our words."""

    id: str
    title: str
    rows: tuple[str, ...]


class Control(Value, frozen=True):
    """One thing that holds a hazard back, with the data that does it and what shows that it does."""

    how: str
    rules: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    proofs: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()

    @property
    def is_shown(self) -> bool:
        """True when something fails if the control goes away. Each rule and each condition has cases of its own."""
        return bool(self.rules or self.conditions or self.proofs or self.tests)


class Hazard(Value, frozen=True):
    """What could happen to a person; `answers` names rows of the fact sheet as `9/3`; `rest` is what stays."""

    id: str
    kind: Kind
    says: str
    source: tuple[str, ...]
    controls: tuple[Control, ...]
    answers: tuple[str, ...] = ()
    rest: str = ""
    nothing_rests_because: str = ""

    @property
    def rules(self) -> frozenset[str]:
        """The rules that hold it, over all its controls."""
        return frozenset(rule for control in self.controls for rule in control.rules)


class Requirement(Value, frozen=True):
    """What shows that a person meets a requirement of the protocol, and what no test shows of it."""

    id: str
    proofs: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    rest: str = ""


class Register(Value, frozen=True):
    """The whole safety case."""

    section: tuple[Section, ...] = ()
    hazard: tuple[Hazard, ...] = ()
    requirement: tuple[Requirement, ...] = ()

    @property
    def rows(self) -> dict[str, str]:
        """Every row of every section as `9/3`, with what it says."""
        return {
            f"{section.id.removeprefix('clinical:')}/{number}": says
            for section in self.section
            for number, says in enumerate(section.rows, start=1)
        }


def read_register(folder: Path) -> Register:
    """The files of a folder, as one register.

    Raises: RegisterError: a file is missing, is not TOML, or has a key or a value that does not belong there.
    """
    parts = [_read(folder / name) for name in FILES]
    return Register(
        section=tuple(section for part in parts for section in part.section),
        hazard=tuple(hazard for part in parts for hazard in part.hazard),
        requirement=tuple(requirement for part in parts for requirement in part.requirement),
    )


def _read(file: Path) -> Register:
    try:
        return msgspec.toml.decode(file.read_bytes(), type=Register)
    except OSError as error:
        raise RegisterError(f"{file.name}: cannot be read ({error.strerror}). Put it back in docs/safety.") from error
    except msgspec.DecodeError as error:
        raise RegisterError(f"{file.name}: {error}. The keys are in tools/reference/register.py.") from error
