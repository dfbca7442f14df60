"""The tables of what was asked: check-ins, their answers, the limits that follow, and the causes."""

from collections.abc import Iterator

from unknot.sharing.chronicle import Chronicle
from unknot.sharing.tables.table import AT, CHECK_IN, Column, Row, Table, columns, listed


def _check_ins(chronicle: Chronicle) -> Iterator[Row]:
    for one in chronicle.check_ins:
        fired = listed(each.rule for each in one.fired)
        flags = listed(each.red_flag for each in one.fired if each.red_flag)
        yield (
            *(one.id, one.at, one.visit, one.verdict, one.tier, one.pressure_allowed),
            *(fired, flags, listed(one.signs), listed(one.history), listed(one.conditions)),
            *(one.health_asked, listed(one.open_questions), one.words, listed(one.hinted), one.rules),
        )


CHECK_INS = Table(
    "check_ins",
    (
        *(Column("id", "id"), AT, *columns("word", "visit", "verdict", "tier"), Column("pressure", "yes or no")),
        *columns("words", "rules", "red_flags", "signs", "history", "conditions"),
        *(Column("health_asked", "yes or no"), Column("open_questions", "words")),
        *(Column("own_words", "text"), Column("hinted", "words"), Column("knowledge", "id")),
    ),
    _check_ins,
)


def _answers(chronicle: Chronicle) -> Iterator[Row]:
    for one in chronicle.check_ins:
        for question, answer in one.counted.items():
            said = listed(answer) if isinstance(answer, tuple) else str(answer)
            yield one.id, one.at, question, said, question not in one.answers, one.answered_at[question]


ANSWERS = Table(
    "answers",
    (
        *(CHECK_IN, AT, Column("question", "word"), Column("answer", "words or number")),
        *(Column("kept", "yes or no"), Column("answered", "moment")),
    ),
    _answers,
)


def _limits(chronicle: Chronicle) -> Iterator[Row]:
    for one in chronicle.check_ins:
        for cell in one.restrictions:
            yield one.id, one.at, cell.condition, cell.modality, cell.area, cell.grade


LIMITS = Table("limits", (CHECK_IN, AT, *columns("word", "condition", "modality", "area", "grade")), _limits)


def _causes(chronicle: Chronicle) -> Iterator[Row]:
    yield from chronicle.causes.items()


CAUSES = Table("causes", columns("word", "cause", "answer"), _causes)
