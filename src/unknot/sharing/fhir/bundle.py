"""A course as one FHIR R4 Bundle: who, what was answered, the verdicts, plans, sessions, measures, and who told it."""

from collections.abc import Iterator
from itertools import chain

import msgspec

from unknot.coach import Knowledge
from unknot.screening import Visit
from unknot.sharing.fhir.codes import codes
from unknot.sharing.fhir.elements import CodeableConcept, Coding, Reference
from unknot.sharing.fhir.naming import name_of, refer, url_of
from unknot.sharing.fhir.questionnaire import questionnaire
from unknot.sharing.fhir.resources import (
    Agent,
    AnyResource,
    Bundle,
    CodeSystem,
    Concept,
    ConceptProperty,
    Device,
    DeviceName,
    DeviceVersion,
    Entry,
    Patient,
    PropertyDefinition,
    Provenance,
)
from unknot.sharing.fhir.telling import SELF, of_check_in, of_measure, of_plan, of_session
from unknot.sharing.story import Story
from unknot.units import Value
from unknot.words import say

_SNOMED, _SURE = "snomed", "snomed-sure"


class Bundling(Value, frozen=True):
    """How a bundle is made: by which program, and whether SNOMED CT codes go along, which need a national licence."""

    program: str
    with_snomed: bool = False


def bundle_of(story: Story, knowledge: Knowledge, how: Bundling) -> Bundle:
    """The bundle of a story. The same story gives the same bundle."""
    told = _told(story, knowledge)
    targets = tuple(Reference(reference=url_of(one.id)) for one in told)
    resources = (
        Patient(id=name_of("person", SELF)),
        _device(how.program),
        *(questionnaire(knowledge.rules, visit) for visit in Visit),
        *told,
        *((_provenance(story, targets),) if targets else ()),
    )
    whole = (*resources, _code_system(resources, story, with_snomed=how.with_snomed))
    return Bundle(
        id=name_of("bundle", story.told_at.isoformat()),
        type="collection",
        timestamp=story.told_at.isoformat(),
        entry=tuple(Entry(full_url=url_of(one.id), resource=one) for one in whole),
    )


def bundle_as_json(bundle: Bundle) -> bytes:
    """The bundle as FHIR JSON."""
    return msgspec.json.encode(bundle)


def _told(story: Story, knowledge: Knowledge) -> tuple[AnyResource, ...]:
    questions = knowledge.rules.question_by_id
    sessions = {one.plan: one for one in story.sessions}
    return tuple(
        chain(
            chain.from_iterable(of_check_in(one, questions) for one in story.check_ins),
            chain.from_iterable(of_plan(one, sessions.get(one.id)) for one in story.plans),
            chain.from_iterable(of_session(one) for one in story.sessions),
            (of_measure(one) for one in story.measures),
        )
    )


def _device(program: str) -> Device:
    name, _, version = program.partition(" ")
    device_name, device_version = (
        DeviceName(name=name, type="manufacturer-name"),
        DeviceVersion(value=version or say("report-not-told")),
    )
    return Device(id=name_of("device", "unknot"), device_name=(device_name,), version=(device_version,))


def _provenance(story: Story, targets: tuple[Reference, ...]) -> Provenance:
    return Provenance(
        id=name_of("provenance", story.told_at.isoformat()),
        target=targets,
        recorded=story.told_at.isoformat(),
        agent=(
            Agent(type=_participant("author"), who=refer("person", SELF)),
            Agent(type=_participant("assembler"), who=refer("device", "unknot")),
        ),
    )


def _participant(role: str) -> CodeableConcept:
    return CodeableConcept(coding=(Coding(system=codes().systems.participant_type, code=role),))


def _code_system(resources: tuple[AnyResource, ...], story: Story, *, with_snomed: bool) -> CodeSystem:
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
        version=story.version,
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
    elif isinstance(part, msgspec.Struct):
        for field in part.__struct_fields__:
            yield from _codings(getattr(part, field))
    elif isinstance(part, tuple):
        for one in part:
            yield from _codings(one)
