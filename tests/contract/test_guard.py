"""The guard of the terminal on the sheets that the guard of the browser is tried on: thousands, good and spoiled."""

from collections import Counter
from datetime import UTC, datetime

import msgspec
from tests.contract.sheets import SPOILS, made_sheets

from unknot.guarding import refusal_of

SEED = 20261120
GOOD = 2000
SPOILED = 4000
NOW = datetime(2026, 11, 20, 18, 5, tzinfo=UTC)


def test_every_spoiled_sheet_is_refused_in_each_way_that_it_was_spoiled_and_none_of_the_planner():
    made: Counter[str] = Counter()
    wrong: Counter[tuple[str, str]] = Counter()
    for spoiled, sheet in made_sheets(SEED, GOOD, SPOILED):
        refusal = refusal_of(msgspec.json.encode(sheet), NOW)
        made[spoiled] += 1
        if (refusal is None) != (spoiled == ""):
            wrong[spoiled, refusal or "played"] += 1
    assert wrong == {}
    assert made[""] == GOOD
    assert made.total() >= GOOD + SPOILED
    assert made.keys() == {"", *(spoil.__name__ for spoil in SPOILS)}
