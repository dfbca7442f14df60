"""Single values read off what a person told: at a check-in, before and after a session, and as a measure."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import chain

from unknot.coach import CheckIn, Person, drawings
from unknot.locating import Drawing
from unknot.progress import Everyday, Measure, PastSession, Reach, Soreness, Turning, trouble_score
from unknot.units import Instant, Value

PAIN_QUESTION = "pain-now"
"""The question of the check-in that is answered with a pain score."""


class ReadingKind(StrEnum):
    """What is read again and again. The first three are pains at a moment."""

    PAIN_NOW = "pain-now"
    PAIN_BEFORE = "pain-before"
    PAIN_AFTER = "pain-after"
    PAIN_WORST = "pain-worst"
    PAIN_AVERAGE = "pain-average"
    CHANGE = "change"
    ACTIVITY = "activity"
    REACH_LEFT = "reach-left"
    REACH_RIGHT = "reach-right"
    TURNED_LEFT = "turned-left"
    TURNED_RIGHT = "turned-right"
    TURNING = "turning"
    TROUBLE = "trouble"
    TROUBLE_SCORE = "trouble-score"
    SLEEP = "sleep"
    STRESS = "stress"
    SORENESS = "soreness"
    SORE = "sore"

    @property
    def is_pain_at_a_moment(self) -> bool:
        """True for the pains that a chart can show one after the other."""
        return self in (ReadingKind.PAIN_NOW, ReadingKind.PAIN_BEFORE, ReadingKind.PAIN_AFTER)


class Device(StrEnum):
    """What a reading was taken with."""

    SELF_REPORT = "self-report"
    CAMERA = "camera"


class ToldIn(StrEnum):
    """On what occasion something was told."""

    CHECK_IN = "check-in"
    PLAN = "plan"
    SESSION = "session"
    MEASURE = "measure"


class Standing(StrEnum):
    """Whether a value stands as it was told first, stands in place of an earlier one, or was replaced or taken back."""

    FIRST = "first"
    CORRECTED = "corrected"
    REPLACED = "replaced"


class Reading(Value, frozen=True):
    """One value: a number, in the unit of its kind, or a word.

    `of` is the check-in, plan or measure that it was told in; `about` the activity or the everyday question.
    """

    kind: ReadingKind
    at: Instant
    value: int | Turning | Reach | Soreness
    told_in: ToldIn
    of: str
    about: str = ""
    device: Device = Device.SELF_REPORT
    standing: Standing = Standing.FIRST


class Drawn(Value, frozen=True):
    """Where it hurt at a moment, and what that was told in."""

    at: Instant
    drawing: Drawing
    told_in: ToldIn
    of: str
    standing: Standing = Standing.FIRST


_ORDER = {kind: place for place, kind in enumerate(ReadingKind)}
"""Of what was told at one moment, what is told first."""


def readings_of(person: Person) -> tuple[Reading, ...]:
    """Every value that the person told for themselves, oldest first."""
    everyday = person.knowledge.progress.everyday
    told = chain(
        chain.from_iterable(_of_check_in(one.value) for one in person.check_ins.values()),
        chain.from_iterable(_of_session(one) for one in person.past),
        chain.from_iterable(_of_entry(id, versions, everyday) for id, versions in person.measures.items()),
    )
    return tuple(sorted(told, key=lambda one: (one.at, one.of, _ORDER[one.kind])))


def drawings_of(person: Person) -> tuple[Drawn, ...]:
    """Every drawing, oldest first: those that stand, and what was corrected or taken back of those of measures."""
    standing = (
        Drawn(one.at, one.drawing, ToldIn.PLAN, id)
        if id in person.planned
        else Drawn(one.at, one.drawing, ToldIn.MEASURE, id, _corrected(person, id))
        for id, one in drawings(person)
    )
    replaced = (
        Drawn(one.at, one.drawing, ToldIn.MEASURE, id, Standing.REPLACED)
        for id, versions in person.measures.items()
        for one in versions[:-1]
        if one.drawing
    )
    return tuple(sorted((*standing, *replaced), key=lambda one: (one.at, one.of)))


def _corrected(person: Person, measure: str) -> Standing:
    return Standing.CORRECTED if len(person.measures[measure]) > 1 else Standing.FIRST


def _of_check_in(one: CheckIn) -> Iterator[Reading]:
    pain = one.told.answers.get(PAIN_QUESTION)
    if isinstance(pain, int):
        yield Reading(ReadingKind.PAIN_NOW, one.at, pain, ToldIn.CHECK_IN, one.id)


def _of_session(one: PastSession) -> Iterator[Reading]:
    told = {
        ReadingKind.PAIN_BEFORE: one.pain_before,
        ReadingKind.PAIN_AFTER: one.pain_after,
        ReadingKind.TURNING: None if one.turning is Turning.NOT_TRIED else one.turning,
    }
    for kind, value in told.items():
        if value is not None:
            yield Reading(kind, one.ended_at, value, ToldIn.SESSION, one.plan_id)


def _of_entry(id: str, versions: tuple[Measure, ...], everyday: tuple[Everyday, ...]) -> Iterator[Reading]:
    for measure, standing in _standing(versions):
        for kind, about, value in _values_in(measure, everyday):
            is_seen = kind in (ReadingKind.TURNED_LEFT, ReadingKind.TURNED_RIGHT)
            device = Device.CAMERA if is_seen else Device.SELF_REPORT
            yield Reading(kind, measure.at, value, ToldIn.MEASURE, id, about, device, standing)


def _standing(versions: tuple[Measure, ...]) -> Iterable[tuple[Measure, Standing]]:
    *earlier, last = versions
    yield from ((one, Standing.REPLACED) for one in earlier)
    yield last, Standing.CORRECTED if earlier else Standing.FIRST


def _values_in(
    told: Measure, everyday: tuple[Everyday, ...]
) -> Iterator[tuple[ReadingKind, str, int | Reach | Soreness]]:
    alone = {
        ReadingKind.PAIN_NOW: told.pain_now,
        ReadingKind.PAIN_WORST: told.pain_worst,
        ReadingKind.PAIN_AVERAGE: told.pain_average,
        ReadingKind.CHANGE: told.change,
        ReadingKind.REACH_LEFT: told.reach_left,
        ReadingKind.REACH_RIGHT: told.reach_right,
        ReadingKind.TURNED_LEFT: told.turned_left_deg,
        ReadingKind.TURNED_RIGHT: told.turned_right_deg,
        ReadingKind.TROUBLE_SCORE: trouble_score(told, everyday),
        ReadingKind.SLEEP: told.sleep_0_10,
        ReadingKind.STRESS: told.stress_0_10,
        ReadingKind.SORENESS: told.soreness,
        ReadingKind.SORE: told.sore_0_10,
    }
    yield from ((kind, "", value) for kind, value in alone.items() if value is not None)
    yield from ((ReadingKind.ACTIVITY, id, score) for id, score in told.activities.items())
    yield from ((ReadingKind.TROUBLE, id, trouble) for id, trouble in told.trouble.items())
