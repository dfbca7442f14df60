"""Who has one hand free is never asked for the other, on whatever way through the session."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from tests.contract.record import HEALTHY, NOW

from unknot.cli.playing import said
from unknot.coach import Case, Knowledge, cue_case
from unknot.guiding import CueSheet
from unknot.planning import FreeHand
from unknot.progress import PastSession

DRAWINGS = (
    {"shoulder_top_R": 6, "shoulder_top_L": 5},
    {"neck_postlat_R": 6, "neck_post_L": 5},
    {"scap_medial_R": 6},
    {"scap_medial_L": 6, "interscap_L": 3},
    {"behind_ear_R": 5},
)
TOOLS = ((), ("cane", "tennis-ball"), ("massage-ball", "shiatsu", "gun", "vibrator"))
LONG_AGO = (PastSession(ended_at=NOW - timedelta(days=30), pressed_s=60),)


def everything_said(sheet: CueSheet) -> Iterator[str]:
    """Every line of a sheet, of its other ways, and of the turns that lead to them."""
    for cue in sheet.cues:
        for message in (cue.say, *(line.say for line in cue.lines), *(turn.say for turn in cue.branches if turn.say)):
            yield said(sheet, cue, message=message)


@pytest.mark.parametrize("tools", TOOLS)
@pytest.mark.parametrize("drawing", DRAWINGS)
@pytest.mark.parametrize(("free", "other"), [(FreeHand.LEFT, "right"), (FreeHand.RIGHT, "left")])
def test_nothing_that_is_said_asks_for_the_hand_that_is_not_free(
    free: FreeHand, other: str, drawing: dict[str, int], tools: tuple[str, ...], knowledge: Knowledge
) -> None:
    asks = re.compile(rf"\b{other} (hand|arm)\b|both hands|two hands|other hand|hands easy", re.IGNORECASE)
    case = Case(answers=HEALTHY, drawing=drawing, tools=tools, hand=free, minutes=12, history=LONG_AGO)
    sheet = cue_case(case, knowledge, NOW)
    assert [words for words in everything_said(sheet) if asks.search(words)] == []
    assert {step.hand.value for step in sheet.steps if step.hand is not None} <= {free.value}


def test_with_both_hands_free_both_are_asked_for(knowledge: Knowledge) -> None:
    sheet = cue_case(Case(answers=HEALTHY, drawing={"behind_ear_R": 5, "shoulder_top_R": 6}), knowledge, NOW)
    assert any("Left hand across" in words for words in everything_said(sheet))
