"""The resources of FHIR R4 that the bundle uses. Where R4 requires a value set, the type is that value set."""

from typing import Literal, TypeAlias

from unknot.sharing.fhir.elements import (
    Annotation,
    CodeableConcept,
    Coding,
    DateTime,
    Element,
    Extension,
    Identifier,
    Quantity,
    Reference,
    Uri,
)

PublicationStatus: TypeAlias = Literal["draft", "active", "retired", "unknown"]
ResponseStatus: TypeAlias = Literal["in-progress", "completed", "amended", "entered-in-error", "stopped"]
ObservationStatus: TypeAlias = Literal[
    "registered", "preliminary", "final", "amended", "corrected", "cancelled", "entered-in-error", "unknown"
]
EventStatus: TypeAlias = Literal[
    "preparation", "in-progress", "not-done", "on-hold", "stopped", "completed", "entered-in-error", "unknown"
]
RequestStatus: TypeAlias = Literal["draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown"]
ActivityStatus: TypeAlias = (
    Literal["not-started", "scheduled", "in-progress", "on-hold", "completed", "cancelled", "stopped", "unknown"]
    | Literal["entered-in-error"]
)


class Resource(Element, frozen=True, kw_only=True, tag_field="resourceType"):
    """Anything that stands in a bundle by itself."""

    id: str


class Patient(Resource, frozen=True, kw_only=True, tag="Patient"):
    """Whose course it is; Unknot knows no name."""


class DeviceName(Element, frozen=True, kw_only=True):
    """What a device is called."""

    name: str
    type: Literal[
        "udi-label-name", "user-friendly-name", "patient-reported-name", "manufacturer-name", "model-name", "other"
    ]


class DeviceVersion(Element, frozen=True, kw_only=True):
    """A version of a device."""

    value: str


class Device(Resource, frozen=True, kw_only=True, tag="Device"):
    """The program that wrote the bundle."""

    device_name: tuple[DeviceName, ...]
    version: tuple[DeviceVersion, ...]


class ConceptProperty(Element, frozen=True, kw_only=True):
    """Something known of a code."""

    code: str
    value_coding: Coding | None = None
    value_boolean: bool | None = None


class Concept(Element, frozen=True, kw_only=True):
    """A code and its words."""

    code: str
    display: str
    property: tuple[ConceptProperty, ...] = ()


class PropertyDefinition(Element, frozen=True, kw_only=True):
    """What may be known of a code."""

    code: str
    description: str
    type: Literal["code", "Coding", "string", "integer", "boolean", "dateTime", "decimal"]


class CodeSystem(Resource, frozen=True, kw_only=True, tag="CodeSystem"):
    """Our own codes, those that the bundle uses."""

    url: Uri
    version: str
    name: str
    title: str
    status: PublicationStatus
    content: Literal["not-present", "example", "fragment", "complete", "supplement"]
    description: str
    property: tuple[PropertyDefinition, ...] = ()
    concept: tuple[Concept, ...]


class AnswerOption(Element, frozen=True, kw_only=True):
    """An answer that a question takes."""

    value_coding: Coding
    extension: tuple[Extension, ...] = ()


class EnableWhen(Element, frozen=True, kw_only=True):
    """An answer that opens a question."""

    question: str
    operator: Literal["exists", "=", "!=", ">", "<", ">=", "<="]
    answer_coding: Coding | None = None
    answer_integer: int | None = None
    answer_boolean: bool | None = None


class QuestionnaireItem(Element, frozen=True, kw_only=True):
    """A question."""

    link_id: str
    text: str
    type: Literal["choice", "integer", "decimal"]
    extension: tuple[Extension, ...] = ()
    code: tuple[Coding, ...] = ()
    enable_when: tuple[EnableWhen, ...] = ()
    enable_behavior: Literal["all", "any"] | None = None
    required: bool | None = None
    repeats: bool | None = None
    read_only: bool | None = None
    answer_option: tuple[AnswerOption, ...] = ()


class Questionnaire(Resource, frozen=True, kw_only=True, tag="Questionnaire"):
    """The check-in as a form."""

    url: Uri
    version: str
    name: str
    title: str
    status: PublicationStatus
    subject_type: tuple[Literal["Patient"], ...]
    description: str
    item: tuple[QuestionnaireItem, ...]


