"""What is named for a drawing, for each muscle and for what fits nothing."""

import tomllib
from collections.abc import Callable

import msgspec
import pytest
from tests.locating_people import FOLDER

from unknot.anatomy import TriggerPoint, sided
from unknot.coach import Knowledge
from unknot.knowledge import load_knowledge
from unknot.locating import (
    Candidate,
    Certainty,
    Complaint,
    Drawing,
    Felt,
    Finding,
    Noticed,
    Pain,
    PainKind,
    Patterns,
    Since,
    believe,
)
from unknot.units import Side, Value

Found = Callable[..., Finding]
POINTS = load_knowledge().body.trigger_points
BEATEN_BY_ITS_NEIGHBOURS = {"INF2"}
"""Its one essential region, the inner edge of the blade, is also that of four commoner points."""

DESK: Drawing = {"shoulder_top_R": 6, "neck_postlat_R": 5, "behind_ear_R": 3}


class LocatingCase(Value, frozen=True):
    muscle: str
    about: str
    drawing: Drawing
    first: str = ""
    among: str = ""
    forbidden: bool = False


MUSCLE_CASES = msgspec.convert(tomllib.loads((FOLDER / "muscles.toml").read_text("utf-8"))["case"], list[LocatingCase])


def names(finding: Finding) -> list[str]:
    return [sided(one.point, one.side) for one in finding.candidates]


def muscles(finding: Finding) -> list[str]:
    return [sided(one.muscle, one.side) for one in finding.candidates]


def drawn(point: TriggerPoint, side: Side, knowledge: Knowledge) -> Drawing:
    """The essential regions of a point, on its side."""
    places = knowledge.body.places
    return {region if region in places else sided(region, side): 6 for region in point.essential}


@pytest.mark.parametrize("case", MUSCLE_CASES, ids=lambda case: case.muscle)
def test_a_muscle_is_found_from_the_drawing_of_its_case(case: LocatingCase, found: Found) -> None:
    finding = found(case.drawing)
    wanted = case.first or case.among
    assert wanted in (names(finding)[:1] if case.first else names(finding)), case.about
    found = next(one for one in finding.candidates if sided(one.point, one.side) == wanted)
    assert (found.muscle, found.may_be_pressed) == (case.muscle, not case.forbidden)


def test_every_muscle_has_a_locating_case(knowledge: Knowledge) -> None:
    assert sorted(case.muscle for case in MUSCLE_CASES) == sorted(muscle.id for muscle in knowledge.body.muscles)


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("point", [p for p in POINTS if p.id not in BEATEN_BY_ITS_NEIGHBOURS], ids=lambda p: p.id)
def test_a_muscle_is_shown_for_the_essential_regions_of_its_point(
    point: TriggerPoint, side: Side, knowledge: Knowledge, found: Found
) -> None:
    finding = found(drawn(point, side, knowledge))
    shown = {one.muscle for one in finding.candidates} if point.both_sides else muscles(finding)
    assert (point.muscle if point.both_sides else sided(point.muscle, side)) in shown


@pytest.mark.parametrize("id", sorted(BEATEN_BY_ITS_NEIGHBOURS))
def test_a_point_that_its_neighbours_beat_comes_up_when_it_feels_familiar(
    id: str, knowledge: Knowledge, found: Found
) -> None:
    name, marks = sided(id, Side.RIGHT), drawn(knowledge.body.point_by_id[id], Side.RIGHT, knowledge)
    before, after = found(marks), found(marks, {name: Felt.FAMILIAR})
    assert (name in names(before), name in names(after)) == (False, True)


def test_a_candidate_says_what_spoke_for_it_and_against(knowledge: Knowledge, found: Found) -> None:
    told = {**DESK, "acromion_R": 2}
    finding = found(told, movements={"bend-away_R": Noticed.YES, "reach-behind_R": Noticed.YES})
    assert finding.candidates[0] == Candidate(
        point="UT2",
        muscle="upper_trapezius",
        side=Side.RIGHT,
        certainty=Certainty.MOST_LIKELY,
        marks_for=("shoulder_top_R", "neck_postlat_R", "behind_ear_R"),
        may_be_pressed=True,
        source=knowledge.body.point_by_id["UT2"].source,
        felt=None,
        marks_against=("acromion_R",),
        not_marked=(),
        noticed_for=("bend-away_R",),
        noticed_against=("reach-behind_R",),
    )


def test_a_candidate_says_where_nothing_was_marked(found: Found) -> None:
    levator = found({"neck_shoulder_angle_R": 6, "scap_medial_R": 3}).candidates[0]
    assert (levator.point, levator.not_marked) == ("LS2", ("scap_upper_R",))


def test_a_muscle_is_shown_once_by_its_likeliest_point(found: Found) -> None:
    finding = found({"neck_postlat_R": 5, "behind_ear_R": 4, "neck_shoulder_angle_R": 3, "shoulder_top_R": 3})
    assert muscles(finding).count("upper_trapezius_R") == 1


