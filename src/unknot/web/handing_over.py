"""Routes for the hand-over: the file for a professional, and what they sign."""

from typing import Annotated

from litestar import MediaType, Response, get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Meta

from unknot import coach
from unknot.coach import GuidanceReceived, GuidanceView, GuidanceWithdrawn, HandOverMade, Offer
from unknot.handing import PAGE_NAME, hand_over_page, read_signed
from unknot.store import EventId
from unknot.units import Value
from unknot.web.casebook import Casebook
from unknot.whereabouts import wall_clock

SignedText = Annotated[str, Meta(description="the signed file, as it is")]


class HandOverToMake(Value, frozen=True):
    """The id under which a hand-over is made; what is signed names it."""

    id: EventId


class GuidanceToRead(Value, frozen=True):
    """A signed file to look at."""

    file: SignedText


class GuidanceToTakeUp(Value, frozen=True):
    """A signed file to follow; `compared` is the number of its key, once the person has compared it."""

    id: EventId
    file: SignedText
    compared: str = ""


class GuidanceToWithdraw(Value, frozen=True):
    """What is to be followed no longer."""

    id: EventId
    received: str


class GuidanceTaken(Value, frozen=True):
    """Everything that was ever taken up, the latest first."""

    guidance: tuple[GuidanceView, ...]


@post("/hand-overs", status_code=200)
async def make_hand_over(casebook: NamedDependency[Casebook], data: JSONBody[HandOverToMake]) -> Response[bytes]:
    """Make the page for a professional: one HTML file."""
    casebook.refresh()
    await casebook.keep(data.id, HandOverMade(), casebook.now())
    page = hand_over_page(casebook.person, data.id, casebook.now(), casebook.program, wall_clock)
    headers = {"content-disposition": f'attachment; filename="{PAGE_NAME}"'}
    return Response(page, media_type=MediaType.HTML, headers=headers)


@get("/guidance")
async def guidance(casebook: NamedDependency[Casebook]) -> GuidanceTaken:
    """What professionals have signed and this person has taken up."""
    return _taken(casebook)


@post("/guidance/read", status_code=200)
async def read_guidance(casebook: NamedDependency[Casebook], data: JSONBody[GuidanceToRead]) -> Offer:
    """Who signed a file, when, and what it makes stricter. Nothing is kept."""
    return coach.offer(casebook.refresh(), read_signed(data.file.encode()), casebook.now())


@post("/guidance", status_code=200)
async def take_up_guidance(casebook: NamedDependency[Casebook], data: JSONBody[GuidanceToTakeUp]) -> GuidanceTaken:
    """Follow what a professional signed; 409 when its key is new and its number was not compared."""
    signed, person, now = read_signed(data.file.encode()), casebook.refresh(), casebook.now()
    if not casebook.has(data.id):
        coach.refuse_uncompared(person, signed, data.compared, now)
    await casebook.keep(data.id, GuidanceReceived(signed), now)
    return _taken(casebook)


@post("/guidance/withdraw", status_code=200)
async def withdraw_guidance(casebook: NamedDependency[Casebook], data: JSONBody[GuidanceToWithdraw]) -> GuidanceTaken:
    """Stop following something; from then on our own limits hold."""
    person = casebook.refresh()
    if not casebook.has(data.id):
        coach.refuse_unwithdrawable(person, data.received)
    await casebook.keep(data.id, GuidanceWithdrawn(data.received), casebook.now())
    return _taken(casebook)


def _taken(casebook: Casebook) -> GuidanceTaken:
    return GuidanceTaken(coach.guidance_taken_up(casebook.refresh(), casebook.now()))


ROUTES = (make_hand_over, guidance, read_guidance, take_up_guidance, withdraw_guidance)
