"""A made-up course, and the chronicle of it."""

import pytest
from tests.course import Course, course_of
from tests.unit.coach.conftest import Diary

from unknot.coach import Knowledge
from unknot.sharing import Chronicle, chronicle_of


@pytest.fixture(scope="session")
def course(knowledge: Knowledge) -> Course:
    return course_of(knowledge, days=60)


@pytest.fixture(scope="session")
def chronicle(course: Course) -> Chronicle:
    return chronicle_of(course.person, course.now)


@pytest.fixture
def diary(knowledge: Knowledge) -> Diary:
    return Diary(knowledge)
