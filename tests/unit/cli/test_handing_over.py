"""The hand-over in the terminal."""

import json
import re

import pytest
from tests.signing import Professional

from unknot.store import EventLog
from unknot.words import say

ADA = Professional()
NUMBER = "3097 9403 5324 1469 7890 0350"


@pytest.fixture
def handed(unknot, data, tmp_path):
    """The id of a page that was made."""
    data.mkdir()
    page = tmp_path / "page.html"
    assert unknot("hand-over", "make", page) == (0, say("cli-hand-over-made", file=str(page)) + "\n", "")
    found = re.search(r'"hand_over":"([^"]+)"', page.read_text("utf-8"))
    assert found
    return found[1]


@pytest.fixture
def signed(handed, now, tmp_path):
    """What Ada signed on that page."""
    file = tmp_path / "signed.json"
    file.write_bytes(ADA.sign(ADA.guidance(now, hand_over=handed, tightening={"pain_0_10": 2, "no_pressure": True})))
    return file


def kinds(data):
    with EventLog.open(data / "unknot.db") as log:
        return [event.kind for event in log.everything()]


def test_reading_a_signed_file_says_what_becomes_stricter_and_keeps_nothing(unknot, signed, data):
    said = unknot("hand-over", "read", signed)
    assert said.code == 0
    assert said.out.splitlines() == [
        say("guidance-from", name="Dr. Ada Vogel", role="Physiotherapist"),
        say("cli-hand-over-signed", day="2026-11-20"),
        say("guidance-until-withdrawn"),
        f"  - {say('hand-over-limit-no_pressure')}",
        "  - Pain while pressing, 0 to 10: 2 instead of 6",
        say("guidance-key", number=NUMBER),
        say("guidance-compare-about"),
    ]
    assert kinds(data) == ["hand-over-made"]


def test_a_signed_file_is_followed_with_the_number_of_its_key_and_stopped_again(unknot, signed, data):
    wrong = unknot("hand-over", "read", signed, "--follow", "1")
    assert (wrong.code, kinds(data)) == (2, ["hand-over-made"])
    assert wrong.err == f"compared: {say('guidance-not-compared', number=NUMBER)}\n"
    assert unknot("hand-over", "read", signed, "--follow", NUMBER).out.endswith(say("guidance-followed") + "\n")
    listed = unknot("hand-over", "list").out
    assert say("cli-hand-over-holds") in listed
    assert unknot("hand-over", "stop", listed.split()[0]).out == say("cli-hand-over-stopped") + "\n"
    assert say("guidance-over") in unknot("hand-over", "list").out
    assert kinds(data) == ["hand-over-made", "guidance-received", "guidance-withdrawn"]


def test_a_changed_file_is_refused_and_nothing_is_kept(unknot, signed, data):
    file = json.loads(signed.read_bytes())
    signed.write_text(json.dumps(file | {"payload": file["payload"].replace('"pain_0_10":2', '"pain_0_10":9')}))
    said = unknot("hand-over", "read", signed, "--follow", NUMBER)
    assert (said.code, said.err) == (2, f"file: {say('guidance-bad-signature')}\n")
    assert kinds(data) == ["hand-over-made"]


def test_without_any_advice_the_list_says_so(unknot, data):
    data.mkdir()
    assert unknot("hand-over", "list").out == say("cli-hand-over-none") + "\n"


def test_a_page_is_kept_before_it_is_written_so_that_each_one_there_is_can_be_answered(unknot, data, tmp_path):
    data.mkdir()
    said = unknot("hand-over", "make", tmp_path / "no-such-folder" / "page.html")
    assert said.code == 2
    assert said.err.endswith(say("cli-cannot-write", reason="No such file or directory") + "\n")
    assert kinds(data) == ["hand-over-made"]


def test_on_a_full_disk_no_page_is_written_that_could_not_be_answered(unknot, data, tmp_path, configure):
    data.mkdir()
    assert kinds(data) == []
    configure("PRAGMA max_page_count=1")
    said = unknot("hand-over", "make", tmp_path / "page.html")
    assert (said.code, list(tmp_path.iterdir())) == (2, [data])
    assert said.err == say("store-disk-full") + "\n"


def test_a_plan_and_a_session_from_a_file_keep_to_what_is_followed_here(unknot, signed, healthy, tmp_path):
    file = tmp_path / "case.json"
    file.write_text(json.dumps({"answers": healthy, "drawing": {"shoulder_top_R": 6}, "tightening": {"minutes": 9}}))

    def presses():
        plan = json.loads(unknot("plan", file, "--json").out)["plan"]
        sheet = json.loads(unknot("session", file, "--json").out)
        assert (plan["presses"], plan["total_s"] <= 9 * 60) == (sheet["plan"]["presses"], True)
        return plan["presses"], "advised-no-pressure" in plan["notes"]

    assert presses() == (True, False)
    unknot("hand-over", "read", signed, "--follow", NUMBER)
    assert presses() == (False, True)
    unknot("hand-over", "stop", unknot("hand-over", "list").out.split()[0])
    assert presses() == (True, False)
