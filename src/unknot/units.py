"""The quantities of the field, as types: a bare number never crosses a room of the house."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from typing import Annotated, TypeAlias

import msgspec
from msgspec import Meta

Score0To10 = Annotated[int, Meta(ge=0, le=10, description="0 none, 10 the most that can be imagined")]
Seconds = Annotated[int, Meta(ge=0, le=3600, description="whole seconds")]
Minutes = Annotated[int, Meta(ge=1, le=60, description="whole minutes")]
Hours = Annotated[int, Meta(ge=1, description="whole hours")]
Millis = Annotated[int, Meta(ge=0, description="milliseconds")]
Change11 = Annotated[int, Meta(ge=-5, le=5, description="-5 very much worse, 0 no change, 5 fully well again")]
Trouble0To3 = Annotated[int, Meta(ge=0, le=3, description="0 easy, 1 some trouble, 2 hard, 3 not possible")]
Degrees = Annotated[int, Meta(ge=0, le=120, description="whole degrees")]
OwnWords = Annotated[str, Meta(min_length=1, max_length=80, description="a few words of the person's own")]
Instant = Annotated[datetime, Meta(tz=True, description="a moment, with its time zone")]
Wall: TypeAlias = Callable[[datetime], datetime]
"""What a clock on the person's wall showed at a moment."""
Probability = Annotated[float, Meta(ge=0.0, le=1.0)]
Source = Annotated[str, Meta(pattern=r"^(protocol|clinical|decision):[A-Za-z0-9.-]+$")]

Sources = Annotated[tuple[Source, ...], Meta(min_length=1, description="where the entry comes from, at least one")]


class Value(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A value of the core: frozen, compared by content, decoded without unknown keys."""


class Side(StrEnum):
    """A side of the body, always the person's own."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> "Side":
        """The opposite side.

        >>> Side.LEFT.other
        <Side.RIGHT: 'right'>
        """
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class Confidence(StrEnum):
    """How well something is founded: well shown, likely, weakly shown, or our own caution where the sources are silent.

    Source: clinical 0, confidence H, M, L and [design].
    """

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    OURS = "ours"


class Frame(StrEnum):
    """The coordinate frames of the body surface, described for the right side; x mirrors to the left.

    Source: clinical 1.0.
    """

    P = "P"  # back: origin C7, x = 1 at the acromial angle, y = 1 at the bump at the back of the skull
    L = "L"  # side of the head: origin the ear's front, x = 1 at the corner of the eye, y = 1 at the top
    A = "A"  # front of the chest: origin the notch of the breastbone, 1 = the way to the acromion
    R = "R"  # arm: t = 0 at the acromion, 1 at the elbow, 2 at the wrist


class Point(Value, frozen=True):
    """A place on the skin in units of its frame, on the right side unless `side` is left."""

    frame: Frame
    x: float
    y: float
    side: Side = Side.RIGHT
