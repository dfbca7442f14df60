"""`unknot explain`: a decision, and why, as readable text in the sentences of its day."""

from collections.abc import Iterator
from typing import assert_never

import msgspec

from unknot.anatomy import Area
from unknot.coach import (
    ActivitiesNamed,
    Agreement,
    CausesNamed,
    CheckedIn,
    Explanation,
    GuidanceReceived,
    GuidanceWithdrawn,
    HandOverMade,
    Happening,
    KnotEdited,
    Measured,
    OutcomeTold,
    PlanMade,
    SessionMoved,
    SettingsChanged,
    options_in,
)
from unknot.planning import HANDS, Step
from unknot.records import Decision, Explained
from unknot.screening import (
    Answers,
    Cleared,
    Fired,
    Grade,
    NeedsAnswers,
    Restriction,
    Stopped,
    Tier,
    Verdict,
)
from unknot.units import Instant, Sources
from unknot.words import say

_MINUTE = "%Y-%m-%d %H:%M %Z"


def decisions(kept: tuple[Decision, ...]) -> str:
    """One line for each decision, the latest first."""
    lines = (
        f"{one.event}  {_moment(one.at)}  {say(f'explain-{one.kind}')}{f' [{one.tier}]' if one.tier else ''}"
        for one in kept
    )
    return "\n".join(lines) or say("explain-none")


def explanation(given: Explained) -> str:
    """When it was, what was asked and answered, what applied, what nearly did, what followed, what was told."""
    return "\n".join(_Telling(given).lines())


