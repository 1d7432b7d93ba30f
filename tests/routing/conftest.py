"""What the routing tests share: the law that ships with this version."""

import pytest

from docket import legislation
from routing import Law


@pytest.fixture(scope="session")
def law() -> Law:
    return legislation.load().law
