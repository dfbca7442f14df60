"""What a professional reads of a person: where it hurts, how it goes, what was answered, done and stopped for."""

from collections.abc import Iterator
from typing import assert_never

from unknot.anatomy import side_in
from unknot.coach import CheckIn, Person, Story, in_force, options_in, story
from unknot.guiding import Ending
from unknot.handing.charts import Line, chart
from unknot.handing.markup import NOTHING, element, part, table, text
from unknot.handing.moments import day_of, moment_of, more
from unknot.handing.turned import turning
from unknot.planning import limits_in
from unknot.progress import DayPain, PastSession
from unknot.screening import NONE_OF_THESE, Answer, Cleared, Fired, NeedsAnswers, Question, Stopped
from unknot.units import Instant, Side, Wall
from unknot.words import is_said, say

_LAST_SESSIONS, _LAST_DAYS, _WORST = 30, 42, 10


def summary(person: Person, now: Instant, wall: Wall) -> str:
    """The readable part of the page, as markup; moments are told as `wall` shows them."""
    told = story(person, now)
    return "".join(
        (
            _where(told, wall),
            _course(told, person, wall),
            turning(told, wall),
            _check_in(person, wall),
            _sessions(person, wall),
            _limits(person, now, wall),
        )
    )


def _part(id: str, *inside: str) -> str:
    return part(say(f"hand-over-{id}"), *inside, empty=say("hand-over-none"))


def _where(told: Story, wall: Wall) -> str:
    if not told.drawings:
        return _part("where")
    last = told.drawings[-1]
    day = day_of(wall(last.at))
    rows = [(_place(name), strength) for name, strength in last.drawing.items() if strength]
    if not rows:
        return _part("where", element("p", text(say("hand-over-where-nowhere", day=day))))
    heads = (say("hand-over-place"), say("hand-over-strength"))
    return _part("where", table(say("hand-over-where-at", day=day), heads, rows))


def _course(told: Story, person: Person, wall: Wall) -> str:
    verdict = element("p", text(say(f"progress-verdict-{told.judgement.trend}")), class_="verdict")
    days = told.days[-_LAST_DAYS:]
    rows = ((one.day.isoformat(), f"{one.pain:g}") for one in reversed(days))
    knots = (
        (
            _spot(knot.point, knot.side),
            day_of(wall(knot.since)),
            len(knot.sessions),
            knot.relapses,
            say(f"progress-verdict-{knot.trend}"),
        )
        for knot in told.knots
    )
    heads = (say(f"hand-over-{id}") for id in ("spot", "since", "sessions-count", "came-back", "trend"))
    return _part(
        "course",
        verdict,
        _pain_chart(days, person, wall),
        table(say("hand-over-days"), (say("hand-over-day"), say("hand-over-pain")), rows),
        more(len(told.days) - len(days)),
        table(say("hand-over-knots"), heads, knots),
    )


def _pain_chart(days: tuple[DayPain, ...], person: Person, wall: Wall) -> str:
    """The pain by day, with the days of sessions under it."""
    if not days:
        return NOTHING
    pains = [one.pain for one in days]
    first, last = days[0].day.isoformat(), days[-1].day.isoformat()
    ends = {"first": f"{pains[0]:g}", "last": f"{pains[-1]:g}", "worst": f"{max(pains):g}"}
    alt = say("hand-over-pain-chart", count=len(days), since=first, until=last, **ends)
    ended = {id: wall(past.ended_at).date() for id, past in person.done.items()}
    stopped = {id for id in ended if person.sessions[id].record.ending is Ending.STOPPED}
    drawn = chart(
        alt,
        (Line(tuple((one.day, one.pain) for one in days)),),
        most=_WORST,
        step=2,
        done=tuple(day for id, day in ended.items() if id not in stopped),
        stopped=tuple(day for id, day in ended.items() if id in stopped),
    )
    return element("figure", drawn, element("figcaption", text(say("hand-over-pain-chart-about")), class_="soft small"))


def _check_in(person: Person, wall: Wall) -> str:
    last = person.check_in
    if last is None:
        return _part("check-in")
    verdict, day = last.told.verdict, day_of(wall(last.at))
    found: tuple[str, ...]
    match verdict:
        case NeedsAnswers():
            found = (element("p", text(say("hand-over-check-in-open", day=day))),)
        case Stopped():
            found = (_concluded(verdict.fired, say(f"tier-{verdict.tier}"), day),)
        case Cleared():
            told = _concluded(verdict.fired, say(f"tier-{verdict.tier}"), day)
            found = (told, _restrictions(verdict))
        case _:
            assert_never(verdict)
    return _part("check-in", *found, _answers(last, person.knowledge.rules.question_by_id))


