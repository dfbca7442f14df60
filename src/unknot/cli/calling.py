"""Whom to call, in the terminal."""

import os
from collections.abc import Iterator

from unknot.coach import NOWHERE, Line, NumbersToCall
from unknot.errors import StorageError
from unknot.records import country_set
from unknot.store import EventLog, database_path
from unknot.whereabouts import country_of
from unknot.words import say


def here() -> str:
    """The country that the person has set, else the one that the settings of this machine name, else `ZZ`."""
    return _set_by_the_person() or country_of(os.environ)


def _set_by_the_person() -> str | None:
    """What is kept; nothing where nothing is, and nothing where it cannot be read: a number is needed all the same."""
    try:
        path = database_path()
        if not path.exists():
            return None
        with EventLog.open(path) as log:
            return country_set(log)
    except StorageError:
        return None


def one_country(numbers: NumbersToCall) -> str:
    """Every number of a country, what it is for, and how sure it is."""
    return "\n".join(_one_country(numbers))


def every_country(numbers: tuple[NumbersToCall, ...]) -> str:
    """One line for each country: its code, its name in English, and its numbers."""
    return "\n".join(f"{one.country}  {_name(one)}: {', '.join(_told(one))}" for one in numbers)


def whom_to_call(lines: tuple[Line, ...], numbers: NumbersToCall) -> str:
    """The numbers that a verdict calls for, and for which country they are."""
    told = (f"  {_line(line)}" for line in lines)
    return "\n".join(("", say("numbers-title-in", country=_name(numbers)), *told, *_where(numbers)))


def _one_country(numbers: NumbersToCall) -> Iterator[str]:
    yield say("numbers-title-in", country=_name(numbers))
    yield f"  {numbers.number}: {say('numbers-emergency')}"
    if numbers.any_emergency:
        yield f"  {numbers.any_emergency}: {say('numbers-any-emergency')}"
    yield (
        f"  {numbers.advice_line}: {say('numbers-advice')}" if numbers.advice_line else f"  {say('numbers-no-advice')}"
    )
    if numbers.crisis_line:
        yield f"  {numbers.crisis_line}: {say('numbers-crisis')}"
    yield from _where(numbers)
    yield say("numbers-unchecked")
    yield say("cli-numbers-sure", as_of=numbers.as_of.isoformat(), sure=say(f"confidence-{numbers.confidence}"))
    if numbers.lines_confidence is not None:
        yield say("cli-numbers-lines-sure", sure=say(f"confidence-{numbers.lines_confidence}"))


def _where(numbers: NumbersToCall) -> Iterator[str]:
    yield say("numbers-nowhere") if numbers.country == NOWHERE else say("cli-numbers-elsewhere")


def _line(line: Line) -> str:
    return f"{line.number}: {say(f'numbers-{line.purpose}')}" if line.number else say("numbers-no-advice")


def _name(numbers: NumbersToCall) -> str:
    return numbers.name or say("numbers-somewhere")


def _told(numbers: NumbersToCall) -> Iterator[str]:
    yield numbers.number
    if numbers.any_emergency:
        yield say("cli-numbers-any", number=numbers.any_emergency)
    if numbers.advice_line:
        yield say("cli-numbers-advice", number=numbers.advice_line)
    if numbers.crisis_line:
        yield say("cli-numbers-crisis", number=numbers.crisis_line)
