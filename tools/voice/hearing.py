"""What a sound is like: how loud, how long, how still at its ends; and what is wrong with it for its sentence."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]

_FRAME_S = 0.02
_VOICED_DB = -30.0  # below the loudest frame: what is softer is a pause, and counts neither as speech nor as loudness
_STILL_DB = -45.0
_LOUDNESS_DB = (-24.0, -18.0)
_LOUDEST = 0.97
_LONGEST_STILL_S = 0.16
_LETTERS_A_SECOND = (6.0, 22.0)
_BREATH_S = 0.2  # what a sentence takes besides its letters


@dataclass(frozen=True)
class Heard:
    """Loudness of the voiced frames in dB of full scale, the peak from 0 to 1, and times in seconds."""

    loudness_db: float
    peak: float
    lasts_s: float
    still_before_s: float
    still_after_s: float


def hear(samples: Samples, rate_hz: int) -> Heard:
    """What a sound is like."""
    levels = frame_levels(samples, rate_hz)
    voiced = levels[levels > levels.max() * _ratio(_VOICED_DB)]
    sounding = np.flatnonzero(levels > levels.max() * _ratio(_STILL_DB))
    return Heard(
        loudness_db=float(10 * np.log10(np.mean(voiced**2))),
        peak=float(np.abs(samples).max()),
        lasts_s=len(samples) / rate_hz,
        still_before_s=float(sounding[0] * _FRAME_S),
        still_after_s=float((len(levels) - 1 - sounding[-1]) * _FRAME_S),
    )


def wrong_with(sentence: str, heard: Heard) -> list[str]:
    """What a listener would notice: too loud or soft, clipped, with silence around it, hurried or dragging."""
    letters = sum(letter.isalnum() for letter in sentence)
    pace = letters / max(heard.lasts_s - _BREATH_S, _FRAME_S)
    checks = (
        (_LOUDNESS_DB[0] <= heard.loudness_db <= _LOUDNESS_DB[1], f"loudness {heard.loudness_db:.1f} dB"),
        (heard.peak <= _LOUDEST, f"peak {heard.peak:.2f}"),
        (heard.still_before_s <= _LONGEST_STILL_S, f"{heard.still_before_s:.2f} s of silence before"),
        (heard.still_after_s <= _LONGEST_STILL_S, f"{heard.still_after_s:.2f} s of silence after"),
        (_LETTERS_A_SECOND[0] <= pace <= _LETTERS_A_SECOND[1], f"{pace:.1f} letters a second"),
    )
    return [f"{sentence!r}: {said}" for is_well, said in checks if not is_well]


def frame_levels(samples: Samples, rate_hz: int) -> NDArray[np.float64]:
    """The root mean square of each frame of 20 ms."""
    size = round(_FRAME_S * rate_hz)
    padded = np.pad(samples.astype(np.float64), (0, -len(samples) % size))
    return np.sqrt(np.mean(padded.reshape(-1, size) ** 2, axis=1)) + np.finfo(np.float64).tiny


def voiced_span(samples: Samples, rate_hz: int) -> tuple[int, int]:
    """The first sample of the first frame that sounds, and the last of the last one."""
    levels = frame_levels(samples, rate_hz)
    size = round(_FRAME_S * rate_hz)
    sounding = np.flatnonzero(levels > levels.max() * _ratio(_STILL_DB))
    return int(sounding[0]) * size, min((int(sounding[-1]) + 1) * size, len(samples))


def _ratio(decibels: float) -> float:
    return float(10 ** (decibels / 20))
