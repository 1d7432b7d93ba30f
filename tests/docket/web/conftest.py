"""People before the screens: each test says which functions they have."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack

import pytest
from litestar import Litestar

from docket.deps import Deps
from tests.docket.web.visitor import Visitor, visitor

Enter = Callable[..., Awaitable[Visitor]]


@pytest.fixture
async def enter(app: Litestar, deps: Deps) -> AsyncIterator[Enter]:
    """`await enter("clerk", office=...)` is a browser of a signed-in user with these functions."""
    async with AsyncExitStack() as stack:

        async def entered(*roles: str, office: str | None = "antwerpPort", court: str | None = None) -> Visitor:
            return await stack.enter_async_context(visitor(app, deps, *roles or ("clerk",), office=office, court=court))

        yield entered
