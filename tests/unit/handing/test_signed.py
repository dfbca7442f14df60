"""A signed file is read whole or refused with a reason; its signature is over exactly the bytes that were signed."""

import base64
import json
import sys
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace
from tests.signing import Professional, base64url

from unknot.coach import Guidance, GuidanceReceived, SignedGuidance
from unknot.errors import InputError
from unknot.handing import happening_in, read_signed
from unknot.handing.signed import LARGEST_BYTES
from unknot.words import say

NOW = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
ADA = Professional()
SIGNED = ADA.sign(ADA.guidance(NOW, tightening={"pain_0_10": 3}))


def refused(document):
    with pytest.raises(InputError) as refusal:
        read_signed(document)
    assert say(refusal.value.message, **refusal.value.details)
    return refusal.value.field, refusal.value.message


def altered(**fields):
    return json.dumps(json.loads(SIGNED) | fields).encode()


def test_what_was_signed_is_read():
    guidance = read_signed(SIGNED).guidance
    assert (guidance.name, guidance.written_at, guidance.tightening.pain_0_10) == ("Dr. Ada Vogel", NOW, 3)


def test_the_key_has_a_number_to_compare():
    assert read_signed(SIGNED).fingerprint == "3097 9403 5324 1469 7890 0350"


def test_every_changed_byte_of_the_payload_breaks_the_signature():
    payload = json.loads(SIGNED)["payload"]
    changed = [payload[:at] + chr(ord(payload[at]) ^ 1) + payload[at + 1 :] for at in range(len(payload))]
    assert {refused(altered(payload=one)) for one in changed} == {("file", "guidance-bad-signature")}


def test_the_key_of_someone_else_does_not_match():
    assert refused(altered(public_key=Professional(2).public_key)) == ("file", "guidance-bad-signature")


@pytest.mark.parametrize(
    "field", [{"public_key": ""}, {"public_key": "AAAA"}, {"public_key": "ä"}, {"signature": "%"}, {"signature": ""}]
)
def test_a_key_or_signature_that_is_none_does_not_match(field):
    assert refused(altered(**field)) == ("file", "guidance-bad-signature")


def test_what_was_signed_for_another_purpose_does_not_match():
    key, payload = ADA._key, json.loads(SIGNED)["payload"]
    assert refused(altered(signature=base64url(key.sign(payload.encode())))) == ("file", "guidance-bad-signature")


GARBAGE = {
    "nothing": (b"", "guidance-not-ours"),
    "a picture": (b"\x89PNG\r\n\x1a\n\xff", "guidance-not-ours"),
    "cut off": (SIGNED[:-20], "guidance-not-ours"),
    "another file": (b'{"format": "unknot-events", "version": 1}', "guidance-not-ours"),
    "nested without end": (b'{"format":' + b"[" * 100_000, "guidance-not-ours"),
    "a later version": (altered(version=2, more={}), "guidance-newer"),
    "something more in it": (altered(more=1), "guidance-damaged"),
    "no payload": (b'{"format": "unknot-signed-guidance", "version": 1}', "guidance-damaged"),
    "fifty megabytes": (b'{"format":"unknot-signed-guidance","payload":"' + b"x" * 50_000_000, "guidance-too-large"),
    "half a character": (altered(payload="\ud800"), "guidance-not-ours"),
}


@pytest.mark.parametrize("what", GARBAGE)
def test_what_is_no_signed_file_is_refused_with_a_sentence(what):
    document, message = GARBAGE[what]
    assert refused(document) == ("file", message)


