"""The proof can fail: when a cell or a ceiling is too mild by a step, a plan or a limit is found to be wrong.

The product believes the milder knowledge, the referee reads the files.
"""

import os
from collections.abc import Callable, Iterator

import pytest
from msgspec.structs import replace
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
from tests.proofs.loosened import Slip, milder_cells, slips, what_the_matrix_tells_wrongly
from tests.properties import referee

from unknot.planning import Draft, Step, enforce

Proved = Callable[[str], None]

NIGHTLY = bool(os.environ.get("UNKNOT_NIGHTLY"))
A_LITTLE_S, MANY = 30, 80

CASES = [
    *(Case(rows=(row,)) for row in ROWS),
    *(Case(history=past) for past in HISTORIES.values()),
    *(Case(situation=one) for one in (*SITUATIONS, *LENGTHS)),
]


HELD_TWICE = {
    "a hold more": "each technique has its own most repetitions",
    "a longer session": "the minutes that may be asked for end there as well",
    "a minute more": "the longest session ends there as well",
    "good pain is stronger": "every technique, tool and zone has its own ceiling",
    "holds are longer": "every technique, tool and zone has its own longest hold",
    "strokes step over the spine": "a stroke has both ends in zones that allow it, and none reaches over the spine",
}
"""The ceilings that another limit holds too: loosened alone, they let nothing through."""


def test_every_cell_of_the_matrix_that_is_a_grade_too_mild_is_told_wrongly(proved: Proved) -> None:
    cells = list(milder_cells())
    unseen = [
        (cell.row, cell.column, cell.areas, cell.grade)
        for cell in cells
        if not what_the_matrix_tells_wrongly(cell.world.rules, [cell.row])
    ]
    assert unseen == []
    proved(f"{len(cells)} cells of the matrix, each a grade too mild: each seen")


@pytest.mark.skipif(not NIGHTLY, reason="some minutes: python3 x.py test --nightly")
def test_a_ceiling_that_is_too_mild_lets_a_plan_through_that_the_referee_refuses(proved: Proved) -> None:
    kinds = one_of_each_kind(steps())
    unseen = [slip.what for slip in slips() if first_fault(kinds, slip) is None]
    assert unseen == list(HELD_TWICE)
    proved(f"{len(list(slips()))} ceilings loosened: each seen, but {len(unseen)} that another limit holds too")


def first_fault(kinds: list[Step], slip: Slip) -> str | None:
    """What the referee first finds: in one draft of each kind, in whole sessions, in any case."""
    return next(_faults(kinds, slip), None)


def _faults(kinds: list[Step], slip: Slip) -> Iterator[str]:
    world = slip.world
    possible = let_through(kinds, MILDEST, world)
    yield from tried(possible, [MILDEST], world).faults
    yield from _of_sessions(possible, world)
    for case in CASES:
        yield from tried(possible, [case], world).faults


def _of_sessions(possible: list[Step], world: World) -> Iterator[str]:
    """Everything that one tool can do at once, and as much of what is not pressed as goes into each length."""
    for of_one_tool in ([step for step in possible if step.tool == tool.id] for tool in world.book.tools):
        yield from _of_session(of_one_tool, MILDEST, world)
    unpressed = [replace(step, seconds=A_LITTLE_S, repetitions=1) for step in possible if not step.presses]
    for length in LENGTHS if unpressed else ():
        many = [replace(unpressed[at % len(unpressed)], id=f"{at}") for at in range(MANY)]
        yield from _of_session(many, Case(situation=length), world)


def _of_session(drafted: list[Step], case: Case, world: World) -> Iterator[str]:
    plan = enforce(Draft(tuple(drafted)), envelope_of(case, world))
    yield from referee.faults(plan, judge(case))
