"""The tables of what came of it: readings, drawings, the person's own activities, knots, and what works."""

from collections.abc import Iterator

from unknot.sharing.chronicle import Chronicle
from unknot.sharing.tables.table import AT, PAIN, POINTS, Column, Row, Table, columns, listed

_TOLD = (*columns("word", "told_in"), Column("of", "id"), *columns("word", "standing"))


def _readings(chronicle: Chronicle) -> Iterator[Row]:
    for one in chronicle.readings:
        yield one.at, one.kind, one.about, one.value, one.device, one.told_in, one.of, one.standing


READINGS = Table(
    "readings",
    (AT, *columns("word", "kind", "about"), Column("value", "number or word"), Column("device", "word"), *_TOLD),
    _readings,
)


def _marks(chronicle: Chronicle) -> Iterator[Row]:
    for one in chronicle.drawings:
        for place, strength in one.drawing.items():
            yield one.at, place, strength, one.told_in, one.of, one.standing


MARKS = Table("marks", (AT, Column("place", "word"), Column("pain", "number", PAIN), *_TOLD), _marks)


def _activities(chronicle: Chronicle) -> Iterator[Row]:
    yield from chronicle.activities.items()


ACTIVITIES = Table("activities", (Column("activity", "id"), Column("name", "text")), _activities)


def _knots(chronicle: Chronicle) -> Iterator[Row]:
    for one in chronicle.knots:
        spots = listed(spot.id for spot in one.spots)
        yield (
            *(one.id, one.point, one.side, one.muscle, spots, one.since, len(one.sessions)),
            *(one.trend, one.relapses, one.gone_at),
        )


KNOTS = Table(
    "knots",
    (
        *(Column("knot", "id"), *columns("word", "point", "side", "muscle"), Column("spots", "words")),
        *(Column("since", "moment"), Column("sessions", "number"), Column("trend", "word")),
        *(Column("relapses", "number"), Column("gone", "moment")),
    ),
    _knots,
)


def _edits(chronicle: Chronicle) -> Iterator[Row]:
    for one in chronicle.edits:
        yield one.at, one.relation, one.knot, one.other


EDITS = Table("knot_edits", (AT, Column("said", "word"), *columns("id", "knot", "other")), _edits)


def _effects(chronicle: Chronicle) -> Iterator[Row]:
    learned = chronicle.learned
    for one in (learned.by_itself, *learned.effects):
        way = one.arm.way
        yield (
            *(way.technique, way.tool, one.arm.minutes, one.tries, one.fall, one.low, one.high),
            *(learned.finding, way == learned.best),
        )


EFFECTS = Table(
    "what_works",
    (
        *(*columns("word", "technique", "tool"), Column("minutes", "number", "min"), Column("tries", "number")),
        *(*columns("number", "fall", "low", "high", unit=POINTS), Column("finding", "word")),
        Column("best", "yes or no"),
    ),
    _effects,
)
