"""Settings for tests, of which a test names only what it is about."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lib.domain import RunSettings

_PLAIN = RunSettings(
    provider="compatible", model="echo", source="one two three", instructions="Repeat the text."
)


def make_settings(**changes: Any) -> RunSettings:
    """Return settings that are in order, with `changes`."""
    return replace(_PLAIN, **changes)
