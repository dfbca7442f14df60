"""The gist of a person gives the same person back, whatever happened to them and wherever it is cut."""

from functools import cache

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.course import course_of

from unknot import coach
from unknot.coach import Gist, Happening, Library, Person, PlanMade, Session, Shelved, Told, gist_of, person_of
from unknot.knowledge import load_knowledge

KNOWLEDGE = load_knowledge()


@cache
def lived() -> tuple[Told, ...]:
    """Some weeks in which everything that can be told is told: stops, corrections, joined knots, someone else."""
    return tuple(course_of(KNOWLEDGE, 42).told)


def laid_open(person: Person) -> dict[str, bytes]:
    """Everything that is to be known of a person, written out, so that even the time zone of a moment counts."""
    at = lived()[-1][1]
    shown = {
        "check-ins": [one.value for one in person.check_ins.values()],
        "plans": {id: one.value for id, one in person.plans.items()},
        "sessions": {id: (one.moves, one.last_at, one.outcome, one.record) for id, one in person.sessions.items()},
        "past": person.past,
        "measured": person.measured,
        "last plan": person.last_plan,
        "open": coach.open_session(person),
        "kept": person.kept_at(at),
        "history": coach.signs_of_history(person, at),
        "visit": coach.visit_at(person, at),
        "story": coach.story(person, at),
        "gist": gist_of(person),
    }
    return {name: msgspec.json.encode(value, order="deterministic") for name, value in shown.items()}


def library_of(told: tuple[Told, ...]) -> Library:
    """Finds check-ins and plans among what was told, each as it is kept in the log."""
    happened = {id: (at, happening) for id, at, happening in told}

    def look_up(id: str) -> Happening:
        happening = happened[id][1]
        return msgspec.json.decode(msgspec.json.encode(happening), type=type(happening))

    return Library(lambda id: coach.CheckIn(id, happened[id][0], look_up(id)), look_up)


def kept(person: Person) -> Gist:
    """The gist of a person, written down and read again."""
    return msgspec.json.decode(msgspec.json.encode(gist_of(person)), type=Gist)


lives = st.lists(st.integers(0, len(lived()) - 1), max_size=40, unique=True).map(
    lambda places: tuple(lived()[place] for place in places)
)
"""Any happenings in any order: outcomes without their session, moves before their plan, corrections of nothing."""


@given(lives, st.lists(st.integers(0, 40), max_size=3))
def test_going_on_from_a_gist_gives_the_person_that_everything_gives(told: tuple[Told, ...], cuts: list[int]) -> None:
    person, library, begin = Person(KNOWLEDGE), library_of(told), 0
    for cut in sorted(cuts):
        person = person_of(kept(person.after_all(told[begin:cut])), library, KNOWLEDGE)
        begin = max(begin, cut)
    assert laid_open(person.after_all(told[begin:])) == laid_open(Person(KNOWLEDGE).after_all(told))


@pytest.mark.parametrize("cut", [1, 30, 200, len(lived()) - 3, len(lived())])
def test_a_whole_course_goes_on_from_its_gist(cut: int) -> None:
    told = lived()
    person = person_of(kept(Person(KNOWLEDGE).after_all(told[:cut])), library_of(told), KNOWLEDGE)
    assert laid_open(person.after_all(told[cut:])) == laid_open(Person(KNOWLEDGE).after_all(told))


def test_what_the_first_page_asks_looks_up_one_check_in_and_one_plan() -> None:
    told, looked_up = lived(), []
    found = library_of(told)
    library = Library(
        lambda id: looked_up.append(id) or found.check_in(id), lambda id: looked_up.append(id) or found.plan(id)
    )
    person = person_of(kept(Person(KNOWLEDGE).after_all(told)), library, KNOWLEDGE)
    at = told[-1][1]
    coach.visit_at(person, at), coach.signs_of_history(person, at), coach.story(person, at)
    assert looked_up == [*person.check_ins][-1:]
    assert person.last_plan is not None
    assert len(looked_up) == 2


def test_a_session_that_goes_on_is_replayed_with_all_that_happened_in_it() -> None:
    told = lived()
    plan, session = next((id, one) for id, one in Person(KNOWLEDGE).after_all(told).sessions.items() if one.outcome)
    before = tuple(one for one in told if one[2] != session.outcome)
    person = person_of(kept(Person(KNOWLEDGE).after_all(before)), library_of(told), KNOWLEDGE)
    assert person.done[plan].pain_after is None
    after = person.after("the outcome", told[-1][1], session.outcome)
    assert after.done[plan].pain_after == session.outcome.pain_after
    assert after.done[plan] == session.past


def test_a_session_knows_what_it_came_to_without_its_plan() -> None:
    def no_plan() -> PlanMade:
        raise AssertionError("the plan was looked up")

    session = next(iter(Person(KNOWLEDGE).after_all(lived()).sessions.values()))
    known = Session(session.id, Shelved(no_plan), session.stops, session.moves, session.last_at, None, session.past)
    assert known.past == session.past


def test_what_is_shelved_is_looked_up_once() -> None:
    looked_up = []
    shelved = Shelved(lambda: looked_up.append("once") or "the value")
    assert (shelved.value, shelved.value, looked_up) == ("the value", "the value", ["once"])


@pytest.mark.parametrize("field", Gist.__struct_fields__)
def test_a_gist_that_lacks_something_is_refused(field: str) -> None:
    told = msgspec.to_builtins(gist_of(Person(KNOWLEDGE).after_all(lived())))
    del told[field]
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(told, Gist)


def test_a_gist_that_holds_something_unknown_is_refused() -> None:
    told = msgspec.to_builtins(gist_of(Person(KNOWLEDGE).after_all(lived()))) | {"mood": "good"}
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(told, Gist)
