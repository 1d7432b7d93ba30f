"""What the routing tests share: the real law, and the reviewed rows."""

import pytest
from docket import legislation

from routing import Law


@pytest.fixture(scope="session")
def law() -> Law:
    return legislation.load().law