def test_two_sources_are_named_where_one_explains_the_marks_badly(found: Found) -> None:
    right, left = {"shoulder_top_R": 5, "neck_postlat_R": 4}, {"scap_medial_L": 5, "interscap_L": 4}
    assert found(right).together == ()
    assert found(left).together == ()
    both = found({**right, **left})
    assert (set(both.together), set(names(both)[:2])) == ({"UT2_R", "RH1_L"}, {"UT2_R", "RH1_L"})


def test_both_sides_alike_name_both_sides(found: Found) -> None:
    both = {**DESK, "shoulder_top_L": 6, "neck_postlat_L": 5, "behind_ear_L": 3}
    finding = found(both)
    assert set(names(finding)[:2]) == {"UT2_L", "UT2_R"}
    assert {one.certainty for one in finding.candidates[:2]} == {Certainty.MOST_LIKELY}


def test_the_left_mirrors_the_right(found: Found) -> None:
    left = {place.replace("_R", "_L"): strength for place, strength in DESK.items()}
    assert names(found(left)) == [name.replace("_R", "_L") for name in names(found(DESK))]


def test_how_strong_a_mark_is_does_not_move_the_source(found: Found) -> None:
    assert found(dict.fromkeys(DESK, 1)) == found(DESK)


@pytest.mark.parametrize("point", [p for p in POINTS if p.may_be_pressed], ids=lambda p: p.id)
def test_a_familiar_spot_moves_its_muscle_up(point: TriggerPoint, knowledge: Knowledge, found: Found) -> None:
    marks = {**drawn(point, Side.RIGHT, knowledge), "shoulder_top_R": 3}
    name = sided(point.id, Side.RIGHT)

    def place(felt: dict[str, Felt]) -> int:
        shown = muscles(found(marks, felt))
        muscle = sided(point.muscle, Side.RIGHT)
        return shown.index(muscle) if muscle in shown else len(POINTS)

    assert place({name: Felt.FAMILIAR}) <= place({name: Felt.SORE}) <= place({})


def test_a_spot_that_is_not_tender_is_no_candidate(found: Found) -> None:
    before, after = names(found(DESK)), names(found(DESK, {"UT2_R": Felt.NOT_TENDER}))
    assert (before[0], "UT2_R" in after) == ("UT2_R", False)


def test_a_spot_one_cannot_tell_of_changes_no_place(found: Found) -> None:
    assert names(found(DESK, {"UT2_R": Felt.CANNOT_TELL})) == names(found(DESK))


def test_a_familiar_spot_is_enough_without_a_drawing(found: Found) -> None:
    assert names(found({}, {"LS2_L": Felt.FAMILIAR}))[:1] == ["LS2_L"]


def test_what_was_felt_is_not_asked_again(found: Found) -> None:
    asked = found(DESK).feel_next
    assert asked[0] not in found(DESK, {asked[0]: Felt.SORE}).feel_next


@pytest.mark.parametrize("point", [p for p in POINTS if not p.may_be_pressed], ids=lambda p: p.id)
def test_a_forbidden_muscle_is_named_and_never_felt_for(
    point: TriggerPoint, knowledge: Knowledge, found: Found
) -> None:
    finding = found(drawn(point, Side.LEFT, knowledge))
    named = next(one for one in finding.candidates if one.point == point.id)
    assert (named.may_be_pressed, sided(point.id, Side.LEFT) in finding.feel_next) == (False, False)


def test_a_point_that_is_felt_on_both_sides_is_shown_once(found: Found) -> None:
    case = next(case for case in MUSCLE_CASES if case.muscle == "suboccipitals")
    assert [one.point for one in found(case.drawing).candidates].count("SUB") == 1


def test_a_spot_that_is_familiar_on_one_side_is_named_though_the_other_is_not_tender(found: Found) -> None:
    marks: Drawing = {"occiput_L": 4, "occiput_R": 4, "side_head_R": 3}
    for felt in (
        {"SUB_R": Felt.FAMILIAR, "SUB_L": Felt.NOT_TENDER},
        {"SUB_L": Felt.NOT_TENDER, "SUB_R": Felt.FAMILIAR},
    ):
        assert found(marks, felt).candidates == found(marks, {"SUB_R": Felt.FAMILIAR}).candidates
        assert found(marks, felt).candidates[0].felt is Felt.FAMILIAR


def test_burning_speaks_for_the_middle_trapezius_and_an_ache_says_nothing(patterns: Patterns) -> None:
    strip: Drawing = {"interscap_R": 4, "scap_medial_R": 3}
    middle = patterns.sources_named["MT1_R"]
    quiet, aching, burning, elsewhere = (
        believe(Complaint(strip, pains=pains), patterns).of_sources[middle]
        for pains in (
            (),
            (Pain(("interscap_R",), 4, PainKind.ACHE),),
            (Pain(("interscap_R",), 4, PainKind.BURNING),),
            (Pain(("scap_medial_R",), 3, PainKind.ACHE, Since.WEEKS),),
        )
    )
    assert quiet == aching == elsewhere < burning
