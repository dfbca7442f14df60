import tomllib
from pathlib import Path

import msgspec
import pytest

from unknot.anatomy import TriggerPoint, sided
from unknot.coach import Knowledge
from unknot.errors import InputError
from unknot.knowledge import load_knowledge
from unknot.locating import Candidate, Certainty, Drawing, Felt, Finding, locate
from unknot.units import Side, Value

CASES = Path(__file__).resolve().parents[2] / "cases" / "locating" / "muscles.toml"
POINTS = load_knowledge().body.trigger_points
BEATEN_BY_ITS_NEIGHBOURS = {"INF2"}
"""Its one essential region, the inner edge of the blade, is also that of four commoner points."""

DESK: Drawing = {"shoulder_top_R": 6, "neck_postlat_R": 5, "behind_ear_R": 3}
STRIP: Drawing = {"scap_medial_R": 5}


class LocatingCase(Value, frozen=True):
    muscle: str
    about: str
    drawing: Drawing
    first: str = ""
    among: str = ""
    forbidden: bool = False


MUSCLE_CASES = msgspec.convert(tomllib.loads(CASES.read_text("utf-8"))["case"], list[LocatingCase])


def names(finding: Finding) -> list[str]:
    return [sided(one.point, one.side) for one in finding.candidates]


def drawn(point: TriggerPoint, side: Side, knowledge: Knowledge) -> Drawing:
    """The essential regions of a point, on its side."""
    places = knowledge.body.places
    return {region if region in places else sided(region, side): 6 for region in point.essential}


@pytest.mark.parametrize("case", MUSCLE_CASES, ids=lambda case: case.muscle)
def test_a_muscle_is_found_from_the_drawing_of_its_case(case: LocatingCase, knowledge: Knowledge) -> None:
    finding = locate(case.drawing, {}, knowledge.patterns)
    wanted = case.first or case.among
    assert wanted in (names(finding)[:1] if case.first else names(finding)), case.about
    found = next(one for one in finding.candidates if sided(one.point, one.side) == wanted)
    assert (found.muscle, found.may_be_pressed) == (case.muscle, not case.forbidden)


def test_every_muscle_has_a_locating_case(knowledge: Knowledge) -> None:
    assert sorted(case.muscle for case in MUSCLE_CASES) == sorted(muscle.id for muscle in knowledge.body.muscles)


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("point", [p for p in POINTS if p.id not in BEATEN_BY_ITS_NEIGHBOURS], ids=lambda p: p.id)
def test_a_point_is_shown_for_a_drawing_of_its_essential_regions(
    point: TriggerPoint, side: Side, knowledge: Knowledge
) -> None:
    finding = locate(drawn(point, side, knowledge), {}, knowledge.patterns)
    assert sided(point.id, side) in names(finding)


@pytest.mark.parametrize("id", sorted(BEATEN_BY_ITS_NEIGHBOURS))
def test_a_point_that_its_neighbours_beat_comes_up_when_it_feels_familiar(id: str, knowledge: Knowledge) -> None:
    point = knowledge.body.point_by_id[id]
    marks = drawn(point, Side.RIGHT, knowledge)
    before = locate(marks, {}, knowledge.patterns)
    after = locate(marks, {sided(id, Side.RIGHT): Felt.FAMILIAR}, knowledge.patterns)
    assert (sided(id, Side.RIGHT) in names(before), names(after)[0]) == (False, sided(id, Side.RIGHT))


def test_a_candidate_says_what_spoke_for_it(knowledge: Knowledge) -> None:
    finding = locate(DESK, {}, knowledge.patterns)
    assert finding.candidates[0] == Candidate(
        point="UT2",
        muscle="upper_trapezius",
        side=Side.RIGHT,
        certainty=Certainty.MOST_LIKELY,
        marks_for=("shoulder_top_R", "neck_postlat_R", "behind_ear_R"),
        may_be_pressed=True,
        source=knowledge.body.point_by_id["UT2"].source,
        felt=None,
    )


def test_the_left_mirrors_the_right(knowledge: Knowledge) -> None:
    left = {place.replace("_R", "_L"): strength for place, strength in DESK.items()}
    found_right = names(locate(DESK, {}, knowledge.patterns))
    assert names(locate(left, {}, knowledge.patterns)) == [name.replace("_R", "_L") for name in found_right]


def test_how_strong_a_mark_is_does_not_move_the_source(knowledge: Knowledge) -> None:
    faint = dict.fromkeys(DESK, 1)
    assert locate(faint, {}, knowledge.patterns) == locate(DESK, {}, knowledge.patterns)


@pytest.mark.parametrize("drawing", [{}, {"shoulder_top_R": 0}], ids=["nothing", "a mark of nothing"])
def test_an_empty_drawing_cannot_tell(drawing: Drawing, knowledge: Knowledge) -> None:
    assert locate(drawing, {}, knowledge.patterns) == Finding((), (), cannot_tell=True, feel_next=())


def test_marks_that_fit_nothing_cannot_tell(knowledge: Knowledge) -> None:
    scattered = {"forearm_rad_L": 3, "midback_R": 3, "teeth_lower_L": 3, "sternum": 3, "axilla_R": 3, "hand_mid_L": 3}
    finding = locate(scattered, {}, knowledge.patterns)
    assert (finding.candidates, finding.cannot_tell, finding.feel_next) == ((), True, ())


