from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from unknot.coach import Knowledge
from unknot.errors import InputError
from unknot.locating import Finding
from unknot.planning import Change, Envelope, FreeHand, Phase, Plan, Step, Swap, plan_session
from unknot.progress import PastSession, Treated
from unknot.screening import Answers
from unknot.units import Side

MakeEnvelope = Callable[..., Envelope]
MakeFinding = Callable[..., Finding]
MakePlan = Callable[..., Plan]

WARFARIN: Answers = {"health": ("health-blood",), "blood": ("anticoagulant",)}
NOT_KNOWN: Answers = {"health": ("health-blood",), "blood": "unsure", "neck-feels-loose": "neck-feels-firm"}
BENDY_JOINTS: Answers = {
    "health": ("health-bones",),
    "bones": ("hypermobility",),
    "neck-feels-loose": "neck-feels-firm",
    "clinician-agreed": "clinician-has-agreed",
}
TINGLING: Answers = {"arm-leg-signs": ("arm-tingling-or-pain",)}
ALL_TOOLS = ("tennis-ball", "massage-ball", "cane", "vibrator", "shiatsu", "gun")


def pressing(plan: Plan) -> list[Step]:
    return [step for step in plan.steps if step.presses]


def on_spots(plan: Plan) -> list[Step]:
    return [step for step in plan.steps if step.phase is Phase.PRESS]


def ids(plan: Plan) -> list[str]:
    return [step.id for step in plan.steps]


def test_a_session_settles_warms_presses_moves_and_closes(plan: MakePlan) -> None:
    made = plan("UT2", "LS2")
    assert ids(made) == [
        "settle",
        "warm-kneading-right",
        "press-UT2-right",
        "press-LS2-right",
        "slow-movement",
        "gentle-stretch",
        "after-care",
    ]
    assert (made.notes, made.presses) == ((), True)


def test_a_hold_on_the_shelf_is_one_to_two_minutes_by_the_opposite_hand(plan: MakePlan, knowledge: Knowledge) -> None:
    step = on_spots(plan("UT2"))[0]
    point = knowledge.body.point_by_id["UT2"]
    technique = knowledge.techniques.technique_by_id["sustained-pressure"]
    hands = knowledge.techniques.tool_by_id["hands"]
    assert step == Step(
        id="press-UT2-right",
        phase=Phase.PRESS,
        technique="sustained-pressure",
        tool="hands",
        position="sitting-supported",
        seconds=60,
        repetitions=2,
        rest_s=20,
        ready_s=8,
        release_s=4,
        breath=knowledge.techniques.breath,
        source=tuple(dict.fromkeys((*technique.source, *hands.source, *point.source))),
        side=Side.RIGHT,
        point="UT2",
        muscle="upper_trapezius",
        zone="Z_SHELF",
        path=(point.point(Side.RIGHT),),
        hand=Side.LEFT,
        start_0_10=4,
        ceiling_0_10=6,
        swaps=(Swap("pressure-release", "hands"), Swap("friction", "hands")),
    )


def test_a_stale_check_in_makes_no_plan(plan: MakePlan, knowledge: Knowledge, now: datetime) -> None:
    old = now - timedelta(minutes=knowledge.rules.valid_min, seconds=1)
    with pytest.raises(InputError) as raised:
        plan("UT2", cleared_at=old)
    assert (raised.value.field, raised.value.message) == ("check_in", "plan-needs-fresh-check-in")


def test_a_check_in_is_fresh_to_its_last_minute(plan: MakePlan, knowledge: Knowledge, now: datetime) -> None:
    assert plan("UT2", cleared_at=now - timedelta(minutes=knowledge.rules.valid_min)).presses


def test_a_check_in_from_the_future_makes_no_plan(plan: MakePlan, now: datetime) -> None:
    with pytest.raises(InputError) as raised:
        plan("UT2", cleared_at=now + timedelta(seconds=1))
    assert raised.value.message == "plan-needs-fresh-check-in"


