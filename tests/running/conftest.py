"""A provider on loopback, and a manager that talks to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lib.providers import Timeouts
from tests.support.provider_desk import Desk, open_desk
from tests.support.provider_server import ProviderServer


@pytest.fixture(scope="package")
def server() -> Iterator[ProviderServer]:
    """Every scripted model."""
    with ProviderServer() as server:
        yield server


@pytest.fixture
def desk(server: ProviderServer) -> Iterator[Desk]:
    """A desk with ordinary patience."""
    with open_desk(server) as desk:
        yield desk


@pytest.fixture
def impatient_desk(server: ProviderServer) -> Iterator[Desk]:
    """A desk that gives a silent server up after two seconds."""
    with open_desk(server, timeouts=Timeouts(silence_s=2)) as desk:
        yield desk
