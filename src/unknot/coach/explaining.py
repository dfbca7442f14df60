"""Why a decision was what it was: made again from what it was made from, by the knowledge of its day."""

from enum import StrEnum
from typing import assert_never

import msgspec
from msgspec.structs import replace

from unknot.coach.happenings import (
    ActivitiesNamed,
    CausesNamed,
    CheckedIn,
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
    happening_of,
)
from unknot.coach.knowledge import Knowledge
from unknot.coach.person import Person
from unknot.coach.sessions import hear, make_plan
from unknot.coach.visits import check_in_again, screen_again, signs_counted, signs_of_history
from unknot.errors import InputError
from unknot.guiding import StopRule
from unknot.screening import Fired, Tier, Verdict
from unknot.units import Instant, Sources, Value


class Agreement(StrEnum):
    """Whether a decision, made again, comes out as it was kept."""

    SAME = "same"
    DIFFERENT = "different"
    NEVER_STORED = "never-stored"  # this advice is worked out whenever it is shown; there is nothing to compare with
    NO_DECISION = "no-decision"
    UNREADABLE = "unreadable"  # another version of Unknot recorded it, in a way that this one cannot read
    KNOWLEDGE_NOT_KEPT = "knowledge-not-kept"
    KNOWLEDGE_ALTERED = "knowledge-altered"
    KNOWLEDGE_UNREADABLE = "knowledge-unreadable"


class NearlyFired(Value, frozen=True):
    """A rule that would have applied with one sign more, any of `missing`."""

    rule: str
    tier: Tier
    missing: tuple[str, ...]
    source: Sources


class Explanation(Value, frozen=True, kw_only=True):
    """What is known of a decision. Danger in it is as it was told; nothing here is advice for today.

    told: the happening of this kind, as it is kept.
    again: what comes out now, where that is something else.
    why_not: why it could not be made again, or not to the same end.
    verdict: what the check-in concluded, for a plan as of when the plan was made.
    nearly: the rules that one sign more would have fired.
    stop: the advice after what was felt.
    course: the signs that sessions had shown by then, and `referral` the rules that they fire.
    """

    event: str
    at: Instant
    kind: str
    knowledge: str
    told: msgspec.Raw
    agreement: Agreement
    again: msgspec.Raw | None = None
    why_not: str = ""
    verdict: Verdict | None = None
    nearly: tuple[NearlyFired, ...] = ()
    stop: StopRule | None = None
    course: tuple[str, ...] = ()
    referral: tuple[Fired, ...] = ()

    @property
    def happening(self) -> Happening | None:
        """What is told, as a value; None where it is of another version of Unknot that this one cannot read."""
        try:
            return happening_of(self.kind, self.told)
        except msgspec.DecodeError:
            return None


def explain(recorded: Explanation, before: Person) -> Explanation:
    """The explanation of what is recorded, made again for the person before it, folded with the knowledge of that day.

    What cannot be read stays as it is recorded.
    """
    told = recorded.happening
    try:
        match told:
            case CheckedIn():
                return _of_check_in(recorded, told, before.knowledge)
            case PlanMade():
                return _of_plan(recorded, told, before)
            case SessionMoved():
                return _of_move(recorded, told, before)
            case OutcomeTold():
                return _of_outcome(recorded, told, before)
            case Measured() | ActivitiesNamed() | KnotEdited() | CausesNamed() | SettingsChanged():
                return replace(recorded, agreement=Agreement.NO_DECISION)
            case HandOverMade() | GuidanceReceived() | GuidanceWithdrawn():
                return replace(recorded, agreement=Agreement.NO_DECISION)
            case None:
                return recorded
            case _:
                assert_never(told)
    except InputError as refusal:
        return replace(recorded, agreement=Agreement.DIFFERENT, why_not=refusal.message)


def verdict_in(told: Happening | None) -> Verdict | None:
    """The verdict that a happening holds in itself."""
    return told.verdict if isinstance(told, CheckedIn) else None


def nearly_fired(present: frozenset[str], knowledge: Knowledge) -> tuple[NearlyFired, ...]:
    """The rules that hold in part and that one more sign would fire, the most serious first."""
    found = []
    for rule in knowledge.rules.rules:
        if rule.applies_to(present) or rule.signs.isdisjoint(present):
            continue
        missing = tuple(sign for sign in sorted(rule.signs - present) if rule.applies_to(present | {sign}))
        if missing:
            found.append(NearlyFired(rule.id, rule.tier, missing, rule.source))
    return tuple(sorted(found, key=lambda one: (-one.tier.severity, one.rule)))


def _of_check_in(recorded: Explanation, told: CheckedIn, knowledge: Knowledge) -> Explanation:
    again = check_in_again(told, recorded.at, knowledge)
    nearly = nearly_fired(signs_counted(told, knowledge), knowledge)
    return replace(_compared(recorded, told, again), verdict=told.verdict, nearly=nearly)


def _of_plan(recorded: Explanation, told: PlanMade, before: Person) -> Explanation:
    made_at = told.plan.made_at
    again = make_plan(before, told.check_in, told.complaint, told.situation, told.changes, made_at, told.advised)
    return replace(_compared(recorded, told, again), verdict=screen_again(before, made_at, told.complaint.marks))


def _of_move(recorded: Explanation, told: SessionMoved, before: Person) -> Explanation:
    if told.event.feeling is None:
        return replace(recorded, agreement=Agreement.NO_DECISION)
    stop = hear(before.after(recorded.event, recorded.at, told), told.plan).advice
    return replace(recorded, agreement=Agreement.NEVER_STORED, stop=stop)


def _of_outcome(recorded: Explanation, told: OutcomeTold, before: Person) -> Explanation:
    course = signs_of_history(before.after(recorded.event, recorded.at, told), recorded.at)
    referral = before.knowledge.rules.fired_by(frozenset(course))
    return replace(recorded, agreement=Agreement.NEVER_STORED, course=course, referral=referral)


def _compared(recorded: Explanation, told: Happening, again: Happening) -> Explanation:
    if told == again:
        return replace(recorded, agreement=Agreement.SAME)
    return replace(recorded, agreement=Agreement.DIFFERENT, again=msgspec.Raw(msgspec.json.encode(again)))
