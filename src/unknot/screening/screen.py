"""From answers to a verdict: the only place that makes a `Cleared`."""

from unknot.errors import InputError
from unknot.screening.questions import NONE_OF_THESE, UNSURE, Answer, Answers, Question, QuestionKind, Visit
from unknot.screening.rules import RuleBook
from unknot.screening.verdict import Cleared, NeedsAnswers, Stopped, Tier, Verdict
from unknot.units import Instant


def screen(
    answers: Answers,
    rules: RuleBook,
    now: Instant,
    visit: Visit = Visit.FIRST,
    history: frozenset[str] = frozenset(),
) -> Verdict:
    """The verdict on what has been answered: stopped, still needing answers, or cleared within limits.

    A danger stops before anything more is asked. What is unanswered is never a no. "Not sure" counts as the signs
    that the question names for it. `history` are signs from earlier sessions.

    Raises: InputError: an answer to a question that does not exist, or one that its question does not offer.
    Source: clinical 0 (tiers, highest wins) and 2.1.
    """
    present = signs_of(answers, rules) | history
    fired = rules.fired_by(present)
    tier = fired[0].tier if fired else Tier.CLEAR
    if any(one.rule in rules.stopping_at_once for one in fired):
        return Stopped(tier, fired, rules.version)
    if missing := unanswered(answers, rules, visit, present):
        return NeedsAnswers(missing, rules.version)
    if any(one.rule in rules.barring for one in fired):
        return Stopped(tier, fired, rules.version)
    return Cleared(now, tier, fired, rules.limits_for(present, tier), rules.version, rules.valid_min)


def signs_of(answers: Answers, rules: RuleBook) -> frozenset[str]:
    """The signs that the answers assert.

    Raises: InputError: as `screen`.
    """
    present: set[str] = set()
    for id, answer in answers.items():
        question = rules.question_by_id.get(id)
        if question is None:
            raise InputError(f"answers.{id}", "input-no-such-question", question=id)
        present.update(_signs(question, answer, rules))
    return frozenset(present)


def unanswered(
    answers: Answers, rules: RuleBook, visit: Visit, present: frozenset[str] | None = None
) -> tuple[str, ...]:
    """The questions that this visit still asks, in order; empty when all that is open has been answered."""
    signs = signs_of(answers, rules) if present is None else present
    return tuple(q.id for q in rules.questions if q.id not in answers and q.is_due(visit, signs))


def _signs(question: Question, answer: Answer, rules: RuleBook) -> tuple[str, ...]:
    field = f"answers.{question.id}"
    if answer == UNSURE:
        return question.unsure_counts_as
    if question.kind is QuestionKind.SCALE:
        if not isinstance(answer, int):
            raise InputError(field, "input-wants-a-number", question=question.id)
        return rules.scale_signs_at(question.id, answer)
    if isinstance(answer, int):
        raise InputError(field, "input-wants-options", question=question.id)
    chosen = (answer,) if isinstance(answer, str) else answer
    if question.kind is QuestionKind.CHOICE and len(chosen) != 1:
        raise InputError(field, "input-wants-one-option", question=question.id)
    if not chosen:
        raise InputError(field, "input-wants-options", question=question.id)
    if question.kind is QuestionKind.SEVERAL and chosen == (NONE_OF_THESE,):
        return ()
    for option in chosen:
        if option not in question.options:
            raise InputError(field, "input-no-such-option", question=question.id, option=option)
    return chosen
