"""Every draft of one step that the limits can be asked about, and every circumstance that they look at.

A draft asks for far too much, so that each ceiling has to cut it. What comes out is judged by the referee.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import reduce
from itertools import product
from typing import TypeAlias

from msgspec.structs import replace
from tests.properties import referee

from unknot.anatomy import Body
from unknot.knowledge import load_knowledge
from unknot.planning import Draft, Envelope, FreeHand, Phase, Plan, Situation, Step, TechniqueBook, enforce
from unknot.progress import PastSession
from unknot.screening import Cleared, RuleBook, Tier
from unknot.units import Frame, Point, Side, Value

KNOWLEDGE = load_knowledge()
RULES, BODY, BOOK = KNOWLEDGE.rules, KNOWLEDGE.body, KNOWLEDGE.techniques
NOW = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
OWNED = tuple(tool.id for tool in BOOK.tools if not tool.by_hand)
JUST_OUTSIDE = 1.04
UPRIGHT, LEVEL, SLANTING = (0.0, 0.09), (0.05, 0.0), (0.04, 0.04)
LONG_AGO = (PastSession(ended_at=NOW - timedelta(days=30), pressed_s=60),)
TOO_LONG_S, TOO_OFTEN, TOO_HARD = 3600, 50, 10
Pair: TypeAlias = tuple[float, float]
Kind: TypeAlias = tuple[str, str, str, str | None, Side | None, tuple[str, ...]]


class World(Value, frozen=True):
    """What the product is made to believe; the referee always reads the files."""

    body: Body = BODY
    book: TechniqueBook = BOOK
    rules: RuleBook = RULES


class Case(Value, frozen=True):
    """Who asks, when and where: all that an envelope holds beside the knowledge."""

    rows: tuple[str, ...] = ()
    pressure_allowed: bool = True
    history: tuple[PastSession, ...] = LONG_AGO
    situation: Situation = Situation(15, OWNED)


TRUE_WORLD = World()
MILDEST = Case()
"""Nothing forbids anything: no condition, one session a month ago, every tool, both hands, at home, fifteen minutes."""


class Place(Value, frozen=True):
    """Somewhere to press: a way over the skin, and the trigger point that it treats, if any."""

    path: tuple[Point, ...]
    side: Side
    point: str | None = None


def places() -> Iterator[Place]:
    """Trigger points, zones, their corners and edges, ways between zones, ready strokes, and nowhere at all."""
    for side in Side:
        for point in BODY.trigger_points:
            yield from (Place(path, side, point.id) for path in _ways_at(point.point(side)))
        for shape in (shape for zone in BODY.zones for shape in zone.shape):
            middle = Point(shape.frame, *_mean(shape.polygon), side=side)
            assert shape.holds(middle)
            yield from (Place(path, side) for path in _ways_at(middle))
            corners = [Point(shape.frame, x, y, side) for x, y in shape.polygon]
            edges = [_between(a, b) for a, b in zip(corners, corners[1:] + corners[:1], strict=True)]
            outside = [Point(shape.frame, x, y, side) for x, y in scaled(shape.polygon, JUST_OUTSIDE)]
            yield from (Place((place,), side) for place in (*corners, *edges, *outside))
        yield from (Place(path, side) for path in _crossings(side))
        for technique in BOOK.techniques:
            for stroke in technique.strokes:
                yield Place(tuple(Point(Frame.P, x, y, side) for x, y in stroke), side)


def _ways_at(here: Point) -> Iterator[tuple[Point, ...]]:
    yield (here,)
    for dx, dy in (UPRIGHT, LEVEL, SLANTING):
        yield replace(here, x=here.x - dx, y=here.y - dy), here, replace(here, x=here.x + dx, y=here.y + dy)


def _crossings(side: Side) -> Iterator[tuple[Point, ...]]:
    """Ways from the middle of each permitted zone to each other one and over the spine, and points outside all."""
    middles = [Point(Frame.P, *_mean(zone.shape[0].polygon), side=side) for zone in BODY.zones if zone.techniques]
    yield from product(middles, repeat=2)
    for here in middles:
        yield here, replace(here, x=-here.x)
        yield here, replace(here, side=side.other)
        yield here, Point(Frame.L, here.x, here.y, side)
    for frame in Frame:
        yield (Point(frame, 0.0, 0.0, side),)
        yield (Point(frame, 1.5, -1.5, side),)


def _mean(polygon: tuple[Pair, ...]) -> Pair:
    return sum(x for x, _ in polygon) / len(polygon), sum(y for _, y in polygon) / len(polygon)


def scaled(polygon: tuple[Pair, ...], by: float) -> tuple[Pair, ...]:
    """The polygon larger or smaller around the mean of its corners."""
    mx, my = _mean(polygon)
    return tuple((mx + (x - mx) * by, my + (y - my) * by) for x, y in polygon)


def _between(a: Point, b: Point) -> Point:
    return replace(a, x=(a.x + b.x) / 2, y=(a.y + b.y) / 2)


def steps() -> Iterator[Step]:
    """Each place, and no place at all, with each technique, tool and position.

    What presses nothing needs no getting ready: with it, the longest warmth would not fit into the longest session.
    """
    nowhere = (Place((), side) for side in Side)
    ways = product(BOOK.techniques, BOOK.tools, BOOK.positions)
    for place, (technique, tool, position) in product((*dict.fromkeys(places()), *nowhere), tuple(ways)):
        yield Step(
            id=f"{technique.id}, {tool.id}, {position.id}, {place.point} {place.side}",
            phase=Phase(technique.phase),
            technique=technique.id,
            tool=tool.id,
            position=position.id,
            seconds=TOO_LONG_S,
            repetitions=TOO_OFTEN,
            rest_s=technique.rest_s,
            ready_s=BOOK.ceilings.ready_s if place.path else 0,
            release_s=BOOK.ceilings.release_s if place.path else 0,
            breath=BOOK.breath,
            source=technique.source,
            side=place.side,
            point=place.point,
            path=place.path,
            start_0_10=TOO_HARD,
            ceiling_0_10=TOO_HARD,
        )


def envelope_of(case: Case, world: World = TRUE_WORLD) -> Envelope:
    """The envelope of a case: cleared by fiat, so that conditions which screening stops are tried as well."""
    signs = frozenset(row.any_of[0] for row in world.rules.conditions if row.id in case.rows)
    limits = world.rules.limits_for(signs, Tier.CLEAR if case.pressure_allowed else Tier.WITHIN_DAYS)
    cleared = Cleared(NOW, Tier.CLEAR, (), limits, world.rules.version, world.rules.valid_min)
    return Envelope(world.body, world.book, cleared, case.situation, case.history, NOW)


def judge(case: Case) -> referee.Circumstances:
    """What the referee is told of a case."""
    signs = {referee.CONDITIONS[row]["any_of"][0] for row in case.rows}
    return referee.Circumstances(
        conditions=referee.rows_of(signs),
        situation=case.situation,
        history=case.history,
        pressure_allowed=case.pressure_allowed,
        now=NOW,
    )


def plan_of(step: Step, envelope: Envelope) -> Plan:
    """What the limits leave of a draft of one step."""
    return enforce(Draft((step,)), envelope)


class Tried(Value, frozen=True):
    """How many drafts were given to the limits, how many plans with a step came out, and what was wrong in them."""

    drafts: int = 0
    plans: int = 0
    faults: tuple[str, ...] = ()

    def and_also(self, other: "Tried") -> "Tried":
        """Both together."""
        return Tried(self.drafts + other.drafts, self.plans + other.plans, self.faults + other.faults)


def tried(drafts: Sequence[Step], cases: Iterable[Case], world: World = TRUE_WORLD) -> Tried:
    """Each draft in each case, and what the referee finds in what the limits leave of it."""
    return reduce(Tried.and_also, (_tried_in(case, drafts, world) for case in cases), Tried())


def _tried_in(case: Case, drafts: Sequence[Step], world: World) -> Tried:
    envelope, of = envelope_of(case, world), judge(case)
    plans = [plan for step in drafts if (plan := plan_of(step, envelope)).steps]
    return Tried(len(drafts), len(plans), tuple(fault for plan in plans for fault in referee.faults(plan, of)))


def let_through(drafts: Iterable[Step], case: Case = MILDEST, world: World = TRUE_WORLD) -> list[Step]:
    """The drafts of which anything is left in a case."""
    envelope = envelope_of(case, world)
    return [step for step in drafts if plan_of(step, envelope).steps]


def zones_under(step: Step) -> tuple[str, ...]:
    """The zones on the way of a step, as the referee sees them."""
    return tuple(sorted({id for point in referee.along(step.path) for id in referee.zones_at(point)}))


def kind_of(step: Step) -> Kind:
    """What the limits look at in a step: technique, tool, position, point, side and zones."""
    return step.technique, step.tool, step.position, step.point, step.side, zones_under(step)


def one_of_each_kind(drafts: Iterable[Step]) -> list[Step]:
    """One draft for all that are of a kind."""
    return list({kind_of(step): step for step in drafts}.values())


def _session(hours_ago: float, pressed_s: int = 60, **more: object) -> PastSession:
    return PastSession(ended_at=NOW - timedelta(hours=hours_ago), pressed_s=pressed_s, **more)


HISTORIES: dict[str, tuple[PastSession, ...]] = {
    "nothing": (),
    "a session without pressure an hour ago": (_session(1, 0),),
    "pressed once today": (_session(7),),
    "pressed twice today": (_session(20), _session(7)),
    "pressed three times today": (_session(20), _session(14), _session(7)),
    "pressed five hours ago": (_session(5),),
    "pressed just under six hours ago": (_session(5.999),),
    "pressed six hours ago": (_session(6),),
    "twice, the first a day ago to the second": (_session(24), _session(7)),
    "twice, the first just under a day ago": (_session(23.999), _session(7)),
    "stopped today": (_session(20, stopped_for="sharp"),),
    "stopped today before anything was pressed": (_session(20, 0, stopped_for="dizzy"),),
    "stopped yesterday": (_session(25, stopped_for="sharp"),),
    "friction today": (_session(7, techniques=("friction",), tools=("hands",)),),
    "friction yesterday": (_session(25, techniques=("friction",), tools=("hands",)),),
    "gun today": (_session(7, techniques=("electric-low",), tools=("gun",)),),
    "gun yesterday": (_session(25, techniques=("electric-low",), tools=("gun",)),),
    "every technique and tool today": (
        _session(7, techniques=tuple(one.id for one in BOOK.techniques), tools=tuple(one.id for one in BOOK.tools)),
    ),
    "a session in the future, by a wrong clock": (_session(-2),),
    "first session two days ago": (_session(48),),
    "first session just under a week ago": (_session(24 * 6.9),),
    "first session a week ago": (_session(24 * 7),),
    "first session a month ago": (_session(24 * 30), _session(24 * 9), _session(24 * 3)),
}
"""Complete for what the limits look at: pressed or not, stopped or not, what with, each side of each time."""

SITUATIONS: tuple[Situation, ...] = tuple(
    Situation(15, tools, hand, place.id)
    for tools, hand, place in product((OWNED, (), *((tool,) for tool in OWNED)), FreeHand, BOOK.places)
)
LENGTHS: tuple[Situation, ...] = tuple(Situation(minutes, OWNED) for minutes in range(BOOK.ceilings.minutes[0], 61))

ROWS: tuple[str, ...] = tuple(row.id for row in RULES.conditions)
