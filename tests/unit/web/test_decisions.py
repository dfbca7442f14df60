"""Why a decision was what it was, asked for by the page."""

from unknot.words import say


def test_a_check_in_that_is_kept_is_explained_with_the_knowledge_of_its_day(page, healthy, knowledge):
    id = page.check_in(healthy | {"illness-signs": ["fever", "severe-neck-stiffness"]})
    explained = page.get(f"/api/decisions/{id}")
    why = explained["explanation"]
    assert (why["event"], why["kind"], why["knowledge"]) == (id, "checked-in", knowledge.version)
    assert (why["agreement"], why["verdict"]["tier"]) == ("same", "emergency-now")
    assert explained["said"]["rule-fever-with-stiff-neck"] == say("rule-fever-with-stiff-neck")


def test_a_plan_that_is_kept_is_explained(page, planned):
    assert page.get(f"/api/decisions/{planned}")["explanation"]["agreement"] == "same"


def test_the_knowledge_is_kept_with_the_first_thing_that_happens(page, log, healthy, knowledge):
    assert log.edition(knowledge.version) is None
    page.check_in(healthy)
    assert log.edition(knowledge.version) == knowledge.edition


def test_a_decision_that_does_not_exist_is_not_found(page):
    answer = page.request("GET", "/api/decisions/no-such-event")
    assert page.problem_in(answer) == (404, "input-no-such-event", "event")
