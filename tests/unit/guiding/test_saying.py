"""What is said at a moment of a hold: the question, the answer to it, and the script around them."""

import pytest

from unknot.coach import Case, cue_case
from unknot.guiding import EventKind, SessionEvent, replay, saying_at


@pytest.fixture
def sheet(knowledge, calm, now):
    """The first hold is too short for its script: it asks, sounds half time, and asks again."""
    return cue_case(Case(answers=calm, drawing={"shoulder_top_R": 6}, minutes=5), knowledge, now)


@pytest.fixture
def said(sheet):
    hold = next(cue.at_ms for cue in sheet.cues if cue.kind == "hold")

    def said(into_ms: int, kind: str = "", at_ms: int = 0, level: int | None = None) -> str:
        told = (SessionEvent(EventKind(kind), hold + at_ms, level=level),) if kind else ()
        now = SessionEvent(EventKind.FINISH, hold + into_ms)
        record = replay(sheet, (SessionEvent(EventKind.START, 0), *told, now))
        saying = saying_at(sheet, record.position_ms, record.turns)
        assert saying is not None
        return saying.say

    return said


def test_a_hold_asks_and_asks_again(said):
    assert [said(ms) for ms in (0, 8_999, 9_000, 15_000, 20_999, 21_000)] == [
        "cue-hold-sustained-pressure",
        "cue-hold-sustained-pressure",
        "cue-ask-level",
        "half-two-fingers",
        "half-two-fingers",
        "cue-tell-me",
    ]


def test_whoever_has_told_a_level_is_asked_in_another_way(said):
    assert said(21_000, "level", 10_000, 5) == "cue-ask-level-again"


@pytest.mark.parametrize(
    ("kind", "level", "answer"),
    [
        ("level", 5, "cue-level-steady"),
        ("level", 9, "cue-level-over"),
        ("ease", None, "cue-eased"),
        ("too-sore", None, "cue-too-sore"),
        ("swap", None, "cue-place-pressure-release"),
        ("next", None, "cue-release"),
    ],
)
def test_a_turn_is_answered(said, kind, level, answer):
    assert said(10_500, kind, 10_000, level) == answer
