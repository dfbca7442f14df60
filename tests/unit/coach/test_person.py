"""A person is the fold of what happened: it can be thrown away and rebuilt."""

from datetime import UTC, datetime, timedelta
from functools import reduce

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.calm import calm_answers

from unknot import coach
from unknot.coach import KINDS, CausesNamed, OutcomeTold, Person, SessionMoved, SettingsChanged, kind_of
from unknot.errors import InputError
from unknot.guiding import Ending, EventKind, Feeling, SessionEvent
from unknot.knowledge import load_knowledge
from unknot.locating import Complaint
from unknot.planning import Situation
from unknot.prevention import CauseAnswer
from unknot.progress import Helped, Turning

NOW = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
KNOWLEDGE = load_knowledge()
HEALTHY = calm_answers(KNOWLEDGE.rules)
PLANS = ("plan-0", "plan-1")

MOVES = st.builds(
    SessionMoved,
    plan=st.sampled_from((*PLANS, "unknown")),
    seq=st.integers(0, 5),
    event=st.builds(
        SessionEvent,
        st.sampled_from(EventKind),
        st.sampled_from([0, 1_000, 90_000, 200_000, 10**7]),
        st.one_of(st.none(), st.sampled_from(Feeling)),
    ),
)
OUTCOMES = st.builds(
    OutcomeTold,
    plan=st.sampled_from((*PLANS, "unknown")),
    pain_before=st.integers(0, 10),
    pain_after=st.integers(0, 10),
    turning=st.sampled_from(Turning),
    helped=st.sampled_from(Helped),
)
CAUSES = st.builds(
    CausesNamed, st.dictionaries(st.sampled_from(["C1", "C2", "C5"]), st.sampled_from(CauseAnswer), max_size=3)
)
SETTINGS = st.builds(
    SettingsChanged, st.one_of(st.none(), st.sampled_from(["GB", "NZ"])), st.one_of(st.none(), st.booleans())
)
WANTED = st.sampled_from(["check-in", "stopped check-in", "plan-0", "plan-1"])
STORIES = st.lists(st.tuples(st.integers(0, 300), st.one_of(WANTED, MOVES, OUTCOMES, CAUSES, SETTINGS)), max_size=25)


class Told(msgspec.Struct, frozen=True):
    """A happening as the log has it."""

    id: str
    at: datetime
    kind: str
    body: bytes


def after(person: Person, told: Told) -> Person:
    """The person after one more entry of the log."""
    return person.after(told.id, told.at, msgspec.json.decode(told.body, type=KINDS[told.kind]))


def live(knowledge, story):
    """The person to whom a story happens, and the log of it. What would be refused does not happen."""
    person, at, log = Person(knowledge), NOW, []
    for place, (minutes, wanted) in enumerate(story):
        at += timedelta(minutes=minutes)
        id, happening = f"happening-{place}", wanted
        match wanted:
            case "check-in":
                happening = coach.check_in(person, HEALTHY, at)
            case "stopped check-in":
                happening = coach.check_in(person, {"head-signs": ("thunderclap",)}, at)
            case str():
                id, check_in = wanted, person.check_in.id if person.check_in else ""
                try:
                    happening = coach.make_plan(
                        person, check_in, Complaint({"shoulder_top_R": 5}), Situation(8), (), at
                    )
                except InputError:
                    continue
        person = person.after(id, at, happening)
        log.append(Told(id, at, kind_of(happening), msgspec.json.encode(happening)))
    return person, log


@given(story=STORIES)
def test_a_person_rebuilt_from_the_log_is_the_person_who_lived_it(knowledge, story):
    lived, log = live(knowledge, story)
    assert reduce(after, log, Person(knowledge)) == lived


@given(story=STORIES, data=st.data())
def test_a_person_can_be_folded_on_from_any_moment(knowledge, story, data):
    lived, log = live(knowledge, story)
    cut = data.draw(st.integers(0, len(log)))
    assert reduce(after, log[cut:], reduce(after, log[:cut], Person(knowledge))) == lived


@pytest.fixture
def begun(diary, healthy):
    """Someone in the middle of a session."""
    return diary.check_in(healthy).plan().move(0, "start", 0)


