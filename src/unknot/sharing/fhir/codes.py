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


class MeasureCode(Value, frozen=True):
    """What kinds of measure are called in LOINC, and their UCUM unit."""

    kind: tuple[str, ...]
    loinc: str
    display: str
    unit: str
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
    measure: tuple[MeasureCode, ...]
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
def measure_concept(kind: str) -> CodeableConcept:
    """What is measured: by its LOINC code where there is one, and by ours."""
    elsewhere = tuple(
        Coding(system=codes().systems.loinc, code=one.loinc, display=one.display)
        for one in codes().measure
        if kind in one.kind
    )
    return CodeableConcept(coding=(*elsewhere, own(f"measure-{kind}")))


def score(value: int) -> Quantity:
    """A score from 0 to 10."""
    unit = codes().measure[0].unit
    return Quantity(value=value, unit=unit, system=codes().systems.ucum, code=unit)


def seconds(value: int) -> Quantity:
    """A time in seconds."""
    return Quantity(value=value, unit="s", system=codes().systems.ucum, code="s")


def _words(code: str) -> str:
    for id in (code, f"fhir-{code}", f"after-{code}"):
        if is_said(id):
            return say(id)
    return code
