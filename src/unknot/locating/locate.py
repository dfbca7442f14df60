"""From what a person tells of their pain to the likely source, what else it could be, and the next best question."""

from collections.abc import Iterator

from unknot.anatomy import sided
from unknot.errors import InputError
from unknot.locating.asking import Askable, next_question
from unknot.locating.complaint import Complaint, Felt, Noticed
from unknot.locating.finding import Finding
from unknot.locating.naming import Named, candidates_of, name_sources, side_of
from unknot.locating.patterns import Patterns
from unknot.locating.posterior import Posterior, believe

NOTHING_SAID = Finding((), (), cannot_tell=True, feel_next=())


def locate(complaint: Complaint, patterns: Patterns, askable: Askable) -> Finding:
    """The likely sources of the pain told of, at most three, or "cannot tell"; and what to ask next.

    askable: what this person may be asked to press or to notice.

    Raises: InputError: a place that the atlas does not have, a point that is not pressed, a movement unheard of.
    Source: clinical 1.2 (scoring), 1.4, 1.5; protocol L2, L4.
    """
    refuse_unknown(complaint, patterns)
    if not complaint.marks and Felt.FAMILIAR not in complaint.palpation.values():
        return NOTHING_SAID
    posterior = believe(complaint, patterns)
    named = name_sources(posterior, complaint)
    candidates = candidates_of(named, complaint, patterns)
    to_feel = (sided(one.point, one.side) for one in candidates if one.may_be_pressed and one.felt is None)
    return Finding(
        candidates=candidates,
        not_muscular=tuple(id for _, id in named.others),
        cannot_tell=not candidates,
        feel_next=tuple(name for name in to_feel if name in askable.points),
        not_a_muscle=named.not_a_muscle,
        holds_back=named.holds_back,
        check_again=tuple(dict.fromkeys(_to_check(named, complaint, patterns))),
        together=_together(posterior, named, complaint),
        next=next_question(posterior, named, complaint, askable),
    )


def refuse_unknown(complaint: Complaint, patterns: Patterns) -> None:
    """Raises: InputError: the complaint names a place, point or movement that does not exist."""
    drawn = (("drawing", place) for place in complaint.drawing)
    asked = (("also_hurts", place) for place in complaint.also_hurts)
    pains = ((f"pains.{at}.places", place) for at, pain in enumerate(complaint.pains) for place in pain.places)
    for field, place in (*drawn, *asked, *pains):
        if place not in patterns.body.places:
            raise InputError(f"{field}.{place}", "input-no-such-place", place=place)
    for name in complaint.palpation:
        if name not in patterns.pressable:
            raise InputError(f"palpation.{name}", "input-no-such-point", point=name)
    for name in complaint.movements:
        if name not in patterns.movements:
            raise InputError(f"movements.{name}", "input-no-such-movement", movement=name)


def _to_check(named: Named, complaint: Complaint, patterns: Patterns) -> Iterator[str]:
    """The check-in's questions that look for what was named, the likeliest first."""
    for name, noticed in complaint.movements.items():
        if noticed is Noticed.YES:
            yield from patterns.movements[name].movement.questions
    for _, id in named.others:
        yield from patterns.alternatives[id].questions
    shown = {patterns.points[at].id for _, at in named.muscles}
    for caution in patterns.book.cautions:
        if not shown.isdisjoint(caution.points):
            yield from caution.questions


def _together(posterior: Posterior, named: Named, complaint: Complaint) -> tuple[str, ...]:
    """The first spot and the one shown that goes with it best, where two sources at once are likelier than one."""
    patterns, chances = posterior.patterns, posterior.chances
    one_source, two_sources = sum(chances[: patterns.muscles]), sum(chances[len(patterns.sources) :])
    if two_sources <= one_source or len(named.muscles) <= 1:
        return ()
    (_, first), *others = named.muscles
    joint = {at: chances[patterns.pair_at[min(first, at), max(first, at)]] for _, at in others}
    second = max(joint, key=joint.__getitem__)
    both = (patterns.sources[first], patterns.sources[second])
    return tuple(sided(one.id, side_of(one, complaint)) for one in both)
