"""How well and how fast the source of a pain is found: made-up people, described people, milliseconds.

Run: python3 x.py bench locating
"""

import random
import time
from collections.abc import Iterable, Iterator
from statistics import mean, median, quantiles

from tests.locating_people import Described, muscles_in, people_of, said_at_all, said_first, score
from tests.locating_simulated import (
    Made,
    Noise,
    answer,
    answered,
    asked_to_the_end,
    calibration_error,
    confidence,
    named,
    people,
)

from unknot.anatomy import sided
from unknot.knowledge import load_knowledge
from unknot.locating import Askable, Complaint, Finding, Patterns, locate
from unknot.units import Side

SEED = 20261125
PEOPLE = 4_000
LIMIT_MS = 5.0
NOISES = {
    "as expected": Noise(),
    "half the noise": Noise(concentration=12.0, bleeding=0.05, missing=0.075, wrong_side=0.025),
    "twice the noise": Noise(concentration=3.0, bleeding=0.2, missing=0.3, wrong_side=0.1),
}


def main() -> None:
    """Print a line for each claim."""
    knowledge = load_knowledge()
    patterns = knowledge.patterns
    askable = Askable(every_spot(patterns), frozenset(patterns.movements))
    for line in (*simulated(patterns, askable), *described(patterns, askable), *timed(patterns, askable)):
        print(line)


def every_spot(patterns: Patterns) -> frozenset[str]:
    """All that could be asked to be pressed, the forbidden ones too: the locator has to leave those out by itself."""
    return frozenset(sided(point.id, side) for point in patterns.points for side in Side)


def forbidden(names: Iterable[str], patterns: Patterns) -> list[str]:
    """Those of the spots that lie in a zone where nothing may be pressed, or in none."""
    body, points = patterns.body, {sided(p.id, side): p.point(side) for p in patterns.points for side in Side}
    return [name for name in names if not body.allows_pressure(points[name])]


def simulated(patterns: Patterns, askable: Askable) -> Iterator[str]:
    """People from the model, with three amounts of noise."""
    for name, noise in NOISES.items():
        dice = random.Random(SEED)  # noqa: S311  not for secrets
        made = people(patterns, noise, PEOPLE, dice)
        muscular = [one for one in made if one.is_muscular]
        drawn = [(one, locate(one.complaint, patterns, askable)) for one in made]
        ended = [(one, *asked_to_the_end(one, patterns, askable, dice)) for one in made]
        yield f"-- {len(made)} made-up people, {name}: {len(muscular)} with a muscle, the rest with something else"
        yield rates("drawing alone", drawn)
        yield rates("after the questions", [(one, finding) for one, _, finding, _ in ended])
        yield f"questions: {mean(len(asked) for *_, asked in ended):.2f} each, at most {max(len(a) for *_, a in ended)}"
        before = calibration_error([confidence(one, one.complaint, patterns) for one in made])
        after = calibration_error([confidence(one, complaint, patterns) for one, complaint, _, _ in ended])
        yield (
            f"calibration error of what is named first: drawn {before:.3f}, after the questions {after:.3f} (<= 0.05), "
            f"of those for whom something is named: {share_named(drawn):.1%} and "
            f"{share_named([(one, finding) for one, _, finding, _ in ended]):.1%}"
        )
        yield f"always upper trapezius: top-1 {mean(always(one) in one.truths for one in muscular):.1%}"
        nearest = [(one, nearest_patterns(one.complaint, patterns)) for one in muscular]
        first, three = (mean(not one.truths.isdisjoint(n[:k]) for one, n in nearest) for k in (1, 3))
        yield f"nearest pattern: top-1 {first:.1%}, top-3 {three:.1%}"
        pressed = [asked.name for *_, questions in ended for asked in questions if asked.point is not None]
        yield f"forbidden spots asked to be pressed: {len(forbidden(pressed, patterns))} of {len(pressed)}"


def rates(what: str, told: list[tuple[Made, Finding]]) -> str:
    """Top-1 and top-3 of those with a muscle; how many others are recognised, and how many alarms are false."""
    muscular = [(one, finding) for one, finding in told if one.is_muscular]
    others = [(one, finding) for one, finding in told if not one.is_muscular]
    first = mean(said_first(finding) in one.truths for one, finding in muscular)
    three = mean(not one.truths.isdisjoint(muscles_in(finding)) for one, finding in muscular)
    seen = mean(finding.not_a_muscle or finding.cannot_tell for _, finding in others)
    alarms = mean(finding.not_a_muscle for _, finding in muscular)
    silent = mean(finding.cannot_tell and not finding.not_a_muscle for _, finding in muscular)
    return (
        f"{what}: top-1 {first:.1%}, top-3 {three:.1%}; out of scope recognised {seen:.1%}, "
        f"false alarms {alarms:.1%}, cannot tell {silent:.1%}"
    )


