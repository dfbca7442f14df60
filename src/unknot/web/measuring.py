"""Routes of progress: how it is now, what became of each knot, and what works."""

from typing import Annotated, Literal

from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Meta

from unknot import coach
from unknot.coach import ActivitiesNamed, KnotEdited, Measured, Story
from unknot.progress import Everyday, Knot, KnotEdit, Measure
from unknot.store import EventId
from unknot.units import OwnWords, Value
from unknot.web.casebook import Casebook

NewId = Annotated[str, Meta(pattern="^[0-9a-f-]{1,36}$", description="an id that the client made")]


class Asked(Value, frozen=True):
    """What "How is it now?" asks: the person's own activities, and our everyday check."""

    activities: dict[str, str]
    most_activities: int
    everyday: tuple[Everyday, ...]
    late_days: int
    asks_soreness: bool


class MeasureToKeep(Value, frozen=True):
    """An answer to "How is it now?"; `corrects` is the id of an earlier one that it replaces or takes back."""

    id: EventId
    measure: Measure
    corrects: str = ""


class ActivitiesToKeep(Value, frozen=True):
    """The activities that a person wants back, by ids that the client made."""

    id: EventId
    names: dict[NewId, OwnWords]


class KnotEditToKeep(Value, frozen=True):
    """What a person says of a knot."""

    id: EventId
    edit: KnotEdit


class Knots(Value, frozen=True):
    """The knots that were treated, the latest first."""

    knots: tuple[Knot, ...]


class Kept(Value, frozen=True):
    """What was kept, and under which id."""

    id: str
    kept: Literal[True] = True


@get("/knots")
async def knots(casebook: NamedDependency[Casebook]) -> Knots:
    """Each knot with its sessions and its trend."""
    return Knots(coach.knots(casebook.refresh()))


@post("/knots/edits", status_code=200)
async def keep_knot_edit(casebook: NamedDependency[Casebook], data: JSONBody[KnotEditToKeep]) -> Knots:
    """Keep that two knots are one, that one is another, or that it is gone; the sessions stay as they were."""
    edited = KnotEdited(data.edit)
    if not casebook.has(data.id):
        coach.refuse_knot_edit(casebook.refresh(), edited)
    await casebook.keep(data.id, edited, casebook.now())
    return Knots(coach.knots(casebook.person))


@get("/progress")
async def progress(casebook: NamedDependency[Casebook]) -> Story:
    """The whole story: trend and its certainty, days, sessions, knots, dose, and what works."""
    return coach.story(casebook.refresh(), casebook.now())


@get("/measures/asked")
async def asked(casebook: NamedDependency[Casebook]) -> Asked:
    """What can be told now."""
    person, book = casebook.refresh(), casebook.knowledge.progress
    return Asked(
        person.activities,
        book.measuring.most_activities,
        book.everyday,
        book.measuring.late_days,
        any(one.pressed_s for one in person.past),
    )


@post("/measures", status_code=200)
async def keep_measure(casebook: NamedDependency[Casebook], data: JSONBody[MeasureToKeep]) -> Kept:
    """Keep an entry, late or not, or a correction; what it corrects is kept as well."""
    told, now = Measured(data.measure, data.corrects), casebook.now()
    if not casebook.has(data.id):
        coach.refuse_measured(casebook.refresh(), told, now)
    await casebook.keep(data.id, told, now)
    return Kept(data.id)


@post("/activities", status_code=200)
async def keep_activities(casebook: NamedDependency[Casebook], data: JSONBody[ActivitiesToKeep]) -> Kept:
    """Keep which activities a person wants back, in their own words."""
    named = ActivitiesNamed({id: name.strip() for id, name in data.names.items()})
    coach.refuse_activities(casebook.refresh(), named)
    await casebook.keep(data.id, named, casebook.now())
    return Kept(data.id)


ROUTES = (knots, keep_knot_edit, progress, asked, keep_measure, keep_activities)
