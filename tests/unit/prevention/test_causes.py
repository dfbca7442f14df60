"""What keeps a knot coming back: asked one tap each, answered honestly."""

import pytest

from unknot.prevention import CauseAnswer, NamedCause, named_causes
from unknot.units import Confidence
from unknot.words import say


def test_causes_that_were_not_asked_have_no_answer(knowledge):
    assert [(one.id, one.answer) for one in named_causes(knowledge.causes, {})] == [
        (id, None) for id in ("C1", "C2", "C3", "C4", "C5")
    ]


def test_an_answer_stands_beside_what_is_known_of_its_cause(knowledge):
    named = named_causes(knowledge.causes, {"C4": CauseAnswer.OFTEN})
    source = ("protocol:C4", "clinical:5", "clinical:U97", "clinical:U98")
    assert named[3] == NamedCause("C4", Confidence.LOW, source, CauseAnswer.OFTEN)


@pytest.mark.parametrize("part", [None, "known", "sure", "step"])
def test_each_cause_is_asked_and_answered_in_words(knowledge, part):
    assert all(say(f"cause-{cause.id}", part) for cause in knowledge.causes)
