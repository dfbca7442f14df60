"""Where this machine seems to be: the country that it and its browser name, and what its clock on the wall shows."""

import locale
import re
import subprocess
import sys
from collections.abc import Mapping
from datetime import datetime
from functools import cache

from unknot.units import Instant

UNKNOWN = "ZZ"

_REGION = re.compile(r"(?:^|[\s,;])[a-z]{2,3}(?:[-_][A-Za-z]{4})?[-_]([A-Z]{2})(?![A-Za-z0-9])")
_VARIABLES = ("LC_ALL", "LC_TELEPHONE", "LC_MESSAGES", "LANG")
"""In the order in which they count. LC_TELEPHONE is the country of whoever reads in another language."""

_MACOS_REGION = ("/usr/bin/defaults", "read", "-g", "AppleLocale")
_PATIENCE_S = 2


def country_of(environment: Mapping[str, str], languages: str = "") -> str:
    """The region that the system's settings name, else that of the browser's languages in order, else `ZZ`.

    A language is not a place: what a person sets goes before this.

    languages: as in an Accept-Language header.

    >>> country_of({"LANG": "de_AT.UTF-8"}, "en-US,en;q=0.9")
    'AT'
    >>> country_of({"LANG": "C.UTF-8"}, "de,fr-CH;q=0.8,en-US;q=0.5")
    'CH'
    """
    told = (*(environment.get(name, "") for name in _VARIABLES), *_told_by_system(), languages)
    return next((found[1] for one in told if (found := _REGION.search(one))), UNKNOWN)


def wall_clock(at: Instant) -> datetime:
    """What a clock on the wall showed at a moment; the server and the person share the machine, and so the wall."""
    return at.astimezone()


@cache
def _told_by_system() -> tuple[str, ...]:
    """What the system says apart from the environment, asked once: macOS and Windows keep a region of their own."""
    if sys.platform == "darwin":
        return (_answer_of(_MACOS_REGION),)
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  knows `windll` only there

        return (locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultLCID(), ""),)
    return ()


def _answer_of(command: tuple[str, ...]) -> str:
    """What a program of the system prints; nothing where it cannot be asked."""
    try:
        asked = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE_S, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return asked.stdout.strip()
