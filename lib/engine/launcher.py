"""Starts the local engine as a process of its own and ends it with the app.

Invariant: at most one engine runs for a launcher, it gets none of the app's secrets, and it ends
when the app does: its stdin is a pipe that closes then, even after a kill.
"""

from __future__ import annotations

import enum
import json
import os
import secrets
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import IO

from lib.engine.errors import EngineError
from lib.engine.names import model_name

__all__ = [
    "EngineAddress",
    "EngineError",
    "EngineLauncher",
    "EngineState",
    "EngineStatus",
    "model_name",
]

PROJECT_ROOT = Path(__file__).resolve().parent.parent.parent
START_LIMIT_S = 120.0
CLOSE_LIMIT_S = 3.0
KILLED = -9
"""Exit status of a process that somebody else ended, on Linux and macOS."""

# What a Python process needs to run; everything else stays here, keys above all.
PASSED_VARIABLES = frozenset(
    {"PATH", "PYTHONPATH", "VIRTUAL_ENV", "HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"}
    | {"SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "TMP", "TEMP", "TMPDIR"}
    | {"LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LANG", "LC_ALL", "LC_CTYPE", "XDG_CACHE_HOME"}
)


class EngineState(enum.Enum):
    """How far an engine is."""

    NOT_STARTED = "not started"
    STARTING = "starting"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class EngineStatus:
    """A state, and a sentence about it for the user."""

    state: EngineState
    sentence: str


@dataclass(frozen=True, slots=True)
class EngineAddress:
    """Where a running engine is reached."""

    base_url: str
    """For an OpenAI client, ending in `/v1`."""
    api_key: str = field(repr=False)


class EngineLauncher:
    """Starts the engine when it is first needed, and again when it has died."""

    def __init__(
        self,
        *,
        model_path: Path | None = None,
        threads: int | None = None,
        start_limit_s: float = START_LIMIT_S,
    ) -> None:
        self._arguments = ["--host", "127.0.0.1", "--port", "0"]
        if model_path is not None:
            self._arguments += ["--model", str(model_path.resolve())]
        if threads is not None:
            self._arguments += ["--threads", str(threads)]
        self._start_limit_s = start_limit_s
        self._lock = threading.Lock()
        self._engine: _EngineProcess | None = None

    @property
    def status(self) -> EngineStatus:
        """How far the engine is now."""
        with self._lock:
            engine = self._engine
        if engine is None:
            return EngineStatus(EngineState.NOT_STARTED, "The local engine has not been started.")
        return engine.status

    def ensure_started(self, progress: Callable[[str], None] = lambda _: None) -> EngineAddress:
        """Return the address of a running engine, started if need be; blocks until it is ready.

        Callers at the same time share one start; `progress` gets sentences in the caller's thread.
        Raises EngineError, whose text says why the engine does not start and what mends it.
        """
        with self._lock:
            if self._engine is not None and self._engine.has_ended:
                self._engine.close()
                self._engine = None
            if self._engine is None:
                self._engine = _EngineProcess(self._arguments, self._start_limit_s)
            engine = self._engine
        return engine.wait_until_ready(progress)

    def close(self) -> None:
        """End the engine, if one runs."""
        with self._lock:
            engine, self._engine = self._engine, None
        if engine is not None:
            engine.close()


class _EngineProcess:
    """One engine, from its start to its end."""

    def __init__(self, arguments: list[str], start_limit_s: float) -> None:
        self._api_key = secrets.token_urlsafe(32)
        self._deadline_s = monotonic() + start_limit_s
        self._start_limit_s = start_limit_s
        self._changed = threading.Condition()
        self._messages = ["Starting the local engine"]
        self._port: int | None = None
        self._is_ready = False
        self._failure: str | None = None
        self._last_words: deque[str] = deque(maxlen=12)
        try:
            self._process = subprocess.Popen(  # noqa: S603 our own module, no shell
                [sys.executable, "-m", "lib.engine", *arguments],
                cwd=PROJECT_ROOT,
                env=_environment(self._api_key),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                encoding="utf-8",
                errors="replace",
            )
        except OSError as error:
            raise EngineError(f"Cannot run {sys.executable}: {error}.") from error
        self._threads = [
            threading.Thread(target=self._read_events, daemon=True),
            threading.Thread(target=self._read_log, daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    @property
    def has_ended(self) -> bool:
        """Whether this engine is of no more use."""
        return self._failure is not None or self._process.poll() is not None

    @property
    def status(self) -> EngineStatus:
        with self._changed:
            if self._failure is not None:
                return EngineStatus(EngineState.FAILED, self._failure)
            if self._process.poll() is not None:
                return EngineStatus(EngineState.FAILED, self._describe_end())
            if self._is_ready:
                return EngineStatus(EngineState.READY, "The local engine is ready.")
            return EngineStatus(EngineState.STARTING, self._messages[-1])

    def wait_until_ready(self, progress: Callable[[str], None]) -> EngineAddress:
        num_told = 0

        def has_news() -> bool:
            return len(self._messages) > num_told or self._is_settled

        while True:
            with self._changed:
                self._changed.wait_for(has_news, max(0.0, self._deadline_s - monotonic()))
                news = self._messages[num_told:]
                settled = self._is_settled
            # Outside the lock: a callback may take its time, or end its thread by an exception.
            for message in news:
                progress(message)
            num_told += len(news)
            if settled:
                return self._address()
            if not news and monotonic() >= self._deadline_s:
                self._give_up()

    @property
    def _is_settled(self) -> bool:
        return self._is_ready or self._failure is not None

    def _address(self) -> EngineAddress:
        if self._failure is not None:
            raise EngineError(self._failure)
        return EngineAddress(f"http://127.0.0.1:{self._port}/v1", self._api_key)

    def _give_up(self) -> None:
        with self._changed:
            self._failure = self._failure or (
                f"The local engine was not ready after {self._start_limit_s:.0f} s and was stopped "
                f"(last step: {self._messages[-1]}). Close other programs."
            )
            self._changed.notify_all()
        self._process.kill()

    def close(self) -> None:
        stdin = self._process.stdin
        if stdin is not None:
            stdin.close()
        try:
            self._process.wait(CLOSE_LIMIT_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        for thread in self._threads:
            thread.join()

    def _read_events(self) -> None:
        with _opened(self._process.stdout) as lines:
            for line in lines:
                self._note(line)
        self._process.wait()
        self._threads[1].join()
        with self._changed:
            if not self._is_settled:
                self._failure = self._describe_end()
            self._changed.notify_all()

    def _note(self, line: str) -> None:
        event = json.loads(line)
        with self._changed:
            if event["event"] == "listening":
                self._port = event["port"]
            elif event["event"] == "progress":
                self._messages.append(event["message"])
            elif event["event"] == "ready":
                self._is_ready = True
            elif event["event"] == "failed":
                self._failure = event["message"]
            self._changed.notify_all()

    def _read_log(self) -> None:
        with _opened(self._process.stderr) as lines:
            for line in lines:
                self._last_words.append(line.rstrip())

    def _describe_end(self) -> str:
        status = self._process.poll()
        if status == KILLED:
            return (
                "The local engine was killed from outside, as a system does when memory runs out. "
                "Close other programs."
            )
        last_words = " ".join(self._last_words)[-600:]
        said = f"Its last words: {last_words}" if last_words else "It said nothing."
        return (
            f"The local engine ended by itself (exit status {status}). "
            f"'{Path(sys.executable).name} -m lib.engine' in {PROJECT_ROOT} shows why. {said}"
        )


def _opened(stream: IO[str] | None) -> IO[str]:
    if stream is None:
        raise ValueError("The engine was started without pipes.")
    return stream


def _environment(api_key: str) -> dict[str, str]:
    passed = {name: text for name, text in os.environ.items() if name.upper() in PASSED_VARIABLES}
    return {
        **passed,
        "PYTHONUTF8": "1",
        "PYTHONUNBUFFERED": "1",
        "ENGINE_API_KEY": api_key,
        "ENGINE_PARENT_PIPE": "1",
    }
