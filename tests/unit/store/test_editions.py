"""The knowledge that events were told under is kept once, whole, and with them."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import msgspec
import pytest

from unknot.coach import Edition
from unknot.errors import InputError, StorageError
from unknot.store import Appended, EventLog, export_events, import_events
from unknot.store.editions import KeptKnowledge

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
RULES = Edition({"rules.toml": b"[[rule]]\n", "en/screening.ftl": b"tier-clear = Go\n"})
LATER = Edition({"rules.toml": b"[[rule]]\n# later\n"})


@pytest.fixture
def tell_under(tell):
    """The event with a number, told under an edition."""
    return lambda number, edition: msgspec.structs.replace(tell(number), knowledge=edition.version)


def exported(log):
    return b"".join(export_events(log, made_by="unknot 1"))


def versions_in(path):
    with closing(sqlite3.connect(path)) as connection:
        return {version for (version,) in connection.execute("SELECT version FROM knowledge")}


def test_an_edition_is_kept_with_the_first_event_that_is_told_under_it(log, tell_under):
    assert log.edition(RULES.version) is None
    log.append([tell_under(1, RULES)], RULES)
    assert log.edition(RULES.version) == RULES
    assert log.edition(LATER.version) is None


def test_an_edition_is_kept_once_with_the_moment_of_the_first_event(log, path, tell_under):
    log.append([tell_under(1, RULES)], RULES)
    log.append([tell_under(2, RULES)], RULES)
    log.append([tell_under(3, LATER)], LATER)
    kept = {one.version: one.kept_at for one in log.knowledge()}
    assert kept == {RULES.version: tell_under(1, RULES).at, LATER.version: tell_under(3, LATER).at}


def test_what_is_told_again_keeps_no_edition(log, path, tell_under):
    log.append([tell_under(1, RULES)])
    assert log.append([tell_under(1, RULES)], RULES) == Appended(added=0, known=1)
    assert versions_in(path) == set()


def test_events_and_their_edition_are_kept_together_or_not_at_all(path, tell_under, configure):
    configure("PRAGMA max_page_count=40")
    large = Edition({"rules.toml": _noise()})
    with EventLog.open(path) as log:
        with pytest.raises(StorageError) as refusal:
            log.append([tell_under(1, large)], large)
        assert refusal.value.message == "store-disk-full"
        assert (log.count(), versions_in(path)) == (0, set())


def _noise() -> bytes:
    """What no packing makes smaller, the same each time."""
    state, made = 1, bytearray()
    while len(made) < 400_000:
        state = state * 6364136223846793005 + 1442695040888963407 & 2**64 - 1
        made += state.to_bytes(8, "big")
    return bytes(made)


def test_where_nothing_can_be_written_no_edition_is(path, tell_under, configure):
    EventLog.open(path).close()
    configure("PRAGMA query_only=ON")
    with EventLog(path) as log:
        with pytest.raises(StorageError) as refusal:
            log.append([tell_under(1, RULES)], RULES)
        assert (refusal.value.message, log.edition(RULES.version)) == ("store-read-only", None)


@pytest.mark.parametrize("change", ["UPDATE knowledge SET content = x'00'", "DELETE FROM knowledge"])
def test_the_database_itself_refuses_to_change_kept_knowledge(log, path, tell_under, change):
    log.append([tell_under(1, RULES)], RULES)
    with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.IntegrityError, match="kept knowledge is"):
        connection.execute(change)


def test_an_erasure_leaves_no_knowledge(log, path, tell_under):
    log.append([tell_under(1, RULES)], RULES)
    log.erase()
    assert versions_in(path) == set()


def test_after_an_erasure_the_next_event_keeps_its_edition_again(log, tell_under):
    log.append([tell_under(1, RULES)], RULES)
    log.erase()
    log.append([tell_under(1, RULES)], RULES)
    assert log.edition(RULES.version) == RULES


def test_what_was_altered_is_not_given_out(log, path, tell_under):
    log.append([tell_under(1, RULES)], RULES)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER knowledge_is_never_changed")
        connection.execute("UPDATE knowledge SET content = ?", (KeptKnowledge.of(LATER, NOON).content,))
        connection.commit()
    with pytest.raises(StorageError) as refusal:
        log.edition(RULES.version)
    assert (refusal.value.message, refusal.value.details) == ("store-knowledge-altered", {"version": RULES.version})


def test_content_that_unpacks_without_end_is_refused():
    one = KeptKnowledge.of(Edition({"rules.toml": bytes(60_000_000)}), NOON)
    assert len(one.content) < 100_000
    with pytest.raises(StorageError):
        one.unpacked()


def test_an_export_carries_the_knowledge_that_its_events_need(log, tmp_path, tell_under):
    log.append([tell_under(1, RULES)], RULES)
    log.append([tell_under(2, LATER)], LATER)
    with EventLog.open(tmp_path / "empty.db") as empty:
        assert import_events(empty, exported(log)) == Appended(added=2, known=0)
        assert [empty.edition(one.version) for one in (RULES, LATER)] == [RULES, LATER]
        assert exported(empty) == exported(log)


def test_an_export_of_the_first_format_is_still_read(log, tmp_path, tell_under):
    log.append([tell_under(1, RULES)], RULES)
    document = msgspec.json.decode(exported(log))
    del document["knowledge"]
    with EventLog.open(tmp_path / "empty.db") as empty:
        assert import_events(empty, msgspec.json.encode(document | {"version": 1})) == Appended(added=1, known=0)
        assert empty.edition(RULES.version) is None


def test_knowledge_that_no_event_needs_is_not_taken_in(log, path, tmp_path, tell_under):
    log.append([tell_under(1, RULES)], RULES)
    document = msgspec.json.decode(exported(log)) | {"events": []}
    with EventLog.open(tmp_path / "empty.db") as empty:
        import_events(empty, msgspec.json.encode(document))
        assert versions_in(tmp_path / "empty.db") == set()


@pytest.mark.parametrize(
    ("changed", "place", "message"),
    [
        ({"content": "AAAA"}, "knowledge[0]", "import-bad-knowledge"),
        ({"version": LATER.version}, "knowledge[0]", "import-bad-knowledge"),
        ({"content": "no base64!"}, "knowledge[0].content", "import-bad-event"),
        ({"signed": True}, "knowledge[0]", "import-bad-event"),
    ],
)
def test_an_export_with_altered_knowledge_is_refused_whole(log, tmp_path, tell_under, changed, place, message):
    log.append([tell_under(1, RULES)], RULES)
    document = msgspec.json.decode(exported(log))
    document["knowledge"][0] |= changed
    with EventLog.open(tmp_path / "empty.db") as empty:
        with pytest.raises(InputError) as refusal:
            import_events(empty, msgspec.json.encode(document))
        assert (refusal.value.field, refusal.value.message, empty.count()) == (place, message, 0)


def test_an_older_database_gets_a_place_for_knowledge_and_loses_nothing(path, tell, tell_under):
    """As the first version of the tables left it: events, and no knowledge."""
    with EventLog.open(path) as log:
        log.append([tell(1)])
        events = list(log.everything())
    with closing(sqlite3.connect(path)) as older:
        older.executescript("DROP TABLE knowledge; DROP TABLE gist; DROP INDEX event_of_person")
        older.execute("UPDATE alembic_version SET version_num = '0001'")
        older.commit()
    with EventLog.open(path) as log:
        assert list(log.everything()) == events
        log.append([tell_under(2, RULES)], RULES)
        assert log.edition(RULES.version) == RULES
