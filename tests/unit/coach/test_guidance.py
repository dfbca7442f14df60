"""What a professional signed is followed, shown, replaced and withdrawn; it never loosens anything."""

from datetime import timedelta

import msgspec
import pytest
from msgspec.structs import replace
from tests.signing import HAND_OVER, Professional

from unknot import coach
from unknot.coach import (
    Case,
    Explanation,
    GuidanceReceived,
    GuidanceWithdrawn,
    HandOverMade,
    SignedGuidance,
    Stricter,
    explain,
)
from unknot.coach.explaining import Agreement
from unknot.locating import Complaint
from unknot.planning import Of, Phase, Situation, Tightening

ADA = Professional()
SHOULDER = {"shoulder_top_R": 6, "neck_postlat_R": 4}
GUN_LEFT_OUT = {"of": "tool", "id": "gun", "left_out": True, "pain_0_10": None, "hold_s": None}
GENTLE = {"tightening": {"pain_0_10": 2}}


def signed(document: bytes) -> SignedGuidance:
    """The file as a value; its signature is looked at elsewhere."""
    file = msgspec.json.decode(document)
    return SignedGuidance(file["payload"], file["public_key"], file["signature"])


@pytest.fixture
def handed(diary):
    """Someone who has handed a page over."""
    return diary.tell(HAND_OVER, HandOverMade())


@pytest.fixture
def receive(handed):
    """Takes up what someone signs now; nothing is refused."""

    def receive(id="received", by=ADA, **told):
        return handed.tell(id, GuidanceReceived(signed(by.sign(by.guidance(handed.now, **told)))))

    return receive


@pytest.fixture
def offered(handed):
    """What a file that someone signs now would offer."""

    def offered(by=ADA, number=9, at=None, **told):
        at = handed.now if at is None else at
        return coach.offer(handed.person, signed(by.sign(by.guidance(at, number, **told))), handed.now)

    return offered


def pressing(made):
    return [step for step in made.plan.steps if step.phase is Phase.PRESS]


def test_a_plan_follows_what_was_taken_up_and_says_so(receive, healthy):
    made = receive(**GENTLE).check_in(healthy).made()
    assert ([step.ceiling_0_10 for step in pressing(made)], made.plan.notes[0], made.guidance) == (
        [2],
        "advised",
        ("received",),
    )


def test_without_it_the_same_plan_is_ours(diary, healthy):
    made = diary.check_in(healthy).made()
    assert ([step.ceiling_0_10 for step in pressing(made)], made.guidance) == ([6], ())
    assert "advised" not in made.plan.notes


def test_the_verdict_does_not_change(receive, healthy, diary):
    before = coach.check_in(diary.person, healthy, diary.now)
    receive(tightening={"pain_0_10": 10, "sessions": 99, "minutes": 600})
    assert coach.check_in(diary.person, healthy, diary.now) == before


def test_a_stop_stays_a_stop_whatever_was_signed(receive, diary, refused):
    diary.check_in({"head-signs": ("thunderclap",)})
    receive(steps=[{"technique": "breathing", "seconds": 60}])
    assert refused(diary.made) == ("check_in", "plan-refused")


def test_what_is_withdrawn_is_followed_no_longer(receive, healthy):
    diary = receive(**GENTLE).tell("withdrawn", GuidanceWithdrawn("received")).check_in(healthy)
    assert [step.ceiling_0_10 for step in pressing(diary.made())] == [6]
    (view,) = coach.guidance_taken_up(diary.person, diary.now)
    assert (view.holds, view.withdrawn_at) == (False, diary.now)


@pytest.mark.parametrize(("hours", "holds"), [(0, True), (41, True), (42, False)])
def test_it_holds_to_the_end_of_its_last_day_wherever_that_is(receive, diary, hours, holds):
    receive(until="2026-11-21").wait(hours=hours)
    assert bool(coach.in_force(diary.person, diary.now)) == holds


def test_something_newer_of_the_same_key_takes_the_place_of_the_older(receive, diary, offered):
    receive(**GENTLE).wait(minutes=1)
    assert offered().replaces == "received"
    receive("second", number=2, tightening={"spots": 1})
    assert [one.id for one in coach.in_force(diary.person, diary.now)] == ["second"]
    assert coach.tightening_at(diary.person, diary.now).pain_0_10 is None


def test_when_the_newer_one_is_withdrawn_the_older_does_not_come_back(receive, diary):
    receive(**GENTLE).wait(minutes=1)
    receive("second", number=2).tell("withdrawn", GuidanceWithdrawn("second"))
    assert coach.in_force(diary.person, diary.now) == ()


def test_of_two_professionals_the_stricter_holds(receive, diary):
    receive(**GENTLE)
    receive("second", Professional(2, "Bo"), number=2, tightening={"pain_0_10": 4, "spots": 1})
    both = coach.tightening_at(diary.person, diary.now)
    assert (both.pain_0_10, both.spots) == (2, 1)


