"""From any older revision to this one; from a newer one not at all."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from unknot.errors import StorageError
from unknot.store import EventLog, upgrade
from unknot.store.database import open_engine
from unknot.store.schema import metadata
from unknot.store.upgrade import UNKNOT_HISTORY, History, backup_before, bring_up_to_date

NEXT = """
from alembic import op

revision = "9000"
down_revision = "0003"


def upgrade():
    op.execute("CREATE TABLE knot (id TEXT PRIMARY KEY) STRICT")
    {then}
"""


@pytest.fixture
def history_after(tmp_path):
    """Our history and one revision more, which makes a table and then does something."""

    def history_after(then: str) -> History:
        scripts = tmp_path / "100% scripts"
        shutil.copytree(Path(upgrade.__file__).parent / "migrations", scripts)
        (scripts / "versions" / "r9000_knots.py").write_text(NEXT.format(then=then))
        return History(str(scripts), (*UNKNOT_HISTORY.revisions, "9000"))

    return history_after


def tables(path):
    with closing(sqlite3.connect(path)) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def files(folder):
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def test_the_history_names_every_migration_in_order():
    config = Config()
    config.set_main_option("script_location", UNKNOT_HISTORY.scripts)
    scripts = ScriptDirectory.from_config(config)
    assert tuple(script.revision for script in scripts.walk_revisions())[::-1] == UNKNOT_HISTORY.revisions


def test_the_migrations_lead_to_the_tables_of_the_schema(log, path):
    engine = open_engine(path, "BEGIN")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


def test_every_table_is_strict(log, path):
    with closing(sqlite3.connect(path)) as connection:
        strict = {name for _, name, _, _, _, is_strict in connection.execute("PRAGMA table_list") if is_strict}
    assert strict == {"event", "gist", "knowledge", "setting"}


def test_an_older_database_is_copied_then_migrated_with_its_events(path, tell, history_after):
    with EventLog.open(path) as log:
        log.append([tell(1)])
        events = list(log.everything())
    bring_up_to_date(path, history_after("pass"))
    assert "knot" in tables(path)
    with EventLog.open(backup_before(path, "9000")) as copy:
        assert list(copy.everything()) == events


def test_a_migration_that_fails_changes_nothing(path, tell, history_after):
    with EventLog.open(path) as log:
        log.append([tell(1)])
    before = files(path.parent)
    with pytest.raises(StorageError) as failure:
        bring_up_to_date(path, history_after('op.execute("CREATE TABLE event (id TEXT) STRICT")'))
    assert failure.value.message == "store-failed"
    assert tables(path) == {"alembic_version", "event", "gist", "knowledge", "setting"}
    assert files(path.parent)[path.name] == before[path.name]


@pytest.mark.parametrize("is_killed", [False, True], ids=["closed", "killed, its log not yet written back"])
def test_a_database_of_a_newer_version_is_refused_and_untouched(path, tell, is_killed):
    with EventLog.open(path) as log:
        log.append([tell(1)])
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
        newer.commit()
        left_behind = files(path.parent)
    if is_killed:
        for name, content in left_behind.items():
            (path.parent / name).write_bytes(content)
    before = files(path.parent)
    assert (f"{path.name}-wal" in before) is is_killed
    with pytest.raises(StorageError) as refusal:
        EventLog.open(path)
    assert refusal.value.message == "store-newer"
    assert refusal.value.details == {"path": str(path), "revision": "9999"}
    assert {name: content for name, content in files(path.parent).items() if not name.endswith("-shm")} == {
        name: content for name, content in before.items() if not name.endswith("-shm")
    }


def test_the_database_of_another_program_is_refused_and_untouched(path):
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recipe (name TEXT)")
        other.commit()
    before = files(path.parent)
    with pytest.raises(StorageError) as refusal:
        EventLog.open(path)
    assert refusal.value.message == "store-not-ours"
    assert files(path.parent) == before


def test_alembic_is_left_out_where_nothing_is_to_be_migrated(log, path):
    opens = "import sys; from pathlib import Path; from unknot.store import EventLog;"
    opens += f"EventLog.open(Path({str(path)!r})).close(); sys.exit('alembic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", opens], check=False).returncode == 0
