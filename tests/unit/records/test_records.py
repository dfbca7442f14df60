"""A decision of any day, explained by the knowledge and in the words of that day."""

import sqlite3
import zlib
from contextlib import closing

import msgspec
import pytest
from msgspec.structs import replace

from unknot.coach import Agreement, Edition, OutcomeTold, SessionMoved, SettingsChanged
from unknot.errors import InputError, StorageError
from unknot.guiding import EventKind, Feeling, SessionEvent
from unknot.knowledge import read_knowledge
from unknot.progress import Helped, Turning
from unknot.records import Decision, decisions, explain_event, person_in, told_in
from unknot.screening import Stopped, Tier
from unknot.store import EventLog, NewEvent, export_events, import_events
from unknot.words import say

FEVER = {"illness-signs": ["fever", "severe-neck-stiffness"]}


def alter(path, content: bytes) -> None:
    """What someone can do who has the file: take the trigger away and write something else."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER knowledge_is_never_changed")
        connection.execute("UPDATE knowledge SET content = ?", (content,))
        connection.commit()


def packed(texts) -> bytes:
    return zlib.compress(msgspec.msgpack.encode(texts))


def test_after_an_upgrade_a_decision_is_made_again_by_the_rules_of_its_day(diary, log, older, knowledge, healthy):
    id = diary(older).check_in(healthy | FEVER)
    why = explain_event(log, id, knowledge).explanation
    assert (why.agreement, why.knowledge) == (Agreement.SAME, older.version)
    assert isinstance(why.verdict, Stopped)
    assert why.verdict.tier is Tier.SAME_DAY
    newer = diary(knowledge).check_in(healthy | FEVER)
    assert explain_event(log, newer, knowledge).explanation.verdict.tier is Tier.EMERGENCY_NOW


def test_the_sentences_are_those_of_that_day(diary, log, knowledge, healthy):
    texts = knowledge.edition.texts
    today = say("rule-fever-with-stiff-neck").encode()
    assert today in texts["en/screening.ftl"]
    older = Edition(texts | {"en/screening.ftl": texts["en/screening.ftl"].replace(today, b"What we said then.")})
    id = diary(read_knowledge(older)).check_in(healthy | FEVER)
    explained = explain_event(log, id, knowledge)
    assert explained.explanation.agreement is Agreement.SAME
    assert explained.said["rule-fever-with-stiff-neck"] == "What we said then."
    assert explained.in_todays_words is False


def test_an_explanation_says_what_was_asked_and_answered_and_where_it_comes_from(diary, log, knowledge, healthy):
    said = explain_event(log, diary(knowledge).check_in(healthy | FEVER), knowledge).said
    ids = ("question-illness-signs", "sign-fever", "answer-none", "tier-emergency-now")
    assert {id: said[id] for id in ids} == {id: say(id) for id in ids}
    assert said["tier-emergency-now.do"] == say("tier-emergency-now", "do")
    assert said["clinical:RF-01"] == next(one.says for one in knowledge.citations if one.id == "clinical:RF-01")


def test_every_kind_of_decision_is_listed_and_explained(diary, log, knowledge, healthy):
    person = diary(knowledge)
    check_in = person.check_in(healthy)
    plan = person.plan(check_in)
    person.keep(SessionMoved(plan, 0, SessionEvent(EventKind.START, 0)))
    person.keep(SessionMoved(plan, 1, SessionEvent(EventKind.STOP, 90_000)))
    felt = person.keep(SessionMoved(plan, 2, SessionEvent(EventKind.FELT, 90_001, Feeling.NUMB)))
    outcome = person.keep(OutcomeTold(plan, 5, 5, Turning.SAME, Helped.NO))
    person.keep(SettingsChanged("GB"))
    assert [(one.event, one.kind, one.tier) for one in decisions(log, 20)] == [
        (outcome, "outcome-told", None),
        (felt, "session-moved", None),
        (plan, "plan-made", None),
        (check_in, "checked-in", Tier.CLEAR),
    ]
    found = {id: explain_event(log, id, knowledge).explanation for id in (check_in, plan, felt, outcome)}
    assert [found[id].agreement for id in (check_in, plan)] == [Agreement.SAME] * 2
    assert [found[id].agreement for id in (felt, outcome)] == [Agreement.NEVER_STORED] * 2
    assert found[felt].stop.feeling is Feeling.NUMB
    assert "stopped-for-numbness" in found[outcome].course


def test_the_list_holds_the_last_decisions_the_latest_first(diary, log, knowledge, healthy):
    person = diary(knowledge)
    ids = [person.check_in(healthy) for _ in range(3)]
    assert [one.event for one in decisions(log, 2)] == [ids[2], ids[1]]
    assert decisions(log, 1) == (Decision(ids[2], person.now, "checked-in", knowledge.version, Tier.CLEAR),)


def test_a_plan_is_made_again_with_what_had_happened_before_it(diary, log, older, knowledge, healthy, returning):
    person = diary(older)
    first = person.plan(person.check_in(healthy))
    person.keep(SessionMoved(first, 0, SessionEvent(EventKind.START, 0)))
    person.keep(SessionMoved(first, 1, SessionEvent(EventKind.SKIP, 200_000)))
    second = person.plan(person.check_in({**returning, "after-tool": "none"}))
    person.keep(SessionMoved(second, 0, SessionEvent(EventKind.START, 0)))
    assert explain_event(log, second, knowledge).explanation.agreement is Agreement.SAME


def test_an_event_that_does_not_exist_is_refused(log, knowledge):
    with pytest.raises(InputError) as refusal:
        explain_event(log, "01890000-0000-7000-8000-00000000ffff", knowledge)
    assert (refusal.value.field, refusal.value.message) == ("event", "input-no-such-event")


@pytest.mark.parametrize(
    "content",
    [b"", b"not packed", zlib.compress(b"\xc1"), packed({"rules.toml": b"[[rule]]"}), packed({})],
    ids=["nothing", "not packed", "not readable", "other rules", "no rules"],
)
def test_knowledge_that_was_altered_is_not_used_and_what_was_recorded_is_shown(
    diary, log, path, older, knowledge, healthy, content
):
    id = diary(older).check_in(healthy | FEVER)
    alter(path, content)
    explained = explain_event(log, id, knowledge)
    assert explained.explanation.agreement is Agreement.KNOWLEDGE_ALTERED
    assert explained.explanation.verdict.tier is Tier.SAME_DAY
    assert (explained.in_todays_words, explained.said["tier-same-day"]) == (True, say("tier-same-day"))


def test_without_the_knowledge_of_that_day_what_was_recorded_is_shown(diary, log, older, knowledge, healthy):
    id = diary(older).check_in(healthy | FEVER, with_edition=False)
    explained = explain_event(log, id, knowledge)
    assert explained.explanation.agreement is Agreement.KNOWLEDGE_NOT_KEPT
    assert (explained.explanation.verdict.tier, explained.in_todays_words) == (Tier.SAME_DAY, True)


def test_what_was_decided_by_todays_knowledge_needs_no_kept_one(diary, log, knowledge, healthy):
    id = diary(knowledge).check_in(healthy, with_edition=False)
    assert explain_event(log, id, knowledge).explanation.agreement is Agreement.SAME


def test_knowledge_of_another_shape_is_said_to_be_unreadable_and_its_words_are_used(diary, log, knowledge, healthy):
    texts = knowledge.edition.texts | {"rules.toml": b'[[law]]\nid = "of another shape"\n'}
    other = replace(knowledge, edition=Edition(texts))
    explained = explain_event(log, diary(other).check_in(healthy | FEVER), knowledge)
    why = explained.explanation
    assert (why.agreement, why.verdict.tier) == (Agreement.KNOWLEDGE_UNREADABLE, Tier.EMERGENCY_NOW)
    assert "rules.toml" in why.why_not
    assert explained.in_todays_words is False


@pytest.mark.parametrize(
    "words", [b"", b"\xff\xfe", b"tier-emergency-now = { $name }\n", b"tier-emergency-now\n  .do = x\n"]
)
def test_words_that_cannot_be_said_are_left_out(diary, log, knowledge, healthy, words):
    edition = Edition(knowledge.edition.texts | {"en/screening.ftl": words})
    id = diary(read_knowledge(edition)).check_in(healthy | FEVER)
    explained = explain_event(log, id, knowledge)
    assert explained.explanation.agreement is Agreement.SAME
    assert "tier-emergency-now" not in explained.said


def kept(log, knowledge, at, kind, body):
    id = "01880000-0000-7000-8000-000000000001"
    raw = msgspec.Raw(msgspec.json.encode(body))
    log.append([NewEvent(id=id, at=at, kind=kind, body=raw, knowledge=knowledge.version)], knowledge.edition)
    return id


@pytest.mark.parametrize(("kind", "body"), [("dreamt", {"of": "sheep"}), ("checked-in", {"answers": 1})])
def test_what_another_version_recorded_is_shown_as_it_is(log, knowledge, now, kind, body):
    id = kept(log, knowledge, now, kind, body)
    why = explain_event(log, id, knowledge).explanation
    assert (why.agreement, why.happening) == (Agreement.UNREADABLE, None)
    assert msgspec.json.decode(why.told) == body


def test_a_kind_of_a_later_version_leaves_alone_what_this_one_knows_of(log, knowledge, now, diary, healthy):
    dreamt = kept(log, knowledge, now, "dreamt", {"of": "sheep"})
    check_in = diary(knowledge).check_in(healthy)
    assert person_in(log, knowledge).check_in.id == check_in
    assert [(id, told is None) for id, _, told in told_in(log)] == [(dreamt, True), (check_in, False)]


@pytest.mark.parametrize("kind", ["checked-in", "session-moved", "guidance-received"])
def test_a_person_is_not_read_with_a_hole_where_something_restricted_them(log, knowledge, now, kind):
    id = kept(log, knowledge, now, kind, {"plan": 1})
    with pytest.raises(StorageError) as refusal:
        person_in(log, knowledge)
    assert (refusal.value.message, refusal.value.details) == ("store-unreadable-event", {"kind": kind, "event": id})


def test_a_person_is_read_as_they_were_before_something_happened(log, knowledge, diary, healthy):
    one = diary(knowledge)
    first = one.check_in(healthy)
    second = one.check_in(healthy | FEVER)
    assert [list(person_in(log, knowledge, before).check_ins) for before in (first, second, "")] == [
        [],
        [first],
        [first, second],
    ]


def test_an_imported_decision_is_explained_as_it_was_where_it_was_made(diary, log, tmp_path, older, knowledge, healthy):
    id = diary(older).check_in(healthy | FEVER)
    with EventLog.open(tmp_path / "elsewhere.db") as elsewhere:
        import_events(elsewhere, b"".join(export_events(log, "unknot test")))
        assert explain_event(elsewhere, id, knowledge) == explain_event(log, id, knowledge)
