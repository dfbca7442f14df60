"""Ten years of daily use, made up, and what a fresh process needs to know the person who lived them.

bench/progress.py starts it anew for each figure: python -m bench._ten_years DATABASE
"""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import msgspec
from msgspec.structs import replace
from tests.calm import calm_answers

from unknot import coach
from unknot.coach import Happening, Knowledge, Measured, OutcomeTold, Person, SessionMoved, Told, kind_of
from unknot.guiding import EventKind, SessionEvent
from unknot.knowledge import load_knowledge
from unknot.locating import Complaint
from unknot.planning import Situation
from unknot.progress import Helped, Measure, Turning
from unknot.recalling import program_version, recall
from unknot.store import EventLog, NewEvent, new_event_id
from unknot.units import Value

EVENTS, BEGAN = 20_000, datetime(2016, 11, 25, 18, 0, tzinfo=UTC)
A_VISIT = 8
MORE = 9


class Figures(Value, frozen=True):
    """Milliseconds in one process, which had done nothing before.

    beforehand_ms: the knowledge and the name of the program, which a start needs with an empty log as well. first_ms,
    again_ms: opened, read, decoded, folded and every session known; first_cpu_ms: processor time of the first, which
    hangs less on what else the machine does. anew: how many events had to be read for it. more_ms: one more event taken
    in, of the kind that takes longest. story_ms: the page of progress.
    """

    beforehand_ms: float
    first_ms: float
    first_cpu_ms: float
    again_ms: float
    anew: int
    more_ms: float
    story_ms: float


def ten_years(knowledge: Knowledge) -> Iterator[Told]:
    """Every visit of ten years."""
    return visits(knowledge, BEGAN, EVENTS // A_VISIT)


def visits(knowledge: Knowledge, began: datetime, count: int) -> Iterator[Told]:
    """Visits every 1.4 days: a check-in, a plan, a session with a pause, what was told, and a measure."""
    told = coach.check_in(Person(knowledge), calm_answers(knowledge.rules), began)
    person = Person(knowledge).after("check-in", began, told)
    made = coach.make_plan(person, "check-in", Complaint({"shoulder_top_R": 5}), Situation(10), (), began)
    total_ms = made.plan.total_s * 1000
    kinds = (EventKind.START, EventKind.PAUSE, EventKind.RESUME, EventKind.FINISH)
    moves = [SessionEvent(*move) for move in zip(kinds, (0, 60_000, 70_000, total_ms + 10_000), strict=True)]
    for number in range(count):
        at = began + timedelta(days=number * 1.4)
        check_in, plan = new_event_id(at), new_event_id(at)
        made_then = replace(made, check_in=check_in, plan=replace(made.plan, made_at=at))
        yield check_in, at, told
        yield plan, at, made_then
        for seq, event in enumerate(moves):
            yield new_event_id(at), at + timedelta(milliseconds=event.at_ms), SessionMoved(plan, seq, event)
        later = at + timedelta(milliseconds=total_ms + 20_000)
        yield new_event_id(at), later, OutcomeTold(plan, 5, 4, Turning.EASIER, Helped.A_LITTLE)
        yield new_event_id(at), later, Measured(Measure(later, pain_now=number % 5, pain_worst=6))


def write_ten_years(path: Path, knowledge: Knowledge) -> None:
    """Keep all of it in a log."""
    write(path, knowledge, ten_years(knowledge))


def write(path: Path, knowledge: Knowledge, lived: Iterable[Told]) -> None:
    """Keep what was told in a log."""
    with EventLog.open(path) as log:
        log.append([_event(told, knowledge) for told in lived], knowledge.edition)


def _event(told: Told, knowledge: Knowledge) -> NewEvent:
    id, at, happening = told
    body = msgspec.Raw(msgspec.json.encode(happening))
    return NewEvent(id=id, at=at, kind=kind_of(happening), body=body, knowledge=knowledge.version)


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that it takes once."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1e3


def known(path: Path, knowledge: Knowledge) -> tuple[Person, int]:
    """The person in a log, with all that the first page asks of the past, and how many events were read for it."""
    with EventLog.open(path) as log:
        recalled = recall(log, knowledge)
        person = recalled.person
        _ = person.past, person.measured, person.check_in, person.last_plan, coach.open_session(person)
        return person, recalled.anew


def figures(path: Path) -> Figures:
    """Measure in this process, which has done nothing before."""
    started = time.perf_counter()
    knowledge = load_knowledge()
    program_version()
    beforehand_ms = (time.perf_counter() - started) * 1e3
    found: list[tuple[Person, int]] = []
    started_cpu = time.process_time()
    first_ms = timed(lambda: found.append(known(path, knowledge)))
    cpu_ms = (time.process_time() - started_cpu) * 1e3
    again_ms = timed(lambda: known(path, knowledge))
    person, anew = found[0]
    at = person.past[-1].ended_at + timedelta(minutes=1)
    more_ms = max(min(timed(partial(take_in, person, told)) for _ in range(MORE)) for told in one_more(person, at))
    return Figures(beforehand_ms, first_ms, cpu_ms, again_ms, anew, more_ms, timed(lambda: coach.story(person, at)))


def one_more(person: Person, at: datetime) -> list[Told]:
    """One more of each kind that changes much: a check-in, a plan, a move, an outcome, a measure."""
    plan, check_in = next(reversed(person.plans)), person.check_in
    assert check_in is not None  # noqa: S101  for mypy: they were there for ten years
    moved = SessionMoved(plan, A_VISIT, SessionEvent(EventKind.STOP, 0))
    told: tuple[Happening, ...] = (
        check_in.told,
        person.plans[plan].value,
        moved,
        OutcomeTold(plan, 3, 1, Turning.SAME, Helped.YES),
        Measured(Measure(at, pain_now=3)),
    )
    return [(new_event_id(at), at, one) for one in told]


def take_in(person: Person, told: Told) -> None:
    """Take in one more and know the past again."""
    after = person.after(*told)
    _ = after.past, after.measured


if __name__ == "__main__":
    sys.stdout.buffer.write(msgspec.json.encode(figures(Path(sys.argv[1]))))
