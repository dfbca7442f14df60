"""Everything a plan must lie within: body, techniques, clearance, situation and what was done before."""

from datetime import timedelta

from unknot.anatomy import Body
from unknot.planning.plan import Situation
from unknot.planning.techniques import Ceilings, Position, Technique, TechniqueBook, Tool
from unknot.planning.tightening import NOTHING_TIGHTER, Tightening
from unknot.progress import Easing, PastSession
from unknot.screening import Cleared
from unknot.units import Instant, Side, Value

HANDS = "hands"
"""The tool that everyone owns."""


class Envelope(Value, frozen=True):
    """What planning and its limits look at; values only, so that a plan can be made again from it."""

    body: Body
    book: TechniqueBook
    cleared: Cleared
    situation: Situation
    history: tuple[PastSession, ...]
    now: Instant
    easing: Easing = Easing()
    tightening: Tightening = NOTHING_TIGHTER

    @property
    def ceilings(self) -> Ceilings:
        """What no plan exceeds: ours, or what a professional has set below ours."""
        return self.tightening.within(self.book.ceilings)

    @property
    def is_fresh(self) -> bool:
        """True while the clearance may still be used; a clock that went backwards makes it stale."""
        age = self.now - self.cleared.at
        return timedelta(0) <= age <= timedelta(minutes=self.cleared.valid_min)

    @property
    def session_s(self) -> int:
        """The longest session allowed, in seconds: the minutes asked for, within the day's ceiling."""
        low, high = self.ceilings.minutes
        return min(timedelta(minutes=min(max(self.situation.minutes, low), high)).seconds, self.ceilings.session_s)

    @property
    def is_unhurried(self) -> bool:
        """True when there are minutes enough for the longer doses."""
        return self.situation.minutes >= self.ceilings.unhurried_minutes

    @property
    def is_first_week(self) -> bool:
        """True until a week after the first session: half the dose."""
        first = min((past.ended_at for past in self.history), default=self.now)
        return self.now - first < timedelta(days=self.ceilings.first_week_days)

    def has(self, tool: Tool) -> bool:
        """True when the tool is to hand."""
        return tool.by_hand or tool.id in self.situation.tools

    def hand_can_reach(self, side: Side) -> bool:
        """True when the hand that crosses the chest to this side can work.

        Source: protocol M7.
        """
        return self.situation.hand.can_be(side.other)

    def position_for(self, technique: Technique, only: tuple[str, ...] = ()) -> Position | None:
        """The first position of the technique that this place allows, among `only` if any are named."""
        possible = (self.book.position_by_id[id] for id in technique.positions if not only or id in only)
        return next((one for one in possible if self.situation.place in one.places), None)

    def sessions_today(self) -> tuple[PastSession, ...]:
        """The sessions of the last 24 hours; one that a wrong clock put into the future counts as well."""
        return tuple(past for past in self.history if self.now - past.ended_at < timedelta(days=1))
