"""Export, import and the doctor."""

import json

import msgspec
import pytest

from unknot.coach import SettingsChanged
from unknot.store import EventLog, NewEvent
from unknot.words import say


@pytest.fixture
def log(data, now):
    """The log in the data folder, with one event in it."""
    data.mkdir()
    id, body = "019ab000-0000-7000-8000-000000000001", msgspec.Raw(msgspec.json.encode(SettingsChanged("GB")))
    with EventLog.open(data / "unknot.db") as log:
        log.append([NewEvent(id=id, at=now, kind="settings-changed", body=body, knowledge="test")])
        yield log


def test_an_export_goes_to_a_file_and_comes_back_from_it(unknot, log, tmp_path):
    file = tmp_path / "mine.json"
    kept = list(log.everything())
    assert unknot("export", file) == (0, say("cli-exported", count=1, file=str(file)) + "\n", "")
    assert unknot("import", file) == (0, say("cli-imported", added=0, known=1) + "\n", "")
    log.erase()
    assert unknot("import", "-", stdin=file.read_bytes()) == (0, say("cli-imported", added=1, known=0) + "\n", "")
    assert list(log.everything()) == kept


def test_an_export_takes_the_place_of_an_older_one(unknot, log, tmp_path):
    file = tmp_path / "mine.json"
    file.write_text("an older export")
    unknot("export", file)
    assert len(json.loads(file.read_bytes())["events"]) == 1


def test_an_export_that_cannot_be_written_leaves_nothing_behind(unknot, log, tmp_path):
    file = tmp_path / "a-file" / "mine.json"
    file.parent.write_text("not a folder")
    said = unknot("export", file)
    assert (said.code, said.err) == (2, f"{file}: {say('cli-cannot-write', reason='Not a directory')}\n")
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith("tmp")] == []


def test_a_damaged_export_is_refused_whole(unknot, log, tmp_path):
    file = tmp_path / "mine.json"
    unknot("export", file)
    document = json.loads(file.read_bytes())
    document["events"].append({**document["events"][0], "id": "019ab000-0000-7000-8000-00000000000b", "body": [1]})
    log.erase()
    said = unknot("import", "-", stdin=json.dumps(document).encode())
    reason = say("import-bad-event", reason="Expected `object`, got `array`")
    assert (said.code, said.err, log.count()) == (2, f"events[1].body: {reason}\n", 0)


def test_the_doctor_finds_knowledge_words_and_data_in_order(unknot, log, data):
    found = {one["what"]: one for one in json.loads(unknot("doctor", "--json").out)}
    assert list(found) == ["Python", "Knowledge", "Words", "Data", "Front end"]
    assert [found[what]["sound"] for what in ("Python", "Knowledge", "Words", "Data")] == [True] * 4
    assert found["Data"]["found"] == f"1 events in {data / 'unknot.db'}"


def test_the_doctor_says_in_words_what_is_wrong_with_the_data(unknot, data):
    data.mkdir()
    (data / "unknot.db").write_text("not a database at all, but a text of more than a few letters" * 10)
    said = unknot("doctor")
    sentence = say("store-not-a-database", path=str(data / "unknot.db"), reason="file is not a database")
    assert (said.code, f"BAD  Data: {sentence}" in said.out) == (1, True)
