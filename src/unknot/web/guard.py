"""Who may talk to the server: this machine's own page, and nobody else's.

The server listens on loopback, where any page in the browser can reach it. So a foreign Host (DNS rebinding) is
refused, and so is every request that changes something unless it carries the header that a foreign page cannot send
without a preflight, which is never answered. See docs/decisions/0002-local-server.md.
"""

from collections.abc import Mapping

import msgspec
from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

OWN_HEADER = b"x-unknot"
_SAFE_METHODS = frozenset(("GET", "HEAD"))
_SAME_SITE = (b"same-origin", b"none")

SECURITY_HEADERS: Mapping[bytes, bytes] = {
    b"content-security-policy": (
        b"default-src 'self'; media-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
        b"object-src 'none'"
    ),
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"permissions-policy": b"camera=(), microphone=(self), geolocation=(), payment=(), usb=()",
    b"referrer-policy": b"no-referrer",
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
}


class Guard:
    """Wraps the application: checks each request, and puts the security headers on each answer."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str]) -> None:
        self._app = app
        self._hosts = frozenset(host.encode() for host in hosts)
        self._origins = frozenset(b"http://" + host for host in self._hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer 403 in its place."""
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *SECURITY_HEADERS.items()]
            await send(message)

        if self._comes_from_own_page(scope["method"], dict(scope["headers"])):
            await self._app(scope, receive, send_with_headers)
        else:
            await _refuse(send_with_headers)

    def _comes_from_own_page(self, method: str, headers: Mapping[bytes, bytes]) -> bool:
        origin = headers.get(b"origin")
        return (
            headers.get(b"host") in self._hosts
            and (origin is None or origin in self._origins)
            and (method in _SAFE_METHODS or self._is_own_change(headers))
        )

    def _is_own_change(self, headers: Mapping[bytes, bytes]) -> bool:
        return OWN_HEADER in headers and headers.get(b"sec-fetch-site", _SAME_SITE[0]) in _SAME_SITE


async def _refuse(send: Send) -> None:
    body = msgspec.json.encode(
        {
            "type": "about:blank",
            "title": "Forbidden",
            "status": 403,
            "detail": "The request did not come from Unknot's own page.",
            "message": "request-from-elsewhere",
        }
    )
    await send(
        {
            "type": "http.response.start",
            "status": 403,
            "headers": [
                (b"content-type", b"application/problem+json"),
                (b"content-length", b"%d" % len(body)),
            ],
        }
    )
    await send({"type": "http.response.body", "body": body, "more_body": False})
