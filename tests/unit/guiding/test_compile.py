"""From a plan to its cue sheet: every second is spoken for, and every cue has its words."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from unknot.guiding import Branch, Cue, CueKind, Line, Tone, Turn, compile_cues
from unknot.planning import HANDS, FreeHand
from unknot.units import Side
from unknot.words import is_said

TOOLS = st.sets(st.sampled_from(["tennis-ball", "massage-ball", "cane", "vibrator", "heat-pack"])).map(tuple)
PLACES_OF_PAIN = st.sampled_from(["shoulder_top_R", "neck_post_L", "occiput_R", "neck_postlat_L", "scap_medial_R"])


def main_line(sheet):
    """The cues that follow one another when nothing turns the session."""
    return [cue for cue in sheet.cues if cue.at_ms < sheet.total_ms]


def shown(cue: Cue):
    return (cue.at_ms // 1000, cue.for_ms // 1000, cue.kind.value, cue.say, cue.step, cue.repetition)


def test_a_plan_is_played_step_by_step_with_getting_ready_letting_go_and_rests_between_repetitions(sheet):
    assert [shown(cue) for cue in sheet.cues] == [
        (0, 10, "settle", "cue-settle", 0, 1),
        (10, 8, "ready", "cue-place-sustained-pressure", 1, 1),
        (18, 30, "hold", "cue-hold-sustained-pressure", 1, 1),
        (48, 4, "release", "cue-release", 1, 1),
        (52, 20, "rest", "cue-rest", 1, 1),
        (72, 30, "hold", "cue-hold-sustained-pressure", 1, 2),
        (102, 4, "release", "cue-release", 1, 2),
        (106, 8, "switch-side", "cue-place-friction", 2, 1),
        (114, 30, "stroke", "cue-stroke-friction", 2, 1),
        (144, 4, "release", "cue-release", 2, 1),
        (148, 8, "ready", "cue-place-slow-movement", 3, 1),
        (156, 60, "move", "cue-move-slow-movement", 3, 1),
    ]


def test_a_cue_carries_all_that_a_player_needs(sheet):
    assert sheet.cues[5] == Cue(
        at_ms=72_000,
        for_ms=30_000,
        kind=CueKind.HOLD,
        say="cue-hold-sustained-pressure",
        step=1,
        repetition=2,
        repetitions=2,
        tone=Tone.START,
        counts_down=True,
        breathes=True,
        presses=True,
        halfway_tone=True,
        side=Side.RIGHT,
        lines=(Line(15_000, "half-two-fingers"),),
        branches=(Branch(Turn.SKIP, 7), Branch(Turn.EASE, 5, "cue-eased", eases=1)),
    )


def test_the_sheet_lasts_as_long_as_the_plan_says(sheet):
    assert (sheet.total_ms, sheet.plan.total_s) == (216_000, 216)


def test_each_kind_of_cue_has_its_tone(sheet):
    tones = {(cue.kind.value, cue.tone.value) for cue in sheet.cues}
    assert tones == {
        ("settle", "start"),
        ("ready", "none"),
        ("hold", "start"),
        ("release", "release"),
        ("rest", "none"),
        ("switch-side", "switch"),
        ("stroke", "start"),
        ("move", "start"),
    }


def test_the_pacer_breathes_while_something_is_held_or_stroked_but_not_while_moving(sheet):
    assert {cue.kind.value for cue in sheet.cues if cue.breathes} == {"settle", "hold", "stroke"}


def test_only_holds_sound_halfway(sheet):
    assert {cue.kind.value for cue in sheet.cues if cue.halfway_tone} == {"hold"}


def test_pressure_is_counted_in_holds_and_strokes_of_pressing_steps_only(sheet):
    assert {cue.kind.value for cue in sheet.cues if cue.presses} == {"hold", "stroke"}


def test_a_second_step_on_the_same_side_is_no_change_of_side(plan, scripts):
    settle, right, left, move = plan.steps
    same = compile_cues(replace(plan, steps=(settle, right, replace(left, side=Side.RIGHT), move)), scripts)
    assert CueKind.SWITCH_SIDE not in {cue.kind for cue in same.cues}


def test_a_step_without_a_side_in_between_does_not_hide_the_change_of_side(plan, scripts):
    settle, right, left, move = plan.steps
    sheet = compile_cues(replace(plan, steps=(settle, right, move, left)), scripts)
    assert [cue.step for cue in sheet.cues if cue.kind is CueKind.SWITCH_SIDE] == [3]


def test_the_first_side_of_a_session_is_no_change(plan, scripts):
    sheet = compile_cues(replace(plan, steps=plan.steps[2:]), scripts)
    assert sheet.cues[0].kind is CueKind.READY


def test_lying_on_both_hands_has_words_of_its_own(plan, scripts):
    settle, right, *_ = plan.steps
    sheet = compile_cues(replace(plan, steps=(settle, replace(right, hand=None))), scripts)
    assert sheet.cues[1].say == "cue-place-both-hands"


def test_a_tool_is_never_said_to_be_two_hands(plan, scripts):
    settle, right, *_ = plan.steps
    ball = replace(right, technique="ball-pressure", tool="tennis-ball", hand=None)
    assert right.tool == HANDS
    assert compile_cues(replace(plan, steps=(settle, ball)), scripts).cues[1].say == "cue-place-ball-pressure"


@given(
    drawing=st.dictionaries(PLACES_OF_PAIN, st.integers(1, 10), min_size=1),
    tools=TOOLS,
    minutes=st.integers(5, 15),
    place=st.sampled_from(["home", "desk", "bed", "travel"]),
    hand=st.sampled_from(FreeHand),
)
def test_any_plan_becomes_a_sheet_without_a_gap_whose_cues_all_have_words(cue_healthy, **told):
    sheet = cue_healthy(**told)
    line = main_line(sheet)
    ends = [cue.at_ms + cue.for_ms for cue in line]
    assert [cue.at_ms for cue in line] == [0, *ends[:-1]]
    assert (ends[-1], sheet.total_ms) == (sheet.plan.total_s * 1000,) * 2
    said = {id for cue in sheet.cues for id in (cue.say, *(one.say for one in (*cue.lines, *cue.branches)))}
    assert sorted(id for id in said if id and not is_said(id)) == []
    assert all(cue.for_ms for cue in sheet.cues)
