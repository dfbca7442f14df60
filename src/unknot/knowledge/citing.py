"""Which entry cites which source."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from unknot.coach import Knowledge


class _Sourced(Protocol):
    @property
    def source(self) -> tuple[str, ...]: ...


class _Entry(_Sourced, Protocol):
    @property
    def id(self) -> str: ...


def cited_by(knowledge: Knowledge) -> Iterator[tuple[str, str, str]]:
    """Every citation in the knowledge as (file, entry, source id)."""
    body, rules, book = knowledge.body, knowledge.rules, knowledge.techniques
    entries: dict[str, Sequence[_Entry]] = {
        "regions.toml": (*body.regions, *body.parts),
        "landmarks.toml": body.landmarks,
        "muscles.toml": body.muscles,
        "trigger_points.toml": body.trigger_points,
        "zones.toml": body.zones,
        "questions.toml": (*rules.questions, *rules.scale_signs, *rules.implied_signs, *rules.history_signs),
        "rules.toml": rules.rules,
        "contraindications.toml": rules.conditions,
        "techniques.toml": (*book.techniques, *book.positions, *book.places),
        "tools.toml": book.tools,
        "locating.toml": knowledge.locating.alternatives,
        "stopping.toml": knowledge.sensations,
        "causes.toml": (*knowledge.causes, *knowledge.lessons),
    }
    for file, listed in entries.items():
        for entry in listed:
            for source in entry.source:
                yield file, f"'{entry.id}'", source
    whole: dict[str, Sequence[_Sourced]] = {
        "ceilings.toml": (book.ceilings, book.breath),
        "locating.toml": (knowledge.locating.numbers,),
        "course.toml": (knowledge.course,),
        "questions.toml": rules.drawn_signs,
        "stopping.toml": knowledge.stops,
        "emergency.toml": knowledge.emergency,
    }
    for file, values in whole.items():
        for value in values:
            for source in value.source:
                yield file, type(value).__name__, source
