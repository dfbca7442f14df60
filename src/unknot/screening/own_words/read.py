"""A person's own words, read for signs and places."""

from collections.abc import Iterable, Iterator

from unknot.screening.own_words.clauses import Clauses
from unknot.screening.own_words.lexicon import Lexicon
from unknot.screening.own_words.owners import Owner
from unknot.screening.own_words.places import SaidPlace
from unknot.screening.own_words.signs import SaidDanger
from unknot.screening.own_words.speech import Certainty, Speech
from unknot.screening.own_words.tokens import Token
from unknot.units import Side, Value

_COUNTING = (Certainty.SAID, Certainty.OF_THE_PAST, Certainty.ASKED_ABOUT)


class Hint(Value, frozen=True):
    """A sign that the text speaks of, how, and where: `text[start:end]` is what was written."""

    sign: str
    certainty: Certainty
    start: int
    end: int


class WrittenPlace(Value, frozen=True):
    """A region that the text names, to be confirmed on the map; `side` is None where the text names none."""

    region: str
    side: Side | None
    start: int
    end: int


class OwnWords(Value, frozen=True):
    """What was read in a text of `length` characters, of which the first `read` were read.

    `about_other` says that the writer seems to ask for another person. Nothing here is an answer.
    """

    hints: tuple[Hint, ...]
    places: tuple[WrittenPlace, ...]
    about_other: bool
    read: int
    length: int

    @property
    def is_whole(self) -> bool:
        """True when nothing was left unread."""
        return self.read == self.length

    @property
    def is_recognised(self) -> bool:
        """True when the text names a sign or a place. False says nothing about the person."""
        return bool(self.hints or self.places)

    @property
    def in_front(self) -> tuple[Hint, ...]:
        """The hints whose questions come first: all but the denied, the long past, and another person's.

        Where the text asks for another person, theirs are the ones that count.
        """
        theirs = (Certainty.OF_SOMEONE_ELSE,) if self.about_other else ()
        return tuple(hint for hint in self.hints if hint.certainty in (*_COUNTING, *theirs))

    @property
    def signs_in_front(self) -> frozenset[str]:
        """The signs whose questions come first."""
        return frozenset(hint.sign for hint in self.in_front)


def read_words(text: str, lexicon: Lexicon) -> OwnWords:
    """The signs and places that a text speaks of; one hint for each sign and way of speaking of it.

    Nothing in it answers a question or clears anything: it says which questions to ask first, and where to look.

    Source: decision 0010.
    """
    tokens = lexicon.tokens_in(text)
    cues = list(lexicon.cue_tree.longest_in(tokens))
    clauses = Clauses(tokens, cues)
    dangers = list(lexicon.signs.said(lexicon.signs.parts_in(tokens), clauses))
    named = lexicon.places.found_in(tokens)
    inside = {at for one in dangers for part in one.parts for at in range(part.first, part.last + 1)}
    heads = (*(one.head for one in dangers), *((one.first, one.last) for one in named))
    speech = Speech(clauses, heads, inside, lexicon.reading)
    places = lexicon.places.said(named, tokens, cues, clauses, speech)
    about_other = _is_about_other(dangers, places, speech)
    return OwnWords(
        hints=tuple(_hints(dangers, tokens, speech)),
        places=tuple(_places(places, tokens, speech, about_other)),
        about_other=about_other,
        read=min(len(text), lexicon.reading.read_chars),
        length=len(text),
    )


def _is_about_other(dangers: Iterable[SaidDanger], places: Iterable[SaidPlace], speech: Speech) -> bool:
    """True when a complaint is another person's, as it is now, and none is the writer's by name.

    An illness that someone has is no complaint: "my mother has rheumatoid arthritis" is about the writer's family.
    """
    complaints = (*(one.head[0] for one in dangers if one.danger.signs), *(one.first for one in places))
    owners = {speech.owner(at) for at in complaints}
    return Owner.OTHER_NOW in owners and Owner.SELF not in owners


def _hints(dangers: Iterable[SaidDanger], tokens: list[Token], speech: Speech) -> Iterator[Hint]:
    seen: set[tuple[str, Certainty]] = set()
    for one in dangers:
        said = speech.certainty(*one.head)
        once = Certainty.OF_THE_PAST if said is Certainty.LONG_AGO else said
        told = (*((sign, said) for sign in one.danger.signs), *((sign, once) for sign in one.danger.lasting))
        for sign, certainty in told:
            if (sign, certainty) not in seen:
                seen.add((sign, certainty))
                first, last = one.span
                yield Hint(sign, certainty, tokens[first].start, tokens[last].end)


def _places(
    places: Iterable[SaidPlace], tokens: list[Token], speech: Speech, about_other: bool
) -> Iterator[WrittenPlace]:
    seen: set[tuple[str, Side | None]] = set()
    for one in places:
        is_theirs = speech.owner(one.first).is_other and not about_other
        if not is_theirs and (one.region, one.side) not in seen:
            seen.add((one.region, one.side))
            yield WrittenPlace(one.region, one.side, tokens[one.first].start, tokens[one.last].end)
