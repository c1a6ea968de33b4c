"""Pages run by Streamlit's own test runner, against a real provider double and a real database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lib.ui.services import Services, open_services
from tests.support.provider_scripts import ANSWERS
from tests.support.provider_server import ProviderServer

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="session")
def provider() -> Iterator[ProviderServer]:
    with ProviderServer() as server:
        yield server


@pytest.fixture
def services(
    tmp_path: Path, provider: ProviderServer, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Services]:
    """The app's services as a fresh process would open them."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/runs.db")
    monkeypatch.setenv("COMPATIBLE_BASE_URL", provider.base_url)
    monkeypatch.setenv("COMPATIBLE_MODELS", ",".join(ANSWERS))
    # Nothing listens there: these tests never start the engine.
    monkeypatch.setenv("LOCAL_ENGINE_URL", "http://127.0.0.1:9/v1")
    open_services.cache_clear()
    services = open_services()
    yield services
    services.close()
    open_services.cache_clear()


@pytest.fixture
def app(services: Services) -> AppTest:
    app = AppTest.from_file(str(ROOT / "lib" / "ui" / "main.py"), default_timeout=30)
    app.run()
    assert not app.exception
    return app
