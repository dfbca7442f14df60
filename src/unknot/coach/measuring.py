"""How it is, how it was, and what became of each knot: taking measures in, and the story they tell."""

from datetime import timedelta

from unknot.coach.following import course_at, easing_in, what_works
from unknot.coach.happenings import ActivitiesNamed, KnotEdited, Measured
from unknot.coach.knowledge import Knowledge
from unknot.coach.person import Person
from unknot.errors import InputError
from unknot.locating import Drawing
from unknot.progress import (
    Course,
    DayPain,
    Easing,
    Judgement,
    Knot,
    Learned,
    Measure,
    Stage,
    felt_in,
    judge,
    knots_of,
    refuse_edit,
    refuse_measure,
    stage_of,
    trouble_score,
)
from unknot.units import Instant, Seconds, Value


class Entry(Value, frozen=True):
    """A measure that stands, what it said before it was corrected, oldest first, and the score of our own check."""

    id: str
    measure: Measure
    before: tuple[Measure, ...]
    trouble_score: int | None


class SessionDay(Value, frozen=True):
    """A session on the calendar: when, how long was pressed, and whether it was done to the end."""

    at: Instant
    plan_id: str
    pressed_s: Seconds
    finished: bool


class Drawn(Value, frozen=True):
    """Where it hurt at a moment."""

    at: Instant
    drawing: Drawing


class Story(Value, frozen=True):
    """Everything that the screens of progress show.

    days: the pain of each day of every episode; `judgement` is on the present one. used_days: on how many of the last
    seven days something was done. stage: how often is enough now, when it has come so far.
    """

    judgement: Judgement
    days: tuple[DayPain, ...]
    entries: tuple[Entry, ...]
    sessions: tuple[SessionDay, ...]
    drawings: tuple[Drawn, ...]
    knots: tuple[Knot, ...]
    easing: Easing
    stage: Stage | None
    learned: Learned
    tries: bool
    used_days: int
    activities: dict[str, str]


def refuse_measured(person: Person, told: Measured, now: Instant) -> None:
    """Returns if an entry can be kept.

    Raises: InputError: it corrects nothing that is there, says nothing although it is new, or as
    `progress.refuse_measure`.
    """
    if told.corrects and told.corrects not in person.versions:
        raise InputError("corrects", "measure-corrects-nothing")
    if not told.corrects and told.measure.is_empty:
        raise InputError("measure", "measure-empty")
    book = person.knowledge.progress
    known = {id: "" for entry in person.measures.values() for one in entry for id in one.activities}
    refuse_measure(told.measure, known | person.activities, book.everyday, book.measuring, now)


def refuse_activities(person: Person, told: ActivitiesNamed) -> None:
    """Raises: InputError: there are more activities than are asked about, or one has no name."""
    most = person.knowledge.progress.measuring.most_activities
    if len(told.names) > most:
        raise InputError("names", "measure-too-many-activities", most=most)
    for id, name in told.names.items():
        if not name.strip():
            raise InputError(f"names.{id}", "measure-activity-without-name")


def refuse_knot_edit(person: Person, told: KnotEdited) -> None:
    """Raises: InputError: as `progress.refuse_edit`."""
    refuse_edit(told.edit, knots(person))


def knots(person: Person) -> tuple[Knot, ...]:
    """The person's knots, the latest first."""
    book = person.knowledge.progress
    felt = felt_in(person.measured, person.past)
    return knots_of(person.past, felt, person.edits, book.knots, book.changing, person.knowledge.course)


def story(person: Person, now: Instant) -> Story:
    """The story of a person up to now."""
    book, course = person.knowledge.progress, course_at(person.past, person.measured, person.knowledge, now)
    began = course.days[0].day if course.days else now.date()
    measures = tuple(one for one in course.measures if one.at.date() >= began)
    return Story(
        judgement=judge(course.days, measures, book.changing, book.measuring, now),
        days=course.days,
        entries=_entries(person),
        sessions=tuple(SessionDay(one.ended_at, one.plan_id, one.pressed_s, one.finished) for one in person.past),
        drawings=tuple(one for _, one in drawings(person)),
        knots=knots(person),
        easing=easing_in(course, person.knowledge),
        stage=stage_of(course, book.stages),
        learned=what_works(course, person.knowledge),
        tries=person.settings.tries is not False,
        used_days=_used_days(course, person.knowledge),
        activities=person.activities,
    )


def _entries(person: Person) -> tuple[Entry, ...]:
    everyday = person.knowledge.progress.everyday
    told = (
        Entry(id, versions[-1], versions[:-1], trouble_score(versions[-1], everyday))
        for id, versions in person.measures.items()
    )
    return tuple(sorted(told, key=lambda entry: entry.measure.at, reverse=True))


def drawings(person: Person) -> tuple[tuple[str, Drawn], ...]:
    """Every drawing that stands, under the plan or the entry it was told in, oldest first.

    One that says of every place in it that it does not hurt is a drawing as well; an empty one says nothing.
    """
    planned = ((id, Drawn(made.made_at, made.marks)) for id, made in person.planned.items())
    standing = ((id, versions[-1]) for id, versions in person.measures.items())
    measured = ((id, Drawn(one.at, one.drawing)) for id, one in standing)
    told = ((id, one) for id, one in (*planned, *measured) if one.drawing)
    return tuple(sorted(told, key=lambda named: (named[1].at, named[0])))


def _used_days(course: Course, knowledge: Knowledge) -> int:
    lately = timedelta(days=knowledge.course.within_days)
    return len({course.day_of(one) for one in course.past if timedelta(0) <= course.now - one.ended_at < lately})
