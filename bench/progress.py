"""Whether what is called real is real, whether trying out pays, and how long folding ten years takes.

Everybody here is made up; how is said beside each. Run: python3 x.py bench progress
"""

import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import msgspec
import numpy as np
from numpy.random import Generator, default_rng
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.calm import calm_answers

from unknot import coach
from unknot.coach import Happening, Knowledge, Measured, OutcomeTold, Person, SessionMoved, happening_of, kind_of
from unknot.guiding import EventKind, SessionEvent
from unknot.knowledge import load_knowledge
from unknot.locating import Complaint
from unknot.planning import Situation
from unknot.progress import (
    ALONE,
    Arm,
    ChangeBook,
    DayPain,
    Helped,
    Measure,
    Trend,
    Tried,
    TryingBook,
    Turning,
    Way,
    choose_arm,
    trends_in,
)
from unknot.records import undisturbed

SEED = 20261125
FLAT_COURSES, STEPS, MIXED = 10_000, 2_000, 4_000
DAYS, FIRST = 28, date(2026, 11, 1)
MISSING = 0.25
PEOPLE, TRIED_DAYS = 400, 28
EVENTS, FIRST_EVENT = 20_000, datetime(2016, 11, 25, 18, 0, tzinfo=UTC)
REAL_POINTS = 1.0
Levels = NDArray[np.float64]


def noisy_days(levels: Levels, missing: float, dice: Generator) -> tuple[DayPain, ...]:
    """The days of someone whose true level this is: errors hang together, the first day is a bad one, scores are whole.

    The error of a day is 0.6 to 0.92 (a detectable change of 2.1 points is 0.76), its correlation 0 to 0.4.
    """
    sd, hangs = dice.uniform(0.6, 0.92), dice.uniform(0, 0.4)
    error, days = abs(dice.normal(0, sd)), []
    for day, level in enumerate(levels):
        if day:
            error = hangs * error + dice.normal(0, sd) * np.sqrt(1 - hangs**2)
            if dice.random() < missing:
                continue
        days.append(DayPain(FIRST + timedelta(days=day), float(np.clip(np.round(level + error), 0, 10))))
    return tuple(days)


def verdicts(levels: Levels, missing: float, dice: Generator, book: ChangeBook) -> list[tuple[int, Trend]]:
    """What is said on each day on which something was told, looking every day."""
    days = noisy_days(levels, missing, dice)
    return [((one.day - FIRST).days, trend) for one, trend in zip(days, trends_in(days, book), strict=True)]


def share_of_false_change(book: ChangeBook, dice: Generator) -> float:
    """Of flat courses, how many were ever told that they had changed."""
    false = 0
    for _ in range(FLAT_COURSES):
        said = verdicts(np.full(DAYS, dice.uniform(2, 8)), MISSING, dice, book)
        false += any(trend in (Trend.BETTER, Trend.WORSE) for _, trend in said)
    return false / FLAT_COURSES


def share_detected(points: float, book: ChangeBook, dice: Generator) -> float:
    """Of real changes after a week of days, how many are called within seven days."""
    wanted, detected = Trend.BETTER if points < 0 else Trend.WORSE, 0
    for _ in range(STEPS):
        before = dice.uniform(4, 8) if points < 0 else dice.uniform(2, 6)
        levels = np.array([before] * 7 + [before + points] * 8)
        detected += any(trend is wanted for day, trend in verdicts(levels, 0.0, dice, book) if day >= 7)
    return detected / STEPS


def share_of_called_that_is_real(book: ChangeBook, dice: Generator) -> float:
    """Of first verdicts among mixed people, how many are true: the level moved that way by a point or more by then.

    A third is flat, a third recovers by 1 to 5 points over weeks, the rest changes at once by 1.5 to 4 either way.
    """
    called = real = 0
    for number in range(MIXED):
        start = dice.uniform(2.5, 8)
        time_passed = np.arange(DAYS)
        match number % 3:
            case 0:
                levels = np.full(DAYS, start)
            case 1:
                levels = start - min(start, dice.uniform(1, 5)) * (1 - 0.5 ** (time_passed / dice.uniform(4, 14)))
            case _:
                moved = dice.choice([-1, 1]) * dice.uniform(1.5, 4)
                levels = np.clip(start + moved * (time_passed >= dice.integers(5, 15)), 0, 10)
        said = verdicts(levels, MISSING, dice, book)
        first = next(((day, trend) for day, trend in said if trend in (Trend.BETTER, Trend.WORSE)), None)
        if first is not None:
            day, trend = first
            moved_by = levels[day] - levels[0]
            called += 1
            real += (moved_by <= -REAL_POINTS) if trend is Trend.BETTER else (moved_by >= REAL_POINTS)
    return real / called


WAYS = (Way("sustained-pressure", "hands"), Way("release", "hands"), Way("ball-pressure", "tennis-ball"))
ARMS = (*(Arm(way, minutes) for way in WAYS for minutes in (2.0, 1.0)), Arm(ALONE))


class Body:
    """Someone made up, whom each way helps or harms in its own measure; some recover fast, and days are noisy."""

    def __init__(self, dice: Generator) -> None:
        self._natural, self._minute = dice.normal(0.1, 0.1), dice.normal(0.0, 0.1)
        self._of = {way: dice.normal(0.2, 0.7) for way in WAYS} | {ALONE: 0.0}
        self._dice = dice

    def effect(self, arm: Arm) -> float:
        """How much an arm adds to a day."""
        return self._of[arm.way] + self._minute * arm.minutes

    def regret(self, arm: Arm) -> float:
        """How much less an arm does than the best one."""
        return max(self.effect(one) for one in ARMS) - self.effect(arm)

    def answer(self, arm: Arm) -> Tried:
        """The day after."""
        above = self._dice.normal(0, 0.8)
        return Tried(arm, above, 1.0, self._natural + 0.5 * above + self.effect(arm) + self._dice.normal(0, 1.1))


