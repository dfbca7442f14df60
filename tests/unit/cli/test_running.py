"""`unknot run`: it says where it is, answers there, and stops cleanly."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing

import httpx
import pytest

from unknot.words import say


@pytest.fixture
def server(tmp_path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "unknot", "run", "--no-browser"],
        env=os.environ | {"UNKNOT_DATA": str(tmp_path / "data"), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        yield process
        process.kill()


def address_of(server):
    """Where the server says that it is."""
    return re.search(r"http://127\.0\.0\.1:\d+/", server.stdout.readline())[0]


def stopped(server):
    """What is left of the server after Ctrl-C: exit code, the rest of what it says, what it complained of."""
    server.send_signal(signal.SIGINT)
    out, err = server.communicate(timeout=2)
    return server.returncode, out, err


def test_it_says_where_it_is_answers_there_and_stops_within_two_seconds(server, tmp_path):
    address = address_of(server)
    folder = say("serving-stop", folder=str(tmp_path / "data"))
    assert server.stdout.readline() == f"{folder}\n"  # `communicate` misses what was read ahead with the line before
    assert httpx.get(f"{address}api/home").json()["visits"] == 0
    assert stopped(server) == (0, f"{say('serving-stopped')}\n", "")


def test_it_stops_though_a_browser_keeps_its_connection_open(server):
    with httpx.Client(base_url=address_of(server)) as browser:
        browser.get("api/questions")
        code, _, err = stopped(server)
    assert (code, err) == (0, "")


def test_what_was_kept_is_there_after_a_restart(server, tmp_path, unknot, data):
    sent = {"id": "019ab000-0000-7000-8000-000000000001", "country": "NZ"}
    answer = httpx.put(f"{address_of(server)}api/settings", json=sent, headers={"X-Unknot": "1"})
    assert answer.json()["country"] == "NZ"
    stopped(server)
    assert (
        unknot("export", tmp_path / "mine.json").out
        == f"{say('cli-exported', count=1, file=str(tmp_path / 'mine.json'))}\n"
    )


def test_it_is_not_reached_from_another_machine(server):
    port = int(re.search(r":(\d+)/", address_of(server))[1])
    with closing(socket.socket()) as elsewhere:
        elsewhere.bind(("127.0.0.2", port))  # taken, if it listened on every address
