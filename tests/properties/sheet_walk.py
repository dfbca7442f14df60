"""Every way through a cue sheet, by whatever it turns: the longest, by any measure of its cues.

It knows of a sheet only where a cue can lead, and asks neither the planner nor the player.
"""

from collections.abc import Callable, Iterator

from unknot.guiding import Cue, CueSheet


class CircleError(Exception):
    """A way through the sheet meets a cue twice."""


def leads_to(sheet: CueSheet, index: int) -> set[int]:
    """The cues that can follow one, by itself or by a branch; their number is the end."""
    cue = sheet.cues[index]
    follows = index + 1 if cue.goes_to is None else cue.goes_to
    return {follows, *(branch.to for branch in cue.branches if branch.to != index)}


def longest(sheet: CueSheet, measure: Callable[[Cue], int]) -> int:
    """The most of a measure that any way from the first cue to the end can come to, each cue played in full."""
    found: dict[int, int] = {len(sheet.cues): 0}
    under_way: set[int] = set()

    def from_here(index: int) -> int:
        if index in found:
            return found[index]
        if index in under_way:
            raise CircleError(f"cue {index} leads back to itself")
        under_way.add(index)
        found[index] = measure(sheet.cues[index]) + max(from_here(after) for after in sorted(leads_to(sheet, index)))
        return found[index]

    return from_here(0) if sheet.cues else 0


def reached(sheet: CueSheet) -> set[int]:
    """The cues that some way leads to."""
    seen: set[int] = set()
    edge = [0] if sheet.cues else []
    while edge:
        index = edge.pop()
        if index not in seen and index < len(sheet.cues):
            seen.add(index)
            edge.extend(leads_to(sheet, index))
    return seen


def faults(sheet: CueSheet, session_s: int, holds: int, tool_total_s: dict[str, int]) -> Iterator[str]:
    """What a way through the sheet can exceed: the time of a session, the holds of a spot, the time of a tool."""
    whole = longest(sheet, lambda cue: cue.for_ms)
    if whole > session_s * 1000:
        yield f"a way lasts {whole} ms"
    spots = {(step.point, step.side) for step in sheet.steps if step.point and step.path}
    for spot in sorted(spots):
        most = longest(sheet, lambda cue, spot=spot: int(cue.presses and _spot(sheet, cue) == spot))  # type: ignore[misc]
        if most > holds:
            yield f"a way gives {spot} {most} holds"
    for tool, total_s in tool_total_s.items():
        used = longest(sheet, lambda cue, tool=tool: cue.for_ms * (cue.kind.is_done and _tool(sheet, cue) == tool))  # type: ignore[misc]
        if used > total_s * 1000:
            yield f"a way uses {tool} for {used} ms"


def _spot(sheet: CueSheet, cue: Cue) -> tuple[str | None, object]:
    step = sheet.steps[cue.step]
    return step.point, step.side


def _tool(sheet: CueSheet, cue: Cue) -> str:
    return sheet.steps[cue.step].tool
