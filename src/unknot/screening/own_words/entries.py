"""The entries of the lexicon: which words speak of which signs and places, and which turn what is said around them."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from unknot.units import Side, Sources, Value

Count = Annotated[int, Meta(ge=1)]
Phrases = Annotated[tuple[str, ...], Meta(min_length=1)]


class CueKind(StrEnum):
    """What a word does to what is said around it."""

    NEGATES = "negates"
    DOES_NOT_NEGATE = "does-not-negate"
    DENIES_AFTER = "denies-after"
    BRINGS_BACK = "brings-back"
    OR = "or"
    AND = "and"
    BREAKS = "breaks"
    TURNS = "turns"
    STARTS = "starts"
    PAST = "past"
    PAST_TIME = "past-time"
    LONG_AGO = "long-ago"
    GONE = "gone"
    ONGOING = "ongoing"
    ASKS = "asks"
    SELF = "self"
    OTHER = "other"
    THEIRS = "theirs"
    HAS = "has"
    HAD = "had"
    REPORTS = "reports"
    FOR_OTHER = "for-other"
    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    NOT_A_SIDE = "not-a-side"
    FINE = "fine"


SIDES: dict[CueKind, tuple[Side, ...]] = {
    CueKind.LEFT: (Side.LEFT,),
    CueKind.RIGHT: (Side.RIGHT,),
    CueKind.BOTH: (Side.LEFT, Side.RIGHT),
}
"""The sides that a word of these kinds names."""


class ReadingNumbers(Value, frozen=True):
    """How far words reach, counted in words, and how much is read.

    Up to `filler_words` of the `fillers` in a row are skipped inside a phrase. `cut_endings` are dropped after an
    apostrophe, so that "I'll" is not "ill". `real_words` look like a slip in a word of the lexicon and are none.
    """

    read_chars: Count
    near_words: Count
    negated_words: Count
    listed_words: Count
    owner_words: Count
    side_words: Count
    filler_words: Count
    slip_letters: Count
    fillers: Phrases
    cut_endings: Phrases
    real_words: Phrases
    source: Sources
    reads_as: str = ""


class WordForms(Value, frozen=True):
    """A word with its inflections and common misspellings, for phrases to name as {id}."""

    id: str
    forms: Phrases


class Cue(Value, frozen=True):
    """Phrases that do one thing to what is said around them."""

    kind: CueKind
    phrases: Phrases
    source: Sources
    reads_as: str = ""


class Danger(Value, frozen=True):
    """Phrases that speak of signs. `lasting` signs stay true once they were: an illness a person has had."""

    id: str
    phrases: Phrases
    source: Sources
    signs: tuple[str, ...] = ()
    lasting: tuple[str, ...] = ()
    reads_as: str = ""


class Locality(Value, frozen=True):
    """Phrases that name a place on the body, and the regions to offer for it."""

    id: str
    phrases: Phrases
    regions: tuple[str, ...]
    source: Sources
    reads_as: str = ""


class Unlike(Value, frozen=True):
    """Phrases that only look like a danger: nothing inside them is read."""

    id: str
    phrases: Phrases
    source: Sources
    reads_as: str = ""
