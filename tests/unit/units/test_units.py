import pytest
from msgspec import ValidationError, convert

from unknot.errors import InputError, KnowledgeError
from unknot.units import Frame, Instant, Point, Score0To10, Side, Source


def test_the_other_side_of_left_is_right() -> None:
    assert (Side.LEFT.other, Side.RIGHT.other) == (Side.RIGHT, Side.LEFT)


def test_a_point_is_on_the_right_side_unless_it_says_left() -> None:
    assert Point(Frame.P, 0.5, 0.0).side is Side.RIGHT


@pytest.mark.parametrize("number", [-1, 11])
def test_a_score_outside_0_to_10_is_refused(number: int) -> None:
    with pytest.raises(ValidationError, match="Expected `int`"):
        convert(number, Score0To10)


@pytest.mark.parametrize("source", ["", "protocol", "protocol:", "book:S1", "clinical:RF 01"])
def test_a_source_names_where_it_comes_from(source: str) -> None:
    with pytest.raises(ValidationError, match="matching regex"):
        convert(source, Source)


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValidationError, match="timezone"):
        convert("2026-11-20T18:00:00", Instant)


def test_an_input_error_names_field_message_and_details() -> None:
    error = InputError("answers.age", "input-no-such-option", question="age", option="aged-7")
    assert str(error) == "answers.age: input-no-such-option (question=age, option=aged-7)"
    assert (error.field, error.message, error.details) == (
        "answers.age",
        "input-no-such-option",
        {"question": "age", "option": "aged-7"},
    )


def test_a_knowledge_error_names_file_entry_problem_and_next_step() -> None:
    error = KnowledgeError("rules.toml", "rule 'x'", "asks for no sign.", "Name its signs.")
    assert str(error) == "rules.toml: rule 'x': asks for no sign. Name its signs."