def share_named(told: list[tuple[Made, Finding]]) -> float:
    """How many are told of something: a muscle, or what else it could be."""
    return mean(bool(finding.candidates or finding.not_a_muscle) for _, finding in told)


def always(made: Made) -> str:
    """The upper trapezius, on the side with more marks."""
    right = sum(place.endswith("_R") for place in made.complaint.drawing)
    left = sum(place.endswith("_L") for place in made.complaint.drawing)
    return sided("upper_trapezius", Side.RIGHT if right >= left else Side.LEFT)


def nearest_patterns(complaint: Complaint, patterns: Patterns) -> list[str]:
    """The muscles by the cosine between the marks and the weights of their points."""
    marks = set(complaint.drawing)

    def cosine(weights: dict[str, float]) -> float:
        return sum(weights.get(place, 0) for place in marks) / sum(w * w for w in weights.values()) ** 0.5

    ranked = sorted(patterns.sources[: patterns.muscles], key=lambda one: -cosine(one.weights))
    return list(dict.fromkeys(named(one)[0] for one in ranked))


def described(patterns: Patterns, askable: Askable) -> Iterator[str]:
    """The people of tests/cases/locating, those that were held out apart."""
    tuned = [*people_of("patterns"), *people_of("not_muscular")]
    for name, described_people in (("not held out", tuned), ("held out", people_of("held_out"))):
        told = [(one, locate(one.complaint, patterns, askable)) for one in described_people]
        reached = score(told, patterns.body)
        yield (
            f"-- {reached.people} described people, {name}: top-1 {reached.first:.1%} (>= 75 %), "
            f"top-3 {reached.among_three:.1%} (>= 95 %), out of scope recognised {reached.recognised:.1%} (>= 90 %), "
            f"false alarms {reached.false_alarms:.1%} (<= 5 %)"
        )
        yield from missed(told)
        pressed = [name for _, finding in told for name in finding.feel_next]
        yield f"forbidden spots to be pressed: {len(forbidden(pressed, patterns))} of {len(pressed)}"


def missed(told: list[tuple[Described, Finding]]) -> Iterator[str]:
    """Everyone for whom something else was said first."""
    for one, finding in told:
        if said_first(finding) not in one.expected:
            how = "allowed" if said_first(finding) in one.allowed else "wrong"
            yield f"   {one.id}: {said_first(finding)} ({how}); shown: {', '.join(sorted(said_at_all(finding)))}"


def timed(patterns: Patterns, askable: Askable) -> Iterator[str]:
    """Posterior and next question together, for drawings of any size and at every question of 300 people."""
    dice = random.Random(SEED)  # noqa: S311  not for secrets
    places = sorted(patterns.body.places)
    complaints = [step for one in people(patterns, Noise(), 300, dice) for step in steps_of(one, patterns, dice)]
    complaints += [Complaint(dict.fromkeys(dice.sample(places, n), 5)) for n in range(1, len(places) + 1)]
    took_ms = []
    for complaint in complaints:
        started = time.perf_counter()
        locate(complaint, patterns, askable)
        took_ms.append((time.perf_counter() - started) * 1e3)
    fresh = Patterns(patterns.body, patterns.book)
    started = time.perf_counter()
    locate(complaints[0], fresh, askable)
    first_ms = (time.perf_counter() - started) * 1e3
    p95 = quantiles(took_ms, n=20)[-1]
    yield (
        f"-- posterior and next question: half {median(took_ms):.2f} ms, 95 of 100 {p95:.2f} ms, slowest "
        f"{max(took_ms):.2f} ms (limit {LIMIT_MS:.0f} ms, ratio {p95 / LIMIT_MS:.2f}); "
        f"first of a process {first_ms:.1f} ms"
    )


def steps_of(made: Made, patterns: Patterns, dice: random.Random) -> Iterator[Complaint]:
    """What a person has told by each question, and after the last."""
    complaint, askable = made.complaint, Askable(patterns.pressable, frozenset(patterns.movements))
    yield complaint
    while (ask := locate(complaint, patterns, askable).next) is not None:
        complaint = answered(complaint, ask, answer(ask, made, patterns, dice))
        yield complaint


if __name__ == "__main__":
    main()
