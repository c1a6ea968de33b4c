"""The real app as a process, and a real Chromium, for the tests and the bench."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
START_LIMIT_S = 300
"""Room for a loaded machine, as in `playground.PATIENCE_MS`."""
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until_healthy(url: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_LIMIT_S
    while time.monotonic() < deadline:
        assert process.poll() is None, f"the app ended with code {process.returncode}"
        try:
            httpx2.get(url, timeout=2).raise_for_status()
        except httpx2.HTTPError:
            time.sleep(0.1)  # Streamlit tells nobody when it is ready
        else:
            return
    raise AssertionError(f"{url} did not answer within {START_LIMIT_S} s")


@contextlib.contextmanager
def start_app(folder: Path, script: str, environment: dict[str, str]) -> Iterator[str]:
    """Run the app in `folder` with nothing of this machine's settings; yield its address."""
    with start_app_process(folder, script, environment) as (url, _):
        yield url


@contextlib.contextmanager
def start_app_process(
    folder: Path, script: str, environment: dict[str, str]
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Run the app, as `start_app` does; yield its address and its process, which may be killed."""
    port = find_free_port()
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    command = [sys.executable, "-m", "streamlit", "run", script, f"--server.port={port}"]
    with (folder / "app.log").open("wb") as log:
        process = subprocess.Popen(
            [*command, "--server.address=127.0.0.1"],
            cwd=ROOT,
            env={**kept, "DATABASE_URL": f"sqlite:///{folder}/runs.db", **environment},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_until_healthy(f"http://127.0.0.1:{port}/_stcore/health", process)
            yield f"http://127.0.0.1:{port}", process
        finally:
            process.terminate()
            process.wait(timeout=20)


@contextlib.contextmanager
def launch_browser() -> Iterator[Browser]:
    """Start an installed Chromium, else Playwright's own."""
    names = ("chromium", "chromium-browser", "google-chrome")
    installed = next((path for name in names if (path := shutil.which(name))), None)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=installed, args=CHROMIUM_FLAGS)
        yield chromium
        chromium.close()
