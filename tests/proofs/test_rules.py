"""Theorems about the rules, over every combination of answers, histories and visits at once.

A theorem is proved by asking for a counterexample and getting the answer that there is none.
"""

import pytest
import z3
from tests.proofs.model import CLEARED, NEEDS_ANSWERS, STOPPED, CheckIn

from unknot.knowledge import load_knowledge
from unknot.screening import QuestionKind, Rule, RuleBook, Tier

RULES = load_knowledge().rules
URGENT = [rule for rule in RULES.rules if rule.tier in (Tier.SAME_DAY, Tier.EMERGENCY_NOW)]
LIMIT_MS = 120_000


def counterexample(*clauses: z3.BoolRef) -> z3.ModelRef | None:
    """A state in which all clauses hold; None where there is none. A prover that gives up has proved nothing."""
    solver = z3.Solver()
    solver.set("timeout", LIMIT_MS)
    solver.add(*clauses)
    answer = solver.check()
    assert answer != z3.unknown, f"gave up: {solver.reason_unknown()}"
    return solver.model() if answer == z3.sat else None


def what_is_wrong_with(rules: RuleBook) -> list[str]:
    """The theorems below that do not hold of some rules, by name; empty when all do."""
    failed = [name for name, theorem in THEOREMS.items() if counterexample(*theorem(rules)) is not None]
    return failed + [f"{rule.id} is dead or shadowed" for rule in rules.rules if not decides_alone(rule, rules)]


def no_urgent_rule_clears(rules: RuleBook) -> list[z3.BoolRef]:
    """A rule of the tier same-day or above has fired, and a plan is allowed all the same."""
    one = CheckIn(rules)
    urgent = [rule for rule in rules.rules if rule.tier in (Tier.SAME_DAY, Tier.EMERGENCY_NOW)]
    return [one.well_formed, z3.Or([one.fired[rule.id] for rule in urgent]), one.verdict[CLEARED]]


def not_exactly_one_verdict(rules: RuleBook) -> list[z3.BoolRef]:
    one = CheckIn(rules)
    verdicts = list(one.verdict.values())
    return [one.well_formed, z3.Not(z3.PbEq([(verdict, 1) for verdict in verdicts], 1))]


def silence_clears(rules: RuleBook) -> list[z3.BoolRef]:
    """Something that is asked has no answer, and a plan is allowed all the same."""
    one = CheckIn(rules)
    return [one.well_formed, one.verdict[CLEARED], one.open]


def hints_clear(rules: RuleBook) -> list[z3.BoolRef]:
    """What own words hint at clears a check-in that would not clear without them."""
    hinted, plain = CheckIn(rules), CheckIn(rules, "plain ")
    same = [a == b for a, b in _pairs(hinted, plain) if "hinted" not in str(a)]
    unhinted = [z3.Not(hint) for hint in plain.hinted.values()]
    return [hinted.well_formed, *same, *unhinted, hinted.verdict[CLEARED], z3.Not(plain.verdict[CLEARED])]


def one_more_yes_is_milder(rules: RuleBook) -> list[z3.BoolRef]:
    """More is ticked or known of earlier sessions, nothing less, and the verdict is milder: its tier, or a plan."""
    less, more = CheckIn(rules, "less "), CheckIn(rules, "more ")
    kept = [less.returns == more.returns]
    for question in rules.questions:
        kept += [less.answered[question.id] == more.answered[question.id]]
        kept += [less.unsure[question.id] == more.unsure[question.id]]
        kept += [less.hinted[question.id] == more.hinted[question.id]]
        grows = question.kind is QuestionKind.SEVERAL
        for option in question.options:
            before, after = less.chosen[question.id, option], more.chosen[question.id, option]
            kept.append(z3.Implies(before, after) if grows else before == after)
        if question.kind.is_counted:
            kept.append(less.number[question.id] == more.number[question.id])
    kept += [z3.Implies(less.past[sign], more.past[sign]) for sign in less.past]
    return [less.well_formed, more.well_formed, *kept, _is_milder(more, less)]


def stronger_pain_is_milder(rules: RuleBook) -> list[z3.BoolRef]:
    less, more = CheckIn(rules, "less "), CheckIn(rules, "more ")
    same = [a == b for a, b in _pairs(less, more) if str(a) != "less pain-now"]
    stronger = more.number["pain-now"] >= less.number["pain-now"]
    return [less.well_formed, more.well_formed, *same, stronger, _is_milder(more, less)]


