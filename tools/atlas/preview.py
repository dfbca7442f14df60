"""Pictures of every view with its data, over light and dark, for the eye of whoever changed it."""

from __future__ import annotations

import base64
from itertools import product
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright
from shoot import CHROMIUM, FLAGS

GROUNDS = {"light": "#f6f1ea", "dark": "#1b1614"}
GLOWING = ("upper_trapezius", "right")

DEFS = """<defs>
<pattern id="hatch" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
<path d="M0 0V9" stroke="#b23a2e" stroke-width="2.4"/></pattern>
<linearGradient id="warm" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#c8501a"/>
<stop offset=".45" stop-color="#ffb454"/><stop offset="1" stop-color="#d96a1e"/></linearGradient>
<filter id="soft" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="14"/></filter>
<filter id="edge" x="-10%" y="-10%" width="120%" height="120%"><feGaussianBlur stdDeviation="2.2"/></filter>
</defs><style>text{font:9px sans-serif}</style>"""
FILLS = {"forbidden": "url(#hatch)", "limited": "#e0a03044", "allowed": "#2f8f5f33"}
LAYERS = ("plain", "regions", "zones", "muscles")


def write_previews(views: dict[str, Any], pictures: Path, folder: Path) -> None:
    """One PNG per view, layer and ground."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 900, "height": 1000})
        for (name, view), (ground, colour), layer in product(views.items(), GROUNDS.items(), LAYERS):
            body = sketch(view, layer, pictures / f"{name}.webp")
            page.set_content(f"<style>body{{margin:0;background:{colour}}}svg{{display:block}}</style>{body}")
            page.wait_for_timeout(60)
            page.screenshot(path=folder / f"{name}-{layer}-{ground}.png")
        browser.close()


def sketch(view: dict[str, Any], layer: str, picture: Path) -> str:
    """The picture with one layer of its data, as SVG."""
    image = "data:image/webp;base64," + base64.b64encode(picture.read_bytes()).decode()
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1000" viewBox="0 0 900 1000">',
        DEFS,
    ]
    parts.append(f'<image href="{image}" width="900" height="1000"/>')
    if layer == "regions":
        parts += [tint(region, k * 137 % 360) for k, region in enumerate(view["regions"])]
        parts.append(f'<path d="{view["silhouette"]}" fill="none" stroke="#06c" stroke-width=".8"/>')
    if layer == "zones":
        parts += [f'<path d="{z["path"]}" fill="{FILLS[z["rule"]]}" stroke="#0004"/>' for z in view["zones"]]
        parts += [mark(point) for point in view["points"]]
    if layer == "muscles":
        chosen = [m for m in view["muscles"] if (m["id"], m["side"]) == GLOWING]
        parts += [resting(m) for m in view["muscles"] if m not in chosen] + [glow(m) for m in chosen]
    return "".join(parts) + "</svg>"


def tint(region: dict[str, Any], hue: int) -> str:
    x, y = region["label_at"]
    colours = f'fill="hsl({hue} 60% 55% / .42)" stroke="hsl({hue} 60% 30%)"'
    name = f'<text x="{x}" y="{y}" text-anchor="middle">{region["id"]}</text>'
    return f'<path d="{region["path"]}" {colours} fill-rule="evenodd"/>{name}'


def mark(point: dict[str, Any]) -> str:
    x, y = point["at"]
    return f'<circle cx="{x}" cy="{y}" r="3.5" fill="#123"/><text x="{x + 5}" y="{y + 3}">{point["id"]}</text>'


def glow(muscle: dict[str, Any]) -> str:
    strands = "".join(f'<path d="{f}"/>' for f in muscle["fibres"])
    outline = f'<path d="{muscle["outline"]}"'
    return (
        f'{outline} fill="#f08a2c" opacity=".55" filter="url(#soft)"/>'
        f'{outline} fill="url(#warm)" opacity=".78" filter="url(#edge)"/>'
        f'<g fill="none" stroke="#fff1cf" stroke-width="1.5" opacity=".6">{strands}</g>'
    )


def resting(muscle: dict[str, Any]) -> str:
    strands = "".join(f'<path d="{f}"/>' for f in muscle["fibres"])
    colour = "#a04a38" if muscle["layer"] == "superficial" else "#6b4a7a"
    sheet = f'<path d="{muscle["outline"]}" fill="{colour}" opacity=".10"/>'
    return f'{sheet}<g fill="none" stroke="{colour}" stroke-width=".9" opacity=".55">{strands}</g>'
