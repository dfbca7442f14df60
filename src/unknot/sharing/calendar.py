"""What comes next, as a calendar (iCalendar): the next sessions, and when to look back after a tool near the neck.

Source: clinical 2.1 (the questions 24 and 72 hours after a tool), 3.2 (hours between sessions).
"""

from collections.abc import Iterator
from datetime import UTC, timedelta
from uuid import UUID, uuid5

from unknot.coach import Knowledge
from unknot.sharing.chronicle import Chronicle, ToldSession
from unknot.units import Instant, Value
from unknot.words import say

_SPACE = UUID("7d0f2a5e-6c1b-5b8e-9a55-0d6a3b1f4c10")
_DAYS_AHEAD = 7
_SESSION, _CHECK = timedelta(minutes=15), timedelta(minutes=5)
_LOOK_BACK_DAYS = (1, 3)  # clinical 2.1: asked 24 and 72 hours after a tool near the neck
_FOLD_AT = 75


class Appointment(Value, frozen=True):
    """Something to do at a moment; `id` stays the same in every calendar."""

    id: str
    at: Instant
    lasts: timedelta
    title: str
    about: str


def calendar_of(chronicle: Chronicle, knowledge: Knowledge) -> bytes:
    """The appointments of a chronicle as iCalendar. Read in again, they take the place of the earlier ones."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Unknot//Unknot//EN", "CALSCALE:GREGORIAN"]
    for one in appointments_of(chronicle, knowledge):
        lines += _event(one, chronicle.told_at)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def appointments_of(chronicle: Chronicle, knowledge: Knowledge) -> tuple[Appointment, ...]:
    """What comes next, earliest first. Whoever was not cleared for pressure last has no sessions in the calendar."""
    found = (*_checks(chronicle, knowledge), *_sessions(chronicle, knowledge))
    return tuple(sorted(found, key=lambda one: (one.at, one.id)))


def _checks(chronicle: Chronicle, knowledge: Knowledge) -> Iterator[Appointment]:
    for one in chronicle.sessions:
        tool = next((dose.tool for dose in one.doses if dose.seconds and dose.tool in knowledge.tools_near_neck), None)
        for days in _LOOK_BACK_DAYS if tool else ():
            at = one.ended_at + timedelta(days=days)
            if at > chronicle.told_at:
                about = say("calendar-check-about", tool=say(f"tool-{tool}"))
                yield Appointment(f"check {days} {one.plan}", at, _CHECK, say("calendar-check", days=days), about)


def _sessions(chronicle: Chronicle, knowledge: Knowledge) -> Iterator[Appointment]:
    """One a day, at the time of the last one, as soon as the hours between sessions or a stop allow."""
    if not chronicle.check_ins or not chronicle.check_ins[-1].pressure_allowed or not chronicle.sessions:
        return
    last = chronicle.sessions[-1]
    earliest = max(chronicle.told_at, last.ended_at + _gap_after(last, knowledge))
    at = last.ended_at
    for _ in range(_DAYS_AHEAD):
        at = _next_at(at, earliest)
        yield Appointment(
            f"session {at:%Y-%m-%d}", at, _SESSION, say("calendar-session"), say("calendar-session-about")
        )


def _gap_after(last: ToldSession, knowledge: Knowledge) -> timedelta:
    if last.stop is not None and last.stop.ends_session:
        return timedelta(days=1)
    return timedelta(hours=knowledge.techniques.ceilings.hours_between)


def _next_at(at: Instant, earliest: Instant) -> Instant:
    """The next day at this time of day that is not before `earliest`."""
    at += timedelta(days=1)
    return at if at >= earliest else at + timedelta(days=-((at - earliest) // timedelta(days=1)))


def _event(one: Appointment, told_at: Instant) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid5(_SPACE, one.id)}"
    yield f"DTSTAMP:{_utc(told_at)}"
    yield f"DTSTART:{_utc(one.at)}"
    yield f"DTEND:{_utc(one.at + one.lasts)}"
    yield f"SUMMARY:{_escaped(one.title)}"
    yield f"DESCRIPTION:{_escaped(one.about)}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _utc(at: Instant) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(plain, written)
    return text


def _folded(line: str) -> str:
    """A line of at most 75 octets, gone on with on lines that begin with a space, never inside a character."""
    pieces, room = [""], _FOLD_AT
    for letter in line:
        size = len(letter.encode())
        if size > room:
            pieces.append("")
            room = _FOLD_AT - 1
        pieces[-1] += letter
        room -= size
    return "\r\n ".join(pieces)
