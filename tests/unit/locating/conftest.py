"""The locator for someone who may be asked everything."""

from collections.abc import Callable

import pytest

from unknot.coach import Knowledge
from unknot.locating import Askable, Complaint, Finding, Patterns, locate


@pytest.fixture(scope="session")
def patterns(knowledge: Knowledge) -> Patterns:
    return knowledge.patterns


@pytest.fixture(scope="session")
def askable(patterns: Patterns) -> Askable:
    return Askable(patterns.pressable, frozenset(patterns.movements))


@pytest.fixture(scope="session")
def found(patterns: Patterns, askable: Askable) -> Callable[..., Finding]:
    """What is found for a complaint, given as a `Complaint` is made."""

    def found(*told: object, **more: object) -> Finding:
        return locate(Complaint(*told, **more), patterns, askable)

    return found
