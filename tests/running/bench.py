"""What the run machinery costs: a long fast stream, and how soon a server is left after Stop.

Invariant: the provider runs in a process of its own, so its work is in no figure.
Run with `python -m tests.running.bench`.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from itertools import pairwise
from multiprocessing import get_context
from multiprocessing.connection import Connection as Pipe
from resource import RUSAGE_SELF, getrusage
from statistics import median
from time import perf_counter

from lib.providers import Connection
from lib.running import EndpointOpener, Run, RunManager
from tests.support.provider_desk import finish
from tests.support.provider_server import ProviderServer
from tests.support.run_settings import make_settings

POLL_S = 0.04
STOPS = 10


def main() -> None:
    """Print both tables."""
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    provider = context.Process(target=_serve, args=(theirs,), daemon=True)
    provider.start()
    base_url = ours.recv()
    manager = RunManager(save=lambda _: None)

    async def open_endpoint(_: Callable[[str], None]) -> Connection:
        return Connection(provider_id="compatible", base_url=base_url)

    finish(manager.start(make_settings(model="hello"), open_endpoint))
    _show("stream", "chunks", "wall s", "CPU s", "longest gap ms")
    for model in ("flood-30k", "fast-30k"):
        _measure_stream(manager, model, open_endpoint)
    _show("stop while the server", "n", "median ms", "longest ms")
    for model in ("hang-before-headers", "hang-mid-stream", "endless"):
        _measure_stop(manager, model, open_endpoint, ours)
    manager.close()
    ours.send(None)
    provider.join()


def _measure_stream(manager: RunManager, model: str, open_endpoint: EndpointOpener) -> None:
    began, cpu_began = perf_counter(), _read_cpu_s()
    run = manager.start(make_settings(model=model), open_endpoint)
    offset = 0
    # Read as the event route does, so that the reader's cost is in the figure.
    while not run.wait(POLL_S):
        offset += len(run.text_from(offset))
    wall_s, cpu_s = perf_counter() - began, _read_cpu_s() - cpu_began
    stamps = [chunk.at_s for chunk in finish(run).timing.chunks]
    gap_s = max(later - earlier for earlier, later in pairwise(stamps))
    _show(model, len(stamps), f"{wall_s:.2f}", f"{cpu_s:.2f}", f"{gap_s * 1000:.0f}")


def _measure_stop(
    manager: RunManager, model: str, open_endpoint: EndpointOpener, provider: Pipe
) -> None:
    waits_ms = []
    for _ in range(STOPS):
        provider.send("next")
        run: Run = manager.start(make_settings(model=model), open_endpoint)
        provider.recv()
        threading.Event().wait(0.1)
        began = perf_counter()
        manager.stop(run.run_id)
        # perf_counter is one clock for all processes of a machine on Linux.
        waits_ms.append((provider.recv() - began) * 1000)
        finish(run)
    _show(model, len(waits_ms), f"{median(waits_ms):.1f}", f"{max(waits_ms):.1f}")


def _serve(pipe: Pipe) -> None:
    """Serve until told to end; for every "next" tell when a request came and when it was left."""
    with ProviderServer() as server:
        pipe.send(server.base_url)
        while pipe.recv() is not None:
            server.arrived.clear()
            server.arrived.wait()
            request = server.requests[-1]
            pipe.send("arrived")
            request.left.wait()
            pipe.send(request.left_at)


def _read_cpu_s() -> float:
    usage = getrusage(RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def _show(*cells: object) -> None:
    sys.stdout.write("".join(f"{cell!s:<24}" for cell in cells) + "\n")


if __name__ == "__main__":
    main()
