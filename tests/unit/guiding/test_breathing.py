"""The breath that paces a cue: in and out by the clock alone, and told only where there is time for it."""

import pytest
from msgspec.structs import replace

from unknot.guiding import BreathPhase, Pace, Tone, at_pace, breath_at, compile_cues


@pytest.fixture
def breath(knowledge):
    return knowledge.techniques.breath


@pytest.fixture
def hold(sheet):
    return next(cue for cue in sheet.cues if cue.kind == "hold")


def test_it_goes_in_then_out_and_what_is_left_of_it_is_known(breath, hold):
    cue = replace(hold, for_ms=30_000)
    assert [breath_at(breath, cue, since) for since in (0, 4_499, 4_500, 9_999, 10_000)] == [
        BreathPhase("in", 0, 4_500, False),
        BreathPhase("in", 0, 1, False),
        BreathPhase("out", 4_500, 5_500, True),
        BreathPhase("out", 4_500, 1, True),
        BreathPhase("in", 10_000, 4_500, True),
    ]


def test_a_cue_that_begins_without_a_tone_tells_its_first_breath(breath, hold):
    assert breath_at(breath, replace(hold, tone=Tone.NONE), 0).is_told


def test_a_breath_in_for_which_no_time_is_left_is_not_told(breath, hold):
    lasts = {for_ms: breath_at(breath, replace(hold, for_ms=for_ms), 10_000).is_told for for_ms in (14_499, 14_500)}
    assert lasts == {14_499: False, 14_500: True}


def test_where_nothing_is_paced_there_is_no_breath(breath, hold):
    assert breath_at(breath, replace(hold, breathes=False), 5_000) is None


@pytest.mark.parametrize(
    ("pace", "in_ms", "out_ms"), [(Pace.QUICK, 4_000, 5_000), (Pace.MIDDLE, 4_500, 5_500), (Pace.SLOW, 5_000, 6_000)]
)
def test_the_persons_own_pace_stays_within_four_to_five_in_and_five_to_six_out(knowledge, plan, pace, in_ms, out_ms):
    """clinical 3.2: in 4-5 s, out 5-6 s."""
    steps = tuple(replace(step, breath=knowledge.techniques.breath) for step in plan.steps)
    sheet = compile_cues(replace(plan, steps=steps), knowledge.scripts)
    paced = at_pace(sheet, pace)
    assert {(step.breath.in_ms, step.breath.out_ms) for step in paced.steps} == {(in_ms, out_ms)}
    assert paced.cues == sheet.cues
