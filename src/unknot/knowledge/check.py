"""What the types of the knowledge files cannot say: ids used once, references that exist, ranges inside limits."""

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from itertools import chain
from typing import NamedTuple, Protocol

from unknot.anatomy import Body, ZoneRule
from unknot.coach import Knowledge
from unknot.errors import KnowledgeError
from unknot.guiding import Feeling
from unknot.knowledge.citing import cited_by
from unknot.planning import Limit, TechniqueBook
from unknot.screening import Modality, QuestionKind, RuleBook
from unknot.units import Side


class _Named(Protocol):
    @property
    def id(self) -> str: ...


class _Fault(NamedTuple):
    file: str
    entry: str
    problem: str
    mend: str


def check(knowledge: Knowledge) -> None:
    """Returns if the knowledge is sound.

    Raises: KnowledgeError: the first fault, with file, entry, value, rule and next step.
    """
    faults = chain(
        _ids_used_twice(knowledge),
        _sources_that_point_nowhere(knowledge),
        _body_faults(knowledge.body, knowledge.techniques),
        _screening_faults(knowledge.rules),
        _planning_faults(knowledge.techniques, knowledge.body),
        _rest_faults(knowledge),
    )
    for fault in faults:
        raise KnowledgeError(*fault)


def _ids_used_twice(knowledge: Knowledge) -> Iterator[_Fault]:
    rules, book, body = knowledge.rules, knowledge.techniques, knowledge.body
    implied = (*rules.implied_signs, *rules.history_signs)
    options = {option for question in rules.questions for option in question.options}
    tables: dict[str, Sequence[_Named]] = {
        "regions.toml": (*body.regions, *body.parts),
        "landmarks.toml": body.landmarks,
        "muscles.toml": body.muscles,
        "trigger_points.toml": body.trigger_points,
        "zones.toml": body.zones,
        "questions.toml": rules.questions,
        "rules.toml": rules.rules,
        "contraindications.toml": rules.conditions,
        "techniques.toml": (*book.techniques, *book.positions, *book.places),
        "tools.toml": book.tools,
        "locating.toml": knowledge.locating.alternatives,
        "causes.toml": (*knowledge.causes, *knowledge.lessons),
        "sources.toml": knowledge.citations,
    }
    named = {file: [entry.id for entry in entries] for file, entries in tables.items()}
    named["questions.toml (signs)"] = [*(s.id for s in rules.scale_signs), *(s.id for s in implied), *options]
    named["stopping.toml"] = [
        *(stop.feeling for stop in knowledge.stops),
        *(one.id for one in knowledge.sensations),
    ]
    named["emergency.toml"] = [one.country for one in knowledge.emergency]
    for file, ids in named.items():
        for id, times in Counter(ids).items():
            if times > 1:
                yield _Fault(file, f"'{id}'", f"stands {times} times; an id names one thing.", "Give one another id.")


def _sources_that_point_nowhere(knowledge: Knowledge) -> Iterator[_Fault]:
    known = {citation.id for citation in knowledge.citations}
    for file, entry, source in cited_by(knowledge):
        if source not in known:
            mend = "Mend the id, or add it to sources.toml."
            yield _Fault(file, entry, f"source '{source}' is not in sources.toml.", mend)


def _body_faults(body: Body, book: TechniqueBook) -> Iterator[_Fault]:
    file, muscles = "trigger_points.toml", {muscle.id for muscle in body.muscles}
    regions = {region.id for region in body.regions}
    for point in body.trigger_points:
        entry = f"trigger_point '{point.id}'"
        yield from _unknown(file, entry, "muscle", (point.muscle,), muscles, "muscles.toml")
        weighted = (*point.essential, *point.spillover)
        yield from _unknown(file, entry, "region", weighted, regions, "regions.toml")
        yield from _unknown(file, entry, "technique", point.techniques, book.technique_by_id, "techniques.toml")
        yield from _unknown(file, entry, "at_wall", (point.at_wall,), book.position_by_id, "techniques.toml")
        if point.may_be_pressed and not body.allows_pressure(point.point(Side.RIGHT)):
            problem = f"may be pressed ({point.permission}) but {point.at} lies in no zone that allows it."
            yield _Fault(file, entry, problem, "Mend its place or its permission; zones are in zones.toml.")
    for part in body.parts:
        yield from _unknown("regions.toml", f"part '{part.id}'", "region", part.regions, regions, "regions.toml")
    for zone in body.zones:
        entry = f"zone '{zone.id}'"
        yield from _unknown("zones.toml", entry, "technique", zone.techniques, book.technique_by_id, "techniques.toml")
        yield from _unknown("zones.toml", entry, "position", zone.positions, book.position_by_id, "techniques.toml")
        forbidden = zone.rule is ZoneRule.FORBIDDEN
        if forbidden == bool(zone.techniques or zone.pressure_0_10 or zone.hold_s):
            problem = f"is {zone.rule} with techniques {zone.techniques} at {zone.pressure_0_10}/10."
            yield _Fault("zones.toml", entry, problem, "A forbidden zone has no ceilings and techniques; others do.")
        ceiling = book.ceilings.limited_pressure_0_10
        if zone.rule is ZoneRule.LIMITED and zone.pressure_0_10 > ceiling:
            problem = f"is limited with {zone.pressure_0_10}/10, over {ceiling}/10."
            yield _Fault("zones.toml", entry, problem, "Lower it to ceilings.toml limited_pressure_0_10.")


