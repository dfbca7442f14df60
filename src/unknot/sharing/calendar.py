"""What comes next, as a calendar (iCalendar): the next sessions, and when to look back after a tool near the neck.

Source: clinical 2.1 (the questions 24 and 72 hours after a tool), 3.2 (hours between sessions).
"""

from collections.abc import Iterator
from datetime import UTC, timedelta
from uuid import UUID, uuid5

from unknot.coach import Knowledge
from unknot.sharing.chronicle import Chronicle
from unknot.units import Instant, Value, Wall
from unknot.words import say

_SPACE = UUID("7d0f2a5e-6c1b-5b8e-9a55-0d6a3b1f4c10")
_CHECK = timedelta(minutes=5)  # how long the few questions are shown to take
_FOLD_AT = 75


class Appointment(Value, frozen=True):
    """Something to do at a moment; `id` stays the same in every calendar."""

    id: str
    at: Instant
    lasts: timedelta
    title: str
    about: str


def calendar_of(chronicle: Chronicle, knowledge: Knowledge, wall: Wall) -> bytes:
    """The appointments of a chronicle as iCalendar. Read in again, they take the place of the earlier ones."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Unknot//Unknot//EN", "CALSCALE:GREGORIAN"]
    for one in appointments_of(chronicle, knowledge, wall):
        lines += _event(one, chronicle.told_at)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def appointments_of(chronicle: Chronicle, knowledge: Knowledge, wall: Wall) -> tuple[Appointment, ...]:
    """What comes next, earliest first. While planning lets nothing be pressed, no sessions are in the calendar."""
    found = (*_checks(chronicle, knowledge), *_sessions(chronicle, knowledge, wall))
    return tuple(sorted(found, key=lambda one: (one.at, one.id)))


def _checks(chronicle: Chronicle, knowledge: Knowledge) -> Iterator[Appointment]:
    for one in chronicle.sessions:
        tool = next((dose.tool for dose in one.doses if dose.seconds and dose.tool in knowledge.tools_near_neck), None)
        for hours in knowledge.progress.ahead.look_back_hours if tool else ():
            at = one.ended_at + timedelta(hours=hours)
            if at > chronicle.told_at:
                about, days = say("calendar-check-about", tool=say(f"tool-{tool}")), timedelta(hours=hours).days
                yield Appointment(f"check {days} {one.plan}", at, _CHECK, say("calendar-check", days=days), about)


def _sessions(chronicle: Chronicle, knowledge: Knowledge, wall: Wall) -> Iterator[Appointment]:
    """As often as planning allows, at most one a day, when the clock on the wall shows the time of the last one."""
    rhythm = chronicle.rhythm
    if rhythm is None or not chronicle.sessions:
        return
    earliest, last = max(chronicle.told_at, rhythm.earliest), chronicle.sessions[-1].ended_at
    lasts = timedelta(minutes=knowledge.techniques.ceilings.minutes[1])
    put_down, day = 0, max((earliest - last) // timedelta(days=1) - 1, 1)
    while put_down < knowledge.progress.ahead.sessions:
        at = _days_later(last, day, wall)
        if at >= earliest:
            date = wall(last).date() + timedelta(days=day)  # of the wall: no two are alike, whatever summer time does
            yield Appointment(f"session {date}", at, lasts, say("calendar-session"), say("calendar-session-about"))
            put_down, earliest = put_down + 1, at + timedelta(hours=rhythm.hours_between)
        day += 1


def _days_later(at: Instant, days: int, wall: Wall) -> Instant:
    """So many days later by the clock on the wall, which summer time moves: 18:00 stays 18:00."""
    later = at + timedelta(days=days)
    wanted = wall(at).replace(tzinfo=None) + timedelta(days=days)
    return later + (wanted - wall(later).replace(tzinfo=None))


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
