"""What happened in earlier sessions, as planning and the course rules need it."""

from enum import StrEnum

from unknot.units import Instant, Score0To10, Seconds, Side, Value


class Turning(StrEnum):
    """How the neck turns after a session."""

    EASIER = "easier"
    SAME = "same"
    HARDER = "harder"
    NOT_TRIED = "not-tried"


class Helped(StrEnum):
    """Whether a session helped, in the person's own judgement."""

    YES = "yes"
    A_LITTLE = "a-little"
    NO = "no"
    WORSE = "worse"


class Treated(Value, frozen=True):
    """A trigger point that was treated: on which side, how, with what, and how long it was pressed in all."""

    point: str
    side: Side
    muscle: str
    technique: str
    tool: str = ""
    held_s: Seconds = 0


class PastSession(Value, frozen=True):
    """One earlier session: what was done, how it ended, and what the person said of it.

    `stop_sign` is the sign that a stop leaves for the next check-in. Pain is 0-10, None where it was not said.
    """

    ended_at: Instant
    plan_id: str = ""
    treated: tuple[Treated, ...] = ()
    techniques: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    pressed_s: Seconds = 0
    finished: bool = True
    stopped_for: str | None = None
    stop_sign: str | None = None
    pain_before: Score0To10 | None = None
    pain_after: Score0To10 | None = None
    turning: Turning | None = None
    helped: Helped | None = None
