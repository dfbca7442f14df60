"""The data types of FHIR R4 that the bundle uses, field for field; what is not set is not written."""

from typing import Annotated, TypeAlias

import msgspec
from msgspec import Meta

DateTime: TypeAlias = Annotated[str, Meta(description="a moment with its time zone, as ISO 8601")]
Uri: TypeAlias = str


class Element(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, rename="camel"):
    """Anything that is part of a resource."""


class Coding(Element, frozen=True, kw_only=True):
    """A code of a code system."""

    system: Uri
    code: str
    display: str | None = None


class CodeableConcept(Element, frozen=True, kw_only=True):
    """An idea, by codes that all mean it, or by words."""

    coding: tuple[Coding, ...] = ()
    text: str | None = None


class Quantity(Element, frozen=True, kw_only=True):
    """A number with its unit."""

    value: int | float
    unit: str
    system: Uri
    code: str


class Reference(Element, frozen=True, kw_only=True):
    """Another resource of the same bundle."""

    reference: str


class Annotation(Element, frozen=True, kw_only=True):
    """A remark."""

    text: str


class Expression(Element, frozen=True, kw_only=True):
    """Something to be computed."""

    language: str
    expression: str


class Extension(Element, frozen=True, kw_only=True):
    """What FHIR itself has no field for."""

    url: Uri
    value_decimal: int | None = None
    value_integer: int | None = None
    value_boolean: bool | None = None
    value_expression: Expression | None = None


class Identifier(Element, frozen=True, kw_only=True):
    """What a thing is called in a system of names."""

    system: Uri
    value: str


class Resource(Element, frozen=True, kw_only=True, tag_field="resourceType"):
    """Anything that stands in a bundle by itself."""

    id: str
