"""What screening does and what the theorems are about is the same: in every state of the gates, and in any at all."""

import os
from collections.abc import Iterable, Iterator
from itertools import chain, combinations, product

import numpy as np
import z3
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.calm import calm_answers
from tests.proofs.columns import Columns
from tests.proofs.model import CLEARED, NEEDS_ANSWERS, STOPPED, CheckIn
from tests.properties.strategies import NOW, any_answers, full_answers, history_signs

from unknot.knowledge import load_knowledge
from unknot.screening import (
    NONE_OF_THESE,
    UNSURE,
    Answer,
    Answers,
    Cleared,
    NeedsAnswers,
    Question,
    QuestionKind,
    Stopped,
    Verdict,
    Visit,
    screen,
    signs_of,
)

RULES = load_knowledge().rules
MODEL = CheckIn(RULES)
CALM = calm_answers(RULES)
ASKED = ("age", "sex-at-birth", "health", "course")
KINDS = (STOPPED, NEEDS_ANSWERS, CLEARED)
NIGHTLY = bool(os.environ.get("UNKNOT_NIGHTLY"))

State = tuple[Answers, frozenset[str]]


def every_answer(question: Question) -> list[Answer]:
    """Every answer that a question takes; of numbers one on each side of each threshold."""
    if question.kind is QuestionKind.CHOICE:
        return [*question.options, UNSURE]
    if question.kind is QuestionKind.SEVERAL:
        sizes = range(1, len(question.options) + 1)
        return [NONE_OF_THESE, UNSURE, *chain.from_iterable(combinations(question.options, size) for size in sizes)]
    assert question.between is not None
    least, most = question.between
    steps = {sign.at_least for sign in RULES.number_signs if sign.question == question.id}
    steps |= {sign.at_most + 1 for sign in RULES.number_signs if sign.question == question.id and sign.at_most}
    edges = {least, most, *(step for step in steps if step is not None), *(step - 1 for step in steps if step)}
    return [*sorted(edge for edge in edges if least <= edge <= most), UNSURE]


def answers_to(id: str, only: Iterable[str] | None = None) -> list[Answer]:
    """Every answer to a question; of several options only some are looked at, when they are named."""
    question = RULES.question_by_id[id]
    if only is None:
        return every_answer(question)
    wanted = set(only)
    return [one for one in every_answer(question) if not isinstance(one, tuple) or wanted.issuperset(one)]


def gate_space() -> Iterator[tuple[Visit, str, Iterator[State]]]:
    """The states of the gates, and each question's own answers with everything else calm."""
    openers = {sign for question in RULES.questions for sign in question.opened_by}
    course = answers_to("course", None if NIGHTLY else openers)
    first = {"any-of-these": answers_to("any-of-these"), "health": answers_to("health"), "course": course}
    yield (
        Visit.FIRST,
        "first visit",
        _states(first, ("age", "sex-at-birth", "unlike-usual", "pain-now"), (frozenset(),)),
    )
    pains = {"any-of-these": first["any-of-these"]} | {id: answers_to(id) for id in ("pain-now", "unlike-usual")}
    yield Visit.FIRST, "kinds of pain", _states(pains, ("age", "sex-at-birth", "health", "course"), (frozenset(),))
    people = {"any-of-these": [NONE_OF_THESE, UNSURE], "age": answers_to("age")}
    people |= {id: answers_to(id) for id in ("sex-at-birth", "pregnancy", "adult-with-you", "unlike-usual")}
    yield Visit.FIRST, "ages and sexes", _states(people, ("health", "course", "pain-now"), (frozenset(),))
    later = {id: answers_to(id) for id in ("today", "pain-now", "health-changed")}
    lately = (frozenset(), frozenset({"pressed-lately"}), frozenset({"stopped-for-numbness"}))
    yield Visit.RETURN, "return visit", _states(later, ASKED, lately)
    history = (frozenset(), *(frozenset({sign.id}) for sign in RULES.history_signs))
    for visit in Visit:
        for question in RULES.questions:
            own = {question.id: every_answer(question)}
            yield (
                visit,
                question.id,
                _states(own, tuple(CALM), history if len(own[question.id]) < 40 else (frozenset(),)),
            )


