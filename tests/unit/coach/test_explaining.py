"""A decision made again from what it was made from, by the knowledge of its day."""

from collections.abc import Callable

import msgspec
import pytest
from msgspec.structs import replace

from unknot import coach
from unknot.coach import (
    Agreement,
    CausesNamed,
    Explanation,
    Happening,
    Knowledge,
    OutcomeTold,
    SessionMoved,
    SettingsChanged,
)
from unknot.coach.explaining import nearly_fired
from unknot.coach.happenings import kind_of
from unknot.coach.visits import check_in_again
from unknot.guiding import EventKind, Feeling, SessionEvent
from unknot.prevention import CauseAnswer
from unknot.progress import Helped, Turning
from unknot.screening import Stopped, Tier, screen

SHOULDER = {"shoulder_top_R": 6, "neck_postlat_R": 4}

Explain = Callable[..., Explanation]


@pytest.fixture
def explain(diary) -> Explain:
    """Explains what happens to the person of the diary now."""

    def explain(told: Happening, id: str = "this") -> Explanation:
        recorded = Explanation(
            event=id,
            at=diary.now,
            kind=kind_of(told),
            knowledge=diary.person.knowledge.version,
            told=msgspec.Raw(msgspec.json.encode(told)),
            agreement=Agreement.UNREADABLE,
        )
        return coach.explain(recorded, diary.person)

    return explain


def test_a_check_in_made_again_is_the_same_with_its_verdict(diary, explain, healthy):
    told = coach.check_in(diary.person, healthy | {"illness-signs": ["fever", "severe-neck-stiffness"]}, diary.now)
    why = explain(told)
    assert (why.agreement, why.verdict, why.again) == (Agreement.SAME, told.verdict, None)
    assert isinstance(why.verdict, Stopped)


def test_a_check_in_that_was_kept_with_another_verdict_is_said_to_differ(diary, explain, healthy, knowledge):
    told = coach.check_in(diary.person, healthy, diary.now)
    milder = replace(told, counted={**healthy, "illness-signs": ["fever", "severe-neck-stiffness"]})
    why = explain(milder)
    assert why.agreement is Agreement.DIFFERENT
    assert msgspec.json.decode(why.again)["verdict"]["tier"] == Tier.EMERGENCY_NOW


def test_an_answer_that_the_knowledge_does_not_know_cannot_be_made_again(diary, explain, healthy):
    told = coach.check_in(diary.person, healthy, diary.now)
    why = explain(replace(told, counted={**healthy, "horoscope": "none"}))
    assert (why.agreement, why.why_not) == (Agreement.DIFFERENT, "input-no-such-question")


def test_a_rule_that_one_sign_more_would_have_fired_is_named_with_that_sign(knowledge):
    nearly = {one.rule: one for one in nearly_fired(frozenset(("fever",)), knowledge)}
    assert nearly["fever-with-stiff-neck"].missing == ("severe-neck-stiffness",)
    assert nearly["fever-with-stiff-neck"].tier is Tier.EMERGENCY_NOW


def test_a_rule_of_which_nothing_holds_did_not_nearly_fire(knowledge):
    assert nearly_fired(frozenset(), knowledge) == ()


def test_a_rule_that_fired_did_not_nearly_fire(knowledge):
    signs = frozenset(("fever", "severe-neck-stiffness"))
    fired = {one.rule for one in knowledge.rules.fired_by(signs)}
    assert fired.isdisjoint(one.rule for one in nearly_fired(signs, knowledge))


def test_a_plan_made_again_is_the_same_step_by_step(diary, explain, healthy):
    diary.check_in(healthy).wait(minutes=1)
    why = explain(diary.made())
    assert (why.agreement, why.again) == (Agreement.SAME, None)
    assert why.verdict == coach.screen_again(diary.person, diary.now, SHOULDER)


def test_a_plan_that_was_changed_since_is_said_to_differ(diary, explain, healthy):
    diary.check_in(healthy).wait(minutes=1)
    made = diary.made()
    fewer = replace(made, plan=replace(made.plan, steps=made.plan.steps[:-1]))
    why = explain(fewer)
    assert why.agreement is Agreement.DIFFERENT
    assert msgspec.json.decode(why.again, type=coach.PlanMade) == made