def test_what_becomes_stricter_is_listed_and_what_does_not_is_not(offered):
    tighter = [
        {"of": "tool", "id": "gun", "left_out": True, "pain_0_10": None, "hold_s": None},
        {"of": "zone", "id": "Z_SHELF", "left_out": False, "pain_0_10": 1, "hold_s": 500},
    ]
    found = offered(tightening={"pain_0_10": 3, "hold_s": 90, "minutes": 60, "tighter": tighter}).stricter
    assert found == (
        Stricter("left_out", Of.TOOL, "gun"),
        Stricter("pain_0_10", None, "", 6, 3),
        Stricter("pain_0_10", Of.ZONE, "Z_SHELF", 6, 1),
    )


def test_a_new_key_is_taken_only_with_its_number(handed, refused):
    file = signed(ADA.sign(ADA.guidance(handed.now)))

    def take(compared):
        coach.refuse_uncompared(handed.person, file, compared, handed.now)

    assert refused(lambda: take("")) == ("compared", "guidance-not-compared")
    assert refused(lambda: take(file.fingerprint.replace("3097", "3098"))) == ("compared", "guidance-not-compared")
    take(file.fingerprint)


def test_a_key_that_was_compared_is_not_asked_about_again(receive, diary, offered):
    assert not offered().is_known
    receive().wait(minutes=1)
    assert offered().is_known


def test_after_withdrawing_the_number_is_compared_anew(receive, offered, diary):
    receive().tell("withdrawn", GuidanceWithdrawn("received")).wait(minutes=1)
    assert not offered().is_known


@pytest.mark.parametrize("name", ["Dr. Ada Vogel", "dr.  ada vogel", "DR. ADA VOGEL"])
def test_another_key_under_the_same_name_is_refused(receive, offered, refused, name):
    receive()
    assert refused(lambda: offered(Professional(2, name))) == ("file", "guidance-other-key")
    assert not offered(Professional(2, "Dr. Bo Lund")).is_known


def test_what_was_written_for_another_page_is_refused(offered, refused):
    assert refused(lambda: offered(hand_over="01900000-0000-7000-8000-0000000000ab")) == (
        "file",
        "guidance-for-another",
    )


def test_an_older_file_is_refused_and_one_just_as_old_is_not(receive, offered, diary, refused):
    receive()
    at = diary.now
    assert refused(lambda: offered(at=at - timedelta(seconds=1))) == ("file", "guidance-older")
    assert offered(at=at).replaces == "received"


def test_what_a_newer_file_no_longer_makes_as_strict_is_said_before_it_is_followed(receive, offered):
    receive(tightening={"pain_0_10": 2, "spots": 1, "minutes": 8, "tighter": [GUN_LEFT_OUT]})
    newer = offered(number=2, tightening={"pain_0_10": 4, "spots": 1, "minutes": 6})
    assert [(one.limit, one.id, one.theirs) for one in newer.eases] == [
        ("left_out", "gun", None),
        ("pain_0_10", "", 2),
    ]
    assert offered(number=2, tightening={"no_pressure": True}).eases == ()


def test_an_older_file_is_refused_even_after_the_newer_one_was_withdrawn(receive, offered, diary, refused):
    receive().tell("withdrawn", GuidanceWithdrawn("received"))
    assert refused(lambda: offered(at=diary.now - timedelta(days=1))) == ("file", "guidance-older")


def test_the_same_file_again_is_refused_and_after_withdrawing_it_is_not(receive, offered, diary, refused):
    receive(number=9)
    assert refused(offered) == ("file", "guidance-known")
    diary.tell("withdrawn", GuidanceWithdrawn("received"))
    assert offered().replaces == ""


@pytest.mark.parametrize(("hours", "is_refused"), [(24, False), (25, True)])
def test_a_file_from_a_day_that_has_not_come_is_refused(offered, diary, refused, hours, is_refused):
    at = diary.now + timedelta(hours=hours)
    if is_refused:
        assert refused(lambda: offered(at=at)) == ("file", "guidance-from-the-future")
    else:
        assert offered(at=at).replaces == ""


@pytest.mark.parametrize(("hours", "is_refused"), [(0, True), (-6, True), (-7, False)])
def test_a_file_is_refused_from_the_moment_when_it_no_longer_holds(offered, diary, refused, hours, is_refused):
    diary.wait(hours=hours)  # from six in the evening; wherever on earth, the day before ends at noon
    if is_refused:
        assert refused(lambda: offered(until="2026-11-19")) == ("file", "guidance-lapsed")
    else:
        assert offered(until="2026-11-19").guidance.until.isoformat() == "2026-11-19"


def test_what_was_over_when_it_came_never_takes_the_place_of_what_holds(receive, diary):
    receive(**GENTLE).wait(minutes=1)
    receive("second", number=2, until="2026-11-19")  # as an import brings it, or a version that let it through
    assert [one.id for one in coach.in_force(diary.person, diary.now)] == ["received"]
    assert coach.tightening_at(diary.person, diary.now).pain_0_10 == 2


