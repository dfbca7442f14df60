"""What a drawing and palpation say about the likely source of a pain, and what they do not."""

from enum import StrEnum
from typing import TypeAlias

from unknot.units import Probability, Score0To10, Side, Sources, Value

Drawing: TypeAlias = dict[str, Score0To10]
"""Where it hurts and how strongly: names from `Body.places` (`shoulder_top_R`); 0 or absent means unmarked."""


class Felt(StrEnum):
    """What a person felt when pressing a trigger point gently.

    Source: clinical 1.2 (scoring) and section 0, caveat 3: only tenderness and familiarity are asked.
    """

    FAMILIAR = "familiar"
    SORE = "sore"
    NOT_TENDER = "not-tender"
    CANNOT_TELL = "cannot-tell"


Palpation: TypeAlias = dict[str, Felt]
"""What was felt, by sided trigger point (`UT2_R`)."""


class Certainty(StrEnum):
    """How sure a candidate is, in words; never shown as a percentage."""

    MOST_LIKELY = "most-likely"
    COULD_ALSO_BE = "could-also-be"


class Alternative(Value, frozen=True):
    """A source of pain that is no trigger point, with the same kind of weights.

    `flat` is the chance of every region not listed.
    """

    id: str
    prior: Probability
    source: Sources
    regions: dict[str, Probability] = {}
    flat: Probability | None = None
    reads_as: str = ""


class Candidate(Value, frozen=True):
    """A possible source: a trigger point on a side, and the marks that spoke for it."""

    point: str
    muscle: str
    side: Side
    certainty: Certainty
    marks_for: tuple[str, ...]
    may_be_pressed: bool
    source: Sources
    felt: Felt | None = None


class Finding(Value, frozen=True):
    """At most three candidates, what else it could be, and what to feel for next.

    Without candidates the answer is "I can't tell": the plan is then general and gentle.
    """

    candidates: tuple[Candidate, ...]
    not_muscular: tuple[str, ...]
    cannot_tell: bool
    feel_next: tuple[str, ...]


class LocatingNumbers(Value, frozen=True):
    """The numbers of the locator.

    leak: chance that an unlisted region is marked. softening: factor on log-likelihoods. odds_*: what palpation does
    to a candidate's odds. most_likely_from, possible_from: posterior at which the words are used.
    """

    leak: Probability
    softening: Probability
    odds_familiar: float
    odds_sore: float
    odds_not_tender: float
    most_likely_from: Probability
    possible_from: Probability
    candidates_shown: int
    source: Sources
    reads_as: str = ""


class LocatingBook(Value, frozen=True):
    """What the locator reckons with besides the body."""

    numbers: LocatingNumbers
    alternatives: tuple[Alternative, ...]
