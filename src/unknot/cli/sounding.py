"""How a session sounds in the terminal: its tones and the shipped voice, by a program of this machine that plays files.

Only such a program is asked for; nothing is installed for it. One that plays no Opus rings the tones alone.
"""

import shutil
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

import msgspec

from unknot.cli.ringing import NOTES, wav_of
from unknot.units import Millis

AFTER_TONE_MS = 700
"""A tone is heard first, and its words come when it has faded a little."""
_CHORD_S = 6.0
_WINDOWS = "import sys, winsound; winsound.PlaySound(sys.argv[1], winsound.SND_FILENAME)"


class Program(msgspec.Struct, frozen=True):
    """A command that plays one file and ends with it, and whether it plays the Opus of the voice."""

    command: tuple[str, ...]
    plays_opus: bool


PROGRAMS = (
    Program(("paplay",), plays_opus=True),
    Program(("pw-play",), plays_opus=True),
    Program(("mpv", "--no-config", "--no-video", "--really-quiet"), plays_opus=True),
    Program(("ffplay", "-nodisp", "-autoexit", "-loglevel", "quiet"), plays_opus=True),
    Program(("afplay",), plays_opus=False),
    Program(("aplay", "-q"), plays_opus=False),
)
"""The first that is here is taken."""


class Playing(Protocol):
    """A file that is being played, as `subprocess.Popen`."""

    def poll(self) -> int | None:
        """None while it is heard; then 0, or what went wrong."""

    def terminate(self) -> None:
        """Fall silent."""

    def wait(self, timeout: float | None = None) -> int:
        """Be heard to the end."""


Start = Callable[[tuple[str, ...]], Playing]


def program_here(which: Callable[[str], str | None] = shutil.which, platform: str = sys.platform) -> Program | None:
    """The program that plays sound here; None where there is none."""
    if platform == "win32":
        return Program((sys.executable, "-c", _WINDOWS), plays_opus=False)
    return next((program for program in PROGRAMS if which(program.command[0])), None)


@dataclass
class Sound:
    """What is heard. Without a program, or once it fails, nothing is; `lacks` says so in one message, else it is empty.

    tones: the file of each. voice: the file of each sentence.
    """

    program: Program | None
    tones: Mapping[str, Path]
    voice: Mapping[str, Path]
    start: Start

    def __post_init__(self) -> None:
        self._rung: list[Playing] = []
        self._said: Playing | None = None
        self._to_say: deque[Path] = deque()
        self._say_from_ms: Millis = 0

    @property
    def lacks(self) -> str:
        """The message that says what is not heard."""
        if self.program is None:
            return "cli-session-silent"
        return "" if self.program.plays_opus and self.voice else "cli-session-tones-only"

    def ring(self, tone: str) -> None:
        """Let a tone be heard at once."""
        self._rung = [one for one in self._rung if one.poll() != 0]
        if tone in self.tones and (playing := self._play(self.tones[tone])) is not None:
            self._rung.append(playing)

    def say(self, sentences: tuple[str, ...], at_ms: Millis) -> None:
        """Let sentences be heard from a moment of the clock on, in the place of those before; all of them, or none."""
        self._hush()
        if not self.lacks and all(sentence in self.voice for sentence in sentences):
            self._to_say, self._say_from_ms = deque(self.voice[sentence] for sentence in sentences), at_ms

    def look(self, now_ms: Millis) -> None:
        """Say the next sentence when the one before it is over; notice a program that does not play."""
        if any(one.poll() not in (None, 0) for one in (*self._rung, self._said) if one is not None):
            self.silence()
            self.program = None
        if self._to_say and now_ms >= self._say_from_ms and (self._said is None or self._said.poll() is not None):
            self._said = self._play(self._to_say.popleft())

    def silence(self) -> None:
        """Nothing is heard from here on."""
        self._hush()
        for one in self._rung:
            one.terminate()
        self._rung = []

    def ring_out(self) -> None:
        """Wait until what rings has faded."""
        for one in self._rung:
            try:
                one.wait(_CHORD_S)
            except subprocess.TimeoutExpired:
                one.terminate()

    def _hush(self) -> None:
        self._to_say.clear()
        if self._said is not None:
            self._said.terminate()
        self._said = None

    def _play(self, file: Path) -> Playing | None:
        if self.program is None:
            return None
        try:
            return self.start((*self.program.command, str(file)))
        except OSError:
            self.program = None  # it was here, and cannot be started: the session goes on without it
            return None


@contextmanager
def open_sound() -> Iterator[Sound]:
    """The sound of this machine, for one session."""
    program = program_here()
    shipped = files("unknot.web").joinpath("static", "voice")
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder, as_file(shipped) as voice:
        tones = {} if program is None else write_tones(Path(folder))
        sound = Sound(program, tones, voice_in(voice), _start)
        try:
            yield sound
        finally:
            sound.ring_out()
            sound.silence()


def write_tones(folder: Path) -> dict[str, Path]:
    """Every tone as a file in a folder."""
    written = {name: folder / f"{name}.wav" for name in NOTES}
    for name, file in written.items():
        file.write_bytes(wav_of(NOTES[name]))
    return written


def voice_in(folder: Path) -> dict[str, Path]:
    """The sound of each sentence; none where the voice was not built."""
    manifest = folder / "manifest.json"
    if not manifest.is_file():
        return {}
    sentences = msgspec.json.decode(manifest.read_bytes(), type=_Manifest).sentences
    return {sentence: folder / file for sentence, (file, _) in sentences.items()}


class _Manifest(msgspec.Struct, frozen=True):
    sentences: dict[str, tuple[str, Millis]]


def _start(command: tuple[str, ...]) -> Playing:
    nowhere = subprocess.DEVNULL
    return subprocess.Popen(command, stdin=nowhere, stdout=nowhere, stderr=nowhere)
