"""What pip knows about package indexes, told to uv.

uv does not read pip's settings, so a machine that reaches its packages through a mirror, a proxy or a
certificate of its own would have pip working and uv not. The settings are passed on in memory only: no
address ever gets into the project's files.
"""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache

# pip's name of a setting -> uv's, and what joins several values of it
_WHOLE_INDEX = {
    "index-url": ("UV_DEFAULT_INDEX", " "),
    "cert": ("SSL_CERT_FILE", " "),
    "proxy": ("ALL_PROXY", " "),
}
_PART_OF_INDEX = {
    "extra-index-url": ("UV_INDEX", " "),
    "find-links": ("UV_FIND_LINKS", ","),
}
# pip lets the environment win over `pip install` settings, and those over the general ones
_LEAST_TO_MOST = ("global", "install", ":env:")


def install_environment() -> dict[str, str]:
    """The environment in which uv finds every package that pip would find."""
    return _environment(_WHOLE_INDEX | _PART_OF_INDEX) | {"UV_INDEX_STRATEGY": "unsafe-best-match"}


def lock_environment() -> dict[str, str]:
    """The environment in which uv makes lock files: only the index that has every platform's files."""
    return _environment(_WHOLE_INDEX)


def _environment(passed_on: dict[str, tuple[str, str]]) -> dict[str, str]:
    known = _pip_settings()
    from_pip = {
        name: separator.join(known[setting].split())
        for setting, (name, separator) in passed_on.items()
        if setting in known
    }
    fixed = {"UV_PYTHON_DOWNLOADS": "never", "UV_SYSTEM_CERTS": "1"}
    return from_pip | dict(os.environ) | fixed  # what is set for uv itself wins over what is set for pip


@cache
def _pip_settings() -> dict[str, str]:
    listed = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list"],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    ).stdout
    ranked = sorted(_entries(listed), key=lambda entry: _LEAST_TO_MOST.index(entry[0]))
    return {setting: value for _, setting, value in ranked}


def _entries(listed: str) -> Iterator[tuple[str, str, str]]:
    for line in listed.splitlines():  # such as: global.index-url='https://...'
        name, _, quoted = line.partition("=")
        section, _, setting = name.strip().rpartition(".")
        if section in _LEAST_TO_MOST:
            yield section, setting, str(ast.literal_eval(quoted))
