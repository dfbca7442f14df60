"""A second opinion on a plan: reads the knowledge files itself and asks the planner nothing.

What it knows of zones, tools, conditions and doses comes from the TOML as it stands; its geometry is its own.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from unknot.planning import NOTHING_TIGHTER, FreeHand, Of, Plan, Situation, Step, Tightening, Tighter
from unknot.progress import PastSession
from unknot.screening import UNSURE, Answers
from unknot.units import Point

Entry = dict[str, Any]
SPINE_X = 0.06
LONGEST_HOLD_S, LIGHT_S, SUBOCCIPITAL_S, SESSION_S = 90, 30, 30, 15 * 60
GOOD_PAIN, LIMITED_PAIN, LIGHT_PAIN = 6, 3, 3
SPOTS, HOLDS, SESSIONS_A_DAY, HOURS_BETWEEN = 3, 3, 2, 6
GUN_FROM_NECK_LINE_X = 0.44  # 3 cm, 0.16 of 19 cm, outside the line at 0.28
FIRST_WEEK_DAYS, FIRST_WEEK_SHARE = 7, 0.5
SAMPLES = 12


def _read(name: str, table: str) -> dict[str, Entry]:
    text = files("unknot.knowledge").joinpath(f"{name}.toml").read_text("utf-8")
    return {entry["id"]: entry for entry in tomllib.loads(text)[table]}


ZONES = _read("zones", "zone")
TOOLS = _read("tools", "tool")
TECHNIQUES = _read("techniques", "technique")
POSITIONS = _read("techniques", "position")
POINTS = _read("trigger_points", "trigger_point")
CONDITIONS = _read("contraindications", "condition")
QUESTIONS = _read("questions", "question")
NUMBER_SIGNS = _read("questions", "number_sign")
TOOL_TOTAL_S = {id: tool["total_s"] for id, tool in TOOLS.items()}
CLARIFIED = {question["clarifies"] for question in QUESTIONS.values() if "clarifies" in question}


@dataclass(frozen=True)
class Circumstances:
    """What a plan was made from."""

    conditions: frozenset[str]
    situation: Situation
    history: tuple[PastSession, ...]
    pressure_allowed: bool
    now: datetime
    looks_between_corners: bool = True
    tightening: Tightening = NOTHING_TIGHTER


def faults(plan: Plan, of: Circumstances) -> list[str]:
    """Everything in the plan that must not be in it; empty when it may be done."""
    return [*_whole(plan, of), *_not_obeyed(plan, of), *(fault for step in plan.steps for fault in _of_step(step, of))]


def _not_obeyed(plan: Plan, of: Circumstances) -> Iterator[str]:
    """What a professional ruled out and is done all the same."""
    asked, pressing = of.tightening, [step for step in plan.steps if step.path]
    today = [one for one in of.history if _is_today(one, of) and one.pressed_s]
    spots = {(step.point, step.side) for step in pressing if step.point}
    if pressing and asked.no_pressure:
        yield "presses, and a professional said not to"
    if asked.spots is not None and len(spots) > max(0, asked.spots):
        yield f"{len(spots)} spots, and a professional said {asked.spots}"
    if asked.minutes is not None and plan.total_s > max(0, asked.minutes) * 60:
        yield f"{plan.total_s} s, and a professional said {asked.minutes} min"
    if pressing and asked.sessions is not None and len(today) >= asked.sessions:
        yield f"{len(today) + 1} sessions, and a professional said {asked.sessions}"
    for step in plan.steps:
        touched = _touched(step)
        yield from (fault for one in asked.tighter if (one.of, one.id) in touched for fault in _too_much(step, one))
        if step.path:
            yield from _too_much(step, Tighter(Of.ZONE, "", pain_0_10=asked.pain_0_10, hold_s=asked.hold_s))


def _touched(step: Step) -> set[tuple[str, str]]:
    if not step.path:
        own = set() if TOOLS[step.tool].get("by_hand") else {("tool", step.tool)}
        return {("technique", step.technique), *own}
    muscles = [POINTS[step.point]["muscle"]] if step.point else [point["muscle"] for point in POINTS.values()]
    zones = {id for point in along(step.path) for id in zones_at(point)}
    places = {("zone", id) for id in zones} | {("muscle", id) for id in muscles}
    return {("technique", step.technique), ("tool", step.tool), *places}


def _too_much(step: Step, one: Tighter) -> Iterator[str]:
    told = f"{step.id}: a professional set {one}"
    if one.left_out or (one.hold_s is not None and step.seconds > one.hold_s):
        yield told
    if step.path and one.pain_0_10 is not None and step.ceiling_0_10 > one.pain_0_10:
        yield told


def _whole(plan: Plan, of: Circumstances) -> Iterator[str]:
    pressing = [step for step in plan.steps if step.path]
    spots = {(step.point, step.side) for step in pressing if step.point}
    if len(spots) > SPOTS:
        yield f"{len(spots)} spots"
    longest = min(SESSION_S, of.situation.minutes * 60)
    lasts = sum(_seconds(step) for step in plan.steps)
    if lasts > longest or lasts != plan.total_s:
        yield f"lasts {lasts} s of {longest} s and says {plan.total_s} s"
    if plan.presses != bool(pressing):
        yield "does not say whether it presses"
    if pressing and _may_not_press(of):
        yield f"presses though {_may_not_press(of)}"
    for id, tool in TOOLS.items():
        used = sum(step.seconds * step.repetitions for step in plan.steps if step.tool == id)
        if used > tool["total_s"]:
            yield f"{id} for {used} s of {tool['total_s']} s"


def _may_not_press(of: Circumstances) -> str:
    today = [one for one in of.history if of.now - one.ended_at < timedelta(days=1)]
    pressed = [one for one in today if one.pressed_s]
    if not of.pressure_allowed:
        return "a professional comes first"
    if any(one.stopped_for for one in today):
        return "a session was stopped today"
    if len(pressed) >= SESSIONS_A_DAY:
        return "there were two sessions today"
    if any(of.now - one.ended_at < timedelta(hours=HOURS_BETWEEN) for one in pressed):
        return "the last one was a few hours ago"
    return ""


def _of_step(step: Step, of: Circumstances) -> Iterator[str]:
    for fault in _anywhere(step, of) if not step.path else (*_anywhere(step, of), *_pressing(step, of)):
        yield f"{step.id} ({step.technique}, {step.tool}): {fault}"


def _anywhere(step: Step, of: Circumstances) -> Iterator[str]:
    technique = TECHNIQUES[step.technique]
    if of.situation.place not in POSITIONS[step.position]["places"]:
        yield f"{step.position} in {of.situation.place}"
    if step.position not in technique["positions"]:
        yield f"{step.position} is not for it"
    if not TOOLS[step.tool].get("by_hand"):
        if step.tool not in of.situation.tools:
            yield "is not owned"
        if step.technique not in TOOLS[step.tool]["techniques"]:
            yield "is not what this tool does"
    if step.repetitions > technique["repetitions"]["allowed"][1] or step.seconds > technique["hold"]["allowed"][1]:
        yield f"{step.repetitions} times {step.seconds} s"
    if ("pressure" in technique) != bool(step.path):
        yield "presses nothing, or what it should not"
    if not step.path and technique.get("modality"):
        grades = {grade for area in ("neck", "shelf", "back") for grade in _grades(technique["modality"], area, of)}
        if grades - {"OK"}:
            yield f"{technique['modality']} is {grades}"


def _pressing(step: Step, of: Circumstances) -> Iterator[str]:
    technique, tool = TECHNIQUES[step.technique], TOOLS[step.tool]
    places = tuple(along(step.path)) if of.looks_between_corners else step.path
    zones = {id for point in places for id in zones_at(point)}
    for point in places:
        rules = {ZONES[id]["rule"] for id in zones_at(point)}
        if point.frame != "P" or abs(point.x) < SPINE_X or not rules or "forbidden" in rules:
            yield f"at {point.frame} {point.x:.3f}, {point.y:.3f} ({rules or 'no zone'})"
        if point.side is not step.side:
            yield f"lies on the {point.side} side and says {step.side}"
    yield from _zone_faults(step, zones, technique, tool)
    yield from _hand_faults(step, tool, of)
    yield from _point_faults(step)
    light = False
    for id in zones:
        for grade in _grades(tool.get("modality", technique.get("modality")), ZONES[id]["area"], of):
            light = light or grade == "LIM"
            if grade in ("ASK", "NO"):
                yield f"{grade} in {ZONES[id]['area']}"
    if light and (step.ceiling_0_10 > LIGHT_PAIN or step.seconds > LIGHT_S):
        yield f"light only, and {step.ceiling_0_10}/10 for {step.seconds} s"
    if step.start_0_10 > step.ceiling_0_10:
        yield "starts above its ceiling"
    yield from _day_faults(step, technique, tool, of)
    if of.conditions.intersection(technique.get("not_with", ())):
        yield "is not for this person"


def _day_faults(step: Step, technique: Entry, tool: Entry, of: Circumstances) -> Iterator[str]:
    today = [one for one in of.history if _is_today(one, of)]
    low, high = technique["hold"]["advised"]
    half = max(low, (low + high) / 2 * FIRST_WEEK_SHARE)
    since_first = of.now - min((one.ended_at for one in of.history), default=of.now)
    if since_first < timedelta(days=FIRST_WEEK_DAYS) and step.seconds > half:
        yield f"{step.seconds} s in the first week, half is {half} s"
    if technique.get("once_a_day") and any(step.technique in one.techniques for one in today):
        yield "was done today"
    if tool.get("once_a_day") and any(step.tool in one.tools for one in today):
        yield "was used today"


def _zone_faults(step: Step, zones: set[str], technique: Entry, tool: Entry) -> Iterator[str]:
    limited = any(ZONES[id]["rule"] == "limited" for id in zones)
    if step.ceiling_0_10 > (LIMITED_PAIN if limited else GOOD_PAIN) or step.ceiling_0_10 > tool["pressure_0_10"]:
        yield f"{step.ceiling_0_10}/10"
    if step.ceiling_0_10 > technique["pressure"]["allowed"][1]:
        yield f"{step.ceiling_0_10}/10 is over the technique's"
    if step.seconds > tool["hold_s"] and len(step.path) == 1:
        yield f"{step.seconds} s is over the tool's"
    if (step.seconds > LONGEST_HOLD_S and len(step.path) == 1) or step.repetitions > HOLDS:
        yield f"{step.repetitions} holds of {step.seconds} s"
    if "Z_SUBOCC" in zones and (step.seconds > SUBOCCIPITAL_S or step.position != "lying-face-up"):
        yield f"under the skull, {step.position}, {step.seconds} s"
    for id in zones:
        if id not in tool["zones"] or step.technique not in ZONES[id].get("techniques", ()):
            yield f"not in {id}"
    if step.technique not in tool["techniques"]:
        yield "is not what this tool does"
    if step.tool == "gun" and any(p.x < GUN_FROM_NECK_LINE_X for p in step.path):
        yield "is within 3 cm of the neck line"


def _hand_faults(step: Step, tool: Entry, of: Circumstances) -> Iterator[str]:
    hand = of.situation.hand
    if tool.get("by_hand") and hand is not FreeHand.BOTH:
        if step.side is None or hand.value == step.side.value:
            yield f"the hand of the {step.side} side does not reach it"
        if POSITIONS[step.position].get("both_hands"):
            yield "takes both hands"


def _point_faults(step: Step) -> Iterator[str]:
    if step.point is None:
        return
    point = POINTS[step.point]
    if point["permission"] not in ("allowed", "limited"):
        yield f"{step.point} is {point['permission']}"
    if point["permission"] == "limited" and step.ceiling_0_10 > LIMITED_PAIN:
        yield f"{step.point} at {step.ceiling_0_10}/10"
    if point.get("techniques") and step.technique not in point["techniques"]:
        yield f"{step.point} is only for {point['techniques']}"


def _grades(modality: str | None, area: str, of: Circumstances) -> Iterator[str]:
    for id in of.conditions:
        if modality:
            cell = CONDITIONS[id]["cells"][modality]
            yield cell if isinstance(cell, str) else cell[area]


def conditions_of(answers: Answers) -> frozenset[str]:
    """The rows of the matrix that these answers fall under."""
    reached = {sign["id"] for sign in NUMBER_SIGNS.values() if _reaches(answers, sign)}
    return rows_of(signs_in(answers) | reached)


def rows_of(signs: set[str]) -> frozenset[str]:
    """The rows of the matrix that a person with these signs falls under."""
    return frozenset(id for id, row in CONDITIONS.items() if signs.intersection(row["any_of"]))


def _reaches(answers: Answers, sign: Entry) -> bool:
    answer = answers.get(sign["question"])
    return isinstance(answer, int) and bool(sign.get("at_least", answer) <= answer <= sign.get("at_most", answer))


def signs_in(answers: Answers) -> set[str]:
    """The options chosen, and what each "not sure" counts as that no other question makes clearer."""
    signs: set[str] = set()
    for id, answer in answers.items():
        if answer == UNSURE:
            signs.update(() if id in CLARIFIED else QUESTIONS[id]["unsure_counts_as"])
        elif not isinstance(answer, int):
            signs.update((answer,) if isinstance(answer, str) else answer)
    return signs


def _is_today(one: PastSession, of: Circumstances) -> bool:
    return of.now - one.ended_at < timedelta(days=1)


def _seconds(step: Step) -> int:
    holds = step.repetitions * (step.seconds + step.release_s)
    return step.ready_s + holds + (step.repetitions - 1) * step.rest_s


def along(path: tuple[Point, ...]) -> Iterator[Point]:
    """The corners of a path and places between them: a stroke must not cross what a press may not touch."""
    yield from path
    for a, b in pairwise(path):
        for step in range(1, SAMPLES):
            share = step / SAMPLES
            yield Point(a.frame, a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share, a.side)


@lru_cache(maxsize=20_000)
def zones_at(point: Point) -> list[str]:
    """The zones whose polygon holds the point or has it on its edge; both sides of the back are alike."""
    x = abs(point.x) if point.frame in ("P", "A") else point.x
    shapes = ((id, shape) for id, zone in ZONES.items() for shape in zone["shape"])
    return sorted(
        {id for id, shape in shapes if shape["frame"] == point.frame and _holds(shape["polygon"], x, point.y)}
    )


def _holds(polygon: list[list[float]], x: float, y: float) -> bool:
    """By the winding of the polygon around the point; a point within a hair of an edge counts as in."""
    winding = 0
    for (ax, ay), (bx, by) in zip(polygon, polygon[1:] + polygon[:1], strict=True):
        turn = (bx - ax) * (y - ay) - (x - ax) * (by - ay)
        between = min(ax, bx) <= x <= max(ax, bx) and min(ay, by) <= y <= max(ay, by)
        if turn == 0 and between:
            return True
        if ay <= y < by and turn > 0:
            winding += 1
        elif by <= y < ay and turn < 0:
            winding -= 1
    return winding != 0
