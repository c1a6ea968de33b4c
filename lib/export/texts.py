"""Names for the texts of a request, so that one that is sent twice is written once.

Invariant: every text of the request has exactly one name.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_NAMES = {"system": ("system_message",), "user": ("instructions", "source_text", "more_text")}


def name_texts(payload: Mapping[str, Any]) -> dict[str, str]:
    """Return the name of each text, in the order in which they are sent."""
    names: dict[str, str] = {}
    left = {role: list(options) for role, options in _NAMES.items()}
    for message in payload["messages"]:
        names.setdefault(message["content"], left[message["role"]].pop(0))
    if "prediction" in payload:
        names.setdefault(payload["prediction"]["content"], "predicted_text")
    return names
