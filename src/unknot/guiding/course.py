"""The way through a cue sheet: which cue is on, which follows it, and what is played until a moment."""

from msgspec.structs import replace

from unknot.guiding.cues import Branch, Cue, CueSheet, Turn
from unknot.units import Millis, Value

Stretch = tuple[Millis, Millis]
"""A part of the sheet that was played, from and to."""


class Reached(Value, frozen=True):
    """A place on the sheet, the stretches played on the way to it, and whether that was the end."""

    position_ms: Millis
    played: tuple[Stretch, ...]
    is_end: bool


def with_turns(sheet: CueSheet) -> CueSheet:
    """The sheet itself; one that was kept before there were branches, with the two turns that it had.

    Skipping led to the next step and easing lowered the ceiling by one, wherever it was.
    """
    if any(cue.branches for cue in sheet.cues):
        return sheet
    return replace(sheet, cues=tuple(_as_before(index, cue, sheet) for index, cue in enumerate(sheet.cues)))


def _as_before(index: int, cue: Cue, sheet: CueSheet) -> Cue:
    following = (place for place, other in enumerate(sheet.cues) if other.step > cue.step)
    skip = Branch(Turn.SKIP, next(following, len(sheet.cues)))
    return replace(cue, branches=(skip, Branch(Turn.EASE, index, eases=1)))


def index_at(sheet: CueSheet, position_ms: Millis) -> int:
    """The index of the cue that is on at a position: the last that has begun; 0 before the first."""
    begun = (index for index, cue in enumerate(sheet.cues) if cue.at_ms <= position_ms)
    return max(begun, default=0)


def cue_at(sheet: CueSheet, position_ms: Millis) -> Cue | None:
    """The cue that is on at a position: the last one that has begun; None on an empty sheet."""
    return sheet.cues[index_at(sheet, position_ms)] if sheet.cues else None


def following(sheet: CueSheet, index: int) -> int:
    """The index of the cue that follows one by itself; the number of cues at the end."""
    goes_to = sheet.cues[index].goes_to
    return index + 1 if goes_to is None else goes_to


def begins_ms(sheet: CueSheet, index: int) -> Millis:
    """Where a cue begins; for the number of cues, where the session ends."""
    return sheet.cues[index].at_ms if index < len(sheet.cues) else sheet.total_ms


def play_on(sheet: CueSheet, position_ms: Millis, for_ms: Millis) -> Reached:
    """Where playing on for so long leads, from cue to cue as they follow one another."""
    index, position, left = index_at(sheet, position_ms), position_ms, for_ms
    played: list[Stretch] = []
    while left and index < len(sheet.cues):
        cue = sheet.cues[index]
        end = cue.at_ms + cue.for_ms
        to = min(position + left, end)
        played.append((position, to))
        left, position = left - (to - position), to
        if to == end:
            index = following(sheet, index)
            position = begins_ms(sheet, index)
    return Reached(position, tuple(played), index >= len(sheet.cues))
