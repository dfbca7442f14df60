"""What is followed of what professionals have signed: which of it holds now, and what is refused before it is kept.

Source: decision 0017.
"""

import unicodedata
from datetime import timedelta

from unknot.coach.guidance import Guidance, Received, SignedGuidance
from unknot.coach.knowledge import Knowledge
from unknot.coach.person import Person
from unknot.errors import InputError
from unknot.planning import Of, Tightening, all_together, limits_in
from unknot.units import Instant, Value

_CLOCKS_DIFFER_BY = timedelta(days=1)


class Stricter(Value, frozen=True):
    """One limit that a guidance lowers: `limit` is the field of the tightening, of what, from ours to theirs.

    Where something is left out altogether there are no numbers.
    """

    limit: str
    of: Of | None = None
    id: str = ""
    ours: int | None = None
    theirs: int | None = None


class GuidanceView(Value, frozen=True):
    """A guidance as it is shown: who, when, what becomes stricter, and whether it holds."""

    id: str
    received_at: Instant
    withdrawn_at: Instant | None
    holds: bool
    guidance: Guidance
    fingerprint: str
    stricter: tuple[Stricter, ...]


class Offer(Value, frozen=True):
    """A guidance before it is kept. `is_known`: its key was compared before, and is not asked about again.

    `replaces` is what it takes the place of, and `eases` what that made stricter and this no longer does as much.
    """

    guidance: Guidance
    fingerprint: str
    is_known: bool
    stricter: tuple[Stricter, ...]
    replaces: str
    eases: tuple[Stricter, ...]


def in_force(person: Person, now: Instant) -> tuple[Received, ...]:
    """What is followed now: of each key the latest that was written, if it holds."""
    return tuple(one for one in _latest_of_each_key(person).values() if one.holds_at(now))


def tightening_at(person: Person, now: Instant) -> Tightening:
    """Everything that is in force, together."""
    return all_together(one.guidance.tightening for one in in_force(person, now))


def guidance_taken_up(person: Person, now: Instant) -> tuple[GuidanceView, ...]:
    """Everything that was ever taken up, the latest first."""
    holding = {one.id for one in in_force(person, now)}
    return tuple(
        GuidanceView(
            id=one.id,
            received_at=one.at,
            withdrawn_at=one.withdrawn_at,
            holds=one.id in holding,
            guidance=one.guidance,
            fingerprint=one.signed.fingerprint,
            stricter=stricter_in(one.guidance, person.knowledge),
        )
        for one in reversed(person.guidance.values())
    )


def offer(person: Person, signed: SignedGuidance, now: Instant) -> Offer:
    """What a file offers, if it may be kept.

    Raises: InputError: guidance-for-another, -unknown-name, -from-the-future, -lapsed, -older, -known or -other-key.
    """
    guidance = signed.guidance
    _refuse_foreign(person, guidance, now)
    before = _latest_of_each_key(person).get(signed.public_key)
    if before is not None:
        _refuse_older(before, guidance)
    known = _compared_keys(person)
    if any(name == _folded(guidance.name) and key != signed.public_key for key, name in known.items()):
        raise InputError("file", "guidance-other-key", name=guidance.name)
    replaced = before if before is not None and before.holds_at(now) else None
    stricter = stricter_in(guidance, person.knowledge)
    followed: tuple[Stricter, ...] = ()
    if replaced is not None:
        followed = stricter_in(replaced.guidance, person.knowledge)
    return Offer(
        guidance=guidance,
        fingerprint=signed.fingerprint,
        is_known=signed.public_key in known,
        stricter=stricter,
        replaces="" if replaced is None else replaced.id,
        eases=tuple(one for one in followed if not _is_kept(one, stricter)),
    )


def refuse_uncompared(person: Person, signed: SignedGuidance, compared: str, now: Instant) -> None:
    """Returns if a guidance can be kept. compared: the number that the person has compared; empty if none.

    Raises: InputError: the key is new and its number was not compared, or as `offer`.
    """
    offered = offer(person, signed, now)
    if not offered.is_known and "".join(compared.split()) != "".join(offered.fingerprint.split()):
        raise InputError("compared", "guidance-not-compared", number=offered.fingerprint)


def refuse_unwithdrawable(person: Person, received: str) -> None:
    """Raises: InputError: nothing of this id is followed."""
    one = person.guidance.get(received)
    if one is None or one.withdrawn_at is not None:
        raise InputError("received", "guidance-not-followed")


def written_session(person: Person, received: str, now: Instant) -> Guidance:
    """The guidance whose session is asked for. Raises: InputError: it is not in force, or has no session."""
    found = next((one.guidance for one in in_force(person, now) if one.id == received), None)
    if found is None or not found.steps:
        raise InputError("advised", "guidance-not-followed")
    return found


