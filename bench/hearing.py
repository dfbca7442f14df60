"""How well a spoken command is heard: synthetic voices, two sayings learnt, tried from quiet to 5 dB of noise.

Also whether the ears say by themselves that a room is too loud, once it has been so for some seconds.

The very code that runs in the page's worker is built and run by Node (web/tests/hearing/trial.ts), in blocks of a
hundredth of a second. Weights and limits were tuned on one group of voices, and are measured on another.
Needs espeak-ng and flite (`apt-get install espeak-ng flite`). Another kind of voice joins where hibari-tts can be
imported (`pip install --target FOLDER hibari-tts`, then PYTHONPATH=FOLDER); it carries one voice and fetches nothing.

Run: python3 x.py bench hearing; .venv/bin/python -m bench.hearing tuned measures the voices of the tuning instead.
"""

import json
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median, quantiles
from typing import Any

sys.path.append(str(Path(__file__).parents[1] / "tools"))

from bench._voices import HELD_OUT, OTHERS, TRIED, TUNED_ON, Voice, available, make

from xtask.frontend import node_environment

RIGHT_SHARE = 0.95
LATE_LIMIT_MS = 400
NOISE_MINUTES = 60
WEB = Path(__file__).parents[1] / "web"

Told = dict[str, Any]


def main(arguments: list[str]) -> None:
    """Print a line for each claim."""
    if shutil.which("espeak-ng") is None:
        print("hearing: not measured, there is no espeak-ng on this machine")
        return
    group, asked = ("tuned on", TUNED_ON) if arguments == ["tuned"] else ("held out", HELD_OUT)
    voices = available(asked)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder / "voices", voices)
        told = tried(built(folder), voices)
    learnt = {one["voice"] for one in told if one["kind"] == "word"}
    print(f"-- {len(learnt)} voices, {group}, of {len(asked)}; {(time.monotonic() - began) / 60:.0f} minutes")
    for voice in (one for one in voices if one.name not in learnt):
        print(f"   {voice.name} could not be learnt from its sayings, and is in no figure")
    found = (*refused(told), *recognised(told), repeated(told), *late(told), *in_noise(told), *other_words(told))
    print(*found, too_loud(told), sep="\n")


def built(folder: Path) -> list[str]:
    """The command that runs the trial, once it is built."""
    env = node_environment(Path(sysconfig.get_path("purelib")))
    node = shutil.which("node", path=env["PATH"]) or "node"
    vite = [node, "node_modules/vite/bin/vite.js", "build", "--ssr", "tests/hearing/run-trial.mjs"]
    subprocess.run([*vite, "--outDir", str(folder / "made"), "--logLevel", "error"], cwd=WEB, env=env, check=True)
    return [node, str(folder / "made" / "run-trial.js"), str(folder / "voices")]


def tried(command: list[str], voices: tuple[Voice, ...]) -> list[Told]:
    """Everything that was tried, two voices at a time."""
    names = ",".join(voice.name for voice in voices)
    counts = [str(TRIED), str(len(OTHERS)), str(NOISE_MINUTES / len(voices))]

    def run(voice: Voice) -> list[Told]:
        said = subprocess.run([*command, voice.name, names, *counts], capture_output=True, text=True, check=True).stdout
        return [json.loads(line) for line in said.splitlines()]

    with ThreadPoolExecutor(2) as hands:
        return [told for all_of_one in hands.map(run, voices) for told in all_of_one]


def refused(told: list[Told]) -> Iterator[str]:
    """What could not be learnt from the first two sayings; the screen asks for another."""
    for one in (one for one in told if one["kind"] == "refused"):
        yield f"   {one['voice']} is asked once more for {one['command']}: {one['why']}"


