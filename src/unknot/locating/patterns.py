"""Every hypothesis of the locator, computed once: each source alone, and each two muscles together.

A hypothesis is a place in long lists of numbers: the sources come first, in their order, then the pairs. What a mark
or an answer says of all of them is one such list of log-likelihoods, made when it is first needed and then kept.
"""

from functools import cached_property
from math import exp, log, log1p

from unknot.anatomy import Body, TriggerPoint, side_in, sided
from unknot.locating.answers import AskedMovement, asked_movements, fingers_at, log_odds, yes_or_no
from unknot.locating.book import Alternative, LocatingBook
from unknot.locating.complaint import Felt, Noticed
from unknot.locating.source import PainSource, sources_of
from unknot.locating.spread import Answering, Picker, entropy, picker
from unknot.units import Side, Value

PerHypothesis = list[float]
PerSource = list[float]


class Patterns(Value, frozen=True, dict=True):
    """The hypotheses for a body and a locating book."""

    body: Body
    book: LocatingBook

    def prepare(self) -> None:
        """Makes every list that does not depend on a drawing, so that the first drawing costs no more than others."""
        for at, _ in enumerate(self.points):
            self.spot_answers(at)
        even = [1 / len(self.before)] * len(self.before)
        for name in self.movements:
            self.movement_answers(name).information_bits(even)
        for place in sorted(self.body.places):
            self.marked(place)

    @cached_property
    def sources(self) -> tuple[PainSource, ...]:
        """Every source of pain, the trigger points first."""
        return sources_of(self.body, self.book)

    @cached_property
    def muscles(self) -> int:
        """How many of the sources are trigger points: they stand first."""
        return sum(one.point is not None for one in self.sources)

    @cached_property
    def groups(self) -> tuple[tuple[int, ...], ...]:
        """The places of the trigger points of each muscle on its side."""
        found: dict[tuple[str, tuple[Side, ...]], list[int]] = {}
        for at, one in enumerate(self.sources[: self.muscles]):
            found.setdefault(one.group, []).append(at)
        return tuple(tuple(members) for members in found.values())

    @cached_property
    def points(self) -> tuple[TriggerPoint, ...]:
        """The trigger point of each of the first sources."""
        return tuple(one.point for one in self.sources if one.point is not None)

    @cached_property
    def essential(self) -> tuple[tuple[str, ...], ...]:
        """Where the pain of each trigger point is mostly felt."""
        regions = (frozenset(point.essential) for point in self.points)
        return tuple(
            tuple(place for place in one.weights if _region_of(place) in essential)
            for one, essential in zip(self.sources, regions, strict=False)
        )

    @cached_property
    def feel_pressure_0_10(self) -> tuple[int, ...]:
        """How hard fingers may feel for each trigger point: gently, and never over the ceiling of its zones."""
        gently = self.book.numbers.feel_pressure_0_10
        return tuple(
            min((gently, *(zone.pressure_0_10 for zone in self.body.zones_at(point.point(Side.RIGHT)))))
            for point in self.points
        )

    @cached_property
    def pressable(self) -> frozenset[str]:
        """The names of the spots that anyone may press on themselves, whatever else forbids it."""
        return frozenset(sided(point.id, side) for point in self.points if point.may_be_pressed for side in Side)

    @cached_property
    def alternatives(self) -> dict[str, Alternative]:
        """What else it could be, by id."""
        return {one.id: one for one in self.book.alternatives}

    @cached_property
    def holding_back(self) -> frozenset[str]:
        """The alternatives near which nothing is pressed."""
        return frozenset(one.id for one in self.book.alternatives if one.holds_back)

    @cached_property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """Each two trigger points that can be active at once, of two muscles or on two sides."""
        groups = [one.group for one in self.sources]
        return tuple(
            (one, other)
            for one in range(self.muscles)
            for other in range(one + 1, self.muscles)
            if groups[one] != groups[other]
        )

    @cached_property
    def places_with(self) -> tuple[tuple[int, ...], ...]:
        """For each source the places of its hypotheses: itself alone, and its pairs."""
        places: list[list[int]] = [[at] for at in range(len(self.sources))]
        for at, pair in enumerate(self.pairs, start=len(self.sources)):
            for member in pair:
                places[member].append(at)
        return tuple(map(tuple, places))

    @cached_property
    def with_source(self) -> tuple[Picker, ...]:
        """For each source what picks its hypotheses out of a list."""
        return tuple(picker(at) for at in self.places_with)

    @cached_property
    def before(self) -> PerHypothesis:
        """The log-prior of each hypothesis, and the softened log-likelihood of an empty drawing."""
        soft, leak = self.book.numbers.softening, self.book.numbers.leak
        total = len(self.body.places)
        alone = [
            sum(log1p(-weight) for weight in one.weights.values()) + (total - len(one.weights)) * log1p(-one.unlisted)
            for one in self.sources
        ]
        nothing = total * log1p(-leak)
        listed = [frozenset(one.weights) for one in self.sources]
        silent = [
            alone[one] + alone[other] - nothing + len(listed[one] & listed[other]) * log1p(-leak)
            for one, other in self.pairs
        ]
        return [prior + soft * silence for prior, silence in zip(self._log_priors, alone + silent, strict=True)]

    @cached_property
    def _log_priors(self) -> list[float]:
        numbers = self.book.numbers
        muscular = sum(one.prior for one in self.sources[: self.muscles])
        alone = [log(one.prior) for one in self.sources]
        both = [
            alone[one] + alone[other] - log(muscular) + log(numbers.second_source) + self._mirror(one, other)
            for one, other in self.pairs
        ]
        return alone + both

    def _mirror(self, one: int, other: int) -> float:
        return log(self.book.numbers.mirrored) if self.sources[one].id == self.sources[other].id else 0.0

    def marked(self, place: str) -> PerHypothesis:
        """What a mark adds, over no mark there; two sources at once mark a place unless neither does."""
        if place not in self._marked:
            self._marked[place] = self._log_odds(place)
        return self._marked[place]

    @cached_property
    def _marked(self) -> dict[str, PerHypothesis]:
        return {}

    def _log_odds(self, place: str) -> PerHypothesis:
        soft = self.book.numbers.softening
        chances = [one.weights.get(place, one.unlisted) for one in self.sources]
        odds = [soft * log_odds(chance) for chance in chances]
        vector = self.joined(odds)
        listing = [at for at in range(self.muscles) if place in self.sources[at].weights]
        for one, other in self._pairs_among(listing):
            neither = (1 - chances[one]) * (1 - chances[other])
            vector[self.pair_at[one, other]] = soft * (log1p(-neither) - log(neither))
        return vector

    def _pairs_among(self, members: list[int]) -> list[tuple[int, int]]:
        pairs = ((one, other) for at, one in enumerate(members) for other in members[at + 1 :])
        return [pair for pair in pairs if pair in self.pair_at]

    @cached_property
    def pair_at(self) -> dict[tuple[int, int], int]:
        """The place of each pair in the lists."""
        return {pair: at for at, pair in enumerate(self.pairs, start=len(self.sources))}

    def joined(self, of_sources: PerSource) -> PerHypothesis:
        """A list over sources as one over hypotheses: a pair has the greater value of its two."""
        return of_sources + [max(of_sources[one], of_sources[other]) for one, other in self.pairs]

    def added(self, of_sources: PerSource) -> PerHypothesis:
        """A list over sources as one over hypotheses: a pair has the sum of its two."""
        return of_sources + [of_sources[one] + of_sources[other] for one, other in self.pairs]

    def denied(self, place: str) -> PerHypothesis:
        """What "no, it does not hurt there" adds, over not having been asked."""
        forgotten = self.book.numbers.forgotten
        return [log1p(-forgotten * exp(odds)) for odds in self.marked(place)]

    @cached_property
    def everywhere(self) -> PerHypothesis:
        """What a mark on every place adds, so that a full drawing costs no more than an empty one."""
        return [sum(column) for column in zip(*(self.marked(place) for place in sorted(self.body.places)), strict=True)]

    @cached_property
    def movements(self) -> dict[str, AskedMovement]:
        """Every movement on each side it is asked about, by the name of its answer."""
        return {one.name: one for one in asked_movements(self.book, self.sources)}

    def noticed(self, name: str, answer: Noticed) -> PerHypothesis:
        """What a yes or no about a movement adds."""
        return self.movement_answers(name).answers[answer].logs(len(self.before))

    def movement_answers(self, name: str) -> Answering:
        """How likely a movement is noticed."""
        if name not in self._answering:
            chances = self.joined(list(self.movements[name].chance))
            self._answering[name] = yes_or_no(chances, self.book.numbers.movement_base)
        return self._answering[name]

    def spot_answers(self, at: int) -> Answering:
        """How likely fingers say each thing of the trigger point at this place among the sources."""
        name = self.sources[at].names[0]
        if name not in self._answering:
            self._answering[name] = fingers_at(self.places_with[at], self.felt)
        return self._answering[name]

    def information_of_spot(self, chance: float) -> float:
        """What feeling for a spot is expected to tell, in bits, when it is a source with this chance.

        The same as `spot_answers` says over all hypotheses, since only this chance matters.
        """
        mixed = [elsewhere + chance * (here - elsewhere) for here, elsewhere in self.felt.values()]
        at_source, elsewhere = self._doubt_of_fingers
        return max(0.0, entropy(mixed) - elsewhere - chance * (at_source - elsewhere))

    @cached_property
    def _doubt_of_fingers(self) -> tuple[float, float]:
        here, elsewhere = zip(*self.felt.values(), strict=True)
        return entropy(here), entropy(elsewhere)

    def place_answers(self, place: str) -> Answering:
        """How likely a place that was not marked hurts as well: a mark that was forgotten."""
        if place not in self._answering:
            forgotten, leak = self.book.numbers.forgotten, self.book.numbers.leak
            usual = forgotten * exp(self.book.numbers.softening * log_odds(leak))
            self._answering[place] = yes_or_no([forgotten * exp(odds) for odds in self.marked(place)], usual)
        return self._answering[place]

    @cached_property
    def _answering(self) -> dict[str, Answering]:
        return {}

    @cached_property
    def felt(self) -> dict[Felt, tuple[float, float]]:
        """How often each answer of the fingers is given, at the source and elsewhere."""
        here, elsewhere = self.book.fingers.chances(at_source=True), self.book.fingers.chances(at_source=False)
        return {felt: (here[felt], elsewhere[felt]) for felt in here}

    @cached_property
    def sources_named(self) -> dict[str, int]:
        """The place of the trigger point that a name of palpation speaks of; one felt on both sides has two names."""
        return {name: at for at, one in enumerate(self.sources[: self.muscles]) for name in one.names}


def _region_of(place: str) -> str:
    side = side_in(place)
    return place if side is None else place.removesuffix(sided("", side))
