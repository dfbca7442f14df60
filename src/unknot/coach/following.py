"""The next session follows the earlier ones: what they ask of it, and which way is tried on purpose."""

from datetime import timedelta

from msgspec.structs import replace

from unknot.coach.knowledge import Knowledge
from unknot.coach.person import Person
from unknot.planning import Change, Envelope, Phase, Plan, Step, Swap
from unknot.progress import (
    ALONE,
    Arm,
    Course,
    Easing,
    Learned,
    Measure,
    PastSession,
    Tried,
    Way,
    choose_arm,
    days_of,
    easing_of,
    episode_of,
    learn,
    trials_of,
)
from unknot.units import Instant, Value


class Trial(Value, frozen=True):
    """A way tried on purpose, as the wish and the restriction that make planning try it."""

    arm: Arm
    easing: Easing
    changes: tuple[Change, ...]


def course_at(
    past: tuple[PastSession, ...], measures: tuple[Measure, ...], knowledge: Knowledge, now: Instant
) -> Course:
    """The present episode, without days that a wrong clock put into the future. past, measures: oldest first."""
    longest, tomorrow = knowledge.progress.changing.longest_days, (now + timedelta(days=1)).date()
    known = tuple(one for one in days_of(measures, past) if one.day <= tomorrow)
    days = episode_of(known, knowledge.course.episode_gap_days, longest)
    return Course(days, measures, past, now)


def easing_in(course: Course, knowledge: Knowledge) -> Easing:
    """What the response so far asks of the next session."""
    book = knowledge.progress
    return easing_of(course, book.stages, book.response, book.changing)


def trials_in(course: Course, knowledge: Knowledge) -> tuple[Tried, ...]:
    """The trials of the present episode."""
    began = course.days[0].day if course.days else course.now.date()
    past = tuple(one for one in course.past if course.day_of(one) >= began)
    return trials_of(past, course.measures, course.days, knowledge.progress.knots, knowledge.progress.changing)


def what_works(course: Course, knowledge: Knowledge) -> Learned:
    """What is known of the ways that were used in the present episode."""
    tried = trials_in(course, knowledge)
    ways = {one.arm.way for one in tried}
    arms = tuple(Arm(way, _usual_minutes(way, tried)) for way in sorted(ways) if not way.is_leaving_alone)
    return learn((*arms, Arm(ALONE)), tried, knowledge.progress.trying)


def trial_for(person: Person, plan: Plan, envelope: Envelope, changes: tuple[Change, ...], seed: str) -> Trial | None:
    """The trial of the next session; None when trying is off, too early, or not for a day like this.

    plan: what would be done without a trial. What is tried is only ever one of its own ways, for its own time or less.
    """
    step = next((one for one in plan.steps if one.phase is Phase.PRESS), None)
    tries = person.settings.tries is not False and not envelope.is_first_week and envelope.easing == Easing()
    if step is None or not tries or any(change.step == step.id for change in changes):
        return None
    course = course_at(envelope.history, person.measured, person.knowledge, envelope.now)
    tried, book = trials_in(course, person.knowledge), person.knowledge.progress.trying
    arms = _arms(step, book.short_share)
    arm = choose_arm(arms, tried, seed, book)
    if arm.way == ALONE:
        finding = learn(arms, tried, book).finding
        return Trial(arm, replace(envelope.easing, gentle_only=f"trying-{finding}"), changes)
    usual = max(one.minutes for one in arms if one.way == arm.way)
    easing = replace(envelope.easing, dose_share=min(1.0, arm.minutes / usual), notes=("trying-a-way",))
    wish = Change(step.id, technique=arm.way.technique, tool=arm.way.tool)
    return Trial(arm, easing, (*changes, wish))


def _arms(step: Step, short_share: float) -> tuple[Arm, ...]:
    """Every way of a step, for its time and for less, and leaving the spot alone."""
    minutes = timedelta(seconds=step.seconds * step.repetitions) / timedelta(minutes=1)
    ways = (Swap(step.technique, step.tool), *step.swaps)
    times = (minutes, minutes * short_share)
    return (*(Arm(Way(one.technique, one.tool), time) for one in ways for time in times), Arm(ALONE))


def _usual_minutes(way: Way, tried: tuple[Tried, ...]) -> float:
    minutes = [one.arm.minutes for one in tried if one.arm.way == way]
    return sum(minutes) / len(minutes)
