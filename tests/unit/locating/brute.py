"""The model of the locator again, slow and plain: one product of chances for each hypothesis, nothing precomputed.

It shares the knowledge and the list of sources with the locator, and no reckoning.
"""

from math import log2

from unknot.anatomy import sided
from unknot.coach import Knowledge
from unknot.locating import Ask, AskKind, Complaint, Felt, Noticed, PainSource

Hypothesis = tuple[PainSource, ...]
TELLING = (Felt.FAMILIAR, Felt.SORE, Felt.NOT_TENDER)


def hypotheses(knowledge: Knowledge) -> list[tuple[Hypothesis, float]]:
    """Each source alone, then each two muscles, with their relative priors."""
    numbers, sources = knowledge.locating.numbers, knowledge.patterns.sources
    muscles = [one for one in sources if one.point is not None]
    total = sum(one.prior for one in muscles)
    alone = [((one,), one.prior) for one in sources]
    both = []
    for place, one in enumerate(muscles):
        for other in muscles[place + 1 :]:
            if one.group != other.group:
                mirrored = numbers.mirrored if one.id == other.id else 1.0
                both.append(((one, other), one.prior * other.prior / total * numbers.second_source * mirrored))
    return alone + both


def chance_of_mark(place: str, of: Hypothesis) -> float:
    listed = [one.weights[place] for one in of if place in one.weights]
    neither = 1.0
    for weight in listed:
        neither *= 1 - weight
    return 1 - neither if listed else of[0].unlisted


def posterior(complaint: Complaint, knowledge: Knowledge) -> list[float]:
    weights = [
        prior * drawing(complaint, of, knowledge) * answers(complaint, of, knowledge)
        for of, prior in hypotheses(knowledge)
    ]
    return [weight / sum(weights) for weight in weights]


def drawing(complaint: Complaint, of: Hypothesis, knowledge: Knowledge) -> float:
    marks, soft = complaint.marks, knowledge.locating.numbers.softening
    product = 1.0
    for place in knowledge.body.places:
        chance = chance_of_mark(place, of)
        product *= (chance if place in marks else 1 - chance) ** soft
    for quality in knowledge.locating.qualities:
        places = {place for pain in complaint.pains if pain.kind is quality.kind for place in pain.places}
        if any(one.id in quality.raises and places & set(one.weights) for one in of):
            product *= quality.odds
    return product


def answers(complaint: Complaint, of: Hypothesis, knowledge: Knowledge) -> float:
    product = 1.0
    for one in {one.id: one for one in knowledge.patterns.sources if one.point is not None}.values():
        for side in "LR":
            felt = complaint.palpation.get(f"{one.id}_{side}")
            if felt in TELLING:
                active = any(member.id == one.id and f"{one.id}_{side}" in member.names for member in of)
                product *= knowledge.locating.fingers.chances(at_source=active)[felt]
    for name, noticed in complaint.movements.items():
        yes = chance_noticed(name, of, knowledge)
        product *= {Noticed.YES: yes, Noticed.NO: 1 - yes, Noticed.CANNOT_TELL: 1.0}[noticed]
    for place, noticed in complaint.also_hurts.items():
        if noticed is Noticed.NO and place not in complaint.marks:
            product *= 1 - chance_forgotten(place, of, knowledge)
    return product


def chance_noticed(name: str, of: Hypothesis, knowledge: Knowledge) -> float:
    numbers = knowledge.locating.numbers
    chances = []
    for one in of:
        chance = numbers.movement_base
        for movement in knowledge.locating.movements:
            sides = one.sides if movement.sided else (None,)
            if name in {movement.id if side is None else sided(movement.id, side) for side in sides}:
                chance *= numbers.movement_odds if one.id in movement.raises else 1
                chance /= numbers.movement_odds if one.id in movement.lowers else 1
        chances.append(chance)
    return max(chances)


def chance_forgotten(place: str, of: Hypothesis, knowledge: Knowledge) -> float:
    numbers = knowledge.locating.numbers
    chance = chance_of_mark(place, of)
    return numbers.forgotten * (chance / (1 - chance)) ** numbers.softening


def information_bits(ask: Ask, complaint: Complaint, knowledge: Knowledge) -> float:
    """The mutual information of an answer and the hypothesis, term by term."""
    believed = posterior(complaint, knowledge)
    answered = [answer_chances(ask, of, knowledge) for of, _ in hypotheses(knowledge)]
    mixed = [sum(p * each[at] for p, each in zip(believed, answered, strict=True)) for at in range(len(answered[0]))]
    return sum(
        p * chance * log2(chance / mixed[at])
        for p, each in zip(believed, answered, strict=True)
        for at, chance in enumerate(each)
    )


def answer_chances(ask: Ask, of: Hypothesis, knowledge: Knowledge) -> tuple[float, ...]:
    match ask.kind:
        case AskKind.PRESS:
            active = any(ask.name in one.names and one.point is not None for one in of)
            chances = knowledge.locating.fingers.chances(at_source=active)
            return tuple(chances[felt] for felt in TELLING)
        case AskKind.MOVE:
            yes = chance_noticed(ask.name, of, knowledge)
            return yes, 1 - yes
        case AskKind.PLACE:
            yes = chance_forgotten(ask.name, of, knowledge)
            return yes, 1 - yes