def _screening_faults(rules: RuleBook) -> Iterator[_Fault]:
    signs, history = rules.signs, {sign.id for sign in rules.history_signs}
    for question in rules.questions:
        entry = f"question '{question.id}'"
        named = (*question.opened_by, *question.unsure_counts_as)
        yield from _unknown("questions.toml", entry, "sign", named, signs, "questions.toml")
        if bool(question.options) is (question.kind is QuestionKind.SCALE):
            problem = f"is a {question.kind} with {len(question.options)} options."
            yield _Fault("questions.toml", entry, problem, "A scale has no options; a choice and several have.")
        if not question.unsure_counts_as:
            problem = 'does not say what "not sure" counts as.'
            yield _Fault("questions.toml", entry, problem, "Add unsure_counts_as: silence is never safety.")
    for drawn in rules.drawn_signs:
        yield from _unknown("questions.toml", "drawn_sign", "sign", (drawn.sign,), signs, "questions.toml")
    scales = {question.id for question in rules.questions if question.kind is QuestionKind.SCALE}
    for sign in rules.scale_signs:
        yield from _unknown("questions.toml", f"sign '{sign.id}'", "scale", (sign.question,), scales, "questions.toml")
    for rule in rules.rules:
        entry = f"rule '{rule.id}'"
        yield from _unknown("rules.toml", entry, "sign", tuple(rule.signs), signs, "questions.toml")
        if not rule.all_of and not rule.any_of and not rule.at_least:
            yield _Fault("rules.toml", entry, "asks for no sign, so it would always fire.", "Name its signs.")
        if rule.at_least > len(rule.out_of) or bool(rule.out_of) is not bool(rule.at_least):
            problem = f"wants {rule.at_least} out of {len(rule.out_of)} signs."
            yield _Fault("rules.toml", entry, problem, "at_least is from 1 to the number in out_of.")
    for row in rules.conditions:
        entry = f"condition '{row.id}'"
        yield from _unknown("contraindications.toml", entry, "sign", row.any_of, signs - history, "questions.toml")
        missing = [modality for modality in Modality if modality not in row.cells]
        if missing:
            problem = f"says nothing about {', '.join(missing)}; silence is never safety."
            yield _Fault("contraindications.toml", entry, problem, "Add the cell: OK, LIM, ASK or NO.")


def _planning_faults(book: TechniqueBook, body: Body) -> Iterator[_Fault]:
    places, zones = {place.id for place in book.places}, {zone.id for zone in body.zones}
    for technique in book.techniques:
        entry = f"technique '{technique.id}'"
        yield from _unknown("techniques.toml", entry, "position", technique.positions, book.position_by_id, "this file")
        limits = {
            "hold": technique.hold,
            "repetitions": technique.repetitions,
            "pressure": technique.pressure,
        }
        for name, limit in limits.items():
            if limit is not None and not _advises_within(limit):
                problem = f"{name} advises {limit.advised} {limit.unit}, allowed are {limit.allowed}."
                yield _Fault("techniques.toml", entry, problem, "Put the advised range inside the allowed one.")
    for tool in book.tools:
        entry = f"tool '{tool.id}'"
        yield from _unknown("tools.toml", entry, "technique", tool.techniques, book.technique_by_id, "techniques.toml")
        yield from _unknown("tools.toml", entry, "zone", tool.zones, zones, "zones.toml")
    for position in book.positions:
        entry = f"position '{position.id}'"
        yield from _unknown("techniques.toml", entry, "place", position.places, places, "this file")


def _rest_faults(knowledge: Knowledge) -> Iterator[_Fault]:
    history = {sign.id for sign in knowledge.rules.history_signs}
    regions = {region.id for region in knowledge.body.regions}
    for drawn in knowledge.rules.drawn_signs:
        entry = f"drawn_sign '{drawn.sign}'"
        yield from _unknown("questions.toml", entry, "region", drawn.regions, regions, "regions.toml")
    conditions = {row.id for row in knowledge.rules.conditions}
    for technique in knowledge.techniques.techniques:
        entry, where = f"technique '{technique.id}'", "contraindications.toml"
        yield from _unknown("techniques.toml", entry, "condition", technique.not_with, conditions, where)
    for one in knowledge.locating.alternatives:
        entry = f"alternative '{one.id}'"
        yield from _unknown("locating.toml", entry, "region", tuple(one.regions), regions, "regions.toml")
    for stop in knowledge.stops:
        if stop.sign is not None:
            entry = f"stop '{stop.feeling}'"
            yield from _unknown("stopping.toml", entry, "sign", (stop.sign,), history, "questions.toml")
    repeated = (*knowledge.course.repeated, *knowledge.course.repeated.values())
    yield from _unknown("course.toml", "course, repeated", "sign", repeated, history, "questions.toml")
    for feeling in Feeling:
        if feeling not in {stop.feeling for stop in knowledge.stops}:
            yield _Fault("stopping.toml", f"stop '{feeling}'", "is missing.", "Say what follows when it is felt.")
    if "ZZ" not in {one.country for one in knowledge.emergency}:
        yield _Fault("emergency.toml", "country 'ZZ'", "is missing.", "Give the number for an unknown country.")


def _advises_within(limit: Limit) -> bool:
    (low, high), (least, most) = limit.advised, limit.allowed
    return least <= low <= high <= most


def _unknown(
    file: str, entry: str, what: str, ids: tuple[str, ...], known: Container[str], where: str
) -> Iterator[_Fault]:
    for id in ids:
        if id not in known:
            yield _Fault(
                file,
                entry,
                f"{what} '{id}' does not exist.",
                f"Mend the id; those that exist are in {where}.",
            )
