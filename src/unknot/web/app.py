"""The web application: routes, errors, static files, and the guard around them."""

from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from litestar import Litestar, MediaType, Response, Router, get
from litestar.datastructures import CacheControlHeader
from litestar.di import Provide
from litestar.handlers import HTTPRouteHandler
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.static_files import create_static_files_router
from litestar.types import ASGIApp

from unknot.web import checking_in, handing_over, keeping, measuring, sessions, sharing
from unknot.web.casebook import Casebook
from unknot.web.guard import Guard
from unknot.web.offline import WORKER, worker_route
from unknot.web.problems import EXCEPTION_HANDLERS
from unknot.words import fluent_text

_LARGEST_EXPORT = 200_000_000


def create_app(casebook: Casebook, hosts: frozenset[str]) -> ASGIApp:
    """The application for one casebook, answering only requests to one of `hosts` (name and port)."""

    async def give_casebook() -> Casebook:
        return casebook

    api = Router(
        "/api",
        route_handlers=[
            *checking_in.ROUTES,
            *sessions.ROUTES,
            *measuring.ROUTES,
            *handing_over.ROUTES,
            *keeping.ROUTES,
            *sharing.ROUTES,
        ],
        dependencies={"casebook": Provide(give_casebook)},
        response_headers={"cache-control": "no-store"},
    )
    app = Litestar(
        route_handlers=[api, words, *_front_end()],
        exception_handlers=EXCEPTION_HANDLERS,
        request_max_body_size=_LARGEST_EXPORT,
        openapi_config=OpenAPIConfig(
            title="Unknot",
            version=version("unknot"),
            description="From a neck pain to a safe self-massage session, on this machine alone.",
            path="/schema",
            use_handler_docstrings=True,
            render_plugins=[JsonRenderPlugin()],
        ),
        debug=False,
    )
    return Guard(app, hosts)


@get("/words/en.ftl", media_type=MediaType.TEXT, include_in_schema=True)
async def words() -> Response[str]:
    """All wording, in Fluent."""
    return Response(fluent_text(), media_type=MediaType.TEXT, headers={"cache-control": "no-cache"})


def _front_end() -> list[Router | HTTPRouteHandler]:
    """The built front end, when it is there."""
    static = Path(str(files("unknot.web"))) / "static"
    if not static.is_dir():
        return []
    pages = create_static_files_router(
        path="/",
        directories=[static],
        html_mode=True,
        include_in_schema=False,
        cache_control=CacheControlHeader(no_cache=True),  # without it a browser guesses, and shows an older page
    )
    return [pages, worker_route(static, fluent_text())] if (static / WORKER).is_file() else [pages]
