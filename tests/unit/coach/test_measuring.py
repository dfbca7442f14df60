"""Measures told, told late, told wrongly and put right; and the story they make."""

from datetime import timedelta

import pytest

from unknot import coach
from unknot.coach import ActivitiesNamed, KnotEdited, Measured, SettingsChanged
from unknot.planning import Change, Phase
from unknot.progress import ALONE, Finding, KnotEdit, Measure, Relation, Trend


@pytest.fixture
def measure(diary):
    """Tells a measure now, or so many days ago, as a correction of another if one is named."""

    def measure(id, corrects="", days_ago=0.0, **told):
        return diary.tell(id, Measured(Measure(diary.now - timedelta(days=days_ago), **told), corrects))

    return measure


def test_many_entries_of_a_day_all_stand(diary, measure):
    measure("1", pain_now=4)
    measure("2", pain_now=6)
    assert [one.pain_now for one in diary.person.measured] == [4, 6]


def test_a_late_entry_takes_its_place_in_time(diary, measure):
    measure("1", pain_now=4)
    measure("2", days_ago=3, pain_now=7)
    assert [one.pain_now for one in diary.person.measured] == [7, 4]


def test_a_correction_replaces_the_value_and_keeps_the_old_one(diary, measure):
    measure("1", pain_now=4)
    measure("2", corrects="1", pain_now=5)
    measure("3", corrects="2", pain_now=6)
    (entry,) = coach.story(diary.person, diary.now).entries
    assert (entry.id, entry.measure.pain_now, [one.pain_now for one in entry.before]) == ("1", 6, [4, 5])
    assert [one.pain_now for one in diary.person.measured] == [6]


def test_an_entry_that_is_taken_back_does_not_count_and_is_not_lost(diary, measure):
    measure("1", pain_now=4)
    measure("2", corrects="1")
    (entry,) = coach.story(diary.person, diary.now).entries
    assert (diary.person.measured, [one.pain_now for one in entry.before]) == ((), [4])


def test_two_devices_that_correct_the_same_entry_lose_nothing(diary, measure):
    measure("1", pain_now=4)
    measure("2", corrects="1", pain_now=5)
    measure("3", corrects="1", pain_now=6)
    assert [one.pain_now for one in diary.person.measures["1"]] == [4, 5, 6]


@pytest.mark.parametrize(
    ("corrects", "told", "refusal"),
    [
        ("", {"pain_now": 3}, None),
        ("", {}, ("measure", "measure-empty")),
        ("1", {}, None),
        ("unknown", {"pain_now": 3}, ("corrects", "measure-corrects-nothing")),
        ("", {"activities": {"a1": 3}}, None),
        ("", {"activities": {"a2": 3}}, ("activities.a2", "measure-no-such-activity")),
    ],
)
def test_what_cannot_be_kept_is_refused(diary, measure, refused, corrects, told, refusal):
    measure("1", pain_now=4)
    diary.tell("names", ActivitiesNamed({"a1": "look round"}))
    entry = Measured(Measure(diary.now, **told), corrects)
    work = lambda: coach.refuse_measured(diary.person, entry, diary.now)  # noqa: E731
    if refusal is None:
        work()
    else:
        assert refused(work) == refusal


def test_an_activity_that_is_off_the_list_can_still_be_corrected(diary, measure):
    diary.tell("names", ActivitiesNamed({"a1": "look round"}))
    measure("1", activities={"a1": 3})
    diary.tell("others", ActivitiesNamed({"a2": "carry a bag"}))
    coach.refuse_measured(diary.person, Measured(Measure(diary.now, activities={"a1": 4}), "1"), diary.now)


@pytest.mark.parametrize(
    ("names", "refusal"),
    [
        ({"a": "x", "b": "y", "c": "z", "d": "w"}, ("names", "measure-too-many-activities")),
        ({"a": "  "}, ("names.a", "measure-activity-without-name")),
    ],
)
def test_more_activities_than_three_and_nameless_ones_are_refused(diary, refused, names, refusal):
    assert refused(lambda: coach.refuse_activities(diary.person, ActivitiesNamed(names))) == refusal


