"""The tones of a session as sound files: the notes that the browser rings (web/src/session/sound.ts), at this rate."""

import math
import wave
from array import array
from importlib.resources import files
from io import BytesIO
from itertools import chain

import msgspec

_RATE_HZ = 16_000
_FULL_SCALE = 32_767
_SILENT = 0.0001
_OVERTONES = ((1, 1), (2.01, 0.22), (3.02, 0.07))
"""How many times the pitch, and with what share of its loudness."""


class Note(msgspec.Struct, frozen=True):
    """One note: pitch in hertz, when it begins and how long it rings in seconds, how loud, how softly it begins."""

    hertz: float
    after_s: float
    rings_s: float
    loud: float
    attack_s: float


NOTES = msgspec.json.decode(files(__package__).joinpath("tones.json").read_bytes(), type=dict[str, tuple[Note, ...]])


def wav_of(notes: tuple[Note, ...]) -> bytes:
    """A WAV file of notes that ring together: one channel, 16 bits, cut off at full scale."""
    samples = [0.0] * round(_RATE_HZ * max(note.after_s + note.rings_s for note in notes))
    for note, (times, share) in chain.from_iterable(((note, over) for over in _OVERTONES) for note in notes):
        begins = round(note.after_s * _RATE_HZ)
        for place, sample in enumerate(_partial(note, times, share), begins):
            samples[place] += sample
    whole = array("h", (round(_FULL_SCALE * max(-1.0, min(1.0, sample))) for sample in samples))
    with BytesIO() as written:
        with wave.open(written, "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(whole.itemsize)
            out.setframerate(_RATE_HZ)
            out.writeframes(whole.tobytes())
        return written.getvalue()


def _partial(note: Note, times: float, share: float) -> list[float]:
    """One overtone: it swells from silence in the attack and dies away, each by the same share in the same time."""
    loud = note.loud * share
    attack, rings = note.attack_s * _RATE_HZ, note.rings_s / times * _RATE_HZ
    turn = 2 * math.pi * note.hertz * times / _RATE_HZ
    swell, fade = math.log(loud / _SILENT) / attack, math.log(_SILENT / loud) / (rings - attack)
    return [
        (_SILENT * math.exp(swell * at) if at < attack else loud * math.exp(fade * (at - attack))) * math.sin(turn * at)
        for at in range(int(rings))
    ]
