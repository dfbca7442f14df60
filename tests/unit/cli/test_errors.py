"""What goes wrong is one sentence on standard error and exit code 2, never a traceback."""

import os
import shutil
import socket
import sqlite3
from contextlib import closing
from importlib.resources import files
from pathlib import Path

import msgspec
import pytest

from unknot.knowledge import load_knowledge
from unknot.store import EventLog, NewEvent
from unknot.words import say


def test_a_missing_file_is_named(unknot):
    said = unknot("plan", "no-such-case.json")
    sentence = say("cli-cannot-read", reason="No such file or directory")
    assert said == (2, "", f"no-such-case.json: {sentence}\n")


BROKEN = {
    "nothing": b"",
    "half a file": b'{"answers": {"age": ',
    "a picture": b"\x89PNG\r\n\x1a\n\xff\xfe",
    "not UTF-8": b'{"about": "\xff"}',
    "nested without end": b'{"about": ' + b"[" * 200_000,
}


@pytest.mark.parametrize("command", ["screen", "locate", "plan", "session"])
@pytest.mark.parametrize("what", BROKEN)
def test_what_is_not_json_is_a_sentence(unknot, command, what):
    said = unknot(command, "-", stdin=BROKEN[what])
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert said.err.startswith(("-: What was sent is not JSON: ", "about: “about” is not as it should be: "))


@pytest.mark.parametrize(
    ("case", "sentence"),
    [
        ('{"minutes": "ten"}', "minutes: “minutes” is not as it should be: Expected `int`, got `str`."),
        ('{"minuets": 10}', "$: “$” is not as it should be: Object contains unknown field `minuets`."),
        ('{"hand": "third"}', "hand: “hand” is not as it should be: Invalid enum value 'third'."),
        (
            '{"answers": {"horoscope": "none"}}',
            f"answers.horoscope: {say('input-no-such-question', question='horoscope')}",
        ),
        ('{"answers": {"age": "7"}}', f"answers.age: {say('input-wants-a-number', question='age')}"),
    ],
)
def test_a_wrong_field_is_named_with_what_is_wrong(unknot, case, sentence):
    assert unknot("plan", "-", stdin=case.encode()) == (2, "", f"{sentence}\n")


def test_a_drawing_off_the_map_is_named(unknot):
    said = unknot("locate", "-", stdin=b'{"drawing": {"left_foot_R": 3}}')
    assert said == (2, "", f"drawing.left_foot_R: {say('input-no-such-place', place='left_foot_R')}\n")


def test_a_session_that_is_not_cleared_is_refused(unknot):
    said = unknot("session", "-", stdin=b'{"answers": {"head-signs": ["thunderclap"]}}')
    assert said == (2, "", f"answers: {say('plan-refused')}\n")


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["plan"], ["plan", "a", "b"], ["run", "--port", "0"], ["plan", "."]]
)
def test_a_command_that_is_used_wrongly_says_how_it_is_used(unknot, arguments):
    said = unknot(*arguments)
    assert (said.code, said.out, said.err.startswith("Usage: unknot")) == (2, "", True)


def test_broken_knowledge_is_refused_with_file_entry_value_and_next_step(unknot, tmp_path, monkeypatch):
    broken = Path(shutil.copytree(str(files("unknot.knowledge")), tmp_path / "knowledge"))
    rules = (broken / "rules.toml").read_text("utf-8").replace('tier = "emergency-now"', 'tier = "urgentt"', 1)
    (broken / "rules.toml").write_text(rules, "utf-8")
    monkeypatch.setattr("unknot.cli.main.load_knowledge", lambda: load_knowledge(broken))
    said = unknot("questions")
    assert (said.code, said.out) == (2, "")
    headline, sentence, *rest = said.err.splitlines()
    assert (headline, rest) == ("The knowledge of Unknot is not sound, so it does not start.", [])
    assert sentence.startswith("rules.toml: rule 'fever-with-stiff-neck', tier: Invalid enum value 'urgentt'")


@pytest.fixture
def newer(data):
    """A database that a later version has made."""
    data.mkdir()
    path = data / "unknot.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES ('9999')")
    return path


@pytest.mark.parametrize("command", [["export", "mine.json"], ["run", "--no-browser"]])
def test_a_database_of_a_newer_version_is_refused_and_left_as_it_is(unknot, newer, command):
    before = newer.read_bytes()
    assert unknot(*command) == (2, "", say("store-newer", path=str(newer), revision="9999") + "\n")
    assert newer.read_bytes() == before
    assert list(newer.parent.iterdir()) == [newer]


@pytest.mark.parametrize("command", [["run", "--no-browser"], ["csv", "mine.zip"], ["hand-over", "list"]])
def test_what_is_kept_and_cannot_be_read_is_named_and_nothing_starts(unknot, data, now, tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    data.mkdir()
    id = "01890000-0000-7000-8000-000000000001"
    with EventLog.open(data / "unknot.db") as log:
        log.append([NewEvent(id=id, at=now, kind="session-moved", body=msgspec.Raw(b"{}"), knowledge="")], None)
    said = (2, "", say("store-unreadable-event", kind="session-moved", event=id) + "\n")
    assert unknot(*command) == said


def test_a_data_folder_that_cannot_be_made_is_named(unknot, tmp_path, monkeypatch):
    (tmp_path / "a-file").write_text("in the way")
    folder = tmp_path / "a-file" / "data"
    monkeypatch.setenv("UNKNOT_DATA", str(folder))
    said = unknot("run", "--no-browser")
    assert said == (2, "", say("store-read-only", path=str(folder), reason="Not a directory") + "\n")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_data_folder_that_cannot_be_written_to_is_named(unknot, data):
    data.mkdir(mode=0o500)
    said = unknot("run", "--no-browser")
    assert (said.code, said.err.startswith(f"Unknot cannot write to {data}")) == (2, True)


def test_a_taken_port_is_a_sentence(unknot):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert unknot("run", "--no-browser", "--port", port) == (2, "", f"port: {say('port-taken', port=port)}\n")
