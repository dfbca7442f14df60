"""Days, moments and what is left out, as the page says them."""

from datetime import datetime

from unknot.handing.markup import NOTHING, element, text
from unknot.words import say


def day_of(at: datetime) -> str:
    """The day of a moment on the wall, as everybody reads it alike."""
    return at.date().isoformat()


def moment_of(at: datetime) -> str:
    """Day and time of a moment on the wall, to the minute."""
    return f"{day_of(at)} {at:%H:%M}"


def more(count: int) -> str:
    """Says how many earlier ones are not shown; nothing when all are."""
    return element("p", text(say("hand-over-more", count=count)), class_="soft small") if count > 0 else NOTHING
