"""How far a reading of the log came, so that the next one can go on from there and be sure that nothing was missed.

Events are only ever added. So what was read is still all there while the log's own device is the same (erasing makes
another), and there is nothing else among it while the numbers agree.
"""

from collections.abc import Iterable

from unknot.store.event import Count, DeviceId, Event, EventId, Seq
from unknot.store.schema import microseconds_of
from unknot.units import Value


class Size(Value, frozen=True):
    """How many events of a person a log has, and which device it is: it is another one once all was erased."""

    log: DeviceId
    count: Count


class Place(Value, frozen=True):
    """The last event of a device that was read, and how far the clock of the device had come by then."""

    seq: Seq
    moment_us: int


class Extent(Value, frozen=True):
    """What of a person's events was read: how many, up to which place of each device, and the last of them all.

    log: the device that the file itself was before reading began. last: where the last one stands among all, in the
    order in which `EventLog.events` gives them.
    """

    log: DeviceId
    count: Count = 0
    places: dict[DeviceId, Place] = {}
    last: tuple[int, DeviceId, Seq, EventId] | None = None

    @property
    def size(self) -> Size:
        """The size that the log had, if nothing was added meanwhile."""
        return Size(self.log, self.count)

    def in_order(self, added: Iterable[Event]) -> list[Event] | None:
        """Events that were added since, in the order they happened; None when one belongs among those before."""
        reading = Reading(self)
        keyed = {reading.key_of(one): one for one in sorted(added, key=lambda one: (one.device, one.seq, one.id))}
        keys = sorted(keyed)
        if keys and self.last is not None and keys[0] <= self.last:
            return None
        return [keyed[key] for key in keys]


class Reading:
    """An extent while events are read, in the order they happened."""

    def __init__(self, extent: Extent) -> None:
        self._log, self._count, self._last = extent.log, extent.count, extent.last
        self._places = dict(extent.places)

    @property
    def extent(self) -> Extent:
        """What was read so far."""
        return Extent(self._log, self._count, dict(self._places), self._last)

    def take(self, event: Event) -> None:
        """Read one more."""
        self._last = self.key_of(event)
        self._count += 1

    def key_of(self, event: Event) -> tuple[int, DeviceId, Seq, EventId]:
        """Where the next event of a device stands among all: its clock never goes back."""
        before, at_us = self._places.get(event.device), microseconds_of(event.at)
        moment_us = at_us if before is None else max(at_us, before.moment_us)
        self._places[event.device] = Place(event.seq, moment_us)
        return moment_us, event.device, event.seq, event.id
