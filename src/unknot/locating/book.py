"""What the locator reckons with besides the body, as `locating.toml` holds it."""

from typing import Annotated

from msgspec import Meta

from unknot.locating.complaint import Felt, PainKind
from unknot.units import Probability, Score0To10, Sources, Value

Odds = Annotated[float, Meta(gt=0)]
Relative = Annotated[float, Meta(ge=0)]
Weights = dict[str, Probability]


class Alternative(Value, frozen=True):
    """A source of pain that is no trigger point.

    `patterns` are the ways in which it shows, each as likely as the others: the chance that a region is marked.
    `bilateral` is the chance that it is felt on both sides alike; else `left` to `right` is how the sides share it.
    `questions` are those of the check-in that look for it. One that `holds_back` is not pressed near until they have
    been answered again. `flat` is the chance of every region, for marks that fit nothing.
    """

    id: str
    prior: Probability
    source: Sources
    patterns: tuple[Weights, ...] = ()
    bilateral: Probability = 0.0
    left: Relative = 1
    right: Relative = 1
    questions: tuple[str, ...] = ()
    holds_back: bool = False
    flat: Probability | None = None
    reads_as: str = ""


class Movement(Value, frozen=True):
    """Something a person may notice when they move, and which sources it speaks for and against.

    `raises` and `lowers` name trigger points and alternatives, on the side asked about if it is `sided`. A yes brings
    back the check-in's questions named in `questions`.
    """

    id: str
    raises: tuple[str, ...]
    source: Sources
    lowers: tuple[str, ...] = ()
    sided: bool = True
    questions: tuple[str, ...] = ()
    reads_as: str = ""


class Quality(Value, frozen=True):
    """A kind of pain that speaks for some sources when it is felt in one of their regions."""

    kind: PainKind
    raises: tuple[str, ...]
    odds: Odds
    source: Sources
    reads_as: str = ""


class Caution(Value, frozen=True):
    """What is asked again whenever one of these points is shown, since something else feels just like it."""

    points: tuple[str, ...]
    questions: tuple[str, ...]
    source: Sources
    reads_as: str = ""


class Fingers(Value, frozen=True):
    """How far fingers can be believed.

    tender_*, familiar_*: how often the spot is truly tender, and then familiar, where the source is and where it is
    not. *_by_chance: how often people say so whatever is there. *_agreement: how far examiners agree beyond chance
    (kappa); the rest of what is said is chance.

    Source: clinical U28.
    """

    tender_agreement: Probability
    tender_at_source: Probability
    tender_elsewhere: Probability
    tender_by_chance: Probability
    familiar_agreement: Probability
    familiar_at_source: Probability
    familiar_elsewhere: Probability
    familiar_by_chance: Probability
    source: Sources
    reads_as: str = ""

    def chances(self, *, at_source: bool) -> dict[Felt, float]:
        """How often each answer is given, at the source or elsewhere; the three sum to 1."""
        tender, familiar = (
            (self.tender_at_source, self.familiar_at_source)
            if at_source
            else (self.tender_elsewhere, self.familiar_elsewhere)
        )
        says_tender = _said(tender, self.tender_by_chance, self.tender_agreement)
        says_familiar = _said(familiar, self.familiar_by_chance, self.familiar_agreement)
        return {
            Felt.FAMILIAR: says_tender * says_familiar,
            Felt.SORE: says_tender * (1 - says_familiar),
            Felt.NOT_TENDER: 1 - says_tender,
        }


class LocatingNumbers(Value, frozen=True):
    """The numbers of the locator.

    leak: chance that an unlisted region is marked. softening: factor on the log-likelihoods of marks. second_source:
    weight of two sources at once against one; mirrored: how much likelier the second is the same spot on the other
    side. forgotten: how often a place that would be marked was forgotten, for asking. movement_base: how often a
    movement is noticed when it speaks neither way; movement_odds: how far it moves from there. most_likely_from,
    possible_from, other_from: chance from which a candidate is called likely, a candidate is shown, something else
    is named. questions_most, questions_weighed, least_information: how many are asked, how many of the most telling
    are tried out for whether they change the advice, and the bits below which none is asked.
    feel_pressure_0_10: how hard fingers feel, at most.
    """

    leak: Probability
    softening: Probability
    second_source: Odds
    mirrored: Odds
    forgotten: Probability
    movement_base: Probability
    movement_odds: Odds
    most_likely_from: Probability
    possible_from: Probability
    other_from: Probability
    candidates_shown: int
    questions_most: int
    questions_weighed: int
    least_information: float
    feel_pressure_0_10: Score0To10
    no_movement_with: tuple[str, ...]
    source: Sources
    reads_as: str = ""


class LocatingBook(Value, frozen=True):
    """What the locator reckons with besides the body."""

    numbers: LocatingNumbers
    fingers: Fingers
    alternatives: tuple[Alternative, ...]
    movements: tuple[Movement, ...]
    qualities: tuple[Quality, ...]
    cautions: tuple[Caution, ...]


def _said(true: float, by_chance: float, agreement: float) -> float:
    return agreement * true + (1 - agreement) * by_chance
