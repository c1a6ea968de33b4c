"""The order of all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

BROWSER_TESTS = Path(__file__).parent / "browser"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the browser tests last: Playwright keeps an event loop running in the main thread from
    their first to their last, and `asyncio.run` of any other test would refuse to start there.
    """
    items.sort(key=lambda item: item.path.is_relative_to(BROWSER_TESTS))
