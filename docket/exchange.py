"""What every exchange over HTTP has: a trace id, security headers, conditional answers and one line in the access log."""

import re
import time
import uuid
from typing import Any

import structlog
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

TRACE_HEADER = b"belgov-trace-id"
_TRACE_STATE = "trace_id"
_GIVEN_TRACE = re.compile(rb"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
CONTENT_SECURITY_POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
SECURITY_HEADERS = {
    "content-security-policy": CONTENT_SECURITY_POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
ONE_YEAR_SECONDS = 365 * 24 * 3600
#: Of a 200: what a 304 says again.
_KEPT_ON_304 = frozenset({b"etag", b"cache-control", b"content-location", b"expires", b"vary", TRACE_HEADER})

log = structlog.get_logger("docket.access")


def trace_id(scope: Scope) -> str:
    """The id of this request in the log: the caller's BelGov-Trace-Id where that is a UUID, else a new one."""
    state: Any = scope["state"]
    if _TRACE_STATE not in state:
        given = next((value for name, value in scope["headers"] if name == TRACE_HEADER), b"")
        state[_TRACE_STATE] = given.decode() if _GIVEN_TRACE.fullmatch(given) else str(uuid.uuid4())
    return state[_TRACE_STATE]


class Exchange:
    """Stands around the whole application, so that an unknown address and a failure get the same as a page."""

    def __init__(self, app: ASGIApp, *, https: bool) -> None:
        self.app = app
        given = SECURITY_HEADERS | ({"strict-transport-security": f"max-age={ONE_YEAR_SECONDS}"} if https else {})
        self.headers = [(name.encode(), value.encode()) for name, value in given.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began = time.perf_counter()
        sending = _Sending(scope, send, self.headers)
        trace = trace_id(scope)
        # HEAD is the answer to GET without its body.
        asked: Any = scope | {"method": "GET"} if scope["method"] == "HEAD" else scope
        try:
            with structlog.contextvars.bound_contextvars(trace_id=trace):
                await self.app(asked, receive, sending)
        finally:
            # The template of the route, not the path: an address may hold anything, a name too.
            log.info(
                "request",
                method=scope["method"],
                route=asked.get("path_template") or "-",
                status=sending.status,
                ms=round((time.perf_counter() - began) * 1000, 1),
                account=scope["state"].get("account"),
                trace_id=trace,
            )


class _Sending:
    """Passes the answer on; turns a 200 that the caller has already into a 304."""

    def __init__(self, scope: HTTPScope, send: Send, headers: list[tuple[bytes, bytes]]) -> None:
        self.scope = scope
        self.send = send
        self.headers = headers
        self.status: int | None = None
        self.without_body = scope["method"] == "HEAD"

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            await self.send(self.start(dict(message)))
        elif not (self.without_body and message["type"] == "http.response.body"):
            await self.send(message)
        elif not message.get("more_body"):
            await self.send({"type": "http.response.body", "body": b"", "more_body": False})

    def start(self, message: Any) -> Any:
        headers = [(name.lower(), value) for name, value in message["headers"]]
        given = dict(headers)
        if message["status"] == 200 and self.scope["method"] in ("GET", "HEAD") and self._matches(given.get(b"etag")):
            self.without_body = True
            message["status"] = 304
            headers = [(name, value) for name, value in headers if name in _KEPT_ON_304]
        headers += [(name, value) for name, value in self.headers if name not in given]
        headers.append((TRACE_HEADER, trace_id(self.scope).encode()))
        if b"cache-control" not in given:
            headers.append((b"cache-control", b"private, no-cache" if b"etag" in given else b"no-store"))
        self.status = message["status"]
        return message | {"headers": headers}

    def _matches(self, tag: bytes | None) -> bool:
        if tag is None:
            return False
        asked = b",".join(value for name, value in self.scope["headers"] if name == b"if-none-match")
        tags = [each.strip().removeprefix(b"W/") for each in asked.split(b",")]
        return asked.strip() == b"*" or tag.removeprefix(b"W/") in tags
