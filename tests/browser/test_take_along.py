"""Taking everything along, in a real browser."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import Watched

from unknot.words import say

BEGINS = {"report": b"%PDF-", "tables": b"PK", "fhir": b'{"resourceType":"Bundle"', "calendar": b"BEGIN:VCALENDAR"}


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_each_file_can_be_saved_and_the_screen_is_readable_by_all(
    phone: Watched, axe: Callable[[Page], None], colours: str
) -> None:
    page = phone.page
    page.emulate_media(color_scheme="light" if colours == "light" else "dark")
    page.goto(f"{phone.address}/#/data")
    for name, begins in BEGINS.items():
        link = page.get_by_role("link", name=say("take-save-named", name=say(f"take-{name}")))
        with page.expect_download() as saved:
            link.click()
        assert Path(saved.value.path()).read_bytes().startswith(begins)
    axe(page)
