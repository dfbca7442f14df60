"""Laws of what a professional signs: whatever it says, no plan is looser than without it, and it is obeyed."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.properties import referee
from tests.properties.strategies import (
    CALM,
    NOW,
    advised_steps,
    past_sessions,
    people_with_conditions,
    sides,
    situations,
    tightenings,
)
from tests.properties.test_planning_laws import DRAFTED, easings, envelope_of, finding_of, findings, spoil, spoilings

from unknot.planning import (
    NOTHING_TIGHTER,
    AdvisedStep,
    Draft,
    Envelope,
    Of,
    Plan,
    Situation,
    Tightening,
    Tighter,
    all_together,
    ceiling_of,
    enforce,
    plan_advised,
    plan_session,
    pressing_refused,
)
from unknot.progress import Easing, PastSession
from unknot.screening import Answers
from unknot.units import Side


def faults(plan: Plan, answers: Answers, envelope: Envelope) -> list[str]:
    """What the referee finds, who knows of the tightening and asks nobody."""
    of = referee.Circumstances(
        referee.conditions_of(answers),
        envelope.situation,
        envelope.history,
        envelope.cleared.limits.pressure_allowed,
        NOW,
        looks_between_corners=False,
        tightening=envelope.tightening,
    )
    return referee.faults(plan, of)


def assert_allowed_without(plan: Plan, tightened: Envelope) -> None:
    """Our own limits, asked about what came out, find nothing left to cut."""
    ours = replace(tightened, tightening=NOTHING_TIGHTER)
    assert enforce(Draft(plan.steps), ours).steps == plan.steps
    assert tightened.session_s <= ours.session_s
    if pressing_refused(ours) is not None:
        assert pressing_refused(tightened) is not None
    for step in plan.steps:
        if step.presses:
            mine, theirs = ceiling_of(step, ours), ceiling_of(step, tightened)
            assert mine is not None
            assert theirs is not None
            assert theirs.pressure_0_10 <= mine.pressure_0_10
            assert theirs.hold_s <= mine.hold_s


@given(people_with_conditions(), situations(), past_sessions(), easings(), tightenings(), sides)
def test_with_any_tightening_a_plan_is_one_that_is_allowed_without_it(
    answers: Answers,
    situation: Situation,
    history: tuple[PastSession, ...],
    easing: Easing,
    tightening: Tightening,
    side: Side,
) -> None:
    envelope = envelope_of(answers, situation, history)
    if envelope is None:
        return
    tightened = replace(envelope, easing=easing, tightening=tightening)
    for finding in findings(side):
        plan = plan_session(finding, (side,), tightened)
        assert faults(plan, answers, tightened) == []
        assert_allowed_without(plan, tightened)


@given(people_with_conditions(), situations(), past_sessions(), tightenings(), spoilings())
def test_no_tightening_lets_through_what_planning_got_wrong(
    answers: Answers,
    situation: Situation,
    history: tuple[PastSession, ...],
    tightening: Tightening,
    wrong: dict[str, object],
) -> None:
    envelope = envelope_of(answers, situation, history)
    if envelope is None:
        return
    tightened = replace(envelope, tightening=tightening)
    spoilt = tuple(spoil(step, wrong) for step in DRAFTED)
    for steps in (*((step,) for step in spoilt), spoilt):
        plan = enforce(Draft(steps), tightened)
        assert faults(plan, answers, tightened) == []
        assert_allowed_without(plan, tightened)


@given(people_with_conditions(), situations(), past_sessions(), tightenings(), advised_steps(), st.booleans())
def test_a_session_that_a_professional_wrote_is_within_our_limits_and_theirs(
    answers: Answers,
    situation: Situation,
    history: tuple[PastSession, ...],
    tightening: Tightening,
    advised: tuple[AdvisedStep, ...],
    holds_back: bool,
) -> None:
    envelope = envelope_of(answers, situation, history)
    if envelope is None:
        return
    tightened = replace(envelope, tightening=tightening)
    plan = plan_advised(advised, tightened, holds_back=holds_back)
    assert faults(plan, answers, tightened) == []
    assert not (holds_back and plan.presses)
    assert plan.again == ()
    assert_allowed_without(plan, tightened)


@given(people_with_conditions(), situations(), past_sessions(), tightenings(), tightenings(), sides)
def test_one_more_tightening_never_loosens_another(
    answers: Answers,
    situation: Situation,
    history: tuple[PastSession, ...],
    one: Tightening,
    other: Tightening,
    side: Side,
) -> None:
    envelope = envelope_of(answers, situation, history)
    if envelope is None:
        return
    both = replace(envelope, tightening=all_together((one, other)))
    for finding in findings(side):
        plan = plan_session(finding, (side,), both)
        for alone in (one, other):
            assert faults(plan, answers, replace(both, tightening=alone)) == []


@given(tightenings(), tightenings())
def test_the_order_of_tightenings_does_not_matter(one: Tightening, other: Tightening) -> None:
    there, back = all_together((one, other)), all_together((other, one))
    assert replace(there, tighter=()) == replace(back, tighter=())
    assert sorted(map(repr, there.tighter)) == sorted(map(repr, back.tighter))
    assert all_together((one, NOTHING_TIGHTER)) == one


DISOBEYED = (
    Tightening(no_pressure=True),
    Tightening(pain_0_10=3),
    Tightening(hold_s=10),
    Tightening(spots=1),
    Tightening(minutes=6),
    Tightening(sessions=0),
    *(
        Tightening(tighter=(Tighter(of, id, **limit),))
        for of, id in ((Of.TECHNIQUE, "kneading"), (Of.TOOL, "hands"), (Of.ZONE, "Z_SHELF"), (Of.MUSCLE, "rhomboids"))
        for limit in ({"left_out": True}, {"pain_0_10": 1}, {"hold_s": 5})
    ),
    Tightening(tighter=(Tighter(Of.TECHNIQUE, "slow-movement", left_out=True),)),
    Tightening(tighter=(Tighter(Of.TECHNIQUE, "slow-movement", hold_s=5),)),
)


@pytest.mark.parametrize("tightening", DISOBEYED, ids=repr)
def test_the_referee_sees_a_tightening_that_is_not_obeyed(tightening: Tightening) -> None:
    """Why the laws above can fail: a plan made without it is faulted, and the same plan made with it is not."""
    envelope = envelope_of(CALM, Situation(15), (PastSession(NOW - timedelta(days=20), pressed_s=60),))
    assert envelope is not None
    finding = finding_of(("UT2", "RH1", "LS2"), Side.RIGHT)
    without = plan_session(finding, (Side.RIGHT,), envelope)
    tightened = replace(envelope, tightening=tightening)
    assert faults(without, CALM, envelope) == []
    assert faults(without, CALM, tightened) != []
    assert faults(plan_session(finding, (Side.RIGHT,), tightened), CALM, tightened) == []
