"""Errors as problem+json: what is wrong, where, and the id of the sentence that says what to do."""

import re
from http import HTTPStatus
from typing import TypeAlias

from litestar import Request, Response
from litestar.datastructures import State
from litestar.exceptions import HTTPException, ValidationException
from litestar.types import ExceptionHandlersMap

from unknot.errors import InputError, StorageError
from unknot.units import Value
from unknot.words import is_said, say

_CONFLICTS = frozenset(
    (
        "event-id-taken",
        "plan-needs-fresh-check-in",
        "plan-refused",
        "session-is-over",
        "outcome-without-session",
        "plan-before-guidance",
        "guidance-known",
        "guidance-older",
        "guidance-other-key",
        "guidance-not-compared",
        "guidance-not-followed",
    )
)
_NOT_FOUND = frozenset(("input-no-such-plan", "input-no-such-event"))
_OF_STATUS = {
    HTTPStatus.NOT_FOUND: "request-not-found",
    HTTPStatus.METHOD_NOT_ALLOWED: "request-wrong-method",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "request-too-large",
}
AnyRequest: TypeAlias = Request[object, object, State]
_PROBLEM_JSON = "application/problem+json"
_BODY = "data"  # what Litestar calls it
_NOTHING_SENT = "'data'"  # and what it says when there is none
_FIELD_NAMED = re.compile("(?:missing required|contains unknown) field `([^`]+)`")


class Problem(Value, frozen=True, omit_defaults=True):
    """An error answer (RFC 9457). `message` is a Fluent id, said with `details`."""

    title: str
    status: int
    detail: str
    message: str
    type: str = "about:blank"
    field: str | None = None
    details: dict[str, str | int] = {}


def _answer(status: HTTPStatus, message: str, field: str | None, details: dict[str, str | int]) -> Response[Problem]:
    detail = say(message, **details) if is_said(message) else message
    problem = Problem(status.phrase, status, detail, message, field=field, details=details)
    return Response(problem, status_code=status, media_type=_PROBLEM_JSON)


def _input(_: AnyRequest, error: InputError) -> Response[Problem]:
    return _answer(_status_of(error), error.message, error.field, error.details)


def _status_of(error: InputError) -> HTTPStatus:
    if error.message in _CONFLICTS:
        return HTTPStatus.CONFLICT
    return HTTPStatus.NOT_FOUND if error.message in _NOT_FOUND else HTTPStatus.BAD_REQUEST


def _storage(_: AnyRequest, error: StorageError) -> Response[Problem]:
    status = HTTPStatus.INSUFFICIENT_STORAGE if error.message == "store-disk-full" else HTTPStatus.SERVICE_UNAVAILABLE
    return _answer(status, error.message, None, {**error.details})


def _invalid(_: AnyRequest, error: ValidationException) -> Response[Problem]:
    """What does not fit the route's types: the field as Litestar names it, and msgspec's words for why."""
    first = error.extra[0] if isinstance(error.extra, list) and error.extra else {}
    reason, place = str(first.get("message", error.detail)), str(first.get("key", _BODY))
    if reason == _NOTHING_SENT:
        return _not_json("nothing was sent")
    named = _FIELD_NAMED.search(reason)
    parts = ("" if place == _BODY else place, named[1] if named else "")
    field = ".".join(part for part in parts if part) or "body"
    return _answer(HTTPStatus.BAD_REQUEST, "input-not-valid", field, {"field": field, "reason": reason})


def _not_json(reason: str) -> Response[Problem]:
    return _answer(HTTPStatus.BAD_REQUEST, "input-not-json", "body", {"reason": reason})


def _unreadable(_: AnyRequest, error: Exception) -> Response[Problem]:
    """What msgspec cannot read in ways that Litestar does not expect: not UTF-8, or nested without end."""
    return _not_json(str(error))


def _http(request: AnyRequest, error: HTTPException) -> Response[Problem]:
    if isinstance(error, ValidationException):
        return _invalid(request, error)
    status = HTTPStatus(error.status_code)
    if status is HTTPStatus.BAD_REQUEST:
        return _not_json(error.detail)
    return _answer(status, _OF_STATUS.get(status, "problem-unspecific"), None, {})


def _unexpected(request: AnyRequest, error: Exception) -> Response[Problem]:
    request.logger.error("unexpected error", exc_info=error)
    return _answer(HTTPStatus.INTERNAL_SERVER_ERROR, "problem-unspecific", None, {})


EXCEPTION_HANDLERS: ExceptionHandlersMap = {
    InputError: _input,
    StorageError: _storage,
    ValidationException: _invalid,
    HTTPException: _http,
    UnicodeDecodeError: _unreadable,
    RecursionError: _unreadable,
    Exception: _unexpected,
}
"""Which answer each error gets, everywhere."""