def regret_of(choose: Callable[[tuple[Tried, ...], str], Arm], dice: Generator) -> float:
    """The mean regret of a way to choose, over 28 days."""
    total = 0.0
    for person in range(PEOPLE):
        body, tried = Body(dice), ()
        for day in range(TRIED_DAYS):
            arm = choose(tried, f"{person}-{day}")
            total += body.regret(arm)
            tried = (*tried, body.answer(arm))
    return total / PEOPLE


def tell_of_trying(book: TryingBook) -> None:
    """Print the regret of choosing by what was learned, of always the same, and of chance; the people are the same."""
    chance = default_rng(SEED)
    chosen = regret_of(lambda tried, seed: choose_arm(ARMS, tried, seed, book), default_rng(SEED))
    fixed = regret_of(lambda _tried, _seed: ARMS[0], default_rng(SEED))
    random = regret_of(lambda _tried, _seed: ARMS[chance.integers(len(ARMS))], default_rng(SEED))
    print(f"regret over {TRIED_DAYS} days: {chosen:.1f} points chosen, {fixed:.1f} fixed, {random:.1f} by chance")
    print(f"  lower than fixed by {1 - chosen / fixed:.0%} (at least 30%), than chance by {1 - chosen / random:.0%}")


def ten_years(knowledge: Knowledge) -> Iterator[tuple[str, datetime, Happening]]:
    """A day a visit: a check-in, a plan, a session with a pause, what was told, and a measure: 20,000 events."""
    told = coach.check_in(Person(knowledge), calm_answers(knowledge.rules), FIRST_EVENT)
    person = Person(knowledge).after("check-in", FIRST_EVENT, told)
    made = coach.make_plan(person, "check-in", Complaint({"shoulder_top_R": 5}), Situation(10), (), FIRST_EVENT)
    total_ms = made.plan.total_s * 1000
    kinds = (EventKind.START, EventKind.PAUSE, EventKind.RESUME, EventKind.FINISH)
    moves = [SessionEvent(*move) for move in zip(kinds, (0, 60_000, 70_000, total_ms + 10_000), strict=True)]
    for number in range(EVENTS // 8 + 1):
        at, plan = FIRST_EVENT + timedelta(days=number * 1.4), f"plan-{number}"
        yield f"{plan}-in", at, told
        yield plan, at, made
        for seq, event in enumerate(moves):
            yield f"{plan}-{seq}", at + timedelta(milliseconds=event.at_ms), SessionMoved(plan, seq, event)
        yield f"{plan}-told", at, OutcomeTold(plan, 5, 4, Turning.EASIER, Helped.A_LITTLE)
        yield f"{plan}-now", at, Measured(Measure(at, pain_now=number % 5, pain_worst=6))


def milliseconds(work: Callable[[], object], times: int = 9) -> float:
    """The quickest of some runs: what the work takes when nothing else runs."""
    took = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        took.append((time.perf_counter() - started) * 1e3)
    return min(took)


def tell_of_folding(knowledge: Knowledge) -> None:
    """Print how long it takes to make a person from ten years, and to take in one event more."""
    life = list(ten_years(knowledge))[:EVENTS]
    kept = [(id, at, kind_of(one), msgspec.Raw(msgspec.json.encode(one))) for id, at, one in life]

    def decode() -> list[Happening | None]:
        with undisturbed():
            return [happening_of(kind, body) for _, _, kind, body in kept]

    decode_ms = milliseconds(decode, times=4)
    cold_ms = milliseconds(lambda: Person(knowledge).after_all(life))
    person = Person(knowledge).after_all(life)
    past_ms = milliseconds(lambda: msgspec.structs.replace(person).past, times=1)
    at = life[-1][1] + timedelta(minutes=1)
    one_more = [("m", at, Measured(Measure(at, pain_now=3))), ("o", at, life[-2][2]), ("c", at, life[0][2])]

    def take_in() -> None:
        after = person
        for told in one_more:
            after = after.after(*told)
            _ = after.past, after.measured

    person.past  # noqa: B018  as a server that runs has it
    more_ms = milliseconds(take_in) / len(one_more)
    print(f"{EVENTS:,} events: folded in {cold_ms:.0f} ms (limit 100 ms), one more in {more_ms:.1f} ms (limit 5 ms)")
    print(f"  beside it: decoding {decode_ms:.0f} ms, all records replayed once {past_ms:.0f} ms")
    story_ms = milliseconds(lambda: coach.story(person, at), times=2)
    print(f"  the whole story for the screen: {story_ms:.0f} ms")


def main() -> None:
    """Print a line for each claim."""
    knowledge = load_knowledge()
    book = knowledge.progress.changing
    false = share_of_false_change(book, default_rng(SEED))
    print(f"{FLAT_COURSES:,} flat courses of {DAYS} days: {false:.1%} were ever told of a change (limit 5%)")
    for points in (-2.0, 2.0):
        detected = share_detected(points, book, default_rng(SEED))
        print(f"real changes of {points:+.0f} points: {detected:.1%} called within 7 days (at least 80%)")
    real = share_of_called_that_is_real(book, default_rng(SEED))
    print(f"of what is called a change among mixed people: {real:.1%} is real (at least 95%)")
    tell_of_trying(knowledge.progress.trying)
    tell_of_folding(knowledge)


if __name__ == "__main__":
    main()