def _concluded(fired: tuple[Fired, ...], tier: str, day: str) -> str:
    why = element("ul", *(element("li", text(_said(f"rule-{one.rule}"))) for one in fired)) if fired else ""
    return element("p", text(say("hand-over-check-in-at", day=day, tier=tier)), class_="verdict") + why


def _restrictions(cleared: Cleared) -> str:
    rows = dict.fromkeys(
        (
            _said(f"condition-{cell.condition}"),
            say("modality-in-areas", modality=_said(f"modality-{cell.modality}"), areas=say(f"area-{cell.area}")),
            say(f"hand-over-grade-{cell.grade}"),
        )
        for cell in cleared.limits.restrictions
    )
    heads = (say(f"hand-over-{id}") for id in ("because", "what", "grade"))
    return table(say("hand-over-restrictions"), heads, rows)


def _answers(last: CheckIn, questions: dict[str, Question]) -> str:
    """What applies first, then what was asked about and does not."""
    told = sorted(last.told.counted.items(), key=lambda one: one[1] == NONE_OF_THESE)
    rows = ((_said(f"question-{id}"), _answer(answer, questions.get(id))) for id, answer in told)
    heads = (say("hand-over-asked"), say("hand-over-answered"))
    return table(say("hand-over-answers"), heads, rows)


def _answer(answer: Answer, question: Question | None) -> str:
    if isinstance(answer, int):
        return str(answer)
    if answer == NONE_OF_THESE and question is not None:
        return say("hand-over-none-of", options="; ".join(_said(f"sign-{option}") for option in question.options))
    return "; ".join(_said(id) for id in options_in(answer))


def _said(id: str) -> str:
    """The words for an id; the id itself where an older version of Unknot knew something that is no longer known."""
    return say(id) if is_said(id) else id


def _sessions(person: Person, wall: Wall) -> str:
    past = person.past[::-1]
    heads = (say(f"hand-over-{id}") for id in ("when", "done", "pressed", "before-after"))
    done = (
        (moment_of(wall(one.ended_at)), _done(one), one.pressed_s, _before_after(one)) for one in past[:_LAST_SESSIONS]
    )
    stops = table(say("hand-over-stops"), (say("hand-over-when"), say("hand-over-felt")), _stopped(person, wall))
    shown = table(say("hand-over-sessions"), heads, done, is_titled_above=True)
    return _part("sessions", shown, more(len(past) - _LAST_SESSIONS), stops)


def _stopped(person: Person, wall: Wall) -> Iterator[tuple[str, str]]:
    """Every session that was stopped, whatever was felt, the latest first."""
    for id, past in sorted(person.done.items(), key=lambda one: one[1].ended_at, reverse=True):
        session = person.sessions[id]
        if session.record.ending is Ending.STOPPED:
            felt = None if session.stop is None else session.stop.feeling
            yield (
                moment_of(wall(past.ended_at)),
                say("hand-over-stop-unsaid") if felt is None else _said(f"feeling-{felt}"),
            )


def _done(one: PastSession) -> str:
    spots = (
        f"{_spot(spot.point, spot.side)}: {_said(f'technique-{spot.technique}')}, {spot.held_s} s"
        for spot in one.treated
    )
    others = (_said(f"technique-{id}") for id in one.techniques if id not in {spot.technique for spot in one.treated})
    return "; ".join((*spots, *others))


def _before_after(one: PastSession) -> str:
    told = (one.pain_before, one.pain_after)
    return " → ".join("?" if pain is None else str(pain) for pain in told)


def _limits(person: Person, now: Instant, wall: Wall) -> str:
    numbers = limits_in(person.knowledge.techniques.ceilings)
    rows = ((say(f"hand-over-limit-{id}"), number) for id, number in numbers.items())
    return _part(
        "limits",
        element("p", text(say("hand-over-limits-about"))),
        table(say("hand-over-limits"), (say("hand-over-limit"), say("hand-over-at-most")), rows, is_titled_above=True),
        *_followed(person, now, wall),
    )


def _followed(person: Person, now: Instant, wall: Wall) -> Iterator[str]:
    found = [one.guidance for one in in_force(person, now)]
    if found:
        yield element("h3", text(say("hand-over-followed")))
    for one in found:
        by = say("hand-over-followed-by", name=one.name, role=one.role, day=day_of(wall(one.written_at)))
        yield element("p", text(by), *((element("br"), text(one.note)) if one.note else ()))


def _place(name: str) -> str:
    side = side_in(name)
    place = _said(f"region-{name if side is None else name[:-2]}")
    return place if side is None else say("app-sided", name=place, side=side)


def _spot(point: str, side: Side) -> str:
    return say("app-sided", name=_said(f"trigger-point-{point}"), side=side)
