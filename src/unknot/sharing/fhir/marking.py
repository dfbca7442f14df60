"""What the resources of the bundle have in common: whose they are, what they are called, where on the body."""

from unknot.sharing.fhir.codes import codes, concept, own, score
from unknot.sharing.fhir.elements import CodeableConcept, Coding
from unknot.sharing.fhir.naming import refer
from unknot.sharing.fhir.resources import Component

SELF = "self"
SUBJECT = refer("person", SELF)
SURVEY = CodeableConcept(coding=(Coding(system=codes().systems.observation_category, code="survey"),))
CHECK_IN, VERDICT, PLAN, SESSION, DRAWING = "check-in", "verdict", "plan", "session", "drawing"
_SIDES = {"L": "side-left", "R": "side-right"}


def mark(place: str, strength: int) -> Component:
    """How strongly it hurts in a place."""
    region, _, side = place.rpartition("_")
    if side not in _SIDES:
        return Component(code=concept(f"region-{place}"), value_quantity=score(strength))
    coding = (own(f"region-{region}"), own(_SIDES[side]))
    return Component(code=CodeableConcept(coding=coding), value_quantity=score(strength))


def how_and_where(
    technique: str | None = None,
    tool: str | None = None,
    muscle: str | None = None,
    point: str | None = None,
    side: str | None = None,
) -> tuple[Coding, ...]:
    """The codes of what is done with what, and where; what is left out has none."""
    parts = {"technique": technique, "tool": tool, "muscle": muscle, "trigger-point": point, "side": side}
    return tuple(own(f"{kind}-{id}") for kind, id in parts.items() if id is not None)
