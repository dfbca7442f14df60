"""What the keys of a session in the terminal mean, each by itself; a ten has one of its own."""

from collections.abc import Iterator

from unknot.guiding import EventKind, SessionEvent

STOP = "s"
_KEYS = {
    " ": EventKind.PAUSE,
    STOP: EventKind.STOP,
    "\x1b": EventKind.STOP,
    "n": EventKind.NEXT,
    "w": EventKind.SWAP,
    "a": EventKind.REPEAT,
    "e": EventKind.EASE,
    "x": EventKind.TOO_SORE,
    "k": EventKind.SKIP,
}
TURN_KEYS = {EventKind(kind).turn: key for key, kind in _KEYS.items() if kind.turn is not None}

_LEVELS = {str(level): level for level in range(10)} | {"t": 10}
_WAITS_MS = 700


class Hearing:
    """Keys become events, one after the other.

    A one waits a moment for a nought: whoever types ten must not be heard to say one, and then nothing at all, while
    it hurts as much as it can.
    """

    def __init__(self) -> None:
        self._paused = False
        self._one_at_ms: int | None = None

    def take(self, key: str, at_ms: int) -> tuple[SessionEvent, ...]:
        """What a look at the keys says; `key` is empty where none was pressed."""
        return tuple(self._heard(key, at_ms))

    def _heard(self, key: str, at_ms: int) -> Iterator[SessionEvent]:
        one_at_ms = self._one_at_ms
        if one_at_ms is not None and (key or at_ms - one_at_ms >= _WAITS_MS):
            self._one_at_ms = None
            if key == "0":
                yield SessionEvent(EventKind.LEVEL, at_ms, level=_LEVELS["t"])
                return
            yield SessionEvent(EventKind.LEVEL, one_at_ms, level=_LEVELS["1"])
        if key == "1":
            self._one_at_ms = at_ms
        elif key in _LEVELS:
            yield SessionEvent(EventKind.LEVEL, at_ms, level=_LEVELS[key])
        elif (kind := _KEYS.get(key)) is EventKind.PAUSE:
            yield SessionEvent(EventKind.RESUME if self._paused else EventKind.PAUSE, at_ms)
            self._paused = not self._paused
        elif kind is not None:
            yield SessionEvent(kind, at_ms)
