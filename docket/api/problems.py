"""Errors of the register as RFC 9457 problems, in the types and shapes of Belgif."""

from typing import Any

import msgspec
from litestar import Response

from docket.errors import DocketError, Issue, MethodNotAllowed, RangeNotSatisfiable

MEDIA_TYPE = "application/problem+json"
_BELGIF = "urn:problem-type:belgif:"
_OURS = "urn:problem-type:havendossier:"
#: Types that Belgif defines for everybody; every other code is a type of our own.
STANDARD_CODES = frozenset(
    {
        "badRequest",
        "noAccessToken",
        "invalidAccessToken",
        "expiredAccessToken",
        "missingScope",
        "missingPermission",
        "resourceNotFound",
        "payloadTooLarge",
        "tooManyRequests",
        "internalServerError",
        "serviceUnavailable",
    }
)
#: How long a client waits before it tries again after a 503, in seconds.
RETRY_AFTER_SECONDS = 5


class ProblemIssue(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One fault in what was handed in."""

    type: str
    #: body, path, query or header.
    place: str = msgspec.field(name="in")
    #: JSON pointer within the body, or the name of the parameter.
    name: str = ""
    detail: str = ""
    #: What was handed in there, cut where it is long.
    value: str | int | float | bool | None = None


class Problem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An answer other than success: what went wrong and what to do about it."""

    type: str
    title: str
    status: int
    #: In Dutch.
    detail: str
    #: Only for faults of the service: what its log is searched for. It equals the header BelGov-Trace-Id.
    instance: str | None = None
    issues: tuple[ProblemIssue, ...] = ()


def problem_type(code: str) -> str:
    return (_BELGIF if code in STANDARD_CODES else _OURS) + code


def problem_of(error: DocketError, trace_id: str) -> Problem:
    """The body says nothing of the single request, so that two refusals of one kind are equal byte for byte."""
    return Problem(
        type=problem_type(error.code),
        title=error.title,
        status=error.status,
        detail=error.detail,
        instance=f"urn:uuid:{trace_id}" if error.status >= 500 else None,
        issues=tuple(_issue(issue) for issue in error.issues),
    )


def problem_response(error: DocketError, trace_id: str) -> Response[bytes]:
    headers: dict[str, str] = {}
    if error.status == 401:
        headers["WWW-Authenticate"] = "Bearer" if error.code == "noAccessToken" else 'Bearer error="invalid_token"'
    if error.status == 503:
        headers["Retry-After"] = str(RETRY_AFTER_SECONDS)
    if isinstance(error, MethodNotAllowed):
        headers["Allow"] = error.allow
    if isinstance(error, RangeNotSatisfiable):
        headers["Content-Range"] = f"bytes */{error.size}"
    body = msgspec.json.encode(problem_of(error, trace_id))
    return Response(body, status_code=error.status, media_type=MEDIA_TYPE, headers=headers)


def _issue(issue: Issue) -> ProblemIssue:
    return ProblemIssue(
        type=f"{_BELGIF}input-validation:{issue.type}",
        place=issue.place,
        name=issue.name,
        detail=issue.detail,
        value=_shown(issue.value),
    )


def _shown(value: Any) -> str | int | float | bool | None:
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)
