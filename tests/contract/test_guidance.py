"""What the page signs, Python reads: the same files go through web/src/hand-over/contract.test.ts."""

import json
from pathlib import Path

import msgspec
import pytest

from unknot.coach import Guidance, canonical
from unknot.handing import read_signed

FILES = sorted((Path(__file__).parent / "guidance").glob("*.json"))


@pytest.fixture(params=FILES, ids=[file.stem for file in FILES])
def recorded(request):
    return json.loads(request.param.read_bytes())


def test_the_canonical_form_of_what_is_written_is_what_was_signed(recorded):
    assert canonical(recorded["guidance"]).decode() == recorded["file"]["payload"]


def test_a_recorded_file_is_read_as_what_was_written(recorded):
    read = read_signed(json.dumps(recorded["file"]).encode())
    assert read.guidance == msgspec.convert(recorded["guidance"], Guidance)
    assert read.fingerprint == recorded["fingerprint"]
