"""What each operation of the API declares of itself: its scope, what it reads and what it answers.

The guard, the decoding and the OpenAPI document all come from this one declaration.
"""

from typing import Any, Literal

import msgspec
from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler

from docket import access
from docket.api.keys import client_of
from docket.errors import MissingScope

PREFIX = "/api/v1"
#: Key of the declaration in the `opt` of a route handler.
DECLARED = "operation"
#: Headers of an answer that tells sentences.
TOLD = ("ETag", "Content-Language")
TOLD_AT = ("Location", *TOLD)


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """A successful answer."""

    description: str
    #: The struct of its JSON body; None = no JSON body.
    body: Any = None
    media_type: str = "application/json"
    #: Names of its headers, of openapi.RESPONSE_HEADERS.
    headers: tuple[str, ...] = ()
    example: Any = None


class Operation(msgspec.Struct, frozen=True, kw_only=True):
    operation_id: str
    tag: str
    summary: str
    description: str = ""
    #: The scope that the key of the caller must hold; anyKey = any valid key; everybody = no key at all.
    scope: access.Scope | Literal["anyKey", "everybody"]
    #: The struct of its JSON body; bytes = they are read as they come.
    body: Any = None
    body_media_type: str = "application/json"
    body_example: Any = None
    #: The struct whose fields are the query parameters.
    query: Any = None
    #: Names of the request headers that it reads, of openapi.REQUEST_HEADERS.
    headers: tuple[str, ...] = ()
    answers: dict[int, Answer]
    #: Status codes of the problems that this operation names besides the default.
    problems: tuple[int, ...] = ()


def operation(**declaration: Any) -> dict[str, Any]:
    """Keyword arguments for a Litestar route decorator."""
    declared = Operation(**declaration)
    return {
        "opt": {DECLARED: declared},
        "guards": [guard_of(declared.scope)],
        "operation_id": declared.operation_id,
    }


def guard_of(scope: str) -> Any:
    """A guard that lets a valid API key with this scope through, or answers 401 or 403."""

    async def guard(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
        if scope == "everybody":
            return
        client = await client_of(connection)
        if scope != "anyKey" and scope not in (client.scopes or ()):
            raise MissingScope(f"De API-sleutel heeft het recht {scope} niet; vraag het aan de beheerder.")

    return guard
