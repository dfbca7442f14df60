"""A short plan with one of each: settling, a spot held twice on the right, one on the left, a stroke, movement."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from unknot.coach import Case, Knowledge, cue_case
from unknot.guiding import CueSheet, ScriptBook, compile_cues
from unknot.planning import Breath, Phase, Plan, Step
from unknot.units import Frame, Point, Side

_NOW = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
_KNOWN_PAIN = {
    "age": 35,
    "sex-at-birth": "male-at-birth",
    "unlike-usual": "known-pain",
    "neck-movement": "moves-as-usual",
    "pain-now": 4,
}
_NONE_OF = ("any-of-these", "health")
_BREATH = Breath(4500, 5500, ("protocol:M6",))
_SHELF = Point(Frame.P, 0.48, -0.03)
_BESIDE = Point(Frame.P, 0.60, -0.05)


def _step(id: str, phase: Phase, technique: str, seconds: int, **told: object) -> Step:
    bare = {"tool": "hands", "position": "sitting-supported", "repetitions": 1, "rest_s": 0, "ready_s": 8}
    rest = {"release_s": 0, "breath": _BREATH, "source": ("protocol:M1",)}
    return Step(id=id, phase=phase, technique=technique, seconds=seconds, **(bare | rest | told))


@pytest.fixture(scope="session")
def plan() -> Plan:
    pressing = {"release_s": 4, "ceiling_0_10": 6, "muscle": "upper_trapezius"}
    steps = (
        _step("settle", Phase.SETTLE, "settle", 10, ready_s=0),
        _step(
            "press-UT2-right",
            Phase.PRESS,
            "sustained-pressure",
            30,
            repetitions=2,
            rest_s=20,
            side=Side.RIGHT,
            point="UT2",
            path=(_SHELF,),
            hand=Side.LEFT,
            **pressing,
        ),
        _step(
            "press-UT2-left",
            Phase.PRESS,
            "friction",
            30,
            side=Side.LEFT,
            point="UT2",
            path=(_SHELF, _BESIDE),
            hand=Side.RIGHT,
            **pressing,
        ),
        _step("slow-movement", Phase.MOVE, "slow-movement", 60),
    )
    total_s = sum(step.total_s for step in steps)
    return Plan(_NOW, "fixture", steps, (), total_s, presses=True)


@pytest.fixture(scope="session")
def scripts(knowledge: Knowledge) -> ScriptBook:
    return knowledge.scripts


@pytest.fixture(scope="session")
def sheet(plan: Plan, knowledge: Knowledge) -> CueSheet:
    return compile_cues(plan, knowledge.scripts)


@pytest.fixture(scope="session")
def cue_healthy(knowledge: Knowledge) -> Callable[..., CueSheet]:
    """The cue sheet of a healthy person's case."""
    answers = {**_KNOWN_PAIN, **dict.fromkeys((*_NONE_OF, "course"), "none")}
    return lambda **told: cue_case(Case(answers=answers, **told), knowledge, _NOW)
