"""Synthetic voices for bench/hearing.py: commands said in several ways, and speech that is no command, as WAV files.

espeak-ng and flite (`apt-get install espeak-ng flite`) speak for most of them; flite's are cut from recorded people.
hibari-tts (`pip install hibari-tts`, one voice in its wheel, nothing is fetched) is a third kind. A voice played slower
or faster stands for another person. All are for measuring only. Where one is not installed its voices are left out.
"""

import importlib.util
import io
import random
import re
import shutil
import subprocess
import tempfile
import wave
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import numpy as np

COMMANDS = {
    "stop": "stop", "pause": "pause", "go-on": "go on", "softer": "softer", "next": "next", "again": "again",
    "how-long": "how long",
}  # fmt: skip
RATE_HZ = 48_000
ENROLLED = 4  # two are needed; the others are for what was refused
TRIED = 2
PROSE_WORDS = 700  # some four minutes

OTHERS = (
    "yes", "hello", "okay", "thanks", "what", "nice", "no", "right",
    "top", "shop", "soft", "text", "rain", "gone", "long",
)  # fmt: skip
"""No commands, the last seven of them almost."""

_FLITE_WORDS_A_MINUTE = 160
_LILT = 1.005
"""A point of pitch, by playing it faster."""

_HERE = Path(__file__).parents[1]
_NO_PROSE = re.compile(r"\b(stop|paus|go(es)? on|soft|next|again|how long)", re.IGNORECASE)


Engine = Literal["espeak", "flite", "hibari"]


@dataclass(frozen=True)
class Voice:
    """A person: an engine's voice, how high it speaks, how fast it is played, and how fast it speaks."""

    name: str
    speaker: str
    pitch: int = 50
    played: float = 1.0
    pace: float = 1.0
    engine: Engine = "espeak"


TUNED_ON = (
    Voice("rp-m1", "en-gb-x-rp+m1"),
    Voice("us-f2", "en-us+f2", 55),
    Voice("scotland-m3", "en-gb-scotland+m3", 45),
    Voice("us-f4", "en-us+f4", 60),
    Voice("gb-andy", "en-gb+Andy"),
    Voice("us-annie", "en-us+Annie", 52),
    Voice("nyc-klatt2", "en-us-nyc+klatt2", 48),
    Voice("lancaster-m4", "en-gb-x-gbclan+m4", 40),
    Voice("midlands-f3", "en-gb-x-gbcwmd+f3", 55),
    Voice("caribbean-m7", "en-029+m7", 45),
    Voice("us-steph", "en-us+steph", 58),
    Voice("gb-linda", "en-gb+linda", 60),
    Voice("us-michael", "en-us+Michael", 42),
    Voice("scotland-f5", "en-gb-scotland+f5", 52),
    Voice("heart", "heart", engine="hibari"),
    Voice("caribbean-f1", "en-029+f1", 54),
    Voice("midlands-m6", "en-gb-x-gbcwmd+m6", 44),
    Voice("us-victor", "en-us+victor", 46),
    Voice("rp-alicia", "en-gb-x-rp+Alicia", 58),
    Voice("scotland-denis", "en-gb-scotland+Denis", 40),
    Voice("nyc-shelby", "en-us-nyc+shelby", 56),
    Voice("lancaster-klatt4", "en-gb-x-gbclan+klatt4", 47),
    Voice("gb-aunty", "en-gb+aunty", 60),
    Voice("heart-deeper", "heart", played=0.9, engine="hibari"),
    Voice("heart-higher", "heart", played=1.08, engine="hibari"),
    Voice("us-andrea", "en-us+Andrea", 57, pace=1.1),
    Voice("scotland-paul", "en-gb-scotland+paul", 43, pace=0.9),
    Voice("rp-belinda", "en-gb-x-rp+belinda", 63),
    Voice("caribbean-marco", "en-029+Marco", 47, pace=1.15),
    Voice("nyc-klatt3", "en-us-nyc+klatt3", 51, pace=0.95),
    Voice("midlands-m8", "en-gb-x-gbcwmd+m8", 38),
    Voice("gb-steph3", "en-gb+steph3", 56, pace=0.88),
    Voice("heart-small", "heart", played=1.15, pace=1.05, engine="hibari"),
    Voice("us-travis", "en-us+travis", 46, pace=1.08),
    Voice("gb-robert", "en-gb+robert", 44),
    Voice("scotland-hugo", "en-gb-scotland+Hugo", 48),
    Voice("rp-miguel", "en-gb-x-rp+miguel", 52, pace=0.92),
    Voice("nyc-benjamin", "en-us-nyc+benjamin", 42),
    Voice("midlands-lee", "en-gb-x-gbcwmd+Lee", 50),
    Voice("caribbean-diogo", "en-029+Diogo", 47),
    Voice("lancaster-antonio", "en-gb-x-gbclan+antonio", 53),
    Voice("us-gene", "en-us+Gene", 41, pace=0.95),
    Voice("gb-caleb", "en-gb+caleb", 46),
    Voice("us-anika", "en-us+anika", 60),
    Voice("scotland-steph2", "en-gb-scotland+steph2", 57, pace=1.1),
    Voice("awb", "awb", engine="flite"),
    Voice("awb-smaller", "awb", played=1.1, pace=1.05, engine="flite"),
    Voice("rms", "rms", engine="flite"),
    Voice("rms-deeper", "rms", played=0.93, engine="flite"),
)
"""Whatever was tried, weighed or tightened, was so on these."""