class ResponseAnswer(Element, frozen=True, kw_only=True):
    """One answer."""

    value_coding: Coding | None = None
    value_integer: int | None = None


class ResponseItem(Element, frozen=True, kw_only=True):
    """A question that was answered."""

    link_id: str
    text: str | None = None
    answer: tuple[ResponseAnswer, ...]


class QuestionnaireResponse(Resource, frozen=True, kw_only=True, tag="QuestionnaireResponse"):
    """A check-in."""

    questionnaire: Uri
    status: ResponseStatus
    subject: Reference
    authored: DateTime
    source: Reference
    item: tuple[ResponseItem, ...]


class Component(Element, frozen=True, kw_only=True):
    """One part of an observation."""

    code: CodeableConcept
    value_quantity: Quantity | None = None
    value_codeable_concept: CodeableConcept | None = None
    value_integer: int | None = None
    value_date_time: DateTime | None = None


class Observation(Resource, frozen=True, kw_only=True, tag="Observation"):
    """Something that was told or counted."""

    status: ObservationStatus
    category: tuple[CodeableConcept, ...] = ()
    code: CodeableConcept
    subject: Reference
    effective_date_time: DateTime
    part_of: tuple[Reference, ...] = ()
    value_quantity: Quantity | None = None
    value_codeable_concept: CodeableConcept | None = None
    value_string: str | None = None
    method: CodeableConcept | None = None
    derived_from: tuple[Reference, ...] = ()
    component: tuple[Component, ...] = ()


class Prediction(Element, frozen=True, kw_only=True):
    """How soon someone should look, and why."""

    qualitative_risk: CodeableConcept
    rationale: str | None = None


class RiskAssessment(Resource, frozen=True, kw_only=True, tag="RiskAssessment"):
    """The verdict on a check-in."""

    identifier: tuple[Identifier, ...] = ()
    status: ObservationStatus
    method: CodeableConcept
    code: CodeableConcept
    subject: Reference
    occurrence_date_time: DateTime
    basis: tuple[Reference, ...]
    prediction: tuple[Prediction, ...]
    mitigation: str | None = None
    note: tuple[Annotation, ...]


class ActivityDetail(Element, frozen=True, kw_only=True):
    """A step of a plan."""

    code: CodeableConcept
    status: ActivityStatus
    description: str


class Activity(Element, frozen=True, kw_only=True):
    """A step of a plan, as FHIR wraps it."""

    detail: ActivityDetail


class CarePlan(Resource, frozen=True, kw_only=True, tag="CarePlan"):
    """The plan of one session."""

    status: RequestStatus
    intent: Literal["proposal", "plan", "order", "option"]
    title: str
    subject: Reference
    created: DateTime
    supporting_info: tuple[Reference, ...]
    activity: tuple[Activity, ...]
    note: tuple[Annotation, ...] = ()


class Procedure(Resource, frozen=True, kw_only=True, tag="Procedure"):
    """A session of self-massage."""

    based_on: tuple[Reference, ...]
    status: EventStatus
    code: CodeableConcept
    subject: Reference
    performed_date_time: DateTime
    used_code: tuple[CodeableConcept, ...] = ()


class Agent(Element, frozen=True, kw_only=True):
    """Who took part."""

    type: CodeableConcept
    who: Reference


class Provenance(Resource, frozen=True, kw_only=True, tag="Provenance"):
    """Who told, and what wrote it down."""

    target: tuple[Reference, ...]
    recorded: DateTime
    agent: tuple[Agent, ...]


AnyResource: TypeAlias = (
    Patient
    | Device
    | CodeSystem
    | Questionnaire
    | QuestionnaireResponse
    | Observation
    | RiskAssessment
    | CarePlan
    | Procedure
    | Provenance
)


class Entry(Element, frozen=True, kw_only=True):
    """A resource in a bundle, under the name by which others refer to it."""

    full_url: Uri
    resource: AnyResource


class Bundle(Resource, frozen=True, kw_only=True, tag="Bundle"):
    """Everything together."""

    type: Literal["collection"]
    timestamp: DateTime
    entry: tuple[Entry, ...]
