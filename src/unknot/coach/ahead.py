"""When the next session may press, and how far apart sessions lie: what a calendar puts down."""

from datetime import timedelta

from msgspec.structs import replace

from unknot.coach.following import course_at, easing_in
from unknot.coach.obeying import tightening_at
from unknot.coach.person import Person
from unknot.coach.visits import screen_again
from unknot.planning import Envelope, Situation, pressing_refused
from unknot.screening import Cleared, Stopped
from unknot.units import Hours, Instant, Value


class Rhythm(Value, frozen=True):
    """The earliest moment at which planning lets a session press, and the hours from one session to the next."""

    earliest: Instant
    hours_between: Hours


def rhythm_at(person: Person, now: Instant) -> Rhythm | None:
    """The rhythm of what comes next as planning would have it; None while nothing may be pressed.

    It asks planning itself at each moment at which its answer can change.

    Source: clinical 2.3, 3.2; decision 0011.
    """
    made, last, knowledge = person.last_plan, person.check_in, person.knowledge
    if made is None or last is None or made.finding.holds_back:
        return None
    cleared, since = last.told.verdict, screen_again(person, now, made.complaint.marks)
    if not isinstance(cleared, Cleared) or isinstance(since, Stopped):
        return None  # what a session leaves to be asked is asked at the next check-in, before anything is pressed
    easing = easing_in(course_at(person.past, person.measured, knowledge, now), knowledge)
    asked = Situation(made.situation.minutes, made.situation.tools)
    tightening = tightening_at(person, now)
    envelope = Envelope(knowledge.body, knowledge.techniques, cleared, asked, person.past, now, easing, tightening)
    hours = max(envelope.ceilings.hours_between, easing.hours_between)
    if envelope.ceilings.sessions == 1:
        hours = max(hours, timedelta(days=1) // timedelta(hours=1))
    waits = (timedelta(0), timedelta(hours=hours), timedelta(hours=easing.hours_between), timedelta(days=1))
    ends = (now, *(one.ended_at for one in person.past))
    moments = sorted({end + wait for end in ends for wait in waits if end + wait >= now})
    earliest = next((at for at in moments if pressing_refused(replace(envelope, now=at)) is None), None)
    return None if earliest is None else Rhythm(earliest, hours)
