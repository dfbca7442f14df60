"""The next best question: the one whose answer is expected to tell most, if it could change the advice."""

from collections.abc import Iterator

from msgspec.structs import replace

from unknot.anatomy import side_in, sided
from unknot.locating.complaint import Complaint, Felt, Noticed
from unknot.locating.finding import Ask, AskKind
from unknot.locating.naming import Named, name_sources, side_of
from unknot.locating.patterns import Patterns
from unknot.locating.posterior import Posterior
from unknot.locating.spread import Answering
from unknot.units import Value


class Askable(Value, frozen=True):
    """What this person may be asked: the spots they may press (`UT2_R`) and the movements they may think of.

    Whether a place hurts may always be asked.
    """

    points: frozenset[str] = frozenset()
    movements: frozenset[str] = frozenset()


def next_question(posterior: Posterior, named: Named, complaint: Complaint, askable: Askable) -> Ask | None:
    """The most telling question that may be asked, or None: enough were asked, or no answer would change the advice.

    Of the most telling ones a few are tried out; a question that tells less than they and yet changes more is rare.

    Source: clinical 1.2 (scoring), 1.5.
    """
    numbers = posterior.patterns.book.numbers
    if complaint.answered >= numbers.questions_most or named.holds_back:
        return None
    telling = sorted(asks(posterior, named, complaint, askable), key=lambda ask: (-ask.information_bits, ask.name))
    for ask in telling[: numbers.questions_weighed]:
        if ask.information_bits < numbers.least_information:
            return None
        if _changes_advice(ask, posterior, named, complaint):
            return ask
    return None


def asks(posterior: Posterior, named: Named, complaint: Complaint, askable: Askable) -> Iterator[Ask]:
    """Every question that may be asked, with what its answer is expected to tell."""
    yield from _presses(posterior, complaint, askable)
    yield from _moves(posterior, complaint, askable)
    yield from _places(posterior, named, complaint)


def _presses(posterior: Posterior, complaint: Complaint, askable: Askable) -> Iterator[Ask]:
    patterns, chances = posterior.patterns, posterior.of_sources
    for at, point in enumerate(patterns.points):
        source = patterns.sources[at]
        if not point.may_be_pressed or any(name in complaint.palpation for name in source.names):
            continue
        side = side_of(source, complaint)
        name = sided(point.id, side)
        if name in askable.points:
            yield Ask(
                kind=AskKind.PRESS,
                name=name,
                information_bits=patterns.information_of_spot(chances[at]),
                source=point.source,
                side=side,
                point=point.id,
                muscle=point.muscle,
                pressure_0_10=patterns.feel_pressure_0_10[at],
            )


def _moves(posterior: Posterior, complaint: Complaint, askable: Askable) -> Iterator[Ask]:
    patterns = posterior.patterns
    for name, asked in patterns.movements.items():
        if name in askable.movements and name not in complaint.movements:
            bits = patterns.movement_answers(name).information_bits(posterior.chances)
            yield Ask(AskKind.MOVE, name, bits, asked.movement.source, side=asked.side)


def _places(posterior: Posterior, named: Named, complaint: Complaint) -> Iterator[Ask]:
    """Whether it hurts as well where the muscles named are mostly felt."""
    patterns, marks = posterior.patterns, complaint.marks
    expected = {
        place: at
        for _, at in reversed(named.muscles)
        for place in patterns.essential[at]
        if place not in marks and place not in complaint.also_hurts
    }
    for place, at in expected.items():
        bits = patterns.place_answers(place).information_bits(posterior.chances)
        yield Ask(AskKind.PLACE, place, bits, patterns.points[at].source, side=side_in(place))


def _changes_advice(ask: Ask, posterior: Posterior, named: Named, complaint: Complaint) -> bool:
    likely_from = posterior.patterns.book.numbers.most_likely_from
    now = named.advice(likely_from)
    return any(
        name_sources(posterior.after(likelihood), answered(complaint, ask, answer)).advice(likely_from) != now
        for answer, likelihood in answers_to(ask, posterior.patterns).answers.items()
    )


def answers_to(ask: Ask, patterns: Patterns) -> Answering:
    """How likely each answer to a question is."""
    match ask.kind:
        case AskKind.PRESS:
            return patterns.spot_answers(patterns.sources_named[ask.name])
        case AskKind.MOVE:
            return patterns.movement_answers(ask.name)
        case AskKind.PLACE:
            return patterns.place_answers(ask.name)


def answered(complaint: Complaint, ask: Ask, answer: Felt | Noticed) -> Complaint:
    """The complaint with one more answer."""
    if isinstance(answer, Felt):
        return replace(complaint, palpation={**complaint.palpation, ask.name: answer})
    if ask.kind is AskKind.MOVE:
        return replace(complaint, movements={**complaint.movements, ask.name: answer})
    return replace(complaint, also_hurts={**complaint.also_hurts, ask.name: answer})
