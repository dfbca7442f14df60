"""What may be told, and what is refused with a sentence."""

from datetime import timedelta

import pytest

from unknot.errors import InputError
from unknot.progress import Measure, refuse_measure, trouble_score

NAMES = {"a1": "look over my shoulder"}


@pytest.fixture
def refused(knowledge, now):
    """The field and the message with which an entry is refused; None when it may be kept."""

    def refused(ahead=timedelta(0), **told):
        book = knowledge.progress
        try:
            refuse_measure(Measure(now + ahead, **told), NAMES, book.everyday, book.measuring, now)
        except InputError as error:
            return error.field, error.message
        return None

    return refused


@pytest.mark.parametrize(
    ("minutes", "refusal"), [(10, None), (10.1, ("at", "measure-in-future")), (-60 * 24 * 31, None)], ids=str
)
def test_a_clock_may_be_a_little_ahead(refused, minutes, refusal):
    assert refused(timedelta(minutes=minutes), pain_now=4) == refusal


def test_after_a_month_nobody_remembers(refused):
    assert refused(-timedelta(days=31, seconds=1), pain_now=4) == ("at", "measure-too-late")


@pytest.mark.parametrize(
    ("told", "refusal"),
    [
        ({"pain_now": 5, "pain_worst": 5, "pain_average": 5}, None),
        ({"pain_now": 6, "pain_worst": 5}, ("pain_now", "measure-above-worst")),
        ({"pain_average": 6, "pain_worst": 5}, ("pain_average", "measure-above-worst")),
        ({"pain_now": 6}, None),
        ({"activities": {"a1": 3}}, None),
        ({"activities": {"a2": 3}}, ("activities.a2", "measure-no-such-activity")),
        ({"trouble": {"reach-up": 3}}, None),
        ({"trouble": {"lifting": 3}}, ("trouble.lifting", "input-no-such-question")),
    ],
    ids=str,
)
def test_what_contradicts_itself_or_was_not_asked_is_refused(refused, told, refusal):
    assert refused(**told) == refusal


def test_our_own_check_has_a_score_only_when_all_of_it_was_answered(knowledge, now):
    everyday = knowledge.progress.everyday
    whole = {one.id: place % 4 for place, one in enumerate(everyday)}
    assert trouble_score(Measure(now, trouble=whole), everyday) == sum(whole.values())
    assert trouble_score(Measure(now, trouble=dict(list(whole.items())[1:])), everyday) is None


def test_an_entry_with_nothing_in_it_is_empty(now):
    assert (Measure(now).is_empty, Measure(now, stress_0_10=0).is_empty) == (True, False)
