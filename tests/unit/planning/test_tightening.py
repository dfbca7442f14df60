"""What a professional has made stricter: each limit below ours counts, each above ours does not."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from unknot.errors import InputError
from unknot.planning import (
    AdvisedStep,
    Change,
    Of,
    Phase,
    Tightening,
    Tighter,
    all_together,
    plan_advised,
    plan_session,
)
from unknot.progress import Easing, PastSession
from unknot.units import Side

ALONE = Tightening()


@pytest.fixture
def tightened(envelope, finding):
    """The plan for these points on the right, with a tennis ball, under a tightening."""

    def make(tightening=ALONE, *points, **differing):
        within = replace(envelope(tools=("tennis-ball",), **differing), tightening=tightening)
        return plan_session(finding(*(points or ("UT2",))), (Side.RIGHT,), within)

    return make


@pytest.fixture
def advised(envelope, finding):
    """The plan that a professional wrote, under a tightening and an easing, for a finding of the shoulder."""

    def make(*steps, tightening=ALONE, easing=None, found=None, changes=(), **differing):
        usual = envelope(tools=("tennis-ball",), **differing)
        within = replace(usual, tightening=tightening, easing=easing or usual.easing)
        return plan_advised(steps, found or finding("UT2"), within, changes)

    return make


def pressing(plan):
    return [step for step in plan.steps if step.phase is Phase.PRESS]


def only(of, id, **limits):
    return Tightening(tighter=(Tighter(of, id, **limits),))


def test_less_pain_than_ours_is_the_new_ceiling(tightened):
    assert [step.ceiling_0_10 for step in pressing(tightened(Tightening(pain_0_10=2)))] == [2]


def test_more_pain_than_ours_changes_nothing(tightened):
    assert tightened(Tightening(pain_0_10=10)).steps == tightened().steps


def test_a_shorter_hold_than_ours_is_the_new_one(tightened):
    assert [step.seconds for step in pressing(tightened(Tightening(hold_s=20)))] == [20]


def test_a_longer_hold_than_ours_changes_nothing(tightened):
    assert tightened(Tightening(hold_s=600)).steps == tightened().steps


@pytest.mark.parametrize(("spots", "left"), [(1, 1), (2, 2), (3, 3), (9, 3)])
def test_as_many_spots_as_both_allow(tightened, spots, left):
    assert len(pressing(tightened(Tightening(spots=spots), "UT2", "LS1", "RH1", "SUP"))) == left


@pytest.mark.parametrize(("minutes", "lasts_s"), [(5, 300), (15, 900), (60, 900)])
def test_no_longer_than_both_allow(tightened, minutes, lasts_s):
    assert tightened(Tightening(minutes=minutes), "UT2", "LS1", "RH1").total_s <= lasts_s


def test_a_session_more_than_advised_presses_nothing(tightened, now):
    history = (PastSession(now - timedelta(days=14)), PastSession(now - timedelta(hours=7), pressed_s=60))
    once, twice = (tightened(Tightening(sessions=number), history=history) for number in (1, 2))
    assert (once.presses, once.notes[0], twice.presses) == (False, "enough-today", True)


@pytest.mark.parametrize(
    "nothing",
    [Tightening(no_pressure=True), Tightening(spots=0), Tightening(minutes=0), Tightening(pain_0_10=-1)],
)
def test_where_nothing_is_left_of_pressing_the_plan_says_so(tightened, nothing):
    plan = tightened(nothing)
    assert (plan.presses, plan.notes[:2]) == (False, ("advised-no-pressure", "advised"))


def test_a_muscle_left_out_is_not_pressed_and_neither_is_what_may_lie_over_it(tightened):
    plan = tightened(only(Of.MUSCLE, "upper_trapezius", left_out=True), "UT2", "RH1")
    assert [(step.technique == "kneading", step.muscle) for step in plan.steps if step.presses] == [
        (False, "rhomboids")
    ]


def test_a_technique_left_out_gives_way_to_another(tightened):
    usual = pressing(tightened())[0]
    other = pressing(tightened(only(Of.TECHNIQUE, usual.technique, left_out=True)))[0]
    assert other.technique != usual.technique
    assert usual.technique not in {swap.technique for swap in other.swaps}


def test_a_tool_left_out_is_not_offered(tightened):
    with_ball, without = (tightened(one, "RH1") for one in (ALONE, only(Of.TOOL, "tennis-ball", left_out=True)))
    assert "tennis-ball" in {swap.tool for step in pressing(with_ball) for swap in (step, *step.swaps)}
    assert "tennis-ball" not in {swap.tool for step in pressing(without) for swap in (step, *step.swaps)}


def test_a_zone_is_pressed_more_gently_and_the_next_one_is_not(tightened):
    plan = tightened(only(Of.ZONE, "Z_SHELF", pain_0_10=1), "UT2", "RH1")
    assert {step.zone: step.ceiling_0_10 for step in pressing(plan)} == {"Z_SHELF": 1, "Z_UPBACK": 6}


def test_a_stretch_left_out_is_left_out(tightened):
    usual, without = (tightened(one) for one in (ALONE, only(Of.TECHNIQUE, "gentle-stretch", left_out=True)))
    assert {step.technique for step in usual.steps} - {step.technique for step in without.steps} == {"gentle-stretch"}


def test_an_unknown_name_changes_nothing_but_the_note(tightened):
    plan = tightened(only(Of.MUSCLE, "nothing-of-the-kind", left_out=True))
    assert (plan.steps, plan.notes[0]) == (tightened().steps, "advised")


def test_of_two_tightenings_the_stricter_of_each_limit_holds():
    first = Tightening(pain_0_10=3, hold_s=60, spots=2)
    second = Tightening(pain_0_10=5, hold_s=20, sessions=1, no_pressure=True)
    assert all_together((first, second)) == Tightening(no_pressure=True, pain_0_10=3, hold_s=20, spots=2, sessions=1)


WRITTEN = (
    AdvisedStep("sustained-pressure", 40, 2, "hands", "UT2", Side.RIGHT),
    AdvisedStep("slow-movement", 90),
)


def test_a_written_session_is_done_as_it_is_written_between_settling_and_after_care(advised):
    plan = advised(*WRITTEN)
    assert [(step.technique, step.seconds, step.repetitions) for step in plan.steps[1:-1]] == [
        ("sustained-pressure", 40, 2),
        ("slow-movement", 90, 1),
    ]
    assert (plan.steps[0].technique, plan.steps[-1].technique, plan.notes) == ("settle", "after-care", ())


def test_what_is_written_too_long_and_too_strong_is_cut_and_the_plan_says_so(advised):
    plan = advised(AdvisedStep("sustained-pressure", 600, 9, "hands", "UT2", Side.RIGHT, pain_0_10=10))
    assert [(step.seconds, step.repetitions, step.ceiling_0_10) for step in pressing(plan)] == [(90, 3, 6)]
    assert plan.notes == ("advised-cut",)


def test_a_forbidden_muscle_is_not_pressed_whoever_wrote_it(advised):
    plan = advised(AdvisedStep("pincer-hold", 30, 1, "hands", "SCMs", Side.RIGHT))
    assert (plan.presses, plan.notes) == (False, ("advised-cut",))


def test_a_tool_that_is_not_to_hand_is_left_out_and_the_plan_says_so(advised):
    plan = advised(AdvisedStep("cane-pressure", 30, 1, "cane", "UT2", Side.RIGHT))
    assert (plan.presses, plan.notes) == (False, ("advised-cut",))


def test_what_a_professional_wrote_keeps_to_their_own_limits(advised):
    plan = advised(*WRITTEN, tightening=Tightening(hold_s=15))
    assert ([step.seconds for step in pressing(plan)], plan.notes) == ([15], ("advised", "advised-cut"))


def test_a_stop_today_leaves_the_written_session_without_pressure(advised, now):
    plan = advised(*WRITTEN, history=(PastSession(now, pressed_s=9, stopped_for="sharp"),))
    assert (plan.presses, plan.notes) == (False, ("stopped-today", "advised-cut"))


def test_a_written_pain_above_ours_is_cut_and_the_plan_says_so_and_one_within_is_not(advised):
    def held(pain):
        return AdvisedStep("sustained-pressure", 40, 2, "hands", "UT2", Side.RIGHT, pain_0_10=pain)

    plans = [advised(held(pain)) for pain in (6, 7)]
    assert [(pressing(plan)[0].ceiling_0_10, plan.notes) for plan in plans] == [(6, ()), (6, ("advised-cut",))]


def test_a_pain_that_is_written_for_what_does_not_press_is_no_cut(advised):
    assert advised(replace(WRITTEN[1], pain_0_10=3)).notes == ()


def test_a_written_session_presses_nothing_where_only_muscles_are_likely_that_are_never_pressed(advised, finding):
    front, both = (advised(*WRITTEN, found=finding(*points)) for points in (("SCMs",), ("SCMs", "UT2")))
    assert (front.presses, front.notes) == (False, ("forbidden-muscle", "advised-cut"))
    assert (both.presses, both.notes) == (True, ())


def test_a_written_session_presses_nothing_where_the_finding_holds_back(advised, finding):
    plan = advised(*WRITTEN, found=replace(finding("UT2"), holds_back=True))
    assert (plan.presses, plan.notes) == (False, ("look-first", "advised-cut"))


def test_after_soreness_a_written_hold_is_shortened_as_ours_is(advised):
    sore = advised(*WRITTEN, easing=Easing(dose_share=0.5, notes=("eased",)))
    assert ([step.seconds for step in pressing(sore)], sore.notes) == ([20], ("eased", "advised-cut"))


def test_in_the_first_week_a_written_hold_is_half_of_the_usual_one_at_most(advised, now):
    new = advised(*WRITTEN, history=(PastSession(now - timedelta(days=2)),))
    assert ([step.seconds for step in pressing(new)], new.notes) == ([30], ("advised-cut",))


def test_nothing_is_offered_beyond_what_was_written(advised, tightened):
    assert tightened().again
    plan = advised(*WRITTEN)
    assert (plan.again, plan.spares) == ((), ())


def test_what_a_person_leaves_out_of_a_written_session_is_no_cut(advised):
    plan = advised(*WRITTEN, changes=(Change("slow-movement", skip=True), Change("settle", skip=True)))
    assert ([step.technique for step in plan.steps], plan.notes) == (["sustained-pressure", "after-care"], ())


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (Change("press-RH1-right", skip=True), "input-no-such-step"),
        (Change("press-UT2-right", technique="friction", tool="hands"), "input-no-such-swap"),
    ],
)
def test_a_change_that_a_written_session_cannot_take_is_refused(advised, change, message):
    with pytest.raises(InputError) as refusal:
        advised(*WRITTEN, changes=(change,))
    assert (refusal.value.field, refusal.value.message) == ("changes", message)
