"""Pages on the two doors: the routes of the API and the commands of the terminal."""

import asyncio
import json
import tempfile
from pathlib import Path
from typing import Any

import click
import httpx

from reference.markdown import page, table
from unknot.cli.main import commands as terminal
from unknot.coach import Knowledge
from unknot.store import EventLog
from unknot.web import Casebook, create_app

_HOST = "unknot.test"
_WIDTH = 100


def api(knowledge: Knowledge) -> str:
    """The page of the routes, from the OpenAPI document that the server itself gives."""
    document = asyncio.run(_open_api(knowledge))
    rows = [
        (f"`{method.upper()}`", f"`{path}`", _takes(operation), _gives(operation), _about(operation))
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    ]
    return page(
        "Routes",
        "Every route, from the OpenAPI document at `/schema/openapi.json`, where the shapes named here are. How to "
        "talk to them: [the API](../guide/api.md).",
        table(("Method", "Path", "Takes", "Gives", "What it does"), rows),
    )


def commands() -> str:
    """The page of the commands, as `--help` prints them."""
    whole = click.Context(terminal, info_name="unknot", terminal_width=_WIDTH)
    blocks = [
        "The `unknot` command, as it explains itself. What FILE holds and what the codes mean: "
        "[the terminal](../guide/terminal.md).",
        _help(terminal, whole),
    ]
    for name in terminal.list_commands(whole):
        command = terminal.get_command(whole, name)
        if command is not None:
            context = click.Context(command, info_name=name, parent=whole, terminal_width=_WIDTH)
            blocks += [f"## unknot {name}", _help(command, context)]
    return page("Commands", *blocks)


async def _open_api(knowledge: Knowledge) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder, EventLog.open(Path(folder) / "unknot.db") as log:
        app = create_app(Casebook(log, knowledge, "docs"), frozenset((_HOST,)))
        transport = httpx.ASGITransport(app)  # type: ignore[arg-type]  # Litestar's scope is a narrower type
        async with httpx.AsyncClient(transport=transport, base_url=f"http://{_HOST}") as client:
            answer = await client.get("/schema/openapi.json")
            document: dict[str, Any] = json.loads(answer.raise_for_status().content)
            return document


def _takes(operation: dict[str, Any]) -> str:
    return _shape(operation.get("requestBody", {}))


def _gives(operation: dict[str, Any]) -> str:
    good = next(answer for status, answer in operation["responses"].items() if status.startswith("2"))
    return _shape(good)


def _shape(told: dict[str, Any]) -> str:
    for kind, content in told.get("content", {}).items():
        schema = content.get("schema", {})
        named = [each["$ref"].rpartition("/")[2] for each in schema.get("oneOf", [schema]) if "$ref" in each]
        return " or ".join(f"`{name}`" for name in named) or kind
    return ""


def _about(operation: dict[str, Any]) -> str:
    return str(operation.get("description") or operation.get("summary", ""))


def _help(command: click.Command, context: click.Context) -> str:
    lines = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    return f"```text\n{lines}\n```"
