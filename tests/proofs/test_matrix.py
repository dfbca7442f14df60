"""The contraindication matrix is told whole, and what it allows is given.

A limit that refused everything would violate nothing: each cell that allows something has to be seen at work in a plan.
"""

from collections.abc import Callable, Iterator
from functools import cache

import pytest
from tests.proofs.drafts import BODY, MILDEST, ROWS, RULES, Case, envelope_of, zones_under
from tests.proofs.loosened import AREAS, COLUMNS, cell_of, what_the_matrix_tells_wrongly
from tests.properties import referee

from unknot.locating import Candidate, Certainty, Finding
from unknot.planning import Change, Plan, Step, plan_session
from unknot.units import Side

Proved = Callable[[str], None]
Cell = tuple[str, str]
"""A column of the matrix and an area."""

NEVER_USED: dict[str, tuple[str, ...]] = {
    "foam-roller": AREAS,  # there is no such tool
    "tens": AREAS,  # there is no such tool
    "ball-wall": ("neck", "shelf"),  # no ball near the neck, and nobody can lean the top of the shoulder on a wall
    "percussion-gun": ("neck",),  # shoulders only
    "nodes-vibration": ("neck",),  # shoulders only
}
"""The columns that no technique serves, or not in these areas: nobody is offered them, whatever they have."""


def allowed_and_not_used(row: str) -> set[Cell]:
    """What a row allows and no plan uses, for a reason: a stretch is gentle or not at all, and kneading runs along
    the top of the shoulder, so that it is not for someone who may not be touched there."""
    stretches = {("stretch", area) for area in AREAS if cell_of(row, "stretch", area) == "LIM"}
    shelf, back = (cell_of(row, "light-hand", area) for area in ("shelf", "back"))
    kneading = {("light-hand", "back")} if back == "LIM" and shelf == "NO" else set()
    return stretches | kneading


def finding_of(point: str) -> Finding:
    known = BODY.point_by_id[point]
    one = Candidate(point, known.muscle, Side.RIGHT, Certainty.COULD_ALSO_BE, (), known.may_be_pressed, known.source)
    return Finding((one,), (), cannot_tell=False, feel_next=())


def cells_of(step: Step) -> set[Cell]:
    """The cells that speak about a step, as the referee reads the files."""
    column = referee.TOOLS[step.tool].get("modality", referee.TECHNIQUES[step.technique].get("modality"))
    areas = {referee.ZONES[zone]["area"] for zone in zones_under(step)} if step.path else set(AREAS)
    return {(column, area) for area in areas} if column else set()


def plans_for(case: Case) -> Iterator[Plan]:
    """A plan for each trigger point, and one for each other way of treating it that is offered."""
    envelope = envelope_of(case)
    for point in BODY.trigger_points:
        plan = plan_session(finding_of(point.id), (Side.RIGHT,), envelope)
        yield plan
        for step in plan.steps:
            for swap in step.swaps:
                wish = Change(step.id, technique=swap.technique, tool=swap.tool)
                yield plan_session(finding_of(point.id), (Side.RIGHT,), envelope, (wish,))


@cache
def uses(case: Case) -> dict[Cell, list[Step]]:
    """The steps that plans are made of, by the cells that speak about them."""
    used: dict[Cell, list[Step]] = {}
    for plan in plans_for(case):
        for step in plan.steps:
            for cell in cells_of(step):
                used.setdefault(cell, []).append(step)
    return used


def test_what_holds_for_a_person_is_what_the_matrix_says(proved: Proved) -> None:
    assert what_the_matrix_tells_wrongly(RULES) == []
    signs = sum(len(row["any_of"]) for row in referee.CONDITIONS.values())
    cells = len(ROWS) * len(COLUMNS) * len(AREAS)
    proved(f"every row x column x area: {cells} cells, asked by each of {signs} signs, are what the file says")


def test_nobody_is_offered_what_no_technique_serves() -> None:
    never = {(column, area) for column in COLUMNS for area in AREAS} - set(uses(MILDEST))
    assert never == {(column, area) for column, areas in NEVER_USED.items() for area in areas}


@pytest.mark.parametrize("row", ROWS)
def test_what_a_condition_allows_is_used_and_nothing_else(row: str) -> None:
    allowed = {cell for cell in uses(MILDEST) if cell_of(row, *cell) in ("OK", "LIM")}
    assert set(uses(Case(rows=(row,)))) == allowed - allowed_and_not_used(row)


def test_light_only_is_light_wherever_it_is_used(proved: Proved) -> None:
    """At most 3 of 10 and 30 seconds, in every plan that a cell marked LIM speaks about."""
    light = [
        step
        for row in ROWS
        for cell, steps in uses(Case(rows=(row,))).items()
        if cell_of(row, *cell) == "LIM"
        for step in steps
    ]
    assert {(step.ceiling_0_10, step.seconds) for step in light} == {(3, 30)}
    used = sum(len(uses(Case(rows=(row,)))) for row in ROWS)
    proved(f"what is allowed is used: {used} cells seen at work, {len(light)} light steps at most 3 of 10 for 30 s")
