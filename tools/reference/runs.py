"""The runs shown in the guides: each is the real command's real output, and is run again to see that it still is."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

_RUN = re.compile(
    r"^```console\n\$ ((?:echo '([^'\n]*)' \| )?unknot ([^\n]*))\n(.*?)(?=^\$ |^```$)", re.MULTILINE | re.DOTALL
)


def run_again(text: str, root: Path) -> str:
    """The page with what each `$ unknot …` at the head of a console block prints now."""
    return _RUN.sub(lambda found: f"```console\n$ {found[1]}\n{_output(found[3], found[2] or '', root)}", text)


def _output(arguments: str, given: str, root: Path) -> str:
    command = [sys.executable, "-m", "unknot", *shlex.split(arguments)]
    done = subprocess.run(
        command, cwd=root, input=given, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False
    )
    return done.stdout
