"""People made up from the locator's own model, then spoilt: patterns that vary, marks that miss, sides mixed up."""

import random
from collections.abc import Sequence

from unknot.anatomy import Body, Region, names_of, side_in, sided
from unknot.locating import (
    Ask,
    Askable,
    AskKind,
    Complaint,
    Felt,
    Finding,
    Noticed,
    PainSource,
    Patterns,
    answered,
    believe,
    locate,
)
from unknot.locating.naming import name_sources
from unknot.units import Value

HARDLY = 1.2
"""Regions lie beside each other when their centres are at most this many times their radii apart."""


class Noise(Value, frozen=True):
    """How far people are from the book.

    concentration: how closely a person's own weights keep to the book's. bleeding: how often a mark runs over into
    each region beside it. missing, wrong_side: how often a mark is left out, or put on the other side.
    """

    concentration: float = 6.0
    bleeding: float = 0.1
    missing: float = 0.15
    wrong_side: float = 0.05


class Made(Value, frozen=True):
    """A made-up person: the sources that are truly there, what they drew, and what they forgot to draw."""

    sources: tuple[PainSource, ...]
    complaint: Complaint
    forgotten: frozenset[str]

    @property
    def is_muscular(self) -> bool:
        return all(one.point is not None for one in self.sources)

    @property
    def truths(self) -> set[str]:
        """What it would be right to name: each muscle with its side, or the alternative."""
        return {name for one in self.sources for name in named(one)}


def named(source: PainSource) -> list[str]:
    """How a source is named to a person: a muscle felt on both sides may be named on either."""
    return [source.id] if source.point is None else [sided(source.point.muscle, side) for side in source.sides]


def people(patterns: Patterns, noise: Noise, how_many: int, dice: random.Random) -> list[Made]:
    """People whose sources are drawn from the priors. Nobody draws nothing."""
    alone = [(one,) for one in patterns.sources if one.alternative is None or one.alternative.flat is None]
    pairs = [(patterns.sources[one], patterns.sources[other]) for one, other in patterns.pairs]
    total = sum(one.prior for one in patterns.sources[: patterns.muscles])
    numbers = patterns.book.numbers
    weights = [one.prior for (one,) in alone] + [
        one.prior * other.prior / total * numbers.second_source * (numbers.mirrored if one.id == other.id else 1)
        for one, other in pairs
    ]
    chosen: Sequence[tuple[PainSource, ...]] = dice.choices([*alone, *pairs], weights, k=how_many)
    beside = neighbours(patterns.body)
    return [_made(sources, patterns, noise, beside, dice) for sources in chosen]


def _made(
    sources: tuple[PainSource, ...],
    patterns: Patterns,
    noise: Noise,
    beside: dict[str, list[str]],
    dice: random.Random,
) -> Made:
    while True:
        felt = [place for place in sorted(patterns.body.places) if dice.random() < _chance(place, sources, noise, dice)]
        forgotten = frozenset(place for place in felt if dice.random() < noise.missing)
        kept = [place for place in felt if place not in forgotten]
        run_over = [near for place in kept for near in beside[place] if dice.random() < noise.bleeding]
        drawn = [_perhaps_mirrored(place, patterns.body, noise, dice) for place in (*kept, *run_over)]
        if drawn:
            return Made(sources, Complaint(dict.fromkeys(drawn, 5)), forgotten)


def neighbours(body: Body) -> dict[str, list[str]]:
    """The places that lie beside a place on the map: in the same frame, on the same side, hardly a gap between."""
    return {
        name: [
            near
            for other in body.regions
            if other is not one and _touch(one, other)
            for near in names_of(other)
            if side_in(near) in (None, side_in(name)) or side_in(name) is None
        ]
        for one in body.regions
        for name in names_of(one)
    }


def _touch(one: Region, other: Region) -> bool:
    if one.frame != other.frame or one.aspect != other.aspect:
        return False
    apart = [abs(a - b) for a, b in zip(one.centre, other.centre, strict=True)]
    reach = [a + b for a, b in zip(one.radius, other.radius, strict=True)]
    return all(gap <= HARDLY * far for gap, far in zip(apart, reach, strict=True))


def _chance(place: str, sources: tuple[PainSource, ...], noise: Noise, dice: random.Random) -> float:
    neither = 1.0
    listed = False
    for one in sources:
        weight = one.weights.get(place)
        if weight is not None:
            listed = True
            neither *= 1 - dice.betavariate(weight * noise.concentration, (1 - weight) * noise.concentration)
    return 1 - neither if listed else sources[0].unlisted


def _perhaps_mirrored(place: str, body: Body, noise: Noise, dice: random.Random) -> str:
    side = side_in(place)
    if side is None or dice.random() >= noise.wrong_side:
        return place
    mirrored = sided(place[:-2], side.other)
    return mirrored if mirrored in body.places else place


def answer(ask: Ask, made: Made, patterns: Patterns, dice: random.Random) -> Felt | Noticed:
    """What this person answers, by the model's own chances; a place hurts if they had forgotten it."""
    match ask.kind:
        case AskKind.PLACE:
            return Noticed.YES if ask.name in made.forgotten else Noticed.NO
        case AskKind.PRESS:
            active = any(ask.name in one.names for one in made.sources)
            chances = patterns.book.fingers.chances(at_source=active)
            return dice.choices(list(chances), list(chances.values()))[0]
        case AskKind.MOVE:
            places = [patterns.sources.index(one) for one in made.sources]
            chance = max(patterns.movements[ask.name].chance[at] for at in places)
            return Noticed.YES if dice.random() < chance else Noticed.NO


def asked_to_the_end(
    made: Made, patterns: Patterns, askable: Askable, dice: random.Random
) -> tuple[Complaint, Finding, list[Ask]]:
    """The complaint after every question the locator asks, its finding, and the questions."""
    complaint, asked = made.complaint, []
    while (ask := (finding := locate(complaint, patterns, askable)).next) is not None:
        asked.append(ask)
        complaint = answered(complaint, ask, answer(ask, made, patterns, dice))
    return complaint, finding, asked


def confidence(made: Made, complaint: Complaint, patterns: Patterns) -> tuple[float, bool] | None:
    """How likely what is named first is held to be, and whether it is right; None where nothing is named."""
    believed = believe(complaint, patterns)
    told = name_sources(believed, complaint)
    if told.not_a_muscle and told.others:
        chance, id = told.others[0]
        return chance, id in made.truths
    if not told.muscles:
        return None
    chance, at = told.muscles[0]
    return chance, not made.truths.isdisjoint(named(patterns.sources[at]))


def calibration_error(told: Sequence[tuple[float, bool] | None], bins: int = 10) -> float:
    """The expected calibration error: how far stated chances are from how often they were right, bin by bin."""
    claims = [one for one in told if one is not None]
    held: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for chance, right in claims:
        held[min(int(chance * bins), bins - 1)].append((chance, right))
    gaps = [abs(sum(chance for chance, _ in bin) - sum(right for _, right in bin)) for bin in held]
    return sum(gaps) / len(claims)
