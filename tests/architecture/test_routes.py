"""Every route is guarded; those that let everybody in are listed here, each with its reason."""

from collections.abc import Iterator
from typing import Any

import pytest
from litestar import Litestar
from litestar.handlers import HTTPRouteHandler

from docket.api.operations import DECLARED, PREFIX
from docket.web.visit import ANYBODY, NEEDS, admit

#: What anybody may ask, with a key or a session or neither.
OPEN = {
    "GET /health": "load balancers ask it; it says UP, DEGRADED or DOWN and nothing else",
    "GET /api/v1/health": "the same under the address that Belgif gives it",
    "GET /api/v1/doc": "the description of the API holds no data",
    "GET /api/v1/doc/openapi.json": "the description of the API holds no data",
    "GET /api/v1/doc/start.js": "a script without data",
    "GET /api/v1/doc/{name}": "four files of Swagger UI",
    "GET /static/{version}/{name}": "stylesheet, scripts and pictures without data",
    "GET /aanmelden": "whoever signs in is not signed in yet",
    "POST /aanmelden": "whoever signs in is not signed in yet; guarded by a token and by counting attempts",
    "GET /agenda/{token}/zittingen.ics": "a calendar program has no session; the address is the secret and reads what its account may",
    "GET /v/{token}": "the service that is asked has no account; the address is the secret, ends by itself and opens one question",
    "POST /v/{token}": "the same; guarded by a token of the form and by counting tries",
    "GET /favicon.ico": "a picture",
}


@pytest.fixture
def handlers(app: Litestar) -> list[tuple[str, HTTPRouteHandler]]:
    return [
        (f"{method} {route.path_format}", handler)
        for route in app.routes
        for handler in getattr(route, "route_handlers", ())
        for method in sorted(handler.http_methods - {"OPTIONS", "HEAD"})
    ]


def test_every_route_is_guarded_or_listed_as_open(handlers: list[tuple[str, HTTPRouteHandler]]) -> None:
    open_to_all = {name for name, handler in handlers if not _is_guarded(handler)}

    assert open_to_all - OPEN.keys() == set(), "guard these routes, or list them with the reason"
    assert OPEN.keys() - open_to_all - {"GET /favicon.ico"} == set(), "these are guarded, or gone: take them off the list"


#: Acts on a file that keep their key with what they write.
WITH_A_KEY_OF_THEIR_OWN = {"addReport", "setHearing", "moveHearing", "cancelHearing"}
#: Posts that write no entry of one file, or that cannot be done twice, each with its reason.
WITHOUT_A_KEY = {
    "previewRouting": "writes nothing",
    "simulateLaw": "writes no file; one runs at a time",
    "addChamber": "writes no file; a second one of the same name is refused",
    "keepSitting": "writes no file; the same again changes nothing",
    "addFeed": "writes no file; its answer holds a secret that is shown once and kept nowhere",
    "revokeFeed": "writes no file; the same again changes nothing",
    "closeMailTask": "names one task, and a closed one is refused",
    "registerCase": "keeps its key with its submission",
    "repeatBulkRun": "what waits already is not asked again",
}


def test_every_post_that_writes_an_entry_takes_an_idempotency_key_or_is_listed_with_why_not(
    handlers: list[tuple[str, HTTPRouteHandler]],
) -> None:
    posts = {
        handler.opt[DECLARED].operation_id: handler for name, handler in handlers if name.startswith("POST ") and DECLARED in handler.opt
    }
    takes = {operation for operation, handler in posts.items() if getattr(handler.fn, "takes_a_key", False)}

    assert set(posts) - takes - WITH_A_KEY_OF_THEIR_OWN == WITHOUT_A_KEY.keys(), "decorate it with docket.api.once, or list it with why not"
    assert {operation for operation in posts if "Idempotency-Key" in posts[operation].opt[DECLARED].headers} == takes | (
        WITH_A_KEY_OF_THEIR_OWN | {"registerCase"}
    )
    of_files = {handler.opt[DECLARED].operation_id for name, handler in handlers if name.startswith(f"POST {PREFIX}/cases/{{caseNumber}}/")}
    assert of_files == (takes | WITH_A_KEY_OF_THEIR_OWN) - {"startBulkRun"}, "an act on a file always takes a key"


def test_every_page_says_whom_it_lets_in(handlers: list[tuple[str, HTTPRouteHandler]]) -> None:
    pages = [(name, handler) for name, handler in handlers if not name.partition(" ")[2].startswith((PREFIX, "/health"))]

    assert pages
    assert [name for name, handler in pages if NEEDS not in handler.opt] == []
    assert [name for name, handler in pages if admit not in list(_guards(handler))] == []


def test_every_operation_of_the_api_asks_for_a_key(handlers: list[tuple[str, HTTPRouteHandler]]) -> None:
    operations = [(name, handler) for name, handler in handlers if DECLARED in handler.opt and name not in OPEN]

    assert len(operations) > 20
    assert [name for name, handler in operations if handler.opt[DECLARED].scope == "everybody" or not list(_guards(handler))] == []


def _is_guarded(handler: HTTPRouteHandler) -> bool:
    if DECLARED in handler.opt:
        return handler.opt[DECLARED].scope != "everybody"
    return handler.opt.get(NEEDS, ANYBODY) != ANYBODY and admit in list(_guards(handler))


def _guards(handler: HTTPRouteHandler) -> Iterator[Any]:
    for layer in handler.ownership_layers:
        yield from layer.guards or ()
