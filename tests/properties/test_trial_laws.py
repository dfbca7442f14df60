"""Whatever is tried on purpose stays inside every limit, judged by the referee that does not ask the planner."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.properties import referee
from tests.properties.strategies import CALM, KNOWLEDGE, NOW, drawings, people_with_conditions, situations

from unknot import coach
from unknot.coach import CheckedIn, OutcomeTold, Person, PlanMade, SessionMoved
from unknot.errors import InputError
from unknot.guiding import EventKind, SessionEvent
from unknot.locating import Complaint, Drawing
from unknot.planning import Phase, Plan, Situation
from unknot.progress import ALONE, Helped, Turning, Way
from unknot.screening import Answers, Cleared, Visit, screen
from unknot.units import Side

FIRST = NOW - timedelta(days=20)
SHOULDER = {"shoulder_top_R": 5}


def seasoned() -> Person:
    """Someone whose first session lies three weeks back, so that ways may be tried."""
    person = Person(KNOWLEDGE).after("first", FIRST, coach.check_in(Person(KNOWLEDGE), CALM, FIRST))
    made = coach.make_plan(person, "first", Complaint(SHOULDER), Situation(10), (), FIRST)
    end_ms = made.plan.total_s * 1000
    moves = ((EventKind.START, 0), (EventKind.FINISH, end_ms))
    played = (SessionMoved("old", seq, SessionEvent(kind, at)) for seq, (kind, at) in enumerate(moves))
    told = (made, *played, OutcomeTold("old", 5, 4, Turning.EASIER, Helped.YES))
    ids = ("old", "start", "finish", "told")
    return person.after_all((id, FIRST, one) for id, one in zip(ids, told, strict=True))


SEASONED = seasoned()


def tried(answers: Answers, id: str, situation: Situation, drawing: Drawing) -> tuple[PlanMade, Person] | None:
    """The plan after a check-in with these answers; None for one who is not cleared or whom nothing fits."""
    verdict = screen(answers, KNOWLEDGE.rules, NOW, Visit.FIRST)
    if not isinstance(verdict, Cleared):
        return None
    person = SEASONED.after(id, NOW, CheckedIn(Visit.FIRST, answers, answers, (), verdict))
    try:
        return coach.make_plan(person, id, Complaint(drawing), situation, (), NOW), person
    except InputError:
        return None


def ways_in(plan: Plan) -> list[Way]:
    """Every way of pressing a spot that a plan takes or offers."""
    pressing = [step for step in plan.steps if step.phase is Phase.PRESS]
    taken = [Way(step.technique, step.tool) for step in pressing]
    return taken + [Way(swap.technique, swap.tool) for step in pressing for swap in step.swaps]


def ways_of_spots(plan: Plan) -> dict[tuple[str | None, Side | None], set[Way]]:
    """The ways in which each spot is pressed or may be; a shorter way can leave time for one spot more."""
    found: dict[tuple[str | None, Side | None], set[Way]] = {}
    for step in plan.steps:
        if step.phase is Phase.PRESS:
            ways = {Way(step.technique, step.tool), *(Way(swap.technique, swap.tool) for swap in step.swaps)}
            found.setdefault((step.point, step.side), set()).update(ways)
    return found


@given(people_with_conditions(), st.uuids().map(str), situations(), st.just(SHOULDER) | drawings())
@settings(max_examples=300)
def test_no_trial_does_what_must_not_be_done(answers: Answers, id: str, situation: Situation, drawing: Drawing) -> None:
    found = tried(answers, id, situation, drawing)
    if found is None:
        return
    made, person = found
    verdict = person.check_in.told.verdict if person.check_in else None
    assert isinstance(verdict, Cleared)
    allowed = verdict.limits.pressure_allowed
    of = referee.Circumstances(frozenset(referee.conditions_of(answers)), situation, person.past, allowed, NOW)
    assert referee.faults(made.plan, of) == []
    if made.trial is not None:
        plain = coach.make_plan(_without_trials(person), id, Complaint(drawing), situation, (), NOW).plan
        assert made.trial.way in {ALONE, *ways_in(plain)}
        usual = ways_of_spots(plain)
        assert {
            spot for spot, ways in ways_of_spots(made.plan).items() if spot in usual and not ways <= usual[spot]
        } == set()


def _without_trials(person: Person) -> Person:
    return replace(person, settings=replace(person.settings, tries=False))
