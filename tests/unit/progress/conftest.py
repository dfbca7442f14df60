"""Earlier sessions, told in days before now."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from unknot.coach import Knowledge
from unknot.progress import CourseBook, PastSession, history_signs

NOW = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def book(knowledge: Knowledge) -> CourseBook:
    return knowledge.course


@pytest.fixture
def session() -> Callable[..., PastSession]:
    """A session that ended so many days ago, with the pain before it."""
    return lambda days_ago, pain=None, **told: PastSession(
        ended_at=NOW - timedelta(days=days_ago), pain_before=pain, **told
    )


@pytest.fixture
def daily(session) -> Callable[..., tuple[PastSession, ...]]:
    """One session a day, the last of them yesterday, with these pains before it."""
    return lambda *pains: tuple(session(len(pains) - place, pain) for place, pain in enumerate(pains))


@pytest.fixture
def signs_of(book) -> Callable[..., frozenset[str]]:
    """The signs that earlier sessions leave for a check-in now."""
    return lambda *past, near_neck=frozenset(): history_signs(past, near_neck, book, NOW)
