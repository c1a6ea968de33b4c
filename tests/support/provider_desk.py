"""A manager at work: started runs against a scripted provider, and what was saved of them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from lib.domain import RunResult
from lib.providers import Connection
from lib.running import EndpointOpener, Run, RunManager
from tests.support.provider_server import ProviderServer
from tests.support.run_settings import make_settings

PATIENCE_S = 30.0
"""How long a test waits for what must happen; no test depends on it being short."""


class Desk:
    """A manager, the server it talks to, and what was saved."""

    def __init__(self, server: ProviderServer, **options: Any) -> None:
        self.server = server
        self.saved: list[RunResult] = []
        self.manager = RunManager(**{"save": self.saved.append, **options})

    def opener(self, **changes: Any) -> EndpointOpener:
        """Return an opener that leads to the server at once."""
        values = {"provider_id": "compatible", "base_url": self.server.base_url, **changes}

        async def open_endpoint(_: Callable[[str], None]) -> Connection:
            return Connection(**values)

        return open_endpoint

    def start(self, model: str, **changes: Any) -> Run:
        """Start a run of the scripted model."""
        return self.manager.start(make_settings(model=model, **changes), self.opener())

    def run(self, model: str, **changes: Any) -> RunResult:
        """Return the result of a whole run of the scripted model."""
        return finish(self.start(model, **changes))


def finish(run: Run) -> RunResult:
    """Wait until the run is over and saved."""
    assert run.wait(PATIENCE_S), run
    assert run.result is not None
    return run.result


def wait_for(condition: Callable[[], bool]) -> None:
    """Wait until the condition holds; a pause of a test, with patience, not a measurement."""
    pause = threading.Event()
    for _ in range(int(PATIENCE_S * 100)):
        if condition():
            return
        pause.wait(0.01)
    raise AssertionError("it never happened")


@contextmanager
def open_desk(server: ProviderServer, **options: Any) -> Iterator[Desk]:
    """A desk whose manager is closed in the end."""
    desk = Desk(server, **options)
    try:
        yield desk
    finally:
        desk.manager.close()
