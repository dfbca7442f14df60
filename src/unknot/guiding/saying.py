"""What is said and shown at a moment of a cue: its first message, a line of its script, or the answer to a turn.

The browser's `saying.ts` follows the same rules.
"""

from collections.abc import Iterator

from unknot.guiding.course import index_at
from unknot.guiding.cues import Cue, CueSheet, Hearing
from unknot.guiding.replay import Taken
from unknot.guiding.scripts import halfway_ms
from unknot.units import Millis, Value


class Saying(Value, frozen=True):
    """A message, when in its cue it began to be said, and whether it waits for a level."""

    say: str
    at_ms: Millis
    asks: bool = False


def saying_at(sheet: CueSheet, position_ms: Millis, turns: tuple[Taken, ...]) -> Saying | None:
    """The latest of everything that was to be said in the cue that is on at a position; None on an empty sheet."""
    if not sheet.cues:
        return None
    index = index_at(sheet, position_ms)
    cue = sheet.cues[index]
    latest = Saying(cue.say, 0)
    for one in (*_lines(cue, turns), *_answers(sheet, index, turns)):
        if latest.at_ms <= one.at_ms <= position_ms - cue.at_ms:
            latest = one
    return latest


def _lines(cue: Cue, turns: tuple[Taken, ...]) -> Iterator[Saying]:
    within = range(cue.at_ms, cue.at_ms + cue.for_ms)
    is_told = any(one.level_0_10 is not None and one.position_ms in within for one in turns)
    heard = (Hearing.ALWAYS, Hearing.TOLD if is_told else Hearing.SILENT)
    lines = [Saying(line.say, line.at_ms, line.asks) for line in cue.lines if line.when in heard]
    halfway = [Saying("cue-halfway", halfway_ms(cue))] if cue.halfway_tone else []
    yield from sorted((*halfway, *lines), key=lambda one: one.at_ms)


def _answers(sheet: CueSheet, index: int, turns: tuple[Taken, ...]) -> Iterator[Saying]:
    """What turns say here: in the cue where they were taken, if it stayed, else at the beginning of where they led."""
    for taken in turns:
        begun = index_at(sheet, taken.position_ms)
        branch = sheet.cues[begun].branch(taken.on)
        if branch is not None and branch.say and branch.to == index:
            yield Saying(branch.say, taken.position_ms - sheet.cues[index].at_ms if begun == index else 0)