def record_of(diary):
    return diary.person.sessions["plan"].record


def test_events_that_come_out_of_order_are_put_in_order(begun):
    begun.move(2, "resume", 50_000).move(3, "pause", 60_000).move(1, "pause", 30_000)
    assert record_of(begun).position_ms == 40_000


def test_of_two_players_events_for_one_place_the_first_counts(begun):
    begun.move(1, "pause", 30_000).move(1, "skip", 5_000)
    assert (record_of(begun).position_ms, record_of(begun).done[0].skipped) == (30_000, False)


def test_a_stop_of_a_second_player_counts_at_a_place_that_is_taken(begun):
    begun.move(1, "pause", 30_000).move(1, "stop", 5_000).move(2, "felt", 7_000, "dizzy").move(2, "resume", 40_000)
    assert (record_of(begun).ending, record_of(begun).feeling) == (Ending.STOPPED, Feeling.DIZZY)


def test_no_event_of_a_second_player_takes_a_stop_back(begun):
    begun.move(1, "stop", 5_000).move(1, "resume", 30_000).move(2, "start", 40_000).move(9, "skip", 90_000)
    assert record_of(begun).ending is Ending.STOPPED


def test_events_of_a_plan_that_is_not_known_change_nothing(begun):
    before = begun.person
    assert begun.move(0, "start", 0, plan="unknown").person == before


def test_an_outcome_without_a_session_changes_nothing(diary, healthy):
    before = diary.check_in(healthy).plan().person
    assert diary.say(5, 3).person == before


def test_a_session_that_was_not_started_is_no_past_session(diary, healthy):
    assert diary.check_in(healthy).plan().move(0, "pause", 5_000).person.past == ()


def test_a_past_session_says_what_was_done_how_it_ended_and_what_was_told(begun):
    begun.wait(minutes=4).move(1, "stop", 200_000).move(2, "felt", 201_000, "sharp").say(6, 5)
    (past,) = begun.person.past
    assert (past.plan_id, past.ended_at, past.finished) == ("plan", begun.now, False)
    assert (past.stopped_for, past.stop_sign) == ("sharp", "stopped-for-sharp-pain")
    assert (past.pain_before, past.pain_after, past.turning, past.helped) == (6, 5, Turning.EASIER, Helped.YES)
    assert (past.tools, past.pressed_s) == (("hands",), record_of(begun).pressed_s)


def test_a_stop_for_nothing_bad_is_no_stop_for_a_feeling(begun):
    begun.move(1, "stop", 30_000).move(2, "felt", 31_000, "nothing")
    assert [(past.stopped_for, past.stop_sign) for past in begun.person.past] == [(None, None)]


def test_a_setting_that_is_left_out_stays(diary):
    diary.tell("1", SettingsChanged(country="GB")).tell("2", SettingsChanged(voice=False))
    assert diary.person.settings == SettingsChanged("GB", voice=False)


def test_causes_named_later_join_those_named_before(diary):
    diary.tell("1", CausesNamed({"C1": CauseAnswer.OFTEN, "C2": CauseAnswer.NO}))
    diary.tell("2", CausesNamed({"C2": CauseAnswer.SOMETIMES}))
    assert diary.person.causes == {"C1": CauseAnswer.OFTEN, "C2": CauseAnswer.SOMETIMES}


def test_the_last_plan_is_the_one_made_last(diary, healthy):
    diary.check_in(healthy).plan("first").wait(minutes=5).plan("second", minutes=5)
    assert diary.person.last_plan == diary.person.plans["second"].value


def test_every_kind_of_happening_can_be_kept():
    assert {kind: type_.__name__ for kind, type_ in KINDS.items()} == {
        "checked-in": "CheckedIn",
        "plan-made": "PlanMade",
        "session-moved": "SessionMoved",
        "outcome-told": "OutcomeTold",
        "measured": "Measured",
        "activities-named": "ActivitiesNamed",
        "knot-edited": "KnotEdited",
        "causes-named": "CausesNamed",
        "settings-changed": "SettingsChanged",
        "hand-over-made": "HandOverMade",
        "guidance-received": "GuidanceReceived",
        "guidance-withdrawn": "GuidanceWithdrawn",
    }
