"""Laws that hold for every way through any cue sheet, whatever is turned in it."""

from datetime import timedelta
from itertools import product

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.properties import referee, sheet_walk
from tests.properties.strategies import (
    BODY,
    CALM,
    KNOWLEDGE,
    NOW,
    past_sessions,
    people_with_conditions,
    sides,
    situations,
)
from tests.properties.test_planning_laws import easings, envelope_of, faults, finding_of

from unknot.guiding import CueSheet, EventKind, SessionEvent, ceiling_now, compile_cues, compile_timeline, replay
from unknot.planning import Envelope, Phase, Situation, plan_session
from unknot.progress import Easing, PastSession
from unknot.screening import Answers
from unknot.units import Side

POINTS = BODY.trigger_points
OWNED = tuple(id for id, tool in referee.TOOLS.items() if not tool.get("by_hand"))
LONG_AGO = (PastSession(ended_at=NOW - timedelta(days=30), pressed_s=60),)
LATER = st.sampled_from([0, 700, 5_000, 9_000, 21_000, 33_000, 120_000])
EVENTS = st.lists(
    st.builds(SessionEvent, st.sampled_from(EventKind), LATER, st.none(), st.one_of(st.none(), st.integers(0, 10))),
    max_size=30,
)


def sheet_of(envelope: Envelope, first: int, side: Side) -> CueSheet:
    ids = tuple(POINTS[(first + step) % len(POINTS)].id for step in range(4))
    return compile_cues(plan_session(finding_of(ids, side), (side,), envelope), KNOWLEDGE.scripts)


@given(people_with_conditions(), situations(), past_sessions(), easings(), st.integers(0, len(POINTS) - 1), sides)
def test_whatever_is_turned_a_session_stays_within_every_limit(
    answers: Answers, situation: Situation, history: tuple[PastSession, ...], easing: Easing, first: int, side: Side
) -> None:
    envelope = envelope_of(answers, situation, history)
    if envelope is None:
        return
    for asked in (easing, Easing()):
        sheet = sheet_of(replace(envelope, easing=asked), first, side)
        assert list(sheet_walk.faults(sheet, referee.SESSION_S, referee.HOLDS, referee.TOOL_TOTAL_S)) == []
        assert sheet_walk.reached(sheet) == set(range(len(sheet.cues)))


def test_the_longest_sessions_with_every_tool_stay_within_every_limit_too() -> None:
    """Where there is least room: everything at hand, fifteen minutes, spots on both sides. Here some offers must go."""
    envelope = envelope_of(CALM, Situation(15, OWNED), LONG_AGO)
    assert envelope is not None
    left_out = 0
    for first, side in product(range(len(POINTS)), Side):
        sheet = sheet_of(envelope, first, side)
        assert list(sheet_walk.faults(sheet, referee.SESSION_S, referee.HOLDS, referee.TOOL_TOTAL_S)) == []
        offered = {step.id: len(step.swaps) for step in sheet.plan.steps if step.swaps}
        left_out += sum(offered.values()) - len(sheet.plan.spares)
    assert left_out


@given(people_with_conditions(), situations(), past_sessions(), st.integers(0, len(POINTS) - 1), sides)
def test_every_other_way_in_a_sheet_is_one_that_the_referee_allows(
    answers: Answers, situation: Situation, history: tuple[PastSession, ...], first: int, side: Side
) -> None:
    envelope = envelope_of(answers, situation, history)
    if envelope is None:
        return
    plan = sheet_of(envelope, first, side).plan
    planned = {step.id: step for step in plan.steps}
    for way in plan.spares:
        instead = replace(plan, steps=(way,), total_s=way.total_s, spares=(), again=())
        assert faults(instead, answers, envelope) == []
        assert (way.point, way.side, way.phase) == (planned[way.id].point, planned[way.id].side, Phase.PRESS)


@given(people_with_conditions(), situations(), past_sessions(), st.integers(0, len(POINTS) - 1), sides)
def test_no_cue_of_a_sheet_is_longer_or_more_often_than_its_step(
    answers: Answers, situation: Situation, history: tuple[PastSession, ...], first: int, side: Side
) -> None:
    envelope = envelope_of(answers, situation, history)
    if envelope is None:
        return
    sheet = sheet_of(envelope, first, side)
    for cue in sheet.cues:
        step = sheet.steps[cue.step]
        more = int(step.id in sheet.plan.again and cue.step < len(sheet.plan.steps))
        assert not cue.kind.is_done or cue.for_ms <= step.seconds * 1000
        assert cue.presses == (cue.kind.is_done and step.presses)
        assert cue.repetition <= step.repetitions + more
        assert all(0 <= line.at_ms < cue.for_ms for line in cue.lines)


@given(situations(), st.integers(0, len(POINTS) - 1), sides, EVENTS)
def test_no_events_press_longer_than_the_sheet_allows_or_bring_a_ceiling_up(
    situation: Situation, first: int, side: Side, events: list[SessionEvent]
) -> None:
    envelope = envelope_of(CALM, situation, ())
    assert envelope is not None
    sheet = sheet_of(envelope, first, side)
    clock, told = 0, []
    eased = 0
    for event in events:
        clock += event.at_ms
        told.append(replace(event, at_ms=clock))
        record = replay(sheet, tuple(told))
        assert record.ceiling_eased_by >= eased
        eased = record.ceiling_eased_by
        assert all(0 <= ceiling_now(step, eased) <= step.ceiling_0_10 for step in sheet.steps)
    most = sheet_walk.longest(sheet, lambda cue: cue.for_ms * cue.presses)
    assert replay(sheet, tuple(told)).pressed_s * 1000 <= most


@given(situations(), st.integers(0, len(POINTS) - 1), sides, EVENTS)
def test_what_was_done_does_not_hang_on_what_was_said(
    situation: Situation, first: int, side: Side, events: list[SessionEvent]
) -> None:
    envelope = envelope_of(CALM, situation, ())
    assert envelope is not None
    sheet = sheet_of(envelope, first, side)
    timeline, told = compile_timeline(sheet.plan), tuple(events)
    assert timeline == replace(sheet, cues=tuple(replace(cue, lines=()) for cue in sheet.cues))
    assert replay(timeline, told) == replay(sheet, told)
