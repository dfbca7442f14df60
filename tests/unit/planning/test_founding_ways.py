"""The ways of working that Unknot was founded to guide, as a plan has them."""

from collections.abc import Callable

import pytest

from unknot.planning import Change, Phase, Plan, Step
from unknot.units import Side

MakePlan = Callable[..., Plan]


def changed(plan: MakePlan, point: str, technique: str, tool: str) -> Step:
    """The step on a spot, done another way."""
    made = plan(point, tools=(tool,), changes=(Change(f"press-{point}-right", technique=technique, tool=tool),))
    return next(step for step in made.steps if step.phase is Phase.PRESS)


@pytest.mark.parametrize("side", Side)
def test_kneading_runs_from_the_base_of_the_neck_towards_the_shoulder(side: Side, plan: MakePlan) -> None:
    kneading = next(step for step in plan("UT2", side=side).steps if step.technique == "kneading")
    from_the_spine = [abs(point.x) for point in kneading.path]
    assert len(from_the_spine) > 1
    assert from_the_spine == sorted(set(from_the_spine))


def test_a_ball_is_rolled_slowly_up_and_down_beside_the_spine(plan: MakePlan) -> None:
    step = changed(plan, "RH1", "ball-roll", "tennis-ball")
    assert (step.technique, step.tool, step.position, step.zone) == (
        "ball-roll",
        "tennis-ball",
        "standing-at-wall",
        "Z_UPBACK",
    )
    assert len({point.x for point in step.path}) == 1
    assert len({point.y for point in step.path}) > 1


@pytest.mark.parametrize("tool", ["vibrator", "shiatsu"])
def test_an_electric_massager_lies_lightly_on_the_shoulder(tool: str, plan: MakePlan) -> None:
    step = changed(plan, "UT2", "electric-low", tool)
    assert (step.tool, step.zone, step.ceiling_0_10) == (tool, "Z_SHELF", 4)
