"""The chronicle tells what happened, all of it, and nothing else."""

from datetime import timedelta

from tests.course import BEGAN, COMPLAINTS, WORDS, Course
from tests.unit.coach.conftest import Diary

from unknot.coach import Knowledge, Person
from unknot.guiding import Ending
from unknot.progress import Relation, Trend, Turning
from unknot.screening import Answers, Tier
from unknot.sharing import Chronicle, chronicle_of
from unknot.sharing.chronicle import StopEvent
from unknot.sharing.readings import Device, Drawn, Reading, ReadingKind, Standing, ToldIn


def test_the_chronicle_of_nobody_is_empty(knowledge: Knowledge) -> None:
    told = chronicle_of(Person(knowledge), BEGAN)
    assert (told.check_ins, told.plans, told.sessions, told.readings, told.drawings, told.knots) == ((),) * 6
    assert (told.judgement.trend, told.since, told.last_drawn) == (Trend.TOO_FEW_DATA, BEGAN, None)


def test_every_check_in_plan_and_session_is_told_oldest_first(course: Course, chronicle: Chronicle) -> None:
    assert [len(told) for told in (chronicle.check_ins, chronicle.plans, chronicle.sessions)] == [60, 60, 60]
    assert [one.check_in for one in chronicle.plans] == [one.id for one in chronicle.check_ins]
    assert [one.plan for one in chronicle.sessions] == [one.id for one in chronicle.plans]
    assert chronicle.since == BEGAN


def test_a_check_in_that_stopped_is_told_with_its_rules_and_its_time(diary: Diary, healthy: Answers) -> None:
    diary.check_in({**healthy, "head-signs": ("thunderclap",)}, id="bad").wait(days=1).check_in(healthy, id="good")
    first, second = chronicle_of(diary.person, diary.now).check_ins
    assert (first.verdict, first.tier, first.fired[0].signs) == ("stopped", Tier.EMERGENCY_NOW, ("thunderclap",))
    assert (first.id, first.at, second.at) == ("bad", diary.now - timedelta(days=1), diary.now)
    assert (second.verdict, second.tier, second.pressure_allowed) == ("cleared", Tier.CLEAR, True)


def test_a_check_in_with_open_questions_has_no_tier(diary: Diary) -> None:
    (only,) = chronicle_of(diary.check_in({}).person, diary.now).check_ins
    assert (only.verdict, only.tier, only.pressure_allowed) == ("needs-answers", None, False)


def test_answers_of_another_version_are_told_and_assert_nothing(diary: Diary, healthy: Answers) -> None:
    diary.check_in(healthy)
    told = next(iter(diary.person.check_ins.values())).value.told
    old = {**told.counted, "question-of-old": ("a",), "head-signs": ("sign-of-old", "thunderclap")}
    diary.tell("old", type(told)(told.visit, old, old, (), told.verdict))
    first, second = chronicle_of(diary.person, diary.now).check_ins
    assert second.counted == old
    assert second.signs == first.signs


def test_what_was_really_done_is_told_of_a_session_that_was_stopped(diary: Diary, healthy: Answers) -> None:
    diary.check_in(healthy).plan().move(0, "start", 0).move(1, "stop", 90_000).move(2, "felt", 91_000, "too-sore")
    (session,) = chronicle_of(diary.person, diary.now).sessions
    assert session.stop == StopEvent("too-sore", Tier.CLEAR, ends_session=False)
    assert (session.ending, session.pressed_s) == (Ending.STOPPED, 22)
    assert [(dose.technique, dose.seconds, dose.presses) for dose in session.doses] == [
        ("settle", 60, False),
        ("kneading", 22, True),
    ]


def test_a_stop_that_nobody_explained_counts_as_serious(diary: Diary, healthy: Answers) -> None:
    diary.check_in(healthy).plan().move(0, "start", 0).move(1, "stop", 1_000)
    (session,) = chronicle_of(diary.person, diary.now).sessions
    assert session.stop == StopEvent("unsaid", None, ends_session=True)


