"""The resources of FHIR R4 for what is asked: our codes, the check-in as a form, and a form that is filled in."""

from typing import Literal, TypeAlias

from unknot.sharing.fhir.elements import Coding, DateTime, Element, Extension, Reference, Resource, Uri

PublicationStatus: TypeAlias = Literal["draft", "active", "retired", "unknown"]
ResponseStatus: TypeAlias = Literal["in-progress", "completed", "amended", "entered-in-error", "stopped"]


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
