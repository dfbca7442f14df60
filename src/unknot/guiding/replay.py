"""What was really done: a cue sheet and the events of its player, folded into a record.

The browser's `player.ts` follows the same rules; the logs in tests/contract/sessions run through both.
"""

from datetime import timedelta
from enum import StrEnum

from msgspec.structs import replace

from unknot.guiding.cues import Cue, CueSheet
from unknot.guiding.stopping import Feeling
from unknot.units import Millis, Seconds, Value


class EventKind(StrEnum):
    """What a person or the clock can do to a session.

    skip goes to the next step; ease lowers the ceiling by one; felt says why it was stopped.
    """

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    SKIP = "skip"
    EASE = "ease"
    STOP = "stop"
    FELT = "felt"
    FINISH = "finish"


class SessionEvent(Value, frozen=True):
    """Something that happened in a player, in milliseconds of the player's clock since it was opened."""

    kind: EventKind
    at_ms: Millis
    feeling: Feeling | None = None


class Ending(StrEnum):
    """How a session stands; one that is paused is still running."""

    UNSTARTED = "unstarted"
    RUNNING = "running"
    STOPPED = "stopped"
    FINISHED = "finished"


class StepDone(Value, frozen=True):
    """How long a step's pressure or movement really lasted."""

    step: str
    seconds: Seconds
    skipped: bool


class SessionRecord(Value, frozen=True):
    """What was done. `position_ms` is the place in the cue sheet that was reached."""

    ending: Ending
    done: tuple[StepDone, ...]
    pressed_s: Seconds
    position_ms: Millis
    ceiling_eased_by: int
    feeling: Feeling | None


class _Run(Value, frozen=True):
    ending: Ending = Ending.UNSTARTED
    paused: bool = False
    position_ms: int = 0
    since_ms: int = 0
    played: tuple[tuple[int, int], ...] = ()
    skipped: tuple[int, ...] = ()
    eased_by: int = 0
    feeling: Feeling | None = None


def replay(sheet: CueSheet, events: tuple[SessionEvent, ...]) -> SessionRecord:
    """The record of a session. Stop is obeyed from every state, and nothing follows it but what was felt.

    An event that its state does not know (resume while playing) changes nothing; time never runs backwards.

    Source: protocol S4, S5.
    """
    run = _Run()
    for event in events:
        run = _next(run, event, sheet)
    return _record(run, sheet)


def _next(run: _Run, event: SessionEvent, sheet: CueSheet) -> _Run:
    if run.ending is Ending.STOPPED:
        return replace(run, feeling=event.feeling or run.feeling) if event.kind is EventKind.FELT else run
    run = _advanced(run, event.at_ms, sheet)
    match event.kind:
        case EventKind.STOP:
            return replace(run, ending=Ending.STOPPED)
        case EventKind.START if run.ending is Ending.UNSTARTED:
            return replace(run, ending=Ending.RUNNING, since_ms=event.at_ms)
        case EventKind.PAUSE if run.ending is Ending.RUNNING:
            return replace(run, paused=True)
        case EventKind.RESUME if run.paused and run.ending is Ending.RUNNING:
            return replace(run, paused=False, since_ms=event.at_ms)
        case EventKind.SKIP if run.ending is Ending.RUNNING:
            return _skipped(run, sheet)
        case EventKind.EASE if run.ending is Ending.RUNNING:
            return replace(run, eased_by=run.eased_by + 1)
        case _:
            return run


def _advanced(run: _Run, at_ms: int, sheet: CueSheet) -> _Run:
    """The run at a later moment of the player's clock: played on, and finished when the sheet is at its end."""
    if run.ending is not Ending.RUNNING or run.paused or at_ms <= run.since_ms:
        return run
    end = min(run.position_ms + at_ms - run.since_ms, sheet.total_ms)
    return replace(
        run,
        position_ms=end,
        since_ms=at_ms,
        played=(*run.played, (run.position_ms, end)),
        ending=Ending.FINISHED if end == sheet.total_ms else Ending.RUNNING,
    )


def _skipped(run: _Run, sheet: CueSheet) -> _Run:
    current = cue_at(sheet, run.position_ms)
    if current is None:
        return run
    step = current.step
    following = (cue.at_ms for cue in sheet.cues if cue.step > step)
    position = next(following, sheet.total_ms)
    ending = Ending.FINISHED if position == sheet.total_ms else run.ending
    return replace(run, position_ms=position, skipped=(*run.skipped, step), ending=ending)


def cue_at(sheet: CueSheet, position_ms: Millis) -> Cue | None:
    """The cue that is on at a position: the last one that has begun; None on an empty sheet."""
    return next((cue for cue in reversed(sheet.cues) if cue.at_ms <= position_ms), None)


def _record(run: _Run, sheet: CueSheet) -> SessionRecord:
    spent_ms = dict.fromkeys(run.skipped, 0)
    pressed_ms = 0
    for cue in sheet.cues:
        played_ms = _overlap_ms(cue, run.played)
        if played_ms:
            spent_ms[cue.step] = spent_ms.get(cue.step, 0) + (played_ms if cue.kind.is_done else 0)
            pressed_ms += played_ms if cue.presses else 0
    done = tuple(
        StepDone(step.id, _whole_s(spent_ms[index]), index in run.skipped)
        for index, step in enumerate(sheet.plan.steps)
        if index in spent_ms
    )
    return SessionRecord(run.ending, done, _whole_s(pressed_ms), run.position_ms, run.eased_by, run.feeling)


def _overlap_ms(cue: Cue, played: tuple[tuple[int, int], ...]) -> int:
    end = cue.at_ms + cue.for_ms
    within_ms = 0
    for start, to in played:
        if start < end and to > cue.at_ms:
            within_ms += min(end, to) - max(cue.at_ms, start)
    return within_ms


def _whole_s(milliseconds: int) -> int:
    return timedelta(milliseconds=milliseconds) // timedelta(seconds=1)
