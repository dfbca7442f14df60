"""From chances to what is named: the muscles in order, what else it could be, or nothing."""

from typing import TypeAlias

from unknot.anatomy import sided
from unknot.locating.complaint import Complaint, Felt, Noticed
from unknot.locating.finding import Candidate, Certainty
from unknot.locating.patterns import Patterns
from unknot.locating.posterior import Posterior, felt_at
from unknot.locating.source import PainSource
from unknot.units import Side, Value

_Group: TypeAlias = tuple[float, int]
"""The chance of a muscle on a side, and the place of its likeliest point among the sources."""


class Named(Value, frozen=True):
    """What a posterior comes to: muscles and others, each with its chance, the likeliest first.

    cannot_tell: nothing fits better than nothing known. holds_back: what is likelier than a muscle must be looked at
    before anything is pressed.
    """

    muscles: tuple[_Group, ...]
    others: tuple[tuple[float, str], ...]
    not_a_muscle: bool
    cannot_tell: bool
    holds_back: bool

    def advice(self, likely_from: float) -> tuple[object, ...]:
        """What a person would do by it: two posteriors that agree in this lead to the same advice."""
        first = (self.muscles[0][1], self.muscles[0][0] >= likely_from) if self.muscles else None
        return self.not_a_muscle, self.cannot_tell, self.holds_back, first


def name_sources(posterior: Posterior, complaint: Complaint) -> Named:
    """The sources to name, after thresholds and what the fingers ruled out."""
    numbers, patterns = posterior.patterns.book.numbers, posterior.patterns
    groups = _groups(posterior, complaint)
    others = sorted(((chance, id) for id, chance in posterior.others.items()), reverse=True)
    nothing = posterior.nothing_known
    lead, other = groups[0][0] if groups else 0.0, others[0] if others else (0.0, "")
    cannot_tell = nothing >= max(lead, other[0])
    alarmed = any(patterns.movements[name].movement.questions for name in _noticed(complaint, Noticed.YES))
    not_a_muscle = alarmed or (
        not cannot_tell and (other[0] > lead or sum(posterior.others.values()) > posterior.muscular)
    )
    holds_back = alarmed or (not_a_muscle and other[1] in patterns.holding_back)
    shown = () if cannot_tell or holds_back else tuple(one for one in groups if one[0] >= numbers.possible_from)
    named = tuple(one for one in others if one[0] >= numbers.other_from or (not_a_muscle and one is other))
    return Named(shown[: numbers.candidates_shown], named, not_a_muscle, cannot_tell, holds_back)


def _groups(posterior: Posterior, complaint: Complaint) -> list[_Group]:
    """Each muscle on its side with what its points have together, those that were not tender left out."""
    patterns, chances = posterior.patterns, posterior.of_sources
    ruled_out = {at for at, felt in felt_at(complaint, patterns).items() if felt is Felt.NOT_TENDER}
    beside = marks_beside(complaint)
    groups: list[tuple[float, int, str, int]] = []
    for members in patterns.groups:
        left = [at for at in members if at not in ruled_out] if ruled_out else members
        if left:
            best = max(left, key=chances.__getitem__)
            source = patterns.sources[best]
            groups.append(
                (-sum([chances[at] for at in left]), -sum([beside[side] for side in source.sides]), source.id, best)
            )
    groups.sort()
    return [(-chance, best) for chance, _, _, best in groups]


def marks_beside(complaint: Complaint) -> dict[Side, int]:
    """How many marks lie on each side: decides between equals."""
    marks = complaint.marks
    return {side: sum(place.endswith(sided("", side)) for place in marks) for side in Side}


def candidates_of(named: Named, complaint: Complaint, patterns: Patterns) -> tuple[Candidate, ...]:
    """The muscles named, each with what spoke for and against it."""
    return tuple(_candidate(chance, at, named, complaint, patterns) for chance, at in named.muscles)


def _candidate(chance: float, at: int, named: Named, complaint: Complaint, patterns: Patterns) -> Candidate:
    source, numbers = patterns.sources[at], patterns.book.numbers
    point = patterns.points[at]
    marks, side = complaint.marks, side_of(source, complaint)
    likely = chance >= numbers.most_likely_from and not named.not_a_muscle
    return Candidate(
        point=point.id,
        muscle=point.muscle,
        side=side,
        certainty=Certainty.MOST_LIKELY if likely else Certainty.COULD_ALSO_BE,
        marks_for=tuple(place for place in marks if place in source.weights),
        may_be_pressed=point.may_be_pressed,
        source=point.source,
        felt=felt_at(complaint, patterns).get(at),
        marks_against=tuple(place for place in marks if place not in source.weights),
        not_marked=tuple(place for place in patterns.essential[at] if place not in marks),
        noticed_for=_movements(at, complaint, patterns, speaks_for=True),
        noticed_against=_movements(at, complaint, patterns, speaks_for=False),
    )


def side_of(source: PainSource, complaint: Complaint) -> Side:
    """The side to show: its own, or for one felt on both where it felt familiar, else where more is marked."""
    if len(source.sides) == 1:
        return source.sides[0]
    familiar = [side for side in source.sides if complaint.palpation.get(sided(source.id, side)) is Felt.FAMILIAR]
    marked = marks_beside(complaint)
    return max(familiar or list(source.sides), key=lambda side: (marked[side], side is Side.RIGHT))


def _movements(at: int, complaint: Complaint, patterns: Patterns, *, speaks_for: bool) -> tuple[str, ...]:
    base = patterns.book.numbers.movement_base
    answers = {Noticed.YES: 1, Noticed.NO: -1, Noticed.CANNOT_TELL: 0}
    wanted = 1 if speaks_for else -1
    leaning = {name: patterns.movements[name].chance[at] - base for name in complaint.movements}
    return tuple(name for name, noticed in complaint.movements.items() if leaning[name] * answers[noticed] * wanted > 0)


def _noticed(complaint: Complaint, answer: Noticed) -> tuple[str, ...]:
    return tuple(name for name, noticed in complaint.movements.items() if noticed is answer)
