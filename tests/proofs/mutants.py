"""Rule books that are wrong in one place: what a slip of the hand in a knowledge file could make of them."""

from collections.abc import Iterator

from msgspec.structs import replace

from unknot.screening import Bars, NumberSign, Question, Rule, RuleBook, Tier

Mutant = tuple[str, RuleBook]


def mutants_of(rules: RuleBook) -> Iterator[Mutant]:
    """Each rule dropped, lowered, loosened, tightened; each threshold moved; each opening and each "not sure" lost."""
    for rule in rules.rules:
        yield f"{rule.id}: dropped", _with_rules(rules, rule, ())
        for what, changed in _slips_in(rule):
            yield f"{rule.id}: {what}", _with_rules(rules, rule, (changed,))
    for sign in rules.number_signs:
        for what, moved in _moves_of(sign):
            yield f"{sign.id}: {what}", _with_numbers(rules, sign, moved)
    for question in rules.questions:
        for what, forgetful in _losses_in(question, is_clarified=question.id in rules.clarifiers):
            yield f"{question.id}: {what}", _with_questions(rules, question, forgetful)


def _slips_in(rule: Rule) -> Iterator[tuple[str, Rule]]:
    if rule.tier is not Tier.CLEAR:
        yield "a tier lower", replace(rule, tier=list(Tier)[rule.tier.severity - 1])
    if rule.bars_plan is not Bars.NO:
        yield "bars no plan", replace(rule, bars_plan=Bars.NO)
    for sign in rule.all_of:
        without = tuple(one for one in rule.all_of if one != sign)
        if without or rule.any_of or rule.at_least:
            yield f"without all_of {sign}", replace(rule, all_of=without)
    for sign in rule.any_of:
        without = tuple(one for one in rule.any_of if one != sign)
        yield f"without any_of {sign}", replace(rule, any_of=without) if without else replace(rule, all_of=("no such",))
    for sign in rule.out_of:
        yield f"without out_of {sign}", replace(rule, out_of=tuple(one for one in rule.out_of if one != sign))
    if len(rule.any_of) > 1:
        yield "all of any_of", replace(rule, all_of=(*rule.all_of, *rule.any_of), any_of=())
    if len(rule.all_of) > 1:
        yield "any of all_of", replace(rule, all_of=(), any_of=(*rule.any_of, *rule.all_of))
    if rule.at_least:
        yield "one more needed", replace(rule, at_least=rule.at_least + 1)
        yield "one fewer needed", replace(rule, at_least=rule.at_least - 1)


def _moves_of(sign: NumberSign) -> Iterator[tuple[str, NumberSign]]:
    for step, how in ((1, "one later"), (-1, "one sooner")):
        if sign.at_least is not None:
            yield f"at_least {how}", replace(sign, at_least=sign.at_least + step)
        if sign.at_most is not None:
            yield f"at_most {how}", replace(sign, at_most=sign.at_most + step)
    yield (
        "turned round",
        replace(
            sign,
            at_least=None if sign.at_most is None else sign.at_most + 1,
            at_most=None if sign.at_least is None else sign.at_least - 1,
        ),
    )


def _losses_in(question: Question, *, is_clarified: bool) -> Iterator[tuple[str, Question]]:
    for sign in question.opened_by:
        kept = tuple(one for one in question.opened_by if one != sign)
        yield f"not opened by {sign}", replace(question, opened_by=kept or ("no such",))
    for sign in () if is_clarified else question.unsure_counts_as:  # else its clarifying question has the say
        left = tuple(one for one in question.unsure_counts_as if one != sign)
        yield f"not sure without {sign}", replace(question, unsure_counts_as=left)


def _with_rules(rules: RuleBook, rule: Rule, instead: tuple[Rule, ...]) -> RuleBook:
    return replace(rules, rules=tuple(b for one in rules.rules for b in (instead if one is rule else (one,))))


def _with_numbers(rules: RuleBook, sign: NumberSign, moved: NumberSign) -> RuleBook:
    return replace(rules, number_signs=tuple(moved if one is sign else one for one in rules.number_signs))


def _with_questions(rules: RuleBook, question: Question, changed: Question) -> RuleBook:
    return replace(rules, questions=tuple(changed if one is question else one for one in rules.questions))
