"""A session in the terminal: the sheet that the browser plays, with a countdown, a bell and a key for each turn."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from rich.console import Console, Group
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.text import Text

from unknot.cli.hearing import STOP, TURN_KEYS, Hearing
from unknot.coach import Knowledge
from unknot.guiding import (
    Cue,
    CueSheet,
    Ending,
    EventKind,
    Feeling,
    SessionEvent,
    SessionRecord,
    Tone,
    ceiling_now,
    cue_at,
    replay,
    rule_for,
    saying_at,
)
from unknot.words import say

_LOOK_S = 0.1
Clock = Callable[[], int]
ReadKey = Callable[[float], str]


def play(sheet: CueSheet, knowledge: Knowledge) -> None:
    """Play a session until it ends or is stopped, then say what follows. Ctrl-C stops like `s`."""
    console = Console()
    with _keys() as read_key, Live(console=console, auto_refresh=False) as live:
        events = run(sheet, _milliseconds, read_key, lambda event_log: _draw(live, sheet, event_log))
    record = replay(sheet, events)
    if events[-1].kind is EventKind.STOP:
        _ask_feeling(knowledge)
    else:
        click.echo(say("cue-done"))
        click.echo(say("cli-session-done", seconds=record.pressed_s))


def run(
    sheet: CueSheet, clock: Clock, read_key: ReadKey, draw: Callable[[tuple[SessionEvent, ...]], object]
) -> tuple[SessionEvent, ...]:
    """The events of a session that follows the keys until it is finished or stopped.

    The clock alone says where the session is; a late look shortens nothing.
    """
    events: tuple[SessionEvent, ...] = (SessionEvent(EventKind.START, clock()),)
    hearing = Hearing()
    while True:
        draw((*events, SessionEvent(EventKind.FINISH, clock())))
        key = _read(read_key)
        at_ms = clock()
        events = (*events, *hearing.take(key, at_ms))
        if events[-1].kind is EventKind.STOP:
            return events
        finished = (*events, SessionEvent(EventKind.FINISH, at_ms))
        if replay(sheet, finished).ending is Ending.FINISHED:
            return finished


def _read(read_key: ReadKey) -> str:
    try:
        return read_key(_LOOK_S)
    except KeyboardInterrupt:
        return STOP


def _draw(live: Live, sheet: CueSheet, events: tuple[SessionEvent, ...]) -> None:
    record = replay(sheet, events)
    cue = cue_at(sheet, record.position_ms)
    if cue is None:
        return
    words = said(sheet, cue, record.ceiling_eased_by, _saying(sheet, record))
    left_s = -(-(cue.at_ms + cue.for_ms - record.position_ms) // 1000)
    if _is_new(cue, record) and cue.tone is not Tone.NONE:
        live.console.bell()
    live.update(
        Group(
            Text(words, style="bold"),
            Text(f"{left_s} s", style="bold yellow") if cue.counts_down else Text(""),
            ProgressBar(total=sheet.total_ms, completed=min(record.position_ms, sheet.total_ms), width=60),
            Text(keys_here(cue), style="dim"),
        ),
        refresh=True,
    )


def _is_new(cue: Cue, record: SessionRecord) -> bool:
    return record.position_ms - cue.at_ms < _LOOK_S * 1000


def _saying(sheet: CueSheet, record: SessionRecord) -> str | None:
    saying = saying_at(sheet, record.position_ms, record.turns)
    return None if saying is None else saying.say


def keys_here(cue: Cue) -> str:
    """The keys that do something in a cue: pausing and stopping, every turn that it has, and the level."""
    turns = [branch.on for branch in cue.branches if branch.on in TURN_KEYS]
    parts = [f"{TURN_KEYS[turn]} {say(f'session-turn-{turn}')}" for turn in turns]
    level = [say("cli-session-level")] if cue.presses else []
    return " · ".join((say("cli-session-keys"), *level, *parts))


def said(sheet: CueSheet, cue: Cue, eased_by: int = 0, message: str | None = None) -> str:
    """What is said during a cue, in words: its first message, or another with the same facts."""
    step = sheet.steps[cue.step]
    return say(
        message or cue.say,
        side=step.side or "none",
        point=say(f"spot-{step.point or 'shoulder-top'}"),
        muscle=say(f"muscle-{step.muscle}") if step.muscle else "",
        tool=say(f"tool-{step.tool}"),
        seconds=step.seconds,
        repetition=cue.repetition,
        repetitions=cue.repetitions,
        ceiling=ceiling_now(step, eased_by),
    )


def _ask_feeling(knowledge: Knowledge) -> None:
    click.echo(say("stop-ask"))
    feelings = list(Feeling)
    for place, feeling in enumerate(feelings, start=1):
        click.echo(f"  {place}. {say(f'feeling-{feeling}')}")
    number = click.prompt("", type=click.IntRange(1, len(feelings)), prompt_suffix="> ")
    rule = rule_for(feelings[number - 1], knowledge.stops)
    click.echo(say(f"stop-{rule.feeling}"))
    click.echo(say(f"stop-{rule.feeling}", "do"))
    click.echo(say(f"stop-{rule.feeling}", "next"))
    if rule.ends_session:
        click.echo(say("stop-not-today"))


def _milliseconds() -> int:
    return time.monotonic_ns() // 1_000_000


@contextmanager
def _keys() -> Iterator[ReadKey]:
    """A reader of single keys; where the terminal cannot give them, one that only waits (Ctrl-C still stops)."""
    if sys.platform == "win32" or not sys.stdin.isatty():
        yield _wait
        return
    import select  # noqa: PLC0415  not on Windows
    import termios  # noqa: PLC0415
    import tty  # noqa: PLC0415

    before = termios.tcgetattr(sys.stdin)
    tty.setcbreak(sys.stdin)

    def read_key(wait_s: float) -> str:
        ready, _, _ = select.select([sys.stdin], [], [], wait_s)
        return os.read(sys.stdin.fileno(), 1).decode(errors="ignore").lower() if ready else ""

    try:
        yield read_key
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)


def _wait(wait_s: float) -> str:
    time.sleep(wait_s)
    return ""
