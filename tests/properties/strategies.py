"""How Hypothesis makes people up: over the real questions, regions, points, tools and places."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from tests.calm import calm_answers

from unknot.knowledge import load_knowledge
from unknot.locating import Drawing, Felt, Palpation
from unknot.planning import AdvisedStep, FreeHand, Of, Situation, Tightening, Tighter
from unknot.progress import PastSession
from unknot.screening import NONE_OF_THESE, UNSURE, Answer, Answers, Question, QuestionKind
from unknot.units import Side

KNOWLEDGE = load_knowledge()
RULES, BODY, BOOK = KNOWLEDGE.rules, KNOWLEDGE.body, KNOWLEDGE.techniques
NOW = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)


def answer_to(question: Question) -> SearchStrategy[Answer]:
    """Anything that the question takes, the reassuring answers more often."""
    match question.kind:
        case QuestionKind.SCALE | QuestionKind.NUMBER:
            assert question.between is not None
            return st.integers(*question.between) | st.just(UNSURE)
        case QuestionKind.CHOICE:
            return st.sampled_from((*question.options, UNSURE))
        case QuestionKind.SEVERAL:
            some = st.lists(st.sampled_from(question.options), min_size=1, max_size=3, unique=True).map(tuple)
            return st.just(NONE_OF_THESE) | st.just(NONE_OF_THESE) | some | st.just(UNSURE)


def any_answers() -> SearchStrategy[Answers]:
    """Some of the questions, answered in any way."""
    return st.fixed_dictionaries({}, optional={question.id: answer_to(question) for question in RULES.questions})


def full_answers() -> SearchStrategy[Answers]:
    """Every question answered in any way, so that nothing is left to ask."""
    return st.fixed_dictionaries({question.id: answer_to(question) for question in RULES.questions})


def history_signs() -> SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from([sign.id for sign in RULES.history_signs]), max_size=2)


CALM: Answers = calm_answers(RULES)
"""Every question answered in the most ordinary way."""

CONDITIONS = ("vessels", "blood", "bones", "nerves", "other-conditions", "pregnancy", "skin", "illness-signs", "age")


def people_with_conditions() -> SearchStrategy[Answers]:
    """Ordinary people with up to three answers about conditions, drowsiness, skin, arms or a bad night's neck."""
    asked = [question for question in RULES.questions if question.id in CONDITIONS]
    others = [question for question in RULES.questions if question.id in ("neck-movement", "arm-leg-signs", "pain-now")]
    about = st.sampled_from([*asked, *asked, *asked, *others])
    one = about.flatmap(lambda question: st.tuples(st.just(question.id), answer_to(question)))
    return st.lists(one, max_size=3).map(lambda answers: {**CALM, **dict(answers)})


def drawings() -> SearchStrategy[Drawing]:
    return st.dictionaries(st.sampled_from(sorted(BODY.places)), st.integers(0, 10), max_size=6)


def palpations() -> SearchStrategy[Palpation]:
    points = [f"{point.id}_{side}" for point in BODY.trigger_points if point.may_be_pressed for side in "LR"]
    return st.dictionaries(st.sampled_from(points), st.sampled_from(Felt), max_size=3)


def situations() -> SearchStrategy[Situation]:
    owned = st.lists(st.sampled_from([tool.id for tool in BOOK.tools if not tool.by_hand]), unique=True).map(tuple)
    places = st.sampled_from([place.id for place in BOOK.places])
    return st.builds(Situation, st.integers(5, 15), owned, st.sampled_from(FreeHand), places)


def past_sessions() -> SearchStrategy[tuple[PastSession, ...]]:
    """Up to three sessions: mostly days ago, sometimes today, some of them stopped."""
    ago = st.integers(24, 24 * 20) | st.integers(24, 24 * 20) | st.integers(-2, 24)
    one = st.builds(
        PastSession,
        ended_at=ago.map(lambda hours: NOW - timedelta(hours=hours)),
        techniques=st.sampled_from([(), ("friction",), ("kneading", "sustained-pressure")]),
        tools=st.sampled_from([(), ("hands",), ("gun",)]),
        pressed_s=st.sampled_from([0, 60, 120]),
        stopped_for=st.sampled_from([None, None, None, "sharp"]),
    )
    return st.lists(one, max_size=3).map(lambda past: tuple(sorted(past, key=lambda session: session.ended_at)))


sides = st.sampled_from(Side)


def tightenings() -> SearchStrategy[Tightening]:
    """Whatever a professional may have written, and what nobody in their senses would."""
    absurd = st.sampled_from([-(10**30), -1, 0, 10**30])
    names = {
        Of.TECHNIQUE: [one.id for one in BOOK.techniques],
        Of.TOOL: [one.id for one in BOOK.tools],
        Of.ZONE: [one.id for one in BODY.zones],
        Of.MUSCLE: [one.id for one in BODY.muscles],
    }

    def number(most: int) -> SearchStrategy[int | None]:
        return st.none() | st.none() | st.integers(0, most) | absurd

    def one_of(of: Of) -> SearchStrategy[Tighter]:
        ids = st.sampled_from([*names[of], "nothing-of-the-kind"])
        return st.builds(Tighter, st.just(of), ids, st.booleans(), number(10), number(120))

    single = st.sampled_from(Of).flatmap(one_of)
    return st.builds(
        Tightening,
        st.sampled_from([False, False, False, True]),
        number(10),
        number(120),
        number(4),
        number(20),
        number(3),
        st.lists(single, max_size=4).map(tuple),
    )


def advised_steps() -> SearchStrategy[tuple[AdvisedStep, ...]]:
    """Steps that a professional may write, possible and impossible ones."""
    one = st.builds(
        AdvisedStep,
        st.sampled_from([*(one.id for one in BOOK.techniques), "nothing-of-the-kind"]),
        st.integers(0, 3600),
        st.integers(-3, 50),
        st.sampled_from(["hands", "hands", *(one.id for one in BOOK.tools), "nothing-of-the-kind"]),
        st.sampled_from(["", *(point.id for point in BODY.trigger_points), "nothing-of-the-kind"]),
        st.sampled_from([None, *Side]),
        st.none() | st.integers(0, 10),
    )
    return st.lists(one, max_size=8).map(tuple)
