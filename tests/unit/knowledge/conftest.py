"""A copy of the shipped knowledge, to be spoilt."""

import shutil
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

Edit = Callable[[str, str, str], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped knowledge."""
    copy = tmp_path / "knowledge"
    copy.mkdir()
    for file in files("unknot.knowledge").iterdir():
        if file.name.endswith(".toml"):
            shutil.copyfile(str(file), copy / file.name)
    return copy


@pytest.fixture
def edit(folder: Path) -> Edit:
    def edit(file: str, old: str, new: str) -> None:
        text = (folder / file).read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}: the test must name one place"
        (folder / file).write_text(text.replace(old, new), "utf-8")

    return edit
