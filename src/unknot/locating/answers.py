"""How likely each answer to a question of the locator is, for each source or hypothesis."""

from collections.abc import Iterator
from math import log, log1p

from unknot.anatomy import sided
from unknot.locating.book import LocatingBook, LocatingNumbers, Movement
from unknot.locating.complaint import Felt, Noticed
from unknot.locating.source import PainSource
from unknot.locating.spread import Answering, Spread, spread_of
from unknot.units import Side, Value


class AskedMovement(Value, frozen=True):
    """A movement on the side it is asked about. `name` is the key of its answer; `chance` is how likely it is noticed,
    for each source.
    """

    name: str
    movement: Movement
    side: Side | None
    chance: tuple[float, ...]


def asked_movements(book: LocatingBook, sources: tuple[PainSource, ...]) -> Iterator[AskedMovement]:
    """Every movement, once for each side if it has sides.

    Source: clinical 1.5.
    """
    places: dict[tuple[str, Side | None], list[int]] = {}
    for at, one in enumerate(sources):
        for side in (None, *one.sides):
            places.setdefault((one.id, side), []).append(at)
    for movement in book.movements:
        for side in tuple(Side) if movement.sided else (None,):
            chance = [book.numbers.movement_base] * len(sources)
            for ids, factor in _leanings(movement, book.numbers):
                for at in (at for id in ids for at in places.get((id, side), ())):
                    chance[at] *= factor
            name = movement.id if side is None else sided(movement.id, side)
            yield AskedMovement(name, movement, side, tuple(chance))


def _leanings(movement: Movement, numbers: LocatingNumbers) -> tuple[tuple[tuple[str, ...], float], ...]:
    return (movement.raises, numbers.movement_odds), (movement.lowers, 1 / numbers.movement_odds)


def fingers_at(active: tuple[int, ...], felt: dict[Felt, tuple[float, float]]) -> Answering:
    """What fingers say of a spot: `active` are the hypotheses in which it is a source."""
    return Answering({one: Spread(other, active, (here,) * len(active)) for one, (here, other) in felt.items()})


def yes_or_no(chances: list[float], usual: float) -> Answering:
    """A question that is answered yes with these chances, most of them the usual one."""
    yes = spread_of(chances, usual)
    no = Spread(1 - usual, yes.at, tuple(1 - chance for chance in yes.values))
    return Answering({Noticed.YES: yes, Noticed.NO: no})


def log_odds(chance: float) -> float:
    """The logarithm of the odds of a chance.

    >>> log_odds(0.5)
    0.0
    """
    return log(chance) - log1p(-chance)
