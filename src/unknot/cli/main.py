"""The `unknot` command."""

import sys
from pathlib import Path

import click
import msgspec

from unknot import coach
from unknot.cli import calling, explaining, handing_over, reading, sharing, showing
from unknot.cli.doctor import examine
from unknot.cli.playing import play
from unknot.coach import Knowledge
from unknot.errors import InputError, KnowledgeError, StorageError
from unknot.guiding import Pace, at_pace
from unknot.handing import happening_in
from unknot.knowledge import load_knowledge
from unknot.records import decisions, explain_event
from unknot.screening import Fired, NeedsAnswers, Tier
from unknot.store import EventLog, database_path, export_events, import_events
from unknot.words import is_said, say

_AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
_LAST_DECISIONS = 20
_FILE = click.argument("file", type=click.Path(dir_okay=False, allow_dash=True), metavar="FILE")


def main() -> None:
    """Run the command; errors become a sentence and exit code 2."""
    try:
        commands(prog_name="unknot")
    except InputError as error:
        _fail(f"{error.field}: {say(error.message, **error.details)}" if is_said(error.message) else str(error))
    except StorageError as error:
        _fail(say(error.message, **error.details) if is_said(error.message) else str(error))
    except KnowledgeError as error:
        _fail(f"The knowledge of Unknot is not sound, so it does not start.\n{error}")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="unknot")
def commands() -> None:
    """From a neck pain to a safe self-massage session, on this machine alone.

    FILE is JSON, or - for standard input; its shape is what `unknot schema` prints.
    """


@commands.command()
@click.option("--port", type=click.IntRange(1, 65535), help="Listen on this port; without it a free one is found.")
@click.option("--no-browser", is_flag=True, help="Do not open a browser.")
def run(port: int | None, *, no_browser: bool) -> None:
    """Start Unknot on this machine and open it in the browser."""
    from unknot.cli.running import run_server  # noqa: PLC0415  the web framework is slow to import

    run_server(port, opens_browser=not no_browser)


@commands.command()
@_AS_JSON
def questions(*, as_json: bool) -> None:
    """Print the questions of the check-in and the answers they take."""
    _show(load_knowledge().rules.questions, showing.questions, as_json=as_json)


@commands.command()
@_FILE
@_AS_JSON
def screen(file: str, *, as_json: bool) -> None:
    """Print the verdict on the answers in FILE."""
    knowledge = load_knowledge()
    verdict = coach.screen_case(reading.case_in(file), knowledge, reading.now())
    _show(verdict, showing.verdict, as_json=as_json)
    if not as_json and not isinstance(verdict, NeedsAnswers):
        _show_whom_to_call(verdict.tier, verdict.fired, knowledge)


@commands.command()
@_FILE
@_AS_JSON
def locate(file: str, *, as_json: bool) -> None:
    """Print the likely source of the pain drawn in FILE."""
    _show(coach.locate_case(reading.case_in(file), load_knowledge(), reading.now()), showing.finding, as_json=as_json)


@commands.command()
@_FILE
@_AS_JSON
def plan(file: str, *, as_json: bool) -> None:
    """Print verdict, finding and every step of the plan for the case in FILE.

    It keeps to what is followed on this machine of what professionals have signed.
    """
    knowledge, now = load_knowledge(), reading.now()
    case = handing_over.as_followed_here(reading.case_in(file), knowledge, now)
    advice = coach.advise(case, knowledge, now)
    _show(advice, showing.advice, as_json=as_json)
    if not as_json and advice.tier is not None:
        _show_whom_to_call(advice.tier, advice.fired, knowledge)


@commands.command()
@_FILE
@_AS_JSON
@click.option(
    "--breath",
    type=click.Choice([pace.value for pace in Pace]),
    default=Pace.MIDDLE.value,
    show_default=True,
    help="The pace of the breath that is shown and heard.",
)
@click.option("--quiet-breath", is_flag=True, help="Show the breath without letting it be heard.")
def session(file: str, breath: str, *, as_json: bool, quiet_breath: bool) -> None:
    """Play the session for the case in FILE: space pauses, n goes to the next step, s stops.

    It keeps to what is followed on this machine of what professionals have signed.
    """
    knowledge, now = load_knowledge(), reading.now()
    case = handing_over.as_followed_here(reading.case_in(file), knowledge, now)
    sheet = coach.cue_case(case, knowledge, now)
    if as_json:
        _print_json(sheet)
    else:
        play(at_pace(sheet, Pace(breath)), knowledge, reading.now(), breathes=not quiet_breath)


@commands.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def export(file: Path) -> None:
    """Write everything that is kept to FILE, which `import` reads."""
    with EventLog.open(database_path()) as log:
        count = log.count()
        with reading.written_whole(file) as out:
            out.writelines(export_events(log, reading.program()))
    click.echo(say("cli-exported", count=count, file=str(file)))


@commands.command(name="import")
@_FILE
def import_(file: str) -> None:
    """Add everything that an export holds: all of it, or nothing."""
    with EventLog.open(database_path()) as log:
        appended = import_events(log, reading.bytes_in(file), lambda event: happening_in(event.kind, event.body))
    click.echo(say("cli-imported", added=appended.added, known=appended.known))


@commands.command()
@click.option("--country", metavar="CC", help="Two letters, like GB; ZZ if you do not know where you are.")
@click.option("--all", "every", is_flag=True, help="Print those of every country.")
@_AS_JSON
def numbers(country: str | None, *, every: bool, as_json: bool) -> None:
    """Print whom to call here: in an emergency, for advice, and in a crisis; and how sure these numbers are."""
    book = load_knowledge().calling
    coach.refuse_unknown_country(book, country)
    if every:
        _show(book.numbers, calling.every_country, as_json=as_json)
    else:
        _show(book.numbers_in(country or calling.here()), calling.one_country, as_json=as_json)


commands.add_command(handing_over.hand_over)


@commands.command()
@click.argument("event", required=False)
@_AS_JSON
def explain(event: str | None, *, as_json: bool) -> None:
    """Say why a decision was what it was, by the knowledge of its day; without EVENT, list the last decisions."""
    knowledge = load_knowledge()
    with EventLog.open(database_path()) as log:
        if event is None:
            _show(decisions(log, _LAST_DECISIONS), explaining.decisions, as_json=as_json)
        else:
            _show(explain_event(log, event, knowledge), explaining.explanation, as_json=as_json)


@commands.command()
@_AS_JSON
def doctor(*, as_json: bool) -> None:
    """Look whether everything that Unknot needs is in order."""
    findings = examine()
    _show(findings, showing.examination, as_json=as_json)
    if not all(finding.sound for finding in findings):
        sys.exit(1)


@commands.command()
def schema() -> None:
    """Print the JSON Schemas of FILE and of what the commands print with --json."""
    _print_json(reading.schemas())


def _show_whom_to_call(tier: Tier, fired: tuple[Fired, ...], knowledge: Knowledge) -> None:
    here = calling.here()
    lines = knowledge.calling.whom_to_call(tier, fired, here)
    if lines:
        click.echo(calling.whom_to_call(lines, knowledge.calling.numbers_in(here)))


for _command in sharing.COMMANDS:
    commands.add_command(_command)


def _show(value: object, as_text: showing.AsText, *, as_json: bool) -> None:
    if as_json:
        _print_json(value)
    else:
        click.echo(as_text(value))


def _print_json(value: object) -> None:
    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def _fail(sentence: str) -> None:
    click.echo(sentence, err=True)
    sys.exit(2)
