"""What can happen, as it is kept in the log: inputs, and each decision with what it was made from."""

from enum import StrEnum

import msgspec

from unknot.coach.guidance import SignedGuidance
from unknot.guiding import SessionEvent
from unknot.locating import Complaint, Drawing, Finding, Noticing, Pain, Palpation, complaint_of
from unknot.planning import Change, Plan, Situation
from unknot.prevention import CauseAnswers
from unknot.progress import Arm, Easing, Helped, KnotEdit, Measure, Turning
from unknot.screening import Answers, Verdict, Visit
from unknot.units import OwnWords, Score0To10, Value


class AskingFor(StrEnum):
    """For whom a check-in is made; what is said for someone else never counts for the person whose data this is."""

    ONESELF = "oneself"
    SOMEONE_ELSE = "someone-else"


class CheckedIn(Value, frozen=True):
    """A check-in: the answers of this visit, all that counted with the kept ones, and the verdict.

    `words` is what the person wrote in the first box, `hinted` the signs that were read out of it: they put questions
    first and count for nothing.
    """

    visit: Visit
    answers: Answers
    counted: Answers
    history: tuple[str, ...]
    verdict: Verdict
    asking_for: AskingFor = AskingFor.ONESELF
    words: str = ""
    hinted: tuple[str, ...] = ()


class PlanMade(Value, frozen=True):
    """A plan, with everything it was made from: what earlier sessions asked of it, and the way it tries on purpose.

    guidance: what of professionals was followed, by the ids under which it was received; advised: the one whose session
    this is, empty for one of our own.
    """

    check_in: str
    drawing: Drawing
    palpation: Palpation
    situation: Situation
    changes: tuple[Change, ...]
    finding: Finding
    plan: Plan
    easing: Easing = Easing()
    trial: Arm | None = None
    pains: tuple[Pain, ...] = ()
    movements: Noticing = {}
    also_hurts: Noticing = {}
    advised: str = ""
    guidance: tuple[str, ...] = ()

    @property
    def complaint(self) -> Complaint:
        """What the locator was told."""
        return complaint_of(self)


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


class Measured(Value, frozen=True):
    """An answer to "How is it now?". `corrects` is an earlier one that it replaces; empty, it takes that one back."""

    measure: Measure
    corrects: str = ""


class ActivitiesNamed(Value, frozen=True):
    """The activities that a person wants back, by id; those that are left out are no longer asked about."""

    names: dict[str, OwnWords]


class KnotEdited(Value, frozen=True):
    """What a person said of their knots: the same, another one, gone."""

    edit: KnotEdit


class CausesNamed(Value, frozen=True):
    """Which causes a person named."""

    answers: CauseAnswers


class SettingsChanged(Value, frozen=True):
    """What a person set; None leaves it as it was."""

    country: str | None = None
    voice: bool | None = None
    tries: bool | None = None

    def with_change(self, change: "SettingsChanged") -> "SettingsChanged":
        """These settings with what a change sets."""
        pairs = zip(msgspec.structs.astuple(change), msgspec.structs.astuple(self), strict=True)
        return SettingsChanged(*(before if now is None else now for now, before in pairs))


class HandOverMade(Value, frozen=True):
    """A file was made for a professional. What they sign names it by the id of this happening."""


class GuidanceReceived(Value, frozen=True):
    """A person takes up what a professional signed, having compared the number of the key."""

    signed: SignedGuidance


class GuidanceWithdrawn(Value, frozen=True):
    """A person stops following what they had taken up; from then on our own limits hold again, and nothing beyond."""

    received: str


Happening = (
    CheckedIn
    | PlanMade
    | SessionMoved
    | OutcomeTold
    | Measured
    | ActivitiesNamed
    | KnotEdited
    | CausesNamed
    | SettingsChanged
    | HandOverMade
    | GuidanceReceived
    | GuidanceWithdrawn
)

KINDS: dict[str, type[Happening]] = {
    "checked-in": CheckedIn,
    "plan-made": PlanMade,
    "session-moved": SessionMoved,
    "outcome-told": OutcomeTold,
    "measured": Measured,
    "activities-named": ActivitiesNamed,
    "knot-edited": KnotEdited,
    "causes-named": CausesNamed,
    "settings-changed": SettingsChanged,
    "hand-over-made": HandOverMade,
    "guidance-received": GuidanceReceived,
    "guidance-withdrawn": GuidanceWithdrawn,
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
