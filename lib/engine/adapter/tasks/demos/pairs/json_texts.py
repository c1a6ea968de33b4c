"""Data that is written as JSON.

Invariant: what is written reads back as the same data in the same order.
"""

from __future__ import annotations

import json
from typing import Any

Data = dict[str, Any]

PROJECTS = ("shop", "notes-api", "garage", "chess-clock", "library-app", "radio", "trail-map",
             "menu-board", "puzzle", "invoice-tool", "bird-count", "film-club")  # fmt: skip


def write_json(data: Data, indent: int, *, is_flat: bool = False) -> str:
    """Return the data as JSON; a flat text has each entry of its lists on one line."""
    if not is_flat:
        return json.dumps(data, indent=indent)
    rows: list[str] = []
    marked = _mark(data, rows)
    text = json.dumps(marked, indent=indent)
    for i, row in enumerate(rows):
        text = text.replace(f'"@{i}@"', row)
    return text


def _mark(data: Data, rows: list[str]) -> Data:
    marked: Data = {}
    for key, value in data.items():
        if isinstance(value, list):
            marked[key] = [f"@{len(rows) + i}@" for i in range(len(value))]
            rows += [json.dumps(one) for one in value]
        else:
            marked[key] = value
    return marked
