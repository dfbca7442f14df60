"""The page, what is signed on it, and what becomes of it, through the API."""

import json
import re

import pytest
from tests.signing import Professional

ADA = Professional()
GENTLE = {"tightening": {"pain_0_10": 2}}


@pytest.fixture
def handed(page):
    """The id of a page that was made."""
    id = page.new_id()
    answer = page.request("POST", "/api/hand-overs", json={"id": id})
    assert answer.headers["content-disposition"] == 'attachment; filename="unknot-hand-over.html"'
    assert f'"hand_over":"{id}"' in answer.text
    return id


@pytest.fixture
def signed(handed, casebook):
    """What someone signs on that page now."""

    def signed(by=ADA, number=1, **told):
        return by.sign(by.guidance(casebook.now(), number, hand_over=handed, **told)).decode()

    return signed


@pytest.fixture
def take_up(page):
    """Reads a file and follows it with the number that was shown."""

    def take_up(file, id=None):
        number = page.send("/api/guidance/read", {"file": file})["fingerprint"]
        sent = {"id": id or page.new_id(), "file": file, "compared": number}
        return page.send("/api/guidance", sent)["guidance"]

    return take_up


def pressing(page, check_in, **told):
    plan = page.send("/api/plans", page.plan_to_make(check_in, **told))["plan"]
    return [step["ceiling_0_10"] for step in plan["steps"] if step["phase"] == "press"], plan["notes"]


def test_the_page_may_run_its_own_script_and_ask_nobody(page, handed):
    html = page.request("POST", "/api/hand-overs", json={"id": page.new_id()}).text
    policy = re.search(r'content-security-policy" content="([^"]+)"', html)
    assert policy
    assert re.sub(r"'sha256-[^']+'", "own", policy[1]) == (
        "default-src 'none'; script-src own; style-src own; base-uri 'none'; form-action 'none'"
    )
    assert re.findall(r"(?:src|href)=[\"']?(?:https?:)?//", html) == []
    assert html.count("<script") == 2


def test_a_signed_file_is_followed_shown_and_withdrawn(page, signed, take_up, healthy):
    check_in = page.check_in(healthy)
    usual, _ = pressing(page, check_in)
    (view,) = take_up(signed(**GENTLE))
    assert (view["holds"], view["guidance"]["name"], view["stricter"]) == (
        True,
        "Dr. Ada Vogel",
        [{"limit": "pain_0_10", "of": None, "id": "", "ours": 6, "theirs": 2}],
    )
    assert pressing(page, check_in)[0] == [2]
    page.send("/api/guidance/withdraw", {"id": page.new_id(), "received": view["id"]})
    assert pressing(page, check_in)[0] == usual


def test_a_written_session_is_made_when_it_is_asked_for(page, signed, take_up, healthy):
    (view,) = take_up(signed(steps=[{"technique": "slow-movement", "seconds": 60}]))
    made = page.send("/api/plans", page.plan_to_make(page.check_in(healthy), advised=view["id"]))
    assert made["advised"] == view["id"]
    assert [step["technique"] for step in made["plan"]["steps"]] == ["settle", "slow-movement", "after-care"]


def test_a_new_key_is_not_followed_without_its_number(page, signed):
    refused = page.refused("/api/guidance", {"id": page.new_id(), "file": signed()})
    assert refused == (409, "guidance-not-compared", "compared")
    assert page.get("/api/guidance") == {"guidance": []}


def test_the_same_file_again_is_refused_and_sending_again_is_not(page, signed, take_up):
    file, id = signed(), page.new_id()
    take_up(file, id)
    sent = {"id": id, "file": file}
    assert len(page.send("/api/guidance", sent)["guidance"]) == 1
    assert page.refused("/api/guidance/read", {"file": file}) == (409, "guidance-known", "file")


@pytest.mark.parametrize(
    ("spoil", "status", "message"),
    [
        (lambda file: file | {"payload": file["payload"].replace("Ada", "Eve")}, 400, "guidance-bad-signature"),
        (lambda file: file | {"public_key": Professional(2).public_key}, 400, "guidance-bad-signature"),
        (lambda file: file | {"version": 9}, 400, "guidance-newer"),
        (lambda file: file | {"padding": "x" * 300_000}, 400, "guidance-too-large"),
        (lambda file: {}, 400, "guidance-not-ours"),
    ],
)
def test_what_is_not_as_it_was_signed_is_refused_and_nothing_is_kept(page, signed, spoil, status, message):
    file = json.dumps(spoil(json.loads(signed())))
    before = page.kept()
    for path, sent in (("read", {"file": file}), ("", {"id": page.new_id(), "file": file, "compared": "x"})):
        assert page.refused(f"/api/guidance/{path}".rstrip("/"), sent) == (status, message, "file")
    assert page.kept() == before


def test_an_export_brings_it_along_and_a_forged_one_is_refused_whole(page, signed, take_up):
    take_up(signed(**GENTLE))
    document = page.request("GET", "/api/export").content
    page.send("/api/erase", {"confirm": "erase"})
    forged = document.replace(b'\\"pain_0_10\\":2', b'\\"pain_0_10\\":6')
    assert forged != document
    refused = page.request("POST", "/api/import", content=forged)
    assert (refused.status_code, refused.json()["message"], page.kept()) == (400, "import-bad-event", [])
    page.request("POST", "/api/import", content=document)
    assert [one["holds"] for one in page.get("/api/guidance")["guidance"]] == [True]
    assert page.request("GET", "/api/export").content == document
