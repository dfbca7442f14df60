"""The example cases of the documentation, each through the one door by which Unknot is measured from outside."""

import json
from datetime import datetime
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from unknot.cli.main import commands
from unknot.coach import Advice, Case, Knowledge, advise
from unknot.planning import Phase
from unknot.screening import Tier
from unknot.words import say

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "examples"
FILES = sorted(FOLDER.glob("*.json"))


@pytest.fixture
def advice(request: pytest.FixtureRequest, knowledge: Knowledge, now: datetime) -> Advice:
    """What Unknot says to the example that the test names."""
    return advise(case_of(request.param), knowledge, now)


def case_of(name: str) -> Case:
    return msgspec.json.decode((FOLDER / f"{name}.json").read_bytes(), type=Case)


def on_spots(advice: Advice) -> list[tuple[str | None, str, str, str | None]]:
    assert advice.plan is not None
    steps = (step for step in advice.plan.steps if step.phase is Phase.PRESS)
    return [(step.point, step.technique, step.tool, step.side) for step in steps]


def warmed(advice: Advice) -> list[tuple[str, int, int]]:
    assert advice.plan is not None
    return [(s.technique, s.seconds, s.ceiling_0_10) for s in advice.plan.steps if s.presses and s.phase is Phase.WARM]


def test_there_is_an_example_of_each_kind() -> None:
    assert [file.stem for file in FILES] == [
        "desk-worker-upper-trapezius",
        "levator-to-shoulder-blade",
        "numb-fingers",
        "on-warfarin",
        "only-a-ball-and-a-wall",
        "stiff-neck-with-fever",
    ]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_example_says_who_it_is_about(file: Path) -> None:
    assert case_of(file.stem).about.endswith(".")


@pytest.mark.parametrize("advice", ["desk-worker-upper-trapezius"], indirect=True)
def test_the_desk_worker_holds_the_middle_of_the_shoulder_top(advice: Advice) -> None:
    assert (advice.verdict, advice.tier, advice.fired) == ("cleared", Tier.CLEAR, ())
    assert on_spots(advice)[0] == ("UT2", "sustained-pressure", "hands", "right")


@pytest.mark.parametrize("advice", ["levator-to-shoulder-blade"], indirect=True)
def test_the_levator_is_pressed_at_the_corner_of_the_blade(advice: Advice) -> None:
    assert (advice.verdict, advice.tier) == ("cleared", Tier.CLEAR)
    assert on_spots(advice)[0] == ("LS2", "sustained-pressure", "hands", "left")
    assert advice.finding is not None
    assert {one.muscle for one in advice.finding.candidates} == {"levator_scapulae"}


@pytest.mark.parametrize("advice", ["on-warfarin"], indirect=True)
def test_warfarin_leaves_light_kneading(advice: Advice) -> None:
    assert (advice.verdict, advice.tier) == ("cleared", Tier.CLEAR)
    assert (on_spots(advice), warmed(advice)) == ([], [("kneading", 30, 3)])
    assert advice.plan is not None
    assert "no-pressure-condition" in advice.plan.notes


@pytest.mark.parametrize("advice", ["stiff-neck-with-fever"], indirect=True)
def test_a_stiff_neck_with_fever_is_an_emergency_and_no_plan(advice: Advice) -> None:
    assert (advice.verdict, advice.tier, advice.plan, advice.finding) == ("stopped", Tier.EMERGENCY_NOW, None, None)
    assert [one.rule for one in advice.fired] == ["fever-with-stiff-neck", "ill-today"]


@pytest.mark.parametrize("advice", ["numb-fingers"], indirect=True)
def test_numb_fingers_are_seen_within_days_and_not_pressed(advice: Advice) -> None:
    assert (advice.verdict, advice.tier) == ("cleared", Tier.WITHIN_DAYS)
    assert [one.rule for one in advice.fired] == ["arm-numbness"]
    assert advice.plan is not None
    assert (advice.plan.presses, advice.plan.notes[0]) == (False, "no-pressure-within-days")


@pytest.mark.parametrize("advice", ["only-a-ball-and-a-wall"], indirect=True)
def test_a_ball_and_a_wall_reach_between_spine_and_blade(advice: Advice) -> None:
    assert advice.verdict == "cleared"
    assert {(technique, tool, side) for _, technique, tool, side in on_spots(advice)} == {
        ("ball-pressure", "tennis-ball", "left")
    }


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_unknot_plan_prints_the_example_as_text(file: Path, knowledge: Knowledge, now: datetime) -> None:
    result = CliRunner().invoke(commands, ["plan", str(file)], catch_exceptions=False)
    expected = advise(case_of(file.stem), knowledge, now)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"{say(f'tier-{expected.tier}')} [{expected.tier}]\n")
    for step in expected.plan.steps if expected.plan else ():
        assert say(f"technique-{step.technique}") in result.stdout


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_unknot_plan_prints_the_example_as_json(file: Path, knowledge: Knowledge, now: datetime) -> None:
    result = CliRunner().invoke(commands, ["plan", str(file), "--json"], catch_exceptions=False)
    expected = json.loads(msgspec.json.encode(advise(case_of(file.stem), knowledge, now)))
    printed = json.loads(result.stdout)
    for advice in (expected, printed):  # the terminal has its own clock
        advice["plan"] = advice["plan"] and {**advice["plan"], "made_at": "", "clearance": ""}
    assert (result.exit_code, printed) == (0, expected)
