"""The gist of a person: enough to go on from without reading everything that ever happened.

It is made from a person and gives the same person back. It is never a source of truth: whoever keeps one throws it away
as soon as anything it was made from differs, and folds the events again.
"""

from collections.abc import Callable
from functools import partial

from unknot.coach.guidance import Received
from unknot.coach.happenings import OutcomeTold, PlanMade, SessionMoved, SettingsChanged
from unknot.coach.knowledge import Knowledge
from unknot.coach.person import CheckIn, KeptAnswer, Person, Planned
from unknot.coach.played import Session
from unknot.coach.shelved import Shelved
from unknot.prevention import CauseAnswers
from unknot.progress import KnotEdit, Measure, PastSession
from unknot.units import Instant, OwnWords, Value


class Played(Value, frozen=True):
    """A session without its plan: what happened in it, and what it came to."""

    moves: tuple[SessionMoved, ...]
    last_at: Instant | None
    outcome: OutcomeTold | None
    past: PastSession | None


class Gist(Value, frozen=True):
    """Everything of a person but the contents of check-ins and plans, which are found under their ids."""

    check_ins: tuple[str, ...]
    kept: dict[str, KeptAnswer]
    visits: int
    asked_for_others: frozenset[str]
    plans: dict[str, Planned]
    sessions: dict[str, Played]
    measures: dict[str, tuple[Measure, ...]]
    versions: dict[str, str]
    activities: dict[str, OwnWords]
    edits: tuple[KnotEdit, ...]
    causes: CauseAnswers
    settings: SettingsChanged
    hand_overs: frozenset[str]
    guidance: dict[str, Received]


class Library(Value, frozen=True):
    """Where check-ins and plans are found by their ids: the same under an id whenever it is asked for."""

    check_in: Callable[[str], CheckIn]
    plan: Callable[[str], PlanMade]


def gist_of(person: Person) -> Gist:
    """The gist of a person; every session that was not yet is replayed for it."""
    return Gist(
        check_ins=tuple(person.check_ins),
        kept=person.kept,
        visits=person.visits,
        asked_for_others=person.asked_for_others,
        plans=person.planned,
        sessions={id: Played(one.moves, one.last_at, one.outcome, one.past) for id, one in person.sessions.items()},
        measures=person.measures,
        versions=person.versions,
        activities=person.activities,
        edits=person.edits,
        causes=person.causes,
        settings=person.settings,
        hand_overs=person.hand_overs,
        guidance=person.guidance,
    )


def person_of(gist: Gist, library: Library, knowledge: Knowledge) -> Person:
    """The person whose gist it is. Check-ins and plans are fetched one by one, when they are needed."""
    check_ins = {id: Shelved(partial(library.check_in, id)) for id in gist.check_ins}
    plans = {id: Shelved(partial(library.plan, id)) for id in gist.plans}
    return Person(
        knowledge=knowledge,
        check_ins=check_ins,
        kept=gist.kept,
        visits=gist.visits,
        asked_for_others=gist.asked_for_others,
        plans=plans,
        planned=gist.plans,
        sessions={
            id: Session(id, plans[id], knowledge.stops, one.moves, one.last_at, one.outcome, one.past)
            for id, one in gist.sessions.items()
        },
        measures=gist.measures,
        versions=gist.versions,
        activities=gist.activities,
        edits=gist.edits,
        causes=gist.causes,
        settings=gist.settings,
        hand_overs=gist.hand_overs,
        guidance=gist.guidance,
    )
