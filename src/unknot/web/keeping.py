"""Routes for what stays: causes, settings, everything as a file, and its end."""

from typing import Literal

from litestar import Request, get, post, put
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from litestar.response import Stream

from unknot import coach
from unknot.coach import CausesNamed, Citation, CountryCode, NumbersToCall, SettingsChanged
from unknot.prevention import CauseAnswers, NamedCause
from unknot.records import Explained
from unknot.store import Appended, EventId
from unknot.units import Value
from unknot.web.casebook import Casebook


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
    country: CountryCode | None = None
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


class NumbersByCountry(Value, frozen=True):
    """The numbers to call of every country that has an entry; `ZZ` is for whoever does not know where they are."""

    numbers: tuple[NumbersToCall, ...]


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
    """Keep a setting; a country that does not exist is refused."""
    coach.refuse_unknown_country(casebook.knowledge.calling, data.country)
    await casebook.keep(data.id, SettingsChanged(data.country, data.voice, data.tries), casebook.now())
    return _settings(casebook)


def _settings(casebook: Casebook) -> Settings:
    told = casebook.person.settings
    return Settings(told.country, told.voice is not False, told.tries is not False)


@get("/emergency-numbers")
async def emergency_numbers(casebook: NamedDependency[Casebook]) -> NumbersByCountry:
    """The numbers to call by country: emergency, advice and crisis, each with how sure it is and of which day."""
    return NumbersByCountry(casebook.knowledge.calling.numbers)


@get("/sources")
async def sources(casebook: NamedDependency[Casebook]) -> Citations:
    """What each source id stands for."""
    return Citations(casebook.knowledge.citations)


@get("/decisions/{event:str}")
async def decision(casebook: NamedDependency[Casebook], event: FromPath[str]) -> Explained:
    """Why a decision was what it was: made again with the knowledge, and told in the words, of its day."""
    return casebook.explain(event)


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


ROUTES = (
    causes,
    keep_causes,
    settings,
    keep_settings,
    emergency_numbers,
    sources,
    decision,
    export,
    take_export,
    erase,
)