@pytest.mark.parametrize(
    ("wrong", "field", "message"),
    [
        ({"tools": ("hammer",)}, "situation.tools", "input-no-such-tool"),
        ({"place": "moon"}, "situation.place", "input-no-such-place-to-be"),
        ({"minutes": 4}, "situation.minutes", "input-minutes"),
        ({"minutes": 16}, "situation.minutes", "input-minutes"),
    ],
)
def test_a_situation_that_does_not_exist_names_its_field(
    wrong: dict[str, object], field: str, message: str, plan: MakePlan
) -> None:
    with pytest.raises(InputError) as raised:
        plan("UT2", **wrong)
    assert (raised.value.field, raised.value.message) == (field, message)


def test_a_short_session_presses_one_spot(plan: MakePlan) -> None:
    assert [step.point for step in on_spots(plan("UT2", "LS2", "RH1", minutes=5))] == ["UT2"]


def test_a_long_session_presses_at_most_three_spots(plan: MakePlan) -> None:
    made = plan("UT2", "LS2", "UT3", "INF1", tools=("tennis-ball",))
    assert [step.point for step in on_spots(made)] == ["UT2", "LS2", "UT3"]


@pytest.mark.parametrize("minutes", [5, 8, 10, 15])
def test_a_session_fits_the_minutes(minutes: int, plan: MakePlan) -> None:
    made = plan("UT2", "LS2", "UT3", minutes=minutes)
    assert made.total_s <= 60 * minutes
    assert made.total_s == sum(step.total_s for step in made.steps)


class TestWithin:
    """The day and the week."""

    def test_the_first_week_has_half_the_dose(self, plan: MakePlan) -> None:
        first, later = plan("UT2", history=()), plan("UT2")
        assert (on_spots(first)[0].seconds, on_spots(later)[0].seconds) == (30, 60)
        assert first.notes == ("first-week",)

    def test_the_first_week_counts_from_the_first_session(self, plan: MakePlan, now: datetime) -> None:
        sixth = (PastSession(ended_at=now - timedelta(days=6)),)
        seventh = (PastSession(ended_at=now - timedelta(days=7)),)
        assert ("first-week" in plan("UT2", history=sixth).notes, plan("UT2", history=seventh).notes) == (True, ())

    def test_six_hours_lie_between_two_sessions(self, plan: MakePlan, seasoned: PastSession, now: datetime) -> None:
        lately = PastSession(ended_at=now - timedelta(hours=6) + timedelta(seconds=1), pressed_s=60)
        made = plan("UT2", history=(seasoned, lately))
        assert (pressing(made), made.notes) == ([], ("hours-between", "general-care"))

    def test_after_six_hours_pressing_is_possible_again(
        self, plan: MakePlan, seasoned: PastSession, now: datetime
    ) -> None:
        earlier = PastSession(ended_at=now - timedelta(hours=6), pressed_s=60)
        assert plan("UT2", history=(seasoned, earlier)).notes == ()

    def test_a_session_without_pressure_does_not_count(
        self, plan: MakePlan, seasoned: PastSession, now: datetime
    ) -> None:
        moved = PastSession(ended_at=now - timedelta(hours=1), pressed_s=0)
        assert plan("UT2", history=(seasoned, moved)).notes == ()

    def test_two_sessions_a_day_are_enough(self, plan: MakePlan, seasoned: PastSession, now: datetime) -> None:
        two = (PastSession(ended_at=now - timedelta(hours=h), pressed_s=60) for h in (20, 8))
        made = plan("UT2", history=(seasoned, *two))
        assert (pressing(made), made.notes) == ([], ("enough-today", "general-care"))

    def test_a_session_stopped_today_is_the_last_of_the_day(
        self, plan: MakePlan, seasoned: PastSession, now: datetime
    ) -> None:
        stopped = PastSession(ended_at=now - timedelta(hours=20), pressed_s=0, stopped_for="sharp")
        made = plan("UT2", history=(seasoned, stopped))
        assert (pressing(made), made.notes) == ([], ("stopped-today", "general-care"))

    def test_a_session_of_a_clock_that_was_wrong_counts_as_today(
        self, plan: MakePlan, seasoned: PastSession, now: datetime
    ) -> None:
        ahead = PastSession(ended_at=now + timedelta(days=2), pressed_s=60)
        assert plan("UT2", history=(seasoned, ahead)).notes == ("hours-between", "general-care")

    def test_friction_is_for_once_a_day(self, plan: MakePlan, seasoned: PastSession, now: datetime) -> None:
        rubbed = PastSession(
            ended_at=now - timedelta(hours=10),
            treated=(Treated("UT2", Side.RIGHT, "upper_trapezius", "friction"),),
            techniques=("friction",),
            pressed_s=60,
        )
        swaps = {swap.technique for swap in on_spots(plan("UT2", history=(seasoned, rubbed)))[0].swaps}
        assert ("friction" in swaps, "pressure-release" in swaps) == (False, True)

    def test_a_massage_gun_is_for_once_a_day(self, plan: MakePlan, seasoned: PastSession, now: datetime) -> None:
        drilled = PastSession(ended_at=now - timedelta(hours=10), tools=("gun",), pressed_s=30)
        by_gun = [plan("UT2", tools=("gun",), history=past) for past in ((seasoned,), (seasoned, drilled))]
        assert ["gun" in {swap.tool for swap in on_spots(made)[0].swaps} for made in by_gun] == [True, False]


