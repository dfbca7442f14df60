"""The runs shown in the guides: each is the real command's real output, and is run again to see that it still is."""

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

_ANYWHERE = {"LC_ALL": "C.UTF-8", "LC_TELEPHONE": "", "LC_MESSAGES": "", "LANG": ""}
"""Runs on every machine alike: no country, and nothing that is kept."""

_RUN = re.compile(
    r"^```console\n\$ ((?:echo '([^'\n]*)' \| )?unknot ([^\n]*))\n(.*?)(?=^\$ |^```$)", re.MULTILINE | re.DOTALL
)


def run_again(text: str, root: Path) -> str:
    """The page with what each `$ unknot …` at the head of a console block prints now."""
    return _RUN.sub(lambda found: f"```console\n$ {found[1]}\n{_output(found[3], found[2] or '', root)}", text)


def _output(arguments: str, given: str, root: Path) -> str:
    command = [sys.executable, "-m", "unknot", *shlex.split(arguments)]
    with tempfile.TemporaryDirectory() as data:
        done = subprocess.run(
            command,
            cwd=root,
            env=os.environ | _ANYWHERE | {"UNKNOT_DATA": data},
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
    return done.stdout