class _Telling:
    """Tells one explanation; a sentence that is not known shows its id."""

    def __init__(self, given: Explained) -> None:
        self._why = given.explanation
        self._said = given.said
        self._in_todays_words = given.in_todays_words

    def lines(self) -> Iterator[str]:
        why, told = self._why, self._why.happening
        yield f"{why.kind if told is None else say(f'explain-{why.kind}')}, {_moment(why.at)}"
        yield say("explain-version", version=why.knowledge)
        yield from _agreement(why)
        if self._in_todays_words:
            yield say("explain-todays-words")
        yield say("explain-not-for-today")
        if told is None:
            yield from ("", say("explain-recorded"), f"  {_json(why.told)}")
            return
        yield from self._happening(told)
        if why.verdict is not None:
            yield from self._part("explain-concluded", self._verdict(why.verdict))
        yield from self._part("explain-stop", self._stop())
        yield from self._part("explain-course", (f"  {self._say(f'sign-{sign}')}" for sign in why.course))
        yield from self._part("explain-referral", self._rules(why.referral))
        yield from self._part("explain-nearly", self._nearly())
        if why.again is not None:
            yield from ("", say("explain-again"), f"  {_json(why.again)}")

    def _part(self, title: str, lines: Iterator[str]) -> Iterator[str]:
        found = list(lines)
        if found:
            yield from ("", say(title), *found)

    def _say(self, id: str, part: str = "") -> str:
        name = f"{id}.{part}" if part else id
        return self._said.get(name, name)

    def _happening(self, told: Happening) -> Iterator[str]:
        match told:
            case CheckedIn():
                yield from self._part("explain-answers", self._answers(told.counted))
                history = (f"  {self._say(f'sign-{sign}')} [{sign}]" for sign in told.history)
                yield from self._part("explain-course", history)
            case PlanMade():
                yield from self._part("explain-drawing", _numbers(told.drawing))
                felt = (f"  {point}: {what}" for point, what in told.palpation.items())
                yield from self._part("explain-felt", felt)
                yield from self._part("explain-finding", self._finding(told))
                yield from self._part("explain-plan", self._steps(told))
            case SessionMoved():
                feeling = told.event.feeling
                what = "" if feeling is None else f": {self._say(f'feeling-{feeling}')}"
                yield from ("", f"  {told.event.kind}{what}")
            case OutcomeTold():
                yield from ("", say("explain-outcome", before=told.pain_before, after=told.pain_after))
            case Measured() | ActivitiesNamed() | KnotEdited() | CausesNamed() | SettingsChanged():
                yield from ("", f"  {msgspec.json.encode(told).decode()}")
            case HandOverMade() | GuidanceReceived() | GuidanceWithdrawn():
                yield from ("", f"  {msgspec.json.encode(told).decode()}")
            case _:
                assert_never(told)

    def _answers(self, answers: Answers) -> Iterator[str]:
        for question, answer in answers.items():
            chosen = str(answer) if isinstance(answer, int) else " · ".join(map(self._say, options_in(answer)))
            yield f"  {self._say(f'question-{question}')} {chosen} [{question}]"

    def _verdict(self, verdict: Verdict) -> Iterator[str]:
        match verdict:
            case NeedsAnswers():
                yield f"  {say('cli-needs-answers', count=len(verdict.missing))}"
                yield from (f"    {self._say(f'question-{id}')} [{id}]" for id in verdict.missing)
            case Stopped():
                yield from self._tier(verdict.tier)
                yield from self._rules(verdict.fired)
            case Cleared():
                yield from self._tier(verdict.tier)
                yield from self._rules(verdict.fired)
                yield from self._limits(verdict)
            case _:
                assert_never(verdict)

    def _tier(self, tier: Tier) -> Iterator[str]:
        yield f"  {self._say(f'tier-{tier}')} [{tier}]"
        yield f"  {self._say(f'tier-{tier}', 'do')}"

    def _rules(self, fired: tuple[Fired, ...]) -> Iterator[str]:
        for one in fired:
            yield f"  - {self._say(f'rule-{one.rule}')} [{one.rule}, {one.tier}]"
            yield f"      {say('explain-because')} {', '.join(self._say(f'sign-{sign}') for sign in one.signs)}"
            yield from self._sources(one.source)

    def _sources(self, sources: Sources) -> Iterator[str]:
        yield from (f"      {source}: {self._say(source)}" for source in sources)

    def _limits(self, verdict: Cleared) -> Iterator[str]:
        if not verdict.limits.pressure_allowed:
            yield f"  {say('explain-no-pressure')}"
        cells = verdict.limits.restrictions
        for condition in dict.fromkeys(cell.condition for cell in cells):
            yield f"  {self._say(f'condition-{condition}')} [{condition}]"
            for grade in reversed(Grade):
                found = [cell for cell in cells if cell.condition == condition and cell.grade is grade]
                if found:
                    yield f"      {say(f'explain-grade-{grade}')} {', '.join(self._modalities(found))}"

    def _modalities(self, cells: list[Restriction]) -> Iterator[str]:
        """Each modality, with the areas where it is not all of them."""
        for modality in dict.fromkeys(cell.modality for cell in cells):
            areas = [cell.area for cell in cells if cell.modality is modality]
            where = "" if len(areas) == len(Area) else f" ({', '.join(areas)})"
            yield f"{self._say(f'modality-{modality}')}{where}"

    def _nearly(self) -> Iterator[str]:
        for one in self._why.nearly:
            missing = f"; {say('explain-or')} ".join(self._say(f"sign-{sign}") for sign in one.missing)
            yield f"  - {one.rule} [{one.tier}]: {say('explain-missing', sign=missing)}"

    def _stop(self) -> Iterator[str]:
        if (stop := self._why.stop) is not None:
            for part in ("", "do", "next"):
                yield f"  {self._say(f'stop-{stop.feeling}', part)}"
            yield f"  {self._say(f'tier-{stop.tier}')} [{stop.tier}]"
            yield from self._sources(stop.source)

    def _finding(self, told: PlanMade) -> Iterator[str]:
        for one in told.finding.candidates:
            where = f"{self._say(f'trigger-point-{one.point}')}, {one.side}"
            yield f"  {say(f'cli-{one.certainty}')}: {where} [{one.point}]"
        for id in told.finding.not_muscular:
            yield f"  {say('cli-could-also-be')}: {self._say(f'alternative-{id}')}"

    def _steps(self, told: PlanMade) -> Iterator[str]:
        yield from (f"  ! {self._say(f'note-{note}')}" for note in told.plan.notes)
        yield from (f"  {place}. {self._step(step)}" for place, step in enumerate(told.plan.steps, start=1))

    def _step(self, step: Step) -> str:
        tool = "" if step.tool == HANDS else f" ({self._say(f'tool-{step.tool}')})"
        where = f": {self._say(f'trigger-point-{step.point}')}, {step.side}" if step.point else ""
        ceiling = f", {say('explain-ceiling', ceiling=step.ceiling_0_10)}" if step.presses else ""
        return (
            f"{self._say(f'technique-{step.technique}')}{tool}{where}, {step.repetitions} x {step.seconds} s{ceiling}"
        )


def _agreement(why: Explanation) -> Iterator[str]:
    yield say(f"explain-{why.agreement}")
    if why.why_not:
        refused = why.agreement is Agreement.DIFFERENT
        yield f"  {say('explain-refused', message=why.why_not) if refused else why.why_not}"


def _numbers(drawing: dict[str, int]) -> Iterator[str]:
    yield from (f"  {place}: {strength}/10" for place, strength in drawing.items())


def _json(kept: msgspec.Raw) -> str:
    return bytes(kept).decode()


def _moment(at: Instant) -> str:
    return at.strftime(_MINUTE)
