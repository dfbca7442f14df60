"""Pages on screening: red flags, contraindications, questions, and what follows a stop."""

from itertools import groupby

from reference.markdown import bullets, codes, page, reading, table, words
from unknot.anatomy import Area
from unknot.coach import Knowledge
from unknot.screening import Bars, Condition, Grade, Limits, Modality, NumberSign, Question, QuestionKind, Rule, Visit

_REFUSAL = {
    Bars.NO: "",
    Bars.AT_END: "No plan, once every question is answered.",
    Bars.AT_ONCE: "No plan, and nothing more is asked.",
}


def red_flags(knowledge: Knowledge) -> str:
    """The page of the rules, the most urgent first."""
    blocks = [
        "The rules of the check-in, as they stand in `src/unknot/knowledge/rules.toml`. The highest tier wins and "
        "nothing cancels a rule. Words are those that the person reads. What the tiers do: [safety](../safety.md).",
    ]
    rules = sorted(knowledge.rules.rules, key=lambda rule: (-rule.tier.severity, rule.red_flag or "", rule.id))
    for tier, of_tier in groupby(rules, key=lambda rule: rule.tier):
        blocks.append(f"## {words(f'tier-{tier}')} (`{tier}`)")
        rows = [(_id_of(rule), _when(rule), _why(rule), rule.confidence, codes(rule.source)) for rule in of_tier]
        blocks.append(table(("Rule", "When", "What is said", "How sure", "Source"), rows))
    return page("Red flags", *blocks)


def contraindications(knowledge: Knowledge) -> str:
    """The page of the matrix."""
    grades = {
        Grade.OK: "usual limits",
        Grade.LIM: f"light only: at most {knowledge.techniques.ceilings.light_pressure_0_10}/10 for "
        f"{knowledge.techniques.ceilings.light_hold_s} s",
        Grade.ASK: "left out; a clinician first",
        Grade.NO: "left out",
    }
    head = ("Condition", *(words(f"modality-{modality}") for modality in Modality))
    rows = [(f"`{row.id}`", *(_cell(row, modality) for modality in Modality)) for row in knowledge.rules.conditions]
    notes = [
        (f"`{row.id}`", "<br>".join(_sign(id) for id in row.any_of), reading(row.reads_as), codes(row.source))
        for row in knowledge.rules.conditions
    ]
    return page(
        "Contraindications",
        "What each condition allows, as it stands in `src/unknot/knowledge/contraindications.toml`. Where several "
        "conditions hold, the strictest cell counts. A cell that differs by area names the area.",
        bullets(f"**{grade}**: {meaning}" for grade, meaning in grades.items()),
        "Unknot cannot see a clearance, so ASK and NO have the same effect: that way of working is not in the plan. "
        "Pressure techniques, heat and stretching are planned; foam roller and TENS never are, whatever the cell says.",
        table(head, rows),
        "## Who has it",
        table(("Condition", "Any of these answers", "How the source is read", "Source"), notes),
    )


def questions(knowledge: Knowledge) -> str:
    """The page of the questions, in the order in which they are asked."""
    book = knowledge.rules
    numbers = [(f"`{one.id}`", _holds_when(one), reading(one.reads_as), codes(one.source)) for one in book.number_signs]
    others = [
        (f"`{one.id}`", _sign(one.id), reading(one.reads_as), codes(one.source))
        for one in (*book.implied_signs, *book.history_signs)
    ]
    return page(
        "Questions",
        "The check-in asks these in this order and leaves out what is not open. Each option is a sign; the rules and "
        f"the contraindications look at signs. A check-in is fresh for {book.valid_min} minutes; a kept answer stands "
        'for the days it says. "None" answers a question of several options with no sign at all.',
        *(_question(question, book.clarifiers) for question in book.questions),
        "## Signs from a number",
        table(("Sign", "Holds when", "How the source is read", "Source"), numbers),
        "## Signs that no option states",
        table(("Sign", "In words", "Where it comes from", "Source"), others),
    )


