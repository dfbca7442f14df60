"""What a person tells of their pain: where it hurts, what it is like, what they notice, what their fingers find."""

from enum import StrEnum
from typing import Protocol, TypeAlias

from unknot.units import Score0To10, Value

Drawing: TypeAlias = dict[str, Score0To10]
"""Where it hurts and how strongly: names from `Body.places` (`shoulder_top_R`); 0 or absent means unmarked."""


class PainKind(StrEnum):
    """What a pain is like. Only burning says anything about its source; the others are kept for the report.

    Source: clinical 1.4, cards 2 and 3.
    """

    ACHE = "ache"
    SHARP = "sharp"
    BURNING = "burning"
    PRESSURE = "pressure"


class Since(StrEnum):
    """How long a pain has been there. It says nothing about the source; screening asks what it means for safety."""

    TODAY = "today"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


class Pain(Value, frozen=True):
    """One of several pains: its places as in a drawing, how strong it is, what it is like, and since when."""

    places: tuple[str, ...]
    strength: Score0To10
    kind: PainKind | None = None
    since: Since | None = None


class Felt(StrEnum):
    """What a person felt when pressing a trigger point gently.

    Source: clinical 1.2 (scoring) and section 0, caveat 3: only tenderness and familiarity are asked.
    """

    FAMILIAR = "familiar"
    SORE = "sore"
    NOT_TENDER = "not-tender"
    CANNOT_TELL = "cannot-tell"


class Noticed(StrEnum):
    """What a person notices of a movement, or of a place they did not mark."""

    YES = "yes"
    NO = "no"
    CANNOT_TELL = "cannot-tell"


Palpation: TypeAlias = dict[str, Felt]
"""What was felt, by sided trigger point (`UT2_R`)."""

Noticing: TypeAlias = dict[str, Noticed]
"""What is noticed, by movement (`turn-to-side_R`, `chin-to-chest`) or by place (`behind_ear_R`)."""


class Complaint(Value, frozen=True):
    """Everything the locator is told. `also_hurts` answers whether a place that was not marked hurts as well."""

    drawing: Drawing = {}
    palpation: Palpation = {}
    pains: tuple[Pain, ...] = ()
    movements: Noticing = {}
    also_hurts: Noticing = {}

    @property
    def marks(self) -> Drawing:
        """The drawing, the pains and the places added when asked as one drawing; the stronger mark counts.

        >>> Complaint({"vertex": 2}, pains=(Pain(("vertex", "throat"), 5),)).marks
        {'vertex': 5, 'throat': 5}
        """
        marks = {place: strength for place, strength in self.drawing.items() if strength}
        for pain in self.pains:
            for place in pain.places if pain.strength else ():
                marks[place] = max(pain.strength, marks.get(place, 0))
        for place, noticed in self.also_hurts.items():
            if noticed is Noticed.YES:
                marks.setdefault(place, max(marks.values(), default=1))
        return marks

    @property
    def answered(self) -> int:
        """How many questions of the locator have been answered."""
        return len(self.palpation) + len(self.movements) + len(self.also_hurts)


class TellsOfPain(Protocol):
    """Whatever holds what a locator is told among other things: a request, a case, a plan that is kept."""

    @property
    def drawing(self) -> Drawing: ...
    @property
    def palpation(self) -> Palpation: ...
    @property
    def pains(self) -> tuple[Pain, ...]: ...
    @property
    def movements(self) -> Noticing: ...
    @property
    def also_hurts(self) -> Noticing: ...


def complaint_of(told: TellsOfPain) -> Complaint:
    """The complaint in it."""
    return Complaint(told.drawing, told.palpation, told.pains, told.movements, told.also_hurts)