def _states(
    varied: dict[str, list[Answer]], calm: tuple[str, ...], histories: Iterable[frozenset[str]]
) -> Iterator[State]:
    rest = {id: CALM[id] for id in calm if id not in varied}
    for history in histories:
        for answers in product(*varied.values()):
            yield {**rest, **dict(zip(varied, answers, strict=True))}, history


def kind_of(verdict: Verdict) -> str:
    match verdict:
        case Stopped():
            return STOPPED
        case NeedsAnswers():
            return NEEDS_ANSWERS
        case Cleared():
            return CLEARED


def judged_by_code(answers: Answers, visit: Visit, history: frozenset[str]) -> tuple[int, int]:
    """The kind of verdict and the severity that the product's own code comes to."""
    verdict = screen(answers, RULES, NOW, visit, history)
    return KINDS.index(kind_of(verdict)), RULES.worst_of(signs_of(answers, RULES) | history)


def judged_by_model(states: list[State], visit: Visit) -> np.ndarray:
    """The same, for many states, by the formulas of the theorems."""
    table = Columns(len(states))
    table.set(MODEL.returns, np.full(len(states), visit is Visit.RETURN))
    given_answers = {id for answers, _ in states for id in answers}
    for id in given_answers:
        question = RULES.question_by_id[id]
        said = [answers.get(id) for answers, _ in states]
        table.set(MODEL.answered[id], np.array([answer is not None for answer in said]))
        table.set(MODEL.unsure[id], np.array([answer == UNSURE for answer in said]))
        for option in question.options:
            table.set(MODEL.chosen[id, option], np.array([_has(answer, option) for answer in said]))
        if question.kind.is_counted:
            table.set(MODEL.number[id], np.array([answer if isinstance(answer, int) else 0 for answer in said]))
    for sign, variable in MODEL.past.items():
        table.set(variable, np.array([sign in history for _, history in states]))
    verdicts = np.stack([table.of(MODEL.verdict[kind]) for kind in KINDS])
    assert (verdicts.sum(axis=0) == 1).all()
    return np.stack([verdicts.argmax(axis=0), table.of(MODEL.severity)], axis=1)


def _has(answer: Answer | None, option: str) -> bool:
    return answer == option or (isinstance(answer, tuple) and option in answer)


def test_code_and_model_agree_on_every_state_of_the_gates(proved) -> None:
    states = 0
    for visit, name, space in gate_space():
        of_space = list(space)
        by_code = np.array([judged_by_code(answers, visit, history) for answers, history in of_space])
        by_model = judged_by_model(of_space, visit)
        wrong = np.flatnonzero((by_code != by_model).any(axis=1))
        assert wrong.size == 0, f"{name}: {of_space[wrong[0]]} is {by_code[wrong[0]]}, proved {by_model[wrong[0]]}"
        states += len(of_space)
    proved(f"screening: code and model agree on all {states:,} states of the gates")


@settings(max_examples=300 if not NIGHTLY else 5_000)
@given(any_answers() | full_answers(), st.sampled_from(Visit), history_signs())
def test_code_and_model_agree_on_any_answers(answers: Answers, visit: Visit, history: frozenset[str]) -> None:
    worth = MODEL.is_state(answers, visit, history, frozenset())
    verdicts = [kind for kind in KINDS if z3.is_true(z3.simplify(z3.substitute(MODEL.verdict[kind], worth)))]
    severity = z3.simplify(z3.substitute(MODEL.severity, worth)).as_long()
    by_code = judged_by_code(answers, visit, history)
    assert (verdicts, severity) == ([KINDS[by_code[0]]], by_code[1])


@settings(max_examples=100)
@given(any_answers(), st.sampled_from(Visit), st.frozensets(st.sampled_from(sorted(RULES.signs)), max_size=4))
def test_code_and_model_agree_on_what_own_words_put_first(
    answers: Answers, visit: Visit, hinted: frozenset[str]
) -> None:
    worth = MODEL.is_state(answers, visit, frozenset(), RULES.questions_for(hinted))
    verdict = screen(answers, RULES, NOW, visit, hinted=hinted)
    assert z3.is_true(z3.simplify(z3.substitute(MODEL.verdict[kind_of(verdict)], worth)))
