"""The law that ships with this version, and its files."""

import pytest

from docket import legislation
from routing import Law


@pytest.fixture(scope="session")
def law() -> Law:
    return legislation.load().law


@pytest.fixture
def files() -> dict[str, bytes]:
    """A copy that a test may spoil."""
    return dict(legislation.read_files())
