"""Where each turn leads from a cue of a strand, and by how much the ceiling comes down with it."""

from collections.abc import Iterator

from unknot.guiding.cues import CueKind, Turn
from unknot.guiding.strands import END, Strand
from unknot.planning import Coaching, Plan
from unknot.units import Score0To10, Value


class Aim(Value, frozen=True):
    """A branch before its cue has an index: a place in the strand of a name, or the end."""

    on: Turn
    strand: str
    place: int = 0
    eases: int = 0
    at_most_0_10: Score0To10 | None = None


def aims_of(strand: Strand, place: int, plan: Plan) -> Iterator[Aim]:
    """Every turn that a cue has. Without coaching, as in plans of before, only easing and skipping.

    Where nothing of the plan presses there is nothing to ease.

    Source: clinical 2.3, 3.1, 3.2.
    """
    cue = strand.cues[place]
    yield Aim(Turn.SKIP, strand.skip_to)
    if plan.presses:
        yield Aim(Turn.EASE, strand.name, place, eases=1)
    coaching = plan.coaching
    if coaching is None:
        return
    if cue.presses:
        yield from _pressing_aims(strand, place, coaching)
    if cue.presses or (strand.sore_to and cue.kind in (CueKind.RELEASE, CueKind.REST)):
        yield from _level_aims(strand, place, coaching)
    if cue.kind not in (CueKind.RELEASE, CueKind.REST):
        yield _following(Turn.NEXT, strand, place)
    yield from _other_aims(strand, place)


def _pressing_aims(strand: Strand, place: int, coaching: Coaching) -> Iterator[Aim]:
    yield _following(Turn.LEVEL_FADED, strand, place)
    yield Aim(Turn.TOO_SORE, strand.sore_to, eases=1, at_most_0_10=coaching.back_to_0_10)


def _level_aims(strand: Strand, place: int, coaching: Coaching) -> Iterator[Aim]:
    """An answer that comes late, in the release or the rest, counts for what follows, and is let go of already."""
    if not strand.cues[place].presses:
        yield Aim(Turn.LEVEL_FADED, strand.name, place)
    yield Aim(Turn.LEVEL_OVER, strand.name, place, eases=1, at_most_0_10=coaching.back_to_0_10)
    yield Aim(Turn.LEVEL_RISING, strand.name, place, eases=1)
    yield Aim(Turn.LEVEL_STEADY, strand.name, place)


def _other_aims(strand: Strand, place: int) -> Iterator[Aim]:
    """Another way, in placing the hand or in the first repetition; one repetition more, when all are done."""
    cue = strand.cues[place]
    is_placing = cue.kind in (CueKind.READY, CueKind.SWITCH_SIDE)
    swap_to = strand.swap_to if is_placing else strand.begun_to if cue.repetition == 1 else ""
    if swap_to:
        yield Aim(Turn.SWAP, swap_to)
    is_done = place + 1 == len(strand.cues) and cue.kind is CueKind.RELEASE
    again_to = strand.before_again_to if is_placing else strand.again_to if is_done else ""
    if again_to:
        yield Aim(Turn.REPEAT, again_to)


def _following(turn: Turn, strand: Strand, place: int) -> Aim:
    if place + 1 < len(strand.cues):
        return Aim(turn, strand.name, place + 1)
    return Aim(turn, strand.leads_to, strand.enters_at if strand.leads_to != END else 0)
