"""The clock on the wall of this machine, which server and person share."""

from datetime import datetime

from unknot.units import Instant


def wall(at: Instant) -> datetime:
    """What it showed at a moment."""
    return at.astimezone()
