"""What the pages point at: links, files and tests that have to exist."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
_TEST = re.compile(r"`(test_\w+)`")
_FILE = re.compile(r"`((?:src|web|tests|bench|tools|docs)/[\w./-]+\.\w+)`")


def broken_promises(root: Path, written: dict[Path, str]) -> Iterator[str]:
    """A sentence for each link, file or test that a page names and that is not there."""
    pages = {path: path.read_text(encoding="utf-8") for path in _pages(root)} | written
    for path, text in sorted(pages.items()):
        place = path.relative_to(root).as_posix()
        for link in _LINK.findall(text):
            if "://" not in link and not (path.parent / link).exists() and (path.parent / link).resolve() not in pages:
                yield f"{place}: links to {link}, which does not exist. Mend the link."
        for file in _FILE.findall(text):
            if not (root / file).exists():
                yield f"{place}: names {file}, which does not exist. Mend the name."
        for test in _TEST.findall(text):
            if f"def {test}(" not in _all_tests(root):
                yield f"{place}: names {test}, which no file in tests/ has. Name the test that holds the claim."


def _pages(root: Path) -> Iterator[Path]:
    yield from (root / name for name in ("README.md", "CONTRIBUTING.md") if (root / name).exists())
    yield from (root / "docs").rglob("*.md")


@cache
def _all_tests(root: Path) -> str:
    files = (root / "tests").rglob("test_*.py")
    return "\n".join(file.read_text(encoding="utf-8") for file in files)
