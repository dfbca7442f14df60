"""Checking in: the first visit in full, a return visit in short, from what is kept."""

from msgspec.structs import replace

from unknot.anatomy import names_of
from unknot.coach.happenings import AskingFor, CheckedIn
from unknot.coach.knowledge import Knowledge
from unknot.coach.person import Person
from unknot.locating import Drawing
from unknot.progress import history_signs
from unknot.screening import Answers, Cleared, NeedsAnswers, Verdict, Visit, is_unsure, screen, signs_of
from unknot.screening.own_words import read_words
from unknot.units import Instant

_CHANGED = ("health-has-changed",)
_FACTS = ("age", "sex-at-birth")


def visit_at(person: Person, now: Instant) -> Visit:
    """A return visit while answers are kept and the last check-in cleared with pressure allowed; else a first one.

    Whoever was stopped, or cleared without pressure, is asked everything again: what was there may still be there.
    """
    last = person.check_in.told.verdict if person.check_in else None
    was_well = isinstance(last, Cleared) and last.limits.pressure_allowed
    still_stands = bool(person.kept) and person.kept.keys() <= person.kept_at(now).keys()
    return Visit.RETURN if was_well and still_stands else Visit.FIRST


def signs_of_history(person: Person, now: Instant) -> tuple[str, ...]:
    """What earlier sessions put into a check-in now."""
    knowledge = person.knowledge
    return tuple(sorted(history_signs(person.past, knowledge.tools_near_neck, knowledge.course, now)))


def check_in(
    person: Person, answers: Answers, now: Instant, asking_for: AskingFor = AskingFor.ONESELF, words: str = ""
) -> CheckedIn:
    """The check-in that these answers amount to, together with what is kept and what earlier sessions have shown.

    A change of health drops what was kept, so that it is asked again. For someone else nothing that is kept counts.
    What is written in `words` puts questions first.

    Raises: InputError: as `screening.screen`.
    """
    hinted = read_words(words, person.knowledge.lexicon).signs_in_front
    written = words, tuple(sorted(hinted))
    if asking_for is AskingFor.SOMEONE_ELSE:
        verdict = screen(answers, person.knowledge.rules, now, hinted=hinted)
        return CheckedIn(Visit.FIRST, answers, answers, (), verdict, asking_for, *written)
    visit = visit_at(person, now)
    counted = {**_kept(person, answers, visit, now), **answers}
    signs = signs_of_history(person, now)
    verdict = screen(counted, person.knowledge.rules, now, visit, frozenset(signs), hinted)
    return CheckedIn(visit, answers, counted, signs, verdict, asking_for, *written)


def check_in_again(told: CheckedIn, at: Instant, knowledge: Knowledge) -> CheckedIn:
    """A check-in of `at`, made again by this knowledge from what it was made from then.

    Raises: InputError: as `screening.screen`.
    """
    history, hinted = frozenset(told.history), frozenset(told.hinted)
    verdict = screen(told.counted, knowledge.rules, at, told.visit, history, hinted)
    return replace(told, verdict=verdict)


def signs_counted(told: CheckedIn, knowledge: Knowledge) -> frozenset[str]:
    """Every sign that a check-in counted: from its answers and from earlier sessions.

    Raises: InputError: as `screening.screen`.
    """
    return signs_of(told.counted, knowledge.rules) | frozenset(told.history)


def screen_again(person: Person, now: Instant, drawing: Drawing | None = None) -> Verdict:
    """The verdict of the last check-in as of when it was made, with what has happened since and what is drawn.

    Without a check-in everything is still to be answered.
    """
    last = person.check_in
    if last is None:
        return NeedsAnswers((), person.knowledge.rules.version)
    drawn = signs_of_drawing(drawing or {}, person.knowledge)
    signs = frozenset((*last.told.history, *signs_of_history(person, now), *drawn))
    hinted = frozenset(last.told.hinted)
    return screen(last.told.counted, person.knowledge.rules, last.at, last.told.visit, signs, hinted)


def signs_of_drawing(drawing: Drawing, knowledge: Knowledge) -> frozenset[str]:
    """The signs that a drawing asserts: a mark on the forearm or hand is pain that runs down the arm."""
    marked = {place for place, strength in drawing.items() if strength}
    regions = (region.id for region in knowledge.body.regions if not marked.isdisjoint(names_of(region)))
    return knowledge.rules.signs_drawn(frozenset(regions))


def _kept(person: Person, answers: Answers, visit: Visit, now: Instant) -> Answers:
    """What need not be asked again: on a return visit all that is kept, else the facts that do not change."""
    kept = person.kept_at(now)
    changed = answers.get("health-changed")
    if visit is Visit.FIRST or is_unsure(changed) or changed in (_CHANGED, *_CHANGED):
        return {id: answer for id, answer in kept.items() if id in _FACTS}
    return kept