def other_ways_of_writing(text):
    """Every text that a lenient reader takes for the same bytes."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    padded = text + "=" * (-len(text) % 4)
    read = base64.urlsafe_b64decode(padded)
    loose = [text[:-1] + letter for letter in letters if letter != text[-1]]
    return [one for one in loose if base64.urlsafe_b64decode(one + "=" * (-len(one) % 4)) == read] + [padded]


def test_the_same_key_written_in_another_way_is_not_another_key():
    fields = json.loads(SIGNED)
    ways = [{field: one} for field in ("public_key", "signature") for one in other_ways_of_writing(fields[field])]
    assert len(ways) > 4
    assert {refused(altered(**one)) for one in ways} == {("file", "guidance-bad-signature")}
    for one in ways:
        with pytest.raises(msgspec.ValidationError, match=r"canonical form|regex"):
            msgspec.convert(
                {name: fields[name] for name in ("payload", "public_key", "signature")} | one, SignedGuidance
            )


UNSEEN = [
    chr(code)
    for code in range(sys.maxunicode + 1)
    if unicodedata.category(chr(code)) in ("Cc", "Cf", "Zl", "Zp") or code in (0x034F, 0x115F, 0x2800, 0x3164, 0xFE0F)
]


def test_no_letter_that_cannot_be_seen_is_taken_in_any_text():
    plain = msgspec.convert(ADA.guidance(NOW), Guidance)
    taken = [
        (field, letter)
        for field in ("name", "role", "note")
        for letter in UNSEEN
        if is_taken(plain, field, f"A{letter}B")
    ]
    assert taken == []
    assert is_taken(plain, "name", "Zoë Müller-Ōta, 田中 😀")
    assert not is_taken(plain, "role", " ")


def is_taken(plain, field, words):
    try:
        replace(plain, **{field: words})
    except ValueError:
        return False
    return True


def test_the_screen_refuses_a_file_from_the_same_size_on():
    screen = Path(__file__).parents[3].joinpath("web/src/views/HandOver.svelte").read_text(encoding="utf-8")
    assert f"LARGEST_BYTES = {LARGEST_BYTES:_};" in screen


WRONG = {
    "a limit below nothing in words": {"tightening": {"pain_0_10": "3"}},
    "a limit that does not exist": {"tightening": {"electric": True}},
    "no name": {"name": ""},
    "a name of many lines": {"name": "Ada\nVogel"},
    "a name that turns the text around": {"name": "Ada \u202elegoV"},
    "an earlier version than any": {"version": 0},
    "another format": {"format": "unknot-events"},
    "a day that is none": {"until": "2026-02-31"},
    "no time zone": {"written_at": "2026-11-20T18:00:00"},
    "far too many steps": {"steps": [{"technique": "breathing", "seconds": 60}] * 21},
    "a step of hours": {"steps": [{"technique": "breathing", "seconds": 10_000}]},
    "a note without end": {"note": "x" * 601},
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_signed_and_wrong_is_refused_whole(what):
    assert refused(ADA.sign(ADA.guidance(NOW, **WRONG[what]))) == ("file", "guidance-damaged")


def test_what_was_signed_with_a_later_version_is_called_newer_and_not_damaged():
    assert refused(ADA.sign(ADA.guidance(NOW, version=2, more={}))) == ("file", "guidance-newer")


def test_a_payload_that_can_be_read_in_two_ways_is_refused():
    assert refused(ADA.sign_text("[" * 40_000)) == ("file", "guidance-damaged")
    twice = json.loads(SIGNED)["payload"].replace('"note":""', '"note":"","note":"press harder"')
    assert refused(ADA.sign_text(twice)) == ("file", "guidance-damaged")
    assert refused(ADA.sign_text(json.dumps(ADA.guidance(NOW)))) == ("file", "guidance-damaged")


def test_an_event_from_elsewhere_needs_its_signature_as_well():
    signed = read_signed(SIGNED)
    body = msgspec.Raw(msgspec.json.encode(GuidanceReceived(signed)))
    assert happening_in("guidance-received", body) == GuidanceReceived(signed)
    forged = msgspec.Raw(bytes(body).replace(b'\\"pain_0_10\\":3', b'\\"pain_0_10\\":9'))
    with pytest.raises(msgspec.ValidationError, match="the signature does not match"):
        happening_in("guidance-received", forged)
