"""Empty, full, even, contradictory and unknown: an answer that says what it can and cannot tell, or a clear refusal."""

from collections.abc import Callable

import pytest

from unknot.coach import Knowledge
from unknot.errors import InputError
from unknot.locating import Complaint, Felt, Finding, Noticed, Pain, Patterns

Found = Callable[..., Finding]
NOTHING = Finding((), (), cannot_tell=True, feel_next=())
DESK = {"shoulder_top_R": 6, "neck_postlat_R": 5}
NOWHERE = Pain(("left_knee_R",), 4)


@pytest.mark.parametrize("drawing", [{}, {"shoulder_top_R": 0}], ids=["nothing", "a mark of nothing"])
def test_an_empty_drawing_cannot_tell_and_asks_nothing(drawing: dict[str, int], found: Found) -> None:
    assert found(drawing) == NOTHING
    assert found(drawing, pains=(Pain(("vertex",), 0),)) == NOTHING


def test_a_sore_spot_without_a_drawing_cannot_tell(found: Found) -> None:
    assert found({}, {"LS2_L": Felt.SORE}) == NOTHING


def test_everything_painted_cannot_tell(knowledge: Knowledge, found: Found) -> None:
    finding = found(dict.fromkeys(sorted(knowledge.body.places), 5))
    assert (finding.candidates, finding.cannot_tell, finding.feel_next) == ((), True, ())


def test_marks_that_fit_nothing_cannot_tell(found: Found) -> None:
    scattered = {"forearm_rad_L": 3, "midback_R": 3, "teeth_lower_L": 3, "sternum": 3, "axilla_R": 3, "hand_mid_L": 3}
    finding = found(scattered)
    assert (finding.candidates, finding.cannot_tell, finding.feel_next) == ((), True, ())


def test_every_spot_felt_as_not_tender_leaves_no_candidate_that_can_be_pressed(
    patterns: Patterns, found: Found
) -> None:
    finding = found(DESK, dict.fromkeys(sorted(patterns.pressable), Felt.NOT_TENDER))
    assert [one for one in finding.candidates if one.may_be_pressed] == []
    assert (finding.feel_next, finding.next) == ((), None)


def test_every_spot_felt_as_familiar_still_shows_at_most_three(patterns: Patterns, found: Found) -> None:
    finding = found(DESK, dict.fromkeys(sorted(patterns.pressable), Felt.FAMILIAR))
    assert (len(finding.candidates) <= 3, finding.next) == (True, None)


def test_answers_that_contradict_each_other_are_weighed_and_not_refused(found: Found) -> None:
    finding = found(
        DESK,
        {"UT2_R": Felt.FAMILIAR},
        movements={"bend-away_R": Noticed.NO, "turn-to-side_L": Noticed.YES, "turn-to-side_R": Noticed.YES},
        also_hurts={"shoulder_top_R": Noticed.NO},
    )
    assert finding.candidates[0].point == "UT2"


def test_pains_and_drawing_become_the_same_marks(found: Found) -> None:
    pains = (Pain(("shoulder_top_R",), 6), Pain(("neck_postlat_R", "shoulder_top_R"), 5))
    assert Complaint(pains=pains).marks == DESK
    assert found({}, pains=pains) == found(DESK)


@pytest.mark.parametrize(
    ("told", "field", "message"),
    [
        (Complaint({"left_knee_R": 4}), "drawing.left_knee_R", "input-no-such-place"),
        (Complaint({"shoulder_top": 4}), "drawing.shoulder_top", "input-no-such-place"),
        (Complaint({"throat_R": 4}), "drawing.throat_R", "input-no-such-place"),
        (Complaint(pains=(NOWHERE,)), "pains.0.places.left_knee_R", "input-no-such-place"),
        (Complaint(also_hurts={"knee": Noticed.NO}), "also_hurts.knee", "input-no-such-place"),
        (Complaint(palpation={"UT9_R": Felt.SORE}), "palpation.UT9_R", "input-no-such-point"),
        (Complaint(palpation={"UT2": Felt.SORE}), "palpation.UT2", "input-no-such-point"),
        (Complaint(palpation={"SCMs_L": Felt.FAMILIAR}), "palpation.SCMs_L", "input-no-such-point"),
        (Complaint(palpation={"MAS_L": Felt.FAMILIAR}), "palpation.MAS_L", "input-no-such-point"),
        (Complaint(movements={"somersault": Noticed.YES}), "movements.somersault", "input-no-such-movement"),
        (Complaint(movements={"turn-to-side": Noticed.YES}), "movements.turn-to-side", "input-no-such-movement"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_does_not_exist_is_refused_with_its_place(told: Complaint, field: str, message: str, found: Found) -> None:
    with pytest.raises(InputError) as raised:
        found(told.drawing, told.palpation, told.pains, told.movements, told.also_hurts)
    assert (raised.value.field, raised.value.message) == (field, message)
