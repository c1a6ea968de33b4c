"""The models that one engine serves: a base, and where there is an adapter the two together.

Invariant: each is loaded at most once, the first at start and the others when they are first asked
for; every file has been accepted before the engine says that it is ready.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Literal, TypeAlias

from lib.engine.base import Base, Progress
from lib.engine.bundled import find_adapter
from lib.engine.lora import Adapter, read_adapter
from lib.engine.model import Model, ignore, make_model, open_model_file, read_adapter_file

AdapterChoice: TypeAlias = Path | Literal["bundled", "none"]

LoadState: TypeAlias = Literal["ready", "loading", "waits for its first request"]


class ModelLibrary:
    """Models by the name that requests give; the first is the one that is loaded at start."""

    def __init__(self, loaders: Mapping[str, Callable[[Progress], Model]]) -> None:
        self._loaders = dict(loaders)
        self._models: dict[str, Model] = {}
        self._loading: str | None = None
        self._lock = threading.Lock()

    @property
    def names(self) -> tuple[str, ...]:
        """What requests may ask for."""
        return tuple(self._loaders)

    @property
    def states(self) -> dict[str, LoadState]:
        """How far each model is."""
        return {name: self._state(name) for name in self._loaders}

    def load(self, name: str, progress: Progress = ignore) -> Model:
        """Return the model of that name, loading it first if need be: seconds, in this thread.

        Raises KeyError for an unknown name, EngineError when the model cannot be loaded.
        """
        model = self._models.get(name)
        if model is not None:
            return model
        with self._lock:
            if name not in self._models:
                self._loading = name
                try:
                    self._models[name] = self._loaders[name](progress)
                finally:
                    self._loading = None
            return self._models[name]

    def _state(self, name: str) -> LoadState:
        if name in self._models:
            return "ready"
        return "loading" if name == self._loading else "waits for its first request"


def open_library(
    model_path: Path | None = None,
    adapter: AdapterChoice = "bundled",
    *,
    threads: int | None = None,
    progress: Progress = ignore,
) -> ModelLibrary:
    """Read and check the files; no model is loaded yet. For the options see `load_model`.

    `model_path` is `None` for the bundled model, the only one that the bundled adapter is for.
    Raises `ModelFileError` with the remedy when a file cannot be used.
    """
    base = open_model_file(model_path, threads=threads, progress=progress)
    read = _read_adapter(base, adapter, is_bundled=model_path is None)
    loaders = {base.name: partial(make_model, base, None, threads)}
    if read is not None:
        if read.name == base.name:
            raise read.file.fault(f"both it and the model would be called {base.name!r}")
        # First, so loaded at start: an adapter is given because it is wanted.
        loaders = {read.name: partial(make_model, base, read, threads), **loaders}
    return ModelLibrary(loaders)


def _read_adapter(base: Base, choice: AdapterChoice, *, is_bundled: bool) -> Adapter | None:
    if isinstance(choice, Path):
        return read_adapter_file(choice, base)
    found = find_adapter() if is_bundled and choice == "bundled" else None
    if found is None:
        return None
    origin, sha256 = found
    return read_adapter(origin, base.gguf, base.architecture, sha256)
