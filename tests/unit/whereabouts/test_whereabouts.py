"""The country for the numbers to call, as far as the machine and the browser tell."""

import sys

import pytest

from unknot import whereabouts
from unknot.whereabouts import UNKNOWN, country_of


@pytest.fixture
def asked_anew():
    """What the system was asked before is forgotten."""
    whereabouts._told_by_system.cache_clear()
    yield
    whereabouts._told_by_system.cache_clear()


@pytest.mark.parametrize(
    ("languages", "country"),
    [
        ("en-GB,en;q=0.9", "GB"),
        ("de,fr-CH;q=0.8,en-US;q=0.5", "CH"),
        ("pt_BR", "BR"),
        ("zh-Hans-CN", "CN"),
        ("en, de-AT", "AT"),
    ],
)
def test_without_a_system_the_first_language_with_a_region_names_the_country(languages, country):
    assert country_of({}, languages) == country


@pytest.mark.parametrize("variable", ["LC_ALL", "LC_TELEPHONE", "LC_MESSAGES", "LANG"])
def test_every_variable_of_the_locale_names_the_country_before_the_browser_does(variable):
    assert country_of({variable: "en_NZ.UTF-8"}, "en-US") == "NZ"


def test_the_variables_count_in_the_order_of_the_system():
    told = {"LANG": "en_US.UTF-8", "LC_MESSAGES": "en_IE.UTF-8", "LC_TELEPHONE": "de_DE.UTF-8", "LC_ALL": "fi_FI"}
    assert country_of(told) == "FI"
    assert country_of({name: told[name] for name in ("LANG", "LC_MESSAGES", "LC_TELEPHONE")}) == "DE"
    assert country_of({name: told[name] for name in ("LANG", "LC_MESSAGES")}) == "IE"


@pytest.mark.parametrize("plain", ["", "C", "C.UTF-8", "POSIX", "en", "de.UTF-8", "es_419", "en-001", "eng_GBR"])
def test_a_locale_without_a_country_names_none(plain):
    assert country_of({"LC_ALL": plain}, plain) == UNKNOWN


def test_a_plain_locale_leaves_it_to_the_next():
    assert country_of({"LC_ALL": "C.UTF-8", "LANG": "nb_NO.UTF-8"}, "en-US") == "NO"


def test_a_locale_with_a_variant_names_its_country():
    assert country_of({"LANG": "ca_ES@valencia"}) == "ES"


def test_macos_names_the_country_of_its_settings(monkeypatch, tmp_path, asked_anew):
    answers = tmp_path / "defaults"
    answers.write_text("#!/bin/sh\necho en_AU\n")
    answers.chmod(0o700)
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(whereabouts, "_MACOS_REGION", (str(answers),))
    assert country_of({}, "en-US") == "AU"


def test_a_system_that_does_not_answer_leaves_it_to_the_browser(monkeypatch, tmp_path, asked_anew):
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(whereabouts, "_MACOS_REGION", (str(tmp_path / "missing"),))
    assert country_of({}, "en-CA") == "CA"
