#!/usr/bin/env python3
"""The one door to Unknot: python3 x.py run | test | check | fix | bench. What it does is in tools/xtask."""

import sys

# Any Python 3 must be able to read this far, so that it can say what is missing.
if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit(
        "Unknot needs Python 3.11 or newer, and this is Python {}.{}. "
        "Install a newer one and start x.py with it: python3.12 x.py run".format(*sys.version_info)
    )

from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "tools"))

from xtask.cli import main

sys.exit(main(sys.argv[1:]))
