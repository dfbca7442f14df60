"""How likely each hypothesis is, given a complaint: Bayes' rule over lists of log-likelihoods."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from math import exp, log

from unknot.locating.complaint import Complaint, Felt, Noticed
from unknot.locating.patterns import Patterns, PerHypothesis
from unknot.locating.source import NO_PATTERN
from unknot.locating.spread import Spread
from unknot.units import Value

_TELLING = tuple(Felt)
"""The answers of the fingers, the most telling first."""


class Posterior(Value, frozen=True, dict=True):
    """The chance of each hypothesis; they sum to 1."""

    patterns: Patterns
    chances: Sequence[float]

    @cached_property
    def of_sources(self) -> tuple[float, ...]:
        """The chance that each source is active, alone or with another."""
        return tuple([sum(pick(self.chances)) for pick in self.patterns.with_source])

    @cached_property
    def others(self) -> dict[str, float]:
        """The chance of each alternative that has a name, whichever side and way it shows."""
        found: dict[str, float] = {}
        for at in range(self.patterns.muscles, len(self.patterns.sources)):
            id = self.patterns.sources[at].id
            found[id] = found.get(id, 0.0) + self.of_sources[at]
        found.pop(NO_PATTERN, None)
        return found

    @cached_property
    def nothing_known(self) -> float:
        """The chance that the marks come from nothing we know."""
        sources = self.patterns.sources
        return sum(
            self.of_sources[at] for at in range(self.patterns.muscles, len(sources)) if sources[at].id == NO_PATTERN
        )

    @cached_property
    def muscular(self) -> float:
        """The chance that it is a muscle at all."""
        return 1 - sum(self.others.values()) - self.nothing_known

    def after(self, likelihood: Spread) -> "Posterior":
        """The posterior after one more answer."""
        return Posterior(self.patterns, likelihood.weigh(self.chances))


def believe(complaint: Complaint, patterns: Patterns) -> Posterior:
    """How likely each hypothesis is. Every name of the complaint has to exist.

    Source: clinical 1.2 (scoring), 1.4, 1.5.
    """
    scores = list(map(sum, zip(*_terms(complaint, patterns), strict=True)))
    best = max(scores)
    weights = [exp(score - best) for score in scores]
    total = sum(weights)
    return Posterior(patterns, [weight / total for weight in weights])


def _terms(complaint: Complaint, patterns: Patterns) -> Iterator[PerHypothesis]:
    marks = complaint.marks
    yield patterns.before
    yield from _of_marks(marks.keys(), patterns)
    for place, noticed in complaint.also_hurts.items():
        if noticed is Noticed.NO and place not in marks:
            yield patterns.denied(place)
    for name, noticed in complaint.movements.items():
        if noticed is not Noticed.CANNOT_TELL:
            yield patterns.noticed(name, noticed)
    if complaint.palpation:
        yield patterns.added(_of_fingers(complaint, patterns))
    if complaint.pains:
        yield from _of_qualities(complaint, patterns)


def _of_marks(marks: Iterable[str], patterns: Patterns) -> Iterator[PerHypothesis]:
    """What the marks add; from the full drawing downwards where more is marked than not."""
    unmarked = patterns.body.places - set(marks)
    if len(unmarked) < len(patterns.body.places) - len(unmarked):
        yield patterns.everywhere
        for place in unmarked:
            yield [-added for added in patterns.marked(place)]
    else:
        for place in marks:
            yield patterns.marked(place)


def _of_fingers(complaint: Complaint, patterns: Patterns) -> list[float]:
    """What the fingers say for each source."""
    told = [0.0] * len(patterns.sources)
    for at, felt in felt_at(complaint, patterns).items():
        if felt in patterns.felt:
            here, elsewhere = patterns.felt[felt]
            told[at] = log(here / elsewhere)
    return told


def felt_at(complaint: Complaint, patterns: Patterns) -> dict[int, Felt]:
    """What was felt, by the place of its source; of one that is felt on both sides the more telling answer counts."""
    told: dict[int, Felt] = {}
    for name, felt in complaint.palpation.items():
        at = patterns.sources_named[name]
        told[at] = min(felt, told.get(at, felt), key=_TELLING.index)
    return told


def _of_qualities(complaint: Complaint, patterns: Patterns) -> Iterator[PerHypothesis]:
    for quality in patterns.book.qualities:
        places = {
            place for pain in complaint.pains if pain.kind is quality.kind and pain.strength for place in pain.places
        }
        if places:
            yield patterns.joined(
                [
                    log(quality.odds) if one.id in quality.raises and not places.isdisjoint(one.weights) else 0.0
                    for one in patterns.sources
                ]
            )
