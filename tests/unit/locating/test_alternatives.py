"""What is no muscle: named, sent back to the check-in, and where it matters nothing is pressed."""

from collections.abc import Callable

import pytest

from unknot.coach import Knowledge
from unknot.knowledge import load_knowledge
from unknot.locating import NO_PATTERN, Alternative, Finding, Noticed

Found = Callable[..., Finding]
OTHERS = [one for one in load_knowledge().locating.alternatives if one.id != NO_PATTERN]
HEART = {"sternum": 6, "chest_upper_L": 5, "jaw_chin_L": 3, "arm_antlat_L": 4}
SHOULDER_JOINT = {"deltoid_lat_R": 6, "deltoid_ant_R": 4, "arm_antlat_R": 4}


def test_what_looks_like_the_heart_goes_back_to_its_questions_and_is_not_pressed(found: Found) -> None:
    assert found(HEART) == Finding(
        candidates=(),
        not_muscular=("heart",),
        cannot_tell=True,
        feel_next=(),
        not_a_muscle=True,
        holds_back=True,
        check_again=("chest-throat-signs",),
    )


def test_what_looks_like_a_joint_goes_back_to_its_questions_and_still_names_the_muscle(found: Found) -> None:
    finding = found(SHOULDER_JOINT)
    assert (finding.not_muscular, finding.check_again) == (("shoulder-joint",), ("before-it-began", "skin"))
    assert (finding.not_a_muscle, finding.holds_back, bool(finding.candidates)) == (True, False, True)
    assert {one.certainty for one in finding.candidates} == {"could-also-be"}


def test_a_muscle_that_is_likelier_than_the_heart_is_named_without_alarm(found: Found) -> None:
    finding = found({"chest_upper_L": 4, "scap_medial_L": 4, "arm_antlat_L": 4, "forearm_rad_L": 3})
    assert (finding.candidates[0].muscle, finding.not_a_muscle) == ("scalenes", False)


def test_looking_up_that_sends_pain_down_the_arm_holds_back_whatever_is_drawn(found: Found) -> None:
    desk = {"shoulder_top_R": 6, "neck_postlat_R": 5}
    told = found(desk, movements={"look-up-and-turn_R": Noticed.YES})
    assert (told.holds_back, told.candidates, told.check_again) == (True, (), ("arm-leg-signs",))
    denied = found(desk, movements={"look-up-and-turn_R": Noticed.NO})
    assert (denied.holds_back, denied.candidates[0].point) == (False, "UT2")


@pytest.mark.parametrize("one", OTHERS, ids=lambda one: one.id)
def test_an_alternative_is_named_or_asked_after_for_a_pattern_of_its_own(
    one: Alternative, knowledge: Knowledge, found: Found
) -> None:
    """On the side it has, or on both, with every region that it marks with a chance of a third or more."""
    found_for = [found(marks_of(pattern, one, knowledge)) for pattern in one.patterns]
    asked_after = [one.id in each.not_muscular or set(one.questions) <= set(each.check_again) for each in found_for]
    assert any(asked_after), one.reads_as


def marks_of(pattern: dict[str, float], one: Alternative, knowledge: Knowledge) -> dict[str, int]:
    sides = "LR" if one.bilateral == 1 else "L" if one.left else "R"
    regions = [region for region, weight in pattern.items() if weight > 1 / 3]
    placed = (
        [region] if region in knowledge.body.places else [f"{region}_{side}" for side in sides] for region in regions
    )
    return {place: 5 for places in placed for place in places}


@pytest.mark.parametrize("one", OTHERS, ids=lambda one: one.id)
def test_every_alternative_goes_back_to_a_question(one: Alternative, knowledge: Knowledge) -> None:
    assert one.questions
    assert set(one.questions) <= set(knowledge.rules.question_by_id)


def test_a_temple_pain_is_asked_after_the_artery_and_a_shoulder_pain_is_not(found: Found) -> None:
    temple = found({"temple_R": 6, "eyebrow_R": 4, "teeth_upper_R": 3})
    assert (temple.candidates[0].muscle, "temple-and-jaw" in temple.check_again) == ("temporalis", True)
    assert found({"shoulder_top_R": 6, "neck_postlat_R": 4}).check_again == ()
