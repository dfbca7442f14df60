"""A course as one FHIR R4 Bundle: who, what was answered, the verdicts, plans, sessions, readings, and who told it."""

from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import get_args, get_type_hints

import msgspec

from unknot.coach import Knowledge
from unknot.records import undisturbed
from unknot.screening import Visit
from unknot.sharing.chronicle import Chronicle
from unknot.sharing.fhir.codes import codes
from unknot.sharing.fhir.elements import CodeableConcept, Coding, Reference
from unknot.sharing.fhir.following import (
    of_causes,
    of_drawing,
    of_judgement,
    of_knot,
    of_learned,
    of_reading,
)
from unknot.sharing.fhir.forms import CodeSystem, Concept, ConceptProperty, PropertyDefinition
from unknot.sharing.fhir.marking import SELF
from unknot.sharing.fhir.naming import name_of, refer, url_of
from unknot.sharing.fhir.questionnaire import questionnaire
from unknot.sharing.fhir.resources import (
    Agent,
    AnyResource,
    Bundle,
    Device,
    DeviceName,
    DeviceVersion,
    Entry,
    Patient,
    Provenance,
)
from unknot.sharing.fhir.telling import of_check_in, of_plan, of_session
from unknot.sharing.readings import Standing
from unknot.units import Value
from unknot.words import say

_SNOMED, _SURE = "snomed", "snomed-sure"


class Bundling(Value, frozen=True):
    """How a bundle is made: by which program, and whether SNOMED CT codes go along, which need a national licence."""

    program: str
    with_snomed: bool = False


@undisturbed()
def bundle_of(chronicle: Chronicle, knowledge: Knowledge, how: Bundling) -> Bundle:
    """The bundle of a chronicle. The same chronicle gives the same bundle."""
    told = _told(chronicle, knowledge)
    targets = tuple(Reference(reference=url_of(one.id)) for one in told)
    resources = (
        Patient(id=name_of("person", SELF)),
        _device(how.program),
        *(questionnaire(knowledge.rules, visit) for visit in Visit),
        *told,
        *((_provenance(chronicle, targets),) if targets else ()),
    )
    whole = (*resources, _code_system(resources, chronicle, with_snomed=how.with_snomed))
    return Bundle(
        id=name_of("bundle", chronicle.told_at.isoformat()),
        type="collection",
        timestamp=chronicle.told_at.isoformat(),
        entry=tuple(Entry(full_url=url_of(one.id), resource=one) for one in whole),
    )


def bundle_as_json(bundle: Bundle) -> bytes:
    """The bundle as FHIR JSON."""
    return msgspec.json.encode(bundle)


def _told(chronicle: Chronicle, knowledge: Knowledge) -> tuple[AnyResource, ...]:
    """What happened, and what it comes to at the moment of telling. What was replaced or taken back stays out."""
    questions, told_at = knowledge.rules.question_by_id, chronicle.told_at
    sessions = {one.plan: one for one in chronicle.sessions}
    drawings = tuple(one for one in chronicle.drawings if one.standing is not Standing.REPLACED)
    drawn = {one.of for one in drawings}
    anything = (*chronicle.readings, *chronicle.sessions)
    return tuple(
        chain(
            chain.from_iterable(of_check_in(one, questions) for one in chronicle.check_ins),
            (of_drawing(one) for one in drawings),
            chain.from_iterable(
                of_plan(one, sessions.get(one.id), has_drawing=one.id in drawn) for one in chronicle.plans
            ),
            chain.from_iterable(of_session(one) for one in chronicle.sessions),
            (of_reading(one, chronicle.activities) for one in chronicle.standing),
            (of_knot(one, told_at) for one in chronicle.knots),
            of_causes(chronicle.causes, told_at),
            of_judgement(chronicle.judgement, told_at) if anything else (),
            of_learned(chronicle.learned, told_at),
        )
    )


def _device(program: str) -> Device:
    name, _, version = program.partition(" ")
    device_name, device_version = (
        DeviceName(name=name, type="manufacturer-name"),
        DeviceVersion(value=version or say("report-not-told")),
    )
    return Device(id=name_of("device", "unknot"), device_name=(device_name,), version=(device_version,))


def _provenance(chronicle: Chronicle, targets: tuple[Reference, ...]) -> Provenance:
    return Provenance(
        id=name_of("provenance", chronicle.told_at.isoformat()),
        target=targets,
        recorded=chronicle.told_at.isoformat(),
        agent=(
            Agent(type=_participant("author"), who=refer("person", SELF)),
            Agent(type=_participant("assembler"), who=refer("device", "unknot")),
        ),
    )


def _participant(role: str) -> CodeableConcept:
    return CodeableConcept(coding=(Coding(system=codes().systems.participant_type, code=role),))


def _code_system(resources: tuple[AnyResource, ...], chronicle: Chronicle, *, with_snomed: bool) -> CodeSystem:
    """Our own codes, as far as the resources use them, each with its words."""
    used = {
        coding.code: coding for one in resources for coding in _codings(one) if coding.system == codes().systems.own
    }
    elsewhere = {one.concept: one for one in codes().snomed} if with_snomed else {}

    def properties(code: str) -> Iterator[ConceptProperty]:
        if code in elsewhere:
            mapped = elsewhere[code]
            yield ConceptProperty(code=_SNOMED, value_coding=Coding(system=codes().systems.snomed, code=mapped.code))
            yield ConceptProperty(code=_SURE, value_boolean=mapped.sure)

    return CodeSystem(
        id=name_of("codes", "own"),
        url=codes().systems.own,
        version=chronicle.version,
        name="UnknotCodes",
        title=say("fhir-codes"),
        status="draft",
        content="fragment",
        description=say("fhir-codes-about"),
        property=(
            PropertyDefinition(code=_SNOMED, description=say("fhir-snomed"), type="Coding"),
            PropertyDefinition(code=_SURE, description=say("fhir-snomed-sure"), type="boolean"),
        )
        if with_snomed
        else (),
        concept=tuple(
            Concept(code=code, display=used[code].display or code, property=tuple(properties(code)))
            for code in sorted(used)
        ),
    )


def _codings(part: object) -> Iterator[Coding]:
    """Every coding anywhere in a resource."""
    if isinstance(part, Coding):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from _codings(one)
    elif isinstance(part, msgspec.Struct):
        for field in _fields_with_codings(type(part)):
            yield from _codings(getattr(part, field))


@cache
def _fields_with_codings(kind: type) -> tuple[str, ...]:
    """The fields of a resource or element in which a coding can stand; a year has too many others to look at."""
    return tuple(name for name, hint in get_type_hints(kind).items() if _holds_codings(hint))


def _holds_codings(hint: object) -> bool:
    if isinstance(hint, type):
        return hint is Coding or any(_holds_codings(one) for one in get_type_hints(hint).values())
    return any(_holds_codings(part) for part in get_args(hint))