def recognised(told: list[Told]) -> Iterator[str]:
    """Right, rejected and wrong for each noise; then the wrong ones, one by one."""
    words = [one for one in told if one["kind"] == "word"]
    by_noise: dict[str, Counter[str]] = defaultdict(Counter)
    for one in words:
        by_noise[place_of(one)][outcome(one)] += 1
    for place, count in by_noise.items():
        share = count["right"] / count.total()
        loud = f", {count['loud']} of them paused" if count["loud"] else ""
        yield (
            f"{place}: {share:.1%} right of {count.total()} (>= {RIGHT_SHARE:.0%}), "
            f"{count['rejected'] + count['loud']} rejected{loud}, {count['wrong']} wrong (0)"
        )
    for one in (one for one in words if outcome(one) == "wrong"):
        yield f"   wrong: {one['voice']} said {one['command']} in {one['noise']}, heard {commands(one)}"


def place_of(one: Told) -> str:
    """The noise around, and by how many decibels a word is louder."""
    return "quiet" if one["noise"] == "none" else f"{one['noise']} at {one['snr_db']} dB"


def outcome(one: Told) -> str:
    """Wrong as soon as any other command was acted on, whatever came before or after."""
    heard = commands(one)
    if any(command != one["command"] for command in heard):
        return "wrong"
    if heard:
        return "right"
    return "loud" if any(part["kind"] in {"shout", "clap"} for part in one["heard"]) else "rejected"


def commands(one: Told) -> list[str]:
    """The commands that were acted on."""
    return [part["command"] for part in one["heard"] if part["kind"] == "command"]


def repeated(told: list[Told]) -> str:
    """What is said two and three times in a row, as in fright."""
    some = [one for one in told if one["kind"] == "repeated"]
    heard = sum(set(commands(one)) == {one["command"]} for one in some)
    wrong = sum(bool(set(commands(one)) - {one["command"]}) for one in some)
    return f"said two and three times without a pause: {heard / len(some):.1%} right of {len(some)}, {wrong} wrong"


def late(told: list[Told]) -> Iterator[str]:
    """From the end of a word until it is decided: waiting, and the processor time of deciding."""
    right = [one for one in told if one["kind"] == "word" and outcome(one) == "right"]
    for name, some in (("stop", [one for one in right if one["command"] == "stop"]), ("all commands", right)):
        waits = [one["waited_ms"] for one in some]
        took = median(one["took_ms"] for one in some)
        within = sum(wait + took <= LATE_LIMIT_MS for wait in waits) / len(waits)
        yield (
            f"{name}, from its end: waits {median(waits):.0f} ms (95 of 100 {quantiles(waits, n=20)[-1]:.0f} ms), "
            f"decides in {took:.0f} ms; {within:.1%} of {len(waits)} within {LATE_LIMIT_MS} ms (100%)"
        )


def in_noise(told: list[Told]) -> Iterator[str]:
    """What was acted on while nobody gave a command: the person reading aloud, and others talking."""
    for noise in ("own speech", "babble"):
        some = [one for one in told if one["kind"] == "noise" and one["noise"] == noise]
        hours = sum(one["seconds"] for one in some) / 3600
        heard = Counter(part.get("command", part["kind"]) for one in some for part in one["heard"])
        acted = {name: count for name, count in heard.items() if name != "unknown"}
        busy = sum(one["took_ms"] for one in some) / (hours * 3600)
        yield (
            f"{hours * 60:.0f} minutes of {noise}: {heard['stop']} stops (<= 1 an hour); acted on in all {acted}; "
            f"{busy:.0f} ms of processor time for each second"
        )


def other_words(told: list[Told]) -> Iterator[str]:
    """Words that are no commands, said by themselves in a quiet room."""
    some = [one for one in told if one["kind"] == "other"]
    taken = Counter(f"{OTHERS[one['other']]} for {command}" for one in some for command in commands(one))
    yield f"other words by themselves: {taken.total()} of {len(some)} taken for a command: {dict(taken.most_common())}"


def too_loud(told: list[Told]) -> str:
    """Where it says by itself that most words will be missed: it should where they are, and not elsewhere."""
    rooms: dict[str, list[bool]] = defaultdict(list)
    for one in (one for one in told if one["kind"] == "room"):
        rooms[place_of(one)].append(one["isTooLoud"])
    return "says that it is too loud: " + ", ".join(
        f"{place} {sum(said)} of {len(said)}" for place, said in rooms.items()
    )


if __name__ == "__main__":
    main(sys.argv[1:])