@pytest.mark.parametrize("point", [p for p in POINTS if p.may_be_pressed], ids=lambda p: p.id)
def test_a_familiar_spot_moves_up(point: TriggerPoint, knowledge: Knowledge) -> None:
    marks = {**drawn(point, Side.RIGHT, knowledge), "shoulder_top_R": 3}
    name = sided(point.id, Side.RIGHT)

    def place(felt: dict[str, Felt]) -> int:
        found = names(locate(marks, felt, knowledge.patterns))
        return found.index(name) if name in found else len(POINTS)

    assert place({name: Felt.FAMILIAR}) <= place({name: Felt.SORE}) <= place({})


def test_a_spot_that_is_not_tender_is_no_candidate(knowledge: Knowledge) -> None:
    before = names(locate(DESK, {}, knowledge.patterns))
    after = names(locate(DESK, {"UT2_R": Felt.NOT_TENDER}, knowledge.patterns))
    assert (before[0], "UT2_R" in after) == ("UT2_R", False)


def test_a_spot_one_cannot_tell_of_changes_no_place(knowledge: Knowledge) -> None:
    before = names(locate(DESK, {}, knowledge.patterns))
    assert names(locate(DESK, {"UT2_R": Felt.CANNOT_TELL}, knowledge.patterns)) == before


def test_a_familiar_spot_is_enough_without_a_drawing(knowledge: Knowledge) -> None:
    finding = locate({}, {"LS2_L": Felt.FAMILIAR}, knowledge.patterns)
    assert names(finding)[:1] == ["LS2_L"]


def test_a_sore_spot_without_a_drawing_cannot_tell(knowledge: Knowledge) -> None:
    assert locate({}, {"LS2_L": Felt.SORE}, knowledge.patterns).cannot_tell


def test_what_was_felt_is_not_asked_again(knowledge: Knowledge) -> None:
    asked = locate(DESK, {}, knowledge.patterns).feel_next
    left = locate(DESK, {asked[0]: Felt.SORE}, knowledge.patterns).feel_next
    assert asked[0] not in left


@pytest.mark.parametrize("point", [p for p in POINTS if not p.may_be_pressed], ids=lambda p: p.id)
def test_a_forbidden_muscle_is_named_and_never_felt_for(point: TriggerPoint, knowledge: Knowledge) -> None:
    finding = locate(drawn(point, Side.LEFT, knowledge), {}, knowledge.patterns)
    named = next(one for one in finding.candidates if one.point == point.id)
    assert (named.may_be_pressed, sided(point.id, Side.LEFT) in finding.feel_next) == (False, False)


@pytest.mark.parametrize("point", [p for p in POINTS if not p.may_be_pressed], ids=lambda p: p.id)
def test_a_forbidden_muscle_cannot_be_said_to_have_been_felt(point: TriggerPoint, knowledge: Knowledge) -> None:
    name = sided(point.id, Side.LEFT)
    with pytest.raises(InputError) as raised:
        locate(DESK, {name: Felt.FAMILIAR}, knowledge.patterns)
    assert (raised.value.field, raised.value.message) == (f"palpation.{name}", "input-no-such-point")


@pytest.mark.parametrize("place", ["left_knee_R", "shoulder_top", "throat_R"])
def test_a_place_that_the_map_does_not_have_is_refused(place: str, knowledge: Knowledge) -> None:
    with pytest.raises(InputError) as raised:
        locate({place: 4}, {}, knowledge.patterns)
    assert (raised.value.field, raised.value.message) == (f"drawing.{place}", "input-no-such-place")


@pytest.mark.parametrize("name", ["UT9_R", "UT2", "UT2_left"])
def test_a_point_that_does_not_exist_is_refused(name: str, knowledge: Knowledge) -> None:
    with pytest.raises(InputError) as raised:
        locate({}, {name: Felt.SORE}, knowledge.patterns)
    assert (raised.value.field, raised.value.message) == (f"palpation.{name}", "input-no-such-point")


def test_at_most_three_candidates_are_shown(knowledge: Knowledge) -> None:
    everywhere = dict.fromkeys(sorted(knowledge.body.places), 5)
    finding = locate(everywhere, dict.fromkeys(("UT2_R", "LS2_R", "UT1_R", "LS1_R"), Felt.FAMILIAR), knowledge.patterns)
    assert len(finding.candidates) <= 3


def test_a_drawing_down_the_arm_names_a_nerve_as_well(knowledge: Knowledge) -> None:
    down_the_arm = {"arm_post_R": 5, "forearm_uln_R": 5, "hand_uln_R": 4, "scap_medial_R": 3}
    assert "nerve-root" in locate(down_the_arm, {}, knowledge.patterns).not_muscular


def test_a_headache_drawing_names_a_headache_as_well(knowledge: Knowledge) -> None:
    headache = {"forehead_L": 5, "temple_L": 5, "forehead_R": 5, "temple_R": 5}
    assert "headache-disorder" in locate(headache, {}, knowledge.patterns).not_muscular


def test_a_point_that_is_felt_on_both_sides_is_shown_once(knowledge: Knowledge) -> None:
    case = next(case for case in MUSCLE_CASES if case.muscle == "suboccipitals")
    finding = locate(case.drawing, {}, knowledge.patterns)
    assert [one.point for one in finding.candidates].count("SUB") == 1
