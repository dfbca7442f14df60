"""Commands for what a person takes along; each writes one file, whole or not at all."""

from collections.abc import Callable
from pathlib import Path

import click

from unknot.cli import reading
from unknot.coach import Knowledge
from unknot.knowledge import load_knowledge
from unknot.knowledge.views import views
from unknot.records import person_in
from unknot.sharing import Chronicle, calendar_of, chronicle_of, report_of, tables_as_zip, typeset
from unknot.sharing.fhir import Bundling, bundle_as_json, bundle_of
from unknot.store import EventLog, database_path
from unknot.whereabouts import wall_clock
from unknot.words import say

_FILE = click.argument("file", type=click.Path(dir_okay=False, path_type=Path))


@click.command()
@_FILE
def report(file: Path) -> None:
    """Write a report for a professional to FILE: one or two pages, PDF."""
    _write(
        file,
        lambda chronicle, _: typeset(report_of(chronicle, views(), wall_clock), int(chronicle.told_at.timestamp())),
    )


@click.command()
@_FILE
@click.option("--snomed", is_flag=True, help="Add SNOMED CT codes, which need a national licence.")
def fhir(file: Path, *, snomed: bool) -> None:
    """Write everything that was told to FILE as a FHIR R4 bundle, JSON."""
    how = Bundling(reading.program(), with_snomed=snomed)
    _write(file, lambda chronicle, knowledge: bundle_as_json(bundle_of(chronicle, knowledge, how)))


@click.command()
@_FILE
def csv(file: Path) -> None:
    """Write everything that was told to FILE as tables with a dictionary, CSV in a ZIP file."""
    _write(file, lambda chronicle, _: tables_as_zip(chronicle))


@click.command()
@_FILE
def calendar(file: Path) -> None:
    """Write what comes next to FILE as a calendar, iCalendar."""
    _write(file, lambda chronicle, knowledge: calendar_of(chronicle, knowledge, wall_clock))


COMMANDS = (report, fhir, csv, calendar)


def _write(file: Path, make: Callable[[Chronicle, Knowledge], bytes]) -> None:
    knowledge = load_knowledge()
    with EventLog.open(database_path()) as log:
        chronicle = chronicle_of(person_in(log, knowledge), reading.now())
    made = make(chronicle, knowledge)
    with reading.written_whole(file) as out:
        out.write(made)
    click.echo(say("cli-written", file=str(file)))
