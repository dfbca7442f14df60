"""Makes the icons of the installed app from web/public/icon.svg, in the sizes that systems ask for.

Run: .venv/bin/python tools/icons.py
"""

import os
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

PUBLIC = Path(__file__).resolve().parents[1] / "web" / "public"
GROUND = "#2f5d56"


@dataclass(frozen=True)
class Icon:
    """A file, its side in pixels, and the share of it that the drawing takes; below 1 it stands on a full ground."""

    name: str
    side_px: int
    share: float


ICONS = (
    Icon("icon-192", 192, 1),
    Icon("icon-512", 512, 1),
    Icon("maskable-512", 512, 0.8),  # systems cut a shape out of it; what lies in the inner four fifths always stays
    Icon("apple-touch", 180, 0.9),
)


def draw(page: Page, icon: Icon) -> None:
    """Draw one icon and keep it as a file."""
    drawing = (PUBLIC / "icon.svg").read_text(encoding="utf-8")
    drawn_px, ground = icon.side_px * icon.share, GROUND if icon.share < 1 else "transparent"
    page.set_viewport_size({"width": icon.side_px, "height": icon.side_px})
    page.set_content(
        f"<body style='margin:0;height:100vh;display:grid;place-items:center;background:{ground}'>"
        f"<div style='width:{drawn_px}px;height:{drawn_px}px'>{drawing}</div>"
    )
    page.screenshot(path=PUBLIC / "icons" / f"{icon.name}.png", omit_background=True)


def main() -> None:
    """Draw every icon anew."""
    (PUBLIC / "icons").mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        program = os.environ.get("UNKNOT_CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page()
        for icon in ICONS:
            draw(page, icon)
        browser.close()


if __name__ == "__main__":
    main()
