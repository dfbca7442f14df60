"""The tables of what was planned and done: plans with their pains, candidates and steps; sessions with their doses."""

from collections.abc import Iterator

from unknot.sharing.chronicle import Chronicle
from unknot.sharing.tables.table import AT, CHECK_IN, PAIN, PLAN, Column, Row, Table, columns, listed


def _plans(chronicle: Chronicle) -> Iterator[Row]:
    for one in chronicle.plans:
        asked, easing, trial = one.situation, one.easing, one.trial
        tried = (None, None, None) if trial is None else (trial.way.technique, trial.way.tool, trial.minutes)
        yield (
            *(one.id, one.made_at, one.check_in, asked.minutes, listed(asked.tools), asked.hand, asked.place),
            *(one.cannot_tell, listed(one.not_muscular), one.holds_back, one.total_s, listed(one.notes)),
            *(easing.dose_share, easing.pressure_share, easing.gentle_only, listed(easing.resting)),
            *(listed(easing.later), easing.hours_between, trial is not None, *tried),
        )


PLANS = Table(
    "plans",
    (
        *(PLAN, AT, CHECK_IN, Column("minutes", "number", "min"), Column("tools", "words")),
        *(*columns("word", "hand", "place"), Column("cannot_tell", "yes or no"), Column("not_muscular", "words")),
        *(Column("holds_back", "yes or no"), Column("seconds", "number", "s"), Column("notes", "words")),
        *(*columns("number", "dose_share", "pressure_share"), Column("gentle_only", "word")),
        *(*columns("words", "resting", "later"), Column("hours_between", "number", "h"), Column("trial", "yes or no")),
        *(*columns("word", "trial_technique", "trial_tool"), Column("trial_minutes", "number", "min")),
    ),
    _plans,
)


def _pains(chronicle: Chronicle) -> Iterator[Row]:
    for one in chronicle.plans:
        for number, pain in enumerate(one.pains, start=1):
            yield one.id, one.made_at, number, listed(pain.places), pain.strength, pain.kind, pain.since


PAINS = Table(
    "pains",
    (
        *(PLAN, AT, Column("number", "number"), Column("places", "words"), Column("pain", "number", PAIN)),
        *columns("word", "kind", "since"),
    ),
    _pains,
)


def _candidates(chronicle: Chronicle) -> Iterator[Row]:
    for one in chronicle.plans:
        for found in one.candidates:
            yield one.id, one.made_at, found.point, found.side, found.muscle, found.certainty, found.felt


CANDIDATES = Table(
    "candidates", (PLAN, AT, *columns("word", "point", "side", "muscle", "certainty", "felt")), _candidates
)


def _steps(chronicle: Chronicle) -> Iterator[Row]:
    for plan in chronicle.plans:
        for place, step in enumerate(plan.steps, start=1):
            yield (
                *(plan.id, plan.made_at, plan.check_in, place, step.id, step.technique, step.tool, step.position),
                *(step.point, step.side, step.seconds, step.repetitions, step.ceiling_0_10),
            )


STEPS = Table(
    "steps",
    (
        *(PLAN, AT, CHECK_IN, Column("place", "number"), *columns("word", "step", "technique", "tool")),
        *(*columns("word", "position", "point", "side"), Column("seconds", "number", "s")),
        *(Column("repetitions", "number"), Column("ceiling", "number", PAIN)),
    ),
    _steps,
)


def _sessions(chronicle: Chronicle) -> Iterator[Row]:
    for one in chronicle.sessions:
        stop = one.stop
        yield (
            *(one.plan, one.ended_at, one.ending, one.pressed_s),
            *((None, None) if stop is None else (stop.feeling, stop.tier)),
            *(one.pain_before, one.pain_after, one.turning, one.helped),
        )


SESSIONS = Table(
    "sessions",
    (
        *(PLAN, AT, Column("ending", "word"), Column("pressed", "number", "s")),
        *(*columns("word", "stopped_for", "stop_tier"), *columns("number", "pain_before", "pain_after", unit=PAIN)),
        *columns("word", "turning", "helped"),
    ),
    _sessions,
)


def _doses(chronicle: Chronicle) -> Iterator[Row]:
    for one in chronicle.sessions:
        for dose in one.doses:
            yield (
                *(one.plan, one.ended_at, dose.step, dose.technique, dose.tool, dose.point, dose.side, dose.muscle),
                *(dose.seconds, dose.ceiling_0_10, dose.presses, dose.skipped),
            )


DOSES = Table(
    "doses",
    (
        *(PLAN, AT, *columns("word", "step", "technique", "tool", "point", "side", "muscle")),
        *(Column("seconds", "number", "s"), Column("ceiling", "number", PAIN)),
        *columns("yes or no", "presses", "skipped"),
    ),
    _doses,
)
