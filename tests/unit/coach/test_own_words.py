"""A person's own words in a check-in: they put questions first, and neither answer nor clear anything."""

from unknot import coach
from unknot.coach import Case
from unknot.screening import Cleared, NeedsAnswers, Visit


def asked_first(verdict):
    assert isinstance(verdict, NeedsAnswers)
    return verdict.missing[0]


def test_what_is_written_is_asked_first(diary):
    told = coach.check_in(diary.person, {}, diary.now, words="I keep dropping things, my hands are clumsy")
    assert (asked_first(told.verdict), told.hinted) == ("arm-leg-signs", ("clumsy-hands",))


def test_what_is_denied_is_not_asked_first(diary):
    told = coach.check_in(diary.person, {}, diary.now, words="no numbness, no fever, just stiff")
    assert (asked_first(told.verdict), told.hinted) == ("any-of-these", ())


def test_a_danger_that_is_written_but_not_ticked_is_asked_for_before_anything_clears(diary, healthy):
    told = coach.check_in(diary.person, healthy, diary.now, words="double vision since Tuesday")
    assert told.verdict == NeedsAnswers(("head-signs",), told.verdict.rules)
    denied = coach.check_in(
        diary.person, {**healthy, "head-signs": "none"}, diary.now, words="double vision since Tuesday"
    )
    assert isinstance(denied.verdict, Cleared)


def test_reassuring_words_clear_nothing(diary):
    told = coach.check_in(diary.person, {}, diary.now, words="I am perfectly fine, nothing is wrong, no danger at all")
    assert isinstance(told.verdict, NeedsAnswers)


def test_on_a_return_visit_words_ask_as_well(diary, healthy, returning):
    diary.check_in(healthy).wait(days=1)
    told = coach.check_in(diary.person, {"today": "none"}, diary.now, words="tingling down my left arm")
    assert (told.visit, asked_first(told.verdict)) == (Visit.RETURN, "arm-leg-signs")


def test_the_words_of_a_kept_check_in_still_count_when_a_plan_is_made(diary, healthy):
    """A client that leaves out the question which the words have put first gets no plan later either."""
    told = coach.check_in(diary.person, healthy, diary.now, words="double vision since Tuesday")
    diary.tell("check-in", told)
    assert isinstance(coach.screen_again(diary.person, diary.now), NeedsAnswers)


def test_a_case_of_the_terminal_has_words_too(knowledge, healthy, now):
    advice = coach.advise(Case(answers=healthy, words="my speech was slurred this morning"), knowledge, now)
    assert (advice.verdict, advice.missing) == ("needs-answers", ("head-signs",))


def test_ten_thousand_characters_right_to_left_and_pictures_are_read_without_harm(diary):
    hebrew, pictures = "\u05db\u05d0\u05d1 \u05d1\u05e6\u05d5\u05d5\u05d0\u05e8", "\U0001f915" * 500
    for words in ("double vision " * 2_000, hebrew, pictures, "\x00\u202e"):
        assert isinstance(coach.check_in(diary.person, {}, diary.now, words=words).verdict, NeedsAnswers)
