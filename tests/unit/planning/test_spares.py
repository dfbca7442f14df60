"""Which other ways, and which repetition more, a session has room for: nearest cases on both sides of each limit."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace
from tests.properties.test_planning_laws import envelope_of, finding_of

from unknot.planning import Envelope, Plan, Situation, plan_session
from unknot.progress import Easing, PastSession
from unknot.units import Side

NOW = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
BALL = Situation(8, ("tennis-ball",))


@pytest.fixture
def envelope(calm) -> Envelope:
    """Someone who knows it and owns a ball: the rhomboid point is out of the hands' reach."""
    found = envelope_of(calm, BALL, (PastSession(ended_at=NOW - timedelta(days=30), pressed_s=60),))
    assert found is not None
    return found


def planned(envelope: Envelope) -> Plan:
    return plan_session(finding_of(("RH2",), Side.RIGHT), (Side.RIGHT,), envelope)


def with_total(envelope: Envelope, total_s: int) -> Envelope:
    """The ball may press for so long in a session."""
    tools = (replace(tool, total_s=total_s) if tool.id == "tennis-ball" else tool for tool in envelope.book.tools)
    return replace(envelope, book=replace(envelope.book, tools=tuple(tools)))


def offered(envelope: Envelope):
    plan = planned(envelope)
    [step] = [step for step in plan.steps if step.point]
    ways = [(way.technique, way.repetitions, way.seconds) for way in plan.spares]
    return (step.technique, step.repetitions, step.seconds), ways, plan.again


def test_a_spot_has_another_way_and_one_repetition_more(envelope):
    assert offered(envelope) == (("ball-pressure", 2, 45), [("ball-roll", 1, 45)], ("press-RH2-right",))


def test_another_way_stands_under_the_id_of_its_step_with_its_own_ceiling(envelope):
    [way] = planned(envelope).spares
    assert (way.id, way.tool, way.ceiling_0_10, way.swaps) == ("press-RH2-right", "tennis-ball", 6, ())


@pytest.mark.parametrize(("total_s", "again"), [(135, ("press-RH2-right",)), (134, ())])
def test_one_repetition_more_fits_into_what_a_tool_may_do(envelope, total_s, again):
    assert offered(with_total(envelope, total_s))[2] == again


@pytest.mark.parametrize(("total_s", "ways"), [(90, [("ball-roll", 1, 45)]), (89, [])])
def test_a_hold_that_was_begun_counts_for_a_tool_when_another_way_with_it_is_taken(envelope, total_s, ways):
    step, found, _ = offered(with_total(envelope, total_s))
    assert found == ways
    assert step[1] * step[2] <= total_s


@pytest.mark.parametrize(("spare_s", "again"), [(77, ("press-RH2-right",)), (76, ())])
def test_one_repetition_more_fits_into_the_longest_session(envelope, spare_s, again):
    """20 s of rest, 45 s, 4 s of letting go, and 8 s to get ready for the next step once more."""
    session_s = planned(envelope).total_s + spare_s
    ceilings = replace(envelope.book.ceilings, session_s=session_s)
    assert offered(replace(envelope, book=replace(envelope.book, ceilings=ceilings)))[2] == again


def test_another_way_that_is_too_long_for_the_session_leaves_the_plan_as_it_is(envelope):
    ceilings = replace(envelope.book.ceilings, session_s=planned(envelope).total_s)
    tight = replace(envelope, book=replace(envelope.book, ceilings=ceilings))
    assert (planned(tight).steps, planned(tight).spares) == (planned(envelope).steps, ())


def test_in_the_first_week_and_after_soreness_there_is_no_repetition_more(envelope):
    new = replace(envelope, history=())
    sore = replace(envelope, easing=Easing(dose_share=0.5))
    assert [planned(one).again for one in (new, sore)] == [(), ()]
    assert all(planned(one).spares for one in (new, sore))


def test_three_holds_of_a_spot_are_enough(envelope):
    ceilings = replace(envelope.book.ceilings, holds_per_spot=2)
    assert offered(replace(envelope, book=replace(envelope.book, ceilings=ceilings)))[2] == ()


def test_where_nothing_may_be_pressed_nothing_is_offered_instead(envelope):
    today = PastSession(ended_at=NOW - timedelta(hours=2), pressed_s=60, stopped_for="numb")
    stopped = planned(replace(envelope, history=(today,)))
    assert (stopped.presses, stopped.spares, stopped.again) == (False, (), ())


def test_a_plan_carries_the_clearance_it_rests_on(envelope):
    clearance = planned(envelope).clearance
    assert clearance is not None
    cleared = envelope.cleared
    assert (clearance.at, clearance.rules, clearance.valid_min) == (cleared.at, cleared.rules, cleared.valid_min)