HELD_OUT = (
    Voice("us-david", "en-us+david", 45),
    Voice("gb-ed", "en-gb+ed", 49, pace=1.1),
    Voice("scotland-boris", "en-gb-scotland+boris", 42, pace=0.9),
    Voice("rp-sandro", "en-gb-x-rp+sandro", 55),
    Voice("nyc-zac", "en-us-nyc+zac", 47, pace=1.12),
    Voice("midlands-pedro", "en-gb-x-gbcwmd+pedro", 51),
    Voice("caribbean-marcelo", "en-029+marcelo", 44, pace=0.94),
    Voice("lancaster-iven", "en-gb-x-gbclan+iven", 53),
    Voice("us-klatt6", "en-us+klatt6", 50),
    Voice("slt", "slt", engine="flite"),
    Voice("slt-smaller", "slt", played=1.1, pace=0.95, engine="flite"),
    Voice("kal", "kal16", engine="flite"),
)
"""Not tuned on. After a first run one limit was raised: decision 0018 says which."""


def speak(voice: Voice, text: str, words_a_minute: int, lilt: int, seed: int) -> np.ndarray:
    """A text as this person says it, at 48 kHz; a lilt of a few points is how people never say a thing twice alike."""
    played = voice.played
    if voice.engine == "hibari":
        samples, rate_hz = _heart()(text, speed=words_a_minute / 160 / voice.played, seed=seed), 24_000
    elif voice.engine == "flite":
        samples, rate_hz = _flite(voice.speaker, text, _FLITE_WORDS_A_MINUTE / words_a_minute * played)
        played *= _LILT**lilt
    else:
        pitch = str(min(max(voice.pitch + lilt, 0), 99))
        command = ["espeak-ng", "-v", voice.speaker, "-s", str(words_a_minute), "-p", pitch, "--stdout", text]
        samples, rate_hz = _read(subprocess.run(command, capture_output=True, check=True).stdout)
    return _at_rate(np.asarray(samples, dtype=np.float32), rate_hz * played)


def make(folder: Path, voices: tuple[Voice, ...]) -> None:
    """Write all that each voice says to `folder/voice`.

    `command-N.wav`, the first four of each for enrolling; `other-N.wav`, other words; `prose.wav`, our own pages read
    aloud, without a command among the words.
    """
    with ThreadPoolExecutor(2) as hands:
        list(hands.map(lambda voice: _make_one(folder / voice.name, voice), voices))


def available(voices: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """Those that can speak on this machine."""
    is_here = {
        "espeak": shutil.which("espeak-ng") is not None,
        "flite": shutil.which("flite") is not None,
        "hibari": importlib.util.find_spec("hibari") is not None,
    }
    return tuple(one for one in voices if is_here[one.engine])


def _make_one(folder: Path, voice: Voice) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    dice = random.Random(voice.name)  # noqa: S311  not for secrets

    def say(text: str, seed: int = 0) -> np.ndarray:
        return speak(voice, text, round(dice.randint(135, 185) * voice.pace), dice.randint(-7, 7), seed)

    for command, text in COMMANDS.items():
        for number in range(ENROLLED + TRIED):
            _write(folder / f"{command}-{number}.wav", _trimmed(say(text, number)))
    for number, text in enumerate(OTHERS):
        _write(folder / f"other-{number}.wav", _trimmed(say(text)))
    read, words = [], 0
    for sentence in dice.sample(sentences := list(_prose()), len(sentences)):
        read += [say(sentence), np.zeros(int(dice.uniform(0.2, 0.9) * RATE_HZ), np.float32)]
        words += len(sentence.split())
        if words > PROSE_WORDS:
            break
    _write(folder / "prose.wav", np.concatenate(read))


def _prose() -> Iterator[str]:
    for page in sorted((_HERE / "docs").rglob("*.md")):
        for line in page.read_text(encoding="utf-8").splitlines():
            for sentence in re.split(r"(?<=[.:])\s+", line):
                if re.fullmatch(r"[A-Z][A-Za-z ,.'-]{30,200}", sentence) and not _NO_PROSE.search(sentence):
                    yield sentence


@cache
def _heart():
    from hibari import Hibari  # noqa: PLC0415

    return Hibari()


def _flite(speaker: str, text: str, stretch: float) -> tuple[np.ndarray, int]:
    """What flite says, so many times slower than it does by itself."""
    with tempfile.NamedTemporaryFile(suffix=".wav") as made:  # its header is only right in a file
        command = ["flite", "-voice", speaker, "--setf", f"duration_stretch={stretch:.3f}", "-t", text, "-o", made.name]
        subprocess.run(command, capture_output=True, check=True)
        return _read(Path(made.name).read_bytes())


def _read(wav: bytes) -> tuple[np.ndarray, int]:
    with wave.open(io.BytesIO(wav)) as file:
        samples = np.frombuffer(file.readframes(-1), dtype="<i2")
        return samples.astype(np.float32) / 32768, file.getframerate()


def _write(path: Path, samples: np.ndarray) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())


def _at_rate(samples: np.ndarray, rate_hz: float) -> np.ndarray:
    """The same sound at 48 kHz, band-limited."""
    length = round(len(samples) * RATE_HZ / rate_hz)
    spectrum = np.fft.rfft(samples)
    made = np.zeros(length // 2 + 1, dtype=complex)
    made[: min(len(spectrum), len(made))] = spectrum[: len(made)]
    return (np.fft.irfft(made, length) * (length / len(samples))).astype(np.float32)


def _trimmed(samples: np.ndarray) -> np.ndarray:
    loud = np.flatnonzero(np.abs(samples) > 0.02 * np.abs(samples).max())
    return samples[loud[0] : loud[-1] + 1]
