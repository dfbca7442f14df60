"""Report, tables, bundle and calendar from the terminal."""

import pytest

from unknot.words import say

BEGINS = {"report": b"%PDF-", "fhir": b'{"resourceType":"Bundle"', "csv": b"PK", "calendar": b"BEGIN:VCALENDAR\r\n"}


@pytest.fixture(autouse=True)
def _knowledge(knowledge, monkeypatch):
    monkeypatch.setattr("unknot.cli.sharing.load_knowledge", lambda: knowledge)


@pytest.mark.parametrize("command", BEGINS)
def test_it_is_written_to_a_file(unknot, data, tmp_path, command):
    data.mkdir()
    file = tmp_path / "out"
    assert unknot(command, file) == (0, say("cli-written", file=str(file)) + "\n", "")
    assert file.read_bytes().startswith(BEGINS[command])


@pytest.mark.parametrize("command", BEGINS)
def test_a_file_that_cannot_be_written_is_said(unknot, data, tmp_path, command):
    data.mkdir()
    (tmp_path / "a-file").write_text("not a folder")
    said = unknot(command, tmp_path / "a-file" / "out")
    assert said.code == 2
    assert say("cli-cannot-write", reason="Not a directory") in said.err
