"""Every id that is shown has words, once, and none of the words that promise too much."""

import ast
import re
from collections import Counter
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk, Message

from unknot.coach import KINDS, Agreement, Knowledge, Purpose
from unknot.errors import InputError
from unknot.guiding import Feeling, compile_cues
from unknot.knowledge import load_knowledge
from unknot.planning import HANDS, Phase, Plan, Step, Technique
from unknot.prevention import CauseAnswer
from unknot.progress import Finding, Reach, Soreness, Trend
from unknot.screening import Grade, Tier
from unknot.units import Frame, Point, Side
from unknot.words import fluent_text, is_said, say

SOURCE = Path(__file__).resolve().parents[3] / "src" / "unknot"
WORDS = sorted((SOURCE / "words" / "en").glob("*.ftl"))
KNOWLEDGE = load_knowledge()
RULES, BOOK, BODY = KNOWLEDGE.rules, KNOWLEDGE.techniques, KNOWLEDGE.body
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
BANNED = (
    "diagnose",
    "diagnosis",
    "cure",
    "cures",
    "break up adhesions",
    "toxins",
    "safe for everyone",
    "push through",
    "no pain no gain",
    "no pain, no gain",
)
DENIAL = "not a diagnosis"  # what the report and the bundle must say of themselves (clinical 7.4); nothing else may


def notes_in_planning() -> set[str]:
    """The notes that planning gives: every one is a text that `_notes`, `_why_missed` or `pressing_refused` gives."""
    found: set[str] = set()
    givers = {"_notes", "_why_missed", "pressing_refused"}
    for file in (SOURCE / "planning").glob("*.py"):
        for function in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(function, ast.FunctionDef) and function.name in givers:
                given = (node for node in ast.walk(function) if isinstance(node, ast.Return | ast.Yield))
                values = (node.value for node in given)
                found |= {v.value for v in values if isinstance(v, ast.Constant) and isinstance(v.value, str)}
    return found


def a_step(technique: Technique, hand: Side | None) -> Step:
    """The technique as a step of a session: a press or a stroke where it presses."""
    here = Point(Frame.P, 0.5, 0.0)
    strokes = technique.strokes or technique.across_fibres or technique.up_and_down
    path = () if not technique.presses else (here, here) if strokes else (here,)
    is_placed = technique.presses or technique.phase == Phase.MOVE
    return Step(
        id="one",
        phase=Phase(technique.phase),
        technique=technique.id,
        tool=HANDS,
        position="sitting-supported",
        seconds=30,
        repetitions=2,
        rest_s=technique.rest_s,
        ready_s=8 if is_placed else 0,
        release_s=4 if technique.presses else 0,
        breath=BOOK.breath,
        source=("clinical:3.2",),
        side=Side.RIGHT,
        path=path,
        hand=hand,
    )


def cues_of_every_technique() -> set[str]:
    """What compile_cues can say of each technique, by the one hand that crosses the chest and by both."""
    steps = [a_step(technique, hand) for technique in BOOK.techniques for hand in (Side.LEFT, None)]
    plans = [Plan(EPOCH, "", (step,), (), step.total_s, step.presses) for step in steps]
    return {cue.say for plan in plans for cue in compile_cues(plan).cues}


PROGRESS_NOTES = (
    *("flare", "sore-again", "eased-sore", "eased-no-better", "resting-spot", "less-is-enough"),
    *("trying-a-way", f"trying-{Finding.TOO_EARLY}", f"trying-{Finding.BY_ITSELF}"),
)
"""What the response to earlier sessions, and a trial, say in a plan."""

ADVISED_NOTES = ("advised", "advised-cut")
"""What a plan says that a professional has tightened or written."""

