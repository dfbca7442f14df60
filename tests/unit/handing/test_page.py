"""The page for a professional: what it says, and that nothing written into it can run."""

import re
from datetime import UTC, datetime, timedelta, timezone
from html import unescape

import pytest
from tests.signing import HAND_OVER, Professional

from unknot.coach import GuidanceReceived, HandOverMade, Measured, Person, SessionMoved, check_in, make_plan
from unknot.guiding import EventKind, Feeling, SessionEvent
from unknot.handing import hand_over_page, read_signed
from unknot.handing.markup import element, text
from unknot.handing.offered import offered
from unknot.locating import Complaint, Finding
from unknot.planning import FIRST, LAST, AdvisedStep, Envelope, Of, Situation, plan_advised
from unknot.progress import Measure, Reach
from unknot.screening import Cleared, screen
from unknot.words import say

NOW = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
UNCLEAR = Finding((), (), cannot_tell=True, feel_next=())
EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(1)>"


def in_utc(at):
    return at.astimezone(UTC)


def in_auckland(at):
    return at.astimezone(timezone(timedelta(hours=13), "NZDT"))


def measured(days_ago, **told):
    return Measured(Measure(NOW - timedelta(days=days_ago), **told))


@pytest.fixture
def envelope(knowledge, calm):
    """Someone who is cleared and has everything to hand."""
    cleared = screen(calm, knowledge.rules, NOW)
    assert isinstance(cleared, Cleared)
    tools = tuple(tool.id for tool in knowledge.techniques.tools if not tool.by_hand)
    return Envelope(knowledge.body, knowledge.techniques, cleared, Situation(15, tools), (), NOW)


@pytest.fixture
def page(knowledge):
    """The readable text of the page, and the page, for someone to whom these things have happened."""

    def page(*happened, wall=in_utc):
        person = Person(knowledge).after(HAND_OVER, NOW, HandOverMade())
        for place, one in enumerate(happened):
            person = person.after(str(place), NOW, one(person) if callable(one) else one)
        html = hand_over_page(person, HAND_OVER, NOW, "unknot 0.1.0", wall).decode()
        body = html[html.index("<body>") : html.index('<script type="application/json"')]
        return unescape(re.sub("<[^>]+>", " ", body)), html

    return page


def test_someone_who_has_told_nothing_has_a_page_that_says_so(page):
    words, _ = page()
    assert words.count(say("hand-over-none")) == 4
    assert say("hand-over-self-told") in words


def test_what_was_asked_and_does_not_apply_is_said_option_by_option(page, healthy):
    words, _ = page(lambda person: check_in(person, healthy, NOW))
    asked = next(id for id, answer in healthy.items() if answer == "none")
    assert say(f"question-{asked}") in words
    assert say("hand-over-none-of", options="").strip() in words
    assert say("hand-over-check-in-at", day="2026-11-20", tier=say("tier-clear")) in words


def test_what_stopped_a_check_in_is_said_with_its_reason(page):
    words, _ = page(lambda person: check_in(person, {"head-signs": ("thunderclap",)}, NOW))
    assert say("tier-emergency-now") in words
    assert say("sign-thunderclap") in words


def test_what_is_put_into_the_page_is_never_markup(page):
    evil = Professional(name=EVIL[:80], role="<b>role</b>")
    signed = read_signed(evil.sign(evil.guidance(NOW, note=EVIL)))
    words, html = page(GuidanceReceived(signed))
    assert EVIL in words
    assert (html.count("<script"), html.count("<img"), html.count("<b>")) == (2, 0, 0)
    assert element("p", text(EVIL), title='"><script>') == (
        '<p title="&quot;&gt;&lt;script&gt;">'
        "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;</p>"
    )


def test_everything_that_may_be_pressed_is_offered_with_our_limit(knowledge):
    found = {(one.of, one.id): (one.pain_0_10, one.hold_s) for one in offered(knowledge, HAND_OVER, NOW).things}
    assert found[Of.TOOL, "gun"] == (3, 30)
    assert found[Of.ZONE, "Z_SUBOCC"] == (3, 30)
    assert found[Of.TECHNIQUE, "slow-movement"] == (0, 180)
    assert (Of.ZONE, "Z_FRONT") not in found
    assert (Of.MUSCLE, "scalenes") not in found
    assert not {(Of.TECHNIQUE, FIRST), (Of.TECHNIQUE, LAST)} & found.keys()


def test_a_session_is_offered_only_on_points_that_admit_its_technique(knowledge):
    by_id = {one.id: one for one in offered(knowledge, HAND_OVER, NOW).techniques}
    assert "SCMs" not in {point for one in by_id.values() for point in one.points}
    assert "UT1" not in by_id["sustained-pressure"].points
    assert "UT1" in by_id["pincer-hold"].points
    assert (by_id["kneading"].points, by_id["kneading"].sided) == ((), True)
    assert (by_id["breathing"].tools, by_id["breathing"].sided) == (("hands",), False)
    assert by_id["ball-pressure"].tools == ("tennis-ball", "massage-ball")


