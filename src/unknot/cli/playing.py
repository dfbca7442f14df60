"""A session in the terminal: the sheet that the browser plays, with its tones and voice, and a key for each turn."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import click
import msgspec
from rich.console import Console, Group
from rich.live import Live
from rich.padding import Padding
from rich.progress_bar import ProgressBar
from rich.text import Text

from unknot.cli.aloud import Aloud
from unknot.cli.hearing import STOP, TURN_KEYS, Hearing
from unknot.cli.sounding import Sound, open_sound
from unknot.coach import Knowledge
from unknot.errors import InputError
from unknot.guarding import refusal_of
from unknot.guiding import (
    Cue,
    CueSheet,
    Eased,
    Ending,
    EventKind,
    Feeling,
    SessionEvent,
    SessionRecord,
    breath_at,
    ceiling_said,
    cue_at,
    replay,
    rule_for,
    saying_at,
)
from unknot.units import Instant, Millis
from unknot.words import say

_LOOK_S = 0.1
_AS_PLANNED = Eased()
Clock = Callable[[], int]
ReadKey = Callable[[float], str]
OpenSound = Callable[[], AbstractContextManager[Sound]]


def play(
    sheet: CueSheet,
    knowledge: Knowledge,
    now: Instant,
    open_sound: OpenSound = open_sound,
    *,
    breathes: bool = True,
) -> None:
    """Play a session until it ends or is stopped, then say what follows. Ctrl-C stops like `s`.

    breathes: the breath is heard as it turns; it is shown in any case.

    Raises: InputError: the guard refuses the sheet.
    """
    if why := refusal_of(msgspec.json.encode(sheet), now):
        raise InputError("sheet", "guard-refused", why=why.value)
    with open_sound() as sound:
        aloud = Aloud(sheet, sound, breathes=breathes)
        with _keys() as read_key, Live(console=Console(), auto_refresh=False) as live:
            events = run(sheet, _milliseconds, read_key, lambda log: _draw(live, sheet, log, aloud))
        record = replay(sheet, events)
        aloud.end(record)
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


def _draw(live: Live, sheet: CueSheet, events: tuple[SessionEvent, ...], aloud: Aloud) -> None:
    record = replay(sheet, events)
    cue = cue_at(sheet, record.position_ms)
    if cue is None:
        return
    words = said(sheet, cue, record.eased, _saying(sheet, record))
    if aloud.hear(record, words, events[-1].at_ms, paused=_is_paused(events)) and aloud.needs_bell:
        live.console.bell()
    live.update(screen(sheet, cue, words, record.position_ms, say(aloud.lacks) if aloud.lacks else ""), refresh=True)


def screen(sheet: CueSheet, cue: Cue, words: str, position_ms: Millis, note: str = "") -> Group:
    """What is shown of a cue: its words, the seconds left, the breath, how far the session is, the keys, and a note."""
    left_s = _whole_seconds(cue.at_ms + cue.for_ms - position_ms)
    breath = breath_at(sheet.steps[cue.step].breath, cue, position_ms - cue.at_ms)
    bar = ProgressBar(total=sheet.total_ms, completed=min(position_ms, sheet.total_ms), width=60)
    return Group(
        Text(words, style="bold"),
        Text(f"{left_s} s", style="bold yellow") if cue.counts_down else Text(""),
        Text(f"{say(f'cue-{breath.way}')} {_whole_seconds(breath.left_ms)}" if breath else ""),
        Padding(bar, 0),  # a bar ends no line of its own
        Text(keys_here(cue), style="dim"),
        Text(note, style="dim"),
    )


def _whole_seconds(left_ms: Millis) -> int:
    """As they are counted down: from the number that is said first to 1."""
    return -(-left_ms // 1000)


def _is_paused(events: tuple[SessionEvent, ...]) -> bool:
    turning = (EventKind.PAUSE, EventKind.RESUME)
    return next((event.kind is EventKind.PAUSE for event in reversed(events) if event.kind in turning), False)


def _saying(sheet: CueSheet, record: SessionRecord) -> str | None:
    saying = saying_at(sheet, record.position_ms, record.turns)
    return None if saying is None else saying.say


def keys_here(cue: Cue) -> str:
    """The keys that do something in a cue: pausing and stopping, every turn that it has, and the level."""
    turns = [branch.on for branch in cue.branches if branch.on in TURN_KEYS]
    parts = [f"{TURN_KEYS[turn]} {say(f'session-turn-{turn}')}" for turn in turns]
    level = [say("cli-session-level")] if cue.presses else []
    return " · ".join((say("cli-session-keys"), *level, *parts))


def said(sheet: CueSheet, cue: Cue, eased: Eased = _AS_PLANNED, message: str | None = None) -> str:
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
        ceiling=ceiling_said(step, sheet.steps, eased),
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
