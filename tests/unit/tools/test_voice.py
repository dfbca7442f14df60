"""Every sentence of a session has its sound, and the sound is one that can be listened to with eyes closed."""

from pathlib import Path

import numpy as np
import pytest
import soundfile
from tests.contract.record import BALL, BOTH_SIDES, NOW, SHOULDER

from unknot.coach import Case, cue_case
from unknot.guiding import CueSheet
from unknot.knowledge import load_knowledge
from unknot.units import Side
from unknot.words import Words, say, sentences_of
from voice.hearing import hear, wrong_with
from voice.make import render, settle
from voice.manifest import COMMAND, SHELF, Settings, Sound, faults, name_of, read_manifest, respelled, write_manifest
from voice.sentences import every_sentence, sentences_today

KNOWLEDGE = load_knowledge()
SENTENCES = sentences_today(KNOWLEDGE)
SMALL_ENOUGH_BYTES = 2_000_000
RATE_HZ = 24_000


def test_every_sentence_of_a_session_has_its_sound_and_none_is_stale() -> None:
    found = faults(SENTENCES)
    assert found == [], f"{len(found)} sounds of the voice are not up to date. Run: {COMMAND}\n" + "\n".join(found)


def test_a_new_sentence_a_changed_one_and_a_lost_file_are_each_named(tmp_path: Path) -> None:
    settings = Settings()
    kept = {sentence: Sound(name_of(sentence, settings), 900) for sentence in ("Let go slowly.", "Breathe.")}
    write_manifest({**kept, "Rest.": Sound("of-another-day.opus", 700)}, settings, tmp_path)
    (tmp_path / kept["Let go slowly."].file).touch()
    assert faults(("Let go slowly.", "Breathe.", "Rest.", "Go on."), tmp_path) == [
        f"its sound is missing: 'Breathe.' ({kept['Breathe.'].file})",
        "has a stale sound: 'Rest.' (of-another-day.opus)",
        "has no sound: 'Go on.'",
    ]


def test_a_sentence_that_is_no_longer_said_and_a_file_of_no_sentence_are_named(tmp_path: Path) -> None:
    sound = Sound(name_of("Rest.", Settings()), 700)
    write_manifest({"Rest.": sound}, Settings(), tmp_path)
    for name in (sound.file, "left-over.opus"):
        (tmp_path / name).touch()
    assert faults((), tmp_path) == ["no session says it any more: 'Rest.'", "belongs to no sentence: left-over.opus"]


def test_the_name_of_a_sound_changes_with_its_words_and_with_how_they_are_said() -> None:
    slower = Settings(speed=0.5)
    names = {name_of("Rest.", Settings()), name_of("Rest", Settings()), name_of("Rest.", slower)}
    assert len(names) == 3
    assert name_of("Rest.", Settings()) == name_of("Rest.", Settings())


def test_a_muscle_is_respelled_whatever_its_capitals_and_nothing_else_is() -> None:
    assert respelled("Serratus, above.") == "[Serratus](/səɹˈATəs/), above."  # noqa: RUF001  (a stress mark)
    assert respelled("Above the spine.") == "Above the spine."


def test_a_line_is_said_for_every_side_and_place_and_a_place_has_a_side() -> None:
    cues = "cue-x = { $side ->\n [left] Left: { $point }.\n [right] Right: { $point }.\n *[none] There.\n } Breathe.\n"
    domains = {"side": (*Side, "none"), "point": ("low", "high")}
    said = every_sentence(cues, Words(cues), domains)
    assert said == ("Left: low.", "Breathe.", "Left: high.", "Right: low.", "Right: high.")


def test_a_line_with_something_unknown_in_it_says_where_to_add_it() -> None:
    with pytest.raises(LookupError, match=r"cue-x uses \$mood, .* domains_of"):
        every_sentence("cue-x = Be { $mood }.\n", Words(""), {})


