"""The commands of x.py."""

import argparse
import os
import subprocess
import sys

from xtask import gates
from xtask.chromium import browser_environment
from xtask.lock import make_lock_files
from xtask.places import PYTHON, ROOT, VOICE
from xtask.setup import set_up_to_develop, set_up_to_lock, set_up_to_run, set_up_to_speak
from xtask.steps import SetupError

_INTERRUPTED = 130


def main(arguments: list[str]) -> int:
    """Run one command of x.py and return its exit code."""
    cut = arguments.index("--") if "--" in arguments else len(arguments)
    options = _parser().parse_args(arguments[:cut])
    options.passed_on = arguments[cut + 1 :]
    try:
        return _COMMANDS[options.command][0](options)
    except SetupError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return _INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="x.py",
        description="Sets Unknot up in this folder, then does what the command says.",
        epilog="What follows -- goes to the server (run), pytest (test), uv (lock), the tool (atlas, shots).",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (_, what_it_does) in _COMMANDS.items():
        command = commands.add_parser(name, help=what_it_does)
        if name == "test":
            command.add_argument("--nightly", action="store_true", help="the long tests as well")
        if name == "bench":
            command.add_argument("names", nargs="*", metavar="NAME", help="only these files of bench/, without .py")
    return parser


def _run(options: argparse.Namespace) -> int:
    set_up_to_run()
    command = [str(PYTHON), "-m", "unknot", "run", *options.passed_on]
    if os.name != "nt":
        sys.stdout.flush()
        os.execv(command[0], command)
    return subprocess.call(command)  # on Windows, exec would give the prompt back while the server still runs


def _test(options: argparse.Namespace) -> int:
    set_up_to_develop()
    return gates.test(options.passed_on, nightly=options.nightly)


def _check(_: argparse.Namespace) -> int:
    set_up_to_develop()
    return gates.check()


def _fix(_: argparse.Namespace) -> int:
    set_up_to_develop()
    return gates.fix()


def _bench(options: argparse.Namespace) -> int:
    set_up_to_develop()
    return gates.bench(options.names)


def _lock(options: argparse.Namespace) -> int:
    set_up_to_lock()
    make_lock_files(options.passed_on)
    return 0


def _atlas(options: argparse.Namespace) -> int:
    return _call_tool("atlas/make.py", options)


def _shots(options: argparse.Namespace) -> int:
    return _call_tool("shots.py", options)


def _voice(options: argparse.Namespace) -> int:
    set_up_to_speak()
    found = os.pathsep.join([str(ROOT / "tools"), str(VOICE)])
    command = [PYTHON, "-m", "voice.make", *options.passed_on]
    return subprocess.call(command, cwd=ROOT, env=dict(os.environ) | {"PYTHONPATH": found})


def _call_tool(name: str, options: argparse.Namespace) -> int:
    set_up_to_develop()
    return subprocess.call([PYTHON, ROOT / "tools" / name, *options.passed_on], cwd=ROOT, env=browser_environment())


_COMMANDS = {
    "run": (_run, "start Unknot on this machine"),
    "test": (_test, "check, then run every test"),
    "check": (_check, "format, lint, types, imports, docs"),
    "fix": (_fix, "mend format and lint where that needs no thought"),
    "bench": (_bench, "measure every figure that the docs claim"),
    "lock": (_lock, "for maintainers: make the lock files anew"),
    "atlas": (_atlas, "for maintainers: draw the atlas anew"),
    "voice": (_voice, "for maintainers: speak the sentences of a session that have no sound yet"),
    "shots": (_shots, "for maintainers: take the README's pictures anew"),
}
