"""Only Unknot's own page may talk to the server, and every answer tells the browser to stay at home."""

import pytest

OWN = "http://127.0.0.1:8765"
REFUSED = (403, "request-from-elsewhere", None)
CHANGES = [("POST", "/api/erase"), ("PUT", "/api/settings"), ("DELETE", "/api/home"), ("PATCH", "/api/home")]

HEADERS = {
    "content-security-policy": (
        "default-src 'self'; media-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
        "object-src 'none'"
    ),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(self), geolocation=(), payment=(), usb=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}


@pytest.mark.parametrize(
    "host",
    ["elsewhere.example", "elsewhere.example:8765", "127.0.0.1", "127.0.0.1:8766", "127.0.0.1:8765.evil.example", ""],
)
@pytest.mark.parametrize("path", ["/api/home", "/words/en.ftl", "/"])
def test_a_foreign_host_is_refused(page, host, path):
    assert page.problem_in(page.request("GET", path, headers={"Host": host})) == REFUSED


@pytest.mark.parametrize(
    "origin", ["http://elsewhere.example", "https://127.0.0.1:8765", "http://127.0.0.1:9999", "null", ""]
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_foreign_origin_is_refused(page, method, origin):
    answer = page.request(method, "/api/settings", headers={"Origin": origin})
    assert page.problem_in(answer) == REFUSED


@pytest.mark.parametrize(("method", "path"), CHANGES)
def test_a_change_without_the_own_header_is_refused(page, method, path):
    del page.client.headers["X-Unknot"]
    assert page.problem_in(page.request(method, path, json={"confirm": "erase"})) == REFUSED


@pytest.mark.parametrize("site", ["cross-site", "same-site", "something-new"])
@pytest.mark.parametrize(("method", "path"), CHANGES)
def test_a_change_from_another_site_is_refused(page, method, path, site):
    answer = page.request(method, path, json={"confirm": "erase"}, headers={"Sec-Fetch-Site": site})
    assert page.problem_in(answer) == REFUSED


def test_a_refused_change_changes_nothing(page, healthy):
    page.check_in(healthy)
    del page.client.headers["X-Unknot"]
    page.request("POST", "/api/erase", json={"confirm": "erase"})
    assert page.get("/api/home")["visits"] == 1


@pytest.mark.parametrize(
    "headers", [{}, {"Origin": OWN}, {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none", "Origin": OWN}]
)
def test_the_own_page_may_change_things(page, headers):
    sent = {"id": page.new_id(), "country": "GB"}
    assert page.request("PUT", "/api/settings", json=sent, headers=headers).status_code == 200


def test_reading_needs_no_header(page):
    del page.client.headers["X-Unknot"]
    assert page.request("GET", "/api/home").status_code == 200


def test_a_preflight_from_elsewhere_is_not_answered(page):
    asked = {"Origin": "http://elsewhere.example", "Access-Control-Request-Headers": "x-unknot"}
    answer = page.request("OPTIONS", "/api/erase", headers=asked)
    assert page.problem_in(answer) == REFUSED
    assert not [name for name in answer.headers if name.startswith("access-control")]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/home", 200),
        ("GET", "/words/en.ftl", 200),
        ("GET", "/schema/openapi.json", 200),
        ("GET", "/api/export", 200),
        ("GET", "/api/nothing", 404),
        ("DELETE", "/api/home", 405),
        ("POST", "/api/check-ins", 400),
        ("POST", "/api/plans", 400),
        ("GET", "/schema/swagger", 404),
    ],
)
def test_every_answer_carries_the_security_headers(page, method, path, status):
    answer = page.request(method, path)
    assert answer.status_code == status
    assert {name: answer.headers.get_list(name) for name in HEADERS} == {name: [said] for name, said in HEADERS.items()}


def test_a_refusal_carries_the_security_headers(page):
    answer = page.request("GET", "/api/home", headers={"Host": "elsewhere.example"})
    assert HEADERS.items() <= dict(answer.headers).items()


def test_static_files_carry_the_security_headers(page_with_front_end):
    answer = page_with_front_end.request("GET", "/")
    assert (answer.status_code, answer.text) == (200, "<!doctype html><title>Unknot</title>")
    assert HEADERS.items() <= dict(answer.headers).items()


def test_no_answer_names_the_server_or_sets_a_cookie(page):
    answer = page.request("GET", "/api/home")
    assert not {"server", "set-cookie", "x-powered-by"} & set(answer.headers)


@pytest.mark.parametrize("path", ["/api/home", "/api/knots", "/api/export"])
def test_no_answer_about_a_person_stays_in_the_cache_of_the_browser(page, path):
    assert page.request("GET", path).headers["cache-control"] == "no-store"


def test_a_page_is_asked_for_anew_so_that_no_browser_shows_an_older_one(page_with_front_end):
    assert page_with_front_end.request("GET", "/").headers["cache-control"] == "no-cache"
