"""A lexicon that is not exact: Unknot refuses to start, and says what to mend."""

from collections.abc import Callable
from pathlib import Path

import pytest

from unknot.errors import KnowledgeError
from unknot.knowledge import load_knowledge

REFUSED: dict[str, tuple[str, str, str]] = {
    # what is wrong: text that stands in lexicon.toml, text instead, the whole message
    "a phrase that points to no sign of the questions": (
        'lasting = ["epilepsy"]',
        'lasting = ["epilepsie"]',
        "lexicon.toml: danger 'epilepsy': sign 'epilepsie' does not exist. Mend the id; those that exist are"
        " in questions.toml, as options.",
    ),
    "a place in no region": (
        'regions = ["vertex"]',
        'regions = ["crown"]',
        "lexicon.toml: place 'top-of-head': region 'crown' does not exist. Mend the id; those that exist are"
        " in regions.toml.",
    ),
    "a danger that points nowhere": (
        'lasting = ["epilepsy"]\n',
        "",
        "lexicon.toml: danger 'epilepsy': points to no sign. Name a sign in signs or lasting.",
    ),
    "a phrase that can never match": (
        'phrases = ["epilepsy", ',
        'phrases = ["Epilepsy", ',
        "lexicon.toml: danger 'epilepsy': phrase 'Epilepsy': 'Epilepsy' can never match. Write it as it is"
        " read: 'epilepsy'.",
    ),
    "a phrase in two entries": (
        'phrases = ["pacemaker", ',
        'phrases = ["epilepsy", ',
        "lexicon.toml: danger 'epilepsy': phrase 'epilepsy' stands twice (also in danger 'implant'). Keep it"
        " in one entry; an entry can name several signs.",
    ),
    "a phrase with a word that does not exist": (
        'phrases = ["epilepsy", ',
        'phrases = ["{fits}", ',
        "lexicon.toml: danger 'epilepsy': phrase '{fits}': word '{fits}' does not exist. Mend the id, or add"
        " a [[word]].",
    ),
    "a word that no phrase uses": (
        '[[word]]\nid = "numb"',
        '[[word]]\nid = "elbow"\nforms = ["elbow"]\n[[word]]\nid = "numb"',
        "lexicon.toml: word 'elbow': is in no phrase. Use it or remove it.",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_it_refuses_to_start_on(what: str, folder: Path, edit: Callable[[str, str, str], None]) -> None:
    old, new, message = REFUSED[what]
    edit("lexicon.toml", old, new)
    with pytest.raises(KnowledgeError) as raised:
        load_knowledge(folder)
    assert str(raised.value) == message
