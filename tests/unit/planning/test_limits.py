"""What the last word leaves of a draft that wants too much."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from unknot.planning import Change, Draft, Envelope, Phase, Plan, Step, enforce
from unknot.progress import PastSession
from unknot.units import Frame, Point, Side

MakeEnvelope = Callable[..., Envelope]
MakePlan = Callable[..., Plan]


@pytest.fixture
def hold(plan: MakePlan) -> Callable[..., Step]:
    """The pressing step for a point, with what differs; tools bring it to the wall."""

    def hold(spot: str, /, *, side: Side = Side.RIGHT, tools: tuple[str, ...] = (), **differing: object) -> Step:
        step = next(step for step in plan(spot, side=side, tools=tools).steps if step.phase is Phase.PRESS)
        return replace(step, **differing)

    return hold


def test_a_ball_is_used_for_five_minutes_at_most(hold: Callable[..., Step], envelope: MakeEnvelope) -> None:
    ball = ("tennis-ball",)
    wanted = tuple(hold(point, tools=ball, repetitions=3) for point in ("RH1", "RH2", "MT1"))
    made = enforce(Draft(wanted), envelope(tools=ball))
    assert [(step.point, step.repetitions, step.seconds) for step in made.steps] == [("RH1", 3, 45), ("RH2", 3, 45)]


def test_a_massage_gun_is_used_for_two_minutes_at_most(plan: MakePlan, envelope: MakeEnvelope) -> None:
    gun = ("gun",)
    by_gun = [
        next(
            step
            for step in plan(
                point, tools=gun, changes=(Change(f"press-{point}-right", technique="electric-low", tool="gun"),)
            ).steps
            if step.tool == "gun"
        )
        for point in ("UT2", "UT3", "SUP")
    ]
    made = enforce(Draft(tuple(by_gun)), envelope(tools=gun))
    assert sum(step.seconds * step.repetitions for step in made.steps) <= 120


def test_at_most_three_holds_stay_of_a_spot(hold: Callable[..., Step], envelope: MakeEnvelope) -> None:
    made = enforce(Draft((hold("UT2", repetitions=50),)), envelope())
    assert made.steps[0].repetitions == 3


def test_a_spot_is_pressed_once_in_a_session(hold: Callable[..., Step], envelope: MakeEnvelope) -> None:
    made = enforce(Draft((hold("UT2"), hold("UT2", id="again"))), envelope())
    assert [step.id for step in made.steps] == ["press-UT2-right"]


def test_a_fourth_spot_is_left_out(hold: Callable[..., Step], envelope: MakeEnvelope) -> None:
    wanted = tuple(hold(point, repetitions=1) for point in ("UT2", "UT3", "LS2", "LS1"))
    assert [step.point for step in enforce(Draft(wanted), envelope()).steps] == ["UT2", "UT3", "LS2"]


def test_a_hold_is_cut_to_ninety_seconds_and_six_of_ten(hold: Callable[..., Step], envelope: MakeEnvelope) -> None:
    step = enforce(Draft((hold("UT2", seconds=900, ceiling_0_10=10, start_0_10=10),)), envelope()).steps[0]
    assert (step.seconds, step.ceiling_0_10, step.start_0_10) == (90, 6, 6)


def test_a_step_is_said_to_lie_in_its_real_zone(hold: Callable[..., Step], envelope: MakeEnvelope) -> None:
    assert enforce(Draft((hold("UT2", zone="Z_SUBOCC"),)), envelope()).steps[0].zone == "Z_SHELF"


@pytest.mark.parametrize(
    "point",
    [
        Point(Frame.P, 0.0, -0.5),
        Point(Frame.P, 0.059, 0.4),
        Point(Frame.P, -0.059, 0.4),
        Point(Frame.P, 0.30, 0.50),
        Point(Frame.P, 1.20, 0.0),
        Point(Frame.P, float("nan"), 0.0),
        Point(Frame.L, -0.02, -0.8),
        Point(Frame.A, 0.45, 0.14),
        Point(Frame.R, 0.2, 0.0),
    ],
    ids=["spine", "beside C4", "beside C4, left", "side of the neck", "off the body", "nowhere", "L", "A", "R"],
)
def test_nothing_is_pressed_where_pressing_is_forbidden(
    point: Point, hold: Callable[..., Step], envelope: MakeEnvelope
) -> None:
    made = enforce(Draft((hold("UT2", path=(point,), point=None),)), envelope())
    assert (made.steps, made.presses, made.total_s) == ((), False, 0)


def test_a_plan_that_is_too_long_loses_repetitions_before_steps(
    hold: Callable[..., Step], envelope: MakeEnvelope
) -> None:
    wanted = tuple(hold(point, repetitions=3, seconds=90) for point in ("UT2", "UT3"))
    made = enforce(Draft(wanted), envelope(minutes=5))
    assert [(step.point, step.repetitions) for step in made.steps] == [("UT2", 1), ("UT3", 1)]
    assert made.total_s <= 300


def test_the_plan_carries_the_notes_of_its_draft_once(envelope: MakeEnvelope) -> None:
    assert enforce(Draft((), ("first-week", "first-week", "out-of-reach")), envelope()).notes == (
        "first-week",
        "out-of-reach",
    )


def test_a_step_that_presses_nothing_keeps_to_its_positions_and_the_place(
    plan: MakePlan, envelope: MakeEnvelope
) -> None:
    """As a step that presses does: nobody is asked to lie down at a desk, or to settle side-on to a wall."""
    settle = plan("UT2").steps[0]
    wanted = Draft((replace(settle, position="side-on-to-wall"), replace(settle, position="lying-face-up")))
    assert [step.position for step in enforce(wanted, envelope()).steps] == ["lying-face-up"]
    assert enforce(wanted, envelope(place="desk")).steps == ()


def test_a_step_that_presses_nothing_needs_a_tool_that_is_to_hand_and_serves_it(
    plan: MakePlan, envelope: MakeEnvelope
) -> None:
    settle = plan("UT2").steps[0]
    warm = replace(settle, technique="warmth", tool="heat-pack")
    assert [step.tool for step in enforce(Draft((warm,)), envelope(tools=("heat-pack",))).steps] == ["heat-pack"]
    assert enforce(Draft((warm,)), envelope()).steps == ()
    assert enforce(Draft((replace(settle, tool="gun"),)), envelope(tools=("gun",))).steps == ()


def test_a_path_on_the_side_that_the_step_does_not_name_is_not_pressed(
    hold: Callable[..., Step], envelope: MakeEnvelope
) -> None:
    """The free hand is judged by the side that the step names."""
    right = hold("UT2")
    made = enforce(Draft((replace(right, side=Side.LEFT),)), envelope())
    assert made.steps == ()


@pytest.mark.parametrize(("pressed_s", "is_first"), [(0, True), (1, False)])
def test_a_plan_is_the_first_until_something_was_pressed(
    pressed_s: int, is_first: bool, envelope: MakeEnvelope, now: datetime
) -> None:
    """A session that was stopped while settling, or pressed nothing, has taught nobody the scale in a hold."""
    past = (PastSession(ended_at=now - timedelta(days=14), pressed_s=pressed_s),)
    assert enforce(Draft(()), envelope(history=past)).is_first is is_first


def test_a_hold_in_the_first_week_is_cut_to_half_the_usual_one(
    hold: Callable[..., Step], envelope: MakeEnvelope, now: datetime
) -> None:
    """Half of 30-90 s at the middle is 30 s, whatever is asked for; a day after the week it is 90 s."""
    long = Draft((hold("UT2", seconds=900),))
    days = {days: (PastSession(ended_at=now - timedelta(days=days)),) for days in (2, 8)}
    assert [enforce(long, envelope(history=past)).steps[0].seconds for past in days.values()] == [30, 90]
