"""Where the headless command sends its requests: the host's settings, or an engine of its own.

Invariant: as in the app, the local engine is started when it is first needed, and ends with us.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from lib.engine.launcher import EngineError, EngineLauncher
from lib.errors import EngineStartError
from lib.providers import Connection, resolve_connection
from lib.running import EndpointOpener
from lib.settings import AppSettings

LOCAL = "local"


class Endpoints:
    """Opens providers by their ids; close it in the end."""

    def __init__(self, settings: AppSettings) -> None:
        self._settings = settings
        self._launcher = EngineLauncher(model_path=settings.local_model_path)

    def choose(self, provider_id: str) -> EndpointOpener:
        """Return what opens the provider inside a run, so that its failure is the run's."""
        if provider_id == LOCAL and not self._settings.local_engine_url:
            return self._open_engine

        async def open_connection(_: Callable[[str], None]) -> Connection:
            return resolve_connection(provider_id, self._settings, {})

        return open_connection

    async def _open_engine(self, progress: Callable[[str], None]) -> Connection:
        try:
            address = await asyncio.to_thread(self._launcher.ensure_started, progress)
        except EngineError as error:
            raise EngineStartError(str(error)) from error
        return Connection(provider_id=LOCAL, base_url=address.base_url, api_key=address.api_key)

    def close(self) -> None:
        """End the engine, if one was started."""
        self._launcher.close()
