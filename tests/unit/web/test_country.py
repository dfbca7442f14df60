"""The country for the emergency number."""

import pytest

from unknot.web.country import UNKNOWN, country_of


@pytest.mark.parametrize(
    ("languages", "country"),
    [("en-GB,en;q=0.9", "GB"), ("de,fr-CH;q=0.8,en-US;q=0.5", "CH"), ("pt_BR", "BR"), ("zh-Hans-CN", "CN")],
)
def test_the_first_language_with_a_region_names_the_country(monkeypatch, languages, country):
    monkeypatch.setattr("locale.getlocale", lambda: (None, None))
    assert country_of({"accept-language": languages}) == country


def test_without_a_region_the_system_names_the_country(monkeypatch):
    monkeypatch.setattr("locale.getlocale", lambda: ("en_NZ", "UTF-8"))
    assert country_of({"accept-language": "en"}) == "NZ"


def test_where_nobody_names_one_the_country_is_not_known(monkeypatch):
    monkeypatch.setattr("locale.getlocale", lambda: ("C", None))
    assert country_of({}) == UNKNOWN
