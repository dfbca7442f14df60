"""The service worker is told which files make up this version, and a download holds all that a player needs."""

from hashlib import sha256
from pathlib import Path

import msgspec
import pytest

from unknot.web.offline import WORKER, edition_of

WORDS = "app-name = Unknot\n"


@pytest.fixture
def static(tmp_path: Path) -> Path:
    """A built front end: a page, a script, the worker, a spoken line, and the stamp of the build."""
    for name, text in {
        "index.html": "<title>Unknot</title>",
        "assets/index-1.js": "go()",
        WORKER: "self",
        "voice/1.opus": "ah",
        ".made-from": "1",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def test_an_edition_is_every_file_that_is_given_out_but_for_the_worker(static):
    assert edition_of(static, WORDS).files == {
        "/words/en.ftl": digest(WORDS),
        "/assets/index-1.js": digest("go()"),
        "/voice/1.opus": digest("ah"),
        "/": digest("<title>Unknot</title>"),
    }


@pytest.mark.parametrize("changed", ["index.html", "assets/index-1.js", WORKER])
def test_any_file_that_changes_makes_another_version(static, changed):
    before = edition_of(static, WORDS).version
    (static / changed).write_text("other")
    assert edition_of(static, WORDS).version != before


def test_other_words_make_another_version_and_the_same_ones_do_not(static):
    before = edition_of(static, WORDS).version
    assert edition_of(static, WORDS).version == before
    assert edition_of(static, f"{WORDS}app-back = Back\n").version != before


def test_a_download_is_the_cue_sheet_with_the_stop_rules_and_how_long_it_counts(page, planned, knowledge):
    download = page.get(f"/api/plans/{planned}/download")
    assert download == {
        "sheet": page.get(f"/api/plans/{planned}/cue-sheet"),
        "valid_min": knowledge.rules.valid_min,
        "stops": msgspec.json.decode(msgspec.json.encode(knowledge.stops)),
    }


def test_a_session_that_was_stopped_is_not_downloaded(page, planned):
    page.move(planned, ("start", 0), ("stop", 1_000))
    assert page.refused(f"/api/plans/{planned}/download", None, "GET") == (409, "session-is-over", "plan")
