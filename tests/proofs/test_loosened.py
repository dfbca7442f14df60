"""The proof can fail: when one limit of the knowledge is too mild by a step, the referee finds a plan that is wrong.

The product believes the milder knowledge, the referee reads the files.
"""

from collections.abc import Callable, Iterator

import pytest
from tests.proofs.drafts import (
    HISTORIES,
    LENGTHS,
    MILDEST,
    ROWS,
    SITUATIONS,
    Case,
    World,
    envelope_of,
    judge,
    let_through,
    one_of_each_kind,
    steps,
    tried,
)
from tests.properties import referee

from unknot.planning import Draft, Step, enforce

Proved = Callable[[str], None]

CASES = [
    *(Case(rows=(row,)) for row in ROWS),
    *(Case(history=past) for past in HISTORIES.values()),
    *(Case(situation=one) for one in (*SITUATIONS, *LENGTHS)),
]


@pytest.fixture(scope="module")
def everything() -> list[Step]:
    return list(steps())


def first_fault(everything: list[Step], concerns: Callable[[Step], bool], world: World) -> str | None:
    """What the referee first finds: where nothing else forbids anything, in a whole session, or in any other case."""
    possible = let_through((step for step in everything if concerns(step)), MILDEST, world)
    found = _faults(possible, world)
    return next(found, None)


def _faults(possible: list[Step], world: World) -> Iterator[str]:
    yield from tried(possible, [MILDEST], world).faults
    kinds = one_of_each_kind(possible)
    for of_one_tool in ([step for step in kinds if step.tool == tool.id] for tool in world.book.tools):
        plan = enforce(Draft(tuple(of_one_tool)), envelope_of(MILDEST, world))
        yield from referee.faults(plan, judge(MILDEST))
    for case in CASES:
        yield from tried(kinds, [case], world).faults
