"""The names of resources: the same thing has the same name in every bundle."""

from functools import lru_cache
from uuid import UUID, uuid5

from unknot.sharing.fhir.elements import Reference

_SPACE = UUID("7d0f2a5e-6c1b-5b8e-9a55-0d6a3b1f4c00")


@lru_cache(maxsize=20_000)  # each is asked for where it is made and where it is referred to
def name_of(kind: str, id: str) -> str:
    """The name of the resource that tells one aspect (`kind`) of what has this id.

    >>> name_of("verdict", "1") == name_of("verdict", "1") != name_of("plan", "1")
    True
    """
    return str(uuid5(_SPACE, f"{kind} {id}"))


def url_of(name: str) -> str:
    """The address of a resource inside its bundle."""
    return f"urn:uuid:{name}"


def refer(kind: str, id: str) -> Reference:
    """A reference to the resource of that name."""
    return Reference(reference=url_of(name_of(kind, id)))
