"""A person is the same however they are recalled, and what cannot be trusted is not used."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from tests.unit.coach.test_gist import laid_open
from tests.unit.recalling.conftest import event_of

import unknot
from unknot.coach import Edition, Person, gist_of
from unknot.errors import StorageError
from unknot.recalling import WORTH_A_GIST, name_of_sources, program_version, recall
from unknot.store import THIS_PERSON, EventLog, KeptGist

KEEP_FOREVER = """
import sys
from pathlib import Path
from unknot.knowledge import load_knowledge
from unknot.recalling import recall
from unknot.store import THIS_PERSON, EventLog, KeptGist

log, knowledge = EventLog.open(Path(sys.argv[1])), load_knowledge()
recalled = recall(log, knowledge)
(made_by,) = sys.argv[2:]
kept = log.gist(THIS_PERSON, made_by)
while True:
    log.keep_gist(THIS_PERSON, kept)
    print("kept", flush=True)
"""


@pytest.fixture
def made_by(knowledge):
    """Under what this program keeps what it makes with this knowledge."""
    return f"{program_version()} {knowledge.version}"


@pytest.fixture
def lie(log, knowledge):
    """Keeps, as made by someone, a gist that is not what the events amount to: nobody ever came."""

    def lie(made_by):
        extent = recall(log, knowledge).extent
        content = msgspec.json.encode(gist_of(Person(knowledge)))
        assert log.keep_gist(THIS_PERSON, KeptGist(made_by, extent, content))

    return lie


def test_the_second_time_nothing_is_read_anew_and_the_person_is_the_same(log, knowledge, whole):
    first, second = recall(log, knowledge), recall(log, knowledge)
    assert (first.anew, second.anew) == (log.count(), 0)
    assert laid_open(first.person) == laid_open(second.person) == laid_open(whole)
    assert first.extent == second.extent


def test_what_happened_since_is_all_that_is_read_anew(log, course, knowledge):
    recall(log, knowledge)
    log.append([event_of(told, knowledge) for told in course[-9:]])
    recalled = recall(log, knowledge)
    assert recalled.anew == 9
    assert laid_open(recalled.person) == laid_open(Person(knowledge).after_all(course))


def test_what_happened_before_and_came_later_is_folded_where_it_belongs(log, course, knowledge, tmp_path):
    """Another device of the same person, whose log is merged: its events stand among those that were read."""
    with EventLog.open(tmp_path / "phone.db") as phone:
        phone.append([event_of(told, knowledge) for told in course[-9:]])
        others = list(phone.everything())
    recall(log, knowledge)
    earlier = [msgspec.structs.replace(one, at=course[40][1]) for one in others]
    log.merge(earlier)
    recalled = recall(log, knowledge)
    in_order = [(one.id, one.at) for one in log.events(THIS_PERSON)]
    happened = {id: happening for id, _, happening in course}
    told = [(id, at, happened[id]) for id, at in in_order]
    assert recalled.anew == len(course)
    assert laid_open(recalled.person) == laid_open(Person(knowledge).after_all(told))


def test_a_short_log_is_read_whole_and_nothing_is_kept_of_it(tmp_path, course, knowledge, made_by):
    with EventLog.open(tmp_path / "short.db") as log:
        log.append([event_of(told, knowledge) for told in course[:WORTH_A_GIST]])
        assert recall(log, knowledge).anew == WORTH_A_GIST
        assert log.gist(THIS_PERSON, made_by) is None
        log.append([event_of(course[WORTH_A_GIST], knowledge)])
        recall(log, knowledge)
        assert log.gist(THIS_PERSON, made_by) is not None


def test_the_gist_is_what_a_person_is_recalled_from(log, knowledge, lie, made_by):
    """Without this, all that follows would hold for a program that never looks at it."""
    lie(made_by)
    assert recall(log, knowledge).person.visits == 0


def test_what_another_program_made_is_not_used(log, knowledge, lie, whole, made_by):
    """As after an upgrade in which a record comes out differently."""
    lie(f"another {made_by}")
    recalled = recall(log, knowledge)
    assert (recalled.anew, recalled.person.past) == (log.count(), whole.past)
    assert recall(log, knowledge).anew == 0


def test_what_was_made_with_other_knowledge_is_not_used(log, knowledge, lie, whole):
    other = Edition(knowledge.edition.texts | {"rules.toml": b""})
    lie(f"{program_version()} {other.version}")
    assert laid_open(recall(log, knowledge).person) == laid_open(whole)


@pytest.mark.parametrize("content", [b"", b"{}", b"null", b'{"check_ins":[]}', b"\xff\x00"])
def test_what_is_no_gist_is_not_used(log, knowledge, whole, made_by, content):
    extent = recall(log, knowledge).extent
    log.keep_gist(THIS_PERSON, KeptGist(made_by, extent, content))
    assert laid_open(recall(log, knowledge).person) == laid_open(whole)
    assert recall(log, knowledge).anew == 0


def test_a_gist_of_which_one_byte_is_another_is_not_used(log, path, knowledge, whole):
    recall(log, knowledge)
    with closing(sqlite3.connect(path)) as connection:
        ((content,),) = connection.execute("SELECT content FROM gist")
        before, after = b'"visits":%d' % whole.visits, b'"visits":%d' % (whole.visits + 1)
        assert before in content
        connection.execute("UPDATE gist SET content = ?", (content.replace(before, after),))
        connection.commit()
    assert recall(log, knowledge).person.visits == whole.visits


def test_a_log_that_was_erased_has_no_past(log, knowledge):
    recall(log, knowledge)
    log.erase()
    assert recall(log, knowledge).person == Person(knowledge)


def test_a_process_that_is_killed_while_it_keeps_a_gist_loses_nothing(path, knowledge, whole, made_by):
    command = [sys.executable, "-c", KEEP_FOREVER, path, made_by]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as keeping:
        for _ in range(20):
            assert keeping.stdout.readline() == "kept\n"
        keeping.kill()
    with EventLog.open(path) as log, closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert recall(log, knowledge).anew == 0
        assert laid_open(recall(log, knowledge).person) == laid_open(whole)


def test_two_processes_that_both_make_a_gist_read_the_same_person(log, path, course, knowledge):
    with EventLog.open(path) as other:
        recall(log, knowledge)
        other.append([event_of(told, knowledge) for told in course[-9:-4]])
        recall(other, knowledge)
        log.append([event_of(told, knowledge) for told in course[-4:]])
        everything = laid_open(Person(knowledge).after_all(course))
        assert laid_open(recall(other, knowledge).person) == laid_open(recall(log, knowledge).person) == everything


def test_where_nothing_can_be_kept_a_person_is_recalled_all_the_same(path, knowledge, whole, made_by):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TRIGGER full BEFORE INSERT ON gist BEGIN SELECT RAISE(ABORT, 'no room'); END")
    with EventLog.open(path) as log:
        assert laid_open(recall(log, knowledge).person) == laid_open(whole)
        assert log.gist(THIS_PERSON, made_by) is None


def test_a_plan_that_is_no_longer_what_it_was_is_named_when_it_is_needed(log, path, knowledge):
    recall(log, knowledge)
    recalled = recall(log, knowledge).person
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER event_is_never_changed")
        connection.execute("UPDATE event SET body = '{}' WHERE kind = 'plan-made'")
        connection.commit()
    with pytest.raises(StorageError) as damaged:
        _ = recalled.last_plan
    assert (damaged.value.message, damaged.value.details["path"]) == ("store-damaged", str(path))


def test_a_plan_that_another_process_has_erased_meanwhile_is_said_to_be_gone(log, path, knowledge):
    recall(log, knowledge)
    recalled = recall(log, knowledge).person
    with EventLog.open(path) as other:
        other.erase()
    with pytest.raises(StorageError) as gone:
        _ = recalled.last_plan
    assert gone.value.message == "store-failed"


def test_any_change_of_the_program_gives_it_another_name(tmp_path):
    def name_with(files: dict[str, str]) -> str:
        folder = tmp_path / "program"
        shutil.rmtree(folder, ignore_errors=True)
        for name, text in files.items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        return name_of_sources(folder)

    source = {"a.py": "one", "b/c.py": "two"}
    others = [
        {"a.py": "one", "b/c.py": "twO"},
        {"a.py": "two", "b/c.py": "one"},
        {"a.py": "one", "c.py": "two"},
        {"a.py": "onetwo", "b/c.py": ""},
        {"a.py": "one"},
    ]
    assert len({name_with(source), *map(name_with, others)}) == 1 + len(others)
    assert name_with(source) == name_with({**source, "notes.txt": "three"})


def test_where_there_are_no_sources_there_is_no_name(tmp_path):
    assert name_of_sources(tmp_path) == ""


def test_this_program_is_named_by_its_own_sources():
    assert program_version() == name_of_sources(Path(unknot.__file__).parent)
