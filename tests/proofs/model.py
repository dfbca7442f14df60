"""The rules of the check-in as logic: what screening interprets, written down a second time for a theorem prover.

Nothing here calls `screen`. From the same knowledge files it builds formulas over what a person may answer; that both
say the same is shown by `test_agreement.py`.
"""

from functools import cached_property

import z3

from unknot.screening import Answers, Bars, Question, QuestionKind, Rule, RuleBook, Tier, Visit

STOPPED, NEEDS_ANSWERS, CLEARED = "stopped", "needs-answers", "cleared"


class CheckIn:
    """Every way to answer a check-in, as variables; `tag` tells two of them apart in one formula."""

    def __init__(self, rules: RuleBook, tag: str = "") -> None:
        self.rules = rules
        self.tag = tag
        self.returns = z3.Bool(f"{tag}return-visit")
        self.answered = {q.id: z3.Bool(f"{tag}{q.id}?") for q in rules.questions}
        self.unsure = {q.id: z3.Bool(f"{tag}{q.id}=unsure") for q in rules.questions}
        self.chosen = {(q.id, o): z3.Bool(f"{tag}{q.id}={o}") for q in rules.questions for o in q.options}
        self.number = {q.id: z3.Int(f"{tag}{q.id}") for q in rules.questions if q.kind.is_counted}
        self.hinted = {q.id: z3.Bool(f"{tag}{q.id} hinted") for q in rules.questions}
        self.past = {sign.id: z3.Bool(f"{tag}{sign.id}") for sign in rules.history_signs}

    @cached_property
    def well_formed(self) -> z3.BoolRef:
        """What the input checks let through: each answer is of its question's kind."""
        return z3.And([clause for question in self.rules.questions for clause in self._shape_of(question)])

    def _shape_of(self, question: Question) -> list[z3.BoolRef]:
        answered, unsure = self.answered[question.id], self.unsure[question.id]
        options = [self.chosen[question.id, option] for option in question.options]
        clauses = [z3.Implies(z3.Or([unsure, *options]), answered), z3.Implies(unsure, z3.Not(z3.Or(options)))]
        if question.kind is QuestionKind.CHOICE:
            clauses += [z3.AtMost(*options, 1), z3.Implies(answered, z3.Or([unsure, *options]))]
        if question.between is not None:
            least, most = question.between
            clauses += [self.number[question.id] >= least, self.number[question.id] <= most]
        return clauses

    @cached_property
    def present(self) -> dict[str, z3.BoolRef]:
        """Each sign: chosen somewhere, reached by a number, meant by a "not sure", or known from earlier sessions."""
        ways: dict[str, list[z3.BoolRef]] = {sign: [] for sign in self.rules.signs}
        clarified = {q.clarifies for q in self.rules.questions if q.clarifies is not None}
        for question in self.rules.questions:
            for option in question.options:
                ways[option].append(self.chosen[question.id, option])
            if question.id not in clarified:
                for sign in question.unsure_counts_as:
                    ways[sign].append(self.unsure[question.id])
        for sign in self.rules.number_signs:
            number, reached = self.number[sign.question], [self.answered[sign.question]]
            reached.append(z3.Not(self.unsure[sign.question]))
            if sign.at_least is not None:
                reached.append(number >= sign.at_least)
            if sign.at_most is not None:
                reached.append(number <= sign.at_most)
            ways[sign.id].append(z3.And(reached))
        for sign_id, known in self.past.items():
            ways[sign_id].append(known)
        return {sign: z3.Or(found) for sign, found in ways.items()}

    @cached_property
    def fired(self) -> dict[str, z3.BoolRef]:
        """Each rule: its signs are there."""
        return {rule.id: self._applies(rule) for rule in self.rules.rules}

    def _applies(self, rule: Rule) -> z3.BoolRef:
        parts = [self.present[sign] for sign in rule.all_of]
        if rule.any_of:
            parts.append(z3.Or([self.present[sign] for sign in rule.any_of]))
        if rule.at_least:
            parts.append(z3.AtLeast(*[self.present[sign] for sign in rule.out_of], rule.at_least))
        return z3.And(parts)

    @cached_property
    def severity(self) -> z3.ArithRef:
        """The severity of the worst rule that fires."""
        worst = z3.IntVal(Tier.CLEAR.severity)
        for rule in sorted(self.rules.rules, key=lambda one: one.tier.severity):
            worst = z3.If(self.fired[rule.id], rule.tier.severity, worst)
        return worst

    @cached_property
    def due(self) -> dict[str, z3.BoolRef]:
        """Each question: this visit asks it."""
        return {question.id: self._is_due(question) for question in self.rules.questions}

    def _is_due(self, question: Question) -> z3.BoolRef:
        on_visit = {Visit.FIRST: z3.Not(self.returns), Visit.RETURN: self.returns}
        if question.clarifies is not None:
            asked = self.unsure[question.clarifies]
        elif question.opened_by:
            openers = [self.present[sign] for sign in question.opened_by]
            asked = z3.Or([*openers, *(on_visit[visit] for visit in question.unprompted)])
        else:
            asked = z3.BoolVal(True)
        return z3.Or(self.hinted[question.id], z3.And(asked, z3.Or([on_visit[visit] for visit in question.visits])))

    @cached_property
    def open(self) -> z3.BoolRef:
        """Something that is due has no answer."""
        return z3.Or([z3.And(self.due[id], z3.Not(answered)) for id, answered in self.answered.items()])

    def _any_fired(self, rules: list[Rule]) -> z3.BoolRef:
        return z3.Or([self.fired[rule.id] for rule in rules])

    @cached_property
    def verdict(self) -> dict[str, z3.BoolRef]:
        """When each verdict is given."""
        urgent = (Tier.SAME_DAY, Tier.EMERGENCY_NOW)
        at_once = [rule for rule in self.rules.rules if rule.tier in urgent or rule.bars_plan is Bars.AT_ONCE]
        at_end = [rule for rule in self.rules.rules if rule.bars_plan is Bars.AT_END]
        stops, bars = self._any_fired(at_once), self._any_fired(at_end)
        return {
            STOPPED: z3.Or(stops, z3.And(z3.Not(self.open), bars)),
            NEEDS_ANSWERS: z3.And(z3.Not(stops), self.open),
            CLEARED: z3.And(z3.Not(stops), z3.Not(self.open), z3.Not(bars)),
        }

    @cached_property
    def only_what_is_asked(self) -> z3.BoolRef:
        """Nothing is answered that is not asked, as when a person goes the way of the check-in."""
        return z3.And([z3.Implies(answered, self.due[id]) for id, answered in self.answered.items()])

    def is_state(
        self, answers: Answers, visit: Visit, history: frozenset[str], hinted: frozenset[str]
    ) -> list[tuple[z3.ExprRef, z3.ExprRef]]:
        """What each variable is worth in one state, for substitution."""
        worth: list[tuple[z3.ExprRef, z3.ExprRef]] = [(self.returns, z3.BoolVal(visit is Visit.RETURN))]
        for question in self.rules.questions:
            answer = answers.get(question.id)
            picked = (answer,) if isinstance(answer, str) else answer if isinstance(answer, tuple) else ()
            worth.append((self.answered[question.id], z3.BoolVal(answer is not None)))
            worth.append((self.unsure[question.id], z3.BoolVal(picked == ("unsure",))))
            worth.append((self.hinted[question.id], z3.BoolVal(question.id in hinted)))
            worth += [(self.chosen[question.id, option], z3.BoolVal(option in picked)) for option in question.options]
            if question.kind.is_counted:
                worth.append((self.number[question.id], z3.IntVal(answer if isinstance(answer, int) else 0)))
        worth += [(variable, z3.BoolVal(sign in history)) for sign, variable in self.past.items()]
        return worth
