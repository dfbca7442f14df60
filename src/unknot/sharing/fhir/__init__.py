"""A course as a FHIR R4 Bundle, and the check-in as FHIR Questionnaires."""

from unknot.sharing.fhir.bundle import Bundling, bundle_as_json, bundle_of
from unknot.sharing.fhir.questionnaire import questionnaire

__all__ = ["Bundling", "bundle_as_json", "bundle_of", "questionnaire"]
