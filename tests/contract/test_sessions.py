"""The recorded sessions mean in Python what they mean in the browser (web/src/session/contract.test.ts)."""

from pathlib import Path

import msgspec
import pytest

from unknot.guiding import CueSheet, Ending, SessionEvent, SessionRecord, Turn, compile_cues, compile_timeline, replay
from unknot.units import Value

FILES = sorted((Path(__file__).parent / "sessions").glob("*.json"))
KEPT = sorted((Path(__file__).parent / "kept").glob("*.json"))
"""Sessions as an earlier version recorded them, before a sheet had branches."""


class Recorded(Value, frozen=True):
    """A recorded session: what it is about, its cue sheet, the events, and what they amount to."""

    about: str
    sheet: CueSheet
    events: tuple[SessionEvent, ...]
    record: SessionRecord


@pytest.fixture(scope="module")
def recorded() -> dict[str, Recorded]:
    return {file.stem: msgspec.json.decode(file.read_bytes(), type=Recorded) for file in FILES}


@pytest.mark.parametrize("name", [file.stem for file in FILES])
def test_a_recorded_session_gives_the_record_that_was_frozen(recorded, name):
    assert replay(recorded[name].sheet, recorded[name].events) == recorded[name].record


@pytest.mark.parametrize("name", [file.stem for file in FILES])
def test_a_recorded_sheet_is_the_one_that_its_plan_still_gives(recorded, knowledge, name):
    assert compile_cues(recorded[name].sheet.plan, knowledge.scripts) == recorded[name].sheet


def test_every_ending_is_recorded(recorded):
    assert {one.record.ending for one in recorded.values()} == set(Ending)


def test_every_turn_is_recorded(recorded):
    assert {taken.on for one in recorded.values() for taken in one.record.turns} == set(Turn)


@pytest.mark.parametrize("file", KEPT, ids=lambda file: file.stem)
def test_a_session_that_was_kept_before_there_were_branches_still_means_what_it_meant(file, knowledge):
    kept = msgspec.json.decode(file.read_bytes())
    sheet = msgspec.convert(kept["sheet"], CueSheet)
    events = msgspec.convert(kept["events"], tuple[SessionEvent, ...])
    for again in (sheet, compile_cues(sheet.plan, knowledge.scripts), compile_timeline(sheet.plan)):
        record = msgspec.to_builtins(replay(again, events))
        done = [{key: one[key] for key in ("step", "seconds", "skipped")} for one in record["done"]]
        assert {key: record[key] for key in kept["record"]} | {"done": done} == kept["record"]
