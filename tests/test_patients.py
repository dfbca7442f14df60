"""The patients whom `x.py bench screening` measures: no danger missed, nobody frightened, nothing forbidden offered."""

import pytest
from tests.offered import offered_after
from tests.people import CASES, Patient, check_in, read_patients

from unknot.coach import Knowledge
from unknot.screening.own_words import read_words

PATIENTS = read_patients(CASES / "screening")


@pytest.mark.parametrize("patient", PATIENTS, ids=lambda one: one.id)
def test_a_patient_gets_a_verdict_that_a_careful_clinician_would_accept(patient: Patient, knowledge: Knowledge) -> None:
    hinted = read_words(patient.text, knowledge.lexicon).signs_in_front
    visited = check_in(patient, knowledge.rules, hinted)
    assert visited.verdict.tier in patient.allowed, patient.about
    assert offered_after(visited.verdict, knowledge).intersection(patient.forbids) == set()


def test_there_are_enough_patients_half_of_them_in_danger() -> None:
    kinds = [patient.kind for patient in PATIENTS]
    assert (len(kinds) >= 150, kinds.count("dangerous"), kinds.count("ordinary")) == (True, 86, 86)


def test_no_two_patients_have_one_id() -> None:
    assert len({patient.id for patient in PATIENTS}) == len(PATIENTS)
