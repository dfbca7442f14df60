"""Laws that hold for any answers at all."""

from hypothesis import assume, given
from hypothesis import strategies as st
from tests.properties.strategies import NOW, RULES, answer_to, any_answers, full_answers, history_signs

from unknot.screening import (
    NONE_OF_THESE,
    UNSURE,
    Answers,
    Cleared,
    NeedsAnswers,
    QuestionKind,
    Stopped,
    Tier,
    Visit,
    screen,
    signs_of,
)

visits = st.sampled_from(Visit)
questions = st.sampled_from(RULES.questions)


def severity(answers: Answers, visit: Visit, history: frozenset[str]) -> tuple[int, bool]:
    """How urgent it is, and whether a plan is refused."""
    fired = RULES.fired_by(signs_of(answers, RULES) | history)
    urgency = max((one.tier.severity for one in fired), default=0)
    return urgency, not isinstance(screen(answers, RULES, NOW, visit, history), Cleared)


@given(full_answers(), visits, history_signs(), st.data())
def test_one_more_yes_never_makes_the_verdict_milder(
    answers: Answers, visit: Visit, history: frozenset[str], data: st.DataObject
) -> None:
    several = [q for q in RULES.questions if q.kind is QuestionKind.SEVERAL and answers[q.id] != UNSURE]
    assume(several)
    question = data.draw(st.sampled_from(several))
    option = data.draw(st.sampled_from(question.options))
    chosen = answers[question.id]
    kept = chosen if isinstance(chosen, tuple) else ()
    more: Answers = {**answers, question.id: tuple(dict.fromkeys((*kept, option)))}
    before, after = severity(answers, visit, history), severity(more, visit, history)
    assert (after[0] >= before[0], after[1] >= before[1]) == (True, True)


@given(full_answers(), visits, history_signs(), questions)
def test_not_sure_instead_of_a_reassuring_answer_never_makes_the_verdict_milder(
    answers: Answers, visit: Visit, history: frozenset[str], question: object
) -> None:
    asked = next(q for q in RULES.questions if q == question)
    assume(asked.kind is QuestionKind.SEVERAL)
    calm, unsure = {**answers, asked.id: NONE_OF_THESE}, {**answers, asked.id: UNSURE}
    before, after = severity(calm, visit, history), severity(unsure, visit, history)
    assert (after[0] >= before[0], after[1] >= before[1]) == (True, True)


@given(any_answers(), visits, history_signs(), st.data())
def test_one_more_answer_never_makes_a_danger_milder(
    answers: Answers, visit: Visit, history: frozenset[str], data: st.DataObject
) -> None:
    """Whatever is said next: a person who was stopped at once stays stopped, and no less urgently."""
    open_ones = [q for q in RULES.questions if q.id not in answers]
    assume(open_ones)
    question = data.draw(st.sampled_from(open_ones))
    verdict = screen(answers, RULES, NOW, visit, history)
    later = screen({**answers, question.id: data.draw(answer_to(question))}, RULES, NOW, visit, history)
    if isinstance(verdict, Stopped) and any(one.rule in RULES.stopping_at_once for one in verdict.fired):
        assert isinstance(later, Stopped)
        assert later.tier.severity >= verdict.tier.severity


@given(full_answers(), visits, history_signs(), st.sampled_from(sorted(RULES.signs)))
def test_one_more_sign_of_the_past_never_makes_the_verdict_milder(
    answers: Answers, visit: Visit, history: frozenset[str], sign: str
) -> None:
    before, after = severity(answers, visit, history), severity(answers, visit, history | {sign})
    assert (after[0] >= before[0], after[1] >= before[1]) == (True, True)


@given(any_answers(), visits, history_signs())
def test_what_must_be_seen_today_never_clears(answers: Answers, visit: Visit, history: frozenset[str]) -> None:
    fired = RULES.fired_by(signs_of(answers, RULES) | history)
    urgent = [one for one in fired if one.tier in (Tier.SAME_DAY, Tier.EMERGENCY_NOW)]
    verdict = screen(answers, RULES, NOW, visit, history)
    assert isinstance(verdict, Stopped) or not urgent


@given(any_answers(), visits, history_signs())
def test_a_person_with_an_open_question_is_never_cleared(
    answers: Answers, visit: Visit, history: frozenset[str]
) -> None:
    present = signs_of(answers, RULES) | history
    is_open = any(q.is_due(visit, present, answers) and q.id not in answers for q in RULES.questions)
    assert isinstance(screen(answers, RULES, NOW, visit, history), Cleared) <= (not is_open)


@given(full_answers(), visits, history_signs())
def test_when_everything_is_answered_nothing_more_is_asked(
    answers: Answers, visit: Visit, history: frozenset[str]
) -> None:
    assert not isinstance(screen(answers, RULES, NOW, visit, history), NeedsAnswers)


@given(full_answers(), visits, st.data())
def test_one_more_yes_never_loosens_a_limit(answers: Answers, visit: Visit, data: st.DataObject) -> None:
    present = signs_of(answers, RULES)
    more = present | {data.draw(st.sampled_from(sorted(RULES.signs)))}
    before, after = RULES.limits_for(present, Tier.CLEAR), RULES.limits_for(more, Tier.CLEAR)
    assert set(before.restrictions) <= set(after.restrictions)
