"""What a complaint says about the likely source of a pain, and what it does not."""

from enum import StrEnum

from unknot.locating.complaint import Felt
from unknot.units import Score0To10, Side, Sources, Value


class Certainty(StrEnum):
    """How sure a candidate is, in words; never shown as a percentage."""

    MOST_LIKELY = "most-likely"
    COULD_ALSO_BE = "could-also-be"


class Candidate(Value, frozen=True):
    """A possible source: a muscle on a side, its likeliest trigger point, and what spoke for and against it.

    marks_for: marks where its pain is often felt. marks_against: marks that it does not explain. not_marked: where
    its pain is mostly felt, and nothing was marked. noticed_for, noticed_against: the movements that spoke.
    """

    point: str
    muscle: str
    side: Side
    certainty: Certainty
    marks_for: tuple[str, ...]
    may_be_pressed: bool
    source: Sources
    felt: Felt | None = None
    marks_against: tuple[str, ...] = ()
    not_marked: tuple[str, ...] = ()
    noticed_for: tuple[str, ...] = ()
    noticed_against: tuple[str, ...] = ()


class AskKind(StrEnum):
    """What a question of the locator asks for: to feel for a spot, what is noticed moving, whether a place hurts."""

    PRESS = "press"
    MOVE = "move"
    PLACE = "place"


class Ask(Value, frozen=True):
    """The next best question. `name` is the key of its answer in palpation, movements or also_hurts.

    pressure_0_10: how hard at most, when a spot is to be felt for. information_bits: what its answer is expected to
    tell.
    """

    kind: AskKind
    name: str
    information_bits: float
    source: Sources
    side: Side | None = None
    point: str | None = None
    muscle: str | None = None
    pressure_0_10: Score0To10 = 0


class Finding(Value, frozen=True):
    """At most three candidates, what else it could be, and what to ask next.

    Without candidates the answer is "I can't tell": the plan is then general and gentle. not_a_muscle: more likely
    something in `not_muscular` than a muscle. holds_back: and nothing is pressed until that has been looked at.
    check_again: the questions of the check-in that look for it. together: the two candidates that fit best as one.
    """

    candidates: tuple[Candidate, ...]
    not_muscular: tuple[str, ...]
    cannot_tell: bool
    feel_next: tuple[str, ...]
    not_a_muscle: bool = False
    holds_back: bool = False
    check_again: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    next: Ask | None = None
