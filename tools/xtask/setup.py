"""The set-up, in order: uv, Python packages, front end, Unknot itself; for work on it, the tools as well."""

import importlib.util
import os
import shutil
import sys
from pathlib import Path

from xtask import frontend
from xtask.index import install_environment
from xtask.places import DEV_LOCK, PROJECT, ROOT, RUN_LOCK, SITE_PACKAGES, TOOLS, UV, UV_LOCK, VENV
from xtask.steps import SetupError, call, fingerprint, perform
from xtask.turn import turn

_NO_DOWNLOAD = (
    "The packages could not be downloaded. Check the network (and the mirror or proxy, if pip uses one), "
    "then run this again: it goes on where it stopped."
)
_PIP = {"PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def set_up_to_run() -> None:
    """Install all that Unknot needs to run, in its own folder. Takes a moment when nothing changed."""
    with turn():
        _install_everything_to_run()


def set_up_to_develop() -> None:
    """Install all that Unknot needs to run, and the tools that check and test it."""
    with turn():
        _install_everything_to_run()
        perform(
            "tools that check and test",
            lambda: _install_locked(DEV_LOCK),
            made_from=fingerprint(DEV_LOCK),
            stamp=VENV / "dev.made-from",
        )
        frontend.install_validator(SITE_PACKAGES)


def set_up_to_lock() -> None:
    """Install uv and Node, and nothing that the front end's lock file could prevent by being out of date."""
    with turn():
        _install_python_packages()


def _install_everything_to_run() -> None:
    _install_python_packages()
    frontend.build(SITE_PACKAGES)
    perform(
        "Unknot itself",
        _install_unknot,
        made_from=fingerprint(PROJECT, ROOT / "hatch_build.py"),
        stamp=VENV / "unknot.made-from",
    )


def _install_python_packages() -> None:
    perform(
        "uv",
        _install_uv,
        made_from=fingerprint(UV_LOCK, *_this_python()),
        stamp=TOOLS / "uv" / ".made-from",
    )
    perform(
        "Python packages",
        _make_venv,
        made_from=fingerprint(RUN_LOCK, str(ROOT), *_this_python()),
        stamp=VENV / "run.made-from",
    )


def _install_uv() -> None:
    if importlib.util.find_spec("pip") is None:
        raise SetupError(
            f"{sys.executable} has no pip. Install it (on Debian and Ubuntu: apt install python3-pip; "
            "elsewhere: python3 -m ensurepip), then run this again."
        )
    folder = TOOLS / "uv"
    shutil.rmtree(folder, ignore_errors=True)
    target = ["--target", str(folder), "--require-hashes", "--no-deps", "--only-binary", ":all:"]
    call(
        [sys.executable, "-m", "pip", "install", *target, "-r", str(UV_LOCK)],
        env=dict(os.environ) | _PIP,
        advice=_NO_DOWNLOAD,
    )


def _make_venv() -> None:
    _uv("venv", "--clear", "--python", sys.executable, str(VENV), advice="The folder .venv cannot be made.")
    _install_locked(RUN_LOCK)


def _install_locked(lock: Path) -> None:
    _uv("pip", "install", "--require-hashes", "-r", str(lock), advice=_NO_DOWNLOAD)


def _install_unknot() -> None:
    _uv(
        *("pip", "install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)),
        advice="Unknot could not be installed into .venv: pyproject.toml or hatch_build.py needs mending.",
    )


def _uv(*arguments: str, advice: str) -> None:
    call([UV, *arguments], env=install_environment() | {"VIRTUAL_ENV": str(VENV)}, advice=advice)


def _this_python() -> tuple[str, str]:
    return sys.version, sys.base_prefix
