"""What a person would really be offered after a verdict, from plans for every spot and every tool."""

from collections.abc import Iterator

from tests.people import NOW

from unknot.anatomy import Area
from unknot.coach import Knowledge
from unknot.locating import Candidate, Certainty, Finding
from unknot.planning import Envelope, Plan, Situation, plan_session
from unknot.screening import Cleared, Stopped
from unknot.units import Side

LONGEST_MIN = 15
SIDE = Side.RIGHT  # both are alike


def offered_after(verdict: Stopped | Cleared, knowledge: Knowledge) -> frozenset[str]:
    """What comes up in any plan: "plan", "pressure", "pressure-on-neck" and the columns of the matrix."""
    if isinstance(verdict, Stopped):
        return frozenset()
    offered = {"plan"}
    for plan in _plans(verdict, knowledge):
        for step in plan.steps:
            offered.update(_columns(step.technique, step.tool, knowledge))
            if step.presses:
                areas = {zone.area for point in step.path for zone in knowledge.body.zones_at(point)}
                offered.update(("pressure", "pressure-on-neck") if Area.NECK in areas else ("pressure",))
    return frozenset(offered)


def _columns(technique: str, tool: str, knowledge: Knowledge) -> Iterator[str]:
    book = knowledge.techniques
    modality = book.tool_by_id[tool].modality or book.technique_by_id[technique].modality
    if modality is not None:
        yield modality.value


def _plans(cleared: Cleared, knowledge: Knowledge) -> Iterator[Plan]:
    owned = [tool.id for tool in knowledge.techniques.tools if not tool.by_hand]
    for tools in (tuple(owned), *((tool,) for tool in owned), ()):
        situation = Situation(LONGEST_MIN, tools)
        envelope = Envelope(knowledge.body, knowledge.techniques, cleared, situation, (), NOW)
        for point in knowledge.body.trigger_points:
            likely = Candidate(
                point.id, point.muscle, SIDE, Certainty.MOST_LIKELY, (), point.may_be_pressed, point.source
            )
            yield plan_session(Finding((likely,), (), cannot_tell=False, feel_next=()), (SIDE,), envelope)
