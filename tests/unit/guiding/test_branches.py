"""Where a turn leads: to another way, one repetition more, out of a spot, or nowhere; and what an answer comes to."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from unknot.coach import Case, cue_case
from unknot.guiding import CueKind, CueSheet, EventKind, Hearing, Saying, SessionEvent, Turn, cue_at, replay, saying_at
from unknot.guiding.levels import Eased, Told, ceiling_now, ceiling_said, turn_of
from unknot.progress import PastSession
from unknot.units import Side

NOW = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
USED = (PastSession(ended_at=NOW - timedelta(days=30), pressed_s=60),)


@pytest.fixture
def case(knowledge, calm):
    """The sheet of someone who knows it: one spot, held once, with friction, release and a cane as other ways."""
    return cue_case(
        Case(answers=calm, drawing={"shoulder_top_R": 6}, tools=("cane",), minutes=5, history=USED), knowledge, NOW
    )


def at(ms: int, kind: str, level: int | None = None) -> SessionEvent:
    return SessionEvent(EventKind(kind), ms, level=level)


def first(sheet: CueSheet, kind: str) -> int:
    return next(cue.at_ms for cue in sheet.cues if cue.kind == kind)


def reached(sheet: CueSheet, *events: SessionEvent):
    cue = cue_at(sheet, replay(sheet, events).position_ms)
    assert cue is not None
    step = sheet.steps[cue.step]
    return (cue.kind.value, step.technique, cue.repetition, cue.repetitions)


def placing(sheet: CueSheet) -> int:
    return first(sheet, "hold") - 2_000


def test_another_way_before_the_first_hold_is_got_ready_for(case):
    events = (at(0, "start"), at(placing(case), "swap"))
    assert reached(case, *events) == ("ready", "pressure-release", 1, 2)
    assert reached(case, *events, at(placing(case) + 1_000, "swap")) == ("ready", "cane-pressure", 1, 2)


def test_another_way_once_a_hold_was_begun_has_one_hold(case):
    hold = first(case, "hold")
    assert reached(case, at(0, "start"), at(hold + 1_000, "swap")) == ("ready", "pressure-release", 1, 1)


def test_another_way_while_settling_is_no_way(case):
    assert reached(case, at(0, "start"), at(1_000, "swap")) == ("settle", "settle", 1, 1)


def test_after_the_last_other_way_there_is_none(case):
    swaps = (at(placing(case), "swap"),) * 3
    assert reached(case, at(0, "start"), *swaps) == reached(case, at(0, "start"), *swaps, swaps[0])


def test_once_more_is_offered_when_a_step_is_done_to_its_end(case):
    release = max(cue.at_ms for cue in case.cues if cue.kind is CueKind.RELEASE and cue.at_ms < case.total_ms)
    assert reached(case, at(0, "start"), at(release + 1_000, "repeat")) == ("rest", "sustained-pressure", 2, 2)
    assert reached(case, at(0, "start"), at(release + 5_000, "repeat")) == ("rest", "sustained-pressure", 2, 2)


@pytest.mark.parametrize("turn", ["swap", "skip", "too-sore"])
def test_once_more_is_not_offered_after_a_step_that_was_left(case, turn):
    hold = first(case, "hold")
    record = replay(case, (at(0, "start"), at(hold + 1_000, turn), at(hold + 200_000, "pause")))
    line = [cue for cue in case.cues if cue.step == len(case.plan.steps) - 2 and cue.kind is CueKind.READY]
    assert [cue.branch(Turn.REPEAT) is None for cue in line] == [False, True]
    assert record.turns[0].on == turn


def test_too_sore_lets_go_leaves_the_spot_and_goes_back_to_four(case):
    hold = first(case, "hold")
    events = (at(0, "start"), at(hold + 5_000, "too-sore"))
    assert reached(case, *events) == ("release", "sustained-pressure", 1, 1)
    assert reached(case, *events, at(hold + 9_500, "ease"))[:2] == ("ready", "slow-movement")
    step = next(step for step in case.plan.steps if step.point)
    assert ceiling_now(step, replay(case, events).eased) == 4


def test_what_was_too_strong_in_the_kneading_is_too_strong_in_the_hold_after_it(case):
    """The kneading goes to three and the hold to six: five in the kneading brings both to two."""
    kneading, holding = (step for step in case.plan.steps if step.presses)
    assert (kneading.ceiling_0_10, holding.ceiling_0_10) == (3, 6)
    eased = replay(case, (at(0, "start"), at(first(case, "stroke") + 9_000, "level", 5))).eased
    assert [ceiling_now(step, eased) for step in case.steps if step.presses] == [2, 2, 2, 2, 2]


def test_easing_before_anything_presses_lowers_the_highest_ceiling_that_is_said(case):
    settling = case.plan.steps[0]
    eased = replay(case, (at(0, "start"), at(1_000, "ease"))).eased
    assert [ceiling_said(settling, case.steps, one) for one in (Eased(), eased)] == [6, 5]
    assert max(ceiling_now(step, eased) for step in case.steps) == 5


def test_next_ends_a_hold_and_begins_the_one_that_is_got_ready_for(case):
    hold = first(case, "hold")
    assert reached(case, at(0, "start"), at(placing(case), "next"))[0] == "hold"
    assert reached(case, at(0, "start"), at(hold + 1_000, "next"))[0] == "release"


def test_next_does_not_shorten_a_rest(case):
    """The fact sheet gives 20-30 s between two holds of a spot."""
    rests = [cue for cue in case.cues if cue.kind in (CueKind.REST, CueKind.RELEASE)]
    assert [cue.branch(Turn.NEXT) for cue in rests] == [None] * len(rests)


def asked(sheet: CueSheet) -> Iterator[tuple[int, str, Hearing]]:
    hold = next(cue for cue in sheet.cues if cue.kind is CueKind.HOLD)
    return ((line.at_ms, line.say, line.when) for line in hold.lines if line.asks)


def test_a_hold_asks_how_strong_it_is_when_the_hand_has_settled_and_hears_a_silence(case):
    assert list(asked(case)) == [
        (9_000, "cue-ask-level", Hearing.ALWAYS),
        (21_000, "cue-ask-level-again", Hearing.TOLD),
        (21_000, "cue-tell-me", Hearing.SILENT),
    ]


def test_no_answer_changes_nothing(case):
    record = replay(case, (at(0, "start"), at(case.total_ms, "finish")))
    assert (record.turns, record.ceiling_eased_by, record.position_ms) == ((), 0, case.total_ms)


def test_the_scale_is_taught_in_the_first_session_and_not_again(case, knowledge, calm):
    new = cue_case(Case(answers=calm, drawing={"shoulder_top_R": 6}, minutes=5), knowledge, NOW)
    taught = [line.say for line in new.cues[0].lines]
    assert taught == ["line-teach-scale", "line-teach-good", "line-teach-stop"]
    assert [line.say for line in case.cues[0].lines] == ["line-shoulders-low", "line-breathe-longer-out"]


@pytest.mark.parametrize(
    ("level", "earlier", "turn"),
    [
        (7, (), Turn.LEVEL_OVER),
        (6, (), Turn.LEVEL_STEADY),
        (5, (Told(4),), Turn.LEVEL_RISING),
        (4, (Told(4),), Turn.LEVEL_STEADY),
        (3, (Told(5),), Turn.LEVEL_FADED),
        (4, (Told(5),), Turn.LEVEL_STEADY),
        (2, (Told(3),), Turn.LEVEL_FADED),
        (3, (Told(4),), Turn.LEVEL_STEADY),
        (2, (), Turn.LEVEL_STEADY),
        (2, (Told(2),), Turn.LEVEL_STEADY),
        (4, (Told(8, eased_since=True),), Turn.LEVEL_STEADY),
        (4, (Told(6), Told(3, eased_since=True)), Turn.LEVEL_RISING),
        (3, (Told(4), Told(5), Told(4)), Turn.LEVEL_FADED),
    ],
)
def test_what_a_level_comes_to(knowledge, level, earlier, turn):
    assert turn_of(level, earlier, 6, knowledge.techniques.coaching) is turn


def test_a_level_of_another_hold_is_not_compared_with(case, knowledge, calm):
    both = cue_case(Case(answers=calm, drawing={"shoulder_top_R": 6}, minutes=15, history=USED), knowledge, NOW)
    one, two, *_ = (cue.at_ms for cue in both.cues if cue.kind is CueKind.HOLD and cue.at_ms < both.total_ms)
    record = replay(both, (at(0, "start"), at(one + 9_000, "level", 3), at(two + 9_000, "level", 5)))
    assert [taken.on for taken in record.turns] == [Turn.LEVEL_STEADY, Turn.LEVEL_STEADY]


def test_a_level_that_comes_when_it_is_let_go_is_kept_and_lets_nothing_go(case):
    """Five in the hold, two in the release after it: it has faded, and the release goes on to its end."""
    hold = first(case, "hold")
    release = next(cue for cue in case.cues if cue.kind is CueKind.RELEASE and cue.at_ms > hold)
    late = release.at_ms + 1_000
    record = replay(case, (at(0, "start"), at(hold + 9_000, "level", 5), at(late, "level", 2), at(late, "pause")))
    assert [(taken.on, taken.level_0_10) for taken in record.turns] == [(Turn.LEVEL_STEADY, 5), (Turn.LEVEL_FADED, 2)]
    assert record.position_ms == late
    assert saying_at(case, late, record.turns) == Saying("cue-level-late", 1_000)


def test_where_nothing_presses_there_is_nothing_to_ease(knowledge, calm):
    """After a stop for sharp pain today it is breathing and movement, which have no ceiling to bring down."""
    sore = (PastSession(ended_at=NOW - timedelta(hours=1), pressed_s=9, stopped_for="sharp"),)
    quiet = cue_case(Case(answers=calm, drawing={"shoulder_top_R": 6}, minutes=5, history=sore), knowledge, NOW)
    assert not quiet.plan.presses
    assert [cue.branch(Turn.EASE) for cue in quiet.cues] == [None] * len(quiet.cues)


def test_a_ceiling_is_never_lower_than_one_where_something_presses(case):
    steps = [step for step in case.steps if step.presses]
    assert {ceiling_now(step, Eased(by=40)) for step in steps} == {1}
    assert {ceiling_now(step, Eased(by=40)) for step in case.steps if not step.presses} == {0}
    assert {step.side for step in steps} == {Side.RIGHT}
