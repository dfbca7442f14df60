"""No step violates the matrix, the zones or the ceilings: every draft of one step, in every circumstance that counts.

The limits see a step, and of the circumstances three things: the conditions, what was done before, and the situation.
Each is gone through in full against every step that comes out anywhere; that no two of them together let more through
than each alone is itself tried, on a sample by day and in full in the nightly profile.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, product
from typing import TypeVar

import pytest
from msgspec.structs import replace
from tests.proofs.drafts import (
    HISTORIES,
    LENGTHS,
    MILDEST,
    OWNED,
    ROWS,
    SITUATIONS,
    Case,
    Kind,
    Tried,
    envelope_of,
    kind_of,
    let_through,
    one_of_each_kind,
    plan_of,
    steps,
    tried,
    zones_under,
)
from tests.properties import referee

from unknot.planning import Plan, Step
from unknot.units import Side

T = TypeVar("T")
Proved = Callable[[str], None]
Outcome = tuple[int, int, int, int] | None
"""Seconds, repetitions, start and ceiling of what is left of a step; None where nothing is."""

NIGHTLY = bool(os.environ.get("UNKNOT_NIGHTLY"))
SAMPLE, IMPOSSIBLE = 8_000, 1_000
PAIRS = [Case(rows=pair) for pair in combinations(ROWS, 2)]
SINGLES = [MILDEST, *(Case(rows=(row,)) for row in ROWS)]
HISTORY = [Case(history=past, pressure_allowed=may) for past, may in product(HISTORIES.values(), (True, False))]
SITUATION = [Case(situation=one) for one in SITUATIONS]


@pytest.fixture(scope="module")
def everything() -> list[Step]:
    """Every place with every technique, tool and position."""
    return list(steps())


@pytest.fixture(scope="module")
def possible(everything: list[Step]) -> list[Step]:
    """The drafts of which anything is left where nothing forbids anything."""
    return let_through(everything)


@pytest.fixture(scope="module")
def kinds(possible: list[Step]) -> list[Step]:
    """One possible draft of each kind."""
    return one_of_each_kind(possible)


def told(what: str, result: Tried, cases: str) -> str:
    return f"{what}: {result.drafts} drafts in {cases}, {result.plans} plans, {len(result.faults)} faults"


def outcome(step: Step, case: Case) -> Outcome:
    return left_of(plan_of(step, envelope_of(case)))


def left_of(plan: Plan) -> Outcome:
    for step in plan.steps:
        return step.seconds, step.repetitions, step.start_0_10, step.ceiling_0_10
    return None


def strictest(*outcomes: Outcome) -> Outcome:
    """The least that any allows; nothing where any allows nothing."""
    some = [one for one in outcomes if one is not None]
    if len(some) < len(outcomes):
        return None
    seconds, repetitions, start, ceiling = (min(values) for values in zip(*some, strict=True))
    return seconds, repetitions, start, ceiling


def spread(items: Sequence[T], stride: int, count: int) -> Iterator[T]:
    """So many of the items, by a stride that is prime, so that several of them meet in ever new ways."""
    return (items[place * stride % len(items)] for place in range(count))


def test_wherever_it_is_pressed_no_step_leaves_the_zones_and_ceilings(
    everything: list[Step], possible: list[Step], proved: Proved
) -> None:
    result = replace(tried(possible, [MILDEST]), drafts=len(everything))
    assert result.faults == ()
    assert {zone for step in everything for zone in zones_under(step)} == set(referee.ZONES)
    assert {(step.point, step.side) for step in everything if step.point} == set(product(referee.POINTS, Side))
    ways = len({step.path for step in everything})
    proved(told("every place x technique x tool x position", result, f"{ways} ways over the skin"))


def test_no_step_does_what_a_condition_forbids(possible: list[Step], proved: Proved) -> None:
    result = tried(possible, SINGLES)
    assert result.faults == ()
    proved(told("every possible step x condition", result, f"{len(SINGLES)} conditions"))


def test_no_step_does_what_one_of_two_conditions_forbids(
    possible: list[Step], kinds: list[Step], proved: Proved
) -> None:
    """By day one step of each kind on one side; that a kind is one kind is tried below."""
    drafts = possible if NIGHTLY else [step for step in kinds if step.side is Side.RIGHT]
    result = tried(drafts, PAIRS)
    assert result.faults == ()
    proved(told("every kind of step x two conditions", result, f"{len(PAIRS)} pairs"))


def test_no_step_does_what_was_done_enough(possible: list[Step], proved: Proved) -> None:
    result = tried(possible, HISTORY)
    assert result.faults == ()
    proved(told("every possible step x history x pressure allowed or not", result, f"{len(HISTORY)} histories"))


def test_no_step_needs_a_hand_a_tool_or_a_place_that_is_not_there(kinds: list[Step], proved: Proved) -> None:
    result = tried(kinds, [*SITUATION, *(Case(situation=one) for one in LENGTHS)])
    assert result.faults == ()
    cases = f"{len(SITUATION)} situations and {len(LENGTHS)} lengths of a session"
    proved(told("every kind of step x hands x tools x place", result, cases))


def test_steps_of_a_kind_are_treated_alike(possible: list[Step]) -> None:
    """Why one step of each kind may stand for all: the same circumstances leave the same of each."""
    of_kind = [(kind_of(step), step) for step in possible]
    for case in (*SINGLES[::4], *PAIRS[::97], *HISTORY[::5], *SITUATION[::17]):
        envelope = envelope_of(case)
        left: dict[Kind, set[Outcome]] = {}
        for kind, step in of_kind:
            left.setdefault(kind, set()).add(left_of(plan_of(step, envelope)))
        assert {kind: doses for kind, doses in left.items() if len(doses) > 1} == {}


def test_conditions_history_and_situation_limit_a_step_each_by_itself(
    everything: list[Step], kinds: list[Step], proved: Proved
) -> None:
    """Why each may be gone through alone: together they leave exactly the least that any of them leaves."""
    drafts = [*spread(kinds, 7919, SAMPLE), *spread(everything, 104_729, IMPOSSIBLE)]
    conditions = spread([*SINGLES, *PAIRS[::17]], 101, len(drafts))
    histories = spread([*HISTORY[::2], *HISTORY], 103, len(drafts))
    situations = spread(SITUATION, 107, len(drafts))
    wrong, left = [], 0
    for step, one, two, three in zip(drafts, conditions, histories, situations, strict=True):
        least = strictest(*(outcome(step, case) for case in (one, two, three)))
        left += least is not None
        together = replace(two, rows=one.rows, situation=three.situation)
        if outcome(step, together) != least:
            wrong.append((step.id, together))
    assert wrong == []
    assert left > SAMPLE // 100
    proved(f"conditions, history and situation limit independently: {len(drafts)} drafts, {left} with a step left")


@pytest.mark.skipif(not NIGHTLY, reason="a quarter of an hour: python3 x.py test --nightly")
def test_no_step_violates_anything_in_any_circumstances(kinds: list[Step], proved: Proved) -> None:
    result = Tried()
    situations = [one for one in SITUATIONS if one.tools in (OWNED, ())]
    for single, history, situation in product(SINGLES, HISTORY, situations):
        result = result.and_also(tried(kinds, [replace(history, rows=single.rows, situation=situation)]))
    assert result.faults == ()
    cases = f"{len(SINGLES)} conditions x {len(HISTORY)} histories x {len(situations)} situations"
    proved(told("everything at once", result, cases))
