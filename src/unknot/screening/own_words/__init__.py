"""What a person writes in their own words, read for signs of danger and for places. It asks; it never answers."""

from unknot.screening.own_words.entries import Cue, CueKind, Danger, Locality, ReadingNumbers, Unlike, WordForms
from unknot.screening.own_words.lexicon import Lexicon
from unknot.screening.own_words.phrases import is_class, number_range
from unknot.screening.own_words.read import Hint, OwnWords, WrittenPlace, read_words
from unknot.screening.own_words.signs import APART
from unknot.screening.own_words.speech import Certainty
from unknot.screening.own_words.tokens import normal_form, tokens_of

__all__ = [
    "APART",
    "Certainty",
    "Cue",
    "CueKind",
    "Danger",
    "Hint",
    "Lexicon",
    "Locality",
    "OwnWords",
    "ReadingNumbers",
    "Unlike",
    "WordForms",
    "WrittenPlace",
    "is_class",
    "normal_form",
    "number_range",
    "read_words",
    "tokens_of",
]
