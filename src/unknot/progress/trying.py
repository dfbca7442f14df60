"""What works for this person: ways tried on purpose, each one's effect apart from what would have come by itself.

How far the pain fell by the next day is a sum: natural recovery for each day, a share of how far the pain lay above
its level (regression to the mean), the way, and each minute of it. All is normal, so the effects are a closed form.

Source: decision 0012; clinical 3.3, 7.1.
"""

from enum import StrEnum
from math import sqrt
from statistics import NormalDist

from unknot.progress.belief import Belief, Weights, likely_range, probability_below, weighted_sum
from unknot.progress.chance import draw_normal
from unknot.progress.change import Spread
from unknot.units import Probability, Sources, Value


class Way(Value, frozen=True, order=True):
    """A technique and the tool it is done with; both empty for leaving the spot alone."""

    technique: str = ""
    tool: str = ""

    @property
    def is_leaving_alone(self) -> bool:
        """True when nothing is pressed."""
        return not self.technique


ALONE = Way()


class Arm(Value, frozen=True):
    """A way, and for how many minutes: one of the things that can be tried."""

    way: Way
    minutes: float = 0.0


class Tried(Value, frozen=True):
    """One trial: what was done, how far the pain lay above its level, and how far it had fallen some days later."""

    arm: Arm
    above: float
    days: float
    fell: float


class TryingBook(Value, frozen=True):
    """What is thought before anything was tried, in points of 0-10, and how sure a finding must be."""

    natural_a_day: Spread
    above_share: Spread
    way: Spread
    minute: Spread
    noise: float
    sure: Probability
    likely: Probability
    worth: float
    enough_tries: int
    short_share: Probability
    source: Sources
    reads_as: str = ""


class Finding(StrEnum):
    """What the trials so far amount to."""

    TOO_EARLY = "too-early"
    WORKS = "works"
    BY_ITSELF = "by-itself"


class Effect(Value, frozen=True):
    """How far the pain falls by the next day because of something, with the range that is likely to hold it."""

    arm: Arm
    tries: int
    fall: float
    low: float
    high: float


class Learned(Value, frozen=True):
    """What was learned: each arm's effect, the best first, what falls by itself in a day, and whether that is clear.

    `best` is the way that works, when one clearly does.
    """

    finding: Finding
    best: Way | None
    by_itself: Effect
    effects: tuple[Effect, ...]


class Effects:
    """The belief in every effect after some trials. Values go in, nothing of it changes afterwards."""

    def __init__(self, arms: tuple[Arm, ...], tried: tuple[Tried, ...], book: TryingBook) -> None:
        ways = {one.way for one in arms} | {one.arm.way for one in tried}
        self._ways = tuple(sorted(way for way in ways if not way.is_leaving_alone))
        self._book = book
        priors = (book.natural_a_day, book.above_share, book.minute, *(book.way for _ in self._ways))
        belief = Belief.apart(*(one.believed for one in priors))
        for one in tried:
            belief = belief.told(self._weights(one.arm, one.days, one.above), one.fell, book.noise)
        self.belief = belief

    def weights_of(self, arm: Arm) -> Weights:
        """What the effect of an arm is made of, beyond what comes by itself."""
        return self._weights(arm, 0.0, 0.0)

    def of(self, arm: Arm) -> NormalDist:
        """What is thought of the effect of an arm."""
        return self.belief.about(self.weights_of(arm))

    def between(self, arm: Arm, other: Arm) -> NormalDist:
        """What is thought of how much more one arm does than another."""
        pairs = zip(self.weights_of(arm), self.weights_of(other), strict=True)
        return self.belief.about(tuple(one - two for one, two in pairs))

    @property
    def by_itself(self) -> NormalDist:
        """What is thought of the fall in a day in which nothing is pressed."""
        return self.belief.about(self._weights(Arm(ALONE), 1.0, 0.0))

    def _weights(self, arm: Arm, days: float, above: float) -> Weights:
        return (days, above, arm.minutes, *(float(way == arm.way) for way in self._ways))


def learn(arms: tuple[Arm, ...], tried: tuple[Tried, ...], book: TryingBook) -> Learned:
    """What the trials say of these arms; arms that leave the spot alone are what the others are measured against."""
    effects = Effects(arms, tried, book)
    pressing = tuple(arm for arm in arms if not arm.way.is_leaving_alone)
    told = tuple(_effect(arm, effects.of(arm), tried, book) for arm in pressing)
    finding, best = _finding(pressing, tried, effects, book)
    by_itself = _effect(Arm(ALONE), effects.by_itself, tried, book)
    return Learned(finding, best, by_itself, tuple(sorted(told, key=lambda one: -one.fall)))


def choose_arm(arms: tuple[Arm, ...], tried: tuple[Tried, ...], seed: str, book: TryingBook) -> Arm:
    """The arm to try next: each as likely as it is to be the best, by chance that follows from the seed.

    Once something is clear the trials end: what works is done, and when it gets better by itself, nothing is.
    """
    effects = Effects(arms, tried, book)
    pressing = tuple(arm for arm in arms if not arm.way.is_leaving_alone)
    finding, best = _finding(pressing, tried, effects, book)
    if finding is Finding.BY_ITSELF:
        return Arm(ALONE)
    open_to_choice = tuple(arm for arm in arms if best is None or arm.way == best)
    drawn = _drawn(effects.belief, seed)
    return max(open_to_choice, key=lambda arm: weighted_sum(effects.weights_of(arm), drawn))


def _finding(
    pressing: tuple[Arm, ...], tried: tuple[Tried, ...], effects: Effects, book: TryingBook
) -> tuple[Finding, Way | None]:
    if len(tried) < book.enough_tries or not pressing:
        return Finding.TOO_EARLY, None
    if all(probability_below(effects.of(arm), book.worth) >= book.sure for arm in pressing):
        return Finding.BY_ITSELF, None
    lead = max(pressing, key=lambda arm: effects.of(arm).mean)
    others = [arm for arm in pressing if arm.way != lead.way]
    ahead = all(1 - probability_below(effects.between(lead, other), 0.0) >= book.sure for other in others)
    helps = 1 - probability_below(effects.of(lead), 0.0) >= book.sure
    return (Finding.WORKS, lead.way) if ahead and helps else (Finding.TOO_EARLY, None)


def _effect(arm: Arm, believed: NormalDist, tried: tuple[Tried, ...], book: TryingBook) -> Effect:
    tries = sum(one.arm.way == arm.way for one in tried)
    low, high = likely_range(believed, book.likely)
    return Effect(arm, tries, believed.mean, low, high)


def _drawn(belief: Belief, seed: str) -> Weights:
    """One draw of all quantities together, through the lower triangle of their covariance."""
    size = range(len(belief.means))
    lower = [[0.0] * len(belief.means) for _ in size]
    for row in size:
        for column in range(row + 1):
            left = belief.varies[row][column] - weighted_sum(lower[row][:column], lower[column][:column])
            if row == column:
                lower[row][row] = sqrt(max(left, 0.0))
            elif lower[column][column]:
                lower[row][column] = left / lower[column][column]
    normal = [draw_normal(seed, place) for place in size]
    return tuple(mean + weighted_sum(row, normal) for mean, row in zip(belief.means, lower, strict=True))
