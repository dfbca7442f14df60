"""Every technique and tool has its own script, and a usual dose leaves room for it."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from unknot.guiding import CueKind, compile_cues
from unknot.knowledge import load_knowledge
from unknot.planning import Phase, Plan, Step
from unknot.units import Frame, Point, Side

KNOWLEDGE = load_knowledge()
BOOK = KNOWLEDGE.techniques
NOW = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
HERE = Point(Frame.P, 0.48, -0.03)
PAIRS = [
    (technique, tool)
    for technique in BOOK.techniques
    for tool in BOOK.tools
    if technique.id in tool.techniques or (tool.by_hand and not technique.presses)
]


def a_step(technique, tool, seconds: int) -> Step:
    strokes = technique.strokes or technique.across_fibres or technique.up_and_down
    path = () if not technique.presses else (HERE, replace(HERE, x=0.6)) if strokes else (HERE,)
    return Step(
        id="one",
        phase=Phase(technique.phase),
        technique=technique.id,
        tool=tool.id,
        position=technique.positions[0],
        seconds=seconds,
        repetitions=1,
        rest_s=0,
        ready_s=8,
        release_s=4 if path else 0,
        breath=BOOK.breath,
        source=technique.source,
        side=Side.RIGHT,
        path=path,
        hand=Side.LEFT if tool.by_hand else None,
        ceiling_0_10=3 if path else 0,
    )


def said(technique, tool, seconds: int) -> list[str]:
    step = a_step(technique, tool, seconds)
    plan = Plan(NOW, "", (step,), (), step.total_s, presses=bool(step.path), coaching=BOOK.coaching)
    cues = compile_cues(plan, KNOWLEDGE.scripts).cues
    return [line.say for cue in cues if cue.kind is not CueKind.READY for line in cue.lines]


@pytest.mark.parametrize(("technique", "tool"), PAIRS, ids=lambda one: one.id)
def test_the_longest_advised_dose_leaves_room_for_the_script(technique, tool):
    seconds = min(technique.hold.advised[-1], tool.hold_s)
    lines = said(technique, tool, seconds)
    scripted = [line for line in lines if line.startswith(("line-", "half-"))]
    assert scripted
    assert ("cue-ask-level" in lines) == technique.presses


def test_a_gun_is_said_to_float_and_another_massager_to_run_at_its_lowest():
    electric = BOOK.technique_by_id["electric-low"]
    assert "half-gun" in said(electric, BOOK.tool_by_id["gun"], 30)
    assert "half-gun" not in said(electric, BOOK.tool_by_id["vibrator"], 60)
    assert "half-electric" in said(electric, BOOK.tool_by_id["vibrator"], 60)


def test_lines_are_five_seconds_apart_and_a_short_hold_says_less():
    technique, hands = BOOK.technique_by_id["sustained-pressure"], BOOK.tool_by_id["hands"]
    assert said(technique, hands, 13) == ["half-two-fingers"]
    assert said(technique, hands, 30) == [
        "cue-ask-level",
        "half-two-fingers",
        "cue-ask-level-again",
        "cue-tell-me",
    ]
    assert said(technique, hands, 90)[-2:] == ["line-elbow-rests", "line-breathe-longer-out"]
