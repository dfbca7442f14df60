"""A knowledge file that is not exact: Unknot refuses to start, and says what to mend."""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
from tests.unit.knowledge.refused_in_locating import REFUSED_IN_LOCATING

from unknot.errors import KnowledgeError
from unknot.knowledge import load_knowledge

Edit = Callable[[str, str, str], None]

KEYS = "the keys are in docs/reference/knowledge.md."
TAKES = "Mend the value; what each key takes is in docs/reference/knowledge.md."
SOURCE = 'Say where the entry comes from: source = ["clinical:..."]; ids are in sources.toml.'

REFUSED: dict[str, tuple[str, str, str, str]] = REFUSED_IN_LOCATING | {
    # what is wrong: file, text that stands in it, text instead, the whole message
    "an entry without a source": (
        "rules.toml",
        'all_of = ["cannot-move-neck"]\nsource = ["clinical:RF-16", "protocol:R4"]\n',
        'all_of = ["cannot-move-neck"]\n',
        f"rules.toml: rule 'neck-cannot-be-moved': Object missing required field `source`. {SOURCE}",
    ),
    "an empty source": (
        "tools.toml",
        'source = ["clinical:4"]\nreads_as = "Its hardness',
        'source = []\nreads_as = "Its hardness',
        f"tools.toml: tool 'massage-ball', source: Expected `array` of length >= 1 (is []). {SOURCE}",
    ),
    "a key that does not exist": (
        "zones.toml",
        'reads_as = "abs(x) < 0.06',
        'read_as = "abs(x) < 0.06',
        "zones.toml: zone 'Z_SPINE': Object contains unknown field `read_as`."
        f" Remove the key or mend its spelling; {KEYS}",
    ),
    "a tier that does not exist": (
        "rules.toml",
        'tier = "emergency-now"\nconfidence = "high"\nany_of = ["thunderclap", "worst-ever"]',
        'tier = "urgentt"\nconfidence = "high"\nany_of = ["thunderclap", "worst-ever"]',
        f"rules.toml: rule 'thunderclap-headache', tier: Invalid enum value 'urgentt' (is 'urgentt'). {TAKES}",
    ),
    "words where a number belongs": (
        "ceilings.toml",
        "spots = 3",
        'spots = "three"',
        f"ceilings.toml: $.ceilings.spots: Expected `int`, got `str`. {TAKES}",
    ),
    "a score over ten": (
        "zones.toml",
        'area = "shelf"\npressure_0_10 = 6',
        'area = "shelf"\npressure_0_10 = 11',
        f"zones.toml: zone 'Z_SHELF', pressure_0_10: Expected `int` <= 10 (is 11). {TAKES}",
    ),
    "letting go in no time": (
        "ceilings.toml",
        "release_s = 4",
        "release_s = 0",
        f"ceilings.toml: $.ceilings.release_s: Expected `int` >= 1. {TAKES}",
    ),
    "a grade that does not exist": (
        "contraindications.toml",
        'light-hand = "LIM"\nsustained-hand = "ASK"\nball-wall = "ASK"\ncane = "NO"',
        'light-hand = "LIMIT"\nsustained-hand = "ASK"\nball-wall = "ASK"\ncane = "NO"',
        "contraindications.toml: condition 'anticoagulant', cells[...]: Invalid enum value 'LIMIT' (is {'light-hand':"
        " 'LIMIT', 'sustained-hand': 'ASK', 'ball-wall': 'ASK', 'cane': 'NO', 'percussion-gun': 'NO',"
        " 'nodes-vibration': 'NO', 'foam-roller': 'NO', 'heat': 'OK', 'stretch': 'OK', 'tens': 'ASK'})."
        f" {TAKES}",
    ),
    "an advised range outside the allowed one": (
        "techniques.toml",
        'unit = "s"\nallowed = [0, 90]\nadvised = [30, 90]',
        'unit = "s"\nallowed = [0, 90]\nadvised = [30, 120]',
        "techniques.toml: technique 'sustained-pressure': hold advises (30, 120) s, allowed are (0, 90)."
        " Put the advised range inside the allowed one.",
    ),
    "a rule's id used twice": (
        "rules.toml",
        'id = "sharp-pain-twice"',
        'id = "severe-pain"',
        "rules.toml: 'severe-pain': stands 2 times; an id names one thing. Give one another id.",
    ),
    "a source that is not in the list": (
        "rules.toml",
        'source = ["clinical:RF-02", "clinical:U19"]',
        'source = ["clinical:RF-99"]',
        "rules.toml: 'thunderclap-headache': source 'clinical:RF-99' is not in sources.toml."
        " Mend the id, or add it to sources.toml.",
    ),
    "a muscle that does not exist": (
        "trigger_points.toml",
        'id = "SUP"\nmuscle = "supraspinatus"',
        'id = "SUP"\nmuscle = "suprasinatus"',
        "trigger_points.toml: trigger_point 'SUP': muscle 'suprasinatus' does not exist."
        " Mend the id; those that exist are in muscles.toml.",
    ),
    "a region that does not exist": (
        "trigger_points.toml",
        "essential = { shoulder_top = 0.7 }",
        "essential = { shoulder_tip = 0.7 }",
        "trigger_points.toml: trigger_point 'UT3': region 'shoulder_tip' does not exist."
        " Mend the id; those that exist are in regions.toml.",
    ),
    "a technique that a point's card cannot name": (
        "trigger_points.toml",
        'techniques = ["pincer-hold"]',
        'techniques = ["pinch"]',
        "trigger_points.toml: trigger_point 'UT1': technique 'pinch' does not exist."
        " Mend the id; those that exist are in techniques.toml.",
    ),
    "a technique that a zone cannot name": (
        "zones.toml",
        'techniques = ["sustained-pressure", "pressure-release"]\npositions',
        'techniques = ["thumbing"]\npositions',
        "zones.toml: zone 'Z_SUBOCC': technique 'thumbing' does not exist."
        " Mend the id; those that exist are in techniques.toml.",
    ),
    "a position that a zone cannot name": (
        "zones.toml",
        'positions = ["lying-face-up"]',
        'positions = ["hanging"]',
        "zones.toml: zone 'Z_SUBOCC': position 'hanging' does not exist."
        " Mend the id; those that exist are in techniques.toml.",
    ),
    "a sign that a rule cannot name": (
        "rules.toml",
        'all_of = ["cannot-move-neck"]\nsource',
        'all_of = ["cannot-move-head"]\nsource',
        "rules.toml: rule 'neck-cannot-be-moved': sign 'cannot-move-head' does not exist."
        " Mend the id; those that exist are in questions.toml.",
    ),
    "a sign that opens nothing": (
        "questions.toml",
        'opened_by = ["aged-16-17"]',
        'opened_by = ["aged-17"]',
        "questions.toml: question 'adult-with-you': sign 'aged-17' does not exist."
        " Mend the id; those that exist are in questions.toml.",
    ),
    "a scale that does not exist": (
        "questions.toml",
        'id = "pain-8-or-more"\nquestion = "pain-now"',
        'id = "pain-8-or-more"\nquestion = "pain-then"',
        "questions.toml: sign 'pain-8-or-more': number question 'pain-then' does not exist."
        " Mend the id; those that exist are in questions.toml.",
    ),
    "a sign that a condition cannot name": (
        "contraindications.toml",
        'any_of = ["epilepsy"]',
        'any_of = ["seizures"]',
        "contraindications.toml: condition 'epilepsy': sign 'seizures' does not exist."
        " Mend the id; those that exist are in questions.toml.",
    ),
    "a technique that a tool cannot name": (
        "tools.toml",
        'techniques = ["cane-pressure"]',
        'techniques = ["cane-twist"]',
        "tools.toml: tool 'cane': technique 'cane-twist' does not exist."
        " Mend the id; those that exist are in techniques.toml.",
    ),
    "a zone that does not exist": (
        "tools.toml",
        'zones = ["Z_NECKBACK", "Z_BASE", "Z_SHELF", "Z_UPBACK"]',
        'zones = ["Z_THROAT"]',
        "tools.toml: tool 'cane': zone 'Z_THROAT' does not exist. Mend the id; those that exist are in zones.toml.",
    ),
    "a position that a technique cannot name": (
        "techniques.toml",
        'positions = ["standing-at-wall", "side-on-to-wall"]',
        'positions = ["at-a-tree"]',
        "techniques.toml: technique 'ball-pressure': position 'at-a-tree' does not exist."
        " Mend the id; those that exist are in this file.",
    ),
    "a condition that a technique cannot name": (
        "techniques.toml",
        'not_with = ["osteoporosis",',
        'not_with = ["brittle-bones",',
        "techniques.toml: technique 'friction': condition 'brittle-bones' does not exist."
        " Mend the id; those that exist are in contraindications.toml.",
    ),
    "a place that a position cannot name": (
        "techniques.toml",
        'id = "side-on-to-wall"\nplaces = ["home", "desk"]',
        'id = "side-on-to-wall"\nplaces = ["moon"]',
        "techniques.toml: position 'side-on-to-wall': place 'moon' does not exist."
        " Mend the id; those that exist are in this file.",
    ),
    "a sign that a drawing cannot assert": (
        "questions.toml",
        'sign = "arm-tingling-or-pain"',
        'sign = "arm-on-fire"',
        "questions.toml: drawn_sign: sign 'arm-on-fire' does not exist."
        " Mend the id; those that exist are in questions.toml.",
    ),
    "a region that asserts nothing": (
        "questions.toml",
        'regions = ["forearm_rad",',
        'regions = ["wrist",',
        "questions.toml: drawn_sign 'arm-tingling-or-pain': region 'wrist' does not exist."
        " Mend the id; those that exist are in regions.toml.",
    ),
    "a sign that a stop cannot leave": (
        "stopping.toml",
        'sign = "stopped-for-numbness"',
        'sign = "stopped-for-fun"',
        "stopping.toml: stop 'numb': sign 'stopped-for-fun' does not exist."
        " Mend the id; those that exist are in questions.toml.",
    ),
    "a sign that the course cannot name": (
        "course.toml",
        'stopped-for-sharp-pain = "sharp-pain-again"',
        'stopped-for-sharp-pain = "sharp-pain-thrice"',
        "course.toml: course, repeated: sign 'sharp-pain-thrice' does not exist."
        " Mend the id; those that exist are in questions.toml.",
    ),
    "a forbidden zone with techniques": (
        "zones.toml",
        'id = "Z_SIDE"\nrule = "forbidden"\narea = "neck"\n',
        'id = "Z_SIDE"\nrule = "forbidden"\narea = "neck"\ntechniques = ["kneading"]\n',
        "zones.toml: zone 'Z_SIDE': is forbidden with techniques ('kneading',) at 0/10."
        " A forbidden zone has no ceilings and techniques; others do.",
    ),
    "a limited zone without a limit": (
        "zones.toml",
        'id = "Z_NECKBACK"\nrule = "limited"\narea = "neck"\npressure_0_10 = 3',
        'id = "Z_NECKBACK"\nrule = "limited"\narea = "neck"\npressure_0_10 = 5',
        "zones.toml: zone 'Z_NECKBACK': is limited with 5/10, over 3/10."
        " Lower it to ceilings.toml limited_pressure_0_10.",
    ),
    "a point to press outside every zone": (
        "trigger_points.toml",
        "at = [0.48, -0.03]",
        "at = [0.48, 0.9]",
        "trigger_points.toml: trigger_point 'UT2': may be pressed (allowed) but (0.48, 0.9) lies in no zone that"
        " allows it. Mend its place or its permission; zones are in zones.toml.",
    ),
    "a point to press on the spine": (
        "trigger_points.toml",
        "at = [0.48, -0.03]",
        "at = [0.03, -0.03]",
        "trigger_points.toml: trigger_point 'UT2': may be pressed (allowed) but (0.03, -0.03) lies in no zone that"
        " allows it. Mend its place or its permission; zones are in zones.toml.",
    ),
    "a condition that is silent about a column": (
        "contraindications.toml",
        'stretch = "OK"\ntens = "ASK"\n\n[[condition]]\nid = "mild-blood-thinning"',
        'stretch = "OK"\n\n[[condition]]\nid = "mild-blood-thinning"',
        "contraindications.toml: condition 'anticoagulant': says nothing about tens; silence is never safety."
        " Add the cell: OK, LIM, ASK or NO.",
    ),
    "a rule that asks for nothing": (
        "rules.toml",
        'confidence = "high"\nall_of = ["cannot-move-neck"]\nsource',
        'confidence = "high"\nsource',
        "rules.toml: rule 'neck-cannot-be-moved': asks for no sign, so it would always fire. Name its signs.",
    ),
    "a rule that wants more signs than it names": (
        "rules.toml",
        'at_least = 2\nout_of = ["clumsy-hands"',
        'at_least = 4\nout_of = ["clumsy-hands"',
        "rules.toml: rule 'several-cord-signs': wants 4 out of 3 signs. at_least is from 1 to the number in out_of.",
    ),
    "a question that is silent about not sure": (
        "questions.toml",
        'unsure_counts_as = ["skin-rash-or-open"]\n',
        "",
        "questions.toml: question 'skin': does not say what \"not sure\" counts as."
        " Add unsure_counts_as: silence is never safety.",
    ),
    "a scale with options": (
        "questions.toml",
        'kind = "scale"\n',
        'kind = "scale"\noptions = ["much", "little"]\n',
        "questions.toml: question 'pain-now': is a scale with 2 options, between (0, 10)."
        " A scale and a number have between; a choice and several have options.",
    ),
    "a feeling without advice": (
        "stopping.toml",
        '[[stop]]\nfeeling = "nothing"\ntier = "clear"\nends_session = false\n'
        'source = ["protocol:S6", "clinical:2.3"]\n',
        "",
        "stopping.toml: stop 'nothing': is missing. Say what follows when it is felt.",
    ),
    "a technique without a script": (
        "scripts.toml",
        'technique = "gentle-stretch"',
        'technique = "slow-movement"',
        "scripts.toml: technique 'gentle-stretch': has no script. Say what is said while it is done.",
    ),
    "a script for a tool that does not exist": (
        "scripts.toml",
        'tools = ["gun"]',
        'tools = ["hammer"]',
        "scripts.toml: script 'electric-low', hold: tool 'hammer' does not exist."
        " Mend the id; those that exist are in tools.toml.",
    ),
}


