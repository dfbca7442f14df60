"""The knowledge says everything that the main job needs, and each requirement of the protocol stands somewhere."""

from collections import defaultdict

import pytest

from unknot.anatomy import Permission
from unknot.coach import Knowledge
from unknot.guiding import Feeling
from unknot.knowledge.citing import cited_by
from unknot.screening import Modality
from unknot.units import Side

PROTOCOL = (
    *("U1", "U2", "U3"),
    *("L1", "L2", "L3", "L4"),
    *("C1", "C2", "C3", "C4", "C5"),
    *("M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8", "M9", "M10"),
    *("T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8"),
    *("S1", "S2", "S3", "S4", "S5", "S6"),
    *("R1", "R2", "R3", "R4", "R5", "R6"),
)
"""Every requirement that Unknot was founded on."""

RED_FLAGS = tuple(f"RF-{number:02}" for number in range(1, 24))

PERMISSIONS = {
    Permission.ALLOWED: ("UT2", "UT3", "MT1", "MT2", "LT1", "LT2", "LS2", "RH1", "RH2", "SUP", "INF1", "INF2"),
    Permission.LIMITED: ("UT1", "LS1", "SPC", "SPV1", "SPV2", "SSC1", "SSC2", "SUB", "MUL", "SPS"),
    Permission.FORBIDDEN: ("SCMs", "SCMc", "SCA"),
    Permission.NOT_COACHED: ("MAS", "TEM"),
}


def test_every_requirement_of_the_protocol_is_cited_by_an_entry(knowledge: Knowledge) -> None:
    cited = {source for _, _, source in cited_by(knowledge)}
    assert [id for id in PROTOCOL if f"protocol:{id}" not in cited] == [], "these stand behind no entry"


def test_no_entry_cites_a_requirement_that_does_not_exist(knowledge: Knowledge) -> None:
    cited = {source.removeprefix("protocol:") for _, _, source in cited_by(knowledge) if source.startswith("protocol:")}
    assert cited - set(PROTOCOL) == set()


def test_the_protocol_has_42_requirements() -> None:
    assert len(set(PROTOCOL)) == len(PROTOCOL) == 42


def test_every_source_that_is_explained_is_one(knowledge: Knowledge) -> None:
    empty = [citation.id for citation in knowledge.citations if not citation.says.strip()]
    assert empty == []


def test_there_are_45_regions(knowledge: Knowledge) -> None:
    assert len({region.id for region in knowledge.body.regions}) == 45


def test_there_are_18_muscles_and_each_has_a_trigger_point(knowledge: Knowledge) -> None:
    muscles = {muscle.id for muscle in knowledge.body.muscles}
    assert len(muscles) == 18
    assert {point.muscle for point in knowledge.body.trigger_points} == muscles


@pytest.mark.parametrize("permission", Permission)
def test_the_27_trigger_points_may_be_pressed_as_their_cards_say(permission: Permission, knowledge: Knowledge) -> None:
    points = [point.id for point in knowledge.body.trigger_points if point.permission is permission]
    assert sorted(points) == sorted(PERMISSIONS[permission])


def test_every_point_that_may_be_pressed_lies_in_a_permitted_zone_on_both_sides(knowledge: Knowledge) -> None:
    pressed = [point for point in knowledge.body.trigger_points if point.may_be_pressed]
    assert len(pressed) == 22
    denied = [
        (point.id, side) for point in pressed for side in Side if not knowledge.body.allows_pressure(point.point(side))
    ]
    assert denied == []


def test_the_priors_follow_how_common_the_muscles_are(knowledge: Knowledge) -> None:
    shares: dict[str, float] = defaultdict(float)
    for point in knowledge.body.trigger_points:
        shares[point.muscle] += point.prior
    most_common = sorted(shares, key=lambda muscle: -shares[muscle])[:2]
    assert most_common == ["upper_trapezius", "levator_scapulae"]


def test_the_priors_add_up_to_what_the_source_says(knowledge: Knowledge) -> None:
    assert sum(point.prior for point in knowledge.body.trigger_points) == pytest.approx(1.18)


def test_every_red_flag_has_a_rule(knowledge: Knowledge) -> None:
    assert sorted({rule.red_flag for rule in knowledge.rules.rules if rule.red_flag}) == list(RED_FLAGS)


def test_every_sign_that_a_question_offers_has_a_use(knowledge: Knowledge) -> None:
    """An option that no rule, condition or question looks at is there so that a person can say that all is well."""
    rules = knowledge.rules
    used = {sign for rule in rules.rules for sign in rule.signs}
    used |= {sign for row in rules.conditions for sign in row.any_of}
    used |= {sign for question in rules.questions for sign in question.opened_by}
    idle = {option for question in rules.questions for option in question.options} - used
    assert idle == {
        "accident-walked-since",
        "accident-was-light",
        "adult-is-with-me",
        "clinician-has-agreed",
        "male-at-birth",
        "nothing-like-that",
        "known-pain",
        "one-sided-and-coming-and-going",
        "both-sides-or-middle",
        "accident-low-risk",
        "moves-as-usual",
        "turns-to-both-sides",
        "wry-neck-new",
        "wry-neck-easing",
        "pain-bearable",
        "strong-pain-under-two-days",
        "stop-symptom-gone",
        "stop-was-looked-at",
        "health-as-before",
        "health-has-changed",
        "neck-feels-firm",
        "not-pregnant",
    }


def test_every_condition_fills_every_column(knowledge: Knowledge) -> None:
    assert {row.id for row in knowledge.rules.conditions if set(row.cells) != set(Modality)} == set()


def test_every_feeling_has_its_advice(knowledge: Knowledge) -> None:
    assert {stop.feeling for stop in knowledge.stops} == set(Feeling)


def test_the_sensations_cover_the_scale_without_a_gap(knowledge: Knowledge) -> None:
    reached = [level for one in knowledge.sensations for level in range(one.from_0_10, one.to_0_10 + 1)]
    assert reached == list(range(11))


def test_the_good_ache_ends_where_pressure_must(knowledge: Knowledge) -> None:
    good = max(one.to_0_10 for one in knowledge.sensations if one.good)
    assert good == knowledge.techniques.ceilings.good_pain_0_10 == 6


def test_every_place_of_a_position_is_known(knowledge: Knowledge) -> None:
    assert {place.id for place in knowledge.techniques.places} == {"home", "desk", "bed", "travel"}
