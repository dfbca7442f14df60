"""What came of it, resource by resource: readings, drawings, knots, causes, the trend and what works."""

from collections.abc import Iterator, Mapping
from itertools import chain

from unknot.prevention import CauseAnswers
from unknot.progress import Effect, Judgement, Knot, Learned
from unknot.sharing.fhir.codes import concept, own, reading_codes, reading_quantity, score
from unknot.sharing.fhir.elements import CodeableConcept
from unknot.sharing.fhir.marking import CHECK_IN, DRAWING, SESSION, SUBJECT, SURVEY, how_and_where, mark
from unknot.sharing.fhir.naming import name_of, refer
from unknot.sharing.fhir.resources import Component, Observation
from unknot.sharing.readings import Drawn, Reading, ReadingKind, Standing, ToldIn
from unknot.units import Instant

_WORDS = {ReadingKind.REACH_LEFT: "reach", ReadingKind.REACH_RIGHT: "reach"}
"""Where the words of a reading have another name than its kind."""


def of_reading(one: Reading, activities: Mapping[str, str]) -> Observation:
    """A reading that stands, with what it was taken with and what it belongs to.

    activities: what the person calls each activity; one that is asked about no more is known by its id alone.
    """
    about = (own(f"now-everyday-{one.about}"),) if one.kind is ReadingKind.TROUBLE else ()
    named = activities.get(one.about, one.about) if one.kind is ReadingKind.ACTIVITY else None
    is_number = isinstance(one.value, int)
    return Observation(
        id=name_of(f"reading-{one.kind} {one.about}", one.of),
        status="corrected" if one.standing is Standing.CORRECTED else "final",
        category=(SURVEY,),
        code=CodeableConcept(coding=(*reading_codes(one.kind), *about), text=named),
        subject=SUBJECT,
        effective_date_time=one.at.isoformat(),
        part_of=(refer(SESSION, one.of),) if one.told_in is ToldIn.SESSION else (),
        value_quantity=reading_quantity(one.kind, one.value) if isinstance(one.value, int) else None,
        value_codeable_concept=None if is_number else concept(f"{_WORDS.get(one.kind, one.kind)}-{one.value}"),
        method=concept(f"device-{one.device}"),
        derived_from=(refer(CHECK_IN, one.of),) if one.told_in is ToldIn.CHECK_IN else (),
    )


def of_drawing(one: Drawn) -> Observation:
    """A drawing that stands: how strongly it hurts in each place."""
    return Observation(
        id=name_of(DRAWING, one.of),
        status="corrected" if one.standing is Standing.CORRECTED else "final",
        category=(SURVEY,),
        code=concept("pain-drawing"),
        subject=SUBJECT,
        effective_date_time=one.at.isoformat(),
        component=tuple(mark(place, strength) for place, strength in one.drawing.items()),
    )


def of_knot(one: Knot, told_at: Instant) -> Observation:
    """A knot as it is now: where, since when, in how many sessions, its trend, and whether it is gone."""
    told = (
        Component(code=concept("knot-since"), value_date_time=one.since.isoformat()),
        Component(code=concept("knot-sessions"), value_integer=len(one.sessions)),
        Component(code=concept("knot-relapses"), value_integer=one.relapses),
        Component(code=concept("knot-trend"), value_codeable_concept=concept(f"report-trend-{one.trend}")),
    )
    gone = one.gone_at
    left = () if gone is None else (Component(code=concept("knot-gone"), value_date_time=gone.isoformat()),)
    return Observation(
        id=name_of("knot", one.id),
        status="final",
        code=CodeableConcept(
            coding=(own("knot"), *how_and_where(muscle=one.muscle, point=one.point, side=one.side)),
        ),
        subject=SUBJECT,
        effective_date_time=told_at.isoformat(),
        component=(*told, *left),
    )


def of_causes(answers: CauseAnswers, told_at: Instant) -> Iterator[Observation]:
    """What was answered about the things that may keep a knot coming back, when anything was."""
    if answers:
        yield _computed(
            "causes",
            told_at,
            *(
                Component(code=concept(f"cause-name-{id}"), value_codeable_concept=concept(f"cause-answer-{answer}"))
                for id, answer in answers.items()
            ),
        )


def of_judgement(judgement: Judgement, told_at: Instant) -> Iterator[Observation]:
    """How the pain has moved in the present episode, with the range that is likely to hold it."""
    change = judgement.change
    moved = {"moved": change.moved, "moved-low": change.low, "moved-high": change.high}
    parts = (
        Component(code=concept(code), value_quantity=score(round(by, 1)))
        for code, by in moved.items()
        if by is not None
    )
    yield _computed("trend", told_at, *parts, value=concept(f"report-trend-{judgement.trend}"))


def of_learned(learned: Learned, told_at: Instant) -> Iterator[Observation]:
    """By how much more the pain is thought to fall by the next day because of each way, when any was tried."""
    if learned.effects:
        finding = concept(f"what-works-{learned.finding}")
        yield _computed(
            "what-works", told_at, *chain.from_iterable(_effect(one) for one in learned.effects), value=finding
        )


def _effect(one: Effect) -> Iterator[Component]:
    """By how much the pain is thought to fall because of a way, and the range that is likely to hold it."""
    way = how_and_where(technique=one.arm.way.technique, tool=one.arm.way.tool)
    for code, by in {"fall": one.fall, "fall-low": one.low, "fall-high": one.high}.items():
        yield Component(code=CodeableConcept(coding=(own(code), *way)), value_quantity=score(round(by, 1)))


def _computed(code: str, told_at: Instant, *component: Component, value: CodeableConcept | None = None) -> Observation:
    return Observation(
        id=name_of(code, told_at.isoformat()),
        status="final",
        code=concept(code),
        subject=SUBJECT,
        effective_date_time=told_at.isoformat(),
        value_codeable_concept=value,
        component=component,
    )
