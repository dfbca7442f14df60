"""The sentences of tests/cases/words, and how what is read in them differs from what must be."""

import tomllib
from pathlib import Path

import msgspec

from unknot.screening.own_words import Lexicon, OwnWords, WrittenPlace, read_words
from unknot.units import Side, Value

FOLDER = Path(__file__).resolve().parents[2] / "cases" / "words"


class Written(Value, frozen=True):
    """One sentence.

    `front` are the signs whose questions must come first, `may` those that do no harm if they do. `places` must be
    offered for confirmation, `places_may` do no harm. Anything else that is read is false.
    """

    id: str
    text: str
    front: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    places_may: tuple[str, ...] = ()
    about_other: bool = False


class Judged(Value, frozen=True):
    """What was missed in a sentence, and what was read that is not there."""

    missed: frozenset[str]
    false: frozenset[str]
    missed_places: frozenset[str]
    false_places: frozenset[str]
    right_person: bool

    @property
    def is_right(self) -> bool:
        """True when nothing differs."""
        return self.right_person and not (self.missed or self.false or self.missed_places or self.false_places)


def cases_in(name: str) -> list[Written]:
    """The sentences of one file."""
    found = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))["case"]
    return msgspec.convert(found, list[Written])


def judge(case: Written, lexicon: Lexicon) -> Judged:
    """How the reading of a sentence differs from what it must be."""
    words = read_words(case.text, lexicon)
    signs, places = front_of(words), frozenset(place_name(place) for place in words.places)
    return Judged(
        missed=frozenset(case.front) - signs,
        false=signs - {*case.front, *case.may},
        missed_places=frozenset(case.places) - places,
        false_places=places - {*case.places, *case.places_may},
        right_person=words.about_other is case.about_other,
    )


def front_of(words: OwnWords) -> frozenset[str]:
    """The signs whose questions come first."""
    return frozenset(hint.sign for hint in words.in_front)


def place_name(place: WrittenPlace) -> str:
    """A place as a drawing names it, without a side where none is said."""
    letters = {Side.LEFT: "_L", Side.RIGHT: "_R", None: ""}
    return place.region + letters[place.side]
