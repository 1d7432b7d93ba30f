"""The register of a file of every kind, made once a worker: both walks of access begin in it."""

from typing import Any

import pytest

from tests.flows import access_world


@pytest.fixture(scope="session")
async def every_kind(plant: Any) -> Any:
    return await plant(access_world.made)