def test_a_plan_whose_check_in_is_not_kept_would_be_refused(diary, explain, healthy):
    diary.check_in(healthy)
    made = diary.made()
    why = explain(replace(made, check_in="another"))
    assert (why.agreement, why.why_not) == (Agreement.DIFFERENT, "plan-needs-fresh-check-in")


@pytest.mark.parametrize("feeling", Feeling)
def test_what_was_felt_is_explained_by_its_stop_rule(diary, explain, healthy, feeling):
    diary.check_in(healthy).plan().move(0, "start", 0).move(1, "stop", 5_000)
    why = explain(SessionMoved("plan", 2, SessionEvent(EventKind.FELT, 5_001, feeling)))
    assert why.agreement is Agreement.NEVER_STORED
    assert why.stop == next(rule for rule in diary.person.knowledge.stops if rule.feeling is feeling)


def test_a_move_of_a_player_is_no_decision(diary, explain, healthy):
    diary.check_in(healthy).plan()
    assert explain(SessionMoved("plan", 0, SessionEvent(EventKind.START, 0))).agreement is Agreement.NO_DECISION


def test_a_course_that_gets_worse_is_explained_by_its_signs_and_the_rules_they_fire(diary, explain, healthy, returning):
    for day, pain in enumerate((3, 7, 7)):
        answers = {**returning, "after-tool": "none"} if day else healthy
        diary.check_in(answers, f"check-in-{day}").plan(f"plan-{day}", f"check-in-{day}").play(f"plan-{day}")
        told = OutcomeTold(f"plan-{day}", pain, pain, Turning.HARDER, Helped.NO)
        why = explain(told)
        assert ("worse-on-two-days" in why.course) is (day == 2)
        diary.tell(f"told-{day}", told).wait(days=1)
    assert why.agreement is Agreement.NEVER_STORED
    assert why.referral == diary.person.knowledge.rules.fired_by(frozenset(why.course))
    assert "worse-on-two-days" in why.referral[0].signs


@pytest.mark.parametrize("told", [CausesNamed({"C1": CauseAnswer.OFTEN}), SettingsChanged("GB")], ids=kind_of)
def test_what_a_person_set_is_no_decision(explain, told):
    assert explain(told).agreement is Agreement.NO_DECISION


def test_what_another_version_recorded_stays_as_it_is(diary, explain):
    unknown = Explanation(
        event="e",
        at=diary.now,
        kind="dreamt",
        knowledge="k",
        told=msgspec.Raw(b'{"of":1}'),
        agreement=Agreement.UNREADABLE,
    )
    assert coach.explain(unknown, diary.person) == unknown
    assert unknown.happening is None
    assert coach.sentences_in(unknown) == frozenset()


def test_every_sentence_of_a_verdict_is_asked_for(diary, explain, healthy, knowledge):
    told = coach.check_in(diary.person, healthy | {"illness-signs": ["fever", "severe-neck-stiffness"]}, diary.now)
    wanted = coach.sentences_in(explain(told))
    assert {
        ("question-illness-signs", None),
        ("sign-severe-neck-stiffness", None),
        ("answer-none", None),
        ("rule-fever-with-stiff-neck", None),
        ("tier-emergency-now", None),
        ("tier-emergency-now", "do"),
    } <= wanted


def test_what_applied_is_cited(diary, explain, healthy):
    told = coach.check_in(diary.person, healthy | {"illness-signs": ["fever", "severe-neck-stiffness"]}, diary.now)
    assert "clinical:RF-01" in coach.sources_in(explain(told))


def test_a_check_in_is_made_again_from_what_counted_then(diary, healthy, returning, knowledge: Knowledge):
    """A return visit counts answers that were kept; they are part of the record, so the person is not needed."""
    diary.check_in(healthy).wait(days=1)
    told = coach.check_in(
        diary.person, {id: a for id, a in returning.items() if id not in ("age", "health")}, diary.now
    )
    assert check_in_again(told, diary.now, knowledge) == told
    assert told.verdict == screen(told.counted, knowledge.rules, diary.now, told.visit, frozenset(told.history))
