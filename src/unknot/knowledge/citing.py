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
    body, rules, book, calling = knowledge.body, knowledge.rules, knowledge.techniques, knowledge.calling
    progress, locating = knowledge.progress, knowledge.locating
    entries: dict[str, Sequence[_Entry]] = {
        "regions.toml": (*body.regions, *body.parts),
        "landmarks.toml": body.landmarks,
        "muscles.toml": body.muscles,
        "trigger_points.toml": body.trigger_points,
        "zones.toml": body.zones,
        "questions.toml": (*rules.questions, *rules.number_signs, *rules.implied_signs, *rules.history_signs),
        "rules.toml": rules.rules,
        "contraindications.toml": rules.conditions,
        "lexicon.toml": (*knowledge.lexicon.dangers, *knowledge.lexicon.localities, *knowledge.lexicon.unlike),
        "techniques.toml": (*book.techniques, *book.positions, *book.places),
        "tools.toml": book.tools,
        "locating.toml": (*locating.alternatives, *locating.movements),
        "stopping.toml": knowledge.sensations,
        "causes.toml": (*knowledge.causes, *knowledge.lessons),
        "measuring.toml": progress.everyday,
        "response.toml": progress.stages,
    }
    for file, listed in entries.items():
        for entry in listed:
            for source in entry.source:
                yield file, f"'{entry.id}'", source
    whole: dict[str, Sequence[_Sourced]] = {
        "ceilings.toml": (book.ceilings, book.breath, book.coaching),
        "locating.toml": (locating.numbers, locating.fingers, *locating.qualities, *locating.cautions),
        "course.toml": (knowledge.course, progress.ahead),
        "lexicon.toml": (knowledge.lexicon.reading, *knowledge.lexicon.cues),
        "measuring.toml": (progress.measuring, progress.changing, progress.knots),
        "response.toml": (progress.response,),
        "trying.toml": (progress.trying,),
        "questions.toml": (rules.medicines, *rules.drawn_signs),
        "stopping.toml": knowledge.stops,
        "scripts.toml": (knowledge.scripts.teaching, *knowledge.scripts.scripts),
        "emergency.toml": (calling.countries, calling.crisis, calling.european_union, *calling.numbers),
    }
    for file, values in whole.items():
        for value in values:
            for source in value.source:
                yield file, type(value).__name__, source
