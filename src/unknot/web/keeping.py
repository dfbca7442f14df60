"""Routes for what stays: causes, settings, everything as a file, and its end."""

from typing import Annotated, Literal

from litestar import Request, get, post, put
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import JSONBody
from litestar.response import Stream
from msgspec import Meta

from unknot import coach
from unknot.coach import CausesNamed, Citation, SettingsChanged
from unknot.prevention import CauseAnswers, NamedCause
from unknot.store import Appended, EventId
from unknot.units import Value
from unknot.web.casebook import Casebook

Country = Annotated[str, Meta(pattern="^[A-Z]{2}$", description="ISO 3166, two letters")]


class Causes(Value, frozen=True):
    """What may keep a knot coming back, with what was answered."""

    causes: tuple[NamedCause, ...]


class CausesToKeep(Value, frozen=True):
    """Which causes a person names."""

    id: EventId
    answers: CauseAnswers


class Settings(Value, frozen=True):
    """What a person has set; a country that is None is found from the language."""

    country: str | None
    voice: bool
    tries: bool


class SettingsToKeep(Value, frozen=True):
    """What a person sets; what is left out stays."""

    id: EventId
    country: Country | None = None
    voice: bool | None = None
    tries: bool | None = None


class Erasure(Value, frozen=True):
    """The word that erases everything."""

    confirm: Literal["erase"]


class Erased(Value, frozen=True):
    """An empty answer: it is gone."""


class Citations(Value, frozen=True):
    """What the source ids stand for, in words."""

    citations: tuple[Citation, ...]


class CountryNumber(Value, frozen=True):
    """A country and its emergency number."""

    country: str
    number: str


class EmergencyNumbers(Value, frozen=True):
    """The emergency numbers that can be chosen."""

    numbers: tuple[CountryNumber, ...]


@get("/causes")
async def causes(casebook: NamedDependency[Casebook]) -> Causes:
    """The five causes and what was answered."""
    return _causes(casebook)


@post("/causes", status_code=200)
async def keep_causes(casebook: NamedDependency[Casebook], data: JSONBody[CausesToKeep]) -> Causes:
    """Keep which causes a person names."""
    coach.refuse_unknown_causes(casebook.person, data.answers)
    await casebook.keep(data.id, CausesNamed(data.answers), casebook.now())
    return _causes(casebook)


def _causes(casebook: Casebook) -> Causes:
    return Causes(coach.causes(casebook.person))


@get("/settings")
async def settings(casebook: NamedDependency[Casebook]) -> Settings:
    """What is set."""
    return _settings(casebook)


@put("/settings")
async def keep_settings(casebook: NamedDependency[Casebook], data: JSONBody[SettingsToKeep]) -> Settings:
    """Keep a setting."""
    await casebook.keep(data.id, SettingsChanged(data.country, data.voice, data.tries), casebook.now())
    return _settings(casebook)


def _settings(casebook: Casebook) -> Settings:
    told = casebook.person.settings
    return Settings(told.country, told.voice is not False, told.tries is not False)


@get("/emergency-numbers")
async def emergency_numbers(casebook: NamedDependency[Casebook]) -> EmergencyNumbers:
    """The emergency numbers by country."""
    numbers = (CountryNumber(one.country, one.number) for one in casebook.knowledge.emergency)
    return EmergencyNumbers(tuple(numbers))


@get("/sources")
async def sources(casebook: NamedDependency[Casebook]) -> Citations:
    """What each source id stands for."""
    return Citations(casebook.knowledge.citations)


@get("/export")
async def export(casebook: NamedDependency[Casebook]) -> Stream:
    """Everything that is kept, as one JSON file that `import` reads."""
    headers = {"content-disposition": 'attachment; filename="unknot-export.json"'}
    return Stream(casebook.export(), media_type="application/json", headers=headers)


@post("/import", status_code=200)
async def take_export(casebook: NamedDependency[Casebook], request: Request[object, object, State]) -> Appended:
    """Add everything that an export holds: all of it, or nothing."""
    return casebook.take_export(await request.body())


@post("/erase", status_code=200)
async def erase(casebook: NamedDependency[Casebook], data: JSONBody[Erasure]) -> Erased:  # noqa: ARG001  its type is the confirmation
    """Erase everything that is kept; there is no way back but an export."""
    casebook.erase()
    return Erased()


ROUTES = (causes, keep_causes, settings, keep_settings, emergency_numbers, sources, export, take_export, erase)
