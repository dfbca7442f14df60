"""The vocabulary of the bundle: our own codes with their words, and what they are called elsewhere."""

from functools import cache
from importlib.resources import files

import msgspec

from unknot.sharing.fhir.elements import CodeableConcept, Coding, Quantity
from unknot.units import Sources, Value
from unknot.words import is_said, say


class Systems(Value, frozen=True):
    """The names of the code systems and of our own questionnaires."""

    loinc: str
    ucum: str
    snomed: str
    observation_category: str
    participant_type: str
    own: str
    first_visit: str
    return_visit: str
    source: Sources


class Extensions(Value, frozen=True):
    """The names of the extensions that the questionnaires use."""

    ordinal: str
    exclusive: str
    least: str
    most: str
    calculated: str
    source: Sources


class LoincCode(Value, frozen=True):
    """What kinds of reading are called in LOINC."""

    kind: tuple[str, ...]
    code: str
    display: str
    source: Sources


class Units(Value, frozen=True):
    """The UCUM codes of the units, and the kinds of reading that are given in degrees; other numbers are scores."""

    score: str
    degrees: str
    seconds: str
    in_degrees: tuple[str, ...]
    source: Sources


class SnomedCode(Value, frozen=True):
    """What one of our codes may be read as in SNOMED CT, and whether that is sure."""

    concept: str
    code: str
    sure: bool
    source: Sources


class Codes(Value, frozen=True):
    """codes.toml"""

    systems: Systems
    extensions: Extensions
    units: Units
    loinc: tuple[LoincCode, ...]
    snomed: tuple[SnomedCode, ...]


@cache
def codes() -> Codes:
    """The vocabulary that is shipped."""
    return msgspec.toml.decode(files("unknot.sharing.fhir").joinpath("codes.toml").read_bytes(), type=Codes)


@cache
def own(code: str) -> Coding:
    """One of our own codes with its words; a code of another version stands for itself."""
    return Coding(system=codes().systems.own, code=code, display=_words(code))


def concept(code: str) -> CodeableConcept:
    """One of our own codes as a concept."""
    return CodeableConcept(coding=(own(code),))


@cache
def reading_codes(kind: str) -> tuple[Coding, ...]:
    """What is read: by its LOINC code where there is one, and by ours."""
    named = (one for one in codes().loinc if kind in one.kind)
    elsewhere = (Coding(system=codes().systems.loinc, code=one.code, display=one.display) for one in named)
    return (*elsewhere, own(f"reading-{kind}"))


def reading_quantity(kind: str, value: int) -> Quantity:
    """A number of this kind of reading, in its unit."""
    units = codes().units
    return _quantity(value, units.degrees if kind in units.in_degrees else units.score)


def score(value: float) -> Quantity:
    """A score, or a difference of scores."""
    return _quantity(value, codes().units.score)


def seconds(value: int) -> Quantity:
    """A time in seconds."""
    return _quantity(value, codes().units.seconds)


def _quantity(value: float, unit: str) -> Quantity:
    return Quantity(value=value, unit=unit, system=codes().systems.ucum, code=unit)


def _words(code: str) -> str:
    for id in (code, f"fhir-{code}", f"after-{code}"):
        if is_said(id):
            return say(id)
    return code
