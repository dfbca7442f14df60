"""Routes of the visit: where a person stands, the questions, the verdict."""

import os
from typing import Annotated

from litestar import get, post
from litestar.datastructures import Headers
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Meta

from unknot import coach
from unknot.coach import AskingFor, NumbersToCall
from unknot.locating import Drawing
from unknot.planning import Situation
from unknot.screening import Answers, Question, Verdict, Visit
from unknot.screening.own_words import WrittenPlace, read_words
from unknot.store import EventId
from unknot.units import Instant, Value
from unknot.web.casebook import Casebook
from unknot.whereabouts import country_of

OwnText = Annotated[str, Meta(max_length=100_000, description="a person's own words; the first 10,000 are read")]


class OpenSession(Value, frozen=True):
    """A session that was begun and can be gone on with."""

    plan_id: str
    position_ms: int


class Home(Value, frozen=True):
    """Where a person stands when they open Unknot."""

    visit: Visit
    visits: int
    last_visit: Instant | None
    today: int
    kept: Answers
    history_signs: tuple[str, ...]
    drawing: Drawing | None
    situation: Situation | None
    asks_causes: bool
    open_session: OpenSession | None
    emergency: NumbersToCall
    clinician_reviewed: bool
    version: str


class Questions(Value, frozen=True):
    """The questions of the check-in, in the order in which they are asked."""

    questions: tuple[Question, ...]


class AnswersGiven(Value, frozen=True):
    """What has been answered in this visit so far, by question id, for whom, and what was written in the first box."""

    answers: Answers
    asking_for: AskingFor = AskingFor.ONESELF
    words: OwnText = ""


class CheckInToKeep(Value, frozen=True):
    """A check-in under an id that the client made."""

    id: EventId
    answers: Answers
    asking_for: AskingFor = AskingFor.ONESELF
    words: OwnText = ""


class WordsToRead(Value, frozen=True):
    """What a person wrote in the first box."""

    words: OwnText


class AskedFirst(Value, frozen=True):
    """A question that comes first because of what was written from `start` to `end`."""

    question: str
    start: int
    end: int


class WordsRead(Value, frozen=True):
    """What was read in a person's own words: questions to ask first, places to confirm, and how much was read."""

    first: tuple[AskedFirst, ...]
    places: tuple[WrittenPlace, ...]
    about_other: bool
    recognised: bool
    read: int
    length: int


class CheckInKept(Value, frozen=True):
    """The check-in's id and its verdict."""

    id: str
    verdict: Verdict


@get("/home")
async def home(casebook: NamedDependency[Casebook], headers: Headers) -> Home:
    """Where this person stands: first visit or return, what is kept, what is open."""
    person, now = casebook.refresh(), casebook.now()
    open_plan = coach.open_session(person)
    last_plan = person.last_plan
    return Home(
        visit=coach.visit_at(person, now),
        visits=person.visits,
        last_visit=person.check_in.at if person.check_in else None,
        today=coach.sessions_on_day(person, now),
        kept=person.kept_at(now),
        history_signs=coach.signs_of_history(person, now),
        drawing=last_plan.drawing if last_plan else None,
        situation=last_plan.situation if last_plan else None,
        asks_causes=bool(person.done) and not person.causes,
        open_session=OpenSession(open_plan, person.sessions[open_plan].record.position_ms) if open_plan else None,
        emergency=casebook.knowledge.calling.numbers_in(person.settings.country or _country(headers)),
        clinician_reviewed=False,
        version=casebook.knowledge.version,
    )


def _country(headers: Headers) -> str:
    return country_of(os.environ, headers.get("accept-language", ""))


@get("/questions")
async def questions(casebook: NamedDependency[Casebook]) -> Questions:
    """Every question of the check-in, with the signs that its options assert."""
    return Questions(casebook.knowledge.rules.questions)


@post("/screen", status_code=200)
async def screen(casebook: NamedDependency[Casebook], data: JSONBody[AnswersGiven]) -> Verdict:
    """The verdict on the answers so far, with those that are kept. Nothing is stored."""
    return coach.check_in(casebook.refresh(), data.answers, casebook.now(), data.asking_for, data.words).verdict


@post("/check-ins")
async def keep_check_in(casebook: NamedDependency[Casebook], data: JSONBody[CheckInToKeep]) -> CheckInKept:
    """Keep a check-in and give its verdict. The same id and answers again change nothing."""
    now = casebook.now()
    told = coach.check_in(casebook.person, data.answers, now, data.asking_for, data.words)
    checked_in = await casebook.keep(data.id, told, now)
    return CheckInKept(data.id, checked_in.verdict)


@post("/own-words", status_code=200)
async def read(casebook: NamedDependency[Casebook], data: JSONBody[WordsToRead]) -> WordsRead:
    """What a person's own words put first. Nothing is stored, and nothing is answered by it."""
    knowledge = casebook.knowledge
    said = read_words(data.words, knowledge.lexicon)
    first: dict[str, AskedFirst] = {}
    for hint in said.in_front:
        for id in knowledge.rules.questions_for(frozenset({hint.sign})):
            first.setdefault(id, AskedFirst(id, hint.start, hint.end))
    return WordsRead(tuple(first.values()), said.places, said.about_other, said.is_recognised, said.read, said.length)


ROUTES = (home, questions, screen, keep_check_in, read)
