"""Reads the knowledge files into the core's types, and refuses what is not exact.

What a type cannot say is checked by `unknot.knowledge.check`. A wrong file stops the program: see `KnowledgeError`.
"""

import re
from importlib.resources.abc import Traversable
from typing import TypeVar

import msgspec

from unknot.anatomy import Body
from unknot.coach import CallingBook, Edition, Knowledge, ProgressBook
from unknot.errors import KnowledgeError
from unknot.guiding import ScriptBook
from unknot.knowledge import shapes
from unknot.knowledge.check import check
from unknot.knowledge.edition import edition_in
from unknot.locating import LocatingBook
from unknot.planning import TechniqueBook
from unknot.screening import RuleBook
from unknot.screening.own_words import Lexicon

_Shape = TypeVar("_Shape")


def load_knowledge(folder: Traversable | None = None) -> Knowledge:
    """The knowledge of a folder of TOML files, by default the one that is shipped, checked entry by entry.

    Raises: KnowledgeError: a file is missing, or as `read_knowledge`.
    """
    return read_knowledge(edition_in(folder))


def read_knowledge(edition: Edition) -> Knowledge:
    """The knowledge of an edition, checked entry by entry.

    Raises: KnowledgeError: a file is missing or not TOML, or an entry has no source, an unknown key, a value of the
    wrong kind, a range that is not inside its limit, an id used before, or a reference to nothing.
    """
    files_of = _Files(edition)
    regions = files_of.read("regions", shapes.Regions)
    landmarks = files_of.read("landmarks", shapes.Landmarks)
    muscles = files_of.read("muscles", shapes.Muscles)
    points = files_of.read("trigger_points", shapes.TriggerPoints)
    zones = files_of.read("zones", shapes.Zones)
    questions = files_of.read("questions", shapes.Questions)
    rules = files_of.read("rules", shapes.Rules)
    lexicon = files_of.read("lexicon", shapes.Words)
    conditions = files_of.read("contraindications", shapes.Conditions)
    techniques = files_of.read("techniques", shapes.Techniques)
    tools = files_of.read("tools", shapes.Tools)
    ceilings = files_of.read("ceilings", shapes.Doses)
    locating = files_of.read("locating", shapes.Locating)
    stopping = files_of.read("stopping", shapes.Stopping)
    scripts = files_of.read("scripts", shapes.Scripts)
    causes = files_of.read("causes", shapes.Causes)
    course = files_of.read("course", shapes.Course)
    measuring = files_of.read("measuring", shapes.Measuring)
    response = files_of.read("response", shapes.Response)
    trying = files_of.read("trying", shapes.Trying)
    emergency = files_of.read("emergency", shapes.Emergency)
    sources = files_of.read("sources", shapes.Sources)
    knowledge = Knowledge(
        body=Body(regions.region, muscles.muscle, points.trigger_point, zones.zone, regions.part, landmarks.landmark),
        rules=RuleBook(
            questions=questions.question,
            number_signs=questions.number_sign,
            implied_signs=questions.implied_sign,
            history_signs=questions.history_sign,
            drawn_signs=questions.drawn_sign,
            medicines=questions.medicines,
            rules=rules.rule,
            conditions=conditions.condition,
            valid_min=questions.check_in.valid_min,
            version=edition.version,
        ),
        lexicon=Lexicon(
            reading=lexicon.reading,
            words=lexicon.word,
            cues=lexicon.cue,
            dangers=lexicon.danger,
            localities=lexicon.place,
            unlike=lexicon.unlike,
            midline_regions=frozenset(region.id for region in regions.region if region.midline),
        ),
        locating=LocatingBook(
            numbers=locating.locating,
            fingers=locating.fingers,
            alternatives=locating.alternative,
            movements=locating.movement,
            qualities=locating.quality,
            cautions=locating.caution,
        ),
        techniques=TechniqueBook(
            techniques=techniques.technique,
            tools=tools.tool,
            positions=techniques.position,
            places=techniques.place,
            ceilings=ceilings.ceilings,
            breath=ceilings.breath,
            coaching=ceilings.coaching,
        ),
        stops=stopping.stop,
        sensations=stopping.sensation,
        scripts=ScriptBook(scripts.script, scripts.teaching),
        causes=causes.cause,
        lessons=causes.lesson,
        course=course.course,
        calling=CallingBook(emergency.emergency, emergency.countries, emergency.european_union, emergency.crisis),
        progress=ProgressBook(
            measuring=measuring.measuring,
            everyday=measuring.everyday,
            changing=measuring.change,
            knots=measuring.knots,
            response=response.response,
            stages=response.stage,
            trying=trying.trying,
            ahead=course.ahead,
        ),
        citations=sources.citation,
        edition=edition,
    )
    check(knowledge)
    knowledge.patterns.prepare()
    return knowledge


class _Files:
    """The knowledge files of an edition."""

    def __init__(self, edition: Edition) -> None:
        self._texts = edition.texts

    def read(self, name: str, shape: type[_Shape]) -> _Shape:
        file = f"{name}.toml"
        content = self._texts.get(file)
        if content is None:
            raise KnowledgeError(file, "the file", "is missing.", "Put the file back, or install Unknot again.")
        try:
            return msgspec.toml.decode(content, type=shape)
        except msgspec.ValidationError as error:
            raise _problem(file, content, str(error)) from error
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise KnowledgeError(file, "the file", f"is not TOML: {error}.", "Mend the line it names.") from error


def _problem(file: str, content: bytes, message: str) -> KnowledgeError:
    """The error for an entry that its type refuses, naming the entry by its id instead of its place."""
    said, _, where = message.partition(" - at ")
    path = where.strip("`") or "$"
    place = re.match(r"\$\.(\w+)\[(\d+)\]\.?(.*)", path)
    if place is None:
        return KnowledgeError(file, path, f"{said}.", _mend(said))
    table, index, rest = place[1], int(place[2]), place[3]
    entry = msgspec.toml.decode(content)[table][index]
    name = entry.get("id") or entry.get("feeling") or entry.get("country") or entry.get("kind") or f"number {index + 1}"
    field = rest.split("[")[0].split(".")[0]
    value = f" (is {entry[field]!r})" if field in entry else ""
    at = f", {rest}" if rest else ""
    return KnowledgeError(file, f"{table} '{name}'{at}", f"{said}{value}.", _mend(said))


def _mend(said: str) -> str:
    if "`source`" in said or "length >= 1" in said:
        return 'Say where the entry comes from: source = ["clinical:..."]; ids are in sources.toml.'
    if "unknown field" in said:
        return "Remove the key or mend its spelling; the keys are in docs/reference/knowledge.md."
    return "Mend the value; what each key takes is in docs/reference/knowledge.md."