def stops_and_course(knowledge: Knowledge) -> str:
    """The page of what follows a stop, of the sensations, and of the numbers of the course."""
    stops = [
        (
            words(f"feeling-{one.feeling}"),
            f"`{one.tier}`",
            "none for 24 hours" if one.ends_session else "the usual ceilings",
            f"`{one.sign}`" if one.sign else "",
            words(f"stop-{one.feeling}", "do"),
            reading(one.reads_as),
            codes(one.source),
        )
        for one in knowledge.stops
    ]
    sensations = [
        (f"{one.from_0_10}-{one.to_0_10}", f"`{one.id}`", "good" if one.good else "ease off", codes(one.source))
        for one in knowledge.sensations
    ]
    course = knowledge.course
    numbers = [
        (f"`{name}`", str(value))
        for name, value in ((field, getattr(course, field)) for field in course.__struct_fields__)
        if name not in ("source", "repeated")
    ]
    again = [(f"`{first}`", f"`{second}`") for first, second in course.repeated.items()]
    return page(
        "Stopping, and the course of a pain",
        "## What a person felt when they stopped",
        table(
            ("Answer", "Tier", "Pressing that day", "Sign kept", "What is said", "How the source is read", "Source"),
            stops,
        ),
        "The stopped session itself is over after every one of these answers.",
        "## The scale of pain during pressure",
        table(("0-10", "Sensation", "", "Source"), sensations),
        "## The numbers of the course",
        f"They stand in `src/unknot/knowledge/course.toml`, from {codes(course.source)}. What each does is in "
        "`src/unknot/progress/course.py`.",
        table(("Key", "Value"), numbers),
        "A stop for the same reason twice in a row becomes another sign:",
        table(("First", "Second"), again),
    )


def _id_of(rule: Rule) -> str:
    return f"`{rule.id}`" + (f"<br>{rule.red_flag}" if rule.red_flag else "")


def _when(rule: Rule) -> str:
    parts = []
    if rule.all_of:
        parts += [f"**all of**: {'; '.join(_sign(id) for id in rule.all_of)}"]
    if rule.any_of:
        parts += [f"**any of**: {'; '.join(_sign(id) for id in rule.any_of)}"]
    if rule.out_of:
        parts += [f"**{rule.at_least} or more of**: {'; '.join(_sign(id) for id in rule.out_of)}"]
    return "<br>and ".join(parts)


def _why(rule: Rule) -> str:
    said = [words(f"rule-{rule.id}"), _REFUSAL[rule.bars_plan]]
    if rule.reads_as:
        said.append(f"*{reading(rule.reads_as)}*")
    return "<br>".join(filter(None, said))


def _holds_when(sign: NumberSign) -> str:
    bounds = {"at least": sign.at_least, "at most": sign.at_most}
    said = " and ".join(f"{how} {number}" for how, number in bounds.items() if number is not None)
    return f"`{sign.question}` is {said}"


def _sign(id: str) -> str:
    return words(f"sign-{id}") or f"`{id}`"


def _cell(row: Condition, modality: Modality) -> str:
    limits = Limits(pressure_allowed=True, restrictions=row.restrictions())
    grades = {area: limits.grade(modality, area) for area in Area}
    if len(set(grades.values())) == 1:
        return str(grades[Area.NECK])
    return "<br>".join(f"{area}: {grade}" for area, grade in grades.items())


def _question(question: Question, clarifiers: dict[str, Question]) -> str:
    facts = [f"`{question.id}`", _kind(question), _asked(question)]
    if question.kept_days:
        facts.append(f"kept for {question.kept_days} days")
    if question.seeks_danger:
        facts.append("still asked beside a stop that is no emergency")
    lines = [f"{_sign(option)} (`{option}`)" for option in question.options]
    unsure = "; ".join(_sign(id) for id in question.unsure_counts_as)
    parts = [f"## {words(f'question-{question.id}')}", " · ".join(facts)]
    if lines:
        parts.append(bullets(lines))
    parts.append(f'"Not sure" counts as: {unsure}.')
    if question.id in clarifiers:
        parts.append(f"Before that it asks `{clarifiers[question.id].id}`.")
    if question.reads_as:
        parts.append(f"*{reading(question.reads_as)}*")
    parts.append(f"Source: {codes(question.source)}")
    return "\n\n".join(parts)


def _kind(question: Question) -> str:
    match question.kind:
        case QuestionKind.CHOICE:
            return "one answer"
        case QuestionKind.SEVERAL:
            return "any number of answers"
        case QuestionKind.SCALE | QuestionKind.NUMBER:
            return f"a number from {question.between[0]} to {question.between[1]}"


def _asked(question: Question) -> str:
    who = "" if set(question.visits) == set(Visit) else f"on a {' or '.join(question.visits)} visit"
    if question.clarifies is not None:
        return f'asked after a "not sure" to `{question.clarifies}`'
    if not question.opened_by:
        return f"asked {who}" if who else "always asked"
    opened = f"asked after {codes(question.opened_by)}"
    always = f", and always on a {' or '.join(question.unprompted)} visit" if question.unprompted else ""
    return opened + always