NEEDED = (
    *(f"question-{question.id}" for question in RULES.questions),
    *(f"sign-{sign}" for sign in sorted(RULES.signs)),
    *(f"rule-{rule.id}" for rule in RULES.rules),
    *(f"condition-{row.id}" for row in RULES.conditions),
    *(f"tier-{tier}" for tier in Tier),
    *(f"region-{region.id}" for region in BODY.regions),
    *(f"landmark-{landmark.id}" for landmark in BODY.landmarks),
    *(f"trigger-point-{point.id}" for point in BODY.trigger_points),
    *(f"spot-{point.id}" for point in BODY.trigger_points if point.may_be_pressed),
    "spot-shoulder-top",
    *(f"muscle-{muscle.id}" for muscle in BODY.muscles),
    *(f"palpate-{point.id}" for point in BODY.trigger_points if point.may_be_pressed),
    *(f"zone-{zone.id}" for zone in BODY.zones),
    *(f"technique-{technique.id}" for technique in BOOK.techniques),
    *(f"tool-{tool.id}" for tool in BOOK.tools),
    *(f"position-{position.id}" for position in BOOK.positions),
    *(f"place-{place.id}" for place in BOOK.places),
    *(f"note-{note}" for note in sorted(notes_in_planning())),
    *(f"note-{note}" for note in (*PROGRESS_NOTES, *ADVISED_NOTES)),
    *sorted(cues_of_every_technique()),
    *(f"progress-verdict-{trend}" for trend in Trend),
    *(f"progress-say-{trend}" for trend in Trend),
    *(f"progress-works-{finding}" for finding in Finding),
    *(f"progress-stage-{stage.id}{part}" for stage in KNOWLEDGE.progress.stages for part in ("", "-say")),
    *(f"now-everyday-{one.id}" for one in KNOWLEDGE.progress.everyday),
    *(f"now-reach-{reach}" for reach in Reach),
    *(f"now-sore-{soreness}" for soreness in Soreness),
    *(f"now-change-{change}" for change in range(-5, 6)),
    *(f"now-trouble-{trouble}" for trouble in range(4)),
    *(f"feeling-{feeling}" for feeling in Feeling),
    *(f"stop-{feeling}" for feeling in Feeling),
    *(f"cause-{cause.id}" for cause in KNOWLEDGE.causes),
    *(f"cause-answer-{answer}" for answer in CauseAnswer),
    *(f"alternative-{one.id}" for one in KNOWLEDGE.locating.alternatives if one.id != "none-of-these"),
    *(f"movement-{one.id}" for one in KNOWLEDGE.locating.movements),
    *(lesson.id for lesson in KNOWLEDGE.lessons),
    *(f"numbers-{purpose}" for purpose in Purpose),
    *(f"explain-{agreement}" for agreement in Agreement),
    *(f"explain-{kind}" for kind in KINDS),
    *(f"explain-grade-{grade}" for grade in Grade),
    "answer-unsure",
    "answer-none",
)
NEEDED_PARTS = (
    *((f"technique-{technique.id}", part) for technique, part in product(BOOK.techniques, ("how", "why", "evidence"))),
    *((f"tier-{tier}", "do") for tier in Tier),
    *((f"movement-{one.id}", part) for one, part in product(KNOWLEDGE.locating.movements, ("how", "counts"))),
)


def messages_in(file: Path) -> list[Message]:
    return [entry for entry in FluentParser().parse(file.read_text("utf-8")).body if isinstance(entry, Message)]


@pytest.mark.parametrize("id", NEEDED)
def test_what_is_shown_has_words(id: str) -> None:
    assert is_said(id), f"no .ftl file has {id}"


@pytest.mark.parametrize(("id", "part"), NEEDED_PARTS)
def test_a_technique_says_how_why_and_how_sure(id: str, part: str) -> None:
    assert say(id, part).strip()


def test_planning_gives_the_notes_that_this_test_looks_for() -> None:
    assert {"cannot-tell", "out-of-reach", "hours-between", "general-care"} <= notes_in_planning()


@pytest.mark.parametrize("file", WORDS, ids=lambda file: file.name)
def test_a_file_of_words_has_no_line_that_fluent_cannot_read(file: Path) -> None:
    junk = [entry.content for entry in FluentParser().parse(file.read_text("utf-8")).body if isinstance(entry, Junk)]
    assert junk == []


def test_no_id_has_words_twice() -> None:
    named = Counter(message.id.name for file in WORDS for message in messages_in(file))
    assert [id for id, times in named.items() if times > 1] == []


@pytest.mark.parametrize("banned", BANNED)
def test_no_word_promises_too_much(banned: str) -> None:
    text = re.sub(DENIAL, "", fluent_text(), flags=re.IGNORECASE)
    assert [line for line in text.splitlines() if re.search(rf"\b{re.escape(banned)}\b", line, re.IGNORECASE)] == []


def test_only_the_report_and_the_bundle_say_that_they_are_not_a_diagnosis() -> None:
    denying = [line.split(" =")[0] for line in fluent_text().splitlines() if DENIAL in line.lower()]
    assert denying == ["report-warning", "fhir-check-in-about", "fhir-snomed"]


def test_every_message_of_an_input_error_has_words() -> None:
    """Every `raise InputError(field, "message")` of the program."""
    unsaid = {
        node.args[1].value
        for file in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == InputError.__name__
        and isinstance(node.args[1], ast.Constant)
        and not is_said(str(node.args[1].value))
    }
    assert unsaid == set()


def test_words_that_do_not_exist_are_an_error() -> None:
    with pytest.raises(LookupError, match="no message 'no-such-words'"):
        say("no-such-words")


def test_words_without_the_part_asked_for_are_an_error() -> None:
    with pytest.raises(LookupError, match="has no how"):
        say("region-occiput", "how")


def test_words_without_what_they_speak_of_are_an_error() -> None:
    with pytest.raises(LookupError, match="input-no-such-tool"):
        say("input-no-such-tool")


def test_words_are_filled_in(knowledge: Knowledge) -> None:
    assert say("input-no-such-tool", tool="hammer") == "Unknot does not know the tool “hammer”."
