"""Cue sheets by the thousand, as the planner makes them, and as a broken planner might: what the players' guards are
tried on (test_guard.py, web/src/session/guard.sheets.test.ts).

Run: python -m tests.contract.sheets SEED GOOD SPOILED. One line of JSON for each: what was spoiled, if anything, and
the sheet. The same seed gives the same sheets.
"""

import sys
from collections.abc import Callable, Iterator
from copy import deepcopy
from random import Random
from typing import Any

import msgspec
from tests.proofs.drafts import BODY, BOOK, HISTORIES, KNOWLEDGE, OWNED, Case, envelope_of
from tests.properties import referee
from tests.properties.test_planning_laws import finding_of

from unknot.guiding import compile_cues
from unknot.planning import FreeHand, Situation, plan_session
from unknot.units import Side

Json = dict[str, Any]
Spoil = Callable[[Json, Random], bool]
"""Changes a sheet in place into one that must not be played; False where it has nothing to spoil in that way."""


def good_sheets(random: Random) -> Iterator[Json]:
    """Sheets for anyone: any spot, side, condition, history, tools, minutes, hand and place."""
    rows = [row.id for row in KNOWLEDGE.rules.conditions]
    while True:
        some = random.sample(rows, random.choice((0, 0, 0, 1, 1, 2)))
        tools = tuple(random.sample(OWNED, random.randint(0, len(OWNED))))
        hand = random.choice((FreeHand.BOTH, *FreeHand))
        situation = Situation(random.randint(5, 15), tools, hand, random.choice(BOOK.places).id)
        history = random.choice(((), *HISTORIES.values()))
        envelope = envelope_of(Case(tuple(some), history=history, situation=situation))
        side = random.choice(list(Side))
        spots = tuple(point.id for point in random.sample(BODY.trigger_points, 4))
        plan = plan_session(finding_of(spots, side), (side,), envelope)
        yield msgspec.json.decode(msgspec.json.encode(compile_cues(plan, KNOWLEDGE.scripts)))


def steps_of(sheet: Json) -> list[Json]:
    return [*sheet["plan"]["steps"], *sheet["plan"]["spares"]]


def pressing(sheet: Json) -> list[Json]:
    return [step for step in steps_of(sheet) if step["path"]]


def pressing_cues(sheet: Json) -> list[Json]:
    return [cue for cue in sheet["cues"] if cue["presses"]]


def on_the_spine(sheet: Json, random: Random) -> bool:
    return _moved(sheet, random, random.uniform(-0.059, 0.059), random.uniform(-2.2, 0.9))


def on_the_side_of_the_neck(sheet: Json, random: Random) -> bool:
    return _moved(sheet, random, random.uniform(0.225, 0.59), random.uniform(0.31, 0.94))


def off_the_map(sheet: Json, random: Random) -> bool:
    return _moved(sheet, random, random.uniform(1.0, 9.0), random.uniform(-9.0, 9.0))


def in_front(sheet: Json, random: Random) -> bool:
    frame = random.choice(("L", "A", "R"))
    return _moved(sheet, random, random.uniform(-1.0, 1.0), random.uniform(-1.0, 1.0), frame=frame)


def across_the_spine(sheet: Json, random: Random) -> bool:
    """Both ends lie well; the way between them crosses the midline."""
    step = _one(pressing(sheet), random)
    if step is None:
        return False
    step["path"] = [{"frame": "P", "x": x, "y": -0.5, "side": step["side"]} for x in (0.3, -0.3)]
    return True


def no_number(sheet: Json, random: Random) -> bool:
    return _moved(sheet, random, None, 0.0)


def the_other_side(sheet: Json, random: Random) -> bool:
    step = _one(pressing(sheet), random)
    if step is None:
        return False
    step["side"] = {"left": "right", "right": "left"}[step["side"]]
    return True


