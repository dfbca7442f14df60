"""The browser that the browser tests drive: the system's own, never one downloaded behind its back."""

import os
import shutil
import subprocess
import sys

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def browser_environment() -> dict[str, str]:
    """The environment for programs that drive a browser.

    UNKNOT_CHROMIUM is the browser's path, or, where there is none, UNKNOT_NO_BROWSER is 1. On Debian and its
    kin, root gets Chromium installed first.
    """
    found = _find() or _install()
    env = dict(os.environ) | {"PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD": "1"}
    if found:
        return env | {"UNKNOT_CHROMIUM": found}
    print("No Chromium or Chrome on this machine: browser tests are left out.", flush=True)
    return env | {"UNKNOT_NO_BROWSER": "1"}


def _find() -> str | None:
    return next(filter(None, map(shutil.which, _NAMES)), None)


def _install() -> str | None:
    apt = shutil.which("apt-get")
    if sys.platform != "linux" or apt is None or os.geteuid() != 0:
        return None
    print("Chromium, for the browser tests (apt-get install chromium); this takes a minute", flush=True)
    env = dict(os.environ) | {"DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
        subprocess.run([apt, "--quiet", *arguments], env=env, capture_output=True, check=False)
    return _find()
