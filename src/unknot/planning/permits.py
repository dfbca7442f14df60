"""What is for what, whoever asks: which tool for which technique, which technique for which point, how many times."""

from collections.abc import Collection, Iterable

from unknot.anatomy import TriggerPoint, Zone
from unknot.planning.techniques import Ceilings, Technique, Tool


def serves(tool: Tool, technique: Technique) -> bool:
    """True when a tool is for a technique; bare hands are for all that presses nothing and needs no tool.

    Source: clinical 4.
    """
    by_hand = tool.by_hand and not technique.presses and not technique.needs_tool
    return by_hand or technique.id in tool.techniques


def point_admits(point: TriggerPoint, technique: str) -> bool:
    """True when a point may be pressed, and in this way.

    Source: clinical 1.2.
    """
    return point.may_be_pressed and (not point.techniques or technique in point.techniques)


def zones_admit(zones: Iterable[Zone], technique: str, positions: Collection[str]) -> bool:
    """True when each of these zones may be treated in this way, in one of these positions.

    Source: clinical 1.0, 1.2.
    """
    return all(
        technique in zone.techniques and (not zone.positions or not set(positions).isdisjoint(zone.positions))
        for zone in zones
    )


def most_repetitions(technique: Technique, ceilings: Ceilings) -> int:
    """How many times it may be done at one spot in a session.

    Source: clinical 3.2.
    """
    allowed = technique.repetitions.allowed[-1]
    return min(allowed, ceilings.holds_per_spot) if technique.presses else allowed
