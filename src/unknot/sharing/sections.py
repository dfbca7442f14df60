"""The tables of the report, each under its title; one that has nothing to tell says so.

Source: clinical 7.4 (what a referral summary includes).
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from unknot.planning import HANDS
from unknot.progress import Knot, Turning
from unknot.screening import Tier
from unknot.sharing.chronicle import Chronicle, Dose, StopEvent, ToldCheckIn
from unknot.sharing.readings import Reading, ReadingKind
from unknot.sharing.wording import day_of, moment_of, places_named, points, reading_named, times_of, value_of
from unknot.units import Instant, Value, Wall
from unknot.words import is_said, say

_MOST_ROWS = 6
_FEW_ROWS = 4
_MOST_MEASURED = 12
_MEASURED = {
    kind: place
    for place, kind in enumerate(
        (
            *(ReadingKind.TURNED_LEFT, ReadingKind.TURNED_RIGHT, ReadingKind.REACH_LEFT, ReadingKind.REACH_RIGHT),
            *(ReadingKind.PAIN_WORST, ReadingKind.PAIN_AVERAGE, ReadingKind.CHANGE, ReadingKind.ACTIVITY),
            *(ReadingKind.TROUBLE_SCORE, ReadingKind.SLEEP, ReadingKind.STRESS, ReadingKind.SORENESS),
        )
    )
}
"""What is told first and last, in this order; the pain at a moment has its own picture."""


class Section(Value, frozen=True):
    """A table under a title, with the shares of the width of its columns; without rows, only the note is there."""

    title: str
    widths: tuple[int, ...] = ()
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    note: str = ""


def sections_of(chronicle: Chronicle, wall: Wall) -> tuple[Section, ...]:
    """The sections of a report, what is most pressing first."""
    return (
        _verdicts(chronicle, wall),
        _health(chronicle, wall),
        *_pains(chronicle),
        _measured(chronicle, wall),
        _knots(chronicle, wall),
        _doses(chronicle),
        *_what_works(chronicle),
        _stops(chronicle, wall),
    )


def _verdicts(chronicle: Chronicle, wall: Wall) -> Section:
    """Each warning sign that was told, with the times at which it was; the worst first."""
    told: dict[tuple[str, Tier], list[ToldCheckIn]] = {}
    for one in chronicle.check_ins:
        for fired in one.fired:
            told.setdefault((fired.rule, fired.tier), []).append(one)
    worst = sorted(told.items(), key=lambda item: (item[0][1].severity, item[1][-1].at), reverse=True)
    rows = [
        (
            say(f"rule-{rule}") if is_said(f"rule-{rule}") else rule,
            say(f"tier-{tier}"),
            times_of([one.at for one in ones], wall),
        )
        for (rule, tier), ones in worst
    ]
    count = len(chronicle.check_ins)
    clear = sum(not one.fired and one.tier is Tier.CLEAR for one in chronicle.check_ins)
    header = ("report-sign", "report-tier", "report-when")
    return _section("report-signs", (8, 3, 4), header, rows, say("report-check-ins", count=count, clear=clear))


def _health(chronicle: Chronicle, wall: Wall) -> Section:
    """Medicines and conditions that the check-ins asked about, each with when it was told last."""
    told: dict[str, tuple[str, Instant]] = {}
    for one in chronicle.check_ins:
        told |= {id: (say("report-condition"), one.at) for id in one.conditions if id not in one.medicines}
        told |= {id: (say("report-medicine"), one.at) for id in one.medicines}
    rows = [
        (kind, say(f"sign-{id}" if is_said(f"sign-{id}") else f"condition-{id}"), moment_of(wall(at)))
        for id, (kind, at) in sorted(told.items(), key=lambda item: (item[1][0], item[0]), reverse=True)
    ]
    header = ("report-kind", "report-told", "report-last-told")
    return _section("report-health", (1, 5, 2), header, rows, _asked_of_health(chronicle, wall, is_told=bool(rows)))


def _asked_of_health(chronicle: Chronicle, wall: Wall, *, is_told: bool) -> str:
    """When all of it was asked last. What was never asked is not called absent."""
    if not chronicle.check_ins:
        return say("report-health-never")
    asked = [one.at for one in chronicle.check_ins if one.health_asked]
    if not asked:
        return say("report-health-not-asked")
    none = () if is_told else (say("report-health-none"),)
    return " ".join((*none, say("report-health-asked", at=moment_of(wall(asked[-1])))))


def _pains(chronicle: Chronicle) -> Iterable[Section]:
    """The pains of the last plan that told several apart, when one did."""
    last = next((one for one in reversed(chronicle.plans) if one.pains), None)
    if last is not None:
        rows = [
            (
                places_named(pain.places),
                str(pain.strength),
                say("report-not-told") if pain.kind is None else say(f"pain-kind-{pain.kind}"),
                say("report-not-told") if pain.since is None else say(f"pain-since-{pain.since}"),
            )
            for pain in last.pains
        ]
        header = ("report-where", "report-pain", "report-like", "report-since")
        yield _section("report-pains", (8, 1, 2, 2), header, rows, "", most=_FEW_ROWS)


def _measured(chronicle: Chronicle, wall: Wall) -> Section:
    """What was measured, first and last: turning to each side with its device, then how it was otherwise."""
    told = sorted((one for one in chronicle.standing if one.kind in _MEASURED), key=lambda one: _MEASURED[one.kind])
    rows = [
        (
            reading_named(first, chronicle),
            _told_at(first, wall),
            _told_at(last, wall) if count > 1 else say("report-nothing"),
            str(count),
            say(f"report-device-{first.device}"),
        )
        for first, last, count in _first_and_last(told)
    ]
    after = Counter(one.value for one in chronicle.standing if one.kind is ReadingKind.TURNING)
    counted = ", ".join(f"{say(f'turning-{turning}')} {after[turning]}" for turning in Turning if after[turning])
    notes = () if rows else (say("report-measured-none"),)
    turned = (say("report-turned-after", counted=counted),) if counted else ()
    header = ("report-what", "report-first", "report-last", "report-times", "report-device")
    return _section("report-measured", (6, 4, 4, 1, 2), header, rows, " ".join((*notes, *turned)), _MOST_MEASURED)


def _first_and_last(told: list[Reading]) -> list[tuple[Reading, Reading, int]]:
    """Of each thing that is measured the first and the last reading, and how many there are."""
    found: dict[tuple[ReadingKind, str], list[Reading]] = {}
    for one in told:
        found.setdefault((one.kind, one.about), []).append(one)
    return [(ones[0], ones[-1], len(ones)) for ones in found.values()]


def _told_at(one: Reading, wall: Wall) -> str:
    return say("report-value-at", value=value_of(one), at=day_of(wall(one.at)))


def _knots(chronicle: Chronicle, wall: Wall) -> Section:
    rows = [
        (
            say("app-sided", name=say(f"muscle-{one.muscle}"), side=one.side),
            say(f"trigger-point-{one.point}"),
            day_of(wall(one.since)),
            str(len(one.sessions)),
            _trend(one, wall),
        )
        for one in chronicle.knots
    ]
    header = ("report-muscle", "report-spot", "report-since", "report-times", "report-trend")
    return _section("report-knots", (4, 6, 2, 1, 3), header, rows, "" if rows else say("report-knots-none"))


def _trend(one: Knot, wall: Wall) -> str:
    if one.gone_at is not None:
        return say("report-gone", at=day_of(wall(one.gone_at)))
    trend = say(f"report-trend-{one.trend}")
    return say("report-came-back", trend=trend, count=one.relapses) if one.relapses else trend


def _doses(chronicle: Chronicle) -> Section:
    """What was pressed, with what and how much, then what did not press; of each the most used first."""
    done: dict[tuple[str, str], list[Dose]] = {}
    for session in chronicle.sessions:
        for dose in session.doses:
            if dose.seconds:
                done.setdefault((dose.technique, dose.tool), []).append(dose)
    most = sorted(
        done.items(),
        key=lambda item: (not item[1][0].presses, -sum(dose.seconds for dose in item[1]), item[0]),
    )
    rows = [
        (
            say(f"technique-{technique}"),
            say(f"tool-{tool}") if tool != HANDS or doses[0].presses else say("report-nothing"),
            str(len(doses)),
            say("report-minutes", minutes=-(-sum(dose.seconds for dose in doses) // 60)),
            f"{max(dose.ceiling_0_10 for dose in doses)}/10" if doses[0].presses else say("report-nothing"),
        )
        for (technique, tool), doses in most
    ]
    header = ("report-technique", "report-tool", "report-times", "report-in-all", "report-ceiling")
    return _section("report-doses", (4, 3, 1, 2, 3), header, rows, "" if rows else say("report-doses-none"))


def _what_works(chronicle: Chronicle) -> Iterable[Section]:
    """The ways that were used in the present episode, and by how much more the pain fell by the next day."""
    learned = chronicle.learned
    rows = [
        (
            say(f"technique-{one.arm.way.technique}"),
            say(f"tool-{one.arm.way.tool}"),
            str(one.tries),
            say("report-fall", fall=points(one.fall), low=points(one.low), high=points(one.high)),
        )
        for one in learned.effects
        if one.tries
    ]
    if rows:
        header = ("report-technique", "report-tool", "report-times", "report-fell")
        note = say(f"report-works-{learned.finding}")
        yield _section("report-works", (4, 3, 1, 4), header, rows, note, most=_FEW_ROWS)


def _stops(chronicle: Chronicle, wall: Wall) -> Section:
    stopped = [(one.ended_at, one.stop) for one in reversed(chronicle.sessions) if one.stop is not None]
    rows = [(moment_of(wall(at)), *_stop(stop)) for at, stop in stopped]
    header = ("report-when", "report-felt", "report-answer")
    return _section("report-stops", (2, 5, 4), header, rows, "" if rows else say("report-stops-none"))


def _stop(stop: StopEvent) -> tuple[str, str]:
    if stop.tier is None:
        return say("report-unsaid"), say("report-nothing")
    return say(f"feeling-{stop.feeling}"), say(f"stop-{stop.feeling}")


def _section(
    title: str,
    widths: tuple[int, ...],
    header: tuple[str, ...],
    rows: Sequence[tuple[str, ...]],
    note: str,
    most: int = _MOST_ROWS,
) -> Section:
    more = len(rows) - most
    notes = [note] if note else []
    if more > 0:
        notes.append(say("report-more", count=more))
    said = tuple(say(id) for id in header)
    return Section(say(title), widths, said if rows else (), tuple(rows[:most]), " ".join(notes))