class TestConditions:
    """What a condition leaves of a plan."""

    def test_warfarin_leaves_light_kneading_only(self, plan: MakePlan) -> None:
        made = plan("UT2", "LS2", answers=WARFARIN, tools=ALL_TOOLS)
        kneading = pressing(made)
        assert [step.technique for step in kneading] == ["kneading"]
        assert (kneading[0].seconds, kneading[0].repetitions, kneading[0].ceiling_0_10) == (30, 1, 3)
        assert made.notes == ("no-pressure-condition", "general-care")

    def test_within_days_leaves_breathing_warmth_and_movement(self, plan: MakePlan) -> None:
        """clinical.md section 0: gentle heat, breathing and comfortable movement only."""
        made = plan("UT2", answers=TINGLING, tools=("heat-pack",))
        assert ids(made) == ["breathing", "warmth", "slow-movement", "after-care"]
        assert made.notes == ("no-pressure-within-days", "general-care")

    def test_a_closed_neck_moves_kneading_off_it(self, plan: MakePlan) -> None:
        at_neck, off_neck = pressing(plan("UT2"))[0], pressing(plan("UT2", answers=NOT_KNOWN))[0]
        assert (at_neck.zone, off_neck.zone) == ("Z_BASE", "Z_SHELF")
        assert (off_neck.path[0].x, off_neck.seconds, off_neck.ceiling_0_10) == (0.38, 30, 3)

    def test_a_closed_neck_leaves_no_spot_on_it(self, plan: MakePlan) -> None:
        assert [step.point for step in on_spots(plan("MUL", "SPC", "UT2", answers=BENDY_JOINTS))] == ["UT2"]

    def test_aspirin_makes_every_hold_light(self, plan: MakePlan) -> None:
        made = plan("UT2", answers={"health": ("health-blood",), "blood": ("mild-blood-thinning",)})
        step = on_spots(made)[0]
        assert (step.seconds, step.ceiling_0_10, made.notes) == (30, 3, ("light-only",))

    def test_a_condition_that_limits_stretching_leaves_it_out(self, plan: MakePlan) -> None:
        answers: Answers = {"health": ("health-bones",), "bones": ("osteoporosis-or-steroids",)}
        assert "gentle-stretch" not in ids(plan("UT2", answers=answers))

    def test_brittle_bones_are_not_rubbed_across(self, plan: MakePlan) -> None:
        answers: Answers = {"health": ("health-bones",), "bones": ("osteoporosis-or-steroids",)}
        swaps = on_spots(plan("UT2", answers=answers))[0].swaps
        assert [swap.technique for swap in swaps] == ["pressure-release"]

    def test_numb_skin_leaves_out_warmth(self, plan: MakePlan) -> None:
        answers: Answers = {"health": ("health-nerves",), "nerves": ("numb-skin",)}
        warm = [ids(plan("UT2", tools=("heat-pack",), answers=given)) for given in ({}, answers)]
        assert ["warmth" in steps for steps in warm] == [True, False]


