"""Which sentence has which sound, and whether it is still the right one: known from the texts alone, without the voice.

A sound is named after everything that it was made from. So a sentence that changed has no sound, and one that stayed
keeps its own.
"""

import hashlib
import json
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHELF = ROOT / "web" / "public" / "voice"
MANIFEST = SHELF / "manifest.json"
RESPELLING = Path(__file__).with_name("respelling.toml")
COMMAND = "python3 x.py voice"
_NAMED_BY = 16


@dataclass(frozen=True)
class Settings:
    """Everything besides the words that decides how a sentence sounds. Changing one makes every sound stale."""

    voice: str = "hibari-tts 0.2.1, heart"
    speed: float = 0.88
    seed: int = 1
    sample_rate_hz: int = 24_000
    loudness_db: float = -20.0
    peak: float = 0.84
    head_s: float = 0.02
    tail_s: float = 0.06
    opus_compression: float = 0.96


@dataclass(frozen=True)
class Sound:
    """The file of a sentence in the voice's folder, and how long it lasts."""

    file: str
    ms: int


def respelled(sentence: str) -> str:
    """The sentence as the voice is told to say it, in its notation `[written](/sounds/)`."""
    for written, sounds in _respelling().items():
        sentence = re.sub(rf"\b({re.escape(written)})\b", rf"[\1](/{sounds}/)", sentence, flags=re.IGNORECASE)
    return sentence


def name_of(sentence: str, settings: Settings) -> str:
    """The name of the file that says this sentence: a hash of what is said and how."""
    made_from = json.dumps([respelled(sentence), vars(settings)], sort_keys=True)
    return f"{hashlib.sha256(made_from.encode()).hexdigest()[:_NAMED_BY]}.opus"


def read_manifest(folder: Path = SHELF) -> dict[str, Sound]:
    """The sound of each sentence that has one."""
    told = json.loads((folder / MANIFEST.name).read_text(encoding="utf-8"))
    return {sentence: Sound(file, ms) for sentence, (file, ms) in told["sentences"].items()}


def write_manifest(sounds: dict[str, Sound], settings: Settings, folder: Path = SHELF) -> None:
    """Write the manifest, one sentence on a line, so that a change shows as what it is."""
    rows = (f"    {_json(sentence)}: {_json([sound.file, sound.ms])}" for sentence, sound in sorted(sounds.items()))
    head = f'{{\n  "voice": {_json(settings.voice)},\n  "sentences": {{\n'
    (folder / MANIFEST.name).write_text(head + ",\n".join(rows) + "\n  }\n}\n", encoding="utf-8")


def faults(wanted: Iterable[str], folder: Path = SHELF, settings: Settings | None = None) -> list[str]:
    """What is wrong between the sentences that can be said and the sounds in a folder; empty when all is well."""
    settings = settings or Settings()
    wanted = tuple(wanted)
    kept = read_manifest(folder)
    found = [_fault(sentence, kept.get(sentence), folder, settings) for sentence in wanted]
    left_over = sorted({file.name for file in folder.glob("*.opus")} - {sound.file for sound in kept.values()})
    return [
        *(fault for fault in found if fault),
        *(f"no session says it any more: {sentence!r}" for sentence in kept if sentence not in wanted),
        *(f"belongs to no sentence: {name}" for name in left_over),
    ]


def _fault(sentence: str, sound: Sound | None, folder: Path, settings: Settings) -> str | None:
    if sound is None:
        return f"has no sound: {sentence!r}"
    if sound.file != name_of(sentence, settings):
        return f"has a stale sound: {sentence!r} ({sound.file})"
    return None if (folder / sound.file).is_file() else f"its sound is missing: {sentence!r} ({sound.file})"


def _respelling() -> dict[str, str]:
    entries = tomllib.loads(RESPELLING.read_text(encoding="utf-8"))["word"]
    return {entry["written"]: entry["sounds"] for entry in entries}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
