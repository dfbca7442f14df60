"""What the commands print, as text and as JSON, for the examples of the documentation and others."""

import json
from pathlib import Path

import msgspec
import pytest
from jsonschema import Draft202012Validator

from unknot.cli import reading
from unknot.coach import Advice, Case, advise
from unknot.guiding import CueSheet, compile_cues
from unknot.locating import Finding
from unknot.screening import Verdict
from unknot.words import say

EXAMPLES = sorted((Path(__file__).parents[3] / "docs" / "examples").glob("*.json"))
KINDS = ("questions", "case", "verdict", "finding", "advice", "cue_sheet", "decisions", "explained")


def name(file):
    return file.stem


@pytest.fixture(scope="module")
def schemas():
    return json.loads(msgspec.json.encode(reading.schemas()))


@pytest.fixture
def fits(schemas):
    """Says what does not fit one of the schemas that `unknot schema` prints."""

    def fits(kind, document):
        schema = {"$defs": schemas["$defs"], **schemas["properties"][kind]}
        return [error.message for error in Draft202012Validator(schema).iter_errors(document)]

    return fits


@pytest.fixture
def case(tmp_path, healthy):
    """A file with the case of a healthy person."""

    def case(**told):
        file = tmp_path / "case.json"
        file.write_text(json.dumps({"answers": healthy, "drawing": {"shoulder_top_R": 6, "neck_postlat_R": 4}, **told}))
        return file

    return case


def test_there_is_an_example_of_each_kind():
    assert [file.stem for file in EXAMPLES] == [
        "desk-worker-upper-trapezius",
        "levator-to-shoulder-blade",
        "numb-fingers",
        "on-warfarin",
        "only-a-ball-and-a-wall",
        "stiff-neck-with-fever",
    ]


def test_the_schemas_are_json_schemas(unknot):
    printed = json.loads(unknot("schema").out)
    Draft202012Validator.check_schema(printed)
    assert set(printed["properties"]) == set(KINDS)


@pytest.mark.parametrize("example", EXAMPLES, ids=name)
def test_an_example_fits_the_schema_of_a_case(fits, example):
    assert fits("case", json.loads(example.read_bytes())) == []


def test_what_is_no_case_does_not_fit_it(fits):
    assert fits("case", {"minutes": 61}) == ["61 is greater than the maximum of 60"]
    assert fits("case", {"mood": "good"}) != []


@pytest.mark.parametrize("example", EXAMPLES, ids=name)
def test_a_plan_as_json_is_the_advice_for_the_case_and_fits_its_schema(
    unknot, fits, knowledge, monkeypatch, now, example
):
    monkeypatch.setattr("unknot.cli.reading.now", lambda: now)
    said = unknot("plan", example, "--json")
    printed = msgspec.json.decode(said.out, type=Advice)
    assert (said.code, said.err) == (0, "")
    assert printed == advise(msgspec.json.decode(example.read_bytes(), type=Case), knowledge, now)
    assert fits("advice", json.loads(said.out)) == []


@pytest.mark.parametrize("example", EXAMPLES, ids=name)
def test_a_plan_as_text_says_the_tier_and_every_step(unknot, knowledge, now, example):
    advice = advise(msgspec.json.decode(example.read_bytes(), type=Case), knowledge, now)
    text = unknot("plan", example).out
    assert f"{say(f'tier-{advice.tier}')} [{advice.tier}]" in text
    steps = () if advice.plan is None else advice.plan.steps
    assert [f"  {place}. {say(f'technique-{step.technique}')}" in text for place, step in enumerate(steps, 1)] == [
        True for _ in steps
    ]
    assert [one.rule for one in advice.fired if say(f"rule-{one.rule}") not in text] == []


def test_a_verdict_is_printed_as_json(unknot, case, fits):
    said = unknot("screen", case(), "--json")
    assert msgspec.json.decode(said.out, type=Verdict).tier == "clear"
    assert fits("verdict", json.loads(said.out)) == []


def test_a_verdict_is_printed_as_text(unknot, case, answering):
    text = unknot("screen", case(answers=answering(head_signs=("thunderclap",)))).out
    assert text.splitlines()[0] == f"{say('tier-emergency-now')} [emergency-now]"
    assert say("rule-thunderclap-headache") in text


