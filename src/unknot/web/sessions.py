"""Routes from the pain to the session and back."""

from typing import Annotated

from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from msgspec import Meta

from unknot import coach
from unknot.anatomy import Region, TriggerPoint, Zone
from unknot.coach import OutcomeTold, SessionMoved
from unknot.guiding import CueSheet, SessionEvent, SessionRecord, StopRule
from unknot.knowledge.views import View, views
from unknot.locating import Complaint, Drawing, Finding, Noticing, Pain, Palpation, complaint_of
from unknot.planning import Ceilings, Change, Place, Plan, Position, Situation, Technique, Tool
from unknot.progress import Helped, Turning
from unknot.store import EventId
from unknot.units import Score0To10, Value
from unknot.web.casebook import Casebook

Seq = Annotated[int, Meta(ge=0, description="the place among the events of one player")]


class MuscleOfAtlas(Value, frozen=True):
    """A muscle, and whether it lies on the surface or deep."""

    id: str
    layer: str


class Atlas(Value, frozen=True):
    """The body for the screen: every view with its outlines, and what they are outlines of."""

    views: dict[str, View]
    regions: tuple[Region, ...]
    trigger_points: tuple[TriggerPoint, ...]
    zones: tuple[Zone, ...]
    muscles: tuple[MuscleOfAtlas, ...]


class Marks(Value, frozen=True):
    """A pain drawing or several pains, what was felt, and what is noticed."""

    drawing: Drawing = {}
    palpation: Palpation = {}
    pains: tuple[Pain, ...] = ()
    movements: Noticing = {}
    also_hurts: Noticing = {}

    @property
    def complaint(self) -> Complaint:
        """What the locator is told."""
        return complaint_of(self)


class Techniques(Value, frozen=True):
    """What a session can be made of, and the ceilings."""

    techniques: tuple[Technique, ...]
    tools: tuple[Tool, ...]
    places: tuple[Place, ...]
    positions: tuple[Position, ...]
    ceilings: Ceilings


class PlanToMake(Marks, frozen=True, kw_only=True):
    """Everything a plan is made from, under an id that the client made."""

    id: EventId
    check_in: str
    situation: Situation
    changes: tuple[Change, ...] = ()
    advised: str = ""


class PlanKept(Value, frozen=True):
    """The plan, the finding it treats, and whether it is the session that a professional wrote."""

    id: str
    plan: Plan
    finding: Finding
    advised: str


class Download(Value, frozen=True):
    """All that a player needs to go on without the server.

    A session may be begun, or gone on with, for `valid_min` minutes after its plan was made or it was last used.
    """

    sheet: CueSheet
    valid_min: int
    stops: tuple[StopRule, ...]


class NumberedEvent(Value, frozen=True):
    """An event of a player, under an id that the player made."""

    id: EventId
    seq: Seq
    event: SessionEvent


class EventsToKeep(Value, frozen=True):
    """Events of one session, in any order, each sent as often as needed."""

    events: tuple[NumberedEvent, ...]


class EventsKept(Value, frozen=True):
    """What the session amounts to now, and the advice after a stop."""

    record: SessionRecord
    advice: StopRule | None


class OutcomeToKeep(Value, frozen=True):
    """What a person says after a session."""

    id: EventId
    pain_before: Score0To10
    pain_after: Score0To10
    turning: Turning
    helped: Helped


class Nothing(Value, frozen=True):
    """An empty answer: it is done."""


@get("/atlas")
async def atlas(casebook: NamedDependency[Casebook]) -> Atlas:
    """The body map: views, regions, trigger points, zones."""
    body = casebook.knowledge.body
    muscles = tuple(MuscleOfAtlas(muscle.id, muscle.layer) for muscle in body.muscles)
    return Atlas(views(), body.regions, body.trigger_points, body.zones, muscles)


@post("/findings", status_code=200)
async def find(casebook: NamedDependency[Casebook], data: JSONBody[Marks]) -> Finding:
    """The likely source of a pain drawing, at most three candidates. Nothing is stored."""
    return coach.find(casebook.refresh(), data.complaint, casebook.now())


@get("/techniques")
async def techniques(casebook: NamedDependency[Casebook]) -> Techniques:
    """The techniques, tools, places and positions, with their doses and limits."""
    book = casebook.knowledge.techniques
    return Techniques(book.techniques, book.tools, book.places, book.positions, book.ceilings)


@post("/plans")
async def make_plan(casebook: NamedDependency[Casebook], data: JSONBody[PlanToMake]) -> PlanKept:
    """Make and keep a plan from the last check-in; 409 when that is not fresh or did not clear."""
    person, now = casebook.refresh(), casebook.now()
    made = coach.make_plan(person, data.check_in, data.complaint, data.situation, data.changes, now, data.advised)
    kept = await casebook.keep(data.id, made, now)
    return PlanKept(data.id, kept.plan, kept.finding, kept.advised)


@get("/plans/{plan_id:str}/cue-sheet")
async def cue_sheet(casebook: NamedDependency[Casebook], plan_id: FromPath[str]) -> CueSheet:
    """The timeline of a plan, to begin or to go on with; 409 when it is over or its check-in is stale."""
    return coach.cue_sheet(casebook.refresh(), plan_id, casebook.now())


@get("/plans/{plan_id:str}/download")
async def download(casebook: NamedDependency[Casebook], plan_id: FromPath[str]) -> Download:
    """The timeline of a plan, to be played with the server gone; 409 as for the cue sheet."""
    sheet = coach.cue_sheet(casebook.refresh(), plan_id, casebook.now())
    return Download(sheet, casebook.knowledge.rules.valid_min, casebook.knowledge.stops)


@post("/plans/{plan_id:str}/events", status_code=200)
async def keep_events(
    casebook: NamedDependency[Casebook], plan_id: FromPath[str], data: JSONBody[EventsToKeep]
) -> EventsKept:
    """Keep what happened in a player, each event once, and say what follows from it."""
    told = tuple((one.id, SessionMoved(plan_id, one.seq, one.event)) for one in data.events)
    person = casebook.refresh()
    for _, move in told:
        coach.refuse_stray(person, move)
    await casebook.keep_all(told, casebook.now())
    heard = coach.hear(casebook.person, plan_id)
    return EventsKept(heard.record, heard.advice)


@post("/plans/{plan_id:str}/outcome", status_code=200)
async def keep_outcome(
    casebook: NamedDependency[Casebook], plan_id: FromPath[str], data: JSONBody[OutcomeToKeep]
) -> Nothing:
    """Keep what a person says after a session."""
    outcome = OutcomeTold(plan_id, data.pain_before, data.pain_after, data.turning, data.helped)
    coach.refuse_stray(casebook.refresh(), outcome)
    await casebook.keep(data.id, outcome, casebook.now())
    return Nothing()


ROUTES = (atlas, find, techniques, make_plan, cue_sheet, download, keep_events, keep_outcome)
