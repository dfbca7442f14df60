"""The recorded sessions mean in Python what they mean in the browser (web/src/session/contract.test.ts)."""

from pathlib import Path

import msgspec
import pytest

from unknot.guiding import CueSheet, Ending, SessionEvent, SessionRecord, compile_cues, replay
from unknot.units import Value

FILES = sorted((Path(__file__).parent / "sessions").glob("*.json"))


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
def test_a_recorded_sheet_is_the_one_that_its_plan_still_gives(recorded, name):
    assert compile_cues(recorded[name].sheet.plan) == recorded[name].sheet


def test_every_ending_is_recorded(recorded):
    assert {one.record.ending for one in recorded.values()} == set(Ending)
