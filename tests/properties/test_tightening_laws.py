"""Laws of what a professional signs: whatever it says, no plan is looser than without it, and it is obeyed."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.properties import referee
from tests.properties.strategies import (
    NOW,
    advised_steps,
    past_sessions,
    people_with_conditions,
    sides,
    situations,
    tightenings,
)
from tests.properties.test_planning_laws import DRAFTED, easings, envelope_of, findings, spoil, spoilings

from unknot.planning import (
    NOTHING_TIGHTER,
    AdvisedStep,
    Draft,
    Envelope,
    Plan,
    Situation,
    Tightening,
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
