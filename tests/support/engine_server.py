"""A real engine server on loopback, in a thread of the test's process.

Invariant: uvicorn, the application and the scheduler are the product's; only the model is chosen.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import uvicorn

from lib.engine.base import Progress
from lib.engine.library import ModelLibrary
from lib.engine.model import Model
from lib.engine.server import create_app
from lib.engine.service import EngineService

Loader = Callable[[Progress], Model]


@contextmanager
def serve_engine(
    load: Loader,
    *,
    name: str = "stand-in",
    others: Mapping[str, Loader] | None = None,
    api_key: str | None = None,
    wait_for_model: bool = True,
) -> Iterator[tuple[str, EngineService]]:
    """Yield the server's root address and its service.

    `load` gives the model called `name`, which is loaded at start; `others` are loaded when they
    are first asked for.
    """
    service = EngineService(lambda _: ModelLibrary({name: load, **(others or {})}))
    server = uvicorn.Server(
        uvicorn.Config(
            create_app(service, api_key=api_key), log_level="error", timeout_graceful_shutdown=1
        )
    )
    listener = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    ready = threading.Event()
    service.start(on_ready=lambda _: ready.set())
    try:
        assert not wait_for_model or ready.wait(60)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}", service
    finally:
        server.should_exit = True
        thread.join()
        listener.close()
        service.close()
