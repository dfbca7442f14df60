"""The check-in as a FHIR Questionnaire renders, scores and gives its answers back in LHC-Forms, with no network.

LHC-Forms is 56 MB: it is there in the nightly run alone (decision 0016).
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from playwright.sync_api import Browser, Page, expect
from tests.unit.coach.conftest import NOW, Diary

from unknot.coach import Knowledge
from unknot.screening import Answers, Visit
from unknot.sharing import chronicle_of
from unknot.sharing.fhir import Bundling, bundle_as_json, bundle_of
from unknot.sharing.fhir.questionnaire import questionnaire

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not os.environ.get("UNKNOT_NIGHTLY"), reason="LHC-Forms is there with --nightly alone"),
]

LHC_FORMS = Path(__file__).parents[1] / "lhc-forms" / "node_modules" / "lforms" / "dist" / "lforms"
HTML = """<!doctype html><html lang="en"><meta charset="utf-8">
<link rel="stylesheet" href="{at}/webcomponent/styles.css">
<body><div id="form"></div>
<script src="{at}/webcomponent/assets/lib/zone.min.js"></script>
<script src="{at}/webcomponent/lhc-forms.js"></script>
<script src="{at}/fhir/R4/lformsFHIR.min.js"></script></body></html>"""
SHOW = """form => LForms.Util.addFormToPage(form, "form", { fhirVersion: "R4" })"""
FILL = """([form, response]) => {
  const read = LForms.Util.convertFHIRQuestionnaireToLForms(form, "R4");
  const filled = LForms.Util.mergeFHIRDataIntoLForms("QuestionnaireResponse", response, read, "R4");
  return LForms.Util.addFormToPage(filled, "form");
}"""
TELL = """() => LForms.Util.getFormFHIRData("QuestionnaireResponse", "R4")"""


@pytest.fixture
def page(chromium: Browser, tmp_path: Path) -> Iterator[Page]:
    """A page with LHC-Forms that can reach nothing, and in which nothing goes wrong."""
    at = tmp_path / "form.html"
    at.write_text(HTML.format(at=LHC_FORMS.as_uri()), encoding="utf-8")
    context = chromium.new_context(locale="en-GB", offline=True)
    faults: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.goto(at.as_uri())
    yield page
    context.close()
    assert faults == []


def answers_in(response: dict) -> dict[str, list]:
    """The codes and numbers of each item that was answered."""
    return {
        item["linkId"]: sorted(
            str(one.get("valueCoding", {}).get("code", one.get("valueInteger", one.get("valueDecimal"))))
            for one in item["answer"]
        )
        for item in response.get("item", ())
    }


@pytest.mark.parametrize("visit", list(Visit))
def test_every_question_that_is_asked_at_once_is_shown_in_lhc_forms(
    page: Page, knowledge: Knowledge, visit: Visit
) -> None:
    form = questionnaire(knowledge.rules, visit)
    page.evaluate(SHOW, json.loads(msgspec.json.encode(form)))
    at_once = [item.text for item in form.item if not item.enable_when]
    page.get_by_text(at_once[-1]).first.wait_for()
    assert [words for words in at_once if not page.get_by_text(words, exact=False).count()] == []
    hidden = [item for item in form.item if item.link_id == "pregnancy"]
    assert [item for item in hidden if page.get_by_text(item.text, exact=True).count()] == []


def test_the_pain_that_is_chosen_in_lhc_forms_becomes_a_score(page: Page, knowledge: Knowledge) -> None:
    page.evaluate(SHOW, json.loads(msgspec.json.encode(questionnaire(knowledge.rules, Visit.RETURN))))
    page.locator("[id='pain-now/1']").click()
    page.locator("#searchResults li, #lhc-tools-searchResults li").nth(7).click()
    expect(page.locator("[id='pain-score/1']")).to_have_value("7")
    assert answers_in(page.evaluate(TELL)) == {"pain-now": ["pain-7"], "pain-score": ["7"]}


def test_a_check_in_comes_back_from_lhc_forms_answer_by_answer(
    page: Page, knowledge: Knowledge, healthy: Answers
) -> None:
    diary = Diary(knowledge).check_in({**healthy, "pain-now": 4, "any-of-these": ("today-skin",), "skin": "none"})
    bundle = json.loads(bundle_as_json(bundle_of(chronicle_of(diary.person, NOW), knowledge, Bundling("unknot 0.1.0"))))
    told = [one["resource"] for one in bundle["entry"]]
    (response,) = (one for one in told if one["resourceType"] == "QuestionnaireResponse")
    form = next(
        one
        for one in told
        if one["resourceType"] == "Questionnaire" and response["questionnaire"].startswith(one["url"])
    )
    page.evaluate(FILL, [form, response])
    page.get_by_text(form["item"][0]["text"]).first.wait_for()
    assert answers_in(page.evaluate(TELL)) == answers_in(response)
