"""Laws that hold for any plan at all, judged by a referee that does not ask the planner."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from msgspec.structs import replace
from tests.properties import referee
from tests.properties.strategies import (
    BODY,
    BOOK,
    CALM,
    KNOWLEDGE,
    NOW,
    RULES,
    drawings,
    palpations,
    past_sessions,
    people_with_conditions,
    sides,
    situations,
)

from unknot.coach import find_for, painful_sides
from unknot.locating import Candidate, Certainty, Complaint, Drawing, Finding, Palpation
from unknot.planning import Change, Draft, Envelope, Phase, Plan, Situation, Step, ceiling_of, enforce, plan_session
from unknot.progress import Easing, PastSession
from unknot.screening import Answers, Cleared, screen
from unknot.units import Frame, Point, Side

POINTS = BODY.trigger_points


def envelope_of(answers: Answers, situation: Situation, history: tuple[PastSession, ...]) -> Envelope | None:
    """What a person may be given; None for one who is not cleared."""
    verdict = screen(answers, RULES, NOW)
    return Envelope(BODY, BOOK, verdict, situation, history, NOW) if isinstance(verdict, Cleared) else None


def faults(plan: Plan, answers: Answers, envelope: Envelope, *, looks_between_corners: bool = True) -> list[str]:
    allowed = envelope.cleared.limits.pressure_allowed
    history = envelope.history
    conditions = referee.conditions_of(answers)
    of = referee.Circumstances(conditions, envelope.situation, history, allowed, NOW, looks_between_corners)
    return referee.faults(plan, of)


def finding_of(points: tuple[str, ...], side: Side) -> Finding:
    known = [BODY.point_by_id[id] for id in points]
    candidates = tuple(
        Candidate(one.id, one.muscle, side, Certainty.COULD_ALSO_BE, (), one.may_be_pressed, one.source)
        for one in known
    )
    return Finding(candidates, (), cannot_tell=False, feel_next=())


def findings(side: Side) -> Iterator[Finding]:
    """Every trigger point as the likeliest one, with its neighbours in the list and sides in turn."""
    for place in range(len(POINTS)):
        ids = tuple(POINTS[(place + step) % len(POINTS)].id for step in range(4))
        yield finding_of(ids, side if place % 2 else side.other)


@given(people_with_conditions(), situations(), past_sessions(), drawings(), palpations(), sides)
def test_no_plan_does_what_must_not_be_done(
    answers: Answers,
    situation: Situation,
    history: tuple[PastSession, ...],
    drawing: Drawing,
    palpation: Palpation,
    side: Side,
) -> None:
    """28 plans for each example: the one for the drawing, and one led by each trigger point."""
    envelope = envelope_of(answers, situation, history)
    if envelope is None:
        return
    drawn = find_for(Complaint(drawing, palpation), envelope.cleared, KNOWLEDGE)
    found = [plan_session(drawn, painful_sides(drawing), envelope)]
    found += [plan_session(finding, (side,), envelope) for finding in findings(side)]
    assert [fault for plan in found for fault in faults(plan, answers, envelope)] == []


@given(people_with_conditions(), situations(), past_sessions(), st.integers(0, len(POINTS) - 1), sides)
def test_no_swap_that_is_offered_does_what_must_not_be_done(
    answers: Answers, situation: Situation, history: tuple[PastSession, ...], first: int, side: Side
) -> None:
    envelope = envelope_of(answers, situation, history)
    if envelope is None:
        return
    finding = finding_of(tuple(POINTS[(first + step) % len(POINTS)].id for step in range(4)), side)
    steps = plan_session(finding, (side,), envelope).steps
    wishes = [Change(step.id, technique=swap.technique, tool=swap.tool) for step in steps for swap in step.swaps]
    swapped = [plan_session(finding, (side,), envelope, (wish,)) for wish in wishes]
    assert [fault for plan in swapped for fault in faults(plan, answers, envelope)] == []


def easings() -> SearchStrategy[Easing]:
    """Anything that earlier sessions may ask of the next one."""
    share = st.sampled_from([0.01, 0.25, 0.5, 1.0])
    spots = st.lists(st.sampled_from([f"{point.id}_{side}" for point in POINTS for side in "LR"]), max_size=3)
    techniques = st.lists(st.sampled_from([one.id for one in BOOK.techniques]), max_size=3)
    return st.builds(
        Easing,
        dose_share=share,
        pressure_share=share,
        gentle_only=st.sampled_from(["", "", "flare"]),
        resting=spots.map(tuple),
        later=techniques.map(tuple),
        hours_between=st.sampled_from([0, 36, 72]),
        more_movement=st.booleans(),
    )


@given(people_with_conditions(), situations(), past_sessions(), easings(), sides)
def test_what_earlier_sessions_ask_for_can_only_restrict(
    answers: Answers, situation: Situation, history: tuple[PastSession, ...], easing: Easing, side: Side
) -> None:
    """Every step stays within the ceiling that it has without the easing, and within the share of it."""
    envelope = envelope_of(answers, situation, history)
    if envelope is None:
        return
    for finding in findings(side):
        plan = plan_session(finding, (side,), replace(envelope, easing=easing))
        assert faults(plan, answers, envelope) == []
        assert not (plan.presses and easing.gentle_only)
        for step in plan.steps:
            ceiling = ceiling_of(step, envelope) if step.presses else None
            if ceiling is not None:
                assert step.ceiling_0_10 <= max(1, ceiling.pressure_0_10 * easing.pressure_share)
                assert step.seconds <= max(1, ceiling.hold_s * easing.dose_share)
                assert f"{step.point}_{'L' if step.side is Side.LEFT else 'R'}" not in easing.resting


def anywhere() -> SearchStrategy[Point]:
    number = st.floats(-2.0, 2.0) | st.sampled_from([float("nan"), float("inf"), 0.0, 0.03, -0.48])
    return st.builds(
        Point, st.sampled_from([Frame.P, Frame.P, Frame.P, Frame.L, Frame.A, Frame.R]), number, number, sides
    )


def spoilings() -> SearchStrategy[dict[str, object]]:
    """Up to two things that planning might get wrong about a step; `detour` is a corner added to its path."""
    wrong = st.sampled_from(
        [
            ("path", st.tuples(anywhere())),
            ("detour", anywhere()),
            ("seconds", st.sampled_from([0, 900])),
            ("repetitions", st.just(50)),
            ("ceiling_0_10", st.just(10)),
            ("start_0_10", st.just(10)),
            ("technique", st.sampled_from([technique.id for technique in BOOK.techniques])),
            ("tool", st.sampled_from([tool.id for tool in BOOK.tools])),
            ("position", st.sampled_from([position.id for position in BOOK.positions])),
            ("side", st.sampled_from([None, *Side])),
            ("point", st.sampled_from([None, *(point.id for point in POINTS)])),
            ("zone", st.just("Z_UPBACK")),
        ]
    )
    one = wrong.flatmap(lambda field: st.tuples(st.just(field[0]), field[1]))
    return st.lists(one, max_size=2).map(dict)


def spoil(step: Step, wrong: dict[str, object]) -> Step:
    fields = {name: value for name, value in wrong.items() if name != "detour"}
    spoilt = replace(step, **fields)
    return replace(spoilt, path=(*spoilt.path, wrong["detour"])) if "detour" in wrong else spoilt


def drafted() -> list[Step]:
    """What planning wants on each point for an ordinary person with every tool."""
    owned = tuple(tool.id for tool in BOOK.tools if not tool.by_hand)
    envelope = envelope_of(CALM, Situation(15, owned), ())
    assert envelope is not None
    plans = (plan_session(finding, (Side.LEFT,), envelope) for finding in findings(Side.LEFT))
    by_id = {step.id: step for plan in plans for step in plan.steps if step.phase is Phase.PRESS}
    return list(by_id.values())


DRAFTED = drafted()


@given(people_with_conditions(), situations(), past_sessions(), spoilings())
def test_the_limits_let_nothing_through_that_planning_got_wrong(
    answers: Answers, situation: Situation, history: tuple[PastSession, ...], wrong: dict[str, object]
) -> None:
    """Every step there is, spoilt in one way: one by one, all together, and all together backwards."""
    envelope = envelope_of(answers, situation, history)
    if envelope is None:
        return
    spoilt = tuple(spoil(step, wrong) for step in DRAFTED)
    drafts = (*((step,) for step in spoilt), spoilt, spoilt[::-1])
    made = [enforce(Draft(steps), envelope) for steps in drafts]
    found = [fault for plan in made for fault in faults(plan, answers, envelope, looks_between_corners=False)]
    assert found == []
