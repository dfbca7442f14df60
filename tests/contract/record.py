"""Writes the recorded sessions anew: real plans, events as players send them, and what `replay` makes of them.

Run: python tests/contract/record.py. The files are frozen: a difference in git is a change of what a session means.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from unknot.coach import Case, cue_case
from unknot.guiding import CueSheet, EventKind, Feeling, SessionEvent, replay
from unknot.knowledge import load_knowledge
from unknot.progress import PastSession

FOLDER = Path(__file__).parent / "sessions"
NOW = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
HOUR_MS = 3_600_000

TURNS = ("skip", "ease", "too-sore", "swap", "repeat", "next", "level")
_MANY = tuple(
    enumerate(("ease", "swap", "next", "level", "repeat", "next", "swap", "level", "too-sore", "next") * 5, 1)
)
_NONE_OF = ("any-of-these", "health", "course")
_KNOWN_PAIN = {"age": 35, "sex-at-birth": "male-at-birth", "unlike-usual": "known-pain", "pain-now": 4}
HEALTHY = {**_KNOWN_PAIN, **dict.fromkeys(_NONE_OF, "none")}

SHOULDER = Case(answers=HEALTHY, drawing={"shoulder_top_R": 6, "neck_postlat_R": 4}, minutes=5)
BOTH_SIDES = Case(
    answers=HEALTHY,
    drawing={"shoulder_top_R": 6, "shoulder_top_L": 5, "neck_postlat_R": 4, "neck_postlat_L": 4},
    palpation={"UT2_R": "familiar", "UT2_L": "familiar"},
    minutes=12,
)
LONG_USED = Case(
    answers=HEALTHY,
    drawing={"shoulder_top_R": 6, "neck_postlat_R": 4},
    tools=("cane", "tennis-ball"),
    minutes=5,
    history=(PastSession(ended_at=NOW - timedelta(days=30), pressed_s=60),),
)
BALL = Case(answers=HEALTHY, drawing={"scap_medial_L": 6, "interscap_L": 3}, tools=("tennis-ball",), minutes=8)


def at(ms: int, kind: str, told: str | int | None = None) -> SessionEvent:
    """One event of a player: what was felt, or how strong it was, with those that tell it."""
    if isinstance(told, int):
        return SessionEvent(EventKind(kind), ms, level=told)
    return SessionEvent(EventKind(kind), ms, None if told is None else Feeling(told))


def first(sheet: CueSheet, kind: str) -> int:
    """When the first cue of a kind begins."""
    return next(cue.at_ms for cue in sheet.cues if cue.kind == kind)


def last(sheet: CueSheet, kind: str) -> int:
    """When the last cue of a kind on the main line begins."""
    return max(cue.at_ms for cue in sheet.cues if cue.kind == kind and cue.at_ms < sheet.total_ms)


def recordings() -> dict[str, tuple[str, CueSheet, tuple[SessionEvent, ...]]]:
    """Each recording by its file name: what it is about, the sheet and the events."""
    knowledge = load_knowledge()
    shoulder, both, ball, again = (cue_case(case, knowledge, NOW) for case in (SHOULDER, BOTH_SIDES, BALL, LONG_USED))
    hold, rest, stroke = first(shoulder, "hold"), first(both, "rest"), first(shoulder, "stroke")
    return {
        "straight-through": (
            "Played from the first cue to the last, with a change of side.",
            both,
            (at(1_200, "start"), at(1_200 + both.total_ms, "finish")),
        ),
        "paused-in-a-hold": (
            "Paused in the middle of a hold, gone on with after twenty seconds, played to the end.",
            shoulder,
            (
                at(0, "start"),
                at(hold + 12_345, "pause"),
                at(hold + 32_345, "resume"),
                at(shoulder.total_ms + 20_000, "finish"),
            ),
        ),
        "stopped-in-the-first-second": (
            "Started, and stopped before a second had passed, for no reason to worry.",
            shoulder,
            (at(300, "start"), at(950, "stop"), at(4_000, "felt", "nothing")),
        ),
        "stopped-in-a-rest-for-numbness": (
            "Stopped in the rest between two holds; the arm had gone numb.",
            both,
            (at(0, "start"), at(rest + 5_500, "stop"), at(rest + 9_000, "felt", "numb")),
        ),
        "a-step-skipped": (
            "The kneading is skipped in the middle; the rest is played to the end.",
            shoulder,
            (at(0, "start"), at(stroke + 10_999, "skip"), at(shoulder.total_ms, "finish")),
        ),
        "skipped-while-paused": (
            "Paused, skipped two steps on while paused, gone on with, then stopped for sharp pain.",
            ball,
            (
                at(0, "start"),
                at(7_000, "pause"),
                at(8_000, "skip"),
                at(9_500, "skip"),
                at(20_000, "resume"),
                at(41_750, "stop"),
                at(44_000, "felt", "sharp"),
            ),
        ),
        "eased-twice": (
            "Eased twice in a hold, once more while paused.",
            shoulder,
            (
                at(0, "start"),
                at(hold + 2_000, "ease"),
                at(hold + 9_000, "ease"),
                at(hold + 15_000, "pause"),
                at(hold + 16_000, "ease"),
                at(hold + 17_000, "resume"),
                at(hold + 19_000, "stop"),
                at(hold + 22_000, "felt", "too-sore"),
            ),
        ),
        "suspended-for-an-hour": (
            "The device slept for an hour; the player had paused itself at the last moment it saw.",
            ball,
            (at(0, "start"), at(60_250, "pause"), at(60_250 + HOUR_MS, "resume"), at(HOUR_MS + 90_250, "pause")),
        ),
        "never-started": (
            "Opened, looked at, and left: everything but a start.",
            shoulder,
            tuple(at(1_000 * place, kind) for place, kind in enumerate(("pause", "resume", *TURNS, "finish"))),
        ),
        **_answered(shoulder),
        **_turned(shoulder, again),
        "finished-at-the-last-millisecond": (
            "Too early to be finished, then finished at the very last millisecond; nothing goes on after it.",
            shoulder,
            (
                at(0, "start"),
                at(shoulder.total_ms - 1, "finish"),
                at(shoulder.total_ms, "finish"),
                at(shoulder.total_ms + 3_000, "resume"),
                at(shoulder.total_ms + 4_000, "skip"),
                at(shoulder.total_ms + 5_000, "ease"),
            ),
        ),
        "stopped-after-the-end": (
            "The end had come; then dizziness, and Stop: it counts all the same.",
            shoulder,
            (
                at(0, "start"),
                at(shoulder.total_ms + 250, "finish"),
                at(shoulder.total_ms + 2_000, "stop"),
                at(shoulder.total_ms + 4_000, "felt", "dizzy"),
            ),
        ),
        "events-out-of-state": (
            "Events that their state does not know move nothing but the time; after a stop not even that.",
            both,
            (
                at(0, "resume"),
                at(10, "felt", "numb"),
                at(100, "start"),
                at(30_100, "resume"),
                at(40_100, "felt", "neuro"),
                at(50_100, "pause"),
                at(55_000, "pause"),
                at(60_000, "finish"),
                at(70_000, "stop"),
                at(70_100, "start"),
                at(70_200, "resume"),
                at(90_000, "skip"),
                at(90_100, "ease"),
                at(90_200, "stop"),
                at(90_300, "felt"),
            ),
        ),
        "started-twice": (
            "A second start changes nothing, and a skip through all steps comes to the end.",
            shoulder,
            (at(0, "start"), at(5_000, "start"), *(at(8_000, "skip") for _ in shoulder.plan.steps)),
        ),
        "a-clock-that-went-back": (
            "The clock goes back for a moment; what was done stays done, and nothing is counted twice.",
            shoulder,
            (
                at(1_000, "start"),
                at(hold + 5_000, "ease"),
                at(hold - 9_000, "resume"),
                at(hold - 8_000, "ease"),
                at(hold + 6_000, "pause"),
                at(hold + 2_000, "stop"),
            ),
        ),
    }


def _answered(sheet: CueSheet) -> dict[str, tuple[str, CueSheet, tuple[SessionEvent, ...]]]:
    """Every level that an answer can come to."""
    hold, rest = first(sheet, "hold"), first(sheet, "rest")
    end = sheet.total_ms + 1_000
    return {
        "a-level-over-the-ceiling": (
            "Eight of ten in a hold of at most six: down to four at once, and again over it: down to three.",
            sheet,
            (at(0, "start"), at(hold + 9_500, "level", 8), at(hold + 21_500, "level", 5), at(end, "finish")),
        ),
        "a-level-that-rises": (
            "Four, then five, then six: each time it grows, the ceiling comes down by one.",
            sheet,
            (
                at(0, "start"),
                *(at(hold + 9_000 + 4_000 * place, "level", 4 + place) for place in range(3)),
                at(hold + 25_000, "stop"),
            ),
        ),
        "a-level-that-faded": (
            "Five, then three: it is let go early, and the rest of the session comes sooner.",
            sheet,
            (at(0, "start"), at(hold + 9_500, "level", 5), at(hold + 21_500, "level", 3), at(end, "finish")),
        ),
        "a-level-that-fell-because-it-was-eased": (
            "Seven, then four: the hand became lighter, the ache has not faded; two after that has.",
            sheet,
            (
                at(0, "start"),
                at(hold + 9_500, "level", 7),
                at(hold + 15_000, "level", 4),
                at(hold + 21_500, "level", 2),
                at(hold + 40_000, "pause"),
            ),
        ),
        "levels-that-stay": (
            "The same twice, and one that comes late, in the rest: all are kept, and nothing changes.",
            sheet,
            (
                at(0, "start"),
                at(hold + 9_500, "level", 5),
                at(hold + 21_500, "level", 5),
                at(rest + 1_000, "level", 4),
                at(end, "finish"),
            ),
        ),
        "a-level-that-faded-and-came-late": (
            "Five in the hold, two in the rest after it: it is kept, and the rest goes on to its end.",
            sheet,
            (
                at(0, "start"),
                at(hold + 9_500, "level", 5),
                at(rest + 3_000, "level", 2),
                at(rest + 4_000, "pause"),
            ),
        ),
        "levels-out-of-place": (
            "Told while settling, without a number, and after the end: nothing is kept of them.",
            sheet,
            (at(0, "start"), at(5_000, "level", 9), at(hold + 9_000, "level"), at(end, "finish"), at(end, "level", 9)),
        ),
        "eased-for-the-whole-session": (
            "Too strong in the kneading, so two from there: no more in the holds after it, whatever their own ceiling.",
            sheet,
            (
                at(0, "start"),
                at(first(sheet, "stroke") + 10_000, "level", 5),
                at(first(sheet, "stroke") + 12_000, "next"),
                at(hold, "level", 4),
                at(hold + 9_500, "next"),
                at(end, "finish"),
            ),
        ),
        "too-sore-in-a-hold": (
            "Too sore: let go, on to the next step, and never above four from here.",
            sheet,
            (at(0, "start"), at(hold + 6_000, "too-sore"), at(hold + 12_000, "swap"), at(end, "finish")),
        ),
    }


def _turned(sheet: CueSheet, again: CueSheet) -> dict[str, tuple[str, CueSheet, tuple[SessionEvent, ...]]]:
    """Every turn that is no level."""
    placing, hold = last(again, "ready"), first(again, "hold")
    before_hold = hold - 3_000
    end = again.total_ms + 400_000
    return {
        "another-way-before-the-first-hold": (
            "Another way while placing the hand, and another again: the last one is done with all its holds.",
            again,
            (at(0, "start"), at(before_hold, "swap"), at(before_hold + 2_000, "swap"), at(end, "finish")),
        ),
        "another-way-once-a-hold-was-begun": (
            "Another way in the first hold: one hold of it, and no third way after that was begun.",
            again,
            (at(0, "start"), at(hold + 5_000, "swap"), at(hold + 20_000, "swap"), at(end, "finish")),
        ),
        "another-way-while-paused": (
            "Paused in a hold, another way chosen, gone on with, and skipped.",
            again,
            (
                at(0, "start"),
                at(hold + 5_000, "pause"),
                at(hold + 6_000, "swap"),
                at(hold + 9_000, "resume"),
                at(hold + 30_000, "skip"),
                at(hold + 33_000, "stop"),
                at(hold + 35_000, "felt", "too-sore"),
            ),
        ),
        "once-more": (
            "Again, while the next step is got ready for: one repetition more, and no second one.",
            again,
            (at(0, "start"), at(placing + 2_000, "repeat"), at(placing + 50_000, "repeat"), at(end, "finish")),
        ),
        "once-more-in-the-release": (
            "Again, while letting go of the last hold; it faded in that one.",
            again,
            (
                at(0, "start"),
                at(placing - 2_000, "repeat"),
                at(placing + 28_000, "level", 5),
                at(placing + 35_000, "level", 2),
                at(end, "finish"),
            ),
        ),
        "next-and-next": (
            "Ready before the time, done before the time; in a rest there is no next.",
            sheet,
            (
                at(0, "start"),
                at(10_000, "next"),
                at(12_000, "next"),
                at(20_000, "next"),
                at(21_000, "next"),
                at(60_000, "next"),
                at(90_000, "next"),
                at(95_000, "next"),
                at(sheet.total_ms, "finish"),
            ),
        ),
        "every-turn-at-once": (
            "Every turn there is, at every cue of the way.",
            again,
            (at(0, "start"), *(at(9_000 * place, kind, 3 if kind == "level" else None) for place, kind in _MANY)),
        ),
    }


def written(about: str, sheet: CueSheet, events: tuple[SessionEvent, ...]) -> bytes:
    """A recording as it stands in its file: one event a line."""
    encode = msgspec.json.encode
    parts = (encode(about), b",\n  ".join(map(encode, events)), encode(replay(sheet, events)), encode(sheet))
    return b'{"about": %b,\n"events": [\n  %b\n],\n"record": %b,\n"sheet": %b}\n' % parts


def main() -> None:
    """Write every recording."""
    FOLDER.mkdir(exist_ok=True)
    for name, recording in recordings().items():
        (FOLDER / f"{name}.json").write_bytes(written(*recording))


if __name__ == "__main__":
    main()