def test_open_questions_are_printed_with_their_words(unknot, case):
    text = unknot("screen", case(answers={"age": 35})).out
    assert text.splitlines()[1] == f"  any-of-these: {say('question-any-of-these')}"


def test_a_finding_is_printed_as_json(unknot, case, fits):
    said = unknot("locate", case(), "--json")
    assert msgspec.json.decode(said.out, type=Finding).candidates[0].point == "UT2"
    assert fits("finding", json.loads(said.out)) == []


def test_a_finding_is_printed_as_text(unknot, case):
    first = unknot("locate", case()).out.splitlines()[0]
    assert first == f"{say('cli-most-likely')}: {say('trigger-point-UT2')}, right [UT2]"


def test_a_finding_says_what_fits_and_asks_the_next_question(unknot, case):
    lines = unknot("locate", case(drawing={"scap_medial_R": 5})).out.splitlines()
    assert lines[1] == f"  {say('cli-because', places='Inner edge of the shoulder blade, right')}"
    assert lines[-2] == say("cli-next-press", pressure=3)
    asked = msgspec.json.decode(unknot("locate", case(drawing={"scap_medial_R": 5}), "--json").out, type=Finding).next
    assert asked is not None
    assert lines[-1] == f"  {asked.name}: {say(f'palpate-{asked.point}')}"


def test_what_looks_like_the_heart_is_printed_with_its_question(unknot, case):
    lines = unknot("locate", case(drawing={"sternum": 6, "chest_upper_L": 5, "jaw_chin_L": 4})).out.splitlines()
    assert lines == [
        say("cli-not-a-muscle"),
        f"{say('cli-could-also-be')}: {say('alternative-heart')}",
        say("cli-check-again"),
        f"  chest-throat-signs: {say('question-chest-throat-signs')}",
    ]


def test_an_unknown_movement_is_refused_by_name(unknot, case):
    said = unknot("locate", case(movements={"somersault": "yes"}))
    assert (said.code, say("input-no-such-movement", movement="somersault") in said.err) == (2, True)


def test_a_drawing_that_fits_nothing_says_so(unknot, case):
    assert say("note-cannot-tell") in unknot("locate", case(drawing={})).out


def test_the_questions_are_printed_with_every_option(unknot, knowledge):
    text = unknot("questions").out
    options = [option for question in knowledge.rules.questions for option in question.options]
    assert [option for option in options if f"    {option}: {say(f'sign-{option}')}" not in text] == []


def test_the_questions_are_printed_as_json(unknot, fits, knowledge):
    printed = json.loads(unknot("questions", "--json").out)
    assert [one["id"] for one in printed] == [question.id for question in knowledge.rules.questions]
    assert fits("questions", printed) == []


def test_a_session_as_json_is_the_cue_sheet_of_the_plan(unknot, case, fits, knowledge):
    file = case()
    printed = msgspec.json.decode(unknot("session", file, "--json").out, type=CueSheet)
    assert printed == compile_cues(printed.plan, knowledge.scripts)
    assert fits("cue_sheet", json.loads(msgspec.json.encode(printed))) == []


def test_a_case_can_come_from_standard_input(unknot, case):
    file = case()
    assert unknot("locate", "-", stdin=file.read_bytes()) == unknot("locate", file)


def test_the_same_case_at_the_same_moment_prints_the_same(unknot, case, monkeypatch, now):
    monkeypatch.setattr("unknot.cli.reading.now", lambda: now)
    assert unknot("plan", case(), "--json") == unknot("plan", case(), "--json")


def test_the_version_is_printed(unknot):
    said = unknot("--version")
    assert (said.code, said.out) == (0, "unknot, version 0.1.0\n")


@pytest.mark.parametrize(
    "command", ["run", "questions", "screen", "locate", "plan", "session", "export", "import", "doctor"]
)
def test_each_command_says_what_it_does(unknot, command):
    said = unknot(command, "--help")
    assert (said.code, said.out.splitlines()[0].startswith(f"Usage: unknot {command}")) == (0, True)
