"""The people of tests/cases/locating/*.toml, and how a finding for one of them is scored."""

import tomllib
from collections.abc import Iterable
from pathlib import Path

import msgspec

from unknot.anatomy import Body, sided
from unknot.locating import Complaint, Drawing, Finding, Noticing, Pain, Palpation
from unknot.units import Probability, Sources, Value

FOLDER = Path(__file__).parent / "cases" / "locating"
CANNOT_TELL = "cannot-tell"
"""What is expected of someone whose marks fit nothing."""


class Described(Value, frozen=True):
    """One person of a case file; what its keys mean is said in held_out.toml."""

    id: str
    about: str
    drawing: Drawing
    expected: tuple[str, ...]
    clear: bool
    source: Sources
    allowed: tuple[str, ...] = ()
    pains: tuple[Pain, ...] = ()
    palpation: Palpation = {}
    movements: Noticing = {}

    @property
    def complaint(self) -> Complaint:
        return Complaint(self.drawing, self.palpation, self.pains, self.movements)

    def is_muscular(self, body: Body) -> bool:
        muscles = {muscle.id for muscle in body.muscles}
        return any(one[:-2] in muscles for one in self.expected)


class Score(Value, frozen=True):
    """How many of how many, by what was asked of them."""

    first: Probability
    among_three: Probability
    recognised: Probability
    false_alarms: Probability
    people: int


def people_of(name: str) -> list[Described]:
    """The people of one file."""
    content = (FOLDER / f"{name}.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(content)["case"], list[Described])


def said_first(finding: Finding) -> str:
    """What the finding says first: a muscle with its side, another source, or that it cannot tell."""
    if finding.not_a_muscle:
        return finding.not_muscular[0] if finding.not_muscular else "check-again"
    return muscles_in(finding)[0] if finding.candidates else CANNOT_TELL


def muscles_in(finding: Finding) -> list[str]:
    """The muscles shown, each with its side."""
    return [sided(one.muscle, one.side) for one in finding.candidates]


def said_at_all(finding: Finding) -> set[str]:
    """Everything that is shown."""
    return {*muscles_in(finding), *finding.not_muscular, said_first(finding)}


def score(told: Iterable[tuple[Described, Finding]], body: Body) -> Score:
    """The bars of a set of people and their findings: clear muscular ones, and those out of scope."""
    pairs = list(told)
    clear = [(one, finding) for one, finding in pairs if one.clear and one.is_muscular(body)]
    muscular = [finding for one, finding in pairs if one.is_muscular(body)]
    others = [(one, finding) for one, finding in pairs if not one.is_muscular(body)]
    return Score(
        first=_share(said_first(finding) in one.expected for one, finding in clear),
        among_three=_share(not said_at_all(finding).isdisjoint(one.expected) for one, finding in clear),
        recognised=_share(is_out_of_scope(finding) for _, finding in others),
        false_alarms=_share((is_out_of_scope(finding) for finding in muscular), empty=0.0),
        people=len(pairs),
    )


def is_out_of_scope(finding: Finding) -> bool:
    """True when the finding says that it is likely no muscle, or that it cannot tell."""
    return finding.not_a_muscle or finding.cannot_tell


def _share(hits: Iterable[bool], empty: float = 1.0) -> float:
    given = list(hits)
    return sum(given) / len(given) if given else empty
