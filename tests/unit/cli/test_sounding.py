"""What is heard in the terminal: by which program, in which order, and what is said where nothing is."""

import io
import wave
from array import array
from pathlib import Path

import pytest

from unknot.cli.ringing import NOTES, Note, wav_of
from unknot.cli.sounding import Program, Sound, program_here, voice_in, write_tones
from unknot.words import say

PAPLAY = Program(("paplay",), plays_opus=True)
APLAY = Program(("aplay", "-q"), plays_opus=False)
TONES = {name: Path(f"{name}.wav") for name in NOTES}
VOICE = {"Let go.": Path("let-go.opus"), "Breathe.": Path("breathe.opus")}


class Machine:
    """Starts nothing: it says what was started, and each file is heard until it is told to have ended."""

    def __init__(self):
        self.started: list[tuple[str, ...]] = []
        self.heard: list[Heard] = []

    def start(self, command):
        self.started.append(command)
        self.heard.append(Heard())
        return self.heard[-1]

    @property
    def files(self):
        return [command[-1] for command in self.started]


class Heard:
    """A file that is being played."""

    def __init__(self):
        self.code, self.is_cut = None, False

    def poll(self):
        return self.code

    def terminate(self):
        self.code, self.is_cut = -15, True

    def wait(self, timeout=None):
        self.code = 0 if self.code is None else self.code
        return self.code


@pytest.fixture
def machine():
    return Machine()


def sound_of(machine, program=PAPLAY, voice=VOICE):
    return Sound(program, TONES, voice, machine.start)


def test_the_first_program_that_is_here_is_taken_and_one_with_the_voice_before_one_without():
    assert program_here({"aplay": "/bin/aplay", "paplay": "/bin/paplay"}.get, "linux") == PAPLAY
    assert program_here({"aplay": "/bin/aplay"}.get, "linux") == APLAY
    assert program_here({}.get, "linux") is None


def test_windows_plays_tones_by_what_it_has_itself():
    program = program_here({}.get, "win32")
    assert program is not None
    assert ("winsound" in program.command[-1], program.plays_opus) == (True, False)


def test_a_tone_is_rung_at_once_by_that_program(machine):
    sound_of(machine, APLAY).ring("release")
    assert machine.started == [("aplay", "-q", "release.wav")]


def test_a_line_is_said_sentence_after_sentence_when_its_time_has_come(machine):
    sound = sound_of(machine)
    sound.say(("Let go.", "Breathe."), 1_000)
    sound.look(900)
    assert machine.files == []
    sound.look(1_000)
    sound.look(1_100)
    assert machine.files == ["let-go.opus"]
    machine.heard[0].code = 0
    sound.look(1_200)
    assert machine.files == ["let-go.opus", "breathe.opus"]


def test_a_new_line_takes_the_place_of_the_one_that_is_said(machine):
    sound = sound_of(machine)
    sound.say(("Let go.", "Breathe."), 0)
    sound.look(0)
    sound.say(("Breathe.",), 0)
    sound.look(0)
    assert (machine.files, machine.heard[0].is_cut) == (["let-go.opus", "breathe.opus"], True)


def test_a_line_with_a_sentence_that_has_no_sound_is_not_said_in_part(machine):
    sound = sound_of(machine)
    sound.say(("Let go.", "Who said that?"), 0)
    sound.look(0)
    assert machine.started == []


def test_silence_cuts_tones_and_voice_off(machine):
    sound = sound_of(machine)
    sound.ring("start")
    sound.say(("Let go.", "Breathe."), 0)
    sound.look(0)
    sound.silence()
    sound.look(9_000)
    assert [one.is_cut for one in machine.heard] == [True, True]


def test_what_was_cut_off_is_no_program_that_fails(machine):
    sound = sound_of(machine)
    sound.ring("start")
    sound.silence()
    sound.look(100)
    sound.ring("release")
    assert (machine.files, sound.lacks) == (["start.wav", "release.wav"], "")


@pytest.mark.parametrize(
    ("program", "voice", "lacks"),
    [
        (PAPLAY, VOICE, ""),
        (PAPLAY, {}, "cli-session-tones-only"),
        (APLAY, VOICE, "cli-session-tones-only"),
        (None, VOICE, "cli-session-silent"),
    ],
)
def test_what_cannot_be_heard_is_said_in_one_line(machine, program, voice, lacks):
    assert sound_of(machine, program, voice).lacks == lacks
    assert not lacks or len(say(lacks).splitlines()) == 1


def test_without_a_program_nothing_is_started(machine):
    sound = sound_of(machine, None)
    sound.ring("start")
    sound.say(("Let go.",), 0)
    sound.look(0)
    assert machine.started == []


def test_a_program_that_finds_no_device_is_not_asked_again_and_that_is_said(machine):
    sound = sound_of(machine)
    sound.ring("start")
    machine.heard[0].code = 1
    sound.look(100)
    sound.ring("release")
    assert (machine.files, sound.lacks) == (["start.wav"], "cli-session-silent")


def test_a_program_that_cannot_be_started_leaves_the_session_silent():
    def start(command):
        raise FileNotFoundError(command[0])

    sound = Sound(PAPLAY, TONES, VOICE, start)
    sound.ring("start")
    assert sound.lacks == "cli-session-silent"


def samples_of(wav):
    with wave.open(io.BytesIO(wav)) as read:
        assert (read.getnchannels(), read.getsampwidth()) == (1, 2)
        return array("h", read.readframes(read.getnframes())), read.getframerate()


def test_a_tone_is_as_long_as_its_notes_begins_softly_and_fades_away():
    samples, rate = samples_of(wav_of(NOTES["switch"]))
    assert len(samples) / rate == pytest.approx(0.34 + 2.4, abs=0.001)
    loudest = [max(map(abs, samples[begin : begin + rate // 10])) for begin in (0, len(samples) - rate // 10)]
    assert abs(samples[1]) < 100 < loudest[1] * 100 < loudest[0]


def test_what_is_louder_than_full_scale_is_cut_off_at_it():
    samples, _ = samples_of(wav_of((Note(440, 0, 0.2, 3, 0.01),)))
    assert (max(samples), min(samples)) == (32_767, -32_767)


def test_every_tone_of_the_browser_is_written(tmp_path):
    written = write_tones(tmp_path)
    assert written.keys() == {"start", "halfway", "release", "switch", "stop", "end", "in", "out"}
    assert all(file.stat().st_size > 1_000 for file in written.values())


def test_the_voice_is_found_by_its_manifest_and_without_one_there_is_none(tmp_path):
    assert voice_in(tmp_path) == {}
    (tmp_path / "manifest.json").write_text('{"voice": "x", "sentences": {"Rest.": ["a.opus", 900]}}', "utf-8")
    assert voice_in(tmp_path) == {"Rest.": tmp_path / "a.opus"}
