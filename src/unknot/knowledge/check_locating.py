"""What the types of locating.toml cannot say: references that exist, and chances that stay chances."""

from collections.abc import Iterator
from math import exp

from unknot.coach import Knowledge
from unknot.knowledge.fault import Fault, unknown
from unknot.locating import NO_PATTERN

_FILE = "locating.toml"


def locating_faults(knowledge: Knowledge) -> Iterator[Fault]:
    """The faults of the locating book and of the weights it reckons with."""
    yield from _references(knowledge)
    yield from _numbers(knowledge)
    yield from _weights(knowledge)
    yield from _forgotten(knowledge)


def _references(knowledge: Knowledge) -> Iterator[Fault]:
    book, body = knowledge.locating, knowledge.body
    regions = {region.id for region in body.regions}
    questions = knowledge.rules.question_by_id
    sources = {*body.point_by_id, *(one.id for one in book.alternatives)}
    conditions = {row.id for row in knowledge.rules.conditions}
    for one in book.alternatives:
        entry = f"alternative '{one.id}'"
        for pattern in one.patterns:
            yield from unknown(_FILE, entry, "region", pattern, regions, "regions.toml")
        yield from unknown(_FILE, entry, "question", one.questions, questions, "questions.toml")
        if not one.left + one.right:
            yield Fault(_FILE, entry, "is felt on neither side.", "Give left or right a share.")
        if not one.questions and one.id != NO_PATTERN:
            yield Fault(
                _FILE, entry, "goes back to no question.", "Name the questions of the check-in that look for it."
            )
    for movement in book.movements:
        entry = f"movement '{movement.id}'"
        named = (*movement.raises, *movement.lowers)
        yield from unknown(_FILE, entry, "source", named, sources, "trigger_points.toml and this file")
        yield from unknown(_FILE, entry, "question", movement.questions, questions, "questions.toml")
    for quality in book.qualities:
        entry = f"quality '{quality.kind}'"
        yield from unknown(_FILE, entry, "source", quality.raises, sources, "trigger_points.toml and this file")
    for caution in book.cautions:
        entry = f"caution '{', '.join(caution.points)}'"
        yield from unknown(_FILE, entry, "point", caution.points, body.point_by_id, "trigger_points.toml")
        yield from unknown(_FILE, entry, "question", caution.questions, questions, "questions.toml")
    never = book.numbers.no_movement_with
    yield from unknown(_FILE, "locating, no_movement_with", "condition", never, conditions, "contraindications.toml")


def _numbers(knowledge: Knowledge) -> Iterator[Fault]:
    numbers = knowledge.locating.numbers
    if NO_PATTERN not in {one.id for one in knowledge.locating.alternatives}:
        yield Fault(_FILE, f"alternative '{NO_PATTERN}'", "is missing.", "Add it: marks may fit nothing.")
    if numbers.movement_base * numbers.movement_odds >= 1:
        problem = f"movement_base {numbers.movement_base} times movement_odds {numbers.movement_odds} is 1 or more."
        yield Fault(_FILE, "locating", problem, "Lower one: it is a chance.")
    if not 0 < numbers.leak < 1:
        yield Fault(_FILE, "locating", f"leak is {numbers.leak}.", "Nothing is impossible or certain: between 0 and 1.")


def _weights(knowledge: Knowledge) -> Iterator[Fault]:
    leak = knowledge.locating.numbers.leak
    points = (
        (f"trigger_point '{one.id}'", {**one.essential, **one.spillover}) for one in knowledge.body.trigger_points
    )
    others = (
        (f"alternative '{one.id}'", pattern) for one in knowledge.locating.alternatives for pattern in one.patterns
    )
    for file, weighted in (("trigger_points.toml", points), (_FILE, others)):
        for entry, weights in weighted:
            for region, weight in weights.items():
                if not leak < weight < 1:
                    problem = f"marks {region} with the chance {weight}."
                    yield Fault(file, entry, problem, f"Put it between the leak, {leak}, and 1, or leave it out.")


def _forgotten(knowledge: Knowledge) -> Iterator[Fault]:
    """Reached only where leak and weights are sound, since the first fault stops the start."""
    patterns, forgotten = knowledge.patterns, knowledge.locating.numbers.forgotten
    surest = max(max(patterns.marked(place)) for place in patterns.body.places)
    if not 0 < forgotten * exp(surest) < 1:
        problem = f"forgotten is {forgotten}, which for the surest mark comes to {forgotten * exp(surest):.2f}."
        yield Fault(_FILE, "locating", problem, "Choose it so that this is a chance between 0 and 1.")
