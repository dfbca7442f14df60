"""The browser in which something is measured."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

FLAGS = ["--no-sandbox", "--disable-quic", "--disable-background-networking"]
WEBGL_IN_SOFTWARE = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"]


def chromium_path() -> str | None:
    """The browser that is measured, where there is one: the one that UNKNOT_CHROMIUM names, else the system's."""
    return os.environ.get("UNKNOT_CHROMIUM") or shutil.which("chromium")


@contextmanager
def chromium(program: str, *more_flags: str) -> Iterator[Browser]:
    """A browser without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=[*FLAGS, *more_flags])
        try:
            yield browser
        finally:
            browser.close()
