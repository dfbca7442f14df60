"""Which other ways, and which repetition more, a session has room for, whatever of them is taken.

What may be taken while a session is played (decision 0014): another way before the first hold, with all its
repetitions, or once one hold was begun, with one; or, when a step is done, one repetition more of it.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from unknot.planning.envelope import Envelope
from unknot.planning.permits import most_repetitions
from unknot.planning.plan import Phase, Step
from unknot.units import Seconds, Value


class _Spot(Value, frozen=True):
    """A pressing step, the other ways of it, and whether it allows one repetition more.

    `next_ready_s`: what it takes to get ready for the step that follows, which is done twice for a repetition more.
    """

    step: Step
    next_ready_s: Seconds
    ways: tuple[Step, ...] = ()
    again: bool = False

    @property
    def longest_s(self) -> Seconds:
        """The longest that it can take: all ways got ready for, and one done; or one begun, and one hold of another."""
        every = (self.step, *self.ways)
        placed_s = sum(way.ready_s for way in every)
        done_s = max(way.total_s - way.ready_s for way in every)
        begun_s = max(way.seconds + way.release_s + way.rest_s for way in every) if self.ways else 0
        once_s = max(way.seconds + way.release_s for way in self.ways) if self.ways else 0
        more_s = self.step.rest_s + self.step.seconds + self.step.release_s + self.next_ready_s if self.again else 0
        return max(self.step.total_s + more_s, placed_s + max(done_s, begun_s + once_s))

    def uses_s(self, tool: str) -> Seconds:
        """The longest that a tool can press in it."""
        every = [way for way in (self.step, *self.ways) if way.tool == tool]
        once_s = max((way.seconds for way in every), default=0)
        begun_s = once_s + once_s if self.ways else 0
        done_s = max((way.seconds * way.repetitions for way in every), default=0)
        more_s = self.step.seconds * (self.step.repetitions + 1) if self.again and self.step.tool == tool else 0
        return max(begun_s, done_s, more_s)


def spares_within(
    steps: tuple[Step, ...], ways: tuple[Step, ...], envelope: Envelope, as_written: frozenset[str] = frozenset()
) -> tuple[tuple[Step, ...], tuple[str, ...]]:
    """The ways that may be taken instead of their step, and the ids of the steps that allow one repetition more.

    steps: those of the plan, inside every limit. ways: each inside the limits of a single step, under the id of the
    step that it stands in for; the first of a step is offered first. Every spot gets its first before any its second.
    as_written: the ids of the steps that are done no more often than they say.

    Source: clinical 3.2 (holds per spot, the whole session), 4 (what a tool may do in a session).
    """
    spots = {step.id: _Spot(step, _ready_after(step, steps)) for step in steps if _is_of_a_spot(step)}
    rest = tuple(step for step in steps if step.id not in spots)
    for offer in _offers(tuple(spots), ways, envelope):
        if offer.way is None and offer.step in as_written:
            continue
        for spot in _as_offered(spots[offer.step], offer, envelope):
            tried = spots | {offer.step: spot}
            if _fits(tuple(tried.values()), rest, envelope):
                spots = tried
                break
    return (
        tuple(way for spot in spots.values() for way in spot.ways),
        tuple(id for id, spot in spots.items() if spot.again),
    )


class _Offer(Value, frozen=True):
    """Another way for the step of that id; without one, a repetition more of it."""

    step: str
    way: Step | None = None


def _offers(spots: tuple[str, ...], ways: tuple[Step, ...], envelope: Envelope) -> Iterator[_Offer]:
    for rank in range(envelope.book.coaching.other_ways):
        for spot in spots:
            others = [way for way in ways if way.id == spot]
            yield from (_Offer(spot, way) for way in others[rank : rank + 1])
        if not rank:
            yield from (_Offer(spot) for spot in spots)


def _as_offered(spot: _Spot, offer: _Offer, envelope: Envelope) -> Iterator[_Spot]:
    """The spot with what is offered; a way that is too long for the session, with one repetition as well."""
    if offer.way is None:
        if envelope.is_first_week or envelope.easing.dose_share < 1:
            return  # half a dose, or less after soreness, is not made whole again by asking for more
        technique = envelope.book.technique_by_id[spot.step.technique]
        if spot.step.repetitions < most_repetitions(technique, envelope.ceilings):
            yield replace(spot, again=True)
    elif (offer.way.side, offer.way.point) == (spot.step.side, spot.step.point):
        for way in dict.fromkeys((offer.way, replace(offer.way, repetitions=1))):
            yield replace(spot, ways=(*spot.ways, replace(way, swaps=())))


def _fits(spots: tuple[_Spot, ...], rest: tuple[Step, ...], envelope: Envelope) -> bool:
    whole_s = sum(step.total_s for step in rest) + sum(spot.longest_s for spot in spots)
    if whole_s > envelope.ceilings.session_s:
        return False
    for tool in envelope.book.tools:
        planned_s = sum(step.seconds * step.repetitions for step in rest if step.tool == tool.id)
        if planned_s + sum(spot.uses_s(tool.id) for spot in spots) > tool.total_s:
            return False
    return True


def _is_of_a_spot(step: Step) -> bool:
    return step.presses and step.phase is Phase.PRESS and step.point is not None


def _ready_after(step: Step, steps: tuple[Step, ...]) -> Seconds:
    following = steps[steps.index(step) + 1 :]
    return following[0].ready_s if following else 0
