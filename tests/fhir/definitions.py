"""HL7's own definitions of R4, as they come with the validator: its JSON Schema, and the codes an element must have."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from jsonschema import Draft6Validator

FOLDER = Path(__file__).parent / "node_modules" / "@medplum" / "definitions" / "dist" / "fhir" / "r4"

Json = dict[str, Any]


@cache
def _read(name: str) -> Any:
    return msgspec.json.decode((FOLDER / f"{name}.json").read_bytes())


@cache
def schema_of(kind: str) -> Draft6Validator:
    """A validator for resources of one kind."""
    schema = _read("fhir.schema")
    only = {"$schema": schema["$schema"], "definitions": schema["definitions"], "$ref": f"#/definitions/{kind}"}
    return Draft6Validator(only)


@cache
def _by_url(file: str) -> dict[str, Json]:
    return {one["resource"]["url"]: one["resource"] for one in _read(file)["entry"] if "url" in one["resource"]}


@cache
def _types() -> dict[str, Json]:
    found = (*_by_url("profiles-resources").values(), *_by_url("profiles-types").values())
    return {one["name"]: one for one in found if one["resourceType"] == "StructureDefinition"}


@cache
def required_codes(path: str) -> frozenset[str] | None:
    """The codes that R4 requires at a path such as Observation.status; None where it requires none."""
    kind = path.split(".", maxsplit=1)[0]
    for element in _types()[kind]["snapshot"]["element"]:
        binding = element.get("binding", {})
        if element["path"] == path and binding.get("strength") == "required":
            return frozenset(_codes_in(binding["valueSet"].split("|")[0]))
    return None


def _codes_in(value_set: str) -> Iterator[str]:
    sets = _by_url("valuesets")
    for part in sets[value_set]["compose"]["include"] if value_set in sets else ():
        listed = part.get("concept") or sets.get(part.get("system", ""), {}).get("concept", ())
        yield from (code for concept in listed for code in _with_children(concept))


def _with_children(concept: Json) -> Iterator[str]:
    yield concept["code"]
    for child in concept.get("concept", ()):
        yield from _with_children(child)


def type_of(path: str) -> str | None:
    """The type of the element at a path, where it is one of FHIR's own data types."""
    kind = path.split(".", maxsplit=1)[0]
    for element in _types()[kind]["snapshot"]["element"]:
        if element["path"] == path:
            code = str(element["type"][0]["code"])
            return code if code in _types() and code not in ("BackboneElement", "Element") else None
    return None


def misplaced_codes(part: Any, path: str) -> Iterator[str]:
    """Every code that is not in the value set that R4 requires where it stands."""
    if isinstance(part, list):
        for one in part:
            yield from misplaced_codes(one, path)
    elif isinstance(part, dict):
        inner = type_of(path) if "." in path else None
        for name, value in part.items():
            yield from misplaced_codes(value, f"{inner or path}.{name}")
    elif isinstance(part, str):
        required = required_codes(path)
        if required and part not in required:
            yield f"{path}: {part}"
