"""Numbers to call that are not exact: Unknot refuses to start, and says what to mend."""

from collections.abc import Callable
from pathlib import Path

import pytest

from unknot.errors import KnowledgeError
from unknot.knowledge import load_knowledge

TAKES = "Mend the value; what each key takes is in docs/reference/knowledge.md."

REFUSED: dict[str, tuple[str, str, str, str]] = {
    # what is wrong: file, text that stands in it, text instead, the whole message
    "a country given twice": (
        "emergency.toml",
        'country = "AT"',
        'country = "AL"',
        "emergency.toml: 'AL': stands 2 times; an id names one thing. Give one another id.",
    ),
    "no number for an unknown country": (
        "emergency.toml",
        'country = "ZZ"\nnumber',
        'country = "ZM"\nname = "Zambia"\nnumber',
        "emergency.toml: country 'ZZ': is missing. Give the number for an unknown country.",
    ),
    "a number to call with letters in it": (
        "emergency.toml",
        'advice_line = "1450"',
        'advice_line = "call 1450"',
        "emergency.toml: emergency 'AT', advice_line: Expected `str` matching regex '^([0-9]( ?[0-9]){1,14})?$'"
        f" (is 'call 1450'). {TAKES}",
    ),
    "an emergency number of one digit": (
        "emergency.toml",
        'number = "9999"',
        'number = "9"',
        "emergency.toml: emergency 'OM', number: Expected `str` matching regex '^[0-9]( ?[0-9]){1,14}$'"
        f" (is '9'). {TAKES}",
    ),
    "a country that does not exist": (
        "emergency.toml",
        'country = "GB"',
        'country = "UK"',
        "emergency.toml: country 'UK': is no country of ISO 3166. Mend the code; those that exist are in codes.",
    ),
    "a member of the European Union that does not exist": (
        "emergency.toml",
        '"SI", "SK",\n]\nsource = ["decision:0004"]\n\n[[emergency]]',
        '"SI", "SK", "EU",\n]\nsource = ["decision:0004"]\n\n[[emergency]]',
        "emergency.toml: country 'EU': is no country of ISO 3166. Mend the code; those that exist are in codes.",
    ),
    "a member of the European Union without its number": (
        "emergency.toml",
        'number = "15"\nany_emergency = "112"\n',
        'number = "15"\n',
        "emergency.toml: country 'FR': is in the European Union without its number 112."
        " Give it as number or any_emergency.",
    ),
    "a line of which nobody says how sure it is": (
        "emergency.toml",
        'advice_line = "1700"\ncrisis_line = "1717"\nconfidence = "high"\nlines_confidence = "high"\n',
        'advice_line = "1700"\ncrisis_line = "1717"\nconfidence = "high"\n',
        "emergency.toml: country 'IS': says how sure its lines are if and only if it has any."
        " Add or remove lines_confidence.",
    ),
    "a country without a name": (
        "emergency.toml",
        'name = "Iceland"\n',
        "",
        "emergency.toml: country 'IS': has no name. Give its name in English.",
    ),
    "a day that does not exist": (
        "emergency.toml",
        'name = "Iceland"\nnumber = "112"\nadvice_line = "1700"\ncrisis_line = "1717"\n'
        'confidence = "high"\nlines_confidence = "high"\nas_of = 2026-11-25',
        'name = "Iceland"\nnumber = "112"\nadvice_line = "1700"\ncrisis_line = "1717"\n'
        'confidence = "high"\nlines_confidence = "high"\nas_of = "lately"',
        f"emergency.toml: emergency 'IS', as_of: Expected `date`, got `str` (is 'lately'). {TAKES}",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_it_refuses_to_start_on(what: str, folder: Path, edit: Callable[[str, str, str], None]) -> None:
    file, old, new, message = REFUSED[what]
    edit(file, old, new)
    with pytest.raises(KnowledgeError) as raised:
        load_knowledge(folder)
    assert str(raised.value) == message
