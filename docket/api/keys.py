"""Who calls the API: the client that an API key stands for; browser sessions open nothing here."""

from typing import Any

from litestar.connection import ASGIConnection

from docket.access import Actor
from docket.errors import InvalidKey, NotSignedIn
from docket.store import accounts

_STATE_KEY = "api_client"


async def client_of(connection: ASGIConnection[Any, Any, Any, Any]) -> Actor:
    """Looks the key up once per request."""
    if (known := connection.scope["state"].get(_STATE_KEY)) is not None:
        return known
    kind, _, key = connection.headers.get("authorization", "").partition(" ")
    if kind.lower() != "bearer" or not key:
        raise NotSignedIn
    deps = connection.app.state.deps
    actor = await accounts.actor_of_key(deps.pool, key.strip(), deps.clock.now())
    if actor is None or actor.scopes is None:
        raise InvalidKey
    connection.scope["state"][_STATE_KEY] = actor
    connection.scope["state"]["account"] = actor.code
    return actor
