"""What can happen, as it is kept in the log: inputs, and each decision with what it was made from."""

import msgspec

from unknot.guiding import SessionEvent
from unknot.locating import Drawing, Finding, Noticing, Pain, Palpation
from unknot.planning import Change, Plan, Situation
from unknot.prevention import CauseAnswers
from unknot.progress import Helped, Turning
from unknot.screening import Answers, Verdict, Visit
from unknot.units import Score0To10, Value


class CheckedIn(Value, frozen=True):
    """A check-in: the answers of this visit, all that counted with the kept ones, and the verdict."""

    visit: Visit
    answers: Answers
    counted: Answers
    history: tuple[str, ...]
    verdict: Verdict


class PlanMade(Value, frozen=True):
    """A plan, with everything it was made from."""

    check_in: str
    drawing: Drawing
    palpation: Palpation
    situation: Situation
    changes: tuple[Change, ...]
    finding: Finding
    plan: Plan
    pains: tuple[Pain, ...] = ()
    movements: Noticing = {}
    also_hurts: Noticing = {}


class SessionMoved(Value, frozen=True):
    """One event of a player; `seq` is its place among the events of that player."""

    plan: str
    seq: int
    event: SessionEvent


class OutcomeTold(Value, frozen=True):
    """What a person said after a session."""

    plan: str
    pain_before: Score0To10
    pain_after: Score0To10
    turning: Turning
    helped: Helped


class CausesNamed(Value, frozen=True):
    """Which causes a person named."""

    answers: CauseAnswers


class SettingsChanged(Value, frozen=True):
    """What a person set; None leaves it as it was."""

    country: str | None = None
    voice: bool | None = None


Happening = CheckedIn | PlanMade | SessionMoved | OutcomeTold | CausesNamed | SettingsChanged

KINDS: dict[str, type[Happening]] = {
    "checked-in": CheckedIn,
    "plan-made": PlanMade,
    "session-moved": SessionMoved,
    "outcome-told": OutcomeTold,
    "causes-named": CausesNamed,
    "settings-changed": SettingsChanged,
}
"""The kind of event under which each happening is kept. A kind is never given another meaning."""


def kind_of(happening: Happening) -> str:
    """The kind under which a happening is kept.

    >>> kind_of(SettingsChanged(country="GB"))
    'settings-changed'
    """
    return next(kind for kind, type_ in KINDS.items() if type(happening) is type_)


def happening_of(kind: str, body: msgspec.Raw) -> Happening | None:
    """What is kept under a kind; None where the kind is one of a later version.

    Raises: msgspec.DecodeError: the body is not what its kind says.
    """
    type_ = KINDS.get(kind)
    return None if type_ is None else msgspec.json.decode(body, type=type_)
