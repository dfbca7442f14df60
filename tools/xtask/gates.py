"""What stands between a change and the main branch: format, lint, types, imports, docs, tests."""

import subprocess
import tempfile
import time
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from xtask import frontend
from xtask.chromium import browser_environment
from xtask.places import PYTHON, ROOT, SITE_PACKAGES, WEB

_SCRIPTS = PYTHON.parent
_BROWSER_TESTS = "tests/browser"
_BROWSERS = 2
_DOCS_DRIFT = ROOT / "tools" / "docs_drift.py"


@dataclass(frozen=True)
class Gate:
    """A command that has to succeed. A web gate is a script of web/package.json."""

    name: str
    command: tuple[str, ...]
    is_web: bool = False

    def run(self, *, quiet: bool) -> subprocess.CompletedProcess[str]:
        """The finished command. A quiet one holds its output; of any other the output has been shown."""
        return subprocess.run(
            frontend.npm(SITE_PACKAGES, "run", *self.command) if self.is_web else self.command,
            cwd=WEB if self.is_web else ROOT,
            env=frontend.node_environment(SITE_PACKAGES) if self.is_web else None,
            stdout=subprocess.PIPE if quiet else None,
            stderr=subprocess.STDOUT if quiet else None,
            encoding="utf-8",
            errors="replace",
            check=False,
        )


def check() -> int:
    """Run every check; 0 when all pass."""
    return _report(_failing(_checks()))


def fix() -> int:
    """Mend what the formatters and linters can mend by themselves; 0 when nothing is left to mend by hand."""
    return _report(_failing(_fixes()))


def test(pytest_arguments: list[str], *, nightly: bool) -> int:
    """Run the checks, the front end's tests and pytest, whose closing line comes last; 0 when all pass.

    The tests in the browser mostly wait: they run in two parts beside all others, unless something else is asked for.
    """
    if nightly:
        frontend.install_lhc_forms(SITE_PACKAGES)
    failed = _failing(_checks())
    frontend_tests = Gate("front end: tests", ("test",), is_web=True)
    print(f"\n{frontend_tests.name}", flush=True)
    if frontend_tests.run(quiet=False).returncode != 0:
        failed.append(frontend_tests.name)
    env = browser_environment() | ({"UNKNOT_NIGHTLY": "1"} if nightly else {})
    print(f"\nChecks and front end: {_summary(failed)}\n", flush=True)
    if pytest_arguments:
        in_browser, others = 0, subprocess.call(_python("pytest", *pytest_arguments), cwd=ROOT, env=env)
    else:
        in_browser, others = _side_by_side(env)
    if not failed and not in_browser:
        return others
    return _report(failed + (["pytest"] if others else []) + (["pytest in the browser"] if in_browser else []))


def _side_by_side(env: dict[str, str]) -> tuple[int, int]:
    """What pytest comes to in the browser and elsewhere. What the former says is held back until the other is done."""
    with ExitStack() as open_ones:
        in_browsers = []
        for files in _parts(sorted((ROOT / _BROWSER_TESTS).glob("test_*.py")), _BROWSERS):
            said = open_ones.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8"))
            command = _python("pytest", *map(str, files))
            run = subprocess.Popen(command, cwd=ROOT, env=env, stdout=said, stderr=subprocess.STDOUT)
            in_browsers.append((open_ones.enter_context(run), said))
        others = subprocess.call(_python("pytest", "--ignore", _BROWSER_TESTS), cwd=ROOT, env=env)
        failed = sum(run.wait() != 0 for run, _ in in_browsers)
        for turn, (_, said) in enumerate(in_browsers, 1):
            said.seek(0)
            print(f"\nIn the browser, {turn} of {_BROWSERS}\n{said.read()}", flush=True)
    return failed, others


def _parts(files: list[Path], count: int) -> list[list[Path]]:
    """The files in so many parts that take about as long: a file of tests is about as slow as it is large."""
    parts: list[list[Path]] = [[] for _ in range(count)]
    sizes = {file: file.stat().st_size for file in files}
    for file in sorted(files, key=sizes.__getitem__, reverse=True):
        min(parts, key=lambda part: sum(sizes[one] for one in part)).append(file)
    return parts


def bench(names: list[str]) -> int:
    """Run the measurements in bench/ in turn, all or those that are named; 0 when all could measure."""
    files = sorted((ROOT / "bench").glob("[!_]*.py"))
    unknown = sorted({*names} - {file.stem for file in files})
    if unknown:
        print(f"bench/ has no {', '.join(unknown)}; it has {', '.join(file.stem for file in files)}.", flush=True)
        return 1
    wanted = [file for file in files if not names or file.stem in names]
    measured = {file.name: subprocess.call([PYTHON, "-m", f"bench.{file.stem}"], cwd=ROOT) for file in wanted}
    return _report([name for name, code in measured.items() if code != 0])


def _checks() -> list[Gate]:
    return [
        Gate("format", _python("ruff", "format", "--check")),
        Gate("lint", _python("ruff", "check")),
        Gate("types", _python("mypy")),
        Gate("imports", (str(_SCRIPTS / "lint-imports"),)),
        Gate("front end: format and lint", ("lint",), is_web=True),
        Gate("front end: types", ("check",), is_web=True),
        Gate("docs", (str(PYTHON), str(_DOCS_DRIFT), "--check")),
    ]


def _fixes() -> list[Gate]:
    return [
        Gate("lint", _python("ruff", "check", "--fix")),
        Gate("format", _python("ruff", "format")),
        Gate("front end: format and lint", ("fix",), is_web=True),
    ]


def _python(module: str, *arguments: str) -> tuple[str, ...]:
    return str(PYTHON), "-m", module, *arguments


def _failing(gates: Iterable[Gate]) -> list[str]:
    failed = []
    for gate in gates:
        print(f"{gate.name:.<44} ", end="", flush=True)
        started = time.monotonic()
        done = gate.run(quiet=True)
        print(f"{time.monotonic() - started:5.1f} s  {'FAILED' if done.returncode else 'ok'}", flush=True)
        if done.returncode:
            failed.append(gate.name)
            print(done.stdout, flush=True)
    return failed


def _report(failed: list[str]) -> int:
    print(_summary(failed), flush=True)
    return 1 if failed else 0


def _summary(failed: list[str]) -> str:
    return f"Failed: {', '.join(failed)}. The lines above say why." if failed else "All passed."
