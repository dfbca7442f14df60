"""A session in the terminal: the clock says where it is, the keys what happens, and Stop comes first."""

import io
from contextlib import contextmanager
from datetime import timedelta
from itertools import chain, repeat

import pytest
from msgspec.structs import replace
from rich.console import Console

from unknot.cli import playing
from unknot.cli.sounding import Sound
from unknot.coach import Case, cue_case
from unknot.errors import InputError
from unknot.guiding import Ending, EventKind, Feeling, replay
from unknot.words import say

LOOK_MS = 100


class Terminal:
    """A clock that moves on with each look at the keys, and keys that are pressed at set looks."""

    def __init__(self, keys=(), look_ms=LOOK_MS):
        self.now_ms, self.look_ms, self.drawn = 5_000, look_ms, []
        self.keys = chain(keys, repeat(""))

    def clock(self):
        return self.now_ms

    def read_key(self, wait_s):
        assert wait_s == pytest.approx(LOOK_MS / 1000)
        key = next(self.keys)
        if isinstance(key, type):
            raise key
        self.now_ms += self.look_ms
        return key

    def draw(self, events):
        self.drawn.append(events)

    def play(self, sheet):
        return playing.run(sheet, self.clock, self.read_key, self.draw)


@pytest.fixture
def sheet(knowledge, healthy, now):
    return cue_case(Case(answers=healthy, drawing={"shoulder_top_R": 6}, minutes=5), knowledge, now)


def pressed_s(sheet):
    """What is pressed when nothing turns the session."""
    return sum(cue.for_ms for cue in sheet.cues if cue.presses and cue.at_ms < sheet.total_ms) // 1000


def told(events):
    return [(event.kind.value, event.at_ms - 5_000) for event in events]


def test_a_session_that_nobody_touches_is_played_to_its_end(sheet):
    events = Terminal(look_ms=1_000).play(sheet)
    assert told(events) == [("start", 0), ("finish", sheet.total_ms)]
    assert replay(sheet, events).ending is Ending.FINISHED


@pytest.mark.parametrize("key", ["s", "\x1b", KeyboardInterrupt])
def test_stop_is_one_key_or_ctrl_c(sheet, key):
    terminal = Terminal([*[""] * 9, key])
    events = terminal.play(sheet)
    assert [event.kind for event in events] == [EventKind.START, EventKind.STOP]
    assert terminal.now_ms - 6_000 <= LOOK_MS


def test_stop_is_obeyed_while_paused(sheet):
    events = Terminal([" ", "", "s"]).play(sheet)
    assert told(events) == [("start", 0), ("pause", 100), ("stop", 300)]


def test_space_pauses_and_goes_on(sheet):
    events = Terminal([" ", *[""] * 50, " ", "s"]).play(sheet)
    assert told(events) == [("start", 0), ("pause", 100), ("resume", 5_200), ("stop", 5_300)]
    assert replay(sheet, events).position_ms == 200


def test_k_skips_a_step(sheet):
    events = Terminal(["k", "s"]).play(sheet)
    assert [one.skipped for one in replay(sheet, events).done] == [True, False]


def test_skipping_every_step_ends_the_session(sheet):
    events = Terminal("k" * len(sheet.plan.steps)).play(sheet)
    assert replay(sheet, events).ending is Ending.FINISHED
    assert [event.kind.value for event in events] == ["start", *["skip"] * len(sheet.plan.steps), "finish"]


def test_other_keys_do_nothing(sheet):
    assert told(Terminal(["q", "\n", "S", "s"]).play(sheet)) == [("start", 0), ("stop", 400)]


@pytest.mark.parametrize(
    ("key", "kind"), [("n", "next"), ("w", "swap"), ("a", "repeat"), ("e", "ease"), ("x", "too-sore"), ("k", "skip")]
)
def test_every_turn_has_its_key(sheet, key, kind):
    assert told(Terminal([key, "s"]).play(sheet)) == [("start", 0), (kind, 100), ("stop", 200)]


