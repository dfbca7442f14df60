"""The `unknot` command, called as a shell calls it, with a data folder of its own."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from unknot.cli.main import main
from unknot.coach import Knowledge


class Said(NamedTuple):
    """What a command answered: its exit code, what it printed, and what it complained of."""

    code: int
    out: str
    err: str


Unknot = Callable[..., Said]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder."""
    folder = tmp_path / "data"
    monkeypatch.setenv("UNKNOT_DATA", str(folder))
    return folder


@pytest.fixture
def unknot(
    data: Path, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Unknot:
    """Runs a command. The knowledge is the shipped one, read once for all tests."""
    monkeypatch.setattr("unknot.cli.main.load_knowledge", lambda: knowledge)

    def unknot(*arguments: object, stdin: bytes = b"") -> Said:
        monkeypatch.setattr(sys, "argv", ["unknot", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as exit_:
            main()
        return Said(int(exit_.value.code or 0), *capsys.readouterr())

    return unknot
