"""A real app process, a real provider double, and Chromium: what a user's machine would hold.

Every page fails its test if a script raised in the browser or anything left this machine.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.support.provider_server import ProviderServer

ROOT = Path(__file__).resolve().parent.parent.parent
START_LIMIT_S = 60
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
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"{url} did not answer within {START_LIMIT_S} s")


def start_app(folder: Path, script: str, environment: dict[str, str]) -> Iterator[str]:
    """Run the app in `folder` with nothing of this machine's settings; yield its address."""
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
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=20)


@pytest.fixture(scope="session")
def provider() -> Iterator[ProviderServer]:
    with ProviderServer() as server:
        yield server


@pytest.fixture(scope="session")
def app_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("app")


@pytest.fixture(scope="session")
def app_environment(provider: ProviderServer) -> dict[str, str]:
    return {
        "COMPATIBLE_BASE_URL": provider.base_url,
        "COMPATIBLE_MODELS": "echo",
        "PLAYGROUND_SILENCE_TIMEOUT_S": "3",
    }


@pytest.fixture(scope="session")
def app_url(app_folder: Path, app_environment: dict[str, str]) -> Iterator[str]:
    yield from start_app(app_folder, "app.py", app_environment)


@pytest.fixture(scope="session")
def polling_app_url(
    tmp_path_factory: pytest.TempPathFactory, app_environment: dict[str, str]
) -> Iterator[str]:
    """The app without our routes, as some hosts run it."""
    folder = tmp_path_factory.mktemp("polling")
    yield from start_app(folder, "lib/ui/main.py", app_environment)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    names = ("chromium", "chromium-browser", "google-chrome")
    installed = next((path for name in names if (path := shutil.which(name))), None)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=installed, args=CHROMIUM_FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    script_errors: list[str] = []
    strangers: list[str] = []
    page.on("pageerror", lambda error: script_errors.append(str(error)))
    page.on(
        "request",
        lambda request: (
            strangers.append(request.url)
            if not request.url.startswith(("http://127.0.0.1:", "data:", "blob:"))
            else None
        ),
    )
    yield page
    context.close()
    assert not script_errors
    assert not strangers