def test_each_reading_is_told_once_with_its_device_and_what_it_belongs_to(diary: Diary, healthy: Answers) -> None:
    diary.check_in(healthy)
    began = diary.now
    diary.plan().play().say(5, 2)
    ended = diary.now
    assert chronicle_of(diary.person, ended).readings == (
        Reading(ReadingKind.PAIN_NOW, began, 4, ToldIn.CHECK_IN, "check-in"),
        Reading(ReadingKind.PAIN_BEFORE, ended, 5, ToldIn.SESSION, "plan"),
        Reading(ReadingKind.PAIN_AFTER, ended, 2, ToldIn.SESSION, "plan"),
        Reading(ReadingKind.TURNING, ended, Turning.EASIER, ToldIn.SESSION, "plan"),
    )


def test_every_field_of_a_measure_becomes_a_reading_or_a_drawing(course: Course) -> None:
    """A field that is new in a measure has to be told in every document."""
    full = next(versions[-1] for versions in course.person.measures.values() if not versions[-1].is_empty)
    told = {name for name in full.__struct_fields__ if getattr(full, name) not in (None, {})}
    assert told == {*full.__struct_fields__} - {"turned_right_deg"}
    chronicle = chronicle_of(course.person, course.now)
    entry = chronicle.drawings[1].of
    kinds = {one.kind for one in chronicle.readings}
    assert kinds == {*ReadingKind} - {ReadingKind.TURNED_RIGHT}
    assert chronicle.drawings[1] == Drawn(full.at, full.drawing, ToldIn.MEASURE, entry)


def test_degrees_are_seen_by_a_camera_and_all_else_is_told(chronicle: Chronicle) -> None:
    seen = {one.kind for one in chronicle.readings if one.device is Device.CAMERA}
    assert seen == {ReadingKind.TURNED_LEFT}


def test_a_correction_stands_and_what_was_taken_back_does_not(chronicle: Chronicle) -> None:
    worst = [one for one in chronicle.readings if one.kind is ReadingKind.PAIN_WORST]
    replaced = [one for one in worst if one.standing is Standing.REPLACED]
    assert [(one.at - BEGAN).days for one in replaced] == [10, 15]
    corrected = [one for one in worst if one.standing is Standing.CORRECTED]
    assert [(one.value, one.of) for one in corrected] == [(8, replaced[0].of)]
    standing = [one for one in chronicle.standing if one.kind is ReadingKind.PAIN_WORST]
    assert len(standing) == len(worst) - 2


def test_what_was_said_for_someone_else_is_told_nowhere(course: Course, chronicle: Chronicle) -> None:
    (other,) = course.person.asked_for_others
    assert other not in {one.id for one in chronicle.check_ins}
    assert all("thunderclap" not in one.signs and "mother" not in one.words for one in chronicle.check_ins)


def test_own_words_are_told_with_the_check_in_that_they_began(chronicle: Chronicle) -> None:
    assert [one.words for one in chronicle.check_ins[:2]] == [WORDS, ""]


def test_a_kept_answer_was_given_when_it_was_told_last(chronicle: Chronicle) -> None:
    first, second, *_ = chronicle.check_ins
    assert (first.answered_at["age"], second.answered_at["age"]) == (first.at, first.at)
    assert (second.answered_at["pain-now"], "age" in second.answers) == (second.at, False)


def test_what_was_said_of_knots_is_told_and_followed(chronicle: Chronicle) -> None:
    joined, gone = chronicle.edits
    assert (joined.relation, gone.relation) == (Relation.JOINED, Relation.GONE)
    (knot,) = [one for one in chronicle.knots if one.id == joined.knot]
    assert joined.other in {spot.id for spot in knot.spots}


def test_several_pains_are_told_with_what_they_are_like(chronicle: Chronicle) -> None:
    assert [one.pains for one in chronicle.plans[:3]] == [(), (), COMPLAINTS[2].pains]
    assert chronicle.last_drawn is not None
    assert chronicle.last_drawn.drawing == {"scap_medial_R": 4, "shoulder_top_R": 2}


def test_a_way_that_is_tried_is_told_with_its_plan(chronicle: Chronicle) -> None:
    assert any(one.trial is not None for one in chronicle.plans)
    assert sum(one.tries for one in chronicle.learned.effects) > 0
