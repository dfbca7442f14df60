"""Whom to call, country by country, and which of the numbers a verdict calls for."""

from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from msgspec import Meta

from unknot.errors import InputError
from unknot.screening import Fired, Tier
from unknot.units import Confidence, Sources, Value

CountryCode = Annotated[str, Meta(pattern="^[A-Z]{2}$", description="two letters of ISO 3166")]
PhoneNumber = Annotated[str, Meta(pattern="^[0-9]( ?[0-9]){1,14}$", description="digits, with single spaces")]
NoneOrPhoneNumber = Annotated[
    str, Meta(pattern="^([0-9]( ?[0-9]){1,14})?$", description="digits, with single spaces; empty where there is none")
]

NOWHERE = "ZZ"
"""Stands for the country of someone who does not know where they are."""


class NumbersToCall(Value, frozen=True):
    """The numbers of one country; `ZZ` is where the country is not known. A number that is empty is not known.

    number: an ambulance, when someone may be in danger. any_emergency: the number for every kind of emergency, where
    that is another one. advice_line: a nurse or doctor, when it is urgent but no emergency. crisis_line: someone to
    talk to, for whoever has thoughts of harming themselves.

    Source: decision 0004.
    """

    country: CountryCode
    number: PhoneNumber
    confidence: Confidence
    as_of: date
    source: Sources
    name: str = ""
    any_emergency: NoneOrPhoneNumber = ""
    advice_line: NoneOrPhoneNumber = ""
    crisis_line: NoneOrPhoneNumber = ""
    lines_confidence: Confidence | None = None

    @property
    def has_lines(self) -> bool:
        """True where there is anything to call that is not for an emergency."""
        return bool(self.advice_line or self.crisis_line)


class Countries(Value, frozen=True):
    """Every country there is, by its code."""

    codes: tuple[CountryCode, ...]
    source: Sources


class EuropeanUnion(Value, frozen=True):
    """The countries in which one number reaches an ambulance."""

    number: PhoneNumber
    members: tuple[CountryCode, ...]
    source: Sources


class Crisis(Value, frozen=True):
    """The red flags after which the crisis line is named."""

    red_flags: tuple[str, ...]
    source: Sources


class Purpose(StrEnum):
    """What a number is for."""

    EMERGENCY = "emergency"
    ANY_EMERGENCY = "any-emergency"
    ADVICE = "advice"
    CRISIS = "crisis"


class Line(Value, frozen=True):
    """A number and what it is for; an empty one stands for the person's own doctor."""

    purpose: Purpose
    number: str


class CallingBook(Value, frozen=True, dict=True):
    """All numbers, every country there is, and whom a verdict sends to the telephone."""

    numbers: tuple[NumbersToCall, ...]
    countries: Countries
    european_union: EuropeanUnion
    crisis: Crisis

    @cached_property
    def _by_country(self) -> dict[str, NumbersToCall]:
        return {one.country: one for one in self.numbers}

    def is_country(self, code: str) -> bool:
        """True for a code of ISO 3166, and for `ZZ`: I do not know."""
        return code == NOWHERE or code in self.countries.codes

    def numbers_in(self, country: str) -> NumbersToCall:
        """The numbers of a country, or the one that mobile phones understand almost everywhere."""
        return self._by_country.get(country.upper(), self._by_country[NOWHERE])

    def whom_to_call(self, tier: Tier, fired: tuple[Fired, ...], country: str) -> tuple[Line, ...]:
        """The numbers that a verdict calls for, the first to call first.

        An emergency: the emergency number. On the same day: the advice line, and the emergency number for when it
        gets worse. Whatever the tier, the crisis line where thoughts of self-harm were told.
        """
        here = self.numbers_in(country)
        emergency, advice = Line(Purpose.EMERGENCY, here.number), Line(Purpose.ADVICE, here.advice_line)
        crisis = (Line(Purpose.CRISIS, here.crisis_line),) if self._is_crisis(fired) and here.crisis_line else ()
        match tier:
            case Tier.EMERGENCY_NOW:
                return (emergency, *crisis)
            case Tier.SAME_DAY:
                return (*crisis, advice, emergency)
            case Tier.WITHIN_DAYS | Tier.ROUTINE | Tier.CLEAR:
                return crisis

    def _is_crisis(self, fired: tuple[Fired, ...]) -> bool:
        return any(one.red_flag in self.crisis.red_flags for one in fired)


def refuse_unknown_country(book: CallingBook, country: str | None) -> None:
    """Raises: InputError: a country is named that does not exist."""
    if country is not None and not book.is_country(country):
        raise InputError("country", "input-no-such-country", country=country)
