"""Puts the service together: pages and API over one pool, one law and one clock; the same for production and tests."""

from typing import Any

import asyncpg
from litestar import Litestar, Request, Response
from litestar.datastructures import State
from litestar.di import Provide
from litestar.exceptions import HTTPException

from docket import web
from docket.api import health
from docket.api.problems import problem_response
from docket.api.router import api_router
from docket.clock import Clock
from docket.decoding import MAX_SUBMISSION_BYTES
from docket.deps import Deps
from docket.errors import DocketError
from docket.exchange import Exchange, trace_id
from docket.faults import as_docket_error
from docket.law_in_force import Laws
from docket.legislation import LoadedLaw
from docket.mail.sending import Sender
from docket.passwords import Passwords
from docket.settings import Settings


def create_app(
    settings: Settings, pool: asyncpg.Pool, law: LoadedLaw, sender: Sender | None, clock: Clock, *, passwords: Passwords | None = None
) -> Litestar:
    """
    `sender` None: no mail server is set and mails are held. Whoever made the pool opens and closes it.

    `law` is that of the legislation folder: the first pack of a register that has none yet, afterwards the draft of the next.
    """
    deps = Deps(pool=pool, law=law, clock=clock, settings=settings, passwords=passwords or Passwords(), laws=Laws(law), draft=law)
    app = Litestar(
        route_handlers=[api_router(), health.check_health, *web.routes],
        dependencies={"deps": Provide(deps.present)},
        exception_handlers={DocketError: answer_fault, HTTPException: answer_fault, Exception: answer_fault},
        request_max_body_size=MAX_SUBMISSION_BYTES,
        state=State({"deps": deps, "sender": sender}),
        # Ours are built from what the handlers declare (docket/api/openapi.py) and set by the command line (docket/logs.py).
        openapi_config=None,
        logging_config=None,
    )
    app.asgi_handler = Exchange(app.asgi_handler, https=settings.https)
    return app


def answer_fault(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    fault = as_docket_error(error)
    if request.scope["path"].startswith(("/api/", "/health")):
        return problem_response(fault, trace_id(request.scope))
    return web.error_page(request, fault)
