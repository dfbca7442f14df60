"""What was really done: a cue sheet and the events of its player, folded into a record.

The browser's `player.ts` follows the same rules; the logs in tests/contract/sessions run through both.
"""

from datetime import timedelta
from enum import StrEnum

from msgspec.structs import replace

from unknot.guiding.course import Stretch, begins_ms, index_at, play_on, with_turns
from unknot.guiding.cues import Cue, CueSheet, Turn
from unknot.guiding.levels import Eased, Told, ceiling_now, eased_by, turn_of
from unknot.guiding.stopping import Feeling
from unknot.planning import Step
from unknot.units import Millis, Score0To10, Seconds, Value


class EventKind(StrEnum):
    """What a person or the clock can do to a session.

    ease to next take the turn of the sheet of that name; level tells how strong the pressure is; felt says why it was
    stopped.
    """

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    SKIP = "skip"
    EASE = "ease"
    TOO_SORE = "too-sore"
    SWAP = "swap"
    REPEAT = "repeat"
    NEXT = "next"
    LEVEL = "level"
    STOP = "stop"
    FELT = "felt"
    FINISH = "finish"

    @property
    def turn(self) -> Turn | None:
        """The turn of the sheet that it takes; None where it takes none of its own."""
        return _TURNS.get(self)


_TURNS = {kind: Turn(kind.value) for kind in EventKind if kind.value in set(Turn)}


class SessionEvent(Value, frozen=True):
    """Something that happened in a player, in milliseconds of the player's clock since it was opened."""

    kind: EventKind
    at_ms: Millis
    feeling: Feeling | None = None
    level: Score0To10 | None = None


class Ending(StrEnum):
    """How a session stands; one that is paused is still running."""

    UNSTARTED = "unstarted"
    RUNNING = "running"
    STOPPED = "stopped"
    FINISHED = "finished"


class StepDone(Value, frozen=True):
    """How long a step's pressure or movement really lasted, in which way; a step done in two ways stands twice."""

    step: str
    seconds: Seconds
    skipped: bool
    technique: str
    tool: str


class Taken(Value, frozen=True):
    """A turn that was taken: where, in which repetition of which step, and the level that was told, if it was one."""

    on: Turn
    step: str
    repetition: int
    position_ms: Millis
    level_0_10: Score0To10 | None = None


class SessionRecord(Value, frozen=True):
    """What was done, and every turn that was taken. `position_ms` is the place in the cue sheet that was reached.

    `ceiling_at_most_0_10` is the lowest ceiling that was come down to; None where nothing was eased that presses.
    """

    ending: Ending
    done: tuple[StepDone, ...]
    pressed_s: Seconds
    position_ms: Millis
    ceiling_eased_by: int
    feeling: Feeling | None
    turns: tuple[Taken, ...] = ()
    ceiling_at_most_0_10: Score0To10 | None = None

    @property
    def eased(self) -> Eased:
        """How far the ceiling has come down."""
        return Eased(self.ceiling_eased_by, self.ceiling_at_most_0_10)


class _Run(Value, frozen=True):
    ending: Ending = Ending.UNSTARTED
    paused: bool = False
    position_ms: int = 0
    since_ms: int = 0
    played: tuple[Stretch, ...] = ()
    skipped: tuple[int, ...] = ()
    eased: Eased = Eased()
    turns: tuple[Taken, ...] = ()
    feeling: Feeling | None = None


def replay(sheet: CueSheet, events: tuple[SessionEvent, ...]) -> SessionRecord:
    """The record of a session. Stop is obeyed from every state, and nothing follows it but what was felt.

    An event that its state does not know (resume while playing), or a turn that the sheet does not have where it is,
    changes nothing; time never runs backwards.

    Source: protocol S4, S5.
    """
    sheet = with_turns(sheet)
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
        case _ if run.ending is Ending.RUNNING and sheet.cues:
            return _turned(run, event, sheet)
        case _:
            return run


