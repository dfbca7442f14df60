"""The page of the numbers to call: what a maintainer checks, country by country."""

from reference.markdown import page, table
from unknot.coach import Knowledge, NumbersToCall


def numbers_to_call(knowledge: Knowledge) -> str:
    """The page of every country that has an entry."""
    book = knowledge.calling
    return page(
        "Numbers to call",
        "**General knowledge, unchecked.** Every number was written down without a register at hand. How sure, and on "
        "which day, stands beside it. How to check a country: "
        "[decision 0004](../decisions/0004-emergency-numbers.md).",
        f"{len(book.numbers) - 1} countries. `ZZ` is for whoever does not know where they are. In the "
        f"{len(book.european_union.members)} countries of the European Union {book.european_union.number} reaches an "
        "ambulance as well.",
        table(
            ("", "Country", "Ambulance", "Any emergency", "Advice", "Crisis", "How sure", "Its lines", "As of"),
            map(_row, book.numbers),
        ),
    )


def _row(one: NumbersToCall) -> tuple[str, ...]:
    return (
        f"`{one.country}`",
        one.name,
        one.number,
        one.any_emergency,
        one.advice_line,
        one.crisis_line,
        str(one.confidence),
        str(one.lines_confidence or ""),
        one.as_of.isoformat(),
    )
