"""One step of the set-up: done once, and again only when what it is made from has changed."""

import hashlib
import subprocess
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from xtask.places import ROOT

_TAIL_LINES = 15


class SetupError(Exception):
    """The set-up cannot go on. The message says why and what to do, and is shown without a traceback."""


def fingerprint(*parts: Path | str) -> str:
    """A hash of texts and of files (name and content), in the order given."""
    digest = hashlib.sha256()
    for part in parts:
        name, content = (part, b"") if isinstance(part, str) else (_name_in_project(part), part.read_bytes())
        digest.update(f"{len(name)} {name} {len(content)} ".encode())
        digest.update(content)
    return digest.hexdigest()


def files_below(folder: Path, *, skip: Iterable[str]) -> list[Path]:
    """Every file below a folder, sorted, without the entries of that folder named in `skip`."""
    skipped = set(skip)
    kept = (entry for entry in folder.iterdir() if entry.name not in skipped)
    return sorted(file for entry in kept for file in (entry, *entry.rglob("*")) if file.is_file())


def perform(name: str, action: Callable[[], None], *, made_from: str, stamp: Path) -> None:
    """Do a step, unless its stamp says that it was done from the very same things.

    The stamp lies inside what the step makes, so that deleting the result deletes the stamp. It goes away
    before the work starts and comes back after it, so that a step which was interrupted counts as not done.
    """
    if stamp.is_file() and stamp.read_text() == made_from:
        return
    stamp.unlink(missing_ok=True)
    print(f"{name:.<44} ", end="", flush=True)
    started = time.monotonic()
    try:
        action()
        stamp.write_text(made_from)
    except BaseException:
        print("stopped", flush=True)
        raise
    print(f"{time.monotonic() - started:5.1f} s", flush=True)


def call(command: Sequence[str | Path], *, env: Mapping[str, str], advice: str, cwd: Path = ROOT) -> None:
    """Run a command without showing its output.

    Raises: SetupError: it failed; the message holds the last lines of its output, then `advice`.
    """
    done = subprocess.run(
        command,
        cwd=cwd,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode != 0:
        tail = "\n".join(f"    {line}" for line in done.stdout.splitlines()[-_TAIL_LINES:])
        raise SetupError(f"{tail}\n\n{advice}")


def _name_in_project(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()