def too_hard(sheet: Json, random: Random) -> bool:
    """Harder than the zone, tool and technique under it allow, told from the files by the referee's geometry."""
    step = _one(pressing(sheet), random)
    if step is None:
        return False
    step["ceiling_0_10"] = _most_0_10(step) + random.randint(1, 4)
    return True


def starts_too_hard(sheet: Json, random: Random) -> bool:
    step = _one(pressing(sheet), random)
    if step is None:
        return False
    step["start_0_10"] = step["ceiling_0_10"] + random.randint(1, 4)
    return True


def too_long_a_hold(sheet: Json, random: Random) -> bool:
    step = _one([step for step in pressing(sheet) if step["point"]], random)
    if step is None:
        return False
    step["seconds"] = referee.TECHNIQUES[step["technique"]]["hold"]["allowed"][1] + random.randint(1, 600)
    return True


def a_cue_longer_than_its_step(sheet: Json, random: Random) -> bool:
    """All times after it move on, so that only the length of the hold betrays it."""
    cue = _one(pressing_cues(sheet), random)
    if cue is None:
        return False
    more = random.randint(1, 200_000)
    main_end = cue["at_ms"] < sheet["total_ms"]
    for other in sheet["cues"]:
        if other["at_ms"] > cue["at_ms"]:
            other["at_ms"] += more
    cue["for_ms"] += more
    sheet["total_ms"] += more * main_end
    return True


def too_often(sheet: Json, random: Random) -> bool:
    step = _one(pressing(sheet), random)
    if step is None:
        return False
    step["repetitions"] = referee.HOLDS + random.randint(1, 20)
    return True


def a_circle(sheet: Json, random: Random) -> bool:
    """A branch or a following cue that leads back: the same hold again and again."""
    cues = [(place, cue) for place, cue in enumerate(sheet["cues"]) if place and cue["at_ms"] < sheet["total_ms"]]
    if not cues:
        return False
    place, cue = random.choice(cues)
    to = random.randrange(place)
    if random.random() < 0.5:
        cue["goes_to"] = to
    else:
        cue["branches"].append({"on": "next", "to": to, "say": "", "eases": 0, "at_most_0_10": None})
    return True


def out_of_the_sheet(sheet: Json, random: Random) -> bool:
    branch = _one([branch for cue in sheet["cues"] for branch in cue["branches"]], random)
    if branch is None:
        return False
    branch["to"] = random.choice((-1, len(sheet["cues"]) + random.randint(1, 99), 0.5, None))
    return True


def more_pressure_by_a_branch(sheet: Json, random: Random) -> bool:
    branch = _one([branch for cue in sheet["cues"] for branch in cue["branches"]], random)
    if branch is None:
        return False
    branch["eases"] = -random.randint(1, 5)
    return True


def deaf_to_too_strong(sheet: Json, random: Random) -> bool:
    cue = _one(pressing_cues(sheet), random)
    if cue is None:
        return False
    deaf = random.choice(("level-over", "ease", "too-sore", "level-rising"))
    cue["branches"] = [branch for branch in cue["branches"] if branch["on"] != deaf]
    return True


def back_to_too_much(sheet: Json, random: Random) -> bool:
    branches = [branch for cue in pressing_cues(sheet) for branch in cue["branches"] if branch["on"] == "level-over"]
    branch = _one(branches, random)
    if branch is None:
        return False
    branch["at_most_0_10"] = random.choice((None, 5, 10))
    return True


def pressing_that_does_not_count(sheet: Json, random: Random) -> bool:
    cue = _one(pressing_cues(sheet), random)
    if cue is None:
        return False
    cue["presses"] = False
    return True


def no_clearance(sheet: Json, random: Random) -> bool:
    sheet["plan"]["clearance"] = None
    return True


def no_rules(sheet: Json, random: Random) -> bool:
    sheet["plan"]["clearance"]["rules"] = random.choice(("", "000000000000"))
    return True