def test_without_anything_told_the_story_is_empty_and_says_so(diary):
    story = coach.story(diary.person, diary.now)
    assert (story.judgement.trend, story.knots, story.entries, story.stage) == (Trend.TOO_FEW_DATA, (), (), None)
    assert (story.learned.finding, story.tries, story.used_days) == (Finding.TOO_EARLY, True, 0)


def test_the_story_tells_of_sessions_drawings_and_days(diary, healthy):
    diary.check_in(healthy).plan().play().say(6, 3)
    story = coach.story(diary.person, diary.now)
    assert [one.plan_id for one in story.sessions] == ["plan"]
    assert [one.drawing for one in story.drawings] == [{"shoulder_top_R": 6, "neck_postlat_R": 4}]
    assert [one.pain for one in story.days] == [6.0]
    assert story.used_days == 1


def test_a_knot_that_is_not_there_is_not_edited(diary, refused):
    told = KnotEdited(KnotEdit(Relation.GONE, "UT2_R", diary.now))
    assert refused(lambda: coach.refuse_knot_edit(diary.person, told)) == ("knot", "knot-unknown")


@pytest.fixture
def seasoned(diary, healthy, returning):
    """Someone whose first week is over: a session fifteen days ago, and a fresh check-in now."""
    diary.check_in(healthy, "first").plan("old", check_in="first").play("old").say(5, 4, plan="old")
    return diary.wait(days=15).check_in(returning)


def test_in_the_first_week_nothing_is_tried(diary, healthy):
    assert diary.check_in(healthy).made().trial is None


def test_after_it_a_way_is_tried_and_the_plan_says_so(seasoned):
    made = seasoned.made()
    assert made.trial is not None
    pressed = [(step.technique, step.tool) for step in made.plan.steps if step.phase is Phase.PRESS]
    if made.trial.way == ALONE:
        assert (pressed, made.plan.notes[0]) == ([], "trying-too-early")
    else:
        assert (made.trial.way.technique, made.trial.way.tool) == pressed[0]
        assert "trying-a-way" in made.plan.notes


def test_the_same_check_in_tries_the_same(seasoned):
    assert seasoned.made() == seasoned.made()


def test_trying_can_be_turned_off(seasoned):
    assert seasoned.tell("off", SettingsChanged(tries=False)).made().trial is None


def test_what_a_person_wishes_is_not_overruled_by_a_trial(seasoned):
    plain = seasoned.tell("off", SettingsChanged(tries=False)).made(tools=("tennis-ball",))
    seasoned.tell("on", SettingsChanged(tries=True))
    step = next(step for step in plain.plan.steps if step.phase is Phase.PRESS)
    wish = Change(step.id, technique=step.swaps[-1].technique, tool=step.swaps[-1].tool)
    made = seasoned.made(tools=("tennis-ball",), changes=(wish,))
    done = next(one for one in made.plan.steps if one.id == step.id)
    assert (made.trial, done.technique, done.tool) == (None, wish.technique, wish.tool)


def test_on_the_day_of_a_flare_nothing_is_tried_and_nothing_pressed(seasoned, measure):
    for day in (6, 5, 4, 3, 2):
        measure(f"calm-{day}", days_ago=day, pain_now=3)
    measure("flare", pain_now=7)
    made = seasoned.made()
    assert (made.trial, made.plan.presses, made.plan.notes[0]) == (None, False, "flare")


def test_a_session_that_a_wrong_clock_put_into_the_future_hides_nothing(diary, healthy, measure):
    for day in (5, 4, 3, 2, 1):
        measure(f"day-{day}", days_ago=day, pain_now=5)
    diary.wait(days=400).check_in(healthy).plan().play().say(6, 3).wait(days=-400)
    story = coach.story(diary.person, diary.now)
    assert ([one.pain for one in story.days], len(story.sessions)) == ([5.0] * 5, 1)


def test_one_id_sent_twice_by_two_devices_folds_to_one_entry(diary, measure):
    measure("1", pain_now=4)
    measure("1", pain_now=4)
    assert [one.pain_now for one in diary.person.measured] == [4]
