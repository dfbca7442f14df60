"""Speaks every sentence of a session that has no sound yet, and throws away the sounds that no session needs any more.

Writes web/public/voice: an Opus file for each sentence, and manifest.json. What stays the same is left as it is. The
voice is hibari-tts, which x.py installs beside the project for this command alone.

Run: python3 x.py voice
"""

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import soundfile

from unknot.knowledge import load_knowledge
from voice.hearing import Samples, hear, voiced_span, wrong_with
from voice.manifest import MANIFEST, SHELF, Settings, Sound, name_of, read_manifest, respelled, write_manifest
from voice.sentences import sentences_today

Speak = Callable[[str], Samples]


def main() -> int:
    """Bring the folder up to date; 1 when a sound is not as it should be."""
    settings = Settings()
    wanted = sentences_today(load_knowledge())
    SHELF.mkdir(parents=True, exist_ok=True)
    kept = read_manifest() if MANIFEST.exists() else {}
    missing = [sentence for sentence in wanted if not _is_kept(sentence, kept, settings)]
    speak = voice_of(settings) if missing else None
    wrong: list[str] = []
    for sentence in missing:
        assert speak is not None  # noqa: S101
        kept[sentence], said = render(sentence, speak, settings, SHELF)
        wrong += said
    sounds = {sentence: kept[sentence] for sentence in wanted}
    write_manifest(sounds, settings)
    gone = _throw_away(sounds)
    size = sum(file.stat().st_size for file in SHELF.glob("*.opus"))
    print(f"{len(missing)} sentences spoken, {gone} sounds thrown away; {len(sounds)} in all, {size / 1e6:.2f} MB.")
    print("\n".join(wrong), file=sys.stderr)
    return 1 if wrong else 0


def voice_of(settings: Settings) -> Speak:
    """The voice; it is imported only here, because nothing but this command needs it.

    Raises: LookupError: another version of it is installed than the one that the sounds are named after.
    """
    from importlib.metadata import version  # noqa: PLC0415

    from hibari import Hibari  # noqa: PLC0415

    name = settings.voice.rpartition(", ")[2]
    installed = f"hibari-tts {version('hibari-tts')}, {name}"
    if installed != settings.voice:
        raise LookupError(f"the voice is {installed}, and Settings in manifest.py says {settings.voice}")
    hibari = Hibari(name)
    return lambda text: hibari(text, speed=settings.speed, seed=settings.seed)


def render(sentence: str, speak: Speak, settings: Settings, folder: Path) -> tuple[Sound, list[str]]:
    """Say a sentence into its file; what is wrong with the sound comes along."""
    samples = settle(speak(respelled(sentence)), settings)
    sound = Sound(name_of(sentence, settings), round(len(samples) / settings.sample_rate_hz * 1000))
    with soundfile.SoundFile(
        folder / sound.file,
        "w",
        settings.sample_rate_hz,
        channels=1,
        format="OGG",
        subtype="OPUS",
        compression_level=settings.opus_compression,
    ) as file:
        file.write(samples)
    decoded, rate = soundfile.read(folder / sound.file, dtype="float32")
    return sound, wrong_with(sentence, hear(decoded, rate))


def settle(samples: Samples, settings: Settings) -> Samples:
    """The sound without the silence around it, softly begun and ended, as loud as every other and never clipped."""
    rate = settings.sample_rate_hz
    first, last = voiced_span(samples, rate)
    head, tail = round(settings.head_s * rate), round(settings.tail_s * rate)
    cut = samples[max(first - head, 0) : last + tail].astype(np.float64)
    cut[:head] *= np.linspace(0, 1, head)
    cut[-tail:] *= np.linspace(1, 0, tail) ** 2
    heard = hear(cut.astype(np.float32), rate)
    gain = min(10 ** ((settings.loudness_db - heard.loudness_db) / 20), settings.peak / heard.peak)
    return (cut * gain).astype(np.float32)


def _is_kept(sentence: str, kept: dict[str, Sound], settings: Settings) -> bool:
    name = name_of(sentence, settings)
    return sentence in kept and kept[sentence].file == name and (SHELF / name).is_file()


def _throw_away(sounds: dict[str, Sound]) -> int:
    needed = {sound.file for sound in sounds.values()}
    gone = [file for file in SHELF.glob("*.opus") if file.name not in needed]
    for file in gone:
        file.unlink()
    return len(gone)


if __name__ == "__main__":
    sys.exit(main())
