"""A real app process, a real provider double, and Chromium: what a user's machine would hold.

Every page fails its test if a script raised in the browser or anything left this machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.app_process import launch_browser, start_app
from tests.browser.playground import PATIENCE_MS
from tests.support.provider_scripts import ANSWERS
from tests.support.provider_server import ProviderServer

# The driver's own limits are those of an idle machine.
expect.set_options(timeout=PATIENCE_MS)


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
        "COMPATIBLE_MODELS": ",".join(ANSWERS),
        "PLAYGROUND_SILENCE_TIMEOUT_S": "3",
    }


@pytest.fixture(scope="session")
def app_url(app_folder: Path, app_environment: dict[str, str]) -> Iterator[str]:
    with start_app(app_folder, "app.py", app_environment) as url:
        yield url


@pytest.fixture(scope="session")
def polling_app_url(
    tmp_path_factory: pytest.TempPathFactory, app_environment: dict[str, str]
) -> Iterator[str]:
    """The app without our routes, as some hosts run it."""
    folder = tmp_path_factory.mktemp("polling")
    with start_app(folder, "lib/ui/main.py", app_environment) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with launch_browser() as chromium:
        yield chromium


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
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