class TestReach:
    """Hands, tools and places."""

    def test_a_tennis_ball_and_a_wall_reach_the_rhomboids(self, plan: MakePlan) -> None:
        made = plan("RH1", "RH2", tools=("tennis-ball",))
        steps = [(step.point, step.technique, step.tool, step.position, step.hand) for step in on_spots(made)]
        assert steps == [
            ("RH1", "ball-pressure", "tennis-ball", "standing-at-wall", None),
            ("RH2", "ball-pressure", "tennis-ball", "standing-at-wall", None),
        ]

    def test_the_blade_is_pressed_side_on_to_the_wall(self, plan: MakePlan) -> None:
        step = on_spots(plan("INF1", tools=("tennis-ball",)))[0]
        assert (step.technique, step.position) == ("ball-pressure", "side-on-to-wall")

    def test_a_spot_that_no_hand_reaches_is_out_of_reach_without_tools(self, plan: MakePlan) -> None:
        made = plan("RH1")
        assert (on_spots(made), made.notes) == ([], ("out-of-reach", "general-care"))

    @pytest.mark.parametrize("place", ["bed", "travel"])
    def test_a_ball_needs_a_wall(self, place: str, plan: MakePlan) -> None:
        made = plan("RH1", tools=("tennis-ball",), place=place)
        assert (on_spots(made), made.notes) == ([], ("out-of-reach", "general-care"))

    def test_the_front_roll_is_pinched_and_never_pressed(self, plan: MakePlan) -> None:
        step = on_spots(plan("UT1", tools=ALL_TOOLS))[0]
        assert (step.technique, step.tool, step.ceiling_0_10, step.swaps) == ("pincer-hold", "hands", 3, ())

    @pytest.mark.parametrize("point", ["SUB", "SSC1"])
    def test_under_the_skull_is_pressed_lying_and_lightly(self, point: str, plan: MakePlan) -> None:
        step = on_spots(plan(point, tools=ALL_TOOLS))[0]
        assert (step.position, step.tool, step.zone) == ("lying-face-up", "hands", "Z_SUBOCC")
        assert (step.seconds, step.ceiling_0_10) == (30, 3)
        assert {swap.tool for swap in step.swaps} == {"hands"}

    @pytest.mark.parametrize("place", ["desk", "travel"])
    def test_under_the_skull_is_not_pressed_where_one_cannot_lie(self, place: str, plan: MakePlan) -> None:
        assert on_spots(plan("SUB", place=place)) == []

    @pytest.mark.parametrize(
        ("hand", "spots"), [(FreeHand.LEFT, ["UT2"]), (FreeHand.RIGHT, []), (FreeHand.BOTH, ["UT2"])]
    )
    def test_the_right_side_is_for_the_left_hand(self, hand: FreeHand, spots: list[str], plan: MakePlan) -> None:
        assert [step.point for step in on_spots(plan("UT2", hand=hand))] == spots

    def test_without_the_hand_that_crosses_the_plan_says_so(self, plan: MakePlan) -> None:
        made = plan("UT2", hand=FreeHand.RIGHT)
        assert (pressing(made), made.notes) == ([], ("hand-not-free", "general-care"))

    def test_a_tool_helps_where_the_hand_is_not_free(self, plan: MakePlan) -> None:
        step = on_spots(plan("UT2", hand=FreeHand.RIGHT, tools=("cane",)))[0]
        assert (step.tool, step.hand) == ("cane", None)

    @pytest.mark.parametrize("hand", [FreeHand.LEFT, FreeHand.RIGHT])
    def test_what_takes_both_hands_needs_both(self, hand: FreeHand, plan: MakePlan) -> None:
        assert on_spots(plan("SUB", hand=hand)) == []

    @pytest.mark.parametrize(
        ("hand", "spots"), [(FreeHand.LEFT, []), (FreeHand.RIGHT, ["RH1"]), (FreeHand.BOTH, ["RH1"])]
    )
    def test_a_ball_needs_the_arm_that_goes_across(self, hand: FreeHand, spots: list[str], plan: MakePlan) -> None:
        assert [step.point for step in on_spots(plan("RH1", hand=hand, tools=("tennis-ball",)))] == spots

    @pytest.mark.parametrize("point", ["UT1", "LS1", "SPC", "SPV1", "SPV2", "SSC1", "SSC2", "SUB", "MUL"])
    def test_a_massage_gun_keeps_off_the_neck(self, point: str, plan: MakePlan) -> None:
        steps = on_spots(plan(point, hand=FreeHand.RIGHT, tools=("gun",)))
        assert steps == []

    def test_a_massage_gun_is_slow_and_short_on_the_shelf(self, plan: MakePlan) -> None:
        step = on_spots(plan("UT2", hand=FreeHand.RIGHT, tools=("gun",)))[0]
        assert (step.technique, step.tool, step.zone, step.seconds, step.ceiling_0_10) == (
            "electric-low",
            "gun",
            "Z_SHELF",
            30,
            3,
        )

    def test_forbidden_muscles_are_named_and_not_pressed(self, plan: MakePlan) -> None:
        made = plan("SCMs", "SCA", tools=ALL_TOOLS)
        assert (on_spots(made), made.notes) == ([], ("forbidden-muscle", "general-care"))

    def test_without_a_finding_the_care_is_general(self, envelope: MakeEnvelope, finding: MakeFinding) -> None:
        made = plan_session(finding(), (), envelope())
        assert [step.side for step in pressing(made)] == [Side.RIGHT, Side.LEFT]
        assert ({step.technique for step in pressing(made)}, made.notes) == (
            {"kneading"},
            ("cannot-tell", "general-care"),
        )


