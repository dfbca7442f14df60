"""Why a cue sheet is not played. It is looked at as a stranger's: whatever cannot be read is refused."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from enum import StrEnum
from graphlib import CycleError

import msgspec

from unknot.guarding.places import zones_under
from unknot.guarding.seen import TABLE, Cue, Sheet, Step
from unknot.guarding.ways import Measure, Ways

_DONE = ("settle", "hold", "stroke", "move")
_PRESSING = ("hold", "stroke")
_IDLE = ("ready", "release", "rest", "switch-side")
_TURNS = ("ease", "too-sore", "swap", "repeat", "skip", "next")
_LEVELS = ("level-over", "level-rising", "level-faded", "level-steady")
_EASING = ("ease", "level-over", "level-rising", "too-sore")
_BACK = ("level-over", "too-sore")


class Refusal(StrEnum):
    """It cannot be read, no check-in cleared it or not lately, or it goes beyond a limit."""

    UNREADABLE = "unreadable"
    NOT_CLEARED = "not-cleared"
    NOT_FRESH = "not-fresh"
    PLACE = "place"
    PRESSURE = "pressure"
    TIME = "time"
    WAYS = "ways"


def refusal_of(sheet: bytes, now: datetime) -> Refusal | None:
    """The reason not to begin a sheet, given as JSON, at `now`; None when it may be played."""
    try:
        seen = msgspec.json.decode(sheet, type=Sheet)
    except (msgspec.DecodeError, RecursionError):
        return Refusal.UNREADABLE
    return next(_faults(seen, now), None)


def _faults(sheet: Sheet, now: datetime) -> Iterator[Refusal]:
    yield from _clearance_faults(sheet, now)
    for step in sheet.steps:
        yield from _step_faults(step)
    yield from _time_faults(sheet)
    for cue in sheet.cues:
        yield from _cue_faults(sheet, cue)
    yield from _way_faults(sheet)


def _clearance_faults(sheet: Sheet, now: datetime) -> Iterator[Refusal]:
    clearance = sheet.plan.clearance
    if clearance is None or not clearance.rules or clearance.rules != sheet.plan.rules:
        yield Refusal.NOT_CLEARED
        return
    if not 0 < clearance.valid_min <= TABLE.valid_min or clearance.at.tzinfo is None:
        yield Refusal.NOT_CLEARED
        return
    if not timedelta(0) <= now - clearance.at <= timedelta(minutes=clearance.valid_min):
        yield Refusal.NOT_FRESH


def _step_faults(step: Step) -> Iterator[Refusal]:
    technique, tool = TABLE.techniques.get(step.technique), TABLE.tools.get(step.tool)
    if technique is None or tool is None or step.position not in technique.positions:
        yield Refusal.UNREADABLE
        return
    if not (0 <= step.seconds <= technique.hold_s and 0 <= step.repetitions <= technique.repetitions):
        yield Refusal.TIME
    if not tool.by_hand and step.technique not in tool.techniques:
        yield Refusal.PLACE
    if step.path:
        yield from _press_faults(step)
    elif technique.presses or step.ceiling_0_10 or step.start_0_10:
        yield Refusal.PRESSURE


def _press_faults(step: Step) -> Iterator[Refusal]:
    technique, tool = TABLE.techniques[step.technique], TABLE.tools[step.tool]
    zones = zones_under(step.path, step.side)
    under = tuple(zones.values())
    if not zones or not technique.presses or step.technique not in tool.techniques:
        yield Refusal.PLACE
        return
    if any(place.x < tool.keeps_off_neck for place in step.path) or not zones.keys() <= set(tool.zones):
        yield Refusal.PLACE
    if not all(step.technique in zone.techniques for zone in under):
        yield Refusal.PLACE
    if not all(step.position in zone.positions for zone in under if zone.positions):
        yield Refusal.PLACE
    allowed = (TABLE.pressure_0_10, technique.pressure_0_10, tool.pressure_0_10)
    if not 0 <= step.start_0_10 <= step.ceiling_0_10 <= min(*allowed, *(zone.pressure_0_10 for zone in under)):
        yield Refusal.PRESSURE
    longest = () if technique.moves_on else (TABLE.hold_s, *(zone.hold_s for zone in under))
    if step.seconds > min((tool.hold_s, *longest)) or step.repetitions > TABLE.holds_per_spot:
        yield Refusal.TIME


def _time_faults(sheet: Sheet) -> Iterator[Refusal]:
    """The cues follow one another without a gap, but for one that parts the main line from what stands beside it."""
    end = 0
    ends = set()
    for cue in sheet.cues:
        is_beside = end == sheet.total_ms and cue.at_ms > end
        if (cue.at_ms != end and not is_beside) or cue.for_ms <= 0:
            yield Refusal.TIME
        end = cue.at_ms + cue.for_ms
        ends.add(end)
    if sheet.cues and sheet.total_ms not in ends:
        yield Refusal.TIME


def _cue_faults(sheet: Sheet, cue: Cue) -> Iterator[Refusal]:
    if not 0 <= cue.step < len(sheet.steps) or cue.kind not in (*_DONE, *_IDLE):
        yield Refusal.UNREADABLE
        return
    step = sheet.steps[cue.step]
    is_done, is_pressing = cue.kind in _DONE, cue.kind in _PRESSING
    if cue.presses != is_pressing or cue.side != step.side or is_pressing != (is_done and bool(step.path)):
        yield Refusal.UNREADABLE
    if is_done and timedelta(milliseconds=cue.for_ms) > timedelta(seconds=step.seconds):
        yield Refusal.TIME
    if cue.goes_to is not None and not 0 <= cue.goes_to <= len(sheet.cues):
        yield Refusal.WAYS
    for branch in cue.branches:
        if branch.on not in (*_TURNS, *_LEVELS):
            yield Refusal.UNREADABLE
        if not 0 <= branch.to <= len(sheet.cues):
            yield Refusal.WAYS
        if not 0 <= branch.eases <= TABLE.pressure_0_10:
            yield Refusal.PRESSURE
    if cue.presses and not _can_be_eased(sheet, cue):
        yield Refusal.PRESSURE


def _can_be_eased(sheet: Sheet, cue: Cue) -> bool:
    """Where something presses, an answer over the ceiling or one that rises brings it down, and it can be eased."""
    coaching = sheet.plan.coaching
    if coaching is None or coaching.rises_by_0_10 > TABLE.rises_by_0_10:
        return False
    eases = [branch is not None and branch.eases >= 1 for branch in map(cue.branch, _EASING)]
    back = [None if branch is None else branch.at_most_0_10 for branch in map(cue.branch, _BACK)]
    return all(eases) and all(level is not None and level <= TABLE.back_to_0_10 for level in back)


def _way_faults(sheet: Sheet) -> Iterator[Refusal]:
    """No way through the sheet is too long, presses a spot too often, or uses a tool for too long."""
    if not sheet.cues:
        return
    try:
        ways = Ways(sheet)
    except CycleError:
        yield Refusal.WAYS
        return
    steps = sheet.steps
    if _is_longer(ways.longest(lambda cue: cue.for_ms), TABLE.session_s):
        yield Refusal.TIME
    spots = {_spot(step) for step in steps if step.path and step.point}
    if len(spots) > TABLE.spots or any(
        ways.longest(_holds_of(spot, steps)) > TABLE.holds_per_spot for spot in sorted(spots)
    ):
        yield Refusal.WAYS
    for id, tool in TABLE.tools.items():
        if _is_longer(ways.longest(_use_of(id, steps)), tool.total_s):
            yield Refusal.TIME


def _holds_of(spot: tuple[str, str], steps: tuple[Step, ...]) -> Measure:
    return lambda cue: int(cue.presses and _spot(steps[cue.step]) == spot)


def _use_of(tool: str, steps: tuple[Step, ...]) -> Measure:
    return lambda cue: cue.for_ms if cue.kind in _DONE and steps[cue.step].tool == tool else 0


def _spot(step: Step) -> tuple[str, str]:
    return step.point or "", step.side or ""


def _is_longer(ms: int, limit_s: int) -> bool:
    return timedelta(milliseconds=ms) > timedelta(seconds=limit_s)
