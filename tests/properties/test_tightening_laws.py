"""Laws of what a professional signs: whatever it says, no plan is looser than without it, and it is obeyed."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.properties import referee, sheet_walk
from tests.properties.strategies import (
    CALM,
    KNOWLEDGE,
    NOW,
    advised_steps,
    past_sessions,
    people_with_conditions,
    sides,
    situations,
    tightenings,
)
from tests.properties.test_planning_laws import (
    DRAFTED,
    POINTS,
    easings,
    envelope_of,
    finding_of,
    findings,
    spoil,
    spoilings,
)

from unknot.guiding import compile_cues
from unknot.locating import Finding
from unknot.planning import (
    FIRST,
    LAST,
    NOTHING_TIGHTER,
    AdvisedStep,
    Draft,
    Envelope,
    Of,
    Plan,
    Situation,
    Step,
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
    alone = [replace(plan, steps=(way,), total_s=way.total_s, presses=True, spares=(), again=()) for way in plan.spares]
    return [fault for one in (plan, *alone) for fault in referee.faults(one, of)]


def turned_faults(plan: Plan, envelope: Envelope) -> list[str]:
    """What a session can exceed when its spares are taken and its repetitions more: ours, and what was asked."""
    asked = envelope.tightening.minutes
    longest_s = referee.SESSION_S if asked is None else min(referee.SESSION_S, max(0, asked) * 60)
    sheet = compile_cues(plan, KNOWLEDGE.scripts)
    return list(sheet_walk.faults(sheet, longest_s, referee.HOLDS, referee.TOOL_TOTAL_S))


def assert_allowed_without(plan: Plan, tightened: Envelope) -> None:
    """Our own limits, asked about what came out, find nothing left to cut."""
    ours = replace(tightened, tightening=NOTHING_TIGHTER)
    assert enforce(Draft(plan.steps), ours).steps == plan.steps
    assert tightened.session_s <= ours.session_s
    if pressing_refused(ours) is not None:
        assert pressing_refused(tightened) is not None
    for step in (*plan.steps, *plan.spares):
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
        assert turned_faults(plan, tightened) == []


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


def what_is_found() -> st.SearchStrategy[Finding]:
    """A finding of one or two points, pressable ones and others; now and then one that holds back."""
    points = st.lists(st.sampled_from([point.id for point in POINTS]), min_size=1, max_size=2).map(tuple)
    found = st.builds(finding_of, points, sides)
    return st.builds(lambda one, holds_back: replace(one, holds_back=holds_back), found, st.booleans())


def is_at_most(step: Step, advised: tuple[AdvisedStep, ...]) -> bool:
    """True when someone wrote this step, for as long and as often and as strongly at least."""
    return any(
        (one.technique, one.tool) == (step.technique, step.tool)
        and step.point in (None, one.point)
        and step.seconds <= one.seconds
        and step.repetitions <= one.repetitions
        and (one.pain_0_10 is None or step.ceiling_0_10 <= one.pain_0_10)
        for one in advised
    )


@given(
    people_with_conditions(),
    situations(),
    past_sessions(),
    tightenings(),
    advised_steps(),
    easings(),
    what_is_found(),
)
def test_a_session_that_a_professional_wrote_is_within_our_limits_and_theirs(
    answers: Answers,
    situation: Situation,
    history: tuple[PastSession, ...],
    tightening: Tightening,
    advised: tuple[AdvisedStep, ...],
    easing: Easing,
    finding: Finding,
) -> None:
    envelope = envelope_of(answers, situation, history)
    if envelope is None:
        return
    tightened = replace(envelope, easing=easing, tightening=tightening)
    plan = plan_advised(advised, finding, tightened)
    assert faults(plan, answers, tightened) == []
    may_be_pressed = any(one.may_be_pressed for one in finding.candidates)
    assert not (plan.presses and (finding.holds_back or easing.gentle_only or not may_be_pressed))
    assert_allowed_without(plan, tightened)
    assert turned_faults(plan, tightened) == []
    assert all(is_at_most(step, advised) for step in plan.steps if step.technique not in (FIRST, LAST))
    assert (plan.spares, plan.again) == ((), ())


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


@pytest.mark.parametrize(
    "tightening",
    [Tightening(pain_0_10=3), Tightening(hold_s=10), Tightening(tighter=(Tighter(Of.ZONE, "Z_SHELF", pain_0_10=1),))],
    ids=repr,
)
def test_the_referee_sees_a_spare_that_does_not_obey(tightening: Tightening) -> None:
    """The steps are those that were made with it; only what may be taken instead was made without."""
    envelope = envelope_of(CALM, Situation(15), (PastSession(NOW - timedelta(days=20), pressed_s=60),))
    assert envelope is not None
    tightened, finding = replace(envelope, tightening=tightening), finding_of(("UT2",), Side.RIGHT)
    loose, kept = (plan_session(finding, (Side.RIGHT,), one) for one in (envelope, tightened))
    assert loose.spares
    assert faults(replace(kept, spares=loose.spares), CALM, tightened) != []
    assert faults(kept, CALM, tightened) == []


def test_the_walk_sees_turns_that_there_is_no_room_for_in_what_a_professional_allows() -> None:
    envelope = envelope_of(CALM, Situation(15), (PastSession(NOW - timedelta(days=20), pressed_s=60),))
    assert envelope is not None
    tightened = replace(envelope, tightening=Tightening(minutes=10))
    finding = finding_of(("UT2", "LS1", "RH1"), Side.RIGHT)
    loose, kept = (plan_session(finding, (Side.RIGHT,), one) for one in (envelope, tightened))
    assert loose.spares
    assert turned_faults(replace(kept, spares=loose.spares, again=loose.again), tightened) != []
    assert turned_faults(kept, tightened) == []