def cleared_long_ago(sheet: Json, random: Random) -> bool:
    sheet["plan"]["clearance"]["at"] = f"2026-11-{random.randint(1, 19):02}T18:00:00Z"
    return True


def cleared_in_the_future(sheet: Json, random: Random) -> bool:
    sheet["plan"]["clearance"]["at"] = f"2026-11-20T{random.randint(19, 23)}:00:00Z"
    return True


def cleared_for_ever(sheet: Json, random: Random) -> bool:
    sheet["plan"]["clearance"]["valid_min"] = random.choice((0, -5, 121, 10_000_000, None))
    return True


def an_unknown_thing(sheet: Json, random: Random) -> bool:
    step = _one(pressing(sheet), random)
    if step is None:
        return False
    step[random.choice(("technique", "tool", "position"))] = random.choice(("", "hammer", None, "constructor"))
    return True


def a_gun_on_the_neck(sheet: Json, random: Random) -> bool:
    step = _one(pressing(sheet), random)
    if step is None:
        return False
    step |= {"technique": "electric-low", "tool": "gun", "ceiling_0_10": 1, "start_0_10": 1, "seconds": 5}
    step["path"] = [{"frame": "P", "x": 0.15, "y": random.uniform(0.15, 0.7), "side": step["side"]}]
    return True


def missing(sheet: Json, random: Random) -> bool:
    """Something that has to be there is not."""
    part = random.choice(("plan", "cues", "total_ms"))
    del sheet[part]
    return True


def _moved(sheet: Json, random: Random, x: float | None, y: float, frame: str = "P") -> bool:
    step = _one(pressing(sheet), random)
    if step is None:
        return False
    place = random.choice(step["path"])
    place |= {"x": x, "y": y, "frame": frame}
    return True


def _most_0_10(step: Json) -> int:
    points = [msgspec.convert(place, referee.Point) for place in step["path"]]
    zones = {id for point in referee.along(tuple(points)) for id in referee.zones_at(point)}
    technique, tool = referee.TECHNIQUES[step["technique"]], referee.TOOLS[step["tool"]]
    return int(
        min(
            technique["pressure"]["allowed"][1],
            tool["pressure_0_10"],
            *(referee.ZONES[id]["pressure_0_10"] for id in zones),
        )
    )


def _one(all_of_them: list[Json], random: Random) -> Json | None:
    return random.choice(all_of_them) if all_of_them else None


SPOILS: tuple[Spoil, ...] = (
    on_the_spine,
    on_the_side_of_the_neck,
    off_the_map,
    in_front,
    across_the_spine,
    no_number,
    the_other_side,
    too_hard,
    starts_too_hard,
    too_long_a_hold,
    a_cue_longer_than_its_step,
    too_often,
    a_circle,
    out_of_the_sheet,
    more_pressure_by_a_branch,
    deaf_to_too_strong,
    back_to_too_much,
    pressing_that_does_not_count,
    no_clearance,
    no_rules,
    cleared_long_ago,
    cleared_in_the_future,
    cleared_for_ever,
    an_unknown_thing,
    a_gun_on_the_neck,
    missing,
)


def made_sheets(seed: int, good: int, spoiled: int) -> Iterator[tuple[str, Json]]:
    """So many good sheets, and at least so many spoiled ones of other good ones, each with what was spoiled in it."""
    random = Random(seed)  # noqa: S311  nothing is kept secret by it
    sheets = good_sheets(random)
    for _ in range(good):
        yield "", next(sheets)
    made = 0
    while made < spoiled:
        sheet = next(sheets)
        for spoil in SPOILS:
            worse = deepcopy(sheet)
            if spoil(worse, random):
                yield spoil.__name__, worse
                made += 1


def main(seed: int, good: int, spoiled: int) -> None:
    """Writes them, one a line."""
    for way, sheet in made_sheets(seed, good, spoiled):
        sys.stdout.buffer.write(msgspec.json.encode({"spoiled": way, "sheet": sheet}) + b"\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:4]))
