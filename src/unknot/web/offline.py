"""The service worker, told which files make up this version: it keeps a copy of exactly those.

See docs/decisions/0015-offline.md.
"""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import msgspec
from litestar import Response, get
from litestar.handlers import HTTPRouteHandler

from unknot.units import Value

WORKER = "worker.js"
_PAGE = "index.html"
_VERSION_LENGTH = 16


class Edition(Value, frozen=True):
    """One version of everything that the page is made of: the SHA-256 of each file by its path, and one of them all."""

    version: str
    files: Mapping[str, str]


def edition_of(static: Path, words: str) -> Edition:
    """What the folder of the built front end and the words come to, as the server gives them out.

    Hidden files are not given out; the worker itself is not part of the copy. The spoken lines are.
    """
    files = {"/words/en.ftl": sha256(words.encode()).hexdigest()}
    for file in sorted(static.rglob("*")):
        place = file.relative_to(static)
        if file.is_file() and not file.name.startswith(".") and place.as_posix() != WORKER:
            path = "/" if place.as_posix() == _PAGE else f"/{place.as_posix()}"
            files[path] = sha256(file.read_bytes()).hexdigest()
    whole = sha256((static / WORKER).read_bytes() + msgspec.json.encode(files))
    return Edition(whole.hexdigest()[:_VERSION_LENGTH], files)


def worker_route(static: Path, words: str) -> HTTPRouteHandler:
    """The route of the worker, for a built front end."""
    told = msgspec.json.encode(edition_of(static, words)).decode()
    script = f"self.UNKNOT = {told};\n{(static / WORKER).read_text(encoding='utf-8')}"

    @get(f"/{WORKER}", media_type="text/javascript", include_in_schema=False, sync_to_thread=False)
    def worker() -> Response[str]:
        return Response(script, media_type="text/javascript", headers={"cache-control": "no-cache"})

    return worker
