"""Whether what is called real is real, whether trying out pays, and how long it takes to know ten years.

Everybody here is made up; how is said beside each. Run: python3 x.py bench progress
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from statistics import median

import msgspec
import numpy as np
from bench._ten_years import EVENTS, Figures, write_ten_years
from numpy.random import Generator, default_rng
from numpy.typing import NDArray

from unknot.coach import Knowledge
from unknot.knowledge import load_knowledge
from unknot.progress import (
    ALONE,
    Arm,
    ChangeBook,
    DayPain,
    Trend,
    Tried,
    TryingBook,
    Way,
    choose_arm,
    trends_in,
)

SEED = 20261125
FLAT_COURSES, STEPS, MIXED = 10_000, 2_000, 4_000
DAYS, FIRST = 28, date(2026, 11, 1)
MISSING = 0.25
PEOPLE, TRIED_DAYS = 400, 28
STARTS, COLD_MS, MORE_MS = 5, 100.0, 5.0
ROOT = Path(__file__).parents[1]
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


def in_a_fresh_process(path: Path) -> Figures:
    """What a process that has done nothing before needs to know the person in a log."""
    done = subprocess.run([sys.executable, "-m", "bench._ten_years", path], cwd=ROOT, capture_output=True, check=True)
    return msgspec.json.decode(done.stdout, type=Figures)


def tell_of_knowing(knowledge: Knowledge) -> None:
    """Print how long it takes until a person of ten years is known: from their gist, and from all that happened.

    Opened, read, decoded, folded, and every session known, in processes of their own; in turns, for the machine.
    """
    with tempfile.TemporaryDirectory(dir=Path(__file__).parent) as folder:  # a disk, where /tmp may be memory
        lived, copy = Path(folder) / "lived.db", Path(folder) / "unknot.db"
        write_ten_years(lived, knowledge)
        whole, gist = [], []
        for _ in range(STARTS):
            shutil.copyfile(lived, copy)
            whole.append(in_a_fresh_process(copy))
            gist.append(in_a_fresh_process(copy))
    all_ms, cold_ms = (median(one.first_ms for one in of) for of in (whole, gist))
    cpu_ms, again_ms = median(one.first_cpu_ms for one in gist), median(one.again_ms for one in gist)
    more_ms = median(one.more_ms for one in (*gist, *whole))
    print(f"{EVENTS:,} events, known in a fresh process: {cold_ms:.0f} ms ({_of(cold_ms, COLD_MS)})")
    print(f"  of it processor time: {cpu_ms:.0f} ms ({_of(cpu_ms, COLD_MS)}); events read anew: {gist[0].anew}")
    print(f"  a second time in it: {again_ms:.0f} ms ({_of(again_ms, COLD_MS)})")
    print(f"  with no gist, as after an upgrade: {all_ms:.0f} ms, {all_ms / cold_ms:.0f} times as long")
    print(f"  one more event, the slowest kind: {more_ms:.1f} ms ({_of(more_ms, MORE_MS)})")
    print(f"  beside it: what any start loads {median(one.beforehand_ms for one in gist):.0f} ms")
    print(f"  the whole story for the screen: {median(one.story_ms for one in gist):.0f} ms")


def _of(took_ms: float, limit_ms: float) -> str:
    return f"limit {limit_ms:.0f} ms, ratio {took_ms / limit_ms:.2f}"


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
    tell_of_knowing(knowledge)


if __name__ == "__main__":
    main()
