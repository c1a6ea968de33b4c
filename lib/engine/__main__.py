"""`python -m lib.engine`: the local engine alone, for any OpenAI client.

Invariant: one line on stderr says where it listens, once every file has passed its checks; a file
that cannot be used ends it with a sentence and exit status 2. Started by the app
(ENGINE_PARENT_PIPE=1) it reports its progress as JSON lines on stdout and ends when its stdin does,
which is when its parent ends, however that came about.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import socket
import sys
import threading
from functools import partial
from pathlib import Path

import uvicorn

from lib.engine.cost_measurement import measure_costs
from lib.engine.errors import EngineError
from lib.engine.forward_costs import find_costs_file
from lib.engine.library import AdapterChoice, open_library
from lib.engine.model import Model
from lib.engine.runtime import MAX_DEFAULT_THREADS
from lib.engine.server import create_app
from lib.engine.service import EngineService

EXIT_UNUSABLE = 2
SHUTDOWN_S = 2


def main(arguments: list[str] | None = None) -> int:
    """Serve until interrupted; return the exit status."""
    options = _parse(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    has_parent = os.environ.get("ENGINE_PARENT_PIPE") == "1"
    try:
        listener = socket.create_server((options.host, options.port))
    except OSError as error:
        _say(f"Cannot listen on {options.host}:{options.port}: {error}. Choose another --port.")
        return EXIT_UNUSABLE
    port = listener.getsockname()[1]
    service = EngineService(
        lambda progress: open_library(
            options.model,
            options.adapter or "bundled",
            threads=options.threads,
            progress=progress,
        ),
        work_when_idle=partial(measure_costs, file=find_costs_file(os.environ)),
    )
    server = uvicorn.Server(
        uvicorn.Config(
            create_app(service, api_key=os.environ.get("ENGINE_API_KEY") or None),
            log_level="warning",
            timeout_graceful_shutdown=SHUTDOWN_S,
        )
    )
    failures: list[EngineError] = []

    def report(event: str, **facts: object) -> None:
        if has_parent:
            sys.stdout.write(json.dumps({"event": event, **facts}) + "\n")
            sys.stdout.flush()

    def announce(model: Model) -> None:
        names = " and ".join(service.library.names)
        _say(f"The local engine listens on http://{options.host}:{port}/v1 and serves {names}")
        report("ready", model=model.name)

    def fail(error: EngineError) -> None:
        failures.append(error)
        report("failed", message=str(error))
        server.should_exit = True

    if has_parent:
        threading.Thread(target=_end_with_parent, daemon=True).start()
    report("listening", port=port)
    service.start(
        on_progress=lambda message: report("progress", message=message),
        on_ready=announce,
        on_failure=fail,
    )
    try:
        server.run(sockets=[listener])
    except KeyboardInterrupt:
        return 0
    finally:
        service.close()
    if failures:
        _say(str(failures[0]))
        return EXIT_UNUSABLE
    return 0


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m lib.engine",
        description="Serve a small language model on the CPU in OpenAI's format, with predicted "
        "outputs. The variable ENGINE_API_KEY sets a key that clients must send.",
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=_port, default=8765, help="port; 0 picks a free one")
    parser.add_argument("--model", type=Path, help="a GGUF file (default: the bundled model)")
    parser.add_argument(
        "--adapter",
        type=_adapter,
        help="a LoRA as GGUF file, served as a second model, or none (default: the bundled "
        "model's own; none with --model)",
    )
    parser.add_argument(
        "--threads",
        type=_positive,
        help=f"CPU threads (default: one a processor, at most {MAX_DEFAULT_THREADS})",
    )
    return parser.parse_args(arguments)


def _adapter(text: str) -> AdapterChoice:
    return "none" if text == "none" else Path(text)


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= 65535:
        raise argparse.ArgumentTypeError(f"{port} is not a port; use 0 to 65535")
    return port


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{number} is not a number of threads; use at least 1")
    return number


def _end_with_parent() -> None:
    # The descriptor itself: a lock on sys.stdin would be held when the interpreter shuts down.
    while os.read(0, 1024):
        pass
    os._exit(0)  # at once and from this thread: nothing here needs to be saved


def _say(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
