"""What earlier sessions ask of a plan; it can only ever restrict."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from unknot.planning import Phase, plan_session
from unknot.progress import Easing, PastSession
from unknot.units import Side

NOTHING = Easing()


@pytest.fixture
def eased(envelope, finding):
    """The plan for the right shoulder under an easing."""

    def eased(easing=NOTHING, **differing):
        within = replace(envelope(tools=("tennis-ball",), **differing), easing=easing)
        return plan_session(finding("UT2"), (Side.RIGHT,), within)

    return eased


def pressing(plan):
    return next((step for step in plan.steps if step.phase is Phase.PRESS), None)


def test_half_the_dose_is_half_the_seconds(eased):
    assert pressing(eased(Easing(dose_share=0.5))).seconds == round(pressing(eased()).seconds / 2)


def test_half_the_pressure_is_half_the_ceiling(eased):
    usual, half = pressing(eased()), pressing(eased(Easing(pressure_share=0.5)))
    assert (half.ceiling_0_10, half.start_0_10 <= half.ceiling_0_10) == (usual.ceiling_0_10 // 2, True)


def test_a_resting_spot_is_left_alone_and_its_other_side_is_not(eased):
    assert pressing(eased(Easing(resting=("UT2_R",)))) is None
    assert pressing(eased(Easing(resting=("UT2_L",)))) == pressing(eased())


def test_gentle_only_presses_nothing_and_says_why(eased):
    plan = eased(Easing(gentle_only="flare"))
    assert (plan.presses, plan.notes[0], bool(plan.steps)) == (False, "flare", True)


def test_a_technique_that_had_its_turn_comes_last(eased):
    usual = pressing(eased())
    later = pressing(eased(Easing(later=(usual.technique,))))
    assert (usual.technique, later.technique != usual.technique) == ("sustained-pressure", True)
    assert usual.technique in {swap.technique for swap in later.swaps}


@pytest.mark.parametrize(("hours_ago", "presses"), [(35, False), (36, True)])
def test_a_longer_gap_is_kept(eased, now, hours_ago, presses):
    history = (PastSession(now - timedelta(days=14)), PastSession(now - timedelta(hours=hours_ago), pressed_s=60))
    plan = eased(Easing(hours_between=36), history=history)
    assert (plan.presses, "less-is-enough" in plan.notes) == (presses, not presses)


def test_a_shorter_gap_than_the_ceiling_changes_nothing(eased, now):
    history = (PastSession(now - timedelta(days=14)), PastSession(now - timedelta(hours=5), pressed_s=60))
    assert eased(Easing(hours_between=1), history=history).presses is False


def test_more_movement_stretches_even_in_a_hurry(eased):
    hurried, more = eased(minutes=6), eased(Easing(more_movement=True), minutes=6)
    stretches = [any(step.technique == "gentle-stretch" for step in plan.steps) for plan in (hurried, more)]
    assert stretches == [False, True]