def stricter_in(guidance: Guidance, knowledge: Knowledge) -> tuple[Stricter, ...]:
    """What a guidance makes stricter than our own limits are; what is not below them is not among it."""
    asked, ours = guidance.tightening, knowledge.techniques.ceilings
    known = names_known(knowledge)
    tighter = [one for one in asked.tighter if one.id in known[one.of]]  # it may be of another version of Unknot
    theirs_of = asked.of_everything
    whole = tuple(Stricter(limit, ours=most, theirs=theirs_of[limit]) for limit, most in limits_in(ours).items())
    nothing = (Stricter("no_pressure"),) if asked.no_pressure else ()
    left_out = tuple(Stricter("left_out", one.of, one.id) for one in tighter if one.left_out)
    single = tuple(
        Stricter(limit, one.of, one.id, most, theirs)
        for one in tighter
        if not one.left_out
        for limit, most, theirs in zip(
            ("pain_0_10", "hold_s"), our_limits(one.of, one.id, knowledge), (one.pain_0_10, one.hold_s), strict=True
        )
    )
    lowered = (one for one in (*whole, *single) if one.theirs is not None and one.theirs < (one.ours or 0))
    return (*nothing, *left_out, *lowered)


def _is_kept(one: Stricter, stricter: tuple[Stricter, ...]) -> bool:
    """True when what was stricter is still at least as strict: by the same limit, or because it is left out whole."""
    whole = {("no_pressure", None, ""), ("left_out", one.of, one.id)}
    if any((each.limit, each.of, each.id) in whole for each in stricter):
        return True
    same = [each for each in stricter if (each.limit, each.of, each.id) == (one.limit, one.of, one.id)]
    return any(each.theirs is not None and one.theirs is not None and each.theirs <= one.theirs for each in same)


def our_limits(of: Of, id: str, knowledge: Knowledge) -> tuple[int, int]:
    """Our own limits on one thing that exists: pain 0-10 during pressure, and seconds of one hold."""
    book, body = knowledge.techniques, knowledge.body
    match of:
        case Of.TECHNIQUE:
            technique = book.technique_by_id[id]
            return (technique.pressure.allowed[1] if technique.pressure else 0), technique.hold.allowed[1]
        case Of.TOOL:
            return book.tool_by_id[id].pressure_0_10, book.tool_by_id[id].hold_s
        case Of.ZONE:
            zone = next(zone for zone in body.zones if zone.id == id)
            return zone.pressure_0_10, zone.hold_s
        case Of.MUSCLE:
            return book.ceilings.good_pain_0_10, book.ceilings.hold_s[1]


def names_known(knowledge: Knowledge) -> dict[Of, frozenset[str]]:
    """Everything that a tighter limit may be set on."""
    book, body = knowledge.techniques, knowledge.body
    return {
        Of.TECHNIQUE: frozenset(book.technique_by_id),
        Of.TOOL: frozenset(book.tool_by_id),
        Of.ZONE: frozenset(zone.id for zone in body.zones),
        Of.MUSCLE: frozenset(muscle.id for muscle in body.muscles),
    }


def _latest_of_each_key(person: Person) -> dict[str, Received]:
    """Of each key what was written last; what was over when it came has never taken the place of anything."""
    latest: dict[str, Received] = {}
    for one in person.guidance.values():
        if one.guidance.is_over(one.at):
            continue
        before = latest.get(one.signed.public_key)
        if before is None or before.guidance.written_at <= one.guidance.written_at:
            latest[one.signed.public_key] = one
    return latest


def _compared_keys(person: Person) -> dict[str, str]:
    """The keys of everyone whose guidance has not been withdrawn, and their names."""
    followed = (one for one in person.guidance.values() if one.withdrawn_at is None)
    return {one.signed.public_key: _folded(one.guidance.name) for one in followed}


def _refuse_foreign(person: Person, guidance: Guidance, now: Instant) -> None:
    if guidance.hand_over not in person.hand_overs:
        raise InputError("file", "guidance-for-another")
    if guidance.written_at - now > _CLOCKS_DIFFER_BY:
        raise InputError("file", "guidance-from-the-future", day=guidance.written_at.date().isoformat())
    if guidance.until is not None and guidance.is_over(now):
        raise InputError("file", "guidance-lapsed", day=guidance.until.isoformat())
    known, points = names_known(person.knowledge), person.knowledge.body.point_by_id
    named = [(one.of, one.id) for one in guidance.tightening.tighter]
    named += [pair for step in guidance.steps for pair in ((Of.TECHNIQUE, step.technique), (Of.TOOL, step.tool))]
    unknown = [id for of, id in named if id not in known[of]]
    unknown += [step.point for step in guidance.steps if step.point and step.point not in points]
    if unknown:
        raise InputError("file", "guidance-unknown-name", name=unknown[0])


def _refuse_older(before: Received, guidance: Guidance) -> None:
    if before.guidance.id == guidance.id and before.withdrawn_at is None:
        raise InputError("file", "guidance-known")
    if guidance.written_at < before.guidance.written_at:
        raise InputError("file", "guidance-older", name=guidance.name)


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