class TestChanges:
    """A person changes the plan, within the limits."""

    def test_a_swap_takes_its_place_and_offers_the_first_way_back(self, plan: MakePlan) -> None:
        wish = Change("press-UT2-right", technique="friction", tool="hands")
        step = on_spots(plan("UT2", changes=(wish,)))[0]
        assert (step.id, step.technique, len(step.path)) == ("press-UT2-right", "friction", 2)
        assert step.swaps[0] == Swap("sustained-pressure", "hands")

    def test_every_swap_that_is_offered_can_be_had(self, plan: MakePlan) -> None:
        offered = on_spots(plan("UT2", tools=ALL_TOOLS))[0].swaps
        for swap in offered:
            wish = Change("press-UT2-right", technique=swap.technique, tool=swap.tool)
            step = on_spots(plan("UT2", tools=ALL_TOOLS, changes=(wish,)))[0]
            assert (step.technique, step.tool) == (swap.technique, swap.tool)

    def test_a_skipped_step_is_left_out(self, plan: MakePlan) -> None:
        made = plan("UT2", "LS2", changes=(Change("press-UT2-right", skip=True), Change("gentle-stretch", skip=True)))
        assert ids(made) == ["settle", "warm-kneading-right", "press-LS2-right", "slow-movement", "after-care"]

    @pytest.mark.parametrize(
        ("change", "message"),
        [
            (Change("press-UT9-right", skip=True), "input-no-such-step"),
            (Change("press-UT2-left", skip=True), "input-no-such-step"),
            (Change("press-UT2-right", technique="cane-pressure", tool="cane"), "input-no-such-swap"),
            (Change("press-UT2-right", technique="shouting", tool="hands"), "input-no-such-swap"),
            (Change("settle", technique="breathing", tool="hands"), "input-no-such-swap"),
        ],
    )
    def test_a_change_that_names_nothing_of_the_plan_is_refused(
        self, change: Change, message: str, plan: MakePlan
    ) -> None:
        with pytest.raises(InputError) as raised:
            plan("UT2", changes=(change,))
        assert (raised.value.field, raised.value.message) == ("changes", message)


def test_both_sides_are_warmed_then_pressed_with_one_change_of_side(
    envelope: MakeEnvelope, finding: MakeFinding
) -> None:
    right, left = finding("UT2", side=Side.RIGHT), finding("LS2", side=Side.LEFT)
    both = replace(right, candidates=(*right.candidates, *left.candidates))
    made = plan_session(both, (Side.RIGHT, Side.LEFT), envelope())
    assert [step.side for step in pressing(made)] == [Side.LEFT, Side.RIGHT, Side.RIGHT, Side.LEFT]
