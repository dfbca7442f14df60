"""Makes the atlas: knowledge/views.json, web/public/views/*.webp, web/public/atlas/body.bin.

The first and the last are always the same; the pictures are as the Chromium at hand encodes them.

    python tools/atlas/make.py [--three DIR] [--preview DIR] [--no-pictures] [--only-model]

Needs numpy, playwright and a Chromium; three.js is taken from web/node_modules.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tomllib
from pathlib import Path

from arm import build_arm
from bodies import LEFT, RIGHT_HALF, load_bust
from body_file import write_body
from compose import compose_views
from fibres import weave
from mesh import subdivide
from model import build_model
from preview import write_previews
from raster import draw
from shoot import shoot_views

ROOT = Path(__file__).resolve().parents[2]
KNOWLEDGE = ROOT / "src" / "unknot" / "knowledge"
PICTURES = ROOT / "web" / "public" / "views"
MODEL = ROOT / "web" / "public" / "atlas" / "body.bin"
BUST = Path(__file__).with_name("bust.glb")
ONLY_DRAW = ("preview", "shoot")
SOURCES = ("landmarks", "muscles", "regions", "trigger_points", "zones")


def fingerprint() -> str:
    """What the map was made from, and by what: SHA-256 over the TOML files, the bust and every module that lays it out.

    How the pictures are shaded is no part of it: no place depends on that.
    """
    digest = hashlib.sha256()
    modules = (path for path in sorted(BUST.parent.glob("*.py")) if path.stem not in ONLY_DRAW)
    for path in (*(KNOWLEDGE / f"{name}.toml" for name in SOURCES), BUST, *modules):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--three", type=Path, default=ROOT / "web" / "node_modules" / "three", help="the folder of three.js"
    )
    parser.add_argument(
        "--preview", type=Path, help="also write pictures of every view with its data over light and dark"
    )
    parser.add_argument("--no-pictures", action="store_true", help="only the data")
    parser.add_argument("--only-model", action="store_true", help="only body.bin")
    options = parser.parse_args()

    data = {name: tomllib.loads((KNOWLEDGE / f"{name}.toml").read_text("utf-8")) for name in SOURCES}
    bust, arm = load_bust(BUST), build_arm()
    pictures = {name: draw(bust, view) for name, view in RIGHT_HALF.items()}
    footprints = {muscle["id"]: weave(muscle, pictures) for muscle in data["muscles"]["muscle"]}
    size = write_body(MODEL, build_model(data, BUST, pictures, footprints, fingerprint()))
    print(f"{MODEL.name}: {size} bytes")
    if options.only_model:
        return
    views = compose_views(data, pictures, footprints, arm)
    text = json.dumps(
        {"made_from": fingerprint(), "views": views},
        sort_keys=True,
        ensure_ascii=False,
        separators=(",", ":"),
    )
    (KNOWLEDGE / "views.json").write_text(
        text.replace('"views":{', '\n"views":{').replace("},{", "},\n{") + "\n", "utf-8"
    )
    if not options.no_pictures:
        PICTURES.mkdir(parents=True, exist_ok=True)
        shoot_views(subdivide(bust), subdivide(arm), {**RIGHT_HALF, "left": LEFT}, options.three, PICTURES)
    if options.preview:
        write_previews(views, PICTURES, options.preview)


if __name__ == "__main__":
    main()
