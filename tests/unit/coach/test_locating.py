"""What is found for a person, within what this person may be asked to press and to notice."""

import pytest

from unknot import coach
from unknot.coach.locating import askable_under
from unknot.locating import Ask, AskKind, Complaint, Noticed, Pain
from unknot.planning import Situation
from unknot.screening import Cleared, NeedsAnswers, Stopped, Tier, screen

SHOULDER = {"shoulder_top_R": 6, "neck_postlat_R": 4}
HEART = {"sternum": 6, "chest_upper_L": 5, "jaw_chin_L": 3, "arm_antlat_L": 4}
ACCIDENT = {
    "before_it_began": ("accident-or-blow",),
    "accident_danger": "none",
    "accident_low_risk": "accident-low-risk",
}


@pytest.fixture
def verdict(knowledge, answering, now):
    """The verdict on a healthy person's answers, with what differs."""
    return lambda **differs: screen(answering(**differs), knowledge.rules, now)


def test_a_healthy_person_may_be_asked_everything(verdict, knowledge):
    askable = askable_under(verdict(), knowledge)
    assert (askable.points, askable.movements) == (
        knowledge.patterns.pressable,
        frozenset(knowledge.patterns.movements),
    )


def test_an_injured_neck_is_asked_to_press_nothing_and_to_move_nothing(verdict, knowledge):
    """Clinical 2.2: never ask a recently injured person to test how the neck turns."""
    hurt = verdict(**ACCIDENT)
    assert not isinstance(hurt, Cleared) or not hurt.limits.pressure_allowed
    askable = askable_under(hurt, knowledge)
    assert (askable.points, askable.movements) == (frozenset(), frozenset())


@pytest.mark.parametrize(
    "verdict", [NeedsAnswers((), ""), Stopped(Tier.EMERGENCY_NOW, (), "")], ids=["open", "stopped"]
)
def test_without_a_clearance_nothing_is_pressed_or_moved(verdict, knowledge):
    askable = askable_under(verdict, knowledge)
    assert (askable.points, askable.movements) == (frozenset(), frozenset())


def test_a_neck_stiff_since_waking_is_not_asked_about_moving(verdict, knowledge):
    stiff = verdict(neck_movement="stiff-since-waking", wry_neck_easing="wry-neck-new")
    assert isinstance(stiff, Cleared)
    assert askable_under(stiff, knowledge).movements == frozenset()
    stiffish = verdict(neck_movement="moves-but-stiff")
    assert askable_under(stiffish, knowledge).movements == frozenset(knowledge.patterns.movements)


def test_who_may_not_be_pressed_is_not_asked_to_feel(diary, answering):
    diary.check_in(answering(health=("health-blood",), blood=("anticoagulant",)))
    finding = coach.find(diary.person, Complaint(SHOULDER), diary.now)
    assert (finding.candidates[0].point, finding.feel_next) == ("UT2", ())
    assert finding.next is None or finding.next.kind is not AskKind.PRESS


def test_a_hand_that_hurts_in_a_pain_is_a_sign_as_if_it_had_been_drawn(diary, healthy):
    diary.check_in(healthy)
    told = Complaint(SHOULDER, pains=(Pain(("hand_rad_R",), 4),))
    drawn = Complaint({**SHOULDER, "hand_rad_R": 4})
    plans = [coach.make_plan(diary.person, "check-in", one, Situation(10), (), diary.now).plan for one in (told, drawn)]
    assert plans[0] == plans[1]
    assert not plans[0].presses


def test_a_hand_that_turns_out_to_hurt_when_asked_is_a_sign_as_well(diary, healthy):
    diary.check_in(healthy)
    told = Complaint(SHOULDER, also_hurts={"hand_rad_R": Noticed.YES})
    assert coach.find(diary.person, told, diary.now).feel_next == ()


def test_what_looks_like_the_heart_is_planned_without_any_pressure(diary, healthy):
    diary.check_in(healthy)
    made = coach.make_plan(diary.person, "check-in", Complaint(HEART), Situation(15), (), diary.now)
    assert (made.finding.holds_back, made.plan.presses) == (True, False)
    assert made.plan.notes[:1] == ("look-first",)


def test_what_looks_like_a_joint_is_planned_with_a_word_of_doubt(diary, healthy):
    diary.check_in(healthy)
    joint = Complaint({"deltoid_lat_R": 6, "deltoid_ant_R": 4, "arm_antlat_R": 4})
    made = coach.make_plan(diary.person, "check-in", joint, Situation(15), (), diary.now)
    assert (made.finding.not_a_muscle, made.finding.holds_back) == (True, False)
    assert "perhaps-no-muscle" in made.plan.notes


def test_a_plan_keeps_every_answer_it_was_made_from(diary, healthy):
    diary.check_in(healthy)
    pains = (Pain(("shoulder_top_R",), 5),)
    told = Complaint(SHOULDER, {}, pains, {"bend-away_R": Noticed.YES}, {"behind_ear_R": Noticed.NO})
    made = coach.make_plan(diary.person, "check-in", told, Situation(10), (), diary.now)
    kept = Complaint(made.drawing, made.palpation, made.pains, made.movements, made.also_hurts)
    assert kept == told


def test_a_question_to_press_comes_with_its_ceiling(diary, healthy, knowledge):
    diary.check_in(healthy)
    asked = coach.find(diary.person, Complaint({"scap_medial_R": 5}), diary.now).next
    assert isinstance(asked, Ask)
    assert (asked.kind, asked.pressure_0_10) == (AskKind.PRESS, knowledge.locating.numbers.feel_pressure_0_10)
