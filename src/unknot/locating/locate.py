"""From where it hurts and what the fingers felt to the likely muscle: naive Bayes with softened likelihoods."""

from math import exp, log
from typing import TypeAlias

from unknot.anatomy import Body, TriggerPoint, sided
from unknot.errors import InputError
from unknot.locating.finding import (
    Candidate,
    Certainty,
    Drawing,
    Felt,
    Finding,
    LocatingNumbers,
    Palpation,
)
from unknot.locating.pattern import Pattern, Patterns
from unknot.units import Side

NO_PATTERN = "none-of-these"
"""The alternative that stands for marks which fit nothing we know."""

_Ranked: TypeAlias = list[tuple[float, Pattern]]


def locate(drawing: Drawing, palpation: Palpation, patterns: Patterns) -> Finding:
    """The likely sources of the pain drawn, at most three, or "cannot tell".

    drawing: strength 0-10 by place name (`shoulder_top_R`); palpation: what was felt, by sided point (`UT2_R`).

    Raises: InputError: a place that the atlas does not have, or a point that is not pressed.
    Source: clinical 1.2 (scoring); protocol L2, L4.
    """
    marked = _marked(drawing, patterns.body)
    _refuse_unknown_points(palpation, patterns.body)
    said = bool(marked) or Felt.FAMILIAR in palpation.values()
    ranked = _ranked(marked, palpation, patterns)
    if not said or ranked[0][1].name == NO_PATTERN:
        return Finding((), _not_muscular(ranked, patterns.book.numbers) if said else (), cannot_tell=True, feel_next=())
    candidates = _candidates(ranked, marked, palpation, patterns.book.numbers)
    feel_next = (sided(one.point, one.side) for one in candidates if one.may_be_pressed and one.felt is None)
    return Finding(candidates, _not_muscular(ranked, patterns.book.numbers), not candidates, tuple(feel_next))


def _marked(drawing: Drawing, body: Body) -> tuple[str, ...]:
    for place in drawing:
        if place not in body.places:
            raise InputError(f"drawing.{place}", "input-no-such-place", place=place)
    return tuple(place for place, strength in drawing.items() if strength)


def _refuse_unknown_points(palpation: Palpation, body: Body) -> None:
    known = {sided(point.id, side) for point in body.trigger_points if point.may_be_pressed for side in Side}
    for name in palpation:
        if name not in known:
            raise InputError(f"palpation.{name}", "input-no-such-point", point=name)


def _ranked(marked: tuple[str, ...], palpation: Palpation, patterns: Patterns) -> _Ranked:
    scores = [
        pattern.log_prior
        + patterns.book.numbers.softening * pattern.log_likelihood(marked)
        + log(_odds(palpation.get(pattern.name), patterns.book.numbers))
        for pattern in patterns.all
    ]
    best = max(scores)
    weights = [exp(score - best) for score in scores]
    total = sum(weights)
    chances = [(weight / total, pattern) for weight, pattern in zip(weights, patterns.all, strict=True)]
    return sorted(chances, key=lambda chance: (-chance[0], -_marks_beside(chance[1], marked), chance[1].name))


def _marks_beside(pattern: Pattern, marked: tuple[str, ...]) -> int:
    """How many marks lie on the pattern's own side: decides for a point that is felt on both."""
    return sum(place.endswith(sided("", pattern.side)) for place in marked)


def _odds(felt: Felt | None, book: LocatingNumbers) -> float:
    match felt:
        case Felt.FAMILIAR:
            return book.odds_familiar
        case Felt.SORE:
            return book.odds_sore
        case Felt.NOT_TENDER:
            return book.odds_not_tender
        case Felt.CANNOT_TELL | None:
            return 1.0


def _not_muscular(ranked: _Ranked, book: LocatingNumbers) -> tuple[str, ...]:
    names = [
        pattern.name
        for chance, pattern in ranked
        if pattern.point is None and pattern.name != NO_PATTERN and chance >= book.possible_from
    ]
    return tuple(dict.fromkeys(names))


def _candidates(
    ranked: _Ranked, marked: tuple[str, ...], palpation: Palpation, book: LocatingNumbers
) -> tuple[Candidate, ...]:
    possible: list[Candidate] = []
    for chance, pattern in ranked:
        point = pattern.point
        if point is None or chance < book.possible_from or palpation.get(pattern.name) is Felt.NOT_TENDER:
            continue
        if point.both_sides and any(one.point == point.id for one in possible):
            continue
        possible.append(_candidate(chance, pattern, point, marked, palpation, book))
    return tuple(possible[: book.candidates_shown])


def _candidate(
    chance: float,
    pattern: Pattern,
    point: TriggerPoint,
    marked: tuple[str, ...],
    palpation: Palpation,
    book: LocatingNumbers,
) -> Candidate:
    likely = chance >= book.most_likely_from
    return Candidate(
        point=point.id,
        muscle=point.muscle,
        side=pattern.side,
        certainty=Certainty.MOST_LIKELY if likely else Certainty.COULD_ALSO_BE,
        marks_for=tuple(place for place in marked if place in pattern.mark),
        may_be_pressed=point.may_be_pressed,
        source=point.source,
        felt=palpation.get(pattern.name),
    )
