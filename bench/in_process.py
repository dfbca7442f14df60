"""How long a case takes from answers to a plan, in process: screening, locating and planning together.

Run: python3 x.py bench in_process
"""

import random
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles

import msgspec
from msgspec.structs import replace

from unknot.coach import Case, Knowledge, advise
from unknot.knowledge import load_knowledge
from unknot.planning import FreeHand
from unknot.screening import screen

LIMIT_MS = 20.0
EXAMPLES = Path(__file__).parents[1] / "docs" / "examples"
RANDOM_CASES = 2_000
SEED = 20261120
NOW = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)


def random_case(known: Case, knowledge: Knowledge, dice: random.Random) -> Case:
    """A case that screening clears, with any pain, tools, time and place: the longest way through."""
    places = sorted(knowledge.body.places)
    tools = [tool.id for tool in knowledge.techniques.tools]
    return replace(
        known,
        drawing={place: dice.randint(1, 10) for place in dice.sample(places, dice.randint(1, 8))},
        palpation={},
        tools=tuple(dice.sample(tools, dice.randint(0, len(tools)))),
        minutes=dice.randint(5, 15),
        place=dice.choice([place.id for place in knowledge.techniques.places]),
        hand=dice.choice(list(FreeHand)),
    )


def milliseconds(case: Case, knowledge: Knowledge) -> float:
    """How long the advice for a case takes."""
    started = time.perf_counter()
    advise(case, knowledge, NOW)
    return (time.perf_counter() - started) * 1e3


def main() -> None:
    """Print a line for each claim."""
    knowledge = load_knowledge()
    examples = [msgspec.json.decode(file.read_bytes(), type=Case) for file in sorted(EXAMPLES.glob("*.json"))]
    cold_ms = milliseconds(examples[0], knowledge)
    dice = random.Random(SEED)  # noqa: S311  not for secrets
    cases = examples + [random_case(examples[0], knowledge, dice) for _ in range(RANDOM_CASES)]
    took_ms = [milliseconds(case, knowledge) for case in cases]
    p95_ms = quantiles(took_ms, n=20)[-1]
    for claim, measured_ms in (
        ("the first of a process", cold_ms),
        ("half of them", median(took_ms)),
        ("95 of 100", p95_ms),
        ("the slowest", max(took_ms)),
    ):
        ratio = measured_ms / LIMIT_MS
        print(f"screen, locate and plan, {claim}: {measured_ms:.2f} ms (limit {LIMIT_MS:.0f} ms, ratio {ratio:.2f})")
    answers = examples[0].answers
    screening_ms = []
    for _ in range(RANDOM_CASES):
        started = time.perf_counter()
        screen(answers, knowledge.rules, NOW)
        screening_ms.append((time.perf_counter() - started) * 1e3)
    print(f"screening alone, half of them: {median(screening_ms) * 1e3:.0f} us")


if __name__ == "__main__":
    main()
