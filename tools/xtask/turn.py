"""One set-up at a time: two x.py in the same folder take turns."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from xtask.places import TOOLS
from xtask.steps import SetupError

_RETRY_S = 0.5

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[str]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def turn() -> Iterator[None]:
    """Hold the only turn to change the set-up; the system gives it back even if x.py is killed.

    Raises: SetupError: the project's folder cannot be written.
    """
    try:
        TOOLS.mkdir(exist_ok=True)
        file = (TOOLS / "turn").open("a")
    except OSError as error:
        raise SetupError(
            f"{TOOLS.parent} cannot be written ({error.strerror}). "
            "Put Unknot into a folder of your own and run the same command there."
        ) from error
    with file:
        _wait_for(file)
        yield


def _wait_for(file: IO[str]) -> None:
    told = False
    while True:
        try:
            return _take(file)
        except OSError:
            if not told:
                print("Another x.py is setting up this folder; waiting until it is done.", flush=True)
                told = True
            time.sleep(_RETRY_S)
