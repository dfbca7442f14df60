"""What the terminal prints, as readable text."""

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias, assert_never

from unknot.anatomy import side_in
from unknot.cli.doctor import Examined
from unknot.coach import Advice
from unknot.locating import Ask, AskKind, Candidate, Finding
from unknot.planning import HANDS, Plan, Step
from unknot.screening import (
    NONE_OF_THESE,
    UNSURE,
    Cleared,
    Fired,
    NeedsAnswers,
    Question,
    QuestionKind,
    Stopped,
    Tier,
    Verdict,
)
from unknot.words import is_said, say

AsText: TypeAlias = Callable[[Any], str]


def questions(asked: tuple[Question, ...]) -> str:
    """Every question with its id and the answers it takes."""
    return "\n\n".join("\n".join(_question(question)) for question in asked)


def verdict(given: Verdict) -> str:
    """The verdict, the rules that fired and what to do."""
    match given:
        case NeedsAnswers():
            return "\n".join(_missing(given.missing))
        case Stopped():
            return "\n".join(_concluded(given.tier, given.fired, given.may_be_worse, stops=True))
        case Cleared():
            return "\n".join(_concluded(given.tier, given.fired, (), stops=False))
        case _:
            assert_never(given)


def finding(found: Finding) -> str:
    """The candidates in words of certainty, and what else it could be."""
    return "\n".join(_finding(found))


def advice(given: Advice) -> str:
    """Everything Unknot says to a case."""
    lines: list[str] = []
    if given.tier is None:
        lines += _missing(given.missing)
    else:
        lines += _concluded(given.tier, given.fired, given.missing, stops=given.verdict == "stopped")
    if given.finding is not None:
        lines += ["", *_finding(given.finding)]
    if given.plan is not None:
        lines += ["", *_plan(given.plan)]
    return "\n".join(lines)


def examination(found: tuple[Examined, ...]) -> str:
    """One line for each thing that was looked at."""
    return "\n".join(f"{'ok ' if one.sound else 'BAD'}  {one.what}: {one.found}" for one in found)


def _question(question: Question) -> Iterator[str]:
    yield f"{question.id} ({question.kind})"
    yield f"  {say(f'question-{question.id}')}"
    if is_said(f"question-{question.id}", "hint"):
        yield f"  ({say(f'question-{question.id}', 'hint')})"
    if question.between is not None:
        yield f"    {question.between[0]} to {question.between[1]}"
    for option in question.options:
        yield f"    {option}: {say(f'sign-{option}')}"
    if question.kind is QuestionKind.SEVERAL:
        yield f"    {NONE_OF_THESE}: {say('answer-none')}"
    yield f"    {UNSURE}: {say('answer-unsure')}"


def _missing(missing: tuple[str, ...]) -> Iterator[str]:
    yield say("cli-needs-answers", count=len(missing))
    for id in missing:
        yield f"  {id}: {say(f'question-{id}')}"


def _concluded(tier: Tier, fired: tuple[Fired, ...], more: tuple[str, ...], *, stops: bool) -> Iterator[str]:
    """What a check-in has come to: how soon, what to do, why and how well founded, and what to say when calling."""
    if stops and tier is Tier.CLEAR:
        yield f"{say('verdict-not-a-plan')} [{tier}]"
    else:
        yield f"{say(f'tier-{tier}')} [{tier}]"
        yield f"  {say(f'tier-{tier}', 'do')}"
    for one in fired:
        flag = f"{one.red_flag}, " if one.red_flag else ""
        yield f"  - {say(f'rule-{one.rule}')} [{flag}{one.rule}; {one.confidence}; {', '.join(one.source)}]"
    if tier.severity >= Tier.WITHIN_DAYS.severity:
        yield f"  {say('cli-what-to-say')} {say(f'tier-{tier}', 'say')}"
        signs = dict.fromkeys(sign for one in fired for sign in one.signs)
        yield from (f"    {say(f'sign-{sign}')}" for sign in signs)
    if more:
        yield f"  {say('cli-may-be-worse')}"
        yield from (f"    {id}: {say(f'question-{id}')}" for id in more)


def _finding(found: Finding) -> Iterator[str]:
    if found.not_a_muscle:
        yield say("cli-not-a-muscle")
    elif found.cannot_tell:
        yield say("note-cannot-tell")
    for one in found.candidates:
        yield f"{_certainty(one)}: {say(f'trigger-point-{one.point}')}, {one.side} [{one.point}]"
        yield from _reasons(one)
    if found.together:
        yield say("cli-together")
    for id in found.not_muscular:
        yield f"{say('cli-could-also-be')}: {say(f'alternative-{id}')}"
    if found.check_again:
        yield say("cli-check-again")
        yield from (f"  {id}: {say(f'question-{id}')}" for id in found.check_again)
    if found.next is not None:
        yield from _next(found.next)


def _reasons(one: Candidate) -> Iterator[str]:
    told = (("cli-because", one.marks_for), ("cli-against", one.marks_against))
    for id, places in told:
        if places:
            yield f"  {say(id, places='; '.join(map(_place, places)))}"


def _place(name: str) -> str:
    side = side_in(name)
    place = say(f"region-{name if side is None else name[:-2]}")
    return say("map-place", place=place, side=side or "none")


def _next(ask: Ask) -> Iterator[str]:
    match ask.kind:
        case AskKind.PRESS:
            yield say("cli-next-press", pressure=ask.pressure_0_10)
            yield f"  {ask.name}: {say(f'palpate-{ask.point}')}"
        case AskKind.MOVE:
            id = ask.name if ask.side is None else ask.name[:-2]
            yield say("cli-next-move")
            yield f"  {ask.name}: {say(f'movement-{id}', side=ask.side or '')} {say(f'movement-{id}', 'how')}"
        case AskKind.PLACE:
            yield say("cli-next-place")
            yield f"  {ask.name}: {_place(ask.name)}"


def _certainty(one: Candidate) -> str:
    return say(f"cli-{one.certainty}")


def _plan(plan: Plan) -> Iterator[str]:
    yield say("cli-plan", minutes=-(-plan.total_s // 60))
    for note in plan.notes:
        yield f"  ! {say(f'note-{note}')}"
    for place, step in enumerate(plan.steps, start=1):
        yield f"  {place}. {_step(step)}"


def _step(step: Step) -> str:
    what = say(f"technique-{step.technique}")
    times = f"{step.repetitions} x {step.seconds} s" if step.repetitions > 1 else f"{step.seconds} s"
    if not step.presses:
        return f"{what}, {times} ({say(f'position-{step.position}')})"
    where = say(f"trigger-point-{step.point}") if step.point else say("spot-shoulder-top")
    return (
        f"{what}{_tool(step)}: {where}, {step.side}, {times}, "
        f"at most {step.ceiling_0_10}/10 [{step.zone}] ({say(f'position-{step.position}')})"
    )


def _tool(step: Step) -> str:
    return "" if step.tool == HANDS else f" ({say(f'tool-{step.tool}')})"