def test_the_shipped_knowledge_is_sound(folder: Path) -> None:
    assert load_knowledge(folder) == load_knowledge()


@pytest.mark.parametrize("what", REFUSED)
def test_it_refuses_to_start_on(what: str, folder: Path, edit: Edit) -> None:
    file, old, new, message = REFUSED[what]
    edit(file, old, new)
    with pytest.raises(KnowledgeError) as raised:
        load_knowledge(folder)
    assert str(raised.value) == message


def test_it_refuses_to_start_on_a_file_that_is_not_toml(folder: Path, edit: Edit) -> None:
    edit("course.toml", "[course]", "[course")
    with pytest.raises(KnowledgeError) as raised:
        load_knowledge(folder)
    error = raised.value
    assert (error.file, error.entry, error.mend) == ("course.toml", "the file", "Mend the line it names.")
    assert error.problem.startswith("is not TOML: ")


def test_it_refuses_to_start_on_a_key_given_twice(folder: Path, edit: Edit) -> None:
    edit("course.toml", "better_by = 2\n", "better_by = 2\nbetter_by = 3\n")
    with pytest.raises(KnowledgeError) as raised:
        load_knowledge(folder)
    assert (raised.value.file, raised.value.entry) == ("course.toml", "the file")


def test_it_refuses_to_start_on_letters_that_are_not_utf_8(folder: Path) -> None:
    (folder / "causes.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(KnowledgeError) as raised:
        load_knowledge(folder)
    assert (raised.value.file, raised.value.entry) == ("causes.toml", "the file")


@pytest.mark.parametrize("file", sorted(f.name for f in files("unknot.knowledge").iterdir() if f.name.endswith("toml")))
def test_it_refuses_to_start_without_a_file(file: str, folder: Path) -> None:
    (folder / file).unlink()
    with pytest.raises(KnowledgeError) as raised:
        load_knowledge(folder)
    assert (raised.value.file, raised.value.entry) == (file, "the file")


def test_the_version_names_the_exact_content(folder: Path, edit: Edit) -> None:
    before = load_knowledge(folder).version
    edit("ceilings.toml", "spots = 3", "spots = 2")
    after = load_knowledge(folder).version
    assert before == load_knowledge().version != after
