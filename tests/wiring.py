"""The service as `create_app` puts it together for each test, while Litestar registers the five hundred addresses once a run."""

import functools
from typing import Any
from unittest import mock

from litestar import Litestar

import docket.app

#: What `create_app` hands over that differs from one test to the next; the rest is the same code.
OF_THE_TEST = ("dependencies", "state")


class Wiring:
    """Registering takes most of a second, and nothing of it depends on the database, the law or the clock of a test."""

    def __init__(self) -> None:
        self._app: Litestar | None = None
        self._bare: Any = None
        self._registered: dict[str, Any] = {}
        self._router = functools.cache(docket.app.api_router)

    def create_app(self, *args: Any, **named: Any) -> Litestar:
        """`docket.app.create_app`, on the addresses that are registered already. One application at a time."""
        with mock.patch.multiple(docket.app, Litestar=self._litestar, api_router=self._router):
            return docket.app.create_app(*args, **named)

    def _litestar(self, *, route_handlers: Any, **given: Any) -> Litestar:
        always = {name: value for name, value in given.items() if name not in OF_THE_TEST}
        if self._app is None:
            self._app = Litestar(route_handlers=route_handlers, **given)
            self._bare, self._registered = self._app.asgi_handler, always
        else:
            assert always == self._registered, "create_app wires something by the test that OF_THE_TEST does not name"
            assert given["dependencies"].keys() == self._app.dependencies.keys()
            for name, provide in given["dependencies"].items():
                self._app.dependencies[name].dependency = provide.dependency
            self._app.state = given["state"]
            self._app.asgi_handler = self._bare
        return self._app
