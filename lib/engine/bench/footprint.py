"""`python -m lib.engine.bench.footprint`: how soon the engine is ready, how much memory it takes.

Invariant: what is measured is the real server in a process of its own, from outside: time from its
start to the line that says it listens, memory as the system counts it (all resident pages, those of
files too, in millions of bytes; a peak is the kernel's own, so nothing passes unseen).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

REQUESTS = 4
PROMPT_TOKENS = 2000
ANSWER_TOKENS = 64
READY_LINE = "listens on http://127.0.0.1:"
PROMPT_START_S = 0.5
"""By then the four are being worked off, and the other model may be asked for."""
TIMEOUT_S = 600

READY_LIMIT_S = 4.0
MEMORY_LIMIT_MB = 900


@dataclass(frozen=True, slots=True)
class Server:
    """A running engine."""

    pid: int
    port: int
    ready_s: float
    """From the start of its process until it listened and had its first model."""

    @property
    def models(self) -> list[str]:
        """What it serves; the first is loaded."""
        return [one["id"] for one in self._send("GET", "models")["data"]]

    def ask(self, model: str, number: int) -> int:
        """Send a prompt of about PROMPT_TOKENS that no other begins like; return its true size."""
        body: dict[str, Any] = {
            "model": model,
            "messages": [{"role": "user", "content": f"{number}" + " a" * (PROMPT_TOKENS - 40)}],
            "max_tokens": ANSWER_TOKENS,
            "temperature": 0,
        }
        return int(self._send("POST", "chat/completions", body)["usage"]["prompt_tokens"])

    def _send(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT_S)
        try:
            text = None if body is None else json.dumps(body)
            connection.request(method, f"/v1/{path}", text, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            if answer.status != HTTPStatus.OK:
                raise RuntimeError(f"The engine answered {answer.status}: {answer.read()[:500]!r}")
            return json.load(answer)
        finally:
            connection.close()


@contextmanager
def start_server(arguments: Sequence[str] = ()) -> Iterator[Server]:
    """Start `python -m lib.engine` on a free port and wait until it is ready."""
    start_s = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 our own module, no shell
        [sys.executable, "-m", "lib.engine", "--port", "0", *arguments],
        stderr=subprocess.PIPE,
        text=True,
        env={name: text for name, text in os.environ.items() if name != "ENGINE_API_KEY"},
    )
    try:
        if process.stderr is None:
            raise ValueError("The engine was started without a pipe.")
        with process.stderr as lines:
            line = next((one for one in lines if READY_LINE in one), None)
            if line is None:
                raise RuntimeError(f"The engine has ended with status {process.wait()}.")
            ready_s = time.perf_counter() - start_s
            yield Server(process.pid, int(line.split(READY_LINE)[1].split("/")[0]), ready_s)
    finally:
        process.terminate()
        process.wait()


def measure_start(starts: int, arguments: Sequence[str]) -> None:
    """Print how long each of some starts took; the file is in the system's memory by the second."""
    seconds = []
    for _ in range(starts):
        with start_server(arguments) as server:
            seconds.append(server.ready_s)
    each = ", ".join(f"{one:.2f}" for one in seconds)
    print(f"start: ready to answer after {each} s (goal from warm disk: {READY_LIMIT_S:.0f} s)")


def measure_memory(arguments: Sequence[str]) -> None:
    """Print the resident memory when ready, and the peaks under load with one model and two."""
    with start_server(arguments) as server:
        if not _status_file(server.pid).exists():
            print("memory: not measured, only Linux tells it")
            return
        first, *others = server.models
        print(f"memory: ready {_memory_mb(server.pid)[0]:.0f} MB")
        sizes = _ask_all(server, first, 0)
        load = f"{REQUESTS} requests of {min(sizes):,} tokens"
        _print_peak(server, f"with {load} to {first}")
        for number, other in enumerate(others, start=1):
            with ThreadPoolExecutor(1) as pool:
                running = pool.submit(_ask_all, server, first, 2 * number * REQUESTS)
                time.sleep(PROMPT_START_S)  # they are to be in flight while the other loads
                _ask_all(server, other, (2 * number + 1) * REQUESTS)
                running.result()
            _print_peak(server, f"with {load} to each, {other} loaded while they ran")


def _ask_all(server: Server, model: str, first_number: int) -> list[int]:
    """Send REQUESTS at the same time; return the sizes of their prompts, in tokens."""
    with ThreadPoolExecutor(REQUESTS) as pool:
        numbers = range(first_number, first_number + REQUESTS)
        return list(pool.map(lambda number: server.ask(model, number), numbers))


def _print_peak(server: Server, condition: str) -> None:
    now, peak = _memory_mb(server.pid)
    print(f"memory: {condition}: peak {peak:.0f} MB, then {now:.0f} MB (goal {MEMORY_LIMIT_MB} MB)")


def _status_file(pid: int) -> Path:
    return Path(f"/proc/{pid}/status")


def _memory_mb(pid: int) -> tuple[float, float]:
    """Resident memory of a process: now, and the most that there ever was."""
    status = _status_file(pid).read_text(encoding="utf-8")
    now, peak = (status.partition(f"{name}:")[2].split()[0] for name in ("VmRSS", "VmHWM"))
    return int(now) * 1024 / 1e6, int(peak) * 1024 / 1e6


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; what is not known here is passed on to the engine."""
    parser = argparse.ArgumentParser(
        prog="python -m lib.engine.bench.footprint",
        description="How soon the engine is ready and how much memory it takes. Other arguments "
        "(--model, --adapter, --threads) go to the engine.",
    )
    parser.add_argument("--starts", type=int, default=3, help="how often it is started")
    options, passed_on = parser.parse_known_args(arguments)
    measure_start(options.starts, passed_on)
    measure_memory(passed_on)
    return 0


if __name__ == "__main__":
    sys.exit(main())
