"""`unknot hand-over`: the page for a professional, and what they sign."""

from collections.abc import Iterator
from pathlib import Path

import click
import msgspec
from msgspec.structs import replace

from unknot import coach
from unknot.cli import reading
from unknot.coach import (
    Case,
    Guidance,
    GuidanceReceived,
    GuidanceView,
    GuidanceWithdrawn,
    HandOverMade,
    Happening,
    Knowledge,
    Offer,
    Person,
    Stricter,
    kind_of,
)
from unknot.handing import hand_over_page, read_signed
from unknot.knowledge import load_knowledge
from unknot.records import person_in
from unknot.store import EventLog, NewEvent, database_path, new_event_id
from unknot.units import Instant
from unknot.whereabouts import wall_clock
from unknot.words import say


@click.group(name="hand-over")
def hand_over() -> None:
    """Hand over to a professional, and follow what they sign."""


@hand_over.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def make(file: Path) -> None:
    """Write the page for a professional to FILE, which opens in any browser."""
    knowledge, now = load_knowledge(), reading.now()
    with EventLog.open(database_path()) as log:
        id = new_event_id(now)
        person = person_in(log, knowledge).after(id, now, HandOverMade())
        page = hand_over_page(person, id, now, reading.program(), wall_clock)
        _keep(log, id, HandOverMade(), knowledge, now)  # first: a page that is not kept here could never be answered
        with reading.written_whole(file) as out:
            out.write(page)
    click.echo(say("cli-hand-over-made", file=str(file)))


@hand_over.command()
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True), metavar="FILE")
@click.option("--follow", "compared", metavar="NUMBER", help="Follow it: the number of the key, once compared.")
def read(file: str, compared: str | None) -> None:
    """Say who signed FILE and what it makes stricter; with --follow, follow it from now on."""
    knowledge, now = load_knowledge(), reading.now()
    signed = read_signed(reading.bytes_in(file))
    with EventLog.open(database_path()) as log:
        person = person_in(log, knowledge)
        click.echo("\n".join(_offer(coach.offer(person, signed, now))))
        if compared is not None:
            coach.refuse_uncompared(person, signed, compared, now)
            _keep(log, new_event_id(now), GuidanceReceived(signed), knowledge, now)
            click.echo(say("guidance-followed"))


@hand_over.command(name="list")
def list_() -> None:
    """List what is followed and what was."""
    with EventLog.open(database_path()) as log:
        found = coach.guidance_taken_up(_person(log), reading.now())
    click.echo("\n\n".join("\n".join(_view(one)) for one in found) or say("cli-hand-over-none"))


@hand_over.command()
@click.argument("id")
def stop(id: str) -> None:
    """Stop following what `list` names by this ID; from then on Unknot's own limits hold."""
    knowledge, now = load_knowledge(), reading.now()
    with EventLog.open(database_path()) as log:
        coach.refuse_unwithdrawable(person_in(log, knowledge), id)
        _keep(log, new_event_id(now), GuidanceWithdrawn(id), knowledge, now)
    click.echo(say("cli-hand-over-stopped"))


def as_followed_here(case: Case, knowledge: Knowledge, now: Instant) -> Case:
    """The case under its own tightening and all that is followed on this machine: of each limit the stricter.

    Raises: StorageError: something is kept here and cannot be read.
    """
    path = database_path()
    if not path.exists():
        return case
    with EventLog.open(path) as log:
        here = coach.tightening_at(person_in(log, knowledge), now)
    return replace(case, tightening=case.tightening.and_also(here))


def _person(log: EventLog) -> Person:
    return person_in(log, load_knowledge())


def _keep(log: EventLog, id: str, happening: Happening, knowledge: Knowledge, now: Instant) -> None:
    body = msgspec.Raw(msgspec.json.encode(happening))
    event = NewEvent(id=id, at=now, kind=kind_of(happening), body=body, knowledge=knowledge.version)
    log.append([event], knowledge.edition)


def _offer(offer: Offer) -> Iterator[str]:
    yield from _guidance(offer.guidance, offer.stricter)
    if offer.replaces:
        yield say("guidance-replaces")
    if offer.eases:
        yield say("guidance-eases")
        yield from (f"  {_change(one)}" for one in offer.eases)
    yield say("guidance-key", number=offer.fingerprint)
    if not offer.is_known:
        yield say("guidance-compare-about")


def _view(one: GuidanceView) -> Iterator[str]:
    yield f"{one.id}  {say('cli-hand-over-holds' if one.holds else 'guidance-over')}"
    yield from (f"  {line}" for line in _guidance(one.guidance, one.stricter))


def _guidance(guidance: Guidance, stricter: tuple[Stricter, ...]) -> Iterator[str]:
    yield say("guidance-from", name=guidance.name, role=guidance.role)
    yield say("cli-hand-over-signed", day=wall_clock(guidance.written_at).date().isoformat())
    until = guidance.until
    yield say("guidance-until-withdrawn") if until is None else say("guidance-until", day=until.isoformat())
    if guidance.note:
        yield guidance.note
    yield from (f"  - {_change(one)}" for one in stricter)
    if not stricter:
        yield say("guidance-nothing-stricter")
    if guidance.steps:
        yield f"{say('guidance-session')}: {say('guidance-session-steps', steps=len(guidance.steps))}"


def _change(one: Stricter) -> str:
    limit = say(f"hand-over-limit-{one.limit}")
    if one.of is not None and (one.ours is None or one.theirs is None):
        return say("guidance-change", what=say(f"{one.of}-{one.id}"), limit=limit)
    if one.ours is None or one.theirs is None:
        return limit
    numbers = {"theirs": one.theirs, "ours": one.ours}
    if one.of is None:
        return say("guidance-change-number", limit=limit, **numbers)
    return say("guidance-change-of", what=say(f"{one.of}-{one.id}"), limit=limit, **numbers)
