"""The page that a professional opens: one file, readable without script, with no way out to any network."""

import base64
import hashlib
import re
from datetime import datetime
from importlib.resources import files

import msgspec

from unknot.coach import Person
from unknot.errors import InputError
from unknot.handing.markup import element, text
from unknot.handing.moments import day_of
from unknot.handing.offered import offered
from unknot.handing.summary import summary
from unknot.units import Instant, Wall
from unknot.words import LANGUAGE, say

PAGE_NAME = "unknot-hand-over.html"
_MADE = "made"  # by the build of the front end: form.js and form.css


def hand_over_page(person: Person, hand_over: str, now: Instant, program: str, wall: Wall) -> bytes:
    """The page for a professional, under the id that what they sign has to name; moments as `wall` shows them.

    Raises: InputError: the front end, of which the form is a part, is not built (`hand-over-not-built`).
    """
    style, script = _built("form.css"), _inert(_built("form.js"))
    data = msgspec.json.encode(offered(person.knowledge, hand_over, now)).decode().replace("<", "\\u003c")
    head = element(
        "head",
        '<meta charset="utf-8">',
        f'<meta http-equiv="content-security-policy" content="{_policy(script, style)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        '<meta name="referrer" content="no-referrer">',
        element("title", text(f"{say('hand-over-title')} · Unknot")),
        f"<style>{style}</style>",
    )
    body = element(
        "body",
        element("main", _opening(wall(now), program), summary(person, now, wall), _form_to_come()),
        f'<script type="application/json" id="offered">{data}</script>',
        f"<script>{script}</script>",
    )
    return f'<!doctype html>\n<html lang="{LANGUAGE}">{head}{body}</html>\n'.encode()


def _opening(now: datetime, program: str) -> str:
    return element(
        "header",
        element("p", text(say("hand-over-for")), class_="kicker"),
        element("h1", text(say("hand-over-title"))),
        element("p", text(say("hand-over-lead"))),
        element("p", text(say("hand-over-self-told")), class_="told"),
        element(
            "p",
            text(f"{say('hand-over-made', day=day_of(now), program=program)} {_clock(now)} {say('hand-over-offline')}"),
            class_="soft",
        ),
    )


def _clock(now: datetime) -> str:
    return say("hand-over-times", zone=f"{now:%Z}" or "UTC")


def _form_to_come() -> str:
    """Where the form comes; without script it says why there is none."""
    return element("div", element("p", text(say("hand-over-needs-script")), class_="soft"), id="form")


def _policy(script: str, style: str) -> str:
    """What the page may do: run its own script and look its own way, nothing else."""
    return (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}"


def _inert(script: str) -> str:
    """The same script, without anything that an HTML parser takes for its end."""
    return re.sub("<(?=/script|!--)", r"\\x3c", script, flags=re.IGNORECASE)


def _built(name: str) -> str:
    found = files("unknot.handing").joinpath(_MADE, name)
    if not found.is_file():
        raise InputError("page", "hand-over-not-built")
    return found.read_text(encoding="utf-8").strip()
