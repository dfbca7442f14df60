"""What is found for a person: the locator, within what this person may be asked to press and to notice."""

from unknot.anatomy import TriggerPoint, sided
from unknot.coach.knowledge import Knowledge
from unknot.locating import Askable, Complaint, Drawing, Finding, locate
from unknot.screening import Cleared, Grade, Limits, Modality, Verdict
from unknot.units import Side

_NOTHING = Askable()


def find_for(complaint: Complaint, verdict: Verdict, knowledge: Knowledge) -> Finding:
    """The finding for a complaint under a verdict.

    Raises: InputError: as `locating.locate`.
    """
    return locate(complaint, knowledge.patterns, askable_under(verdict, knowledge))


def askable_under(verdict: Verdict, knowledge: Knowledge) -> Askable:
    """What may be asked under a verdict: nothing to press or to move without a clearance that allows pressure.

    Source: clinical 2.2 (an injured neck is never asked to move), 2.4.
    """
    if not isinstance(verdict, Cleared) or not verdict.limits.pressure_allowed:
        return _NOTHING
    limits = verdict.limits
    points = frozenset(
        sided(point.id, side)
        for point in knowledge.body.trigger_points
        if point.may_be_pressed
        for side in Side
        if _may_feel(point, side, limits, knowledge)
    )
    conditions = {one.condition for one in limits.restrictions}
    still = not conditions.isdisjoint(knowledge.locating.numbers.no_movement_with)
    return Askable(points, frozenset() if still else frozenset(knowledge.patterns.movements))


def _may_feel(point: TriggerPoint, side: Side, limits: Limits, knowledge: Knowledge) -> bool:
    """True where the zone allows pressure, and this person's limits what feels for it: fingers, or a ball at a wall."""
    at, body = point.point(side), knowledge.body
    used = (Modality.SUSTAINED_HAND,) if point.hand_reaches else (Modality.SUSTAINED_HAND, Modality.BALL_WALL)
    grades = (limits.grade(modality, zone.area) for zone in body.zones_at(at) for modality in used)
    return body.allows_pressure(at) and all(grade in (Grade.OK, Grade.LIM) for grade in grades)


def painful_sides(drawing: Drawing) -> tuple[Side, ...]:
    """The sides on which anything is marked, the more painful one first.

    >>> painful_sides({"shoulder_top_L": 3, "neck_post_R": 6})
    (<Side.RIGHT: 'right'>, <Side.LEFT: 'left'>)
    """
    strongest = {
        side: max((strength for place, strength in drawing.items() if place.endswith(sided("", side))), default=0)
        for side in Side
    }
    return tuple(sorted((side for side in Side if strongest[side]), key=lambda side: -strongest[side]))