def test_a_digit_says_how_strong_it_is_and_the_ceiling_that_is_said_comes_down(sheet):
    hold = next(cue for cue in sheet.cues if cue.kind == "hold")
    looks = [""] * (hold.at_ms // LOOK_MS)
    events = Terminal([*looks, "8", "s"]).play(sheet)
    record = replay(sheet, events)
    assert [(taken.on.value, taken.level_0_10) for taken in record.turns] == [("level-over", 8)]
    assert "4 or less" in playing.said(sheet, hold, record.eased, "cue-level-over")


def levels(events):
    return [event.level for event in events if event.kind is EventKind.LEVEL]


@pytest.mark.parametrize(
    ("keys", "heard"),
    [
        (["t"], [10]),
        (["1", "0"], [10]),
        (["1", *[""] * 6, "0"], [10]),
        (["1", *[""] * 7, "0"], [1, 0]),
        (["1", "1", "0"], [1, 10]),
        (["1", "5"], [1, 5]),
        (["0", "1", "n"], [0, 1]),
        (["9"], [9]),
    ],
)
def test_ten_has_a_key_and_is_never_heard_as_one_and_nought(sheet, keys, heard):
    assert levels(Terminal([*keys, "s"]).play(sheet)) == heard


@pytest.mark.parametrize("key", ["s", "\x1b", KeyboardInterrupt])
def test_stop_right_after_a_one_stops(sheet, key):
    events = Terminal(["1", key]).play(sheet)
    assert [event.kind.value for event in events] == ["start", "level", "stop"]


def test_a_ten_in_a_hold_brings_the_ceiling_down(sheet):
    hold = next(cue for cue in sheet.cues if cue.kind == "hold")
    looks = [""] * (hold.at_ms // LOOK_MS)
    record = replay(sheet, Terminal([*looks, "1", "0", "s"]).play(sheet))
    assert [(taken.on.value, taken.level_0_10) for taken in record.turns] == [("level-over", 10)]


def test_the_keys_that_do_something_are_shown_and_no_others(sheet):
    settle, hold = sheet.cues[0], next(cue for cue in sheet.cues if cue.kind == "hold")
    assert playing.keys_here(settle) == "space Pause · s Stop · k Skip this step · e Ease off · n Next"
    assert playing.keys_here(hold) == (
        "space Pause · s Stop · 0-9 How strong, t for 10 · "
        "k Skip this step · e Ease off · x Too sore · n Next · w Another way"
    )


def test_a_late_look_shortens_nothing(sheet):
    late = Terminal(look_ms=45_000).play(sheet)
    assert replay(sheet, late).pressed_s == pressed_s(sheet)


def test_what_is_drawn_is_where_the_session_stands(sheet):
    terminal = Terminal(["", "", "s"])
    terminal.play(sheet)
    assert [replay(sheet, events).position_ms for events in terminal.drawn] == [0, 100, 200]


def test_every_cue_is_said_in_words(sheet):
    assert [cue.say for cue in sheet.cues if not playing.said(sheet, cue)] == []
    hold = next(cue for cue in sheet.cues if cue.kind == "hold")
    assert f"{sheet.plan.steps[hold.step].ceiling_0_10} out of ten" in playing.said(sheet, hold)


@contextmanager
def silence():
    """A machine without a program that plays sound."""
    yield Sound(None, {}, {}, pytest.fail)


@pytest.fixture
def play(monkeypatch, knowledge, sheet, now, capsys):
    """Plays in a terminal that is not one, with these keys, and gives what was said afterwards."""

    def play(*keys):
        terminal = Terminal(keys, look_ms=2_000)
        monkeypatch.setattr(playing, "_wait", terminal.read_key)
        monkeypatch.setattr(playing, "_milliseconds", terminal.clock)
        playing.play(sheet, knowledge, now, silence)
        return capsys.readouterr().out

    return play


def test_at_the_end_it_says_what_was_done(play, sheet):
    assert play().endswith(f"{say('cue-done')}\n{say('cli-session-done', seconds=pressed_s(sheet))}\n")


@pytest.mark.parametrize("feeling", Feeling)
def test_after_a_stop_it_asks_what_was_felt_and_says_what_follows(play, monkeypatch, knowledge, feeling):
    number = list(Feeling).index(feeling) + 1
    monkeypatch.setattr("click.prompt", lambda *_, **__: number)
    out = play("", "s")
    assert f"  {number}. {say(f'feeling-{feeling}')}\n" in out
    advice = [say(f"stop-{feeling}"), say(f"stop-{feeling}", "do"), say(f"stop-{feeling}", "next")]
    ends = next(rule.ends_session for rule in knowledge.stops if rule.feeling is feeling)
    assert out.endswith("\n".join([*advice, *([say("stop-not-today")] if ends else []), ""]))


def test_a_sheet_that_could_hurt_is_not_played(sheet, knowledge, now):
    """A planner that is broken asks for eight of ten; nothing is drawn and no key is read."""
    harder = tuple(replace(step, ceiling_0_10=8) if step.point else step for step in sheet.plan.steps)
    with pytest.raises(InputError, match="sheet: guard-refused \\(why=pressure\\)"):
        playing.play(replace(sheet, plan=replace(sheet.plan, steps=harder)), knowledge, now)


def test_a_sheet_whose_check_in_is_old_is_not_played(sheet, knowledge, now):
    with pytest.raises(InputError, match="guard-refused \\(why=not-fresh\\)"):
        playing.play(sheet, knowledge, now + timedelta(minutes=121))
    assert say("guard-refused", why="not-fresh").endswith("your check-in is no longer fresh.")


def test_where_there_is_no_sound_that_is_said_and_the_session_goes_on(play):
    assert say("cli-session-silent") in play()


def test_all_keys_are_on_the_screen_below_the_bar_and_the_note_below_them(sheet):
    hold = next(cue for cue in sheet.cues if cue.kind == "hold")
    console = Console(width=80, file=io.StringIO(), force_terminal=False)
    with console.capture() as shown:
        console.print(playing.screen(sheet, hold, "Press.", hold.at_ms + 1_000, "Read along."))
    words, left, breath, bar, *keys, note = (line.rstrip() for line in shown.get().splitlines())
    assert (words, left, breath) == ("Press.", "29 s", f"{say('cue-in')} 4")
    assert set(bar) <= set("━╸╺ ")
    assert (" ".join(keys), note) == (playing.keys_here(hold), "Read along.")
