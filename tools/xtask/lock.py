"""The lock files, made anew from pyproject.toml and the package.json files.

They hold names, versions and hashes, never an address: everyone installs from where their pip and npm look.
"""

import tempfile
import tomllib
from pathlib import Path

from xtask import frontend
from xtask.index import lock_environment
from xtask.places import DEV_LOCK, FHIR_TESTS, PROJECT, ROOT, RUN_LOCK, SITE_PACKAGES, UV, UV_LOCK, WEB
from xtask.steps import call

_FORM = ("--generate-hashes", "--universal", "--no-header", "--no-annotate", "--python-version", "3.11")
_ADVICE = "The lock files could not be made. The lines above say which requirement cannot be met."


def make_lock_files(uv_arguments: list[str]) -> None:
    """Write all lock files. Versions stay as they are unless `uv_arguments` say otherwise (--upgrade)."""
    with tempfile.TemporaryDirectory() as folder:
        build = Path(folder) / "build.in"  # what builds Unknot is locked with what runs it
        build.write_text("\n".join(tomllib.loads(PROJECT.read_text())["build-system"]["requires"]))
        to_run = [str(PROJECT), str(build)]
        for lock, wanted in (
            (UV_LOCK, ["--group", "uv"]),
            (RUN_LOCK, to_run),
            (DEV_LOCK, [*to_run, "--group", "dev", "--constraints", str(RUN_LOCK)]),
        ):
            print(lock.name, flush=True)
            call(
                [UV, "pip", "compile", *_FORM, *wanted, *uv_arguments, "--output-file", str(lock)],
                env=lock_environment(),
                cwd=ROOT,
                advice=_ADVICE,
            )
    for packages in (WEB, FHIR_TESTS):
        print(packages.relative_to(ROOT) / "package-lock.json", flush=True)
        call(
            frontend.npm(SITE_PACKAGES, "install", "--package-lock-only", "--ignore-scripts"),
            env=frontend.node_environment(SITE_PACKAGES),
            cwd=packages,
            advice=_ADVICE,
        )
