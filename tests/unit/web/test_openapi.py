"""The API documents itself, on this machine alone."""

import re

import pytest

DOCUMENTED = {
    "/api/home": {"get"},
    "/api/questions": {"get"},
    "/api/screen": {"post"},
    "/api/check-ins": {"post"},
    "/api/atlas": {"get"},
    "/api/findings": {"post"},
    "/api/techniques": {"get"},
    "/api/own-words": {"post"},
    "/api/plans": {"post"},
    "/api/plans/{plan_id}/cue-sheet": {"get"},
    "/api/plans/{plan_id}/events": {"post"},
    "/api/plans/{plan_id}/outcome": {"post"},
    "/api/knots": {"get"},
    "/api/knots/edits": {"post"},
    "/api/progress": {"get"},
    "/api/measures": {"post"},
    "/api/measures/asked": {"get"},
    "/api/activities": {"post"},
    "/api/causes": {"get", "post"},
    "/api/settings": {"get", "put"},
    "/api/emergency-numbers": {"get"},
    "/api/sources": {"get"},
    "/api/decisions/{event}": {"get"},
    "/api/hand-overs": {"post"},
    "/api/guidance": {"get", "post"},
    "/api/guidance/read": {"post"},
    "/api/guidance/withdraw": {"post"},
    "/api/export": {"get"},
    "/api/import": {"post"},
    "/api/take-along/calendar": {"get"},
    "/api/take-along/fhir": {"get"},
    "/api/take-along/report": {"get"},
    "/api/take-along/tables": {"get"},
    "/api/erase": {"post"},
    "/words/en.ftl": {"get"},
}


@pytest.fixture
def openapi(page):
    return page.get("/schema/openapi.json")


def test_every_route_is_documented(openapi):
    assert {path: set(methods) for path, methods in openapi["paths"].items()} == DOCUMENTED


def test_every_route_has_a_summary_and_a_description(openapi):
    routes = {(path, how): route for path, methods in openapi["paths"].items() for how, route in methods.items()}
    assert [name for name, route in routes.items() if not (route.get("summary") and route.get("description"))] == []


def test_the_document_names_no_address_elsewhere(openapi):
    assert re.findall(r"https?://[^\"]+", str(openapi)) == []


@pytest.mark.parametrize("viewer", ["swagger", "redoc", "elements", "rapidoc", "scalar", "oauth2-redirect.html"])
def test_there_is_no_viewer(page, viewer):
    answer = page.request("GET", f"/schema/{viewer}")
    assert (answer.status_code, "script" in answer.text) == (404, False)
