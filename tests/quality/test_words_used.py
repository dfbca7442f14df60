"""No sentence is kept that nobody says."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
WORDS = ROOT / "src" / "unknot" / "words" / "en"
SAYERS = {"src/unknot": ("*.py", "*.toml"), "web/src": ("*.ts", "*.svelte"), "tools": ("*.py",)}
MESSAGE = re.compile(r"^([a-zA-Z][\w-]*) =", re.MULTILINE)
BUILT = re.compile(r"[\"'`]([A-Za-z][\w-]*-)\$?\{")
"""The beginning of an id whose rest is a value: `tier-${tier}`, f"tier-{tier}"."""


def test_every_message_is_named_or_built_somewhere():
    """The rest of an id that is built is taken on trust."""
    told = "\n".join(file.read_text("utf-8") for file in WORDS.glob("*.ftl"))
    sayers = "\n".join(
        file.read_text("utf-8")
        for folder, patterns in SAYERS.items()
        for pattern in patterns
        for file in (ROOT / folder).rglob(pattern)
        if "static" not in file.parts and not file.name.endswith(".test.ts")
    )
    named = set(re.findall(r"[A-Za-z][\w-]*", sayers)) | set(re.findall(r"\{ ?-?([a-z][\w-]*)", told))
    beginnings = tuple(set(BUILT.findall(sayers)))
    ids = MESSAGE.findall(told)
    assert len(ids) > 1_000
    assert [id for id in ids if id not in named and not id.startswith(beginnings)] == []
