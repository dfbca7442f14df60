"""The story tells what happened, all of it, and nothing else."""

from datetime import timedelta

from tests.course import BEGAN, Course
from tests.unit.coach.conftest import Diary

from unknot.coach import Knowledge, Person
from unknot.guiding import Ending
from unknot.progress import Turning
from unknot.screening import Answers, Tier
from unknot.sharing import Story, story_of
from unknot.sharing.story import Device, Measure, MeasureKind, StopEvent


def test_the_story_of_nobody_is_empty(knowledge: Knowledge) -> None:
    assert story_of(Person(knowledge), BEGAN) == Story(BEGAN, knowledge.version, (), (), (), (), ())


def test_every_check_in_plan_and_session_is_told_oldest_first(course: Course, story: Story) -> None:
    assert [len(told) for told in (story.check_ins, story.plans, story.sessions)] == [60, 60, 60]
    assert [one.check_in for one in story.plans] == [one.id for one in story.check_ins]
    assert [one.plan for one in story.sessions] == [one.id for one in story.plans]
    assert story.since == BEGAN


def test_a_check_in_that_stopped_is_told_with_its_rules_and_its_time(diary: Diary, healthy: Answers) -> None:
    diary.check_in({**healthy, "head-signs": ("thunderclap",)}, id="bad").wait(days=1).check_in(healthy, id="good")
    first, second = story_of(diary.person, diary.now).check_ins
    assert (first.verdict, first.tier, first.fired[0].signs) == ("stopped", Tier.EMERGENCY_NOW, ("thunderclap",))
    assert (first.id, first.at, second.at) == ("bad", diary.now - timedelta(days=1), diary.now)
    assert (second.verdict, second.tier, second.pressure_allowed) == ("cleared", Tier.CLEAR, True)


def test_a_check_in_with_open_questions_has_no_tier(diary: Diary) -> None:
    (only,) = story_of(diary.check_in({}).person, diary.now).check_ins
    assert (only.verdict, only.tier, only.pressure_allowed) == ("needs-answers", None, False)


def test_answers_of_another_version_are_told_and_assert_nothing(diary: Diary, healthy: Answers) -> None:
    diary.check_in(healthy)
    told = diary.person.check_ins[0].told
    old = {**told.counted, "question-of-old": ("a",), "head-signs": ("sign-of-old", "thunderclap")}
    diary.tell("old", type(told)(told.visit, old, old, (), told.verdict))
    first, second = story_of(diary.person, diary.now).check_ins
    assert second.counted == old
    assert second.signs == first.signs


def test_what_was_really_done_is_told_of_a_session_that_was_stopped(diary: Diary, healthy: Answers) -> None:
    diary.check_in(healthy).plan().move(0, "start", 0).move(1, "stop", 90_000).move(2, "felt", 91_000, "too-sore")
    (session,) = story_of(diary.person, diary.now).sessions
    assert session.stop == StopEvent("too-sore", Tier.CLEAR, ends_session=False)
    assert (session.ending, session.pressed_s) == (Ending.STOPPED, 22)
    assert [(dose.technique, dose.seconds, dose.presses) for dose in session.doses] == [
        ("settle", 60, False),
        ("kneading", 22, True),
    ]


def test_a_stop_that_nobody_explained_counts_as_serious(diary: Diary, healthy: Answers) -> None:
    diary.check_in(healthy).plan().move(0, "start", 0).move(1, "stop", 1_000)
    (session,) = story_of(diary.person, diary.now).sessions
    assert session.stop == StopEvent("unsaid", None, ends_session=True)


def test_each_measure_is_told_once_with_its_device_and_what_it_belongs_to(diary: Diary, healthy: Answers) -> None:
    diary.check_in(healthy)
    began = diary.now
    diary.plan().play().say(5, 2)
    assert story_of(diary.person, diary.now).measures == (
        Measure(MeasureKind.PAIN_NOW, began, 4, Device.SELF_REPORT, "check-in"),
        Measure(MeasureKind.PAIN_BEFORE, diary.now, 5, Device.SELF_REPORT, "plan"),
        Measure(MeasureKind.PAIN_AFTER, diary.now, 2, Device.SELF_REPORT, "plan"),
        Measure(MeasureKind.TURNING, diary.now, Turning.EASIER, Device.SELF_REPORT, "plan"),
    )
