"""Versions of what produces a run. Invariant: fixed for the life of the process."""

from __future__ import annotations

import platform
from types import MappingProxyType

import openai

PLAYGROUND_VERSION = "0.1.0"
"""As in pyproject.toml; a test compares them."""

VERSIONS = MappingProxyType(
    {
        "playground": PLAYGROUND_VERSION,
        "openai": openai.__version__,
        "python": platform.python_version(),
    }
)