def said_in(sheet: CueSheet) -> set[str]:
    """Every line that a sheet can say: what begins a cue, what comes in it, and what its turns say where they lead."""
    steps = (*sheet.plan.steps, *sheet.plan.spares)
    lines: set[str] = set()
    for cue in sheet.cues:
        within = [cue.say, *(line.say for line in cue.lines), *(["cue-halfway"] if cue.halfway_tone else [])]
        led_to = [(one.say, sheet.cues[min(one.to, len(sheet.cues) - 1)]) for one in cue.branches if one.say]
        for message, where in [*((message, cue) for message in within), *led_to]:
            step = steps[where.step]
            point = say(f"spot-{step.point or 'shoulder-top'}")
            lines.add(say(message, side=where.side or "none", point=point, ceiling=max(step.ceiling_0_10, 1)))
    return lines


@pytest.mark.parametrize("case", [SHOULDER, BOTH_SIDES, BALL], ids=["shoulder", "both-sides", "ball"])
def test_everything_that_a_session_says_is_among_the_sentences(case: Case) -> None:
    lines = said_in(cue_case(case, KNOWLEDGE, NOW))
    assert len(lines) > 20
    assert {sentence for line in lines for sentence in sentences_of(line)} <= set(SENTENCES)


@pytest.mark.parametrize("sentence", sorted(read_manifest()))
def test_each_sound_is_as_loud_as_the_others_unclipped_unhurried_and_without_silence_around_it(sentence: str) -> None:
    sound = read_manifest()[sentence]
    samples, rate_hz = soundfile.read(SHELF / sound.file, dtype="float32")
    heard = hear(samples, rate_hz)
    assert wrong_with(sentence, heard) == []
    assert round(heard.lasts_s * 1000) == pytest.approx(sound.ms, abs=20)


def test_the_whole_voice_is_small() -> None:
    assert sum(file.stat().st_size for file in SHELF.iterdir()) < SMALL_ENOUGH_BYTES


def speech(lasts_s: float, loud: float) -> np.ndarray:
    """A sound that rises and falls like syllables."""
    at = np.arange(round(lasts_s * RATE_HZ)) / RATE_HZ
    return (loud * np.sin(2 * np.pi * 180 * at) * (0.6 + 0.4 * np.sin(2 * np.pi * 4 * at))).astype(np.float32)


def test_silence_around_a_sound_is_cut_and_a_soft_one_made_as_loud_as_the_rest() -> None:
    still = np.zeros(RATE_HZ, np.float32)
    heard = hear(settle(np.concatenate([still, speech(1.5, 0.02), still]), Settings()), RATE_HZ)
    assert heard.loudness_db == pytest.approx(-20, abs=0.5)
    assert heard.lasts_s == pytest.approx(1.58, abs=0.05)
    assert wrong_with("Breathe in, and out again.", heard) == []


@pytest.mark.parametrize(
    ("samples", "said"),
    [
        (speech(1.5, 1.4).clip(-1, 1), "peak 1.00"),
        (speech(1.5, 0.005), "loudness"),
        (np.concatenate([np.zeros(RATE_HZ, np.float32), speech(1.5, 0.15)]), "s of silence before"),
        (np.concatenate([speech(1.5, 0.15), np.zeros(RATE_HZ, np.float32)]), "s of silence after"),
        (speech(0.5, 0.15), "letters a second"),
        (speech(9.0, 0.15), "letters a second"),
    ],
)
def test_a_sound_that_is_not_well_is_named(samples: np.ndarray, said: str) -> None:
    assert any(said in fault for fault in wrong_with("Breathe in, and out again.", hear(samples, RATE_HZ)))


def test_a_sound_is_written_and_read_back_under_its_own_name(tmp_path: Path) -> None:
    sound, wrong = render("Breathe in, and out again.", lambda text: speech(1.5, 0.1), Settings(), tmp_path)
    assert sound == Sound(name_of("Breathe in, and out again.", Settings()), sound.ms)
    assert wrong == []
    assert (tmp_path / sound.file).is_file()