UNKNOWN = (
    {"tightening": {"tighter": [{"of": "tool", "id": "drill", "left_out": True, "pain_0_10": None, "hold_s": None}]}},
    {"steps": [{"technique": "crack", "seconds": 1}]},
    {"steps": [{"technique": "breathing", "tool": "drill", "seconds": 1}]},
    {"steps": [{"technique": "sustained-pressure", "point": "C7", "side": "left", "seconds": 1}]},
)


@pytest.mark.parametrize("told", UNKNOWN)
def test_a_name_that_is_not_known_is_not_passed_over(offered, refused, told):
    assert refused(lambda: offered(**told)) == ("file", "guidance-unknown-name")


def test_only_what_is_followed_can_be_withdrawn(receive, diary, refused):
    receive().tell("withdrawn", GuidanceWithdrawn("received"))
    refusal = ("received", "guidance-not-followed")
    assert refused(lambda: coach.refuse_unwithdrawable(diary.person, "received")) == refusal
    assert refused(lambda: coach.refuse_unwithdrawable(diary.person, "nothing")) == refusal


STEPS = [
    {"technique": "slow-movement", "seconds": 60},
    {"technique": "sustained-pressure", "point": "UT2", "side": "right", "seconds": 600, "repetitions": 2},
]


@pytest.fixture
def advised(diary):
    """The plan that a professional wrote."""

    def advised(received="received"):
        situation = Situation(10)
        return coach.make_plan(diary.person, "check-in", Complaint(SHOULDER), situation, (), diary.now, received)

    return advised


def test_a_written_session_is_done_in_its_order_within_our_limits(receive, healthy, diary, advised):
    receive(steps=STEPS).check_in(healthy)
    made = advised()
    assert [(step.technique, step.seconds) for step in made.plan.steps[1:-1]] == [
        ("slow-movement", 60),
        ("sustained-pressure", 30),  # half the usual hold: it is the first week
    ]
    assert (made.advised, made.plan.notes, made.trial) == ("received", ("advised-cut",), None)


def test_a_session_that_is_not_followed_any_more_is_not_done(receive, healthy, diary, advised, refused):
    receive(steps=STEPS).tell("withdrawn", GuidanceWithdrawn("received")).check_in(healthy)
    assert refused(advised) == ("advised", "guidance-not-followed")
    assert refused(lambda: advised("nothing")) == ("advised", "guidance-not-followed")


def test_a_plan_of_before_is_not_played_against_what_was_advised_since(receive, healthy, diary, refused):
    diary.check_in(healthy).plan()
    coach.cue_sheet(diary.person, "plan", diary.now)
    receive(**GENTLE)
    assert refused(lambda: coach.cue_sheet(diary.person, "plan", diary.now)) == ("plan", "plan-before-guidance")
    assert coach.cue_sheet(diary.plan("second").person, "second", diary.now).plan.presses


def test_a_plan_is_explained_with_what_was_followed_then(receive, healthy, diary, advised):
    receive(**GENTLE, steps=STEPS).check_in(healthy)
    before, at = diary.person, diary.now
    for made in (diary.made(), advised()):
        body = msgspec.Raw(msgspec.json.encode(made))
        recorded = Explanation(
            event="plan", at=at, kind="plan-made", knowledge="", told=body, agreement=Agreement.UNREADABLE
        )
        assert explain(recorded, before).agreement is Agreement.SAME


def test_what_happened_is_no_decision_to_explain(handed):
    told, unread = msgspec.Raw(b"{}"), Agreement.UNREADABLE
    recorded = Explanation(event="one", at=handed.now, kind="hand-over-made", knowledge="", told=told, agreement=unread)
    assert explain(recorded, handed.person) == replace(recorded, agreement=Agreement.NO_DECISION)


def test_what_this_version_does_not_know_of_older_advice_is_passed_over_and_the_rest_holds(receive, diary, healthy):
    unknown = {"of": "tool", "id": "drill", "left_out": False, "pain_0_10": 1, "hold_s": 1}
    receive(tightening={"pain_0_10": 2, "tighter": [unknown]}, steps=[{"technique": "crack", "seconds": 9}])
    (view,) = coach.guidance_taken_up(diary.person, diary.now)
    assert view.stricter == (Stricter("pain_0_10", None, "", 6, 2),)
    assert [step.ceiling_0_10 for step in pressing(diary.check_in(healthy).made())] == [2]


def test_a_case_in_a_file_may_bring_a_tightening(knowledge, healthy, diary):
    case = Case(answers=healthy, drawing=SHOULDER)
    usual, tightened = (
        coach.advise(one, knowledge, diary.now).plan for one in (case, replace(case, tightening=Tightening(spots=0)))
    )
    assert (usual.presses, tightened.presses, tightened.notes[0]) == (True, False, "advised-no-pressure")
