"""Has Chromium render the models with three.js, without a graphics card, and stores the pictures as WebP."""

from __future__ import annotations

import base64
import http.server
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from arm import ARM_TOP_FADES, ARM_VIEW
from bodies import ease, fade
from mesh import Floats, Mesh, measure_sky
from numpy.typing import NDArray
from playwright.sync_api import Page, sync_playwright
from raster import View

CHROMIUM = os.environ.get("UNKNOT_CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-quic",
    "--disable-background-networking",
    "--no-sandbox",
]
LARGEST_BYTES = 40_000
QUALITIES = (0.92, 0.88, 0.84, 0.80, 0.74, 0.68, 0.60)


def shoot_views(bust: Mesh, arm: Mesh, views: dict[str, View], three: Path, folder: Path) -> None:
    """One WebP picture per view, each of at most LARGEST_BYTES."""
    bust_sky, arm_sky = measure_sky(bust), measure_sky(arm)
    with open_page(three) as page:
        for name, view in views.items():
            model = pack(bust, bust_sky, fade(bust.points, name))
            store(page, folder / f"{name}.webp", model, Shot(view, light_from=-1 if name == "right" else 1))
        solid = 1 - ease(arm.points[:, 1], *ARM_TOP_FADES)
        store(page, folder / "arms.webp", pack(arm, arm_sky, solid), Shot(ARM_VIEW, mirrored=True))


def pack(mesh: Mesh, sky: Floats, solid: Floats) -> dict[str, str]:
    def encode(values: NDArray[Any], kind: str) -> str:
        return base64.b64encode(np.ascontiguousarray(values, kind).tobytes()).decode()

    shape = {"points": mesh.points, "normals": mesh.normals(), "sky": sky, "solid": solid}
    return {name: encode(values, "<f4") for name, values in shape.items()} | {
        "triangles": encode(mesh.triangles, "<u4")
    }


@dataclass(frozen=True)
class Shot:
    """How a model is pictured: `light_from` 1 left, -1 right; `mirrored` draws it a second time, flipped."""

    view: View
    light_from: int = 1
    mirrored: bool = False


def store(page: Page, path: Path, model: dict[str, str], shot: Shot) -> None:
    view = shot.view
    camera = {
        "right": view.right,
        "toward": view.toward,
        "centre": view.centre,
        "pixels_per_m": view.pixels_per_m,
    }
    order = {"model": model, "view": camera, "mirrored": shot.mirrored, "light_from": shot.light_from}
    size = 0
    for quality in QUALITIES:
        data = base64.b64decode(page.evaluate("order => window.shoot(order)", {**order, "quality": quality}))
        size = len(data)
        if size <= LARGEST_BYTES:
            path.write_bytes(data)
            print(f"{path.name}: {size} bytes, quality {quality}")
            return
    raise SystemExit(f"{path.name}: {size} bytes at the lowest quality, want {LARGEST_BYTES}. Shade more smoothly.")


@contextmanager
def open_page(three: Path) -> Iterator[Page]:
    """The render page, with this folder and three.js served to it from this machine only."""
    here = Path(__file__).parent
    clay = here.parents[1] / "web" / "src" / "atlas" / "clay.glsl"

    class Files(http.server.SimpleHTTPRequestHandler):
        def translate_path(self, path: str) -> str:
            if path == "/clay.glsl":
                return str(clay)
            return str(three / path[len("/three/") :] if path.startswith("/three/") else here / path.lstrip("/"))

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Files)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            page = browser.new_page()
            page.on("pageerror", lambda error: print("page:", error))
            page.on("console", lambda line: print("page:", line.text))
            page.goto(f"http://127.0.0.1:{server.server_port}/render.html")
            page.wait_for_function("window.ready")
            yield page
            browser.close()
    finally:
        server.shutdown()
