"""The next best question, when there is one, and what is never asked."""

from collections.abc import Callable

import pytest

from unknot.coach import Knowledge
from unknot.locating import (
    Ask,
    Askable,
    AskKind,
    Complaint,
    Felt,
    Finding,
    Noticed,
    Patterns,
    answered,
    answers_to,
    believe,
    locate,
)
from unknot.locating.asking import asks
from unknot.locating.naming import name_sources

Found = Callable[..., Finding]
DESK = {"shoulder_top_R": 6, "neck_postlat_R": 5, "behind_ear_R": 3}
STRIP = {"scap_medial_R": 5}
PEOPLE = {"desk": DESK, "strip": STRIP, "angle": {"neck_shoulder_angle_L": 5}, "head": {"occiput_L": 4, "temple_L": 4}}


def test_the_next_question_says_what_to_press_and_how_hard(found: Found, knowledge: Knowledge) -> None:
    ask = found(STRIP).next
    assert ask is not None
    point = knowledge.body.point_by_id[ask.point or ""]
    assert ask == Ask(
        kind=AskKind.PRESS,
        name=f"{point.id}_R",
        information_bits=ask.information_bits,
        source=point.source,
        side=ask.side,
        point=point.id,
        muscle=point.muscle,
        pressure_0_10=3,
    )


@pytest.mark.parametrize("drawing", PEOPLE.values(), ids=PEOPLE)
def test_no_question_that_may_be_asked_tells_more_than_the_one_chosen_unless_it_changes_nothing(
    drawing: dict[str, int], patterns: Patterns, askable: Askable
) -> None:
    complaint = Complaint(drawing)
    chosen = locate(complaint, patterns, askable).next
    assert chosen is not None
    believed = believe(complaint, patterns)
    named = name_sources(believed, complaint)
    for ask in asks(believed, named, complaint, askable):
        if ask.information_bits > chosen.information_bits:
            assert not changes(ask, complaint, patterns, askable)


def changes(ask: Ask, complaint: Complaint, patterns: Patterns, askable: Askable) -> bool:
    """Whether an answer changes the first thing said, found by giving each answer for real."""

    def first(told: Complaint) -> tuple[object, ...]:
        finding = locate(told, patterns, askable)
        one = finding.candidates[0] if finding.candidates else None
        return finding.not_a_muscle, finding.cannot_tell, one and (one.point, one.side, one.certainty)

    return any(
        first(answered(complaint, ask, answer)) != first(complaint) for answer in answers_to(ask, patterns).answers
    )


@pytest.mark.parametrize("drawing", PEOPLE.values(), ids=PEOPLE)
@pytest.mark.parametrize("answer", [0, 1], ids=["the first answer", "the second answer"])
def test_at_most_five_questions_are_asked_and_none_twice(
    drawing: dict[str, int], answer: int, patterns: Patterns, askable: Askable
) -> None:
    complaint, seen = Complaint(drawing), []
    while (ask := locate(complaint, patterns, askable).next) is not None:
        seen.append(ask.name)
        complaint = answered(complaint, ask, list(answers_to(ask, patterns).answers)[answer])
    assert len(seen) == len(set(seen)) <= 5


def test_nothing_is_asked_when_no_answer_would_change_the_advice(found: Found) -> None:
    sure = {"UT2_R": Felt.FAMILIAR, "UT1_R": Felt.FAMILIAR}
    moved = {"bend-away_R": Noticed.YES, "reach-behind_R": Noticed.NO}
    assert found({**DESK, "neck_shoulder_angle_R": 3}, sure, movements=moved).next is None


def test_a_place_said_to_hurt_counts_as_if_it_had_been_marked(found: Found) -> None:
    marked = found({**DESK, "neck_shoulder_angle_R": 6})
    asked = found(DESK, also_hurts={"neck_shoulder_angle_R": Noticed.YES})
    assert [one.point for one in asked.candidates] == [one.point for one in marked.candidates]
    assert asked.candidates[0].marks_for == marked.candidates[0].marks_for


def test_a_place_said_not_to_hurt_speaks_against_what_is_mostly_felt_there(patterns: Patterns) -> None:
    angle = patterns.sources_named["LS2_R"]
    before = believe(Complaint({"scap_medial_R": 4}), patterns)
    after = believe(Complaint({"scap_medial_R": 4}, also_hurts={"neck_shoulder_angle_R": Noticed.NO}), patterns)
    assert after.of_sources[angle] < before.of_sources[angle]


def test_without_leave_to_press_or_move_only_places_are_asked_about(patterns: Patterns) -> None:
    for drawing in PEOPLE.values():
        finding = locate(Complaint(drawing), patterns, Askable())
        assert finding.feel_next == ()
        assert finding.next is None or finding.next.kind is AskKind.PLACE


def test_movements_are_asked_about_where_nothing_may_be_pressed_but_moving_is_free(patterns: Patterns) -> None:
    complaint = Complaint({"neck_shoulder_angle_R": 5, "neck_postlat_R": 3})
    believed = believe(complaint, patterns)
    may = Askable(movements=frozenset(patterns.movements))
    kinds = {ask.kind for ask in asks(believed, name_sources(believed, complaint), complaint, may)}
    assert kinds == {AskKind.MOVE, AskKind.PLACE}
