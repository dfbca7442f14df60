"""What a professional has made stricter. It can only ever restrict: what is above our own limits changes nothing.

Source: decision 0017.
"""

from collections.abc import Callable, Iterable
from datetime import timedelta
from enum import StrEnum
from functools import reduce

from msgspec.structs import replace

from unknot.planning.techniques import Ceilings
from unknot.units import Value


class Of(StrEnum):
    """What a tighter limit is set on."""

    TECHNIQUE = "technique"
    TOOL = "tool"
    ZONE = "zone"
    MUSCLE = "muscle"


class Tighter(Value, frozen=True):
    """One technique, tool, zone or muscle that is left out, or done more gently or shorter; None leaves a limit.

    The numbers are as they were written, however absurd: whoever uses them takes the stricter of them and our own.
    """

    of: Of
    id: str
    left_out: bool = False
    pain_0_10: int | None = None
    hold_s: int | None = None


class Tightening(Value, frozen=True):
    """Tighter limits for everything, and for single things; the default asks for nothing. None leaves a limit.

    minutes, spots: of one session. sessions: within 24 hours. pain_0_10, hold_s: of anything that presses.
    """

    no_pressure: bool = False
    pain_0_10: int | None = None
    hold_s: int | None = None
    spots: int | None = None
    minutes: int | None = None
    sessions: int | None = None
    tighter: tuple[Tighter, ...] = ()

    @property
    def of_everything(self) -> dict[str, int | None]:
        """The limits on everything, by their names."""
        return {name: getattr(self, name) for name in _OURS}

    @property
    def allows_pressure(self) -> bool:
        """False where pressing is ruled out, in so many words or by a limit that leaves nothing of it."""
        whole = (self.hold_s, self.spots, self.minutes, self.sessions)
        is_left = all(number is None or number > 0 for number in whole)
        return is_left and not self.no_pressure and (self.pain_0_10 is None or self.pain_0_10 >= 0)

    def and_also(self, other: "Tightening") -> "Tightening":
        """Both: of each limit the stricter."""
        return Tightening(
            no_pressure=self.no_pressure or other.no_pressure,
            pain_0_10=_least(self.pain_0_10, other.pain_0_10),
            hold_s=_least(self.hold_s, other.hold_s),
            spots=_least(self.spots, other.spots),
            minutes=_least(self.minutes, other.minutes),
            sessions=_least(self.sessions, other.sessions),
            tighter=(*self.tighter, *other.tighter),
        )

    def of_all(self, named: Iterable[tuple[Of, str]]) -> Tighter | None:
        """The strictest of what is set on any of these things; None where one of them is left out.

        It names nothing: it stands for all of them together, with the limits for everything that presses.
        """
        wanted = frozenset(named)
        found = [one for one in self.tighter if (one.of, one.id) in wanted]
        if any(one.left_out for one in found):
            return None
        pain = reduce(_least, (one.pain_0_10 for one in found), None)
        return Tighter(Of.TECHNIQUE, "", pain_0_10=pain, hold_s=reduce(_least, (one.hold_s for one in found), None))

    def within(self, ceilings: Ceilings) -> Ceilings:
        """Ceilings that are nowhere above the given ones."""
        if self == NOTHING_TIGHTER:
            return ceilings
        longest = ceilings.minutes[-1]
        minutes = min(longest, longest if self.minutes is None else max(0, self.minutes))
        return replace(
            ceilings,
            spots=_at_most(ceilings.spots, self.spots),
            sessions=_at_most(ceilings.sessions, self.sessions),
            session_s=min(ceilings.session_s, timedelta(minutes=minutes).seconds),
        )


NOTHING_TIGHTER = Tightening()

_OURS: dict[str, Callable[[Ceilings], int]] = {
    "pain_0_10": lambda ours: ours.good_pain_0_10,
    "hold_s": lambda ours: ours.hold_s[-1],
    "spots": lambda ours: ours.spots,
    "minutes": lambda ours: ours.minutes[-1],
    "sessions": lambda ours: ours.sessions,
}
"""The limits on everything that can be made tighter, by their names in a tightening, and ours of each."""


def limits_in(ceilings: Ceilings) -> dict[str, int]:
    """Our own limits on everything that can be made tighter, by their names in a tightening."""
    return {name: ours(ceilings) for name, ours in _OURS.items()}


def all_together(tightenings: Iterable[Tightening]) -> Tightening:
    """Everything that is asked for at once: of each limit the strictest.

    >>> all_together((Tightening(minutes=10), Tightening(minutes=7, no_pressure=True))).minutes
    7
    """
    return reduce(Tightening.and_also, tightenings, NOTHING_TIGHTER)


def _least(one: int | None, other: int | None) -> int | None:
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)


def _at_most(ours: int, theirs: int | None) -> int:
    return ours if theirs is None else max(0, min(ours, theirs))
