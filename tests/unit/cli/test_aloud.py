"""A session in the terminal, heard: the tones of its cues and every line, each once."""

import json
from pathlib import Path

import pytest

from unknot.cli.aloud import Aloud
from unknot.cli.playing import said
from unknot.cli.ringing import NOTES
from unknot.cli.sounding import Program, Sound
from unknot.coach import Case, cue_case
from unknot.guiding import EventKind, Pace, SessionEvent, at_pace, replay
from unknot.words import sentences_of

PAPLAY = Program(("paplay",), plays_opus=True)
TONES = {name: Path(name) for name in NOTES}
BREATH = ("in", "out")


class Everything(dict):
    """A voice with a sound for every sentence."""

    def __contains__(self, sentence):
        return True

    def __missing__(self, sentence):
        return Path(sentence)


class Ended:
    """A file that is over as soon as it has begun."""

    def poll(self):
        return 0

    def terminate(self):
        """It is over."""

    def wait(self, timeout=None):
        return 0


class Room:
    """Plays a sheet look by look, and keeps what was heard and what was said in words."""

    def __init__(self, sheet, program=PAPLAY, **choice):
        self.heard = []
        self.sheet = sheet
        self.aloud = Aloud(sheet, Sound(program, TONES, Everything({"": Path()}), self.start), **choice)

    def start(self, command):
        self.heard.append(command[-1])
        return Ended()

    def look(self, at_ms, *events, words="Words.", paused=False):
        log = (SessionEvent(EventKind.START, 0), *events, SessionEvent(EventKind.FINISH, at_ms))
        return self.aloud.hear(replay(self.sheet, log), words, at_ms, paused=paused)


@pytest.fixture
def sheet(knowledge, healthy, now):
    return cue_case(Case(answers=healthy, drawing={"shoulder_top_R": 6}, minutes=5), knowledge, now)


def hold_of(sheet):
    return next(cue for cue in sheet.cues if cue.kind == "hold")


def test_a_cue_rings_its_tone_once_and_its_words_come_after_it(sheet):
    room, hold = Room(sheet), hold_of(sheet)
    assert [room.look(hold.at_ms + later) for later in (20, 300, 720)] == [True, False, False]
    assert room.heard == ["start", "Words."]


def test_half_time_and_release_ring_as_well(sheet):
    room, hold = Room(sheet), hold_of(sheet)
    for at_ms in (hold.at_ms, hold.at_ms + hold.for_ms // 2, hold.at_ms + hold.for_ms):
        room.look(at_ms)
    assert [one for one in room.heard if one in TONES and one not in BREATH] == ["start", "halfway", "release"]


def test_a_cue_without_a_tone_is_said_at_once(sheet):
    room = Room(sheet)
    ready = next(cue for cue in sheet.cues if cue.kind == "ready")
    room.look(ready.at_ms, words="Place your hand.")
    assert room.heard == ["Place your hand."]


def test_in_a_pause_nothing_is_heard_and_after_it_the_line_is_said_again(sheet):
    room, hold = Room(sheet), hold_of(sheet)
    pause, resume = (SessionEvent(kind, hold.at_ms + 1_000) for kind in (EventKind.PAUSE, EventKind.RESUME))
    room.look(hold.at_ms)
    room.look(hold.at_ms + 900)
    room.look(hold.at_ms + 1_200, pause, paused=True)
    room.look(hold.at_ms + 1_300, pause, resume)
    assert room.heard == ["start", "Words.", "Words."]


@pytest.mark.parametrize(("kind", "tone"), [(EventKind.STOP, "stop"), (EventKind.FINISH, "end")])
def test_the_end_has_its_chord_and_stop_its_falling_tones(sheet, kind, tone):
    room = Room(sheet)
    room.aloud.end(replay(sheet, (SessionEvent(EventKind.START, 0), SessionEvent(kind, 9_000_000))))
    assert room.heard == [tone]


def test_the_breath_of_a_hold_is_heard_as_it_turns_each_turn_once(sheet):
    room, hold = Room(sheet), hold_of(sheet)
    for later in (0, 4_480, 4_500, 4_600, 9_900, 10_000, 10_100):
        room.look(hold.at_ms + later)
    assert [one for one in room.heard if one in TONES] == ["start", "out", "in"]


@pytest.mark.parametrize(
    ("pace", "out_ms", "in_ms"), [(Pace.QUICK, 4_000, 9_000), (Pace.MIDDLE, 4_500, 10_000), (Pace.SLOW, 5_000, 11_000)]
)
def test_the_breath_is_heard_at_the_persons_own_pace(sheet, pace, out_ms, in_ms):
    room, hold = Room(at_pace(sheet, pace)), hold_of(sheet)
    breaths = []
    for later in (0, out_ms - 1, out_ms, in_ms - 1, in_ms):
        room.look(hold.at_ms + later)
        breaths.append([one for one in room.heard if one in BREATH])
    assert breaths == [[], [], ["out"], ["out"], ["out", "in"]]


def test_a_breath_that_is_to_be_quiet_is_not_heard(sheet):
    room, hold = Room(sheet, breathes=False), hold_of(sheet)
    for later in (0, 4_500, 10_000):
        room.look(hold.at_ms + later)
    assert [one for one in room.heard if one in TONES] == ["start"]


def test_without_a_program_the_bell_of_the_terminal_is_needed_where_a_tone_would_ring(sheet):
    room = Room(sheet, program=None)
    assert (room.look(hold_of(sheet).at_ms), room.heard, room.aloud.needs_bell) == (True, [], True)
    assert room.aloud.lacks == "cli-session-silent"


def test_what_is_said_in_the_terminal_has_a_sound_in_the_shipped_voice(sheet):
    """The same sentences as in the browser: a session can be followed with eyes closed here too."""
    shelf = Path(__file__).parents[3] / "web" / "public" / "voice" / "manifest.json"
    spoken = json.loads(shelf.read_text("utf-8"))["sentences"]
    messages = [(cue, say) for cue in sheet.cues for say in (cue.say, *(line.say for line in cue.lines))]
    lines = [said(sheet, cue, message=message) for cue, message in messages]
    assert [one for line in lines for one in sentences_of(line) if one not in spoken] == []
