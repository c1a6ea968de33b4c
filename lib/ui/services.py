"""What all sessions of one server share, opened once. Invariant: holds no user's text or key."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import gc
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from lib.engine.launcher import EngineError, EngineLauncher, model_name
from lib.errors import EngineStartError
from lib.providers import Connection, Timeouts
from lib.running import Run, RunManager
from lib.settings import AppSettings, load_settings
from lib.storage import RunRepository, open_repository

LOCAL = "local"


@dataclass(slots=True)
class Services:
    """The run manager, the database, the local engine, the host's settings."""

    settings: AppSettings
    repository: RunRepository
    manager: RunManager
    launcher: EngineLauncher
    routes_are_mounted: bool = False
    """False where Streamlit runs without our routes: then pages poll instead of streaming."""
    closers: list[Callable[[], None]] = field(default_factory=list)
    """Called before everything else is closed, by those who start runs in the background."""
    _is_warming: bool = False

    def close(self) -> None:
        """Stop runs and the engine."""
        for close in self.closers:
            close()
        self.manager.close()
        self.launcher.close()

    def find_run(self, run_id: str) -> Run | None:
        """Return a run; a stored one is brought back from the database. Raises StorageError."""
        run = self.manager.find(run_id)
        if run is None:
            result = self.repository.get(run_id)
            run = self.manager.adopt(result) if result else None
        return run

    def starts_engine_for(self, provider_id: str) -> bool:
        """Whether runs of this provider go to an engine that this app starts itself."""
        return provider_id == LOCAL and not self.settings.local_engine_url

    def find_engine_model(self) -> str | None:
        """Return what our engine calls the host's own model file; None for the bundled one."""
        path = self.settings.local_model_path
        return model_name(path) if path else None

    def warm_up(self, provider_id: str) -> None:
        """Start the local engine in the background when the chosen provider will need it.

        A failure is told by the first run, which tries again.
        """
        if self.starts_engine_for(provider_id) and not self._is_warming:
            self._is_warming = True
            threading.Thread(target=self._start_engine, name="engine-start", daemon=True).start()

    def _start_engine(self) -> None:
        with contextlib.suppress(EngineError):
            self.launcher.ensure_started()

    async def open_local_engine(self, progress: Callable[[str], None]) -> Connection:
        """Start the local engine if needed and return its address."""
        try:
            address = await asyncio.to_thread(self.launcher.ensure_started, progress)
        except EngineError as error:
            raise EngineStartError(f"{error}{self._explain_model_path()}") from error
        return Connection(provider_id=LOCAL, base_url=address.base_url, api_key=address.api_key)

    def _explain_model_path(self) -> str:
        if self.settings.local_model_path is None:
            return ""
        return (
            " LOCAL_MODEL_PATH names this file: correct it in .env, or remove it to use the "
            "bundled model, then start the app again with: make run"
        )


@functools.cache
def open_services() -> Services:
    """Return the services of this process; the first call opens them.

    Raises SettingsError or StorageError with a text for the user.
    """
    settings = load_settings()
    repository = open_repository(settings.database_url)
    return Services(
        settings=settings,
        repository=repository,
        manager=RunManager(
            save=repository.save,
            timeouts=Timeouts(silence_s=settings.silence_timeout_s, total_s=settings.deadline_s),
        ),
        launcher=EngineLauncher(model_path=settings.local_model_path),
    )


@functools.cache
def exempt_imports_from_collection() -> None:
    """Take what is imported by now out of the garbage collector's sight; once a process.

    A full collection went through half a million such objects and stopped every thread for 0.2 s,
    most often at the end of a long answer, when much is allocated.
    """
    gc.collect()
    gc.freeze()
