"""What the proofs have gone through is told at the end of a run."""

from collections.abc import Callable

import pytest

_PROVED = pytest.StashKey[list[str]]()


@pytest.fixture
def proved(pytestconfig: pytest.Config) -> Callable[[str], None]:
    """Tells, at the end of the run, how much a proof has gone through."""
    return pytestconfig.stash.setdefault(_PROVED, []).append


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """One line for each proof that counts."""
    for line in config.stash.get(_PROVED, []):
        terminalreporter.write_line(f"proved: {line}")
