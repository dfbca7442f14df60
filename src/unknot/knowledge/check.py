"""What the types of the knowledge files cannot say: ids used once, references that exist, ranges inside limits."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Protocol

from unknot.anatomy import Body, ZoneRule
from unknot.coach import NOWHERE, CallingBook, Knowledge
from unknot.errors import KnowledgeError
from unknot.guiding import Feeling
from unknot.knowledge.check_lexicon import lexicon_faults
from unknot.knowledge.check_locating import locating_faults
from unknot.knowledge.citing import cited_by
from unknot.knowledge.fault import Fault, unknown
from unknot.planning import Limit, TechniqueBook
from unknot.screening import Modality, RuleBook, Tier
from unknot.units import Side


class _Named(Protocol):
    @property
    def id(self) -> str: ...


def check(knowledge: Knowledge) -> None:
    """Returns if the knowledge is sound.

    Raises: KnowledgeError: the first fault, with file, entry, value, rule and next step.
    """
    faults = chain(
        _ids_used_twice(knowledge),
        _sources_that_point_nowhere(knowledge),
        _body_faults(knowledge.body, knowledge.techniques),
        _question_faults(knowledge.rules),
        _rule_faults(knowledge.rules),
        lexicon_faults(knowledge.lexicon, knowledge.rules, knowledge.body),
        _planning_faults(knowledge.techniques, knowledge.body),
        _rest_faults(knowledge),
        _calling_faults(knowledge.calling),
    )
    for fault in faults:
        raise KnowledgeError(*fault)


def _ids_used_twice(knowledge: Knowledge) -> Iterator[Fault]:
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
        "lexicon.toml": (*knowledge.lexicon.dangers, *knowledge.lexicon.unlike),
        "lexicon.toml (places)": knowledge.lexicon.localities,
        "lexicon.toml (words)": knowledge.lexicon.words,
        "techniques.toml": (*book.techniques, *book.positions, *book.places),
        "tools.toml": book.tools,
        "locating.toml": (*knowledge.locating.alternatives, *knowledge.locating.movements),
        "causes.toml": (*knowledge.causes, *knowledge.lessons),
        "measuring.toml": knowledge.progress.everyday,
        "response.toml": knowledge.progress.stages,
        "sources.toml": knowledge.citations,
    }
    named = {file: [entry.id for entry in entries] for file, entries in tables.items()}
    named["questions.toml (signs)"] = [*(s.id for s in rules.number_signs), *(s.id for s in implied), *options]
    named["stopping.toml"] = [
        *(stop.feeling for stop in knowledge.stops),
        *(one.id for one in knowledge.sensations),
    ]
    named["emergency.toml"] = [one.country for one in knowledge.calling.numbers]
    named["emergency.toml (codes)"] = list(knowledge.calling.countries.codes)
    for file, ids in named.items():
        for id, times in Counter(ids).items():
            if times > 1:
                yield Fault(file, f"'{id}'", f"stands {times} times; an id names one thing.", "Give one another id.")


def _sources_that_point_nowhere(knowledge: Knowledge) -> Iterator[Fault]:
    known = {citation.id for citation in knowledge.citations}
    for file, entry, source in cited_by(knowledge):
        if source not in known:
            mend = "Mend the id, or add it to sources.toml."
            yield Fault(file, entry, f"source '{source}' is not in sources.toml.", mend)


def _body_faults(body: Body, book: TechniqueBook) -> Iterator[Fault]:
    file, muscles = "trigger_points.toml", {muscle.id for muscle in body.muscles}
    regions = {region.id for region in body.regions}
    for point in body.trigger_points:
        entry = f"trigger_point '{point.id}'"
        yield from unknown(file, entry, "muscle", (point.muscle,), muscles, "muscles.toml")
        weighted = (*point.essential, *point.spillover)
        yield from unknown(file, entry, "region", weighted, regions, "regions.toml")
        yield from unknown(file, entry, "technique", point.techniques, book.technique_by_id, "techniques.toml")
        yield from unknown(file, entry, "at_wall", (point.at_wall,), book.position_by_id, "techniques.toml")
        if point.may_be_pressed and not body.allows_pressure(point.point(Side.RIGHT)):
            problem = f"may be pressed ({point.permission}) but {point.at} lies in no zone that allows it."
            yield Fault(file, entry, problem, "Mend its place or its permission; zones are in zones.toml.")
    for part in body.parts:
        yield from unknown("regions.toml", f"part '{part.id}'", "region", part.regions, regions, "regions.toml")
    for zone in body.zones:
        entry = f"zone '{zone.id}'"
        yield from unknown("zones.toml", entry, "technique", zone.techniques, book.technique_by_id, "techniques.toml")
        yield from unknown("zones.toml", entry, "position", zone.positions, book.position_by_id, "techniques.toml")
        forbidden = zone.rule is ZoneRule.FORBIDDEN
        if forbidden == bool(zone.techniques or zone.pressure_0_10 or zone.hold_s):
            problem = f"is {zone.rule} with techniques {zone.techniques} at {zone.pressure_0_10}/10."
            yield Fault("zones.toml", entry, problem, "A forbidden zone has no ceilings and techniques; others do.")
        ceiling = book.ceilings.limited_pressure_0_10
        if zone.rule is ZoneRule.LIMITED and zone.pressure_0_10 > ceiling:
            problem = f"is limited with {zone.pressure_0_10}/10, over {ceiling}/10."
            yield Fault("zones.toml", entry, problem, "Lower it to ceilings.toml limited_pressure_0_10.")


def _question_faults(rules: RuleBook) -> Iterator[Fault]:
    file, signs, questions = "questions.toml", rules.signs, set(rules.question_by_id)
    for question in rules.questions:
        entry = f"question '{question.id}'"
        named = (*question.opened_by, *question.unsure_counts_as)
        yield from unknown(file, entry, "sign", named, signs, file)
        counted = question.kind.is_counted
        if bool(question.options) is counted or (question.between is not None) is not counted:
            problem = f"is a {question.kind} with {len(question.options)} options, between {question.between}."
            yield Fault(file, entry, problem, "A scale and a number have between; a choice and several have options.")
        if not question.unsure_counts_as:
            problem = 'does not say what "not sure" counts as.'
            yield Fault(file, entry, problem, "Add unsure_counts_as: silence is never safety.")
        if question.clarifies is not None:
            yield from unknown(file, entry, "question", (question.clarifies,), questions, file)
    yield from _clarifier_faults(rules)
    yield from unknown(file, "medicines", "sign", rules.medicines.signs, signs, file)
    for drawn in rules.drawn_signs:
        yield from unknown(file, "drawn_sign", "sign", (drawn.sign,), signs, file)
    counted_ones = {question.id for question in rules.questions if question.kind.is_counted}
    for sign in rules.number_signs:
        entry = f"sign '{sign.id}'"
        yield from unknown(file, entry, "number question", (sign.question,), counted_ones, file)
        if sign.at_least is None and sign.at_most is None:
            yield Fault(file, entry, "holds at any number.", "Give it at_least or at_most.")


def _clarifier_faults(rules: RuleBook) -> Iterator[Fault]:
    """A danger that a bare "not sure" would amount to is asked about once more, and staying unsure is no way out."""
    urgent = (Tier.SAME_DAY, Tier.EMERGENCY_NOW)
    for question in rules.questions:
        entry, clarifier = f"question '{question.id}'", rules.clarifiers.get(question.id)
        counts_as = frozenset(question.unsure_counts_as)
        if clarifier is not None and question.clarifies is not None:
            yield Fault("questions.toml", entry, "clarifies and is clarified.", "One clarifying question is enough.")
        if question.clarifies is not None:
            continue
        alarms = [fired for fired in rules.fired_by(counts_as) if fired.tier in urgent]
        if alarms and clarifier is None:
            problem = f'"not sure" amounts to {alarms[0].rule} and nothing makes it clearer.'
            yield Fault("questions.toml", entry, problem, "Add a question with clarifies.")
        if clarifier is not None and rules.worst_of(frozenset(clarifier.unsure_counts_as)) < rules.worst_of(counts_as):
            problem = f'"not sure" twice is milder than "not sure" to {question.id}.'
            yield Fault("questions.toml", f"question '{clarifier.id}'", problem, "Make unsure_counts_as as strict.")


def _rule_faults(rules: RuleBook) -> Iterator[Fault]:
    signs, history = rules.signs, {sign.id for sign in rules.history_signs}
    for rule in rules.rules:
        entry = f"rule '{rule.id}'"
        yield from unknown("rules.toml", entry, "sign", tuple(rule.signs), signs, "questions.toml")
        if not rule.all_of and not rule.any_of and not rule.at_least:
            yield Fault("rules.toml", entry, "asks for no sign, so it would always fire.", "Name its signs.")
        if rule.at_least > len(rule.out_of) or bool(rule.out_of) is not bool(rule.at_least):
            problem = f"wants {rule.at_least} out of {len(rule.out_of)} signs."
            yield Fault("rules.toml", entry, problem, "at_least is from 1 to the number in out_of.")
    for row in rules.conditions:
        entry = f"condition '{row.id}'"
        yield from unknown("contraindications.toml", entry, "sign", row.any_of, signs - history, "questions.toml")
        missing = [modality for modality in Modality if modality not in row.cells]
        if missing:
            problem = f"says nothing about {', '.join(missing)}; silence is never safety."
            yield Fault("contraindications.toml", entry, problem, "Add the cell: OK, LIM, ASK or NO.")


def _planning_faults(book: TechniqueBook, body: Body) -> Iterator[Fault]:
    places, zones = {place.id for place in book.places}, {zone.id for zone in body.zones}
    for technique in book.techniques:
        entry = f"technique '{technique.id}'"
        yield from unknown("techniques.toml", entry, "position", technique.positions, book.position_by_id, "this file")
        limits = {
            "hold": technique.hold,
            "repetitions": technique.repetitions,
            "pressure": technique.pressure,
        }
        for name, limit in limits.items():
            if limit is not None and not _advises_within(limit):
                problem = f"{name} advises {limit.advised} {limit.unit}, allowed are {limit.allowed}."
                yield Fault("techniques.toml", entry, problem, "Put the advised range inside the allowed one.")
    for tool in book.tools:
        entry = f"tool '{tool.id}'"
        yield from unknown("tools.toml", entry, "technique", tool.techniques, book.technique_by_id, "techniques.toml")
        yield from unknown("tools.toml", entry, "zone", tool.zones, zones, "zones.toml")
    for position in book.positions:
        entry = f"position '{position.id}'"
        yield from unknown("techniques.toml", entry, "place", position.places, places, "this file")


def _rest_faults(knowledge: Knowledge) -> Iterator[Fault]:
    history = {sign.id for sign in knowledge.rules.history_signs}
    regions = {region.id for region in knowledge.body.regions}
    for drawn in knowledge.rules.drawn_signs:
        entry = f"drawn_sign '{drawn.sign}'"
        yield from unknown("questions.toml", entry, "region", drawn.regions, regions, "regions.toml")
    conditions = {row.id for row in knowledge.rules.conditions}
    for technique in knowledge.techniques.techniques:
        entry, where = f"technique '{technique.id}'", "contraindications.toml"
        yield from unknown("techniques.toml", entry, "condition", technique.not_with, conditions, where)
    yield from _script_faults(knowledge)
    yield from locating_faults(knowledge)
    for stop in knowledge.stops:
        if stop.sign is not None:
            entry = f"stop '{stop.feeling}'"
            yield from unknown("stopping.toml", entry, "sign", (stop.sign,), history, "questions.toml")
    repeated = (*knowledge.course.repeated, *knowledge.course.repeated.values())
    yield from unknown("course.toml", "course, repeated", "sign", repeated, history, "questions.toml")
    for feeling in Feeling:
        if feeling not in {stop.feeling for stop in knowledge.stops}:
            yield Fault("stopping.toml", f"stop '{feeling}'", "is missing.", "Say what follows when it is felt.")


def _script_faults(knowledge: Knowledge) -> Iterator[Fault]:
    file, book, scripts = "scripts.toml", knowledge.techniques, knowledge.scripts.scripts
    scripted = {script.technique for script in scripts}
    for script in scripts:
        entry = f"script '{script.technique}', {script.kind}"
        yield from unknown(file, entry, "technique", (script.technique,), book.technique_by_id, "techniques.toml")
        yield from unknown(file, entry, "tool", script.tools, book.tool_by_id, "tools.toml")
        yield from unknown(file, entry, "position", script.positions, book.position_by_id, "techniques.toml")
    for id in book.technique_by_id:
        if id not in scripted:
            yield Fault(file, f"technique '{id}'", "has no script.", "Say what is said while it is done.")


def _calling_faults(book: CallingBook) -> Iterator[Fault]:
    file, union, given = "emergency.toml", book.european_union, {one.country: one for one in book.numbers}
    for country in (*given, *union.members):
        if not book.is_country(country):
            problem = "is no country of ISO 3166."
            yield Fault(file, f"country '{country}'", problem, "Mend the code; those that exist are in codes.")
    for one in book.numbers:
        if one.has_lines is (one.lines_confidence is None):
            problem = "says how sure its lines are if and only if it has any."
            yield Fault(file, f"country '{one.country}'", problem, "Add or remove lines_confidence.")
        if not one.name and one.country != NOWHERE:
            yield Fault(file, f"country '{one.country}'", "has no name.", "Give its name in English.")
    for country in union.members:
        here = given.get(country)
        if here is None or union.number not in (here.number, here.any_emergency):
            problem = f"is in the European Union without its number {union.number}."
            yield Fault(file, f"country '{country}'", problem, "Give it as number or any_emergency.")
    if NOWHERE not in given:
        yield Fault(file, f"country '{NOWHERE}'", "is missing.", "Give the number for an unknown country.")


def _advises_within(limit: Limit) -> bool:
    (low, high), (least, most) = limit.advised, limit.allowed
    return least <= low <= high <= most
