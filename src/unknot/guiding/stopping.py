"""What a person felt when they stopped, and what follows from it."""

from enum import StrEnum

from unknot.screening import Tier
from unknot.units import Score0To10, Sources, Value


class Feeling(StrEnum):
    """The answers to "what did you feel?".

    Source: clinical 2.3; protocol S4.
    """

    SHARP = "sharp"
    NUMB = "numb"
    DIZZY = "dizzy"
    NEURO = "neuro"
    HEART = "heart"
    BRUISE = "bruise"
    TOO_SORE = "too-sore"
    NOTHING = "nothing"


class StopRule(Value, frozen=True):
    """The advice for a feeling; when it `ends_session` there is no going on, and `sign` is kept for the next visit."""

    feeling: Feeling
    tier: Tier
    ends_session: bool
    source: Sources
    sign: str | None = None
    reads_as: str = ""


class Sensation(Value, frozen=True):
    """A stretch of the 0-10 scale of pain during pressure, and whether it is the good ache.

    Source: clinical 3.1; protocol S6.
    """

    id: str
    from_0_10: Score0To10
    to_0_10: Score0To10
    good: bool
    source: Sources


def rule_for(feeling: Feeling, rules: tuple[StopRule, ...]) -> StopRule:
    """The stop rule for a feeling; the knowledge has exactly one for each."""
    return next(rule for rule in rules if rule.feeling is feeling)
