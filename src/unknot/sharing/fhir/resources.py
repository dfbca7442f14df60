"""The resources of FHIR R4 for what was told and done. Where R4 requires a value set, the type is that value set."""

from typing import Literal, TypeAlias

from unknot.sharing.fhir.elements import (
    Annotation,
    CodeableConcept,
    DateTime,
    Element,
    Identifier,
    Quantity,
    Reference,
    Resource,
    Uri,
)
from unknot.sharing.fhir.forms import CodeSystem, Questionnaire, QuestionnaireResponse

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
