"""Which sentences an explanation needs, by their ids, so that they can be said in the words of that day."""

from collections.abc import Iterator
from itertools import chain
from typing import TypeAlias

from unknot.coach.explaining import Explanation
from unknot.coach.happenings import CheckedIn, PlanMade, SessionMoved
from unknot.screening import (
    NONE_OF_THESE,
    UNSURE,
    Answer,
    Answers,
    Cleared,
    Fired,
    NeedsAnswers,
    Stopped,
    Tier,
    Verdict,
)

Sentence: TypeAlias = tuple[str, str | None]
"""A message of the words, or one of its attributes."""

_ANSWERS = {NONE_OF_THESE: "answer-none", UNSURE: "answer-unsure"}


def sentences_in(explanation: Explanation) -> frozenset[Sentence]:
    """Every sentence that tells what was asked, what applied and what the person was told."""
    return frozenset(_sentences(explanation))


def sources_in(explanation: Explanation) -> frozenset[str]:
    """Every source that what applied rests on."""
    verdict, stop = explanation.verdict, explanation.stop
    fired = () if verdict is None or isinstance(verdict, NeedsAnswers) else verdict.fired
    cited = (
        *(one.source for one in (*fired, *explanation.referral)),
        *(one.source for one in explanation.nearly),
        () if stop is None else stop.source,
    )
    return frozenset(chain.from_iterable(cited))


def options_in(answer: Answer) -> tuple[str, ...]:
    """The ids of the sentences of what was chosen; none for a number."""
    chosen = () if isinstance(answer, int) else (answer,) if isinstance(answer, str) else answer
    return tuple(_ANSWERS.get(option, f"sign-{option}") for option in chosen)


def _sentences(explanation: Explanation) -> Iterator[Sentence]:
    told = explanation.happening
    if isinstance(told, CheckedIn):
        yield from _asked(told.counted)
        yield from ((f"sign-{sign}", None) for sign in told.history)
    if isinstance(told, PlanMade):
        yield from _planned(told)
    if isinstance(told, SessionMoved) and told.event.feeling is not None:
        yield f"feeling-{told.event.feeling}", None
    if explanation.verdict is not None:
        yield from _concluded(explanation.verdict)
    for nearly in explanation.nearly:
        yield from _rule(nearly.rule, nearly.missing)
    for fired in explanation.referral:
        yield from _rule(fired.rule, fired.signs)
    yield from ((f"sign-{sign}", None) for sign in explanation.course)
    if explanation.stop is not None:
        stop = f"stop-{explanation.stop.feeling}"
        yield from ((stop, part) for part in (None, "do", "next"))
        yield from _tier(explanation.stop.tier)


def _asked(answers: Answers) -> Iterator[Sentence]:
    for question, answer in answers.items():
        yield f"question-{question}", None
        yield from ((option, None) for option in options_in(answer))


def _planned(told: PlanMade) -> Iterator[Sentence]:
    yield from ((f"trigger-point-{one.point}", None) for one in told.finding.candidates)
    yield from ((f"alternative-{one}", None) for one in told.finding.not_muscular)
    yield from ((f"note-{note}", None) for note in told.plan.notes)
    for step in told.plan.steps:
        yield f"technique-{step.technique}", None
        yield f"tool-{step.tool}", None
        if step.point is not None:
            yield f"trigger-point-{step.point}", None


def _concluded(verdict: Verdict) -> Iterator[Sentence]:
    match verdict:
        case NeedsAnswers():
            yield from ((f"question-{id}", None) for id in verdict.missing)
        case Stopped():
            yield from _tier(verdict.tier)
            yield from _fired(verdict.fired)
        case Cleared():
            yield from _tier(verdict.tier)
            yield from _fired(verdict.fired)
            for cell in verdict.limits.restrictions:
                yield f"condition-{cell.condition}", None
                yield f"modality-{cell.modality}", None


def _tier(tier: Tier) -> Iterator[Sentence]:
    yield f"tier-{tier}", None
    yield f"tier-{tier}", "do"


def _fired(fired: tuple[Fired, ...]) -> Iterator[Sentence]:
    for one in fired:
        yield from _rule(one.rule, one.signs)


def _rule(rule: str, signs: tuple[str, ...]) -> Iterator[Sentence]:
    yield f"rule-{rule}", None
    yield from ((f"sign-{sign}", None) for sign in signs)