def an_unknown_is_milder(rules: RuleBook) -> list[z3.BoolRef]:
    """Where nothing applied a person is now not sure, also of what would make it clearer; the verdict is milder."""
    calm, unsure = CheckIn(rules, "calm "), CheckIn(rules, "unsure ")
    kept = [calm.returns == unsure.returns, *(calm.past[sign] == unsure.past[sign] for sign in calm.past)]
    for question in rules.questions:
        id = question.id
        turns = z3.And(calm.answered[id], z3.Not(calm.unsure[id]), unsure.unsure[id])
        none = z3.Not(z3.Or([calm.chosen[id, option] for option in question.options]))
        same = z3.And(
            calm.answered[id] == unsure.answered[id],
            calm.unsure[id] == unsure.unsure[id],
            *(calm.chosen[id, option] == unsure.chosen[id, option] for option in question.options),
            *([calm.number[id] == unsure.number[id]] if question.kind.is_counted else []),
        )
        may_turn = question.kind is QuestionKind.SEVERAL
        kept += [z3.Or(same, z3.And(turns, none)) if may_turn else same, calm.hinted[id] == unsure.hinted[id]]
    return [calm.well_formed, unsure.well_formed, *kept, _is_milder(unsure, calm)]


def a_danger_unanswered_clears(rules: RuleBook) -> list[z3.BoolRef]:
    """Taking back the answer to a question that is asked opens the way to a plan."""
    told, silent = CheckIn(rules, "told "), CheckIn(rules, "silent ")
    kept = [told.returns == silent.returns, *(told.past[sign] == silent.past[sign] for sign in told.past)]
    for question in rules.questions:
        id = question.id
        same = [told.answered[id] == silent.answered[id], told.unsure[id] == silent.unsure[id]]
        same += [told.chosen[id, option] == silent.chosen[id, option] for option in question.options]
        if question.kind.is_counted:
            same.append(told.number[id] == silent.number[id])
        taken_back = z3.And(silent.due[id], z3.Not(silent.answered[id]))
        kept += [z3.Or(z3.And(same), taken_back), told.hinted[id] == silent.hinted[id]]
    return [told.well_formed, silent.well_formed, *kept, z3.Not(told.verdict[CLEARED]), silent.verdict[CLEARED]]


THEOREMS = {
    "a red flag of same-day or above never leads to a plan": no_urgent_rule_clears,
    "every state has exactly one verdict": not_exactly_one_verdict,
    "silence never clears": silence_clears,
    "own words never clear": hints_clear,
    "one more yes is never milder": one_more_yes_is_milder,
    "a stronger pain is never milder": stronger_pain_is_milder,
    "an unknown is never milder": an_unknown_is_milder,
    "an answer taken back never clears": a_danger_unanswered_clears,
}


def decides_alone(rule: Rule, rules: RuleBook) -> bool:
    """True when some person who goes the way of the check-in gets their tier from this rule and from no other."""
    one = CheckIn(rules)
    others = [other for other in rules.rules if other.id != rule.id and other.tier.severity >= rule.tier.severity]
    alone = [z3.Not(one.fired[other.id]) for other in others]
    unhinted = [z3.Not(hint) for hint in one.hinted.values()]
    return counterexample(one.well_formed, one.only_what_is_asked, *unhinted, one.fired[rule.id], *alone) is not None


@pytest.mark.parametrize("name", THEOREMS)
def test_it_is_proved_that(name: str) -> None:
    assert counterexample(*THEOREMS[name](RULES)) is None


@pytest.mark.parametrize("rule", URGENT, ids=lambda rule: rule.id)
def test_each_urgent_rule_stops_whatever_else_is_said(rule: Rule) -> None:
    one = CheckIn(RULES)
    assert counterexample(one.well_formed, one.fired[rule.id], z3.Not(one.verdict[STOPPED])) is None


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.id)
def test_no_rule_is_dead_and_none_is_shadowed(rule: Rule) -> None:
    assert decides_alone(rule, RULES)


@pytest.mark.parametrize("kind", [STOPPED, NEEDS_ANSWERS, CLEARED])
def test_each_verdict_can_be_reached(kind: str) -> None:
    """Else the theorems above could be true of a screening that never says anything."""
    one = CheckIn(RULES)
    assert counterexample(one.well_formed, one.only_what_is_asked, one.verdict[kind]) is not None


def _is_milder(later: CheckIn, earlier: CheckIn) -> z3.BoolRef:
    gains_a_plan = z3.And(later.verdict[CLEARED], z3.Not(earlier.verdict[CLEARED]))
    return z3.Or(later.severity < earlier.severity, gains_a_plan)


def _pairs(a: CheckIn, b: CheckIn) -> list[tuple[z3.ExprRef, z3.ExprRef]]:
    """The variables of two check-ins, each with its counterpart."""
    tables = ("answered", "unsure", "chosen", "number", "hinted", "past")
    named = [(getattr(a, table), getattr(b, table)) for table in tables]
    return [(a.returns, b.returns), *((one[key], other[key]) for one, other in named for key in one)]