def _advanced(run: _Run, at_ms: int, sheet: CueSheet) -> _Run:
    """The run at a later moment of the player's clock: played on, and finished when the sheet is at its end."""
    if run.ending is not Ending.RUNNING or run.paused or at_ms <= run.since_ms:
        return run
    reached = play_on(sheet, run.position_ms, at_ms - run.since_ms)
    return replace(
        run,
        position_ms=reached.position_ms,
        since_ms=at_ms,
        played=(*run.played, *reached.played),
        ending=Ending.FINISHED if reached.is_end else Ending.RUNNING,
    )


def _turned(run: _Run, event: SessionEvent, sheet: CueSheet) -> _Run:
    """The run after a turn, if the cue that is on has it."""
    index = index_at(sheet, run.position_ms)
    cue = sheet.cues[index]
    step = sheet.steps[cue.step]
    turn = event.kind.turn or _turn_of_level(run, event, cue, step, sheet)
    branch = None if turn is None else cue.branch(turn)
    if branch is None:
        return run
    level = event.level if event.kind is EventKind.LEVEL else None
    taken = Taken(branch.on, step.id, cue.repetition, run.position_ms, level)
    run = replace(run, turns=(*run.turns, taken), eased=eased_by(branch, step, run.eased))
    if branch.on is Turn.SKIP:
        run = replace(run, skipped=(*run.skipped, cue.step))
    return run if branch.to == index else _moved(run, branch.to, sheet)


def _turn_of_level(run: _Run, event: SessionEvent, cue: Cue, step: Step, sheet: CueSheet) -> Turn | None:
    """The turn of a level; None where no level was told, or the plan is of a time before it was asked for."""
    coaching = sheet.plan.coaching
    if event.kind is not EventKind.LEVEL or event.level is None or coaching is None:
        return None
    return turn_of(event.level, _told(run, cue, sheet), ceiling_now(step, run.eased), coaching)


def _told(run: _Run, cue: Cue, sheet: CueSheet) -> tuple[Told, ...]:
    """The levels told in the hold that a cue belongs to, and whether the ceiling has come down since each of them."""
    told: list[Told] = []
    for taken in run.turns:
        at = sheet.cues[index_at(sheet, taken.position_ms)]
        if (at.step, at.repetition) != (cue.step, cue.repetition):
            continue
        if taken.level_0_10 is not None:
            told.append(Told(taken.level_0_10))
        branch = at.branch(taken.on)
        if branch is not None and branch.eases:
            told = [replace(one, eased_since=True) for one in told]
    return tuple(told)


def _moved(run: _Run, to: int, sheet: CueSheet) -> _Run:
    ending = run.ending if to < len(sheet.cues) else Ending.FINISHED
    return replace(run, position_ms=begins_ms(sheet, to), ending=ending)


def _record(run: _Run, sheet: CueSheet) -> SessionRecord:
    spent_ms = dict.fromkeys(run.skipped, 0)
    pressed_ms = 0
    for cue in sheet.cues:
        played_ms = _overlap_ms(cue, run.played)
        if played_ms:
            spent_ms[cue.step] = spent_ms.get(cue.step, 0) + (played_ms if cue.kind.is_done else 0)
            pressed_ms += played_ms if cue.presses else 0
    done = tuple(
        StepDone(step.id, _whole_s(spent_ms[index]), index in run.skipped, step.technique, step.tool)
        for index, step in enumerate(sheet.steps)
        if index in spent_ms
    )
    pressed_s = _whole_s(pressed_ms)
    return SessionRecord(
        run.ending,
        done,
        pressed_s,
        run.position_ms,
        run.eased.by,
        run.feeling,
        run.turns,
        run.eased.at_most_0_10,
    )


def _overlap_ms(cue: Cue, played: tuple[Stretch, ...]) -> int:
    end = cue.at_ms + cue.for_ms
    within_ms = 0
    for start, to in played:
        if start < end and to > cue.at_ms:
            within_ms += min(end, to) - max(cue.at_ms, start)
    return within_ms


def _whole_s(milliseconds: int) -> int:
    return timedelta(milliseconds=milliseconds) // timedelta(seconds=1)
