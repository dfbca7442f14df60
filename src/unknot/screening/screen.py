"""From answers to a verdict: the only place that makes a `Cleared`."""

from unknot.errors import InputError
from unknot.screening.questions import NONE_OF_THESE, Answer, Answers, Question, QuestionKind, Visit, is_unsure
from unknot.screening.rules import RuleBook
from unknot.screening.verdict import Cleared, NeedsAnswers, Stopped, Tier, Verdict
from unknot.units import Instant


def screen(
    answers: Answers,
    rules: RuleBook,
    now: Instant,
    visit: Visit = Visit.FIRST,
    history: frozenset[str] = frozenset(),
    hinted: frozenset[str] = frozenset(),
) -> Verdict:
    """The verdict on what has been answered: stopped, still needing answers, or cleared within limits.

    A danger stops before anything more is asked; the questions that may show a greater one are named with the stop.
    What is unanswered is never a no. "Not sure" counts as the signs that the question names for it, where another
    question makes it clearer only after that one. `history` are signs from earlier sessions; they count as present.
    `hinted` are signs that a person's own words speak of: they count for nothing, and are asked for first.

    Raises: InputError: an answer to a question that does not exist, or one that its question does not take.
    Source: clinical 0 (tiers, highest wins) and 2.1.
    """
    present = signs_of(answers, rules) | history
    fired = rules.fired_by(present)
    tier = fired[0].tier if fired else Tier.CLEAR
    stops = any(one.rule in rules.stopping_at_once for one in fired)
    if stops and tier is Tier.EMERGENCY_NOW:
        return Stopped(tier, fired, rules.version)
    missing = unanswered(answers, rules, visit, present, hinted)
    if stops:
        return Stopped(tier, fired, rules.version, tuple(id for id in missing if rules.question_by_id[id].seeks_danger))
    if missing:
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
    answers: Answers,
    rules: RuleBook,
    visit: Visit,
    present: frozenset[str] | None = None,
    hinted: frozenset[str] = frozenset(),
) -> tuple[str, ...]:
    """The questions that this visit still asks, in order; empty when all that is open has been answered.

    What a person's own words speak of is asked first, and whether or not anything else opens it.
    """
    signs = signs_of(answers, rules) if present is None else present
    first = rules.questions_for(hinted)
    open_ones = [
        question
        for question in rules.questions
        if question.id not in answers and (question.id in first or question.is_due(visit, signs, answers))
    ]
    if first:
        open_ones.sort(key=lambda question: question.id not in first)
    return tuple(question.id for question in open_ones)


def takes(question: Question, answer: Answer, rules: RuleBook) -> bool:
    """True when a question takes an answer; false for one that was kept from a time when it offered other options."""
    try:
        _signs(question, answer, rules)
    except InputError:
        return False
    return True


def _signs(question: Question, answer: Answer, rules: RuleBook) -> tuple[str, ...]:
    if is_unsure(answer):
        return () if question.id in rules.clarifiers else question.unsure_counts_as
    if isinstance(answer, int):
        return _number_signs(question, answer, rules)
    return _chosen_signs(question, answer)


def _number_signs(question: Question, number: int, rules: RuleBook) -> tuple[str, ...]:
    field = f"answers.{question.id}"
    if question.between is None:
        raise InputError(field, "input-wants-options", question=question.id)
    least, most = question.between
    if not least <= number <= most:
        raise InputError(field, "input-out-of-range", number=number, least=least, most=most)
    return rules.number_signs_at(question.id, number)


def _chosen_signs(question: Question, answer: tuple[str, ...] | str) -> tuple[str, ...]:
    field = f"answers.{question.id}"
    if question.kind.is_counted:
        raise InputError(field, "input-wants-a-number", question=question.id)
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