def test_moments_are_those_of_the_person_s_own_clock(page, healthy):
    words, _ = page(lambda person: check_in(person, healthy, NOW), wall=in_auckland)
    assert say("hand-over-times", zone="NZDT") in words
    assert say("hand-over-check-in-at", day="2026-11-21", tier=say("tier-clear")) in words


def test_the_pain_has_a_chart_that_says_in_words_what_it_shows_and_a_table(page):
    words, html = page(measured(3, pain_now=6), measured(1, pain_now=7), measured(0, pain_now=2))
    alt = say("hand-over-pain-chart", count=3, since="2026-11-17", until="2026-11-20", first="6", last="2", worst="7")
    assert f'role="img" aria-label="{alt}"' in html
    assert all(one in " ".join(words.split()) for one in ("2026-11-19 7", "2026-11-20 2"))
    assert not re.search("#[0-9a-f]{3,6}|rgb", html[html.index("<svg") : html.index("</svg>")])


def test_turning_is_told_to_each_side_with_what_told_it_and_drawn_where_it_was_seen(page):
    words, html = page(
        measured(3, reach_left=Reach.SHORT, reach_right=Reach.TO),
        measured(1, turned_left_deg=48, turned_right_deg=61),
        measured(0, turned_left_deg=55),
    )
    said = " ".join(words.split())
    assert "2026-11-17 short of it to it the person" in said
    assert "2026-11-19 48° 61° the camera of the computer" in said
    assert f"2026-11-20 55° {say('hand-over-turned-none')} the camera of the computer" in said
    assert say("hand-over-turned-chart", left="48° → 55°", right="61° → 61°") in html


def test_where_nothing_of_turning_was_told_there_is_no_chart(page):
    words, html = page(measured(0, reach_left=Reach.PAST))
    assert "past it" in words
    assert say("hand-over-turned-chart-about") not in words
    assert html.count("<svg") == 0


def test_what_is_left_out_of_a_long_table_is_said(page):
    words, _ = page(*(measured(days, pain_now=3) for days in range(45, -1, -1)))
    assert say("hand-over-more", count=4) in words
    words, _ = page(*(measured(days, pain_now=3) for days in range(41, -1, -1)))
    assert "earlier" not in words


def test_a_last_drawing_in_which_nothing_hurts_is_the_last_one(page):
    words, _ = page(measured(2, drawing={"shoulder_top_R": 6}), measured(0, drawing={"shoulder_top_R": 0}))
    assert say("hand-over-where-nowhere", day="2026-11-20") in words
    assert say("region-shoulder_top") not in words


def test_what_is_offered_for_a_session_is_what_the_limits_of_a_plan_leave(knowledge, envelope):
    """As much as can be written of each technique, with each of its tools: nothing of it is cut but by the day."""
    by_id = {one.id: one for one in offered(knowledge, HAND_OVER, NOW).techniques}
    assert by_id["gentle-stretch"].repetitions == 4
    assert by_id["sustained-pressure"].repetitions == 3
    assert (by_id["sustained-pressure"].pain_0_10, by_id["slow-movement"].pain_0_10) == (6, 0)
    assert by_id["warmth"].tools == ("heat-pack",)
    for one in by_id.values():
        for tool in one.tools:
            if not one.sided:
                step = AdvisedStep(one.id, min(one.hold_s, 60), min(one.repetitions, 4), tool)
                assert "advised-cut" not in plan_advised((step,), UNCLEAR, envelope).notes, (one.id, tool)


def test_warmth_with_bare_hands_is_cut(envelope):
    assert "advised-cut" in plan_advised((AdvisedStep("warmth", 60),), UNCLEAR, envelope).notes


def test_every_word_of_the_form_is_there(knowledge):
    said = offered(knowledge, HAND_OVER, NOW).said
    assert {"write", "save", "limit-pain_0_10", "key-wrong", "step-unfinished"} <= said.keys()
    assert all("{" not in words and words for words in said.values())


@pytest.mark.parametrize(("feeling", "said"), [("too-sore", "feeling-too-sore"), (None, "hand-over-stop-unsaid")])
def test_every_session_that_was_stopped_is_told_with_what_was_felt(page, healthy, feeling, said):
    def moved(seq, kind, at_ms, felt=None):
        event = SessionEvent(EventKind(kind), at_ms, None if felt is None else Feeling(felt))
        return SessionMoved("1", seq, event)

    told = [moved(0, "start", 0), moved(1, "stop", 200_000), *([moved(2, "felt", 200_000, feeling)] if feeling else [])]
    words, _ = page(
        lambda person: check_in(person, healthy, NOW),
        lambda person: make_plan(person, "0", Complaint({"shoulder_top_R": 6}), Situation(10), (), NOW),
        *told,
    )
    assert f"{say('hand-over-felt')} 2026-11-20 18:00 {say(said)} " in " ".join(words.split())
